from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AskFacts:
    """An exception about to be asked for."""

    rule: str
    rule_can_be_waived: bool
    """A rule above reads exceptions for this kind of record."""
    already_open: bool
    """One for the same rule and record is in force, or waits for its second person."""
    reason_given: bool
    ends_in_past: bool
    document_needed: bool
    document_given: bool
    """Number, date and file."""


@dataclass(frozen=True)
class ConfirmFacts:
    """An exception about to be confirmed by a second person."""

    dual: bool
    confirmed: bool
    withdrawn: bool
    over: bool
    same_person: bool
    quality_among_two: bool
    """One of the two is appointed manajer mutu today."""


@dataclass(frozen=True)
class WithdrawFacts:
    withdrawn: bool
    over: bool
