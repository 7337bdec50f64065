"""What every door asks before anything else."""

from __future__ import annotations

from jamstac.kernel.verdicts import ALLOW, Policy, Verdict, refuse, refuse_if, rule
from jamstac.ledger.facts import DoorFacts

PROGRAMS = frozenset({"system", "guest"})
"""Roles nobody can be asked to take over from."""


@rule("HR-15", source="ISO/IEC 17024 4.3; JAMSTAC")
def nobody_acts_about_oneself(f: DoorFacts) -> Verdict:
    """Nobody acts as staff on a file about themselves."""
    return refuse_if(f.concerns_actor, "door.about_oneself")


@rule("HR-27", source="PER-15")
def appointment_is_in_force(f: DoorFacts) -> Verdict:
    """Rights end with the appointment that gave them."""
    if f.roles_needed & f.roles_in_force or not f.roles_needed & f.roles_ended:
        return ALLOW
    return refuse("door.appointment_ended", role=min(f.roles_needed & f.roles_ended))


@rule("HR-51", source="REC-03; SEC-05")
def chain_is_intact(f: DoorFacts) -> Verdict:
    """No act is written behind a broken chain; only the closing of the alarm is."""
    return refuse_if((not f.chain_intact or f.alarm_open) and not f.closes_alarm, "door.ledger_broken")


@rule("SEC-01", source="ISO/IEC 17024 6.1.1; UU 27/2022 art. 35")
def role_is_held(f: DoorFacts) -> Verdict:
    """The act belongs to a role the actor holds today."""
    held = f.roles_needed & f.roles_in_force or f.roles_needed & f.roles_ended
    people = f.roles_needed - PROGRAMS or f.roles_needed
    return refuse_if(not held, "door.no_role", needed=", ".join(sorted(people)))


may_act = Policy("may_act", nobody_acts_about_oneself, appointment_is_in_force, chain_is_intact, role_is_held)
