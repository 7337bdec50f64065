from __future__ import annotations

from jamstac.findings.facts import AskFacts, ConfirmFacts, WithdrawFacts
from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule


@rule("GOV-01", source="ISO/IEC 17024 4.2; JAMSTAC")
def rule_can_be_waived(f: AskFacts) -> Verdict:
    """Only a rule that knows exceptions has them, for one record at a time."""
    return all_of(
        [
            refuse_if(not f.rule_can_be_waived, "waiver.not_possible", rule=f.rule),
            refuse_if(f.already_open, "waiver.open_already", rule=f.rule),
        ]
    )


@rule("REC-01", source="PBNSP 201 7.1")
def waiver_is_reasoned(f: AskFacts) -> Verdict:
    """An exception has a reason and an end, and names its document where it rests on one."""
    return all_of(
        [
            refuse_if(not f.reason_given, "waiver.no_reason"),
            refuse_if(f.ends_in_past, "waiver.ends_in_past"),
            refuse_if(f.document_needed and not f.document_given, "waiver.no_document"),
        ]
    )


@rule("GOV-01", source="ISO/IEC 17024 4.2; JAMSTAC")
def waiver_waits(f: ConfirmFacts) -> Verdict:
    """A second person confirms once, while the exception is asked for and not over."""
    return all_of(
        [
            refuse_if(not f.dual or f.confirmed, "waiver.in_force_already"),
            refuse_if(f.withdrawn, "waiver.withdrawn"),
            refuse_if(f.over, "waiver.over"),
        ]
    )


@rule("GOV-01", source="ISO/IEC 17024 4.2; JAMSTAC")
def waiver_has_two_persons(f: ConfirmFacts) -> Verdict:
    """Two persons grant an exception, one of them from manajemen mutu."""
    return all_of(
        [
            refuse_if(f.same_person, "waiver.same_person"),
            refuse_if(not f.same_person and not f.quality_among_two, "waiver.no_quality_manager"),
        ]
    )


@rule("GOV-01", source="ISO/IEC 17024 4.2; JAMSTAC")
def waiver_is_open(f: WithdrawFacts) -> Verdict:
    """An exception is withdrawn once, before it is over."""
    return refuse_if(f.withdrawn, "waiver.withdrawn") & refuse_if(f.over, "waiver.over")


may_ask_waiver: Policy[AskFacts] = Policy("may_ask_waiver", rule_can_be_waived, waiver_is_reasoned)
may_confirm_waiver: Policy[ConfirmFacts] = Policy("may_confirm_waiver", waiver_waits, waiver_has_two_persons)
may_withdraw_waiver: Policy[WithdrawFacts] = Policy("may_withdraw_waiver", waiver_is_open)
