from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class BatchFacts:
    """A batch about to be opened or changed, or somebody about to enter or leave it."""

    day: date
    scheme_in_force: bool
    sponsor_holds_function: bool
    """Also when nobody is named."""
    is_member: bool = False
    has_sent: bool = False
