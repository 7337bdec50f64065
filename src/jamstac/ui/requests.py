"""Small questions about a request that several apps ask."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest


def wants_fragment(request: HttpRequest) -> bool:
    """Whether htmx asks, and a piece of the page answers."""
    return bool(getattr(request, "htmx", False))


def uuid_or_none(text: str) -> UUID | None:
    """An id somebody sent; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None


def uuid_or_404(text: str) -> UUID:
    """An id somebody sent; what cannot be one is not there."""
    found = uuid_or_none(text)
    if found is None:
        raise Http404
    return found
