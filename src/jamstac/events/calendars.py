"""Months of events, and events as calendar entries. A secret address shows no names of candidates."""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jamstac.events.bookings import slot_of
from jamstac.events.ics import Entry
from jamstac.events.models import Event, EventCandidate, EventChange
from jamstac.events.states import EventState


@dataclass(frozen=True)
class Day:
    date: date
    inside: bool
    """Of the month itself, not the end of a week beside it."""
    today: bool
    events: list[Event]


def month_of(text: str, today: date) -> date:
    """The first day of the month `2026-11`; the present month for anything else."""
    try:
        year, month = text.split("-")
        return date(int(year), int(month), 1) if 2000 <= int(year) <= 2100 else today.replace(day=1)
    except ValueError:
        return today.replace(day=1)


def next_month(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def month_before(first: date) -> date:
    return (first - timedelta(days=1)).replace(day=1)


def weeks(first: date, events: Iterable[Event], today: date) -> list[list[Day]]:
    """The month in weeks that start on Monday."""
    by_day: dict[date, list[Event]] = {}
    for event in events:
        by_day.setdefault(event.date, []).append(event)
    grid = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return [[Day(day, day.month == first.month, day == today, by_day.get(day, [])) for day in week] for week in grid]


def events_in(rows: QuerySet[Event], first: date) -> QuerySet[Event]:
    """Those of the weeks that the month shows."""
    grid = calendar.Calendar().monthdatescalendar(first.year, first.month)
    return rows.filter(date__gte=grid[0][0], date__lte=grid[-1][-1]).order_by("date", "start_time", "id")


def events_of_assessor(body_id: UUID, person_id: UUID) -> QuerySet[Event]:
    """Events in which the person assesses, with how many candidates are theirs as `mine`."""
    own = EventCandidate.objects.filter(body_id=body_id, assessor=person_id)
    rows = Event.objects.filter(pk__in=own.values("event")).exclude(state=EventState.CANCELLED)
    return rows.select_related("scheme_version__scheme", "venue", "body")


def counts_of_assessor(person_id: UUID) -> dict[UUID, int]:
    rows = EventCandidate.objects.filter(assessor=person_id).values("event").annotate(n=Count("id")).order_by()
    return {row["event"]: row["n"] for row in rows}


def changes_of(events: Iterable[Event]) -> dict[UUID, int]:
    """How often each was changed. One query."""
    rows = EventChange.objects.filter(event__in=[event.pk for event in events])
    return {row["event"]: row["n"] for row in rows.values("event").annotate(n=Count("id")).order_by()}


def entries(events: Iterable[Event], counts: Mapping[UUID, int] | None = None) -> list[Entry]:
    """For staff and assessors: `counts` is how many candidates the reader assesses in each."""
    rows = list(events)
    changed = changes_of(rows)
    return [
        _entry(event, changed.get(event.pk, 0), None if counts is None else counts.get(event.pk, 0)) for event in rows
    ]


def _entry(event: Event, changes: int, mine: int | None) -> Entry:
    lines = [_("Jadwal %(number)s") % {"number": event.number}, _(event.get_mode_display())]
    if mine is not None:
        lines.append(ngettext("Anda mengases %(n)d asesi", "Anda mengases %(n)d asesi", mine) % {"n": mine})
    lines.append(_(event.get_state_display()))
    page = "events:event" if mine is None else "events:mine"
    arguments = [event.body.slug, event.pk] if mine is None else [event.body.slug]
    return _plain(event, changes, "\n".join(lines), f"{settings.ORIGIN}{reverse(page, args=arguments)}")


def own_entry(candidate: EventCandidate) -> Entry:
    """For the asesi."""
    event = candidate.event
    lines = [
        _("Nomor permohonan %(number)s") % {"number": candidate.application.number},
        _("Asesor: %(name)s") % {"name": candidate.assessor.name},
        _("Bawa dokumen identitas dan bukti asli."),
    ]
    changes = changes_of([event]).get(event.pk, 0)
    return _plain(event, changes, "\n".join(lines), f"{settings.ORIGIN}{reverse('events:own', args=[event.body.slug])}")


def _plain(event: Event, changes: int, description: str, url: str) -> Entry:
    slot = slot_of(event)
    status = {EventState.ASSIGNED: "CONFIRMED", EventState.CANCELLED: "CANCELLED"}
    return Entry(
        uid=f"{event.pk}@{settings.MAIL_DOMAIN}",
        begins=slot.begins,
        ends=slot.ends,
        changed_at=event.state_since,
        summary=_("Asesmen %(scheme)s") % {"scheme": event.scheme_version.scheme.title},
        location=f"{event.venue.name}, {event.venue.address}",
        description=description,
        status=status.get(EventState(event.state), "TENTATIVE"),
        sequence=changes,
        url=url,
    )
