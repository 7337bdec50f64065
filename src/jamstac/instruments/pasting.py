"""Questions as LSP keep them in a spreadsheet, read from pasted cells, a CSV or an XLSX file.

Columns in order, with or without a first row of headings and a first column of numbers:

    pilihan ganda   [bidang] · pertanyaan · pilihan A · B · C [· D · E] · kunci [· KUK]
    yang lain       pertanyaan · kunci jawaban [· KUK]

The key is a letter or the words of the right option. KUK are written `unit/nomor`, several with `;`: the unit by its
code or by its place in the scheme, as `J.00.001/1.2; 3/2.1`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from python_calamine import CalamineError, CalamineWorkbook

from jamstac.instruments.actions import ItemInput, OptionInput
from jamstac.schemes.selectors import UnitTree

MOST_ROWS = 500
_LETTERED = re.compile(r"^\(?([A-Ja-j])[.)]\s+")
_HEADING = re.compile(r"no\.?|nomor|bidang( \w+)?|pertanyaan|soal|butir", re.IGNORECASE)
_CRITERIA = re.compile(r"^\s*[\w.\-]+\s*/\s*\d+(\.\d+)+(\s*;\s*[\w.\-]+\s*/\s*\d+(\.\d+)+)*\s*$")


@dataclass(frozen=True)
class Slip:
    """A row that was not taken, and why (`problem` is a key of `texts.SLIPS`)."""

    row: int
    problem: str
    cell: str = ""


@dataclass(frozen=True)
class Pasted:
    items: list[ItemInput]
    slips: list[Slip]


class Unreadable(Exception):
    """The file is no spreadsheet that can be opened."""


def rows_of_text(text: str) -> list[list[str]]:
    """Cells copied from a spreadsheet (tabs), or CSV with comma or semicolon."""
    first = text.strip().partition("\n")[0]
    mark = max("\t;,", key=first.count)
    return _cleaned(csv.reader(io.StringIO(text), delimiter=mark))


def rows_of_file(data: bytes, name: str) -> list[list[str]]:
    """The first sheet of an XLSX, XLS or ODS file, or a CSV. Raises Unreadable."""
    if name.lower().endswith((".csv", ".txt", ".tsv")):
        try:
            return rows_of_text(data.decode("utf-8-sig"))
        except UnicodeDecodeError as error:
            raise Unreadable from error
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(data))
        cells = book.get_sheet_by_index(0).to_python(nrows=MOST_ROWS + 1)
    except (CalamineError, ValueError, OSError) as error:
        raise Unreadable from error
    return _cleaned([[_text(cell) for cell in row] for row in cells])


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)


def _cleaned(rows: Sequence[Sequence[str]] | csv._reader) -> list[list[str]]:  # type: ignore[name-defined]
    found = [[cell.strip() for cell in row] for row in rows]
    return [row for row in found if any(row)]


def addresses_of(units: Sequence[UnitTree]) -> dict[str, UUID]:
    """`code/1.2` and `3/1.2` → KUK."""
    found: dict[str, UUID] = {}
    for place, tree in enumerate(units, start=1):
        for part in tree.elements:
            for criterion in part.criteria:
                found[f"{tree.unit.code}/{criterion.number}".casefold()] = criterion.pk
                found[f"{place}/{criterion.number}"] = criterion.pk
    return found


def read_items(rows: Sequence[Sequence[str]], addresses: Mapping[str, UUID], *, choice: bool) -> Pasted:
    """Items and the rows that could not be taken; a row of headings is passed over."""
    items: list[ItemInput] = []
    slips: list[Slip] = []
    for number, cells in enumerate(rows[:MOST_ROWS], start=1):
        filled = [cell for cell in cells if cell]
        if number == 1 and _HEADING.fullmatch(filled[0]):
            continue
        if len(filled) > 1 and filled[0].rstrip(".").isdigit():
            del filled[0]  # a column of numbers
        criteria, unknown = _criteria(filled, addresses)
        if unknown:
            slips.append(Slip(number, "criterion", unknown))
            continue
        read = _choice(filled) if choice else _open(filled)
        if isinstance(read, str):
            slips.append(Slip(number, read, filled[0][:60]))
            continue
        read["criteria"] = criteria
        items.append(read)
    if len(rows) > MOST_ROWS:
        slips.append(Slip(MOST_ROWS + 1, "too_many"))
    return Pasted(items, slips)


def _criteria(filled: list[str], addresses: Mapping[str, UUID]) -> tuple[list[UUID], str]:
    """Take the KUK cell off the end of the row; the second value is an address nobody knows."""
    if len(filled) < 2 or not _CRITERIA.match(filled[-1]):
        return [], ""
    named = [re.sub(r"\s", "", each).casefold() for each in filled.pop().split(";")]
    missing = [each for each in named if each not in addresses]
    return [addresses[each] for each in named if each in addresses], ", ".join(missing)


def _open(filled: list[str]) -> ItemInput | str:
    return {"text": filled[0], "key": filled[1] if len(filled) > 1 else ""}


def _choice(filled: list[str]) -> ItemInput | str:
    """A row of a multiple choice question, or what is wrong with it."""
    if len(filled) < 4:
        return "columns"
    key, rest = filled[-1], filled[:-1]
    start = next((place for place, cell in enumerate(rest) if place and _LETTERED.match(cell)), 0)
    if not start:  # options without letters: the question comes first, or second after a field
        start = 2 if len(rest) > 5 else 1
    options = [_LETTERED.sub("", cell) for cell in rest[start:]]
    if len(options) < 2:
        return "columns"
    right = _right(key, options)
    if right is None:
        return "key"
    marked: list[OptionInput] = [{"text": text, "correct": place == right} for place, text in enumerate(options)]
    return {"text": rest[start - 1], "section": rest[0][:120] if start == 2 else "", "options": marked}


def _right(key: str, options: list[str]) -> int | None:
    letter = re.fullmatch(r"\(?([A-Ja-j])[.)]?", key)
    if letter:
        place = ord(letter[1].upper()) - ord("A")
        return place if place < len(options) else None
    words = _LETTERED.sub("", key).casefold()
    places = [place for place, text in enumerate(options) if text.casefold() == words]
    return places[0] if len(places) == 1 else None
