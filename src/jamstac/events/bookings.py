"""Who and what is booked when (HR-29). The times of an event are those of its LSP's clock; across LSPs moments count.

`lock_calendars` first, then the facts: two doors of two LSPs that book the same account wait for each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from jamstac.bodies.models import Body
from jamstac.events.facts import BookingFacts
from jamstac.events.models import Event, EventCandidate
from jamstac.events.states import EventState
from jamstac.findings.selectors import waived
from jamstac.parameters.selectors import number
from jamstac.people.models import Account, Person
from jamstac.venues.models import Venue

LOAD_RULE = "HR-29"


@dataclass(frozen=True)
class Slot:
    """A day and its hours at an LSP, and the event that would fill them (None: not planned yet)."""

    body: Body
    day: date
    start: time
    end: time
    event_id: UUID | None = None

    @property
    def begins(self) -> datetime:
        return datetime.combine(self.day, self.start, self.body.zone)

    @property
    def ends(self) -> datetime:
        return datetime.combine(self.day, self.end, self.body.zone)


def slot_of(event: Event) -> Slot:
    return Slot(event.body, event.date, event.start_time, event.end_time, event.pk)


def lock_calendars(person_ids: Collection[UUID]) -> None:
    """Lock the accounts of these persons, in one order for everybody."""
    accounts = Person.objects.filter(pk__in=person_ids, account__isnull=False).values("account")
    list(Account.objects.select_for_update().filter(pk__in=accounts).order_by("pk").values_list("pk", flat=True))


def load_on(body_id: UUID, day: date, *, without: UUID | None = None) -> dict[UUID, int]:
    """How many candidates each assessor has on `day`, over all events of the LSP that stand. One query."""
    rows = EventCandidate.objects.filter(body_id=body_id, event__date=day).exclude(event__state=EventState.CANCELLED)
    if without is not None:
        rows = rows.exclude(event=without)
    counted = rows.values("assessor_id").annotate(n=Count("id")).order_by()
    return {row["assessor_id"]: row["n"] for row in counted}


def booking_facts(
    slot: Slot,
    venue: Venue,
    *,
    assessors: Mapping[UUID, int],
    candidates: Collection[UUID],
    today: date,
    seats: int | None = None,
) -> BookingFacts:
    """The event as it would be: `assessors` with the number of candidates each would have in it, `candidates`
    (persons), and its `seats` (None: these candidates are all of it). Nine queries at most, whatever their number."""
    at_once = _overlapping(slot)
    there = EventCandidate.objects.filter(event__in=at_once)
    persons = {*assessors, *candidates}
    busy = {
        *there.filter(assessor__in=persons).values_list("assessor_id", flat=True),
        *there.filter(application__person__in=persons).values_list("application__person_id", flat=True),
    }
    elsewhere = load_on(slot.body.pk, slot.day, without=slot.event_id)
    loads = [own + elsewhere.get(pk, 0) for pk, own in assessors.items()]
    return BookingFacts(
        venue_taken=at_once.filter(venue=venue).exists(),
        venue_capacity=venue.capacity,
        venue_candidates=_at_venue(slot, venue) + (len(candidates) if seats is None else seats),
        candidates_taken=len(busy & set(candidates)),
        assessors_taken=len(busy & set(assessors)),
        persons_unavailable=_unavailable(slot, persons),
        load_limit=number(slot.body.pk, "assessor_daily_load", slot.day),
        heaviest_load=max(loads, default=0),
        load_waived=slot.event_id is not None and waived(slot.body.pk, LOAD_RULE, slot.event_id, today),
    )


def event_bookings(
    event: Event, rows: Collection[EventCandidate], today: date, *, slot: Slot | None = None, venue: Venue | None = None
) -> BookingFacts:
    """The facts of an event with the candidates `rows`, at its own time and TUK or at another."""
    return booking_facts(
        slot or slot_of(event),
        venue or event.venue,
        assessors=Counter(row.assessor_id for row in rows),
        candidates={row.application.person_id for row in rows},
        today=today,
    )


def _standing() -> QuerySet[Event]:
    return Event.objects.exclude(state=EventState.CANCELLED)


def _overlapping(slot: Slot) -> QuerySet[Event]:
    rows = _standing().filter(body=slot.body, date=slot.day, start_time__lt=slot.end, end_time__gt=slot.start)
    return rows if slot.event_id is None else rows.exclude(pk=slot.event_id)


def _at_venue(slot: Slot, venue: Venue) -> int:
    rows = EventCandidate.objects.filter(event__venue=venue, event__date=slot.day)
    rows = rows.exclude(event__state=EventState.CANCELLED)
    return rows.count() if slot.event_id is None else rows.exclude(event=slot.event_id).count()


def _unavailable(slot: Slot, persons: Collection[UUID]) -> int:
    """How many of `persons` another LSP has booked at that moment, known by their account."""
    accounts = Person.objects.filter(pk__in=persons, account__isnull=False).values("account")
    others = dict(Person.objects.filter(account__in=accounts).exclude(body=slot.body).values_list("pk", "account_id"))
    if not others:
        return 0
    near = [slot.day - timedelta(days=1), slot.day, slot.day + timedelta(days=1)]
    rows = EventCandidate.objects.filter(
        Q(assessor__in=others) | Q(application__person__in=others), event__in=_standing().filter(date__in=near)
    )
    booked = set()
    for row in rows.select_related("event__body", "application"):
        other = slot_of(row.event)
        if other.begins < slot.ends and slot.begins < other.ends:
            booked |= {others[pk] for pk in (row.assessor_id, row.application.person_id) if pk in others}
    return len(booked)
