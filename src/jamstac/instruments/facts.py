from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol


class ReleasedTools(Protocol):
    """What HR-25 needs to know; any facts class of an upper app that has these fits. `day` is the day of use."""

    @property
    def day(self) -> date: ...
    @property
    def tool_set_released(self) -> bool: ...
    @property
    def coverage_complete(self) -> bool: ...


@dataclass(frozen=True)
class ToolFacts:
    """The MUK of one scheme version, seen from one day."""

    day: date
    tool_set_released: bool
    """Validated, released and in force on `day`."""
    coverage_complete: bool
    """Every KUK is covered in every potensi column that has ticks."""


class ToolSetStanding(Protocol):
    @property
    def state(self) -> str: ...


@dataclass(frozen=True)
class DraftingFacts:
    """A tool set about to be started for a scheme version."""

    units: int
    open_draft: bool
    """Another version for the same scheme version is being written, waits for validation or for its release."""
    source_fits: bool
    """The version it is copied from, when one is named, belongs to the same scheme version."""
    is_writer: bool


@dataclass(frozen=True)
class WritingFacts:
    """Something about to be written on a tool set."""

    state: str
    is_writer: bool
    """Manajer sertifikasi, scheme committee, one of its authors, or an assessor authorised for the scheme."""
    code_is_written: bool = True
    """The instrument is one that is written, not one whose rows come from the scheme or the case."""
    group_known: bool = True
    foreign_criteria: int = 0
    """KUK named that are none of the scheme's."""
    foreign_units: int = 0
    draw: int | None = None
    items: int = 0
    repeated: bool = False
    """Another instrument of the same code stands at the same place."""
    of_this_set: bool = True


@dataclass(frozen=True)
class SendingFacts:
    """A tool set about to be sent to its validator."""

    state: str
    criteria: int
    potentials: int
    """Potensi columns with ticks on the map."""
    gaps: int
    """Pairs of a KUK and a ticked potensi column that nothing covers."""
    units_unplanned: int
    """Units without evidence, kind or tool in the plan."""
    unwritten: int
    """Instruments ticked on the map that are not fully written."""
    sender_is_author: bool
    validator_competent: bool
    authors: int
    validator_is_author: bool
    waived: bool


@dataclass(frozen=True)
class ValidatingFacts:
    state: str
    is_named_validator: bool
    validator_competent: bool
    authors: int
    validator_is_author: bool
    waived: bool
    """A dual exception to HR-12 for this tool set is in force."""
    aspects_ticked: int
    team: int
    unfinished_rows: int
    """Findings without recommendation and improvements without day or person."""


@dataclass(frozen=True)
class ReturningFacts:
    state: str
    may_return: bool
    """The validator, one of the authors, or the manajer sertifikasi."""
    reason_given: bool


@dataclass(frozen=True)
class ReleaseFacts:
    """A validated tool set about to be put in force."""

    state: str
    criteria: int
    potentials: int
    gaps: int
    units_unplanned: int
    unwritten: int
    period_is_valid: bool
    overlaps: bool


@dataclass(frozen=True)
class EndingFacts:
    state: str
    starts_before_end: bool
    ended: bool


@dataclass(frozen=True)
class ReviewFacts:
    """A validation of a released tool set, during or after its use, or another signature under one."""

    state: str
    aspects_ticked: int
    team: int
    unfinished_rows: int
    is_member: bool
    """Who records it is one of the team."""
    validator_competent: bool


@dataclass(frozen=True)
class CountersigningFacts:
    is_member: bool
    signed_before: bool
