"""Who may decide on what, and what a decision and a certificate need."""

from __future__ import annotations

from jamstac.assessors.rules import pacts_are_signed
from jamstac.certification import facts
from jamstac.certification.facts import (
    AttendanceFacts,
    ClosingFacts,
    CommitteeFacts,
    DecisionFacts,
    DecreeFacts,
    IssueFacts,
    MinutesFacts,
    OpeningFacts,
    PostponementFacts,
    RecusalFacts,
    SendBackFacts,
    TablingFacts,
)
from jamstac.certification.states import Outcome
from jamstac.kernel.verdicts import ALLOW, Override, Policy, Verdict, refuse, refuse_if, rule
from jamstac.licensing.rules import licence_covers_scheme

# ---------------------------------------------------------------- separation


@rule("HR-01", source="ISO/IEC 17024 9.4.3; DEC-02")
def examiner_takes_no_part(f: facts.TakesPart) -> Verdict:
    """Who examined any part of a candidate's assessment takes no part in that candidate's decision."""
    found = f.participants & f.examiners
    return refuse_if(bool(found), "decision.examiner", count=len(found))


@rule("HR-02", source="ISO/IEC 17024 9.4.3")
def trainer_takes_no_part(f: facts.Trained) -> Verdict:
    """Who trained the candidate inside the window, or teaches them, takes no part in the decision."""
    found = f.participants & f.trainers
    return refuse_if(bool(found), "decision.trainer", count=len(found))


@rule("HR-07", source="ISO/IEC 17024 4.2, 9.4.3; ASM-06")
def assessor_holds_no_decision(f: facts.ByActor) -> Verdict:
    """The assessor of a case never decides it, signs its decree or issues its certificate."""
    return refuse_if(f.actor in f.assessors, "decision.assessor_acts")


@rule("HR-14", source="ISO/IEC 17024 4.2, 6.3; GOV-01")
def deciders_are_independent(f: DecisionFacts) -> Verdict:
    """TUK, sponsor, contractor and system-admin accounts never decide, whatever else they were appointed to."""
    found = f.participants & f.never_decide
    return refuse_if(bool(found), "decision.never_decides", count=len(found))


@rule("HR-15", source="ISO/IEC 17024 4.3; JAMSTAC")
def signer_is_no_candidate(f: DecreeFacts) -> Verdict:
    """Nobody signs the decree about themselves."""
    return refuse_if(f.actor in f.candidates, "door.about_oneself")


@rule("HR-40", source="UU 27/2022 art. 10; ISO/IEC 17024:2026; PDP-11")
def decider_is_human(f: DecisionFacts) -> Verdict:
    """K and BK are always the act of a person."""
    return refuse_if(not f.actor_is_person, "decision.not_human")


# ---------------------------------------------------------------- the meeting


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def members_are_deciders(f: OpeningFacts) -> Verdict:
    """A pleno names deciders whose appointment is in force on its day."""
    others = f.members - f.deciders
    return refuse_if(bool(others) or not f.members, "meeting.not_deciders", count=len(others))


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def chair_is_member(f: OpeningFacts) -> Verdict:
    """The chair is one of the named deciders."""
    return refuse_if(f.chair not in f.members, "meeting.chair_not_member")


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def meeting_is_to_come(f: OpeningFacts) -> Verdict:
    """No pleno is called for a day that has passed: minutes are not dated back."""
    return refuse_if(f.meeting_date < f.day, "meeting.day_past", date=f.meeting_date.isoformat())


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def meeting_is_open(f: facts.AtMeeting) -> Verdict:
    """Nothing changes in a closed meeting."""
    return refuse_if(not f.meeting_open, "meeting.closed")


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def meeting_has_begun(f: facts.OnItsDay) -> Verdict:
    """Nobody is present at, or decides in, a meeting before its day."""
    return refuse_if(f.day < f.meeting_date, "meeting.not_begun", date=f.meeting_date.isoformat())


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def actor_is_member(f: facts.ByMember) -> Verdict:
    """Only the named deciders of this meeting."""
    return refuse_if(f.actor not in f.members, "meeting.not_member")


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def actor_is_chair(f: facts.ByChair) -> Verdict:
    """The chair writes the decisions and closes the meeting."""
    return refuse_if(f.actor != f.chair, "meeting.not_chair")


@rule("HR-50", source="ASM-05; REC-03")
def presence_is_new(f: AttendanceFacts) -> Verdict:
    """Presence is said once."""
    return refuse_if(f.actor in f.present, "meeting.present_already")


# ---------------------------------------------------------------- the file


@rule("HR-37", source="ISO/IEC 17024 9.4.1–9.4.2")
def assessment_is_signed(f: TablingFacts) -> Verdict:
    """Only an assessment signed by both sides comes to the table."""
    return refuse_if(not f.assessment_signed, "file.assessment_open")


@rule("HR-37", source="ISO/IEC 17024 9.4.1–9.4.2")
def file_is_complete(f: facts.CaseFile) -> Verdict:
    """A decision rests on a complete file: every sheet there and signed by both sides."""
    return refuse_if(bool(f.missing_sheets), "file.missing", sheets=", ".join(f.missing_sheets)) & refuse_if(
        bool(f.unsigned_sheets), "file.unsigned", sheets=", ".join(f.unsigned_sheets)
    )


