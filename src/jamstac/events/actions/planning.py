"""Doors: planning an event, its candidates and assessors, its lead asesor."""

from __future__ import annotations

from datetime import date, time

from jamstac.applications.models import Application
from jamstac.bodies import rules as body_rules
from jamstac.bodies.models import Body
from jamstac.bodies.numbering import give_number
from jamstac.bodies.states import NumberPurpose
from jamstac.events import rules, selectors
from jamstac.events.bookings import Slot, lock_calendars
from jamstac.events.changing import drop_lead, note_change, tell_people
from jamstac.events.impartial import pair_of
from jamstac.events.models import Event, EventCandidate
from jamstac.events.states import LETTERED, ChangeKind, EventState, Mode
from jamstac.impartiality.conflicts import lapse, record_found
from jamstac.impartiality.selectors import window_setting
from jamstac.ledger.door import Act, action, store
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
    mode: str = Mode.ONSITE,
) -> Event:
    """Plan a jadwal: one scheme version, one TUK, one day (of the LSP's calendar). HR-16, HR-17, HR-28,
    HR-29, TUK-01."""
    slot = Slot(body, date, start_time, end_time)
    act.require(rules.may_plan, selectors.plan_facts(scheme_version, venue, slot, mode=mode, today=act.day))
    event = Event(
        body=body,
        scheme_version=scheme_version,
        venue=venue,
        date=date,
        start_time=start_time,
        end_time=end_time,
        mode=mode,
        state=EventState.PLANNED,
        state_since=act.now,
    )
    event.number = give_number(act, NumberPurpose.EVENT, event.pk)
    store(event)
    act.record(event, scheme_version=scheme_version.pk, venue=venue.pk, day=date, mode=mode)
    return event


@action("event.candidate_added", access="event.plan", policies=[rules.may_add_candidate])
def add_candidate(
    act: Act, event: Event, *, application: Application, assessor: Person, reason: str = ""
) -> EventCandidate:
    """Put an accepted application and its assessor into an event. HR-03, HR-04, HR-15, HR-19, HR-20, HR-22, HR-29,
    HR-31. What the system finds about the pair is recorded and waits for its disposition (HR-06).

    After the surat tugas it takes a `reason`, and a new one must be signed."""
    act.refuse(window_setting(event.body_id, act.day))
    lock_calendars({assessor.pk, application.person_id})
    facts = selectors.candidate_facts(event, application, assessor, act.day, reason=reason)
    act.require(rules.may_add_candidate, facts)
    row = EventCandidate(body_id=event.body_id, event=event, application=application, assessor=assessor)
    store(row)
    act.record(row, event_id=event.pk, assessor=assessor.pk)
    act.record(event="event.list_changed", cases=[application.pk])
    record_found(act, event.pk, [pair_of(application, assessor, act.day)], event.date)
    if event.state in LETTERED:
        note_change(act, event, ChangeKind.ADDED, reason, application=application, assessor_after=assessor)
        tell_people(act, event, [assessor], "event.list_changed", reason=reason.strip())
    return row


@action("event.candidate_removed", access="event.plan", policies=[rules.may_remove_candidate])
def remove_candidate(act: Act, event: Event, *, application: Application) -> Event:
    """Take a candidate out again, before any surat tugas was signed (HR-50)."""
    act.require(rules.may_remove_candidate, selectors.removal_facts(event, application))
    row = EventCandidate.objects.get(event=event, application=application)
    act.record(row, event_id=event.pk, assessor=row.assessor_id)
    act.record(event="event.list_changed", cases=[application.pk])
    lapse(act, event.pk, case=application.pk)
    row.delete()
    drop_lead(event)
    return event


@action("event.lead_named", access="event.plan", policies=[rules.may_name_lead])
def name_lead(act: Act, event: Event, *, person: Person) -> Event:
    """Name the lead asesor, one of the event's assessors. The surat tugas says so."""
    act.require(rules.may_name_lead, selectors.lead_facts(event, person))
    event.lead = person
    store(event, "lead")
    act.record(lead=person.pk)
    return event
