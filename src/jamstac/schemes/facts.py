from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol


class SchemeInForce(Protocol):
    """What HR-17 needs to know; any facts class of an upper app that has these fits."""

    @property
    def day(self) -> date: ...
    @property
    def scheme_in_force(self) -> bool: ...


@dataclass(frozen=True)
class DraftFacts:
    """A scheme version about to be drafted or changed."""

    known: bool
    """Another scheme of the LSP has the same number and title."""
    approved: bool
    units: int
    repeated_codes: tuple[str, ...]
    foreign_codes: tuple[str, ...]
    """Codes that are no unit of the cited standard."""
    renames_approved: bool = False
    """The change touches what an approved version of the scheme is called."""


@dataclass(frozen=True)
class ApprovalFacts:
    """A draft about to be put in force."""

    approved: bool
    standard_numbered: bool
    standard_in_force: bool
    period_is_valid: bool
    overlaps: bool
    """Another version of the scheme is in force in the same period."""
    units_without_criteria: tuple[str, ...]
    units: int
    basic_requirements: int
    validity_is_set: bool


@dataclass(frozen=True)
class RetirementFacts:
    approved: bool
    starts_before_end: bool
    ended: bool
