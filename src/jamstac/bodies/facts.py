from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class NumberFacts:
    purpose: str
    number: str
    pattern_is_set: bool
    given_before: bool


@dataclass(frozen=True)
class PatternFacts:
    purpose: str
    tokens: frozenset[str]
    unknown_tokens: frozenset[str]
    counts: bool
    """The pattern holds a sequence."""
    restarts_each_year: bool
    names_year: bool
