"""Takes the table of elements apart into its two columns, by where the words stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.paper import Line, Word, lines_of

_NUMBER = re.compile(r"^\(?(\d{1,2}|[lI])[.,](?!0(?!\d))(\d{1,2}|[lI](?![A-Za-z]))(?![0-9])[.)]?(?=$|[A-Za-z“\"(])")
_HALF_NUMBER = re.compile(r"^\d{1,2}\.?$")
_WHOLE_NUMBER = re.compile(r"^\d{1,2}\.\d{1,2}[.)]?$")


@dataclass(frozen=True)
class Columns:
    left: tuple[Line, ...]
    right: tuple[Line, ...]


def shows_columns(lines: Sequence[Line]) -> bool:
    """In plain text: the spacing keeps the two columns apart, as position-sorting extractors do."""
    apart = 0
    numbered = 0
    for line in lines:
        places = _number_places(line.words)
        if places:
            numbered += 1
            if places[-1] >= 15:
                apart += 1
    return numbered > 0 and apart >= 0.8 * numbered


def split(lines: Sequence[Line], *, placed: bool, usual: float | None) -> Columns | None:
    """The columns of one table, whose header rows are already taken off. `usual` is where the second column begins
    elsewhere in the document, for a table without numbers. None when nothing tells the columns apart."""
    by_page: dict[int, list[Line]] = {}
    for line in lines:
        by_page.setdefault(line.page, []).append(line)
    left: list[Line] = []
    right: list[Line] = []
    edge = usual
    for page, rows in by_page.items():
        edge = second_column(rows, placed=placed) or edge
        if edge is None:
            return None
        if placed:
            words = [word for row in rows for word in row.words]
            left += lines_of(page, [word for word in words if word.x0 < edge])
            right += lines_of(page, [word for word in words if word.x0 >= edge])
        else:
            for row in rows:
                cut = _cut(row.words, edge)
                left += _part(row, row.words[:cut])
                right += _part(row, row.words[cut:])
    return Columns(tuple(left), tuple(right))


def second_column(lines: Sequence[Line], *, placed: bool) -> float | None:
    """Left edge of the criteria, a little before their numbers; None without numbers."""
    places = [place for line in lines for place in _number_places(line.words)]
    if not places:
        return None
    middle = median_low(places)
    near = [place for place in places if abs(place - middle) <= (30 if placed else 8)]
    return min(near) - (4 if placed else 1)


def _number_places(words: Sequence[Word]) -> list[float]:
    places = []
    for at, word in enumerate(words):
        if _NUMBER.match(word.text) or (_HALF_NUMBER.match(word.text) and _is_spread(words[at : at + 4])):
            places.append(word.x0)
    return places


def _is_spread(words: Sequence[Word]) -> bool:
    """A number printed with spaces inside, "1. 1" or "1 . 1", and words after it."""
    texts = [word.text for word in words]
    dotted = len(texts) > 1 and (texts[0].endswith(".") or texts[1].startswith("."))
    return dotted and any(_WHOLE_NUMBER.match("".join(texts[:count])) for count in (2, 3) if count < len(texts))


def _cut(words: Sequence[Word], edge: float) -> int:
    """In spaced text: the first word of the second column. Rows shift by some columns against one another, so that a
    number, or the widest gap near the edge, says more than the edge alone."""
    for at, word in enumerate(words):
        if word.x0 >= edge - 6 and _number_places(words[at : at + 3])[:1] == [word.x0]:
            return at
    if words[0].x0 >= edge - 3:
        return 0
    gaps = [
        (words[at].x0 - words[at - 1].x1, at)
        for at in range(1, len(words))
        if words[at].x0 >= edge - 3 and words[at - 1].x0 < edge and words[at].x0 - words[at - 1].x1 >= 2
    ]
    if gaps:
        return max(gaps)[1]
    return next((at for at, word in enumerate(words) if word.x0 >= edge + 1), len(words))


def _part(row: Line, words: Sequence[Word]) -> list[Line]:
    if not words:
        return []
    return [Line(row.page, " ".join(word.text for word in words), tuple(words), row.gap)]


def body_rows(lines: Sequence[Line]) -> list[Line]:
    """The rows of a table without its header rows, repeated ones on later pages included. A header row that shares
    its line with a first cell keeps the cell."""
    rows = []
    for line in lines:
        if labels.is_table_header(line.text):
            continue
        rows.append(line)
    return rows
