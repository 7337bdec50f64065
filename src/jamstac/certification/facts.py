from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol
from uuid import UUID

Ids = frozenset[UUID]


class TakesPart(Protocol):
    """Whoever takes part in an act about a case, beside those who examined or trained its candidate."""

    @property
    def participants(self) -> Ids: ...
    @property
    def examiners(self) -> Ids: ...


class Trained(Protocol):
    @property
    def participants(self) -> Ids: ...
    @property
    def trainers(self) -> Ids: ...


class ByActor(Protocol):
    @property
    def actor(self) -> UUID | None: ...
    @property
    def assessors(self) -> Ids: ...


class AtMeeting(Protocol):
    @property
    def meeting_open(self) -> bool: ...


class OnItsDay(Protocol):
    @property
    def day(self) -> date: ...
    @property
    def meeting_date(self) -> date: ...


class ByMember(Protocol):
    @property
    def actor(self) -> UUID | None: ...
    @property
    def members(self) -> Ids: ...


class ByChair(Protocol):
    @property
    def actor(self) -> UUID | None: ...
    @property
    def chair(self) -> UUID: ...


class AfterAssessment(Protocol):
    @property
    def meeting_date(self) -> date: ...
    @property
    def assessed_on(self) -> date: ...


class CaseFile(Protocol):
    """What a decision rests on: sheet codes that are not there, and those without both signatures."""

    @property
    def missing_sheets(self) -> tuple[str, ...]: ...
    @property
    def unsigned_sheets(self) -> tuple[str, ...]: ...


class Unhindered(Protocol):
    """What stands in the way of a decision, counted; nothing where an exception for the case holds."""

    @property
    def open_conflicts(self) -> int: ...
    @property
    def holds(self) -> int: ...


class OnTable(Protocol):
    @property
    def decided(self) -> bool: ...
    @property
    def postponed(self) -> bool: ...


class WithReason(Protocol):
    @property
    def reason_given(self) -> bool: ...


@dataclass(frozen=True)
class OpeningFacts:
    chair: UUID
    members: Ids
    deciders: Ids
    """Those of the members whose appointment as decider is in force on the meeting's day."""
    day: date
    meeting_date: date


@dataclass(frozen=True)
class AttendanceFacts:
    actor: UUID | None
    members: Ids
    present: Ids
    meeting_open: bool
    meeting_date: date
    day: date
    pacts_missing: tuple[str, ...]
    unbound: int


@dataclass(frozen=True)
class TablingFacts:
    meeting_open: bool
    meeting_date: date
    assessed_on: date
    assessment_signed: bool
    on_a_table: bool
    missing_sheets: tuple[str, ...]
    unsigned_sheets: tuple[str, ...]
    open_conflicts: int
    holds: int


@dataclass(frozen=True)
class RecusalFacts:
    actor: UUID | None
    members: Ids
    recused: Ids
    meeting_open: bool
    decided: bool
    postponed: bool
    reason_given: bool


@dataclass(frozen=True)
class PostponementFacts:
    meeting_open: bool
    decided: bool
    postponed: bool
    reason_given: bool


@dataclass(frozen=True)
class DecisionFacts:
    """One case on the table, and who sits at it. `participants` are the members present whose appointment is in
    force, without those recused and without the candidate."""

    actor: UUID | None
    actor_is_person: bool
    chair: UUID
    participants: Ids
    quorum: int
    examiners: Ids
    assessors: Ids
    trainers: Ids
    never_decide: Ids
    meeting_open: bool
    meeting_date: date
    day: date
    assessed_on: date
    licence_in_force: bool
    scheme_in_annex: bool
    decided: bool
    postponed: bool
    missing_sheets: tuple[str, ...]
    unsigned_sheets: tuple[str, ...]
    digest_frozen: str
    digest_now: str
    outcome: str
    recommendation: str
    reason_given: bool
    unit_results: tuple[str, ...]
    units: int
    """Units of the scheme version."""
    all_units_needed: bool
    """The scheme's certificate rule."""
    open_conflicts: int
    holds: int


@dataclass(frozen=True)
class ClosingFacts:
    actor: UUID | None
    chair: UUID
    present: Ids
    meeting_open: bool
    undecided: int


@dataclass(frozen=True)
class MinutesFacts:
    actor: UUID | None
    members: Ids
    """The members who were present."""
    minutes_exist: bool


@dataclass(frozen=True)
class DecreeFacts:
    actor: UUID | None
    participants: Ids
    """The signer."""
    examiners: Ids
    assessors: Ids
    trainers: Ids
    candidates: Ids
    minutes_exist: bool
    signatures_missing: int
    decisions: int
    decree_exists: bool


@dataclass(frozen=True)
class IssueFacts:
    actor: UUID | None
    participants: Ids
    """The issuer."""
    examiners: Ids
    assessors: Ids
    outcome: str
    decree_signed: bool
    issued: bool
    missing_fields: tuple[str, ...]


@dataclass(frozen=True)
class SendBackFacts:
    """A recommended case about to go back to its assessor for a correction."""

    on_table: bool
    """It stands on a meeting's table, neither decided nor postponed."""
    decided: bool


@dataclass(frozen=True)
class CommitteeFacts:
    """A surat tugas komite about to be signed."""

    day: date
    meeting_date: date
    meeting_open: bool
    signed: bool
