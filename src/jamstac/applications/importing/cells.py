"""One cell made right: what a spreadsheet did to a NIK, a date, a phone, undone where that is safe.

Each reader answers (value, problem); a problem is a sentence for the person who fixes the list."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from jamstac.applications.importing.reading import Cell
from jamstac.kernel.periods import add_years
from jamstac.messaging.phones import international
from jamstac.people.states import Sex

Read = tuple[Any, str]

_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(3_000, 80_000)
"""Days of Excel between 1908 and 2119."""
_OLDEST = 100
_MONTHS = {
    name: number
    for number, names in enumerate(
        [
            "januari jan january",
            "februari feb february peb pebruari",
            "maret mar march",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "agustus agu agt aug august ags",
            "september sep sept",
            "oktober okt oct october",
            "november nov nop nopember",
            "desember des dec december",
        ],
        1,
    )
    for name in names.split()
}
_SEXES = {
    **dict.fromkeys(["l", "lk", "laki", "lakilaki", "pria", "cowok", "m", "male", "putra"], Sex.MALE),
    **dict.fromkeys(["p", "pr", "perempuan", "wanita", "cewek", "w", "f", "female", "putri"], Sex.FEMALE),
}


def text(cell: Cell) -> str:
    """A cell as somebody reads it: whole numbers without `.0`, one blank between words."""
    if cell is None:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(str(cell).split())


def nik(cell: Cell) -> Read:
    """Sixteen digits, blanks and dots aside. Excel keeps fifteen digits of a number: `rounded` says whether this
    one may have lost its last."""
    if isinstance(cell, str) and re.fullmatch(r"\d[.,]\d+[eE]\+?\d+", cell.strip()):
        return "", _("NIK ditulis %(seen)s: Excel membulatkannya. Tulis ulang sebagai teks.") % {"seen": cell.strip()}
    digits = re.sub(r"[\s.'’-]", "", re.sub(r"\.0$", "", text(cell)))
    if not digits:
        return "", ""
    if not digits.isdecimal() or not digits.isascii():
        return "", _("NIK memuat tanda selain angka.")
    if len(digits) != 16:
        return "", _("NIK terdiri atas %(n)d angka, seharusnya 16.") % {"n": len(digits)}
    return digits, ""


def rounded(cell: Cell) -> bool:
    """A NIK typed as a number and kept by Excel, which writes 0 for the sixteenth digit."""
    return isinstance(cell, int | float) and not isinstance(cell, bool) and text(cell).endswith("0")


def born(cell: Cell, day: date) -> Read:
    """A date cell, an Excel serial, or text: dd/mm/yyyy, yyyy-mm-dd, 3 Maret 2001."""
    if cell is None or cell == "":
        return None, ""
    found, problem = (cell, "") if isinstance(cell, date) else _date_in(cell)
    if found is None:
        return None, problem
    if not add_years(day, -_OLDEST) <= found <= day:
        return None, _("Tanggal lahir %(seen)s tidak mungkin.") % {"seen": text(cell)}
    return found, ""


def _date_in(cell: Cell) -> tuple[date | None, str]:
    seen = text(cell)
    number = cell if isinstance(cell, int | float) and math.isfinite(cell) else None
    if number is None and re.fullmatch(r"\d{5}(\.0+)?", seen):
        number = float(seen)
    if number is not None and int(number) in _SERIALS:
        return _SERIAL_ZERO + timedelta(days=int(number)), ""
    parts = re.findall(r"\d+|[a-z]+", seen.lower())
    parts = [part for part in parts if part not in ("tanggal", "tgl", "th", "t")]
    if len(parts) == 1 and re.fullmatch(r"\d{8}", parts[0]):
        parts = [parts[0][:4], parts[0][4:6], parts[0][6:]] if parts[0] > "19" else parts
    if len(parts) > 3 and re.search(r"\d:\d\d", seen):
        parts = parts[:3]
    try:
        first, middle, last = parts
        month = _MONTHS[middle] if middle.isalpha() else int(middle)
        year, of_month = (int(first), int(last)) if len(first) == 4 else (int(last), int(first))
        if year < 100:
            return None, _("Tahun lahir pada %(seen)s hanya dua angka. Tulis empat angka.") % {"seen": seen}
        return date(year, month, of_month), ""
    except (ValueError, KeyError):
        return None, _("Tanggal lahir %(seen)s tidak terbaca. Tulis hari/bulan/tahun.") % {"seen": seen}


def place_and_date(cell: Cell, day: date) -> tuple[str, date | None, str]:
    """`Bandung, 3 Maret 2001`: place, date, problem."""
    seen = text(cell)
    found = re.match(r"^(?P<place>[^\d,/]*?)[\s,/]*(?P<rest>\d.*)$", seen)
    if not seen:
        return "", None, ""
    if found is None:
        return seen, None, ""
    value, problem = born(found["rest"], day)
    return found["place"].strip(), value, problem


def sex(cell: Cell) -> Read:
    word = re.sub(r"[^a-z]", "", text(cell).lower())
    if not text(cell):
        return "", ""
    if word in _SEXES:
        return _SEXES[word], ""
    return "", _("Jenis kelamin %(seen)s tidak dikenal. Tulis L atau P.") % {"seen": text(cell)}


def phone(cell: Cell) -> Read:
    """Digits as Indonesians dial them; the 0 that Excel took from a number is put back. Of several the first."""
    seen = re.split(r"[/;,]|\bdan\b|\batau\b", text(cell))[0].strip()
    seen = re.sub(r"[().]", "", seen)
    if not seen or set(seen) <= {"-", "0"}:
        return "", ""
    number = international(seen)
    if not re.fullmatch(r"\+?[\d\s-]+", seen) or not number:
        return "", _("Nomor ponsel %(seen)s tidak terbaca.") % {"seen": text(cell)}
    return (f"0{number[2:]}" if number.startswith("62") else f"+{number}"), ""


def email(cell: Cell) -> Read:
    seen = text(cell).replace(" ", "").lower()
    if not seen or seen == "-":
        return "", ""
    try:
        validate_email(seen)
    except ValidationError:
        return "", _("Surel %(seen)s tidak terbaca.") % {"seen": seen}
    return seen, ""


def plain(cell: Cell) -> Read:
    seen = text(cell)
    return ("" if seen in ("-", "–", "N/A", "n/a") else seen), ""


READERS: dict[str, Callable[[Cell], Read]] = {"nik": nik, "sex": sex, "phone": phone, "email": email}
"""Of the fields that are more than text; dates take the day as well."""
