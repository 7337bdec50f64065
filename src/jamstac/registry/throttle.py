"""Guessing is slow: failed checks are counted per client address, in the cache."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

FAILURES = 20
SECONDS = 600


def _key(request: HttpRequest) -> str:
    return f"registry.failed:{request.META.get('REMOTE_ADDR', '')}"


def is_shut(request: HttpRequest) -> bool:
    """Twenty checks failed from this address within ten minutes."""
    return int(cache.get(_key(request), 0)) >= FAILURES


def note_failure(request: HttpRequest) -> None:
    key = _key(request)
    cache.add(key, 0, SECONDS)
    try:
        cache.incr(key)
    except ValueError:  # ran out between the two
        cache.set(key, 1, SECONDS)
