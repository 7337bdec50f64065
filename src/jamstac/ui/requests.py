"""Small questions about a request that several apps ask."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpRequest

PAGE = "page"
"""The parameter the pager turns by; a second list on the same screen has one of its own."""


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


def page_of(request: HttpRequest, rows: QuerySet[Any] | Sequence[Any], size: int, param: str = PAGE) -> Page[Any]:
    """The page of `rows` the reader turned to by `<c-pager>`; the first for anything that is no page."""
    return Paginator(rows, size).get_page(request.GET.get(param))
