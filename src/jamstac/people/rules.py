from __future__ import annotations

from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule
from jamstac.people.facts import AppointmentFacts, SlipFacts


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


@rule("SEC-01", source="ISO/IEC 17024 7.4.2")
def slip_is_for_a_candidate(f: SlipFacts) -> Verdict:
    """Nobody in the office makes a way into the account of a colleague, past somebody's own mailbox, or into what
    another LSP keeps."""
    return all_of(
        [
            refuse_if(f.holds_function, "slip.holds_function"),
            refuse_if(f.has_email, "slip.has_email"),
            refuse_if(f.shared, "slip.shared_account"),
            refuse_if(not f.identified, "slip.not_identified"),
        ]
    )


@rule("SEC-01", source="ISO/IEC 17024 7.4.2")
def slip_is_open(f: SlipFacts) -> Verdict:
    """A code opens once, until its last day, and not after a newer one."""
    return all_of(
        [
            refuse_if(f.used, "slip.used"),
            refuse_if(f.revoked, "slip.revoked"),
            refuse_if(f.expired and not f.used and not f.revoked, "slip.expired"),
        ]
    )


may_issue_slip = Policy("may_issue_slip", slip_is_for_a_candidate)
may_use_slip = Policy("may_use_slip", slip_is_for_a_candidate, slip_is_open)
may_appoint = Policy("may_appoint", decider_is_independent, appointment_period_is_valid)
