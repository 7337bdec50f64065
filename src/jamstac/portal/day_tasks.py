"""What a day asks and leaves to do: cases to assess, daftar hadir and berita acara to sign, FR.AK.05 and FR.AK.06,
incidents to close."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jamstac.assessment.models import Assessment, AssessorReport, ProcessReview
from jamstac.assessment.reporting import FINISHED, reports_due
from jamstac.assessment.states import AssessmentState
from jamstac.documents.models import Signature
from jamstac.events.day import starts_at
from jamstac.events.models import Attendance, AttendanceList, Departure, Event, EventCandidate, EventMinutes, Incident
from jamstac.events.states import LETTERED, DepartureKind, EventState, IncidentState
from jamstac.portal.tasks import Desk, Task

SEVERAL = 3
"""So many candidates of one event are one line, which leads to the page for all of them."""


def my_assessments(desk: Desk) -> list[Task]:
    """As an assessor: cases to begin and to go on with, those of a class together."""
    me = desk.actor.person_id
    waiting = EventCandidate.objects.filter(
        body=desk.body, assessor=me, event__state=EventState.ASSIGNED, application__assessment=None
    ).select_related("event", "application")
    running = Assessment.objects.filter(
        body=desk.body, assessor=me, state__in=[AssessmentState.OPENED, AssessmentState.AGREED]
    ).select_related("event", "application")
    begin = [
        Task(
            _("Mulai asesmen %(name)s") % {"name": row.application.name},
            _on_day(row.event),
            row.event.state_since,
            desk.url("assessment:mine"),
            _("Buka"),
            row.event.date,
        )
        for row in waiting
    ]
    go_on = [
        Task(
            _("Lanjutkan asesmen %(name)s") % {"name": row.application.name},
            _(row.get_state_display()),
            row.state_since,
            desk.url("assessment:assessment", row.pk),
            _("Lanjutkan"),
            row.event.date,
        )
        for row in running
    ]
    return [
        *_gathered(desk, [row.event for row in waiting], begin, _("Mulai asesmen jadwal %(number)s")),
        *_gathered(desk, [row.event for row in running], go_on, _("Lanjutkan asesmen jadwal %(number)s")),
    ]


def _gathered(desk: Desk, events: list[Event], tasks: list[Task], title: str) -> list[Task]:
    """`tasks`, one per entry of `events`; several of one event become one."""
    groups: dict[UUID, list[tuple[Event, Task]]] = {}
    for event, task in zip(events, tasks, strict=True):
        groups.setdefault(event.pk, []).append((event, task))
    found: list[Task] = []
    for rows in groups.values():
        event, first = rows[0]
        if len(rows) < SEVERAL:
            found += [task for _event, task in rows]
            continue
        count = ngettext("%(n)d asesi", "%(n)d asesi", len(rows)) % {"n": len(rows)}
        since = min(task.since for _event, task in rows)
        page = desk.url("assessment:together", event.pk)
        found.append(Task(title % {"number": event.number}, count, since, page, first.act, event.date))
    return found


def _on_day(event: Event) -> str:
    return _("Jadwal %(number)s, %(date)s") % {"number": event.number, "date": event.date.strftime("%d-%m-%Y")}


def _noted_days(desk: Desk) -> QuerySet[Event]:
    """Events at which somebody was noted, the oldest first."""
    noted = Attendance.objects.filter(event=OuterRef("pk"))
    rows = Event.objects.filter(Exists(noted), body=desk.body, state__in=LETTERED, date__lte=desk.day)
    return rows.select_related("venue", "body").order_by("date", "start_time")


def _mine(desk: Desk) -> QuerySet[Event]:
    me = desk.actor.person_id
    given = EventCandidate.objects.filter(event=OuterRef("pk"), assessor=me)
    noted = Attendance.objects.filter(event=OuterRef("pk"), assessor=me)
    return _noted_days(desk).filter(Exists(given) | Exists(noted))


def day_sheets_of_mine(desk: Desk) -> list[Task]:
    """As an assessor: lists to close and to sign, berita acara to draw up and to sign."""
    unfinished = _unfinished(EventCandidate.objects.filter(event=OuterRef("pk")))
    unlisted = Attendance.objects.filter(event=OuterRef("pk"), listed_on=None)
    listed = AttendanceList.objects.filter(event=OuterRef("pk"))
    made = EventMinutes.objects.filter(event=OuterRef("pk"))
    rows = _mine(desk).annotate(
        unlisted=Exists(unlisted), unfinished=Exists(unfinished), listed=Exists(listed), made=Exists(made)
    )
    found = [
        _task(desk, event, _("Tutup daftar hadir jadwal %(number)s"), _("Tutup"))
        for event in rows.filter(unlisted=True, unfinished=False)
    ]
    found += [
        _task(desk, event, _("Buat berita acara asesmen jadwal %(number)s"), _("Buat"), "assessment:minutes")
        for event in rows.filter(listed=True, unlisted=False, unfinished=False, made=False)
    ]
    return found + _unsigned(desk, _mine(desk))


def reports_to_write(desk: Desk) -> list[Task]:
    """As an assessor: FR.AK.05 of events at which every case of mine is recommended."""
    me = desk.actor.person_id
    there = EventCandidate.objects.filter(event=OuterRef("pk"), assessor=me)
    absent = Departure.objects.filter(event=OuterRef("pk"), assessor=me, kind=DepartureKind.ABSENT)
    written = AssessorReport.objects.filter(event=OuterRef("pk"), assessor=me)
    rows = Event.objects.filter(body=desk.body, state__in=LETTERED, date__lte=desk.day)
    rows = rows.filter(Exists(there) | Exists(absent)).exclude(Exists(written)).exclude(Exists(_unfinished(there)))
    events = list(rows.select_related("venue", "body").order_by("date", "start_time"))
    due = reports_due(desk.body.pk, events)
    return [
        Task(
            _("Tulis laporan FR.AK.05 jadwal %(number)s") % {"number": event.number},
            event.venue.name,
            starts_at(event),
            desk.url("assessment:report", event.pk),
            _("Tulis"),
            due[event.pk],
        )
        for event in events
    ]


def processes_to_review(desk: Desk) -> list[Task]:
    """As the lead (as any of them, where none is named): FR.AK.06, once every assessor reported."""
    there = EventCandidate.objects.filter(event=OuterRef("pk"))
    absent = Departure.objects.filter(event=OuterRef("pk"), kind=DepartureKind.ABSENT)
    reported = AssessorReport.objects.filter(event=OuterRef("event"), assessor=OuterRef("assessor"))
    me = desk.actor.person_id
    mine = Q(lead=me) | Q(lead=None) & (Exists(there.filter(assessor=me)) | Exists(absent.filter(assessor=me)))
    rows = Event.objects.filter(mine, Exists(AssessorReport.objects.filter(event=OuterRef("pk"))), body=desk.body)
    rows = rows.exclude(Exists(ProcessReview.objects.filter(event=OuterRef("pk"))))
    rows = rows.exclude(Exists(there.exclude(Exists(reported)))).exclude(Exists(absent.exclude(Exists(reported))))
    return [
        Task(
            _("Tinjau proses FR.AK.06 jadwal %(number)s") % {"number": event.number},
            event.venue.name,
            starts_at(event),
            desk.url("assessment:process_review", event.pk),
            _("Tinjau"),
        )
        for event in rows.select_related("venue", "body").order_by("date", "start_time")
    ]


def _unfinished(candidates: QuerySet[EventCandidate]) -> QuerySet[EventCandidate]:
    finished = Assessment.objects.filter(application=OuterRef("application"), state__in=FINISHED)
    return candidates.exclude(Exists(finished))


def day_sheets_of_the_venue(desk: Desk) -> list[Task]:
    """As ketua TUK: what the assessors signed."""
    return _unsigned(desk, _noted_days(desk))


def _unsigned(desk: Desk, events: QuerySet[Event]) -> list[Task]:
    signed = Signature.objects.filter(sheet=OuterRef("sheet"), person=desk.actor.person_id)
    lists = AttendanceList.objects.filter(~Exists(signed), event__in=events).select_related("event__venue")
    newest: dict[UUID, AttendanceList] = {row.event_id: row for row in lists.order_by("version")}
    minutes = EventMinutes.objects.filter(~Exists(signed), event__in=events).select_related("event__venue")
    return [
        *[
            Task(
                _("Tandatangani daftar hadir jadwal %(number)s") % {"number": row.event.number},
                row.event.venue.name,
                row.closed_at,
                desk.url("events:day", row.event_id),
                _("Tandatangani"),
            )
            for row in newest.values()
        ],
        *[
            Task(
                _("Tandatangani berita acara asesmen %(number)s") % {"number": one.number},
                one.event.venue.name,
                one.drawn_up_at,
                desk.url("assessment:minutes", one.event_id),
                _("Tandatangani"),
            )
            for one in minutes.order_by("drawn_up_at")
        ],
    ]


def _task(desk: Desk, event: Event, what: str, act: str, page: str = "events:day") -> Task:
    return Task(
        what % {"number": event.number}, event.venue.name, starts_at(event), desk.url(page, event.pk), act, event.date
    )


def incidents_to_close(desk: Desk) -> list[Task]:
    """For mutu: every open incident but those they reported themselves."""
    rows = Incident.objects.filter(body=desk.body, state=IncidentState.OPEN).exclude(reported_by=desk.actor.person_id)
    return [
        Task(
            _("Tutup insiden pada jadwal %(number)s") % {"number": row.event.number},
            _(row.get_kind_display()) + ", " + _held(row.held),
            row.reported_at,
            desk.url("events:incident", row.pk),
            _("Periksa"),
        )
        for row in rows.select_related("event").annotate(held=Count("cases")).order_by("reported_at")
    ]


def _held(count: int) -> str:
    return ngettext("%(n)d asesi ditahan", "%(n)d asesi ditahan", count) % {"n": count}
