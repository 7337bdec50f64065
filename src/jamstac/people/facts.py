from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AppointmentFacts:
    """A function about to be given, beside those the person holds in the same period."""

    function: str
    other_functions: frozenset[str]
    never_decide: frozenset[str]
    decision_functions: frozenset[str]
    period_is_valid: bool
