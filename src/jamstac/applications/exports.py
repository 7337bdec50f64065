"""Tables for spreadsheets, as CSV that Excel in Indonesia opens: semicolons, a mark for UTF-8, NIK kept as text."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse
from django.utils.http import content_disposition_header

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_LONG_NUMBER = 12


def safe(cell: str) -> str:
    """A cell no spreadsheet takes for a formula or rounds as a number; our own import reads it back."""
    is_long_number = cell.isdecimal() and len(cell) >= _LONG_NUMBER
    is_dialled = cell.isdecimal() and cell.startswith("0")
    return f"'{cell}" if cell.startswith(_FORMULA) or is_long_number or is_dialled else cell


def csv_response(name: str, rows: Iterable[Sequence[str]]) -> HttpResponse:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";")
    for row in rows:
        writer.writerow([safe(each) for each in row])
    response = HttpResponse(out.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
