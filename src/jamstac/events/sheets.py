"""Content of an event's letters, and days and times as official sheets write them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, time
from typing import Any
from uuid import UUID

from jamstac.bodies.models import Body
from jamstac.bodies.states import TimeZone
from jamstac.documents.sheets import letterhead
from jamstac.documents.writing import clock, long_date, weekday
from jamstac.events.models import AssignmentLetter, Event, EventCandidate
from jamstac.people.models import Person
from jamstac.schemes.models import Scheme

DUTIES = (
    "Melaksanakan asesmen sesuai dengan skema sertifikasi, rencana asesmen, dan perangkat asesmen yang ditetapkan.",
    "Menjaga ketidakberpihakan dan kerahasiaan, serta menyatakan setiap benturan kepentingan sebelum asesmen dimulai.",
    "Menyerahkan seluruh rekaman asesmen kepada LSP segera setelah asesmen selesai.",
)
VERIFIER_DUTIES = (
    "Memeriksa ruang, peralatan, dan bahan TUK menurut persyaratan skema: jumlah dan keadaannya.",
    "Mencatat hasil pemeriksaan dan menyatakan TUK layak atau belum layak untuk jadwal ini.",
    "Menyatakan setiap benturan kepentingan sebelum memeriksa.",
)
BRING = (
    "Dokumen identitas asli.",
    "Bukti asli yang disebut pada permohonan (FR.APL.01) dan asesmen mandiri (FR.APL.02).",
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
    replaces: AssignmentLetter | None = None,
) -> dict[str, Any]:
    """The surat tugas: every assessor once, every candidate with the assessor's position in that list. It names the
    one it `replaces`."""
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
            f"Jadwal asesmen {event.number}{';' if replaces else '.'}",
            *_replacing(replaces),
        ],
        "assignees": [
            {
                "name": assessor.name,
                "number": met_numbers.get(assessor.pk, ""),
                "field": scheme.title,
                "duty": "Lead Asesor" if assessor.pk == event.lead_id else "Asesor Kompetensi",
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


def _replacing(letter: AssignmentLetter | None) -> list[str]:
    if letter is None:
        return []
    signed = long_date(letter.signed_at.astimezone(letter.body.zone).date())
    return [f"Perubahan rencana: surat tugas ini menggantikan Surat Tugas Nomor {letter.number} tanggal {signed}."]


def verifier_letter_content(
    event: Event,
    *,
    number: str,
    licence_number: str,
    day: date,
    due_on: date,
    verifier: Person,
    met_number: str,
) -> dict[str, Any]:
    """The surat tugas that sends a verifikator to the event's TUK."""
    scheme = event.scheme_version.scheme
    return {
        "lsp": letterhead(event.body, licence_number),
        "number": number,
        "attachment": None,
        "subject": "Penugasan Verifikator TUK",
        "date": long_date(day),
        "basis": [f"Lisensi BNSP {licence_number};", f"Jadwal asesmen {event.number}."],
        "assignees": [{"name": verifier.name, "number": met_number or None, "duty": "Verifikator TUK"}],
        "task": {
            "venue": f"{event.venue.name} ({event.venue.kind})",
            "address": event.venue.address,
            "scheme": f"{scheme.title} ({scheme.number})",
            "date": f"paling lambat {long_date(due_on)}",
            "event": day_in_words(event.date),
        },
        "duties": list(VERIFIER_DUTIES),
        "copies": ["Manajer Sertifikasi", event.venue.name, "Arsip"],
    }


def invitation_content(
    event: Event, *, number: str, licence_number: str, day: date, candidates: Iterable[EventCandidate]
) -> dict[str, Any]:
    """The undangan of all candidates of an event, in one letter."""
    scheme, body = event.scheme_version.scheme, event.body
    return {
        "lsp": letterhead(body, licence_number),
        "number": number,
        "attachment": "1 (satu) lembar",
        "subject": "Undangan Asesmen Kompetensi",
        "date": long_date(day),
        "recipient": None,
        "event": {
            "number": event.number,
            "date": day_in_words(event.date),
            "time": hours(event.start_time, event.end_time, body),
            "place": place(event),
            "scheme": f"{scheme.title} ({scheme.number})",
        },
        "bring": list(BRING),
        "contact": ", ".join(part for part in (f"Admin {body.name}", body.phone) if part),
        "candidates": [
            {
                "name": row.application.name,
                "case": row.application.number,
                "origin": row.application.institution or "Perorangan",
            }
            for row in candidates
        ],
        "copies": [event.venue.name, "Arsip"],
    }
