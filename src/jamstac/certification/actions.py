"""Doors: the pleno, its decisions, minutes and decree, and the certificate.

The assessor recommended; here the deciders decide. Nothing of the assessor's record is overwritten."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from django.urls import reverse

from jamstac.applications.reassessment import leave_open
from jamstac.assessment.models import Assessment
from jamstac.assessment.reopening import reopen
from jamstac.assessment.rules import may_reopen
from jamstac.bodies.models import Body
from jamstac.bodies.numbering import give_number
from jamstac.bodies.rules import may_give_number
from jamstac.bodies.states import NumberPurpose
from jamstac.certification import rules, selectors, sheets
from jamstac.certification.codes import new_code, number_key
from jamstac.certification.corrections import committee_facts, send_back_facts
from jamstac.certification.models import (
    Attendance,
    Certificate,
    CommitteeLetter,
    Decision,
    DecisionMember,
    Decree,
    Meeting,
    MeetingCase,
    Recusal,
)
from jamstac.certification.states import MeetingState, Outcome
from jamstac.documents.facts import Statement
from jamstac.documents.rules import may_sign
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.impartiality.conflicts import note_relation
from jamstac.kernel.periods import add_years
from jamstac.ledger.door import Act, action, store
from jamstac.parameters.selectors import number
from jamstac.people.models import Person
from jamstac.people.states import Function, RelationKind
from jamstac.people.telling import tell

DECIDER, DIRECTOR = str(Function.DECIDER), str(Function.DIRECTOR)


def _self(act: Act) -> Person:
    """The person who acts; the doors that ask are for staff only."""
    assert act.actor.person_id is not None
    return Person.objects.get(pk=act.actor.person_id)


@action("meeting.opened", access="meeting.open", policies=[rules.may_open_meeting, may_give_number])
def open_meeting(
    act: Act,
    body: Body,
    *,
    date: date,
    time: time,
    place: str,
    chair: Person,
    members: Sequence[Person],
) -> Meeting:
    """A pleno on `date` with its named deciders, the chair among them."""
    named = {person.pk: person for person in members}
    act.require(
        rules.may_open_meeting,
        selectors.opening_facts(meeting_date=date, day=act.day, chair=chair.pk, members=list(named)),
    )
    meeting = Meeting(body=body, date=date, time=time, place=place, chair=chair, state_since=act.now)
    meeting.number = give_number(act, NumberPurpose.MEETING, meeting.pk)
    store(meeting)
    for person in named.values():
        store(Attendance(body=body, meeting=meeting, person=person))
    act.record(meeting, date=date, chair=chair.pk, members=sorted(str(pk) for pk in named))
    return meeting


@action("meeting.attended", access="meeting.attend", policies=[rules.may_attend])
def confirm_presence(act: Act, meeting: Meeting) -> Attendance:
    """A named decider says they are there. Nobody says it for another."""
    members = selectors.members_of(meeting)
    act.require(rules.may_attend, selectors.attendance_facts(meeting, members, act.actor, act.day))
    attendance = next(row for row in members if row.person_id == act.actor.person_id)
    attendance.present_at = act.now
    store(attendance, "present_at")
    act.record(member=act.actor.person_id)
    return attendance


@action("case.tabled", access="meeting.table", policies=[rules.may_table])
def table_case(act: Act, meeting: Meeting, *, assessment: Assessment) -> MeetingCase:
    """Put a signed assessment on the table; its file is frozen by digest (HR-37)."""
    act.require(rules.may_table, selectors.tabling_facts(meeting, assessment, act.day))
    file = selectors.case_file(assessment)
    case = MeetingCase(
        body_id=meeting.body_id, meeting=meeting, assessment=assessment, file_digest=file.digest, frozen_at=act.now
    )
    store(case)
    act.record(case, meeting=meeting.pk, digest=case.file_digest, sheets=len(file.sheets))
    return case


@action("case.recused", access="meeting.recuse", policies=[rules.may_recuse])
def recuse(act: Act, case: MeetingCase, *, reason: str) -> Recusal:
    """A member takes no part in one case, and says why."""
    act.require(rules.may_recuse, selectors.recusal_facts(case, act.actor, reason))
    recusal = Recusal(body_id=case.body_id, meeting_case=case, person=_self(act), reason=reason.strip())
    store(recusal)
    act.record(member=act.actor.person_id)
    return recusal


@action("case.postponed", access="meeting.postpone", policies=[rules.may_postpone])
def postpone_case(act: Act, case: MeetingCase, *, reason: str) -> MeetingCase:
    """Take a case off the table, with the reason; it may be tabled again at another meeting."""
    act.require(rules.may_postpone, selectors.postponement_facts(case, reason))
    case.postponed_at, case.postpone_reason = act.now, reason.strip()
    store(case, "postponed_at", "postpone_reason")
    act.record(meeting=case.meeting_id)
    return case


@action("case.sent_back", access="case.send_back", policies=[rules.may_send_back, may_reopen])
def send_back(act: Act, assessment: Assessment, *, reason: str) -> Assessment:
    """A signed sheet is wrong: the case goes back to its assessor. What was signed stays; the next recommendation
    makes the next version (HR-50). Never while it lies before the deciders (HR-37)."""
    act.require(rules.may_send_back, send_back_facts(assessment))
    reopen(act, assessment, reason)
    tell(
        act,
        assessment.assessor,
        "case.sent_back",
        link=reverse("assessment:assessment", args=[assessment.body.slug, assessment.pk]),
        number=assessment.application.number,
        reason=reason.strip(),
    )
    act.record(round=assessment.round)
    return assessment


@action(
    "committee.letter_signed",
    access="committee.sign",
    policies=[rules.may_sign_committee_letter, may_sign, may_give_number],
)
def sign_committee_letter(act: Act, meeting: Meeting, *, statement: Statement) -> CommitteeLetter:
    """Number, freeze and sign the surat tugas komite of a meeting."""
    act.require(rules.may_sign_committee_letter, committee_facts(meeting, act.day))
    letter = CommitteeLetter(body_id=meeting.body_id, meeting=meeting, signer=_self(act), signed_at=act.now)
    letter.number = give_number(act, NumberPurpose.COMMITTEE_LETTER, letter.pk)
    letter.sheet = freeze(
        act,
        SheetCode.COMMITTEE_LETTER,
        subject=meeting,
        content=sheets.committee_content(meeting, letter.number, letter.signer.name, act.day),
        case_number=meeting.number,
    )
    sign(act, letter.sheet, statement, person=letter.signer, role=DIRECTOR)
    store(letter)
    act.record(letter, meeting=meeting.pk, members=meeting.members.count())
    return letter


@action("decision.made", access="decision.make", policies=[rules.may_decide])
def decide(act: Act, case: MeetingCase, *, outcome: str, reason: str = "") -> Decision:
    """The decision of the members who took part, written by the chair. Made once, never changed."""
    act.refuse(selectors.quorum_settings(case.body_id, act.day))
    facts = selectors.decision_facts(case, act.actor, act.day, outcome=outcome, reason=reason)
    act.require(rules.may_decide, facts)
    decision = Decision(
        body_id=case.body_id, meeting_case=case, outcome=outcome, reason=reason.strip(), decided_at=act.now
    )
    store(decision)
    candidate = case.assessment.application.person
    for member in Person.objects.filter(pk__in=facts.participants).order_by("pk"):
        store(DecisionMember(body_id=case.body_id, decision=decision, person=member))
        note_relation(act, member, candidate, RelationKind.DECIDED, valid_until=act.day)
    act.record(
        decision,
        outcome=outcome,
        recommendation=facts.recommendation,
        members=sorted(str(pk) for pk in facts.participants),
        quorum=facts.quorum,
        digest=case.file_digest,
    )
    return decision


@action("meeting.closed", access="meeting.close", policies=[rules.may_close, may_sign, may_give_number])
def close_meeting(act: Act, meeting: Meeting, *, statement: Statement) -> Meeting:
    """Close the meeting: the minutes (berita acara) are frozen and signed by the chair."""
    act.require(rules.may_close, selectors.closing_facts(meeting, act.actor))
    meeting.minutes_number = give_number(act, NumberPurpose.MINUTES, meeting.pk)
    meeting.minutes = freeze(
        act,
        SheetCode.MINUTES,
        subject=meeting,
        content=sheets.minutes_content(meeting, act.now, act.day),
        case_number=meeting.minutes_number,
    )
    sign(act, meeting.minutes, statement, person=meeting.chair, role=DECIDER)
    meeting.state, meeting.state_since = MeetingState.CLOSED, act.now
    store(meeting, "state", "state_since", "minutes", "minutes_number")
    act.record(decisions=selectors.decisions_of(meeting).count())
    return meeting


@action("minutes.signed", access="minutes.sign", policies=[rules.may_sign_minutes, may_sign])
def sign_minutes(act: Act, meeting: Meeting, *, statement: Statement) -> Meeting:
    """A member who was present signs the minutes."""
    act.require(rules.may_sign_minutes, selectors.minutes_facts(meeting, act.actor))
    assert meeting.minutes is not None
    sign(act, meeting.minutes, statement, person=_self(act), role=DECIDER)
    act.record(digest=meeting.minutes.digest)
    return meeting


@action("decree.signed", access="decree.sign", policies=[rules.may_sign_decree, may_sign, may_give_number])
def sign_decree(act: Act, meeting: Meeting, *, statement: Statement) -> Decree:
    """The direktur signs the SK penetapan; each candidate gets a letter (BK: reasons and the right to appeal)."""
    act.refuse(selectors.decree_settings(meeting, act.day))
    act.require(rules.may_sign_decree, selectors.decree_facts(meeting, act.actor, act.day))
    signer = _self(act)
    decisions = list(selectors.decisions_of(meeting))
    decree = Decree(body_id=meeting.body_id, meeting=meeting, signer=signer, signed_at=act.now)
    decree.number = give_number(act, NumberPurpose.DECREE, decree.pk)
    decree.sheet = freeze(
        act,
        SheetCode.DECREE,
        subject=decree,
        content=sheets.decree_content(meeting, decree, decisions, act.day),
        case_number=decree.number,
    )
    sign(act, decree.sheet, statement, person=signer, role=DIRECTOR)
    store(decree)
    window = number(meeting.body_id, "appeal_submit_window", act.day)
    for decision in decisions:
        _notify(act, decision, decree, statement, window)
        if decision.outcome == Outcome.NOT_YET:
            assessment = decision.meeting_case.assessment
            leave_open(act, assessment.application, results=selectors.results_of(assessment))
    act.record(decree, meeting=meeting.pk, decisions=len(decisions), digest=decree.sheet.digest)
    return decree


def _notify(act: Act, decision: Decision, decree: Decree, statement: Statement, window: int | None) -> None:
    application = decision.meeting_case.assessment.application
    letter_number = give_number(act, NumberPurpose.RESULT_LETTER, decision.pk)
    letter = freeze(
        act,
        SheetCode.RESULT_LETTER,
        subject=decision,
        content=sheets.letter_content(decision, decree, letter_number, act.day, window),
        case_number=application.number,
        owner=application.person,
    )
    sign(act, letter, statement, person=decree.signer, role=DIRECTOR)
    decision.decree, decision.result_letter = decree, letter
    store(decision, "decree", "result_letter")
    act.record(decision, event="result.notified", outcome=decision.outcome, digest=letter.digest)
    tell(
        act,
        application.person,
        "result.told",
        link=reverse("certification:own_result", args=[application.body.slug, application.pk]),
        number=application.number,
    )


@action("certificate.issued", access="certificate.issue", policies=[rules.may_issue, may_sign, may_give_number])
def issue_certificate(act: Act, decision: Decision, *, statement: Statement) -> Certificate:
    """Issue the certificate of a decision Kompeten: numbers, random check code, validity, signed front."""
    act.require(rules.may_issue, selectors.issue_facts(decision, act.actor, act.day))
    application = decision.meeting_case.assessment.application
    version = application.scheme_version
    assert version.validity_years is not None
    certificate = Certificate(
        body_id=decision.body_id,
        decision=decision,
        holder=application.person,
        holder_name=application.name,
        scheme_version=version,
        code=new_code(),
        issued_on=act.day,
        valid_until=add_years(act.day, version.validity_years),
        signer=_self(act),
    )
    _give_numbers(act, certificate)
    certificate.sheet = freeze(
        act,
        SheetCode.CERTIFICATE,
        subject=certificate,
        content=sheets.certificate_content(certificate, act.day),
        case_number=application.number,
        owner=application.person,
    )
    sign(act, certificate.sheet, statement, person=certificate.signer, role=DIRECTOR)
    store(certificate)
    act.record(
        certificate,
        decision=decision.pk,
        scheme=version.pk,
        issued_on=certificate.issued_on,
        valid_until=certificate.valid_until,
        digest=certificate.sheet.digest,
    )
    tell(
        act,
        application.person,
        "certificate.issued",
        link=reverse("certification:own_certificate", args=[application.body.slug, certificate.pk]),
        number=application.number,
    )
    return certificate


def _give_numbers(act: Act, certificate: Certificate) -> None:
    version = certificate.scheme_version
    tokens = {
        "licence": sheets.licence_digits(certificate.body_id, act.day),
        "kbli": version.kbli,
        "kbji": version.kbji,
        "level": version.level,
    }
    certificate.number = give_number(act, NumberPurpose.CERTIFICATE, certificate.pk, **tokens)
    certificate.registration = give_number(act, NumberPurpose.REGISTRATION, certificate.pk, **tokens)
    certificate.number_key = number_key(certificate.number)
    certificate.registration_key = number_key(certificate.registration)
