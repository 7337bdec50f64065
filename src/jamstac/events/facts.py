from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class PlanFacts:
    """An event about to be planned. `day` is the event's day; every condition is asked for that day."""

    day: date
    today: date
    ends_after_start: bool
    licence_in_force: bool
    scheme_in_annex: bool
    scheme_in_force: bool
    venue_verified: bool


@dataclass(frozen=True)
class CandidateFacts:
    """A candidate and an assessor about to be put into an event."""

    day: date
    today: date
    state: str
    application_accepted: bool
    same_scheme: bool
    in_an_event: bool
    assessor_is_candidate: bool
    assessor_appointed: bool
    assessor_certificate_valid: bool
    assessor_authorised: bool


@dataclass(frozen=True)
class RemovalFacts:
    state: str
    in_this_event: bool


@dataclass(frozen=True)
class LetterFacts:
    """An event whose surat tugas is about to be signed. The assessor facts hold for every assessor of it."""

    day: date
    today: date
    state: str
    candidates: int
    candidates_accepted: bool
    licence_in_force: bool
    scheme_in_annex: bool
    scheme_in_force: bool
    venue_verified: bool
    assessor_appointed: bool
    assessor_certificate_valid: bool
    assessor_authorised: bool


@dataclass(frozen=True)
class CancelFacts:
    state: str
    begun: int
    """Candidates whose assessment was opened."""
    reason_given: bool


class Assignment(Protocol):
    """What HR-21 must know, whoever asks it."""

    @property
    def letter_signed(self) -> bool: ...
    @property
    def event_cancelled(self) -> bool: ...
    @property
    def covers_scheme(self) -> bool: ...
    @property
    def covers_candidate(self) -> bool: ...
    @property
    def event_day(self) -> date: ...
    @property
    def today(self) -> date: ...
    @property
    def is_assigned(self) -> bool: ...


@dataclass(frozen=True)
class AssignmentFacts:
    """The letter of an event, seen from one candidate, one person and one day."""

    letter_signed: bool
    event_cancelled: bool
    covers_scheme: bool
    covers_candidate: bool
    event_day: date
    today: date
    is_assigned: bool
