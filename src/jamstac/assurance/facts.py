from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class FeedbackFacts:
    """FR.AK.03 about to be given."""

    result_told: bool
    given_before: bool
    components: int
    answered: int
