"""Content of the kartu peserta and the daftar hadir."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jamstac.assessors.selectors import certificate_on
from jamstac.bodies.models import Body
from jamstac.bodies.states import TimeZone
from jamstac.documents.sheets import letterhead
from jamstac.documents.writing import clock
from jamstac.events.day import DayRow, assessors_here, venue_head_on
from jamstac.events.models import Event, EventCandidate
from jamstac.events.sheets import day_in_words, hours, place, scheme_block, venue_block
from jamstac.events.states import AttendanceState
from jamstac.events.tickets import grouped, ticket_of
from jamstac.licensing.selectors import number_on

BRING = "Bawa kartu ini dan dokumen identitas asli."


def event_block(event: Event, body: Body) -> dict[str, str]:
    return {
        "number": event.number,
        "date": day_in_words(event.date),
        "time": hours(event.start_time, event.end_time, body),
        "place": place(event),
    }


def members(event: Event) -> list[dict[str, Any]]:
    """The assessors of the day with room for their signatures."""
    found = []
    for person in assessors_here(event):
        certificate = certificate_on(person.pk, event.date)
        found.append(
            {
                "role": "Asesor",
                "name": person.name,
                "number_label": "No. Reg",
                "number": certificate.met_number if certificate else None,
                "person": str(person.pk),
            }
        )
    return found


def signatures(event: Event) -> dict[str, Any]:
    """Room for the ketua TUK, where the LSP has one."""
    head = venue_head_on(event.body_id, event.date)
    return {} if head is None else {"venue_head": {"role": "Ketua TUK", "name": head.name}}


def card_content(candidate: EventCandidate, event: Event, body: Body) -> dict[str, Any]:
    ticket = ticket_of(candidate.pk)
    return {
        "lsp": letterhead(body, number_on(event.body_id, event.date)),
        "name": candidate.application.name,
        "scheme": scheme_block(event.scheme_version.scheme),
        "event": event_block(event, body),
        "asesor": candidate.assessor.name,
        "photo": None,
        "ticket": ticket,
        "notes": [BRING, f"Kode kartu: {grouped(ticket)}"],
    }


def attendance_content(event: Event, body: Body, rows: Iterable[DayRow] | None) -> dict[str, Any]:
    """`rows` as they were noted; those without an arrival leave room for a pen."""
    zone = TimeZone(body.time_zone).label
    return {
        "lsp": letterhead(body, number_on(event.body_id, event.date)),
        "scheme": scheme_block(event.scheme_version.scheme),
        "event": event_block(event, body),
        "tuk": venue_block(event),
        "rows": None
        if rows is None
        else [
            {
                "name": row.application.name,
                "case": row.application.number,
                "origin": row.application.institution or "Perorangan",
                "at": _arrival(row, body, zone),
                "absent": row.state == AttendanceState.ABSENT,
                "note": _note(row),
            }
            for row in rows
        ],
        "members": members(event),
        "signatures": signatures(event),
    }


def _arrival(row: DayRow, body: Body, zone: str) -> str | None:
    noted = row.attendance
    if noted is None or noted.arrived_at is None:
        return None
    return f"{clock(noted.arrived_at.astimezone(body.zone))} {zone}"


def _note(row: DayRow) -> str | None:
    if row.attendance is None:
        return None
    return row.attendance.note or ("Terlambat" if row.state == AttendanceState.LATE else None)
