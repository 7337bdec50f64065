from __future__ import annotations

from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule
from jamstac.people.facts import AppointmentFacts


@rule("HR-14", source="ISO/IEC 17024 4.2, 6.3; GOV-01")
def decider_is_independent(f: AppointmentFacts) -> Verdict:
    """TUK, sponsor, contractor and system-admin accounts never hold decision rights, in either order."""
    takes = f.function in f.decision_functions and f.other_functions & f.never_decide
    loses = f.function in f.never_decide and f.other_functions & f.decision_functions
    return refuse_if(bool(takes or loses), "appointment.never_decides", function=f.function)


@rule("GOV-05", source="ISO/IEC 17024 6.1")
def appointment_period_is_valid(f: AppointmentFacts) -> Verdict:
    """An appointment ends no earlier than it starts."""
    return refuse_if(not f.period_is_valid, "appointment.period")


may_appoint = Policy("may_appoint", decider_is_independent, appointment_period_is_valid)