@rule("HR-37", source="ISO/IEC 17024 9.4.1–9.4.2")
def file_is_unchanged(f: DecisionFacts) -> Verdict:
    """The file is the one that was frozen when it came to the table."""
    return refuse_if(f.digest_now != f.digest_frozen, "file.changed")


@rule("HR-41", source="ASM-09; IQA-09", override=Override.DUAL)
def nothing_stands_in_the_way(f: facts.Unhindered) -> Verdict:
    """No decision on a file with an open incident or hold, or an open conflict between assessor and candidate."""
    return refuse_if(f.open_conflicts > 0, "file.conflict_open", count=f.open_conflicts) & refuse_if(
        f.holds > 0, "file.on_hold", count=f.holds
    )


@rule("HR-38", source="DEC-04")
def meeting_follows_assessment(f: facts.AfterAssessment) -> Verdict:
    """No decision is dated before the assessment it rests on."""
    early = f.meeting_date < f.assessed_on
    return refuse_if(
        early, "decision.before_assessment", date=f.meeting_date.isoformat(), assessed=f.assessed_on.isoformat()
    )


@rule("DEC-01", source="ISO/IEC 17024 9.4.1–9.4.2")
def case_is_on_no_table(f: TablingFacts) -> Verdict:
    """A case stands on one table at a time."""
    return refuse_if(f.on_a_table, "case.on_a_table")


@rule("DEC-01", source="ISO/IEC 17024 9.4.1–9.4.2")
def case_is_on_table(f: facts.OnTable) -> Verdict:
    """A postponed case is no longer on this table."""
    return refuse_if(f.postponed, "case.postponed")


@rule("HR-50", source="ASM-05; REC-03")
def decision_is_made_once(f: facts.OnTable) -> Verdict:
    """A decision, once made, stays as it is."""
    return refuse_if(f.decided, "decision.made_already")


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def reason_is_written(f: facts.WithReason) -> Verdict:
    """Recusal and postponement carry their reason."""
    return refuse_if(not f.reason_given, "meeting.no_reason")


@rule("HR-50", source="ASM-05; REC-03")
def recusal_is_new(f: RecusalFacts) -> Verdict:
    """A recusal is said once and not taken back."""
    return refuse_if(f.actor in f.recused, "case.recused_already")


# ---------------------------------------------------------------- the decision


@rule("HR-38", source="DEC-04")
def quorum_is_met(f: DecisionFacts) -> Verdict:
    """A decision needs its quorum of appointed deciders; those recused are not counted."""
    present = len(f.participants)
    return refuse_if(present < f.quorum, "decision.no_quorum", present=present, needed=f.quorum)


@rule("HR-38", source="DEC-04")
def chair_takes_part(f: DecisionFacts) -> Verdict:
    """The chair who writes a decision sits at its table."""
    return refuse_if(f.chair not in f.participants, "decision.chair_absent")


@rule("HR-36", source="skema; DEC-06")
def outcome_follows_scheme(f: DecisionFacts) -> Verdict:
    """Kompeten only where the scheme's own rule over the unit results allows it."""
    if f.outcome != Outcome.COMPETENT or not f.all_units_needed:
        return ALLOW
    reached = f.unit_results.count(Outcome.COMPETENT)
    return refuse_if(reached < f.units, "decision.units_not_reached", reached=reached, needed=f.units)


@rule("HR-39", source="DEC-05")
def departure_has_reason(f: DecisionFacts) -> Verdict:
    """A decision differing from the recommendation carries a written reason."""
    return refuse_if(f.outcome != f.recommendation and not f.reason_given, "decision.no_reason")


@rule("DEC-07", source="ISO/IEC 17024 9.8; SOP-PKS")
def refusal_has_reason(f: DecisionFacts) -> Verdict:
    """The letter tells a candidate why the outcome is Belum Kompeten."""
    silent = f.outcome == Outcome.NOT_YET and f.recommendation == Outcome.NOT_YET and not f.reason_given
    return refuse_if(silent, "decision.no_reason_for_candidate")


# ---------------------------------------------------------------- minutes, decree, certificate


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def every_case_is_settled(f: ClosingFacts) -> Verdict:
    """A meeting closes when each case on its table is decided or postponed."""
    return refuse_if(f.undecided > 0, "meeting.undecided", count=f.undecided)


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def chair_is_present(f: ClosingFacts) -> Verdict:
    """The chair who closes the meeting is present."""
    return refuse_if(f.chair not in f.present, "meeting.chair_absent")


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def minutes_are_written(f: MinutesFacts) -> Verdict:
    """The minutes are there to be signed once the chair has closed the meeting."""
    return refuse_if(not f.minutes_exist, "minutes.not_written")


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def minutes_are_signed(f: DecreeFacts) -> Verdict:
    """The decree rests on minutes signed by every member present."""
    if not f.minutes_exist:
        return refuse("minutes.not_written")
    return refuse_if(f.signatures_missing > 0, "minutes.unsigned", count=f.signatures_missing)


