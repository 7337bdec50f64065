from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class AppealFacts:
    """A banding about to be filed. `until` is the last day, None while no result was told."""

    day: date
    until: date | None
    filed_before: bool
    answered: bool
    """All three questions of FR.AK.04."""
    reason_given: bool
