"""The berita acara asesmen of an event: what its rules ask, what the page shows, what the sheet prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from jamstac.assessment.models import Assessment
from jamstac.assessment.reporting import FINISHED
from jamstac.assessment.rules.minutes import MinutesFacts
from jamstac.bodies.states import TimeZone
from jamstac.documents.models import Signature
from jamstac.documents.sheets import letterhead
from jamstac.documents.writing import clock, date_in_words, weekday
from jamstac.events import day
from jamstac.events.day import DayRow
from jamstac.events.day_sheets import members, signatures
from jamstac.events.models import Event, EventMinutes, EventPhoto, Incident
from jamstac.events.selectors import letter_of
from jamstac.events.sheets import hours, place, scheme_block, venue_block
from jamstac.events.states import AttendanceState
from jamstac.licensing.selectors import number_on

ABSENT = "absent"


@dataclass(frozen=True)
class ResultRow:
    """A candidate of the day. `result` is K, BK or `absent`; empty for who is not recommended yet."""

    day_row: DayRow
    result: str
    note: str


def result_rows(event: Event) -> list[ResultRow]:
    """Everybody of the day with the recommendation. No more than four queries."""
    done = dict(Assessment.objects.filter(event=event, state__in=FINISHED).values_list("application", "result"))
    found = []
    for row in day.rows_of(event):
        gone = row.candidate is None and row.state == AttendanceState.ABSENT
        note = row.attendance.note if gone and row.attendance else ""
        found.append(ResultRow(row, ABSENT if gone else done.get(row.application.pk, ""), note))
    return found


def minutes_of(event: Event) -> EventMinutes | None:
    return EventMinutes.objects.filter(event=event).select_related("sheet", "drawn_up_by").first()


def minutes_facts(event: Event, person_id: UUID | None, today: date) -> MinutesFacts:
    rows = result_rows(event)
    lists = day.lists_of(event)
    unlisted = any(row.day_row.attendance is None or row.day_row.attendance.listed_on_id is None for row in rows)
    signed: set[UUID] = set()
    if lists:
        signed = set(Signature.objects.filter(sheet=lists[0].sheet).values_list("person", flat=True))
    return MinutesFacts(
        day=today,
        event_day=event.date,
        assesses_here=day.assesses_here(event, person_id),
        drawn_up=minutes_of(event) is not None,
        unfinished=sum(not row.result for row in rows),
        attendance_open=not lists or unlisted,
        unsigned=sum(person.pk not in signed for person in day.assessors_here(event)),
    )


def minutes_content(event: Event, number: str, notes: str) -> dict[str, Any]:
    body, rows = event.body, result_rows(event)
    zone = TimeZone(body.time_zone).label
    letter = letter_of(event.pk)
    people = members(event)
    places = {member["person"]: index for index, member in enumerate(people, start=1)}
    return {
        "lsp": letterhead(body, number_on(event.body_id, event.date)),
        "number": number,
        "day_words": weekday(event.date),
        "date_words": date_in_words(event.date),
        "date": event.date.strftime("%d-%m-%Y"),
        "time": hours(event.start_time, event.end_time, body),
        "place": place(event),
        "assignment": letter.number if letter else None,
        "event": event.number,
        "scheme": scheme_block(event.scheme_version.scheme),
        "tuk": venue_block(event),
        "rows": [_row(row, places) for row in rows],
        "incidents": [
            {"at": f"{clock(each.at.astimezone(body.zone))} {zone}", "text": _told(each)}
            for each in day.incidents_of(event)
        ],
        "photos": [
            {
                "name": f"{each.caption} ({each.file.name})",
                "at": _taken(each, event, zone),
                "digest": each.file.sha256,
            }
            for each in EventPhoto.objects.filter(event=event).select_related("file").order_by("taken_at")
        ],
        "notes": notes.strip() or None,
        "members": people,
        "signatures": signatures(event),
    }


def _row(row: ResultRow, places: Mapping[str, int]) -> dict[str, Any]:
    application = row.day_row.application
    return {
        "name": application.name,
        "case": application.number,
        "origin": application.institution or "Perorangan",
        "result": row.result,
        "asesor": places.get(str(row.day_row.assessor.pk)),
        "note": row.note or None,
    }


def _told(incident: Incident) -> str:
    text = f"{incident.get_kind_display()}: {incident.description}"
    return f"{text} Tindak lanjut: {incident.closing}" if incident.closing else text


def _taken(photo: EventPhoto, event: Event, zone: str) -> str:
    at = f"{clock(photo.taken_at.astimezone(event.body.zone))} {zone}"
    return f"{at}, {photo.place}" if photo.place else at
