from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class EditFacts:
    """Whether the working copy may still change."""

    state: str | None
    """State of the application the draft belongs to; None before the first sending."""


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
