"""How the ledger is told to people: a sentence per event, a name per person. Upper apps register both, so that
the ledger knows neither the field nor the people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from uuid import UUID

_EVENTS: dict[str, str] = {}
_names: Callable[[Iterable[UUID]], dict[UUID, str]] | None = None


def register_events(sentences: Mapping[str, str]) -> None:
    """Add `event: what happened` (Indonesian, past). Raises ValueError for an event that has a sentence."""
    for event, sentence in sentences.items():
        if _EVENTS.get(event, sentence) != sentence:
            raise ValueError(f"event {event} has a sentence already")
        _EVENTS[event] = sentence


_INNER: set[str] = set()


def register_inner(*events: str) -> None:
    """Deliberations inside the LSP, which the person they are about is not told as they happen."""
    _INNER.update(events)


def inner_events() -> frozenset[str]:
    return frozenset(_INNER)


def sentence_of(event: str) -> str:
    """The sentence; the bare event name where nobody gave one (a test finds those)."""
    return _EVENTS.get(event, event)


def sentences() -> Mapping[str, str]:
    return _EVENTS


def register_names(resolve: Callable[[Iterable[UUID]], dict[UUID, str]]) -> None:
    """Who can turn person ids into names: `people`, in one query."""
    global _names  # noqa: PLW0603
    _names = resolve


def names_of(person_ids: Iterable[UUID]) -> dict[UUID, str]:
    return _names(person_ids) if _names is not None else {}


register_events({"ledger.alarm_closed": "Alarm buku besar ditutup"})
