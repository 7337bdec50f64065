"""A training roster as LSPs keep it: one line per pair, pasted from a spreadsheet or uploaded as CSV. Columns: who,
to whom, what, since, until. Each line is read by itself; what cannot be read says why."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from jamstac.people.models import Person
from jamstac.people.states import RelationKind

WORDS = {
    RelationKind.TRAINED: ("melatih", "pelatih", "latih", "instruktur", "trained"),
    RelationKind.TEACHES: ("mengajar", "guru", "dosen", "pengajar", "guru atau dosen", "teaches"),
    RelationKind.EMPLOYS: ("pemberi kerja", "mempekerjakan", "employs"),
    RelationKind.SUPERVISES: ("atasan", "atasan langsung", "supervises"),
    RelationKind.KIN: ("keluarga", "kin"),
}
"""Kinds a roster may hold, by the words it is written with. What was assessed and decided follows from acts."""

_HEADINGS = {"pelatih", "orang", "nama", "trainer", "guru", "pengajar", "nama pelatih"}
NIK_DIGITS = 16


@dataclass(frozen=True)
class Line:
    """One line of a roster, read. `wrong` says what cannot be used; then nothing else counts."""

    number: int
    text: str
    wrong: str = ""
    person: Person | None = None
    other: Person | None = None
    kind: str = ""
    valid_from: date | None = None
    valid_until: date | None = None


def lines_of(body_id: UUID, text: str) -> Iterator[Line]:
    """Every line that holds something, but the heading."""
    sample = text[:2000]
    delimiter = next((mark for mark in ("\t", ";") if mark in sample), ",")
    for number, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), start=1):
        row = [each.strip() for each in cells]
        if not any(row) or (number == 1 and row[0].casefold() in _HEADINGS):
            continue
        yield _line(body_id, number, row)


def _line(body_id: UUID, number: int, row: list[str]) -> Line:
    shown = "; ".join(each for each in row if each)
    who, whom, what, since, until = [*row, "", "", "", ""][:5]
    person, wrong = person_named(body_id, who)
    other, wrong_other = person_named(body_id, whom)
    kind = kind_named(what)
    try:
        start, end = read_day(since), read_day(until)
    except ValueError:
        return Line(number, shown, _("Tanggal tidak terbaca; tulis misalnya 2026-03-14 atau 14/03/2026."))
    wrong = wrong or wrong_other or ("" if kind else _("Hubungan tidak dikenal: %(word)s.") % {"word": what or "–"})
    wrong = wrong or ("" if start else _("Tanggal mulai belum ada."))
    if end is not None and start is not None and end < start:
        wrong = wrong or _("Tanggal sampai sebelum tanggal mulai.")
    if person is not None and person == other:
        wrong = wrong or _("Kedua nama menunjuk orang yang sama.")
    return Line(number, shown, wrong, person, other, kind, start, end)


def kind_named(word: str) -> str:
    """The relation kind a word means; empty when it means none of a roster's."""
    said = " ".join(word.casefold().split())
    return next((str(kind) for kind, words in WORDS.items() if said in words), "")


def read_day(text: str) -> date | None:
    """ISO or Indonesian order; None for an empty cell. Raises ValueError for what is no date."""
    if not text:
        return None
    match = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text)
    return date(int(match[3]), int(match[2]), int(match[1])) if match else date.fromisoformat(text)


def person_named(body_id: UUID, text: str) -> tuple[Person | None, str]:
    """The person of the LSP that a NIK, an e-mail or a full name means, or why there is none."""
    said = " ".join(text.split())
    if not said:
        return None, _("Nama belum ditulis.")
    rows = Person.objects.filter(body_id=body_id)
    if said.isdigit() and len(said) == NIK_DIGITS:
        rows = rows.filter(nik=said)
    elif "@" in said:
        rows = rows.filter(email__iexact=said)
    else:
        rows = rows.filter(name__iexact=said)
    found = list(rows[:2])
    if not found:
        return None, _("%(name)s tidak dikenal LSP ini; pakai NIK, surel, atau nama lengkap seperti tercatat.") % {
            "name": said
        }
    if len(found) > 1:
        return None, _("Ada lebih dari satu %(name)s; pakai NIK atau surelnya.") % {"name": said}
    return found[0], ""
