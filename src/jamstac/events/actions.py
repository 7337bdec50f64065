"""Doors: planning an event, its candidates and assessors, the surat tugas, cancelling."""

from __future__ import annotations

from datetime import date, time

from jamstac.applications.models import Application
from jamstac.assessors.selectors import certificate_on
from jamstac.bodies import rules as body_rules
from jamstac.bodies.models import Body
from jamstac.bodies.numbering import give_number
from jamstac.bodies.states import NumberPurpose
from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.events import rules, selectors
from jamstac.events.models import AssignmentLetter, Event, EventCandidate
from jamstac.events.sheets import letter_content
from jamstac.events.states import EventState
from jamstac.ledger.door import Act, action, store
from jamstac.licensing.selectors import licence_on
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from jamstac.venues.models import Venue


@action("event.planned", access="event.plan", policies=[rules.may_plan, body_rules.may_give_number])
def plan_event(
    act: Act,
    body: Body,
    *,
    scheme_version: SchemeVersion,
    venue: Venue,
    date: date,
    start_time: time,
    end_time: time,
) -> Event:
    """Plan a jadwal: one scheme version, one TUK, one day (of the LSP's calendar). HR-16, HR-17, TUK-01."""
    act.require(
        rules.may_plan,
        selectors.plan_facts(scheme_version, venue, day=date, today=act.day, start_time=start_time, end_time=end_time),
    )
    event = Event(
        body=body,
        scheme_version=scheme_version,
        venue=venue,
        date=date,
        start_time=start_time,
        end_time=end_time,
        state=EventState.PLANNED,
        state_since=act.now,
    )
    event.number = give_number(act, NumberPurpose.EVENT, event.pk)
    store(event)
    act.record(event, scheme_version=scheme_version.pk, venue=venue.pk, day=date)
    return event


@action("event.candidate_added", access="event.plan", policies=[rules.may_add_candidate])
def add_candidate(act: Act, event: Event, *, application: Application, assessor: Person) -> EventCandidate:
    """Put an accepted application and its assessor into an event. HR-15, HR-19, HR-20, HR-31, HR-50."""
    act.require(rules.may_add_candidate, selectors.candidate_facts(event, application, assessor, act.day))
    row = EventCandidate(body_id=event.body_id, event=event, application=application, assessor=assessor)
    store(row)
    act.record(row, event_id=event.pk, assessor=assessor.pk)
    act.record(event="event.list_changed", cases=[application.pk])
    return row


@action("event.candidate_removed", access="event.plan", policies=[rules.may_remove_candidate])
def remove_candidate(act: Act, event: Event, *, application: Application) -> Event:
    """Take a candidate out again, before the surat tugas is signed (HR-50)."""
    act.require(rules.may_remove_candidate, selectors.removal_facts(event, application))
    row = EventCandidate.objects.get(event=event, application=application)
    act.record(row, event_id=event.pk, assessor=row.assessor_id)
    act.record(event="event.list_changed", cases=[application.pk])
    row.delete()
    return event


@action("event.cancelled", access="event.cancel", policies=[rules.may_cancel])
def cancel_event(act: Act, event: Event, *, reason: str) -> Event:
    """Cancel an event before any of its assessments was opened. Its candidates are free for another one."""
    act.require(rules.may_cancel, selectors.cancel_facts(event, reason))
    rows = selectors.candidates_of(event.pk)
    event.state, event.state_since, event.cancel_reason = EventState.CANCELLED, act.now, reason.strip()
    store(event, "state", "state_since", "cancel_reason")
    act.record(cases=[row.application_id for row in rows])
    for row in rows:
        act.record(row, event="event.candidate_removed", event_id=event.pk, assessor=row.assessor_id)
        row.delete()
    return event


@action(
    "event.letter_signed",
    access="event.sign_letter",
    policies=[rules.may_sign_letter, sheet_rules.may_sign, body_rules.may_give_number],
)
def sign_assignment_letter(act: Act, event: Event, *, statement: Statement) -> AssignmentLetter:
    """Number, freeze and sign the surat tugas. From here on its candidates and assessors stay (HR-50).

    Every condition is asked again for the event's day: HR-16, HR-17, HR-19, HR-20, TUK-01, HR-31."""
    candidates = selectors.candidates_of(event.pk)
    act.require(rules.may_sign_letter, selectors.letter_facts(event, candidates, act.day))
    assert act.actor.person_id is not None
    signer = Person.objects.get(pk=act.actor.person_id)
    licence = licence_on(event.body_id, event.date)
    certificates = {pk: certificate_on(pk, event.date) for pk in {row.assessor_id for row in candidates}}
    letter = AssignmentLetter(body_id=event.body_id, event=event, signer=signer, signed_at=act.now)
    letter.number = give_number(act, NumberPurpose.ASSIGNMENT_LETTER, letter.pk)
    letter.sheet = freeze(
        act,
        SheetCode.ASSIGNMENT_LETTER,
        subject=event,
        case_number=event.number,
        content=letter_content(
            event,
            event.body,
            number=letter.number,
            licence_number=licence.number if licence else "",
            day=act.day,
            candidates=candidates,
            met_numbers={pk: row.met_number for pk, row in certificates.items() if row},
        ),
    )
    sign(act, letter.sheet, statement, person=signer, role="director")
    store(letter)
    event.state, event.state_since = EventState.ASSIGNED, act.now
    store(event, "state", "state_since")
    act.record(letter=letter.pk, number=letter.number, cases=[row.application_id for row in candidates])
    return letter
