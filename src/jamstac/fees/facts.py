from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class PriceFacts:
    replaces: bool
    """A price of the scheme stands already."""
    starts_in_past: bool
    before_the_last: bool
    """It would start earlier than the last price that stands."""
    source_given: bool
