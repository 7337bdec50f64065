from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol


class VerifiedVenue(Protocol):
    """What `venue_is_verified` needs to know; any facts class of an upper app that has these fits."""

    @property
    def day(self) -> date: ...
    @property
    def venue_verified(self) -> bool: ...


@dataclass(frozen=True)
class VenueFacts:
    """A TUK for one scheme on one day."""

    day: date
    venue_verified: bool


class EventVenue(Protocol):
    """What HR-24 needs to know; any facts class of an upper app that has these fits."""

    @property
    def day(self) -> date: ...
    @property
    def venue_permanent(self) -> bool:
        """A TUK mandiri: verified for a period, not for one event."""

    @property
    def venue_fit(self) -> bool:
        """Verified for the scheme: in its period, or for this very event."""


@dataclass(frozen=True)
class EntryFacts:
    known: bool
    """Another TUK of the LSP has the same code."""


@dataclass(frozen=True)
class VerificationFacts:
    in_future: bool
    period_is_valid: bool
    fit: bool
    findings_given: bool
