"""Guessing is slow, and nobody wears the server out: what one client address does is counted, in the cache.

The address is the one allauth trusts for its own limits: behind proxies, as many as JAMSTAC_PROXIES says."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

FAILURES = 20
"""Checks that found nothing."""
CHECKS = 300
"""Checks at all: an office behind one address checks a whole class."""
PRINTS = 30
"""Printed answers."""
SECONDS = 600


def _key(request: HttpRequest, what: str) -> str:
    return f"registry.{what}:{get_adapter(request).get_client_ip(request)}"


def _is_over(request: HttpRequest, what: str, limit: int) -> bool:
    return int(cache.get(_key(request, what), 0)) >= limit


def _note(request: HttpRequest, what: str) -> None:
    key = _key(request, what)
    cache.add(key, 0, SECONDS)
    try:
        cache.incr(key)
    except ValueError:  # ran out between the two
        cache.set(key, 1, SECONDS)


def is_shut(request: HttpRequest) -> bool:
    """Too many checks from this address within ten minutes."""
    return _is_over(request, "failed", FAILURES) or _is_over(request, "checked", CHECKS)


def note_check(request: HttpRequest, *, found: bool) -> None:
    _note(request, "checked")
    if not found:
        _note(request, "failed")


def may_print(request: HttpRequest) -> bool:
    """Counts one printed answer; False when this address has had its share of ten minutes."""
    if _is_over(request, "printed", PRINTS):
        return False
    _note(request, "printed")
    return True
