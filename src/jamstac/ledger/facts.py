from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class DoorFacts:
    """What every act is asked, whatever it does."""

    concerns_actor: bool
    """The actor acts as staff on a file about the actor."""
    roles_needed: frozenset[str]
    roles_in_force: frozenset[str]
    roles_ended: frozenset[str]
    chain_intact: bool
    alarm_open: bool
    closes_alarm: bool
