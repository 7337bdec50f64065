from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Statement:
    """What a signer saw and did: the sentence on the screen, the tick, and (staff) the password again."""

    sentence: str
    agreed: bool
    reauthenticated: bool = False


@dataclass(frozen=True)
class SigningFacts:
    agreed: bool
    is_staff: bool
    reauthenticated: bool
    signed_before: bool
