"""What the rules of the assessment day ask."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol


class Entry(Protocol):
    """What ASM-04 must know before an assessment is opened."""

    @property
    def checked_in(self) -> bool: ...
    @property
    def came_before(self) -> date | None: ...


@dataclass(frozen=True)
class DutyFacts:
    """Who acts at an event, and on which day."""

    on_duty: bool
    """An assessor of the event; a colleague whose function covers every event."""
    letter_in_force: bool
    event_day: date
    today: date


@dataclass(frozen=True)
class CheckInFacts(DutyFacts):
    in_this_event: bool
    arrived: bool
    """Noted as present already."""
    in_future: bool
    """The hour of arrival is still to come."""


@dataclass(frozen=True)
class AbsenceFacts(DutyFacts):
    in_this_event: bool
    arrived: bool
    opened: bool
    reason_given: bool


@dataclass(frozen=True)
class UndoFacts(DutyFacts):
    arrived: bool
    opened: bool
    listed: bool
    """Stands on a signed daftar hadir."""


@dataclass(frozen=True)
class ListFacts(DutyFacts):
    """A daftar hadir about to be frozen."""

    assesses_here: bool
    unnoted: int
    """Candidates nobody noted yet."""
    unlisted: int
    """Candidates noted since the last daftar hadir."""


@dataclass(frozen=True)
class PartFacts:
    """A sheet of an event about to be signed by one more person."""

    has_part: bool
    """An assessor of the event, or the ketua TUK."""


@dataclass(frozen=True)
class ReportFacts:
    """An incident about to be reported."""

    on_duty: bool
    kind_known: bool
    described: bool
    early: bool
    in_future: bool
    strangers: int
    """Cases named that have nothing to do with the event."""


@dataclass(frozen=True)
class ClosingFacts:
    """An incident about to be closed."""

    open: bool
    own_report: bool
    """The closer reported it."""
    involved: bool
    """The closer assesses at the event."""
    closing_given: bool
    undecided: int
    """Cases without an outcome."""
    without_reason: int
    """Cases that stay held without a reason."""


@dataclass(frozen=True)
class ClearingFacts:
    """A case about to be freed that stayed held when its incident was closed."""

    open: bool
    own_report: bool
    involved: bool
    held: bool
    reason_given: bool


@dataclass(frozen=True)
class PhotoFacts:
    on_duty: bool
    early: bool
    in_future: bool
    captioned: bool
    is_picture: bool
    place_possible: bool
    strangers: int
    unwilling: int
    """Candidates on it who did not agree to photos."""


@dataclass(frozen=True)
class CardFacts:
    letter_in_force: bool
    due: int
    """Candidates without a card of the surat tugas in force."""
