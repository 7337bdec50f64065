"""From the bytes of a workbook or a CSV file to rows of cells; what it is, its content says, not its name."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineWorkbook

from jamstac.kernel.verdicts import ALLOW, Verdict, refuse

Cell = str | int | float | bool | date | None

ROWS_AT_MOST = 2000
COLUMNS_AT_MOST = 60
_LOOKED_AT = 100_000
"""Rows of one sheet that are read at all."""
_LETTERS_AT_MOST = 2000
"""Of one cell: far more than any column of a list holds."""
_UNPACKED_AT_MOST = 300 * 1024 * 1024
_CELLS_AT_MOST = 5_000_000
_CELL = re.compile(rb'<(?:\w{1,20}:)?c\b[^<>]*?\br="([A-Z]{1,3})([0-9]{1,7})"')
_ODS_ROW = b"<table:table-row"
_ODS_CELL = re.compile(rb"<table:(?:covered-)?table-cell\b([^<>]*)")
_ROWS = re.compile(rb'number-rows-repeated="([0-9]{1,9})"')
_COLUMNS = re.compile(rb'number-columns-repeated="([0-9]{1,9})"')
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True)
class Grid:
    """One sheet with something in it. Row numbers are its own, from 1, as the spreadsheet shows them."""

    name: str
    rows: list[tuple[int, list[Cell]]]


def read_grids(data: bytes) -> tuple[list[Grid], Verdict]:
    """Every sheet that is not empty, or why the file cannot be read."""
    if not data.strip():
        return [], refuse("import.empty")
    try:
        if data.startswith((_ZIP, _OLE)):
            grids = _workbook(data)
        elif _is_something_else(data):
            return [], refuse("import.not_a_list")
        else:
            grids = [_text(data)]
    except (CalamineError, zipfile.BadZipFile, csv.Error, UnicodeDecodeError, ValueError, KeyError, OSError):
        return [], refuse("import.unreadable")
    except OverflowError:
        return [], refuse("import.unpacked_too_big")
    filled = [grid for grid in grids if grid.rows]
    return filled, ALLOW if filled else refuse("import.empty")


def _is_something_else(data: bytes) -> bool:
    """Neither a workbook nor text."""
    is_utf16 = data.startswith((b"\xff\xfe", b"\xfe\xff"))
    known = data.startswith((b"%PDF", b"{\\rtf", b"\xff\xd8", b"\x89PNG"))
    return known or (b"\x00" in data[:4096] and not is_utf16)


def _workbook(data: bytes) -> list[Grid]:
    if data.startswith(_ZIP):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            if sum(each.file_size for each in packed.infolist()) > _UNPACKED_AT_MOST:
                raise OverflowError
            if sum(_reach(packed, name) for name in packed.namelist()) > _CELLS_AT_MOST:
                raise OverflowError
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    grids = []
    for name in book.sheet_names:
        sheet = book.get_sheet_by_name(name)
        rows = sheet.to_python(skip_empty_area=False, nrows=_LOOKED_AT)
        grids.append(Grid(name, _filled(enumerate(rows, 1))))
    return grids


def _reach(packed: zipfile.ZipFile, name: str) -> int:
    """How many cells the rectangle of a sheet has: one cell far out makes the reader hold all before it."""
    if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name):
        at = _CELL.findall(packed.read(name))
        return max((_column(letters) for letters, _ in at), default=0) * max((int(row) for _, row in at), default=0)
    if name != "content.xml":
        return 0
    rows = packed.read(name).split(_ODS_ROW)[1:]
    return sum(_repeated(_ROWS, row.partition(b">")[0]) * _width(row) for row in rows)


def _column(letters: bytes) -> int:
    found = 0
    for letter in letters:
        found = found * 26 + letter - 64
    return found


def _width(cells: bytes) -> int:
    """Up to the last cell with a value."""
    width = reached = 0
    for cell in _ODS_CELL.findall(cells):
        width += _repeated(_COLUMNS, cell)
        reached = width if b"office:value-type" in cell else reached
    return reached


def _repeated(what: re.Pattern[bytes], tag: bytes) -> int:
    found = what.search(tag)
    return int(found.group(1)) if found else 1


def _text(data: bytes) -> Grid:
    text = _decoded(data)
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(";,\t|", key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    rows = ((reader.line_num, list(row)) for row in reader)
    return Grid("", _filled(rows))


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252")


def _filled(rows: Iterable[tuple[int, Sequence[object]]]) -> list[tuple[int, list[Cell]]]:
    """Rows with something in them, cells beyond the widest plausible list left out."""
    kept = []
    for number, row in rows:
        cells = [_cell(each) for each in row[:COLUMNS_AT_MOST]]
        while cells and cells[-1] in (None, ""):
            cells.pop()
        if cells:
            kept.append((number, cells))
    return kept


def _cell(value: object) -> Cell:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, str):
        text = value.strip()[:_LETTERS_AT_MOST]
        return text.removeprefix("'").strip() if text.startswith("'") else text
    if isinstance(value, bool | int | float | date) or value is None:
        return value
    return "" if isinstance(value, time | timedelta) else str(value)
