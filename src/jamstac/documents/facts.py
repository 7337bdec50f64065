from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Statement:
    """What a signer saw and did: the sentence on the screen, the tick, and (staff) the password again."""

    sentence: str
    agreed: bool
    reauthenticated: bool = False


@dataclass(frozen=True)
class SigningFacts:
    agreed: bool
    is_staff: bool
    reauthenticated: bool
    signed_before: bool


@dataclass(frozen=True)
class EditionFacts:
    """A form about to be made, or entered from paper: the edition in force on `day`; None = none."""

    family: str
    day: date
    edition: str | None
    on_paper: bool = False


@dataclass(frozen=True)
class EditionChangeFacts:
    edition: str
    source_given: bool
    start: date
    today: date
    current: str | None
    """The edition that stands before the change; None = the first one of this LSP."""


@dataclass(frozen=True)
class PaperEntryFacts:
    code: str
    case_is_given: bool
    is_of_a_case: bool
    reason_given: bool
    filled_on: date
    today: date


@dataclass(frozen=True)
class PaperSettlingFacts:
    case_is_given: bool
    state: str
    entered_by_actor: bool


@dataclass(frozen=True)
class PaperRejectionFacts(PaperSettlingFacts):
    reason_given: bool
