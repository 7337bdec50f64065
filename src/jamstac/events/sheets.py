"""Content of the surat tugas, and days and times as official sheets write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from jamstac.bodies.models import Body
from jamstac.bodies.states import TimeZone
from jamstac.documents.sheets import letterhead
from jamstac.documents.writing import clock, long_date, weekday
from jamstac.events.models import Event, EventCandidate
from jamstac.schemes.models import Scheme

DUTIES = (
    "Melaksanakan asesmen sesuai dengan skema sertifikasi, rencana asesmen, dan perangkat asesmen yang ditetapkan.",
    "Menjaga ketidakberpihakan dan kerahasiaan, serta menyatakan setiap benturan kepentingan sebelum asesmen dimulai.",
    "Menyerahkan seluruh rekaman asesmen kepada LSP segera setelah asesmen selesai.",
)


def day_in_words(day: date) -> str:
    """Kamis, 26 November 2026"""
    return f"{weekday(day)}, {long_date(day)}"


def hours(start: time, end: time, body: Body) -> str:
    return f"{clock(start)}–{clock(end)} {TimeZone(body.time_zone).label}"


def scheme_block(scheme: Scheme) -> dict[str, Any]:
    return {"kind": scheme.kind or None, "title": scheme.title, "number": scheme.number}


def venue_block(event: Event) -> dict[str, Any]:
    return {"type": event.venue.kind, "name": event.venue.name}


def place(event: Event) -> str:
    return f"{event.venue.name}, {event.venue.address}"


def letter_content(
    event: Event,
    body: Body,
    *,
    number: str,
    licence_number: str,
    day: date,
    candidates: Iterable[EventCandidate],
    met_numbers: Mapping[UUID, str],
) -> dict[str, Any]:
    """The surat tugas: every assessor once, every candidate with the assessor's position in that list."""
    rows = list(candidates)
    assessors = list(dict.fromkeys(row.assessor for row in rows))
    scheme = event.scheme_version.scheme
    return {
        "lsp": letterhead(body, licence_number),
        "scheme": scheme_block(scheme),
        "number": number,
        "attachment": "1 (satu) lembar",
        "subject": "Penugasan Asesor Kompetensi",
        "date": long_date(day),
        "basis": [
            f"Lisensi BNSP {licence_number} kepada {body.full_name};",
            f"Jadwal asesmen {event.number}.",
        ],
        "assignees": [
            {
                "name": assessor.name,
                "number": met_numbers.get(assessor.pk, ""),
                "field": scheme.title,
                "duty": "Asesor Kompetensi",
            }
            for assessor in assessors
        ],
        "task": {
            "scheme": f"{scheme.title} ({scheme.number})",
            "date": day_in_words(event.date),
            "time": hours(event.start_time, event.end_time, body),
            "place": f"{event.venue.name} (TUK {event.venue.kind}), {event.venue.address}",
            "count": len(rows),
        },
        "duties": list(DUTIES),
        "candidates": [
            {
                "name": row.application.name,
                "case": row.application.number,
                "origin": row.application.institution or "Perorangan",
                "asesor": assessors.index(row.assessor) + 1,
            }
            for row in rows
        ],
        "copies": ["Manajer Sertifikasi", event.venue.name, "Arsip"],
    }
