from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol


class LicenceScope(Protocol):
    """What HR-16 needs to know; any facts class of an upper app that has these fits."""

    @property
    def day(self) -> date: ...
    @property
    def licence_in_force(self) -> bool: ...
    @property
    def scheme_in_annex(self) -> bool: ...


@dataclass(frozen=True)
class ScopeFacts:
    """The LSP's right to certify by one scheme on one day."""

    day: date
    licence_in_force: bool
    scheme_in_annex: bool


class RemoteEvent(Protocol):
    """What HR-28 needs to know of an event and its LSP."""

    @property
    def day(self) -> date: ...
    @property
    def remote(self) -> bool:
        """Held daring or hybrid."""

    @property
    def remote_approved(self) -> bool:
        """BNSP's approval of sertifikasi jarak jauh is in force on the day."""


@dataclass(frozen=True)
class ApprovalFacts:
    period_is_valid: bool
    in_future: bool
    """The letter is dated after today."""
    ended: bool = False
    reason_given: bool = True


@dataclass(frozen=True)
class LicenceFacts:
    period_is_valid: bool
    overlaps: bool
    """Another licence of the LSP is in force in the same period."""


@dataclass(frozen=True)
class AnnexFacts:
    period_is_valid: bool
    inside_licence: bool
    """The entry starts and ends inside the licence's own period."""
    overlaps: bool
    ended: bool = False