@rule("DEC-04", source="PBNSP 201 4.2, 9")
def decree_has_decisions(f: DecreeFacts) -> Verdict:
    """A decree sets down at least one decision."""
    return refuse_if(f.decisions == 0, "decree.empty")


@rule("HR-50", source="ASM-05; REC-03")
def decree_is_first(f: DecreeFacts) -> Verdict:
    """A meeting has one decree."""
    return refuse_if(f.decree_exists, "decree.signed_already")


@rule("HR-42", source="ISO/IEC 17024 9.4.5–9.4.7")
def decision_is_competent(f: IssueFacts) -> Verdict:
    """A certificate follows from the decision Kompeten only."""
    return refuse_if(f.outcome != Outcome.COMPETENT, "certificate.not_competent")


@rule("HR-42", source="ISO/IEC 17024 9.4.5–9.4.7")
def decree_is_signed(f: IssueFacts) -> Verdict:
    """No certificate before the decree."""
    return refuse_if(not f.decree_signed, "certificate.no_decree")


@rule("HR-42", source="ISO/IEC 17024 9.4.5–9.4.7")
def certificate_is_first(f: IssueFacts) -> Verdict:
    """One certificate per decision."""
    return refuse_if(f.issued, "certificate.issued_already")


@rule("HR-42", source="ISO/IEC 17024 9.4.7; CER-01")
def fields_are_complete(f: IssueFacts) -> Verdict:
    """Every mandatory field of the certificate is known."""
    return refuse_if(bool(f.missing_fields), "certificate.missing_fields", fields=", ".join(f.missing_fields))


@rule("HR-37", source="ISO/IEC 17024 9.4.1–9.4.2; HR-50")
def case_is_not_with_deciders(f: SendBackFacts) -> Verdict:
    """What lies before the deciders is not written on; a decision is not undone by its assessor."""
    return refuse_if(f.decided, "case.decided_already") & refuse_if(f.on_table and not f.decided, "case.on_table_now")


@rule("HR-50", source="ASM-05; REC-03")
def committee_is_named_once(f: CommitteeFacts) -> Verdict:
    """The letter that names a committee is signed once, before its meeting is over."""
    return refuse_if(f.signed, "committee.signed_before") & refuse_if(
        not f.meeting_open or f.day > f.meeting_date, "committee.too_late"
    )


may_open_meeting: Policy[OpeningFacts] = Policy(
    "may_open_meeting", members_are_deciders, chair_is_member, meeting_is_to_come
)
may_attend: Policy[AttendanceFacts] = Policy(
    "may_attend", meeting_is_open, actor_is_member, meeting_has_begun, presence_is_new, pacts_are_signed
)
may_table: Policy[TablingFacts] = Policy(
    "may_table",
    meeting_is_open,
    case_is_on_no_table,
    assessment_is_signed,
    file_is_complete,
    nothing_stands_in_the_way,
    meeting_follows_assessment,
)
may_recuse: Policy[RecusalFacts] = Policy(
    "may_recuse",
    meeting_is_open,
    actor_is_member,
    case_is_on_table,
    decision_is_made_once,
    recusal_is_new,
    reason_is_written,
)
may_postpone: Policy[PostponementFacts] = Policy(
    "may_postpone", meeting_is_open, case_is_on_table, decision_is_made_once, reason_is_written
)
may_decide: Policy[DecisionFacts] = Policy(
    "may_decide",
    decider_is_human,
    actor_is_chair,
    meeting_is_open,
    meeting_has_begun,
    case_is_on_table,
    decision_is_made_once,
    examiner_takes_no_part,
    trainer_takes_no_part,
    assessor_holds_no_decision,
    deciders_are_independent,
    licence_covers_scheme,
    file_is_complete,
    file_is_unchanged,
    nothing_stands_in_the_way,
    quorum_is_met,
    chair_takes_part,
    meeting_follows_assessment,
    outcome_follows_scheme,
    departure_has_reason,
    refusal_has_reason,
)
may_close: Policy[ClosingFacts] = Policy(
    "may_close", meeting_is_open, actor_is_chair, chair_is_present, every_case_is_settled
)
may_sign_minutes: Policy[MinutesFacts] = Policy("may_sign_minutes", minutes_are_written, actor_is_member)
may_sign_decree: Policy[DecreeFacts] = Policy(
    "may_sign_decree",
    examiner_takes_no_part,
    trainer_takes_no_part,
    assessor_holds_no_decision,
    signer_is_no_candidate,
    minutes_are_signed,
    decree_has_decisions,
    decree_is_first,
)
may_issue: Policy[IssueFacts] = Policy(
    "may_issue",
    examiner_takes_no_part,
    assessor_holds_no_decision,
    decision_is_competent,
    decree_is_signed,
    certificate_is_first,
    fields_are_complete,
)
may_send_back: Policy[SendBackFacts] = Policy("may_send_back", case_is_not_with_deciders)
may_sign_committee_letter: Policy[CommitteeFacts] = Policy("may_sign_committee_letter", committee_is_named_once)
