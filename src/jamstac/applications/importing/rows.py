"""What will become of each row: somebody new, somebody known, or refused with the reasons; and what to look at.

Somebody is known by the NIK, else by name, birth date and institution. Four queries, however long the list."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import Any
from uuid import UUID

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import gettext as _

from jamstac.applications.importing import cells
from jamstac.applications.importing.columns import BIRTH, BIRTH_DATE, NAME, NIK
from jamstac.applications.importing.reading import Cell
from jamstac.applications.models import BatchMember
from jamstac.people.models import Biodata, Person

_AT_ONCE = 400
"""Values in one IN: SQLite takes a thousand."""
_ADDRESS = ("address", "rt", "rw", "village", "district", "city", "province")


class Outcome(Enum):
    NEW = "new"
    KNOWN = "known"
    REFUSED = "refused"
    ENTERED = "entered"


@dataclass
class Row:
    """One row of the list. `values` are fields of `Biodata`."""

    number: int
    cells: Sequence[Cell]
    values: dict[str, Any] = field(default_factory=dict)
    participant: str = ""
    class_name: str = ""
    person: Person | None = None
    entered: bool = False
    problems: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def outcome(self) -> Outcome:
        if self.entered:
            return Outcome.ENTERED
        if self.problems:
            return Outcome.REFUSED
        return Outcome.KNOWN if self.person else Outcome.NEW

    @property
    def name(self) -> str:
        return str(self.values.get(NAME, ""))

    @property
    def key(self) -> Key:
        return key_of(self.name, self.values.get(BIRTH_DATE), str(self.values.get("institution", "")))


Key = tuple[str, date | None, str]


def key_of(name: str, born: date | None, institution: str) -> Key:
    return (" ".join(name.lower().split()), born, " ".join(institution.lower().split()))


def read_row(number: int, row: Sequence[Cell], fields: Sequence[str], *, institution: str, day: date) -> Row:
    """The values of one row, each made right or its problem told."""
    found = Row(number, row)
    given = {name: row[at] for at, name in enumerate(fields) if name and at < len(row)}
    for name, cell in given.items():
        if name == BIRTH:
            place, value, problem = cells.place_and_date(cell, day)
            found.values.setdefault("birth_place", place)
        elif name == BIRTH_DATE:
            value, problem = cells.born(cell, day)
        else:
            value, problem = cells.READERS.get(name, cells.plain)(cell)
        if problem:
            found.problems.append(problem)
        field = BIRTH_DATE if name == BIRTH else name
        if value or field not in found.values:
            found.values[field] = value
    found.participant = str(found.values.pop("participant", ""))[:40]
    found.class_name = str(found.values.pop("class_name", ""))[:60]
    address = _address({name: str(found.values.pop(name, "") or "") for name in _ADDRESS})
    if address:
        found.values["address"] = address
    if institution and not found.values.get("institution"):
        found.values["institution"] = institution
    found.values = {name: value for name, value in found.values.items() if value}
    _complain(found, given)
    return found


def _address(parts: dict[str, str]) -> str:
    """One line from the columns of an address. Region codes say nothing to a reader and are left out."""
    rt_rw = " ".join(f"{label} {parts[key]}" for key, label in (("rt", "RT"), ("rw", "RW")) if parts[key])
    words = [parts["address"], rt_rw, *(parts[key] for key in _ADDRESS[3:])]
    return ", ".join(word for word in words if word and not word.replace(".", "").isdecimal())


def _complain(row: Row, given: dict[str, Cell]) -> None:
    if len(row.name) < 3:
        row.problems.insert(0, _("Nama kosong atau terlalu pendek."))
    for name, value in row.values.items():
        column = Biodata._meta.get_field(name)
        limit = getattr(column, "max_length", None)
        if isinstance(column, models.CharField) and limit and len(str(value)) > limit:
            row.problems.append(
                _("%(field)s lebih panjang dari %(n)d huruf.") % {"field": column.verbose_name, "n": limit}
            )
    nik, born = row.values.get(NIK, ""), row.values.get(BIRTH_DATE)
    if nik and born and nik[6:12] not in {f"{each:02}{born:%m%y}" for each in (born.day, born.day + 40)}:
        row.warnings.append(_("NIK dan tanggal lahir tampak berbeda."))
    if not given.get(NIK) and not row.problems:
        row.warnings.append(
            _("Tanpa NIK: dikenali dari nama, tanggal lahir, dan lembaga.")
            if row.values.get("phone")
            else _("Tanpa NIK dan nomor ponsel: belum bisa diberi slip masuk.")
        )


def judge(
    rows: Iterable[tuple[int, Sequence[Cell]]],
    fields: Sequence[str],
    *,
    body_id: UUID,
    batch_id: UUID | None,
    institution: str,
    day: date,
) -> list[Row]:
    """Every row with what will become of it."""
    found = [read_row(number, row, fields, institution=institution, day=day) for number, row in rows]
    _refuse_rounded(found, fields)
    _refuse_twice(found)
    _recognise(found, body_id, batch_id)
    return found


def _refuse_rounded(rows: list[Row], fields: Sequence[str]) -> None:
    """A column of NIK typed as numbers lost its last digits, unless one of them shows otherwise."""
    if NIK not in fields:
        return
    at = fields.index(NIK)
    typed = [(row, row.cells[at]) for row in rows if at < len(row.cells) and isinstance(row.cells[at], int | float)]
    if all(cells.rounded(cell) for _row, cell in typed):
        for row, _cell in typed:
            if row.values.get(NIK):
                row.problems.append(
                    _("NIK disimpan Excel sebagai angka, jadi angka terakhirnya mungkin hilang. Tulis sebagai teks.")
                )


def _refuse_twice(rows: list[Row]) -> None:
    """The same person twice in one list: the second is refused, and says which row was first."""
    by_nik: dict[str, int] = {}
    by_key: dict[tuple[Key, str], int] = {}
    for row in rows:
        nik = str(row.values.get(NIK, ""))
        if nik and nik in by_nik:
            row.problems.append(_("NIK sama dengan baris %(n)d.") % {"n": by_nik[nik]})
        elif not nik and row.name and (row.key, row.participant) in by_key:
            first = by_key[row.key, row.participant]
            row.problems.append(_("Sama dengan baris %(n)d. Bila orang lain, tulis NIK-nya.") % {"n": first})
        if nik:
            by_nik.setdefault(nik, row.number)
        by_key.setdefault((row.key, row.participant), row.number)


def _recognise(rows: list[Row], body_id: UUID, batch_id: UUID | None) -> None:
    persons = Person.objects.filter(body_id=body_id)
    by_nik = {
        person.nik: person
        for some in _pieces([str(row.values[NIK]) for row in rows if row.values.get(NIK)])
        for person in persons.filter(nik__in=some)
    }
    named: dict[str, list[Person]] = defaultdict(list)
    lowered = persons.annotate(lowered=Lower("name"))
    for some in _pieces(sorted({row.key[0] for row in rows if row.name})):
        for person in lowered.filter(lowered__in=some):
            named[key_of(person.name, None, "")[0]].append(person)
    members = _members(batch_id)
    for row in rows:
        _find(row, by_nik, named, members)


def _members(batch_id: UUID | None) -> dict[UUID, BatchMember]:
    if batch_id is None:
        return {}
    return {row.person_id: row for row in BatchMember.objects.filter(batch=batch_id)}


def _find(
    row: Row, by_nik: dict[str, Person], named: dict[str, list[Person]], members: dict[UUID, BatchMember]
) -> None:
    nik = str(row.values.get(NIK, ""))
    row.person = by_nik.get(nik)
    if row.person is None:
        alike = [each for each in named[row.key[0]] if _is_same(each, row, members)]
        if len(alike) > 1:
            row.problems.append(_("LSP mengenal %(n)d orang dengan nama ini. Tulis NIK-nya.") % {"n": len(alike)})
        elif alike:
            row.person = alike[0]
    if row.person is None:
        return
    if key_of(row.person.name, None, "")[0] != row.key[0]:
        row.warnings.append(_("NIK ini tercatat atas nama %(name)s.") % {"name": row.person.name})
    if members and row.person.pk in members:
        row.warnings.append(_("Sudah ada dalam kelompok ini."))


def _is_same(person: Person, row: Row, members: dict[UUID, BatchMember]) -> bool:
    """Without a common NIK: the same birth date and institution; inside a batch the participant number decides."""
    nik = str(row.values.get(NIK, ""))
    if nik and person.nik:
        return False
    member = members.get(person.pk)
    if member is not None and member.participant_number and row.participant:
        return member.participant_number == row.participant
    born = row.values.get(BIRTH_DATE)
    email = str(row.values.get("email", ""))
    if not born and not person.birth_date and email and person.email:
        return email == person.email.lower()
    apart = key_of("", person.birth_date, person.institution)[1:]
    return any(apart) and apart == row.key[1:]  # a name alone makes nobody the same


def _pieces(values: Sequence[str]) -> Iterable[Sequence[str]]:
    return (values[at : at + _AT_ONCE] for at in range(0, len(values), _AT_ONCE))
