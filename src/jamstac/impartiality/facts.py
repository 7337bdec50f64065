from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from jamstac.documents.facts import SigningFacts


class ImpartialPairs(Protocol):
    """What HR-03, HR-04 and HR-06 must know of one pair or of all pairs of an event, counted; any facts class of
    an upper app that has these fits."""

    @property
    def trained_pairs(self) -> int:
        """Pairs whose assessor trained the candidate inside the window, without a document that lifts HR-03."""

    @property
    def close_pairs(self) -> int:
        """Pairs of relatives, of superior and subordinate, of teacher and pupil."""

    @property
    def open_conflicts(self) -> int:
        """Conflicts, recorded or found just now, without a disposition confirmed by a second person."""

    @property
    def replaced_pairs(self) -> int:
        """Conflicts whose confirmed disposition is another assessor."""


class DeclaredPairs(Protocol):
    """What HR-05 must know of an event."""

    @property
    def undeclared_pairs(self) -> int:
        """Pairs of an assessor and a candidate of the event that nobody declared yet."""


@dataclass(frozen=True)
class RelationFact:
    """A dated relation between an assessor and a candidate. `kind` is a value of `RelationKind`."""

    kind: str
    by_assessor: bool
    valid_from: date
    valid_until: date | None = None


@dataclass(frozen=True)
class PairFacts:
    """What is known of an assessor and a candidate. `since` is the first day of the training window; None where
    the LSP set none."""

    day: date
    since: date | None
    assessor_institution: str
    candidate_institutions: tuple[str, ...]
    candidate_schools: tuple[str, ...]
    relations: tuple[RelationFact, ...]


@dataclass(frozen=True)
class PairCounts:
    """The pairs of an event, or one of them, counted for HR-03, HR-04 and HR-06."""

    trained_pairs: int
    close_pairs: int
    open_conflicts: int
    replaced_pairs: int


@dataclass(frozen=True)
class DeclarationFacts(SigningFacts):
    """A declaration about to be signed, by one assessor for the candidates of an event."""

    is_assigned: bool
    event_cancelled: bool
    unanswered: int
    foreign: int
    """Answers about somebody who is no candidate of the event."""
    unexplained: int
    """Relations told without a kind, or of another kind without a word of explanation."""
    taken_back: int


@dataclass(frozen=True)
class ProposalFacts:
    lapsed: bool
    confirmed: bool
    disposition_known: bool
    reason_given: bool
    is_close: bool
    """HR-04 lets no safeguard pass."""
    lets_pass: bool


@dataclass(frozen=True)
class ConfirmationFacts:
    lapsed: bool
    proposed: bool
    changed: bool
    """Another proposal stands there than the one that was read."""
    confirmed: bool
    is_proposer: bool
    reason_given: bool


@dataclass(frozen=True)
class EndingFacts:
    is_concerned: bool
    ended: bool
    period_is_valid: bool
    reason_given: bool
