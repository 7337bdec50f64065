"""Doors: a plan changes. Before the surat tugas freely; after it with a reason, told to those concerned, and until a
case is opened. Every change takes the surat tugas out of force; a new one is signed under a new number."""

from __future__ import annotations

from datetime import date, time

from jamstac.applications.models import Application
from jamstac.events import rules, selectors
from jamstac.events.bookings import Slot, lock_calendars
from jamstac.events.changing import (
    assessors_of,
    candidates_among,
    depart,
    note_change,
    tell_people,
)
from jamstac.events.impartial import pairs_of
from jamstac.events.models import Event, EventCandidate
from jamstac.events.states import LETTERED, ChangeKind, DepartureKind, EventState
from jamstac.impartiality.conflicts import lapse, record_found
from jamstac.impartiality.selectors import window_setting
from jamstac.kernel.verdicts import refuse_if
from jamstac.ledger.door import Act, action, store
from jamstac.people.models import Person
from jamstac.venues.models import Venue


def _lock(event: Event) -> list[EventCandidate]:
    rows = selectors.candidates_of(event.pk)
    lock_calendars({pk for row in rows for pk in (row.assessor_id, row.application.person_id)})
    return rows


@action("event.postponed", access="event.plan", policies=[rules.may_replan])
def postpone_event(act: Act, event: Event, *, date: date, start_time: time, end_time: time, reason: str = "") -> Event:
    """Another day or other hours. Everything planning asked is asked again for the new day."""
    rows = _lock(event)
    slot = Slot(event.body, date, start_time, end_time, event.pk)
    act.require(rules.may_replan, selectors.replan_facts(event, slot, event.venue, reason=reason, today=act.day))
    before = _moment(event)
    event.date, event.start_time, event.end_time = date, start_time, end_time
    store(event, "date", "start_time", "end_time")
    act.record(day=date, cases=[row.application_id for row in rows])
    if event.state in LETTERED:
        note_change(act, event, ChangeKind.POSTPONED, reason, before=before, after=_moment(event))
        _tell_all(act, event, rows, "event.postponed", reason)
    return event


def _moment(event: Event) -> str:
    return f"{event.date.isoformat()} {event.start_time:%H.%M}–{event.end_time:%H.%M}"


@action("event.venue_moved", access="event.plan", policies=[rules.may_replan])
def move_venue(act: Act, event: Event, *, venue: Venue, reason: str = "") -> Event:
    """Another TUK. A TUK sewaktu or tempat kerja must still be verified for this event (HR-24)."""
    rows = _lock(event)
    slot = Slot(event.body, event.date, event.start_time, event.end_time, event.pk)
    act.require(rules.may_replan, selectors.replan_facts(event, slot, venue, reason=reason, today=act.day))
    before, event.venue = event.venue.code, venue
    store(event, "venue")
    act.record(venue=venue.pk, cases=[row.application_id for row in rows])
    if event.state in LETTERED:
        note_change(act, event, ChangeKind.VENUE, reason, before=before, after=venue.code)
        _tell_all(act, event, rows, "event.venue_moved", reason)
    return event


@action("event.assessor_replaced", access="event.plan", policies=[rules.may_replace, rules.may_take_over])
def replace_assessor(
    act: Act, event: Event, *, before: Person, after: Person, reason: str = "", application: Application | None = None
) -> Event:
    """Hand over one candidate of `before` (`application`), or all whose assessment was not opened, to `after`, of
    whom everything is asked that was asked when the first was chosen. HR-15, HR-19, HR-20, HR-29."""
    rows = [row for row in _lock(event) if row.assessor_id == before.pk]
    if application is None:
        rows = [row for row in rows if row.opened_at is None] or rows
    else:
        rows = [row for row in rows if row.application_id == application.pk]
    lock_calendars({after.pk})
    act.refuse(window_setting(event.body_id, act.day))
    act.require(rules.may_replace, selectors.replacement_facts(event, rows, before, after, reason))
    held = EventCandidate.objects.filter(event=event, assessor=after).count()
    for row in rows:
        facts = selectors.candidate_facts(event, row.application, after, act.day, reason=reason, load=held + len(rows))
        act.require(rules.may_take_over, facts)
    for row in rows:
        row.assessor = after
        store(row, "assessor")
        act.record(row, event_id=event.pk, assessor_before=before.pk, assessor=after.pk)
        lapse(act, event.pk, case=row.application_id, person_id=before.pk)
    record_found(act, event.pk, pairs_of(rows, act.day), event.date)
    if event.lead_id == before.pk and not EventCandidate.objects.filter(event=event, assessor=before).exists():
        event.lead = after
        store(event, "lead")
    act.record(assessor_before=before.pk, assessor=after.pk, cases=[row.application_id for row in rows])
    if event.state in LETTERED:
        note_change(
            act,
            event,
            ChangeKind.ASSESSOR,
            reason,
            assessor_before=before,
            assessor_after=after,
            application=application,
        )
        told = {"reason": reason.strip(), "count": len(rows)}
        tell_people(act, event, [before], "event.handed_over", **told)
        tell_people(act, event, [after], "event.taken_over", **told)
        tell_people(act, event, candidates_among(rows), "event.assessor_replaced", assessor=after.name)
    return event


@action("event.candidate_withdrawn", access="event.plan", policies=[rules.may_withdraw])
def withdraw_candidate(
    act: Act, event: Event, *, application: Application, reason: str, kind: DepartureKind = DepartureKind.WITHDRAWN
) -> Event:
    """A case leaves the event with its reason; it can enter another one. Who did not come is noted by attendance."""
    act.refuse(refuse_if(kind == DepartureKind.ABSENT, "withdrawal.is_absence"))
    act.require(rules.may_withdraw, selectors.withdrawal_facts(event, application, reason))
    row = EventCandidate.objects.select_related("application__person", "assessor", "event").get(
        event=event, application=application
    )
    person, assessor = row.application.person, row.assessor
    depart(act, row, kind, reason)
    act.record(cases=[application.pk], kind=kind)
    if event.state in LETTERED:
        note_change(act, event, ChangeKind.WITHDRAWN, reason, application=application, assessor_before=assessor)
        tell_people(act, event, [assessor], "event.list_changed", reason=reason.strip())
        tell_people(act, event, [person], "event.left", reason=reason.strip())
    return event


@action("event.cancelled", access="event.cancel", policies=[rules.may_cancel])
def cancel_event(act: Act, event: Event, *, reason: str) -> Event:
    """Cancel an event before any of its assessments was opened. Its candidates are free for another one."""
    act.require(rules.may_cancel, selectors.cancel_facts(event, reason))
    rows = selectors.candidates_of(event.pk)
    lettered = event.state in LETTERED
    if lettered:
        note_change(act, event, ChangeKind.CANCELLED, reason)
        _tell_all(act, event, rows, "event.cancelled", reason)
    event.state, event.state_since, event.cancel_reason = EventState.CANCELLED, act.now, reason.strip()
    store(event, "state", "state_since", "cancel_reason")
    act.record(cases=[row.application_id for row in rows])
    for row in rows:
        depart(act, row, DepartureKind.MOVED, reason)
    return event


def _tell_all(act: Act, event: Event, rows: list[EventCandidate], notice: str, reason: str) -> None:
    people = [*assessors_of(rows), *candidates_among(rows)]
    tell_people(act, event, people, notice, reason=reason.strip())
