from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ChangeFacts:
    label: str
    value_is_valid: bool
    minimum: int
    maximum: int
    reason_given: bool
    source_given: bool
    starts_in_past: bool
