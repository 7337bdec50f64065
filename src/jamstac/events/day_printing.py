"""PDFs of the day that are no records: the daftar hadir for a pen, the cards on sheets to cut."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils import timezone

from jamstac.documents.imposition import four_up
from jamstac.documents.models import Sheet
from jamstac.documents.render import compile_record, logo_of, qr_svg, render_pdf
from jamstac.documents.states import SheetCode
from jamstac.events import day
from jamstac.events.day import DayRow
from jamstac.events.day_sheets import attendance_content
from jamstac.events.models import Event
from jamstac.kernel.canonical import canonical, digest

PEN = "lembar untuk diisi dengan pena; menjadi rekaman setelah dicatat pada halaman Hari asesmen"


def blank_attendance(event: Event, link: str) -> bytes:
    """The list with nobody noted; `link` leads to the page of the day."""
    rows = [DayRow(row.application, row.assessor, row.candidate, None) for row in day.rows_of(event)]
    record = attendance_content(event, event.body, rows)
    made = timezone.localdate(timezone=event.body.zone)
    record["document"] = {
        "case": event.number,
        "case_label": "Jadwal",
        "edition": None,
        "version": None,
        "digest": digest(canonical(record)),
        "verify_url": link,
        "verify_text": PEN,
        "qr_svg": qr_svg(link),
        "date": [made.year, made.month, made.day],
        "mark": None,
    }
    record["lsp"] = {**record["lsp"], "logo": logo_of(event.body)}
    return compile_record(SheetCode.ATTENDANCE, record)


def cards_pdf(sheets: Iterable[Sheet]) -> bytes:
    return four_up(render_pdf(sheet) for sheet in sheets)
