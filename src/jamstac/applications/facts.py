from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol


@dataclass(frozen=True)
class EditFacts:
    """Whether the working copy may still change."""

    state: str | None
    """State of the application the draft belongs to; None before the first sending."""


class OfAMinor(Protocol):
    """Whoever is under 18 acts with a guardian's consent (HR-32)."""

    @property
    def is_minor(self) -> bool: ...
    @property
    def guardian_agreed(self) -> bool: ...


@dataclass(frozen=True)
class SubmissionFacts:
    """All that sending FR.APL.01 and FR.APL.02 asks. Lists hold labels and requirement texts, no personal data."""

    state: str | None
    day: date
    takes_applications: bool
    scheme_in_force: bool
    licence_in_force: bool
    scheme_in_annex: bool
    identity_missing: tuple[str, ...]
    nik_is_valid: bool
    nik_of_other: bool
    birth_date_is_possible: bool
    contact_invalid: tuple[str, ...]
    purpose_given: bool
    purpose_words_missing: bool
    """The purpose is "Lainnya", and nobody said which."""
    is_minor: bool
    """Under 18 on `day`."""
    guardian_agreed: bool
    needs: int
    """Special needs told."""
    needs_undescribed: int
    needs_consent: bool
    basic_is_complete: bool
    basic_missing: tuple[str, ...]
    """What the alternative nearest to complete still lacks."""
    administrative_missing: tuple[str, ...]
    information_accepted: bool
    consent_given: bool
    price: int | None
    price_accepted: int | None
    elements: int
    elements_open: int
    signed: bool
    data_checked: bool = True
    """Nobody else filled the biodata, or the applicant has checked it."""


@dataclass(frozen=True)
class ReviewFacts:
    """An application under review, with what the reviewer found so far."""

    state: str
    unreviewed: int
    """Evidence rows of part 3 without a finding."""
    basic_is_met: bool
    """One alternative holds; rows without a finding count as met here, because `unreviewed` refuses by itself."""
    administrative_unmet: tuple[str, ...]
    unmet: int
    unmet_without_note: int
    note_given: bool
    is_minor: bool
    guardian_agreed: bool


@dataclass(frozen=True)
class GuardianFacts:
    """A guardian about to be named: for a one-time link, or with a signed paper."""

    birth_date_known: bool
    is_minor: bool
    guardian_agreed: bool
    named: bool
    """Name and relationship."""
    is_the_applicant: bool
    own_contact: bool
    """The link would go to the applicant's own phone or mailbox."""
    draft_open: bool


@dataclass(frozen=True)
class GuardianAnswerFacts:
    """What came through the link."""

    open: bool
    """It waits for an answer, and came by a link."""
    expired: bool
    by_the_applicant: bool
    """The reader is signed in as the applicant."""
    name_given: bool
    agreed: bool


@dataclass(frozen=True)
class PaperFacts:
    """A signed paper about to be confirmed or refused."""

    waiting: bool
    reason_given: bool


@dataclass(frozen=True)
class GuardianWithdrawalFacts:
    in_force: bool
    reason_given: bool


@dataclass(frozen=True)
class NeedFacts:
    """A special need about to be decided."""

    application_open: bool
    """Sent, and not refused."""
    decided: bool
    outcome_known: bool
    granted: bool
    measure_given: bool
    reason_given: bool
    extra_minutes: int


@dataclass(frozen=True)
class ReassessmentFacts:
    """A right to be assessed again, about to be used."""

    scope_set: bool
    used: bool
    """Another application was sent with it."""
    day: date
    opens_on: date
    attempt: int
    maximum: int


@dataclass(frozen=True)
class ReapplicationFacts:
    """A new application for a whole scheme. `opens_on`: None where no decision Belum Kompeten came before."""

    day: date
    opens_on: date | None


@dataclass(frozen=True)
class ConsentFacts:
    """A consent about to be taken back, or given again."""

    in_force: bool
    optional: bool
