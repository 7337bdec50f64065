"""What every change of plan has in common: the change itself, the surat tugas that no longer holds, the people told."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse
from django.utils.formats import date_format

from jamstac.applications.models import Application
from jamstac.events.models import AssignmentLetter, Departure, Event, EventCandidate, EventChange
from jamstac.events.states import ChangeKind, DepartureKind, EventState
from jamstac.impartiality.conflicts import lapse
from jamstac.ledger.door import Act, store
from jamstac.people.models import Person
from jamstac.people.telling import tell


def note_change(
    act: Act,
    event: Event,
    kind: ChangeKind,
    reason: str,
    *,
    before: str = "",
    after: str = "",
    assessor_before: Person | None = None,
    assessor_after: Person | None = None,
    application: Application | None = None,
) -> EventChange:
    """Write the change and take the surat tugas out of force; the event waits for a new one (HR-21)."""
    change = EventChange(
        body_id=event.body_id,
        event=event,
        kind=kind,
        reason=reason.strip(),
        before=before,
        after=after,
        assessor_before=assessor_before,
        assessor_after=assessor_after,
        application=application,
        by_id=act.actor.person_id,
        at=act.now,
    )
    store(change)
    supersede_letter(act, event, reason)
    return change


def supersede_letter(act: Act, event: Event, reason: str) -> None:
    letter = AssignmentLetter.objects.filter(event=event, superseded_at=None).first()
    if letter is not None:
        letter.superseded_at, letter.superseded_reason = act.now, reason.strip()
        store(letter, "superseded_at", "superseded_reason")
        act.record(event, event="event.letter_superseded", letter=letter.pk, number=letter.number)
    if event.state == EventState.ASSIGNED:
        event.state, event.state_since = EventState.CHANGED, act.now
        store(event, "state", "state_since")


def depart(act: Act, row: EventCandidate, kind: DepartureKind, reason: str) -> Departure:
    """Inner function: the case leaves its event for the history, and can enter another one."""
    departure = Departure(
        body_id=row.body_id,
        event=row.event,
        application=row.application,
        assessor_id=row.assessor_id,
        kind=kind,
        reason=reason.strip(),
        by_id=act.actor.person_id,
        at=act.now,
    )
    store(departure)
    act.record(row, event="event.candidate_removed", event_id=row.event_id, assessor=row.assessor_id, kind=kind)
    lapse(act, row.event_id, case=row.application_id)
    row.delete()
    drop_lead(row.event)
    return departure


def drop_lead(event: Event) -> None:
    """Who assesses nobody any more in the event does not lead it."""
    if event.lead_id is not None and not EventCandidate.objects.filter(event=event, assessor=event.lead_id).exists():
        event.lead = None
        store(event, "lead")


def tell_people(act: Act, event: Event, people: Iterable[Person], notice: str, **fields: object) -> None:
    """Each person once, as an assessor or a candidate of the event. `notice` stands in `events.notices`."""
    about = {
        "number": event.number,
        "scheme": event.scheme_version.scheme.title,
        "date": date_format(event.date, "l, j F Y"),
        "time": f"{event.start_time:%H.%M}",
        "venue": event.venue.name,
        "address": event.venue.address,
        **fields,
    }
    slug = event.body.slug
    assessors = set(EventCandidate.objects.filter(event=event).values_list("assessor_id", flat=True))
    for person in {person.pk: person for person in people}.values():
        page = "events:mine" if person.pk in assessors else "events:own"
        tell(act, person, notice, link=reverse(page, args=[slug]), **about)


def assessors_of(rows: Iterable[EventCandidate]) -> list[Person]:
    return list({row.assessor_id: row.assessor for row in rows}.values())


def candidates_among(rows: Iterable[EventCandidate]) -> list[Person]:
    return [row.application.person for row in rows]
