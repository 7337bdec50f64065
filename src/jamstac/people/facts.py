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


@dataclass(frozen=True)
class SlipFacts:
    """A person and, when it is being used, the slip they hold."""

    identified: bool
    """The LSP knows a NIK or a phone, which is asked beside the code."""
    holds_function: bool
    has_email: bool
    shared: bool
    """The account is a way into another LSP as well."""
    used: bool = False
    revoked: bool = False
    expired: bool = False
