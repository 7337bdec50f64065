from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class StandardFacts:
    """A standard about to be entered or changed."""

    known: bool
    """Another standard of the LSP has the same number and title."""
    period_is_valid: bool
    units: int
    repeated_codes: tuple[str, ...]
