from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from jamstac.assessors.facts import PactFacts
from jamstac.documents.facts import SigningFacts
from jamstac.impartiality.facts import PairCounts


@dataclass(frozen=True)
class BookingFacts:
    """Who and what else is booked while an event takes place (HR-29), as the event would be after the act."""

    venue_taken: bool
    """Another event stands at the TUK at that time."""
    venue_capacity: int | None
    """Candidates a day; None: the TUK names none."""
    venue_candidates: int
    """Candidates at the TUK on that day, over all events."""
    candidates_taken: int
    """Candidates of this event who stand in another event of the LSP at that time."""
    assessors_taken: int
    persons_unavailable: int
    """Persons of this event whom another LSP has booked at that time: nothing more is known of it."""
    load_limit: int | None
    """Candidates an assessor may have on that day; None: the LSP set no limit."""
    heaviest_load: int
    load_waived: bool


@dataclass(frozen=True)
class PlaceFacts:
    """Where and how an event is held (HR-24, HR-28)."""

    venue_permanent: bool
    venue_fit: bool
    remote: bool
    remote_approved: bool


@dataclass(frozen=True)
class StartFacts(PlaceFacts):
    """What an event needs beside its letter before one of its assessments starts."""

    recording_agreed: bool
    """The candidate agreed to being recorded; asked of a remote event only."""


@dataclass(frozen=True)
class PlanFacts(BookingFacts):
    """An event about to be planned. `day` is the event's day; every condition is asked for that day."""

    day: date
    today: date
    ends_after_start: bool
    licence_in_force: bool
    scheme_in_annex: bool
    scheme_in_force: bool
    venue_verified: bool
    """A TUK mandiri inside its period; any other is verified for the event itself, later."""
    remote: bool
    remote_approved: bool
    tool_set_released: bool
    coverage_complete: bool
    """Of the MUK in force on `day`."""


@dataclass(frozen=True)
class ReplanFacts(PlanFacts):
    """An event about to get another time or another TUK."""

    state: str
    begun: int
    """Candidates whose assessment was opened."""
    differs: bool
    reason_given: bool


@dataclass(frozen=True)
class CandidateFacts(BookingFacts, PairCounts):
    """A candidate and an assessor about to be put into an event."""

    day: date
    today: date
    state: str
    application_accepted: bool
    same_scheme: bool
    in_an_event: bool
    needs_undecided: int
    """Special needs of the candidate without a decision."""
    reason_given: bool
    """Asked once a surat tugas was signed."""
    assessor_is_candidate: bool
    assessor_appointed: bool
    assessor_certificate_valid: bool
    assessor_authorised: bool
    assessor_standing: str
    companion_ready: bool


@dataclass(frozen=True)
class RemovalFacts:
    state: str
    in_this_event: bool


@dataclass(frozen=True)
class WithdrawalFacts:
    """A case about to leave an event with a reason."""

    state: str
    in_this_event: bool
    begun: int
    """1 when its assessment was opened."""
    reason_given: bool


@dataclass(frozen=True)
class ReplacementFacts:
    """An assessor about to hand candidates of an event over to another. What the other must be is asked of every
    candidate by `CandidateFacts`."""

    state: str
    handed_over: int
    """Candidates that would change hands."""
    begun: int
    """Those of them whose assessment was opened."""
    differs: bool
    reason_given: bool


@dataclass(frozen=True)
class LeadFacts:
    state: str
    assesses_here: bool


@dataclass(frozen=True)
class LetterFacts(BookingFacts, PlaceFacts, PairCounts, PactFacts):
    """An event whose surat tugas is about to be signed. The assessor facts hold for every assessor of it;
    `assessor_standing` is of the first who may not assess, if there is one."""

    day: date
    today: date
    state: str
    candidates: int
    candidates_accepted: bool
    licence_in_force: bool
    scheme_in_annex: bool
    scheme_in_force: bool
    tool_set_released: bool
    coverage_complete: bool
    assessor_appointed: bool
    assessor_certificate_valid: bool
    assessor_authorised: bool
    assessor_standing: str
    companion_ready: bool


@dataclass(frozen=True)
class VerifierLetterFacts:
    """The surat tugas of a verifikator about to be signed. `day` is the last day for the task."""

    day: date
    today: date
    event_day: date
    state: str
    verifier_appointed: bool
    letter_signed: bool
    """This verifikator has a surat tugas for this TUK and event already."""


@dataclass(frozen=True)
class EventVerificationFacts:
    """A verification of a TUK for one event, about to be recorded."""

    state: str
    letter_names_actor: bool
    """The actor's surat tugas names the event and its TUK as it is now."""


@dataclass(frozen=True)
class InvitationFacts:
    state: str
    invited: bool
    """The current surat tugas has its undangan."""
    day: date
    today: date


@dataclass(frozen=True)
class RecordingFacts(SigningFacts):
    remote: bool
    agreed_before: bool


@dataclass(frozen=True)
class FeedFacts:
    open_before: bool


@dataclass(frozen=True)
class FeedEndFacts:
    own: bool
    revoked: bool


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
