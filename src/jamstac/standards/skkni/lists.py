"""The list of units at the front of a decree."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median_low

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.cleaning import Joiner
from jamstac.standards.skkni.model import Listed
from jamstac.standards.skkni.paper import Line, Word
from jamstac.standards.skkni.wording import Passage

_ROW_NUMBER = re.compile(r"^(?:\d{1,3}\s?[.)]?|NO\.?)$")
_HEADING = re.compile(r"^(?:[A-Z]\.|[IVX]+\.|BAB)\s")


def front_list(lines: Sequence[Line], joiner: Joiner, *, placed: bool) -> list[Listed]:
    """Rows of the list of units among the lines before the first unit. A decree may show several tables of codes
    (packages by level or job); the list is what follows the heading "Daftar unit" that stands last before a code, or
    else the last table in which no code comes twice."""
    rows = _rows(_of_list(lines), joiner, placed=placed)
    seen: set[str] = set()
    last: list[Listed] = []
    for row in rows:
        key = labels.code_key(row.code)
        if key in seen:
            seen, last = set(), []
        seen.add(key)
        last.append(row)
    return last


def _of_list(lines: Sequence[Line]) -> Sequence[Line]:
    for at in range(len(lines) - 1, -1, -1):
        if labels.LIST_HEADING.search(lines[at].text) and len(lines[at].text) < 80:
            following = lines[at + 1 :]
            if sum(1 for line in following if labels.CODE.search(line.text)) >= 2:
                return following
    return lines


@dataclass
class _Row:
    code: str
    page: int
    y: float
    parts: list[str]
    edge: float
    """Where its title begins; 0 when it stands on another line."""


@dataclass(frozen=True)
class _Stray:
    """A line without a code, perhaps of a title."""

    page: int
    y: float
    edge: float
    text: str
    after: int
    """Rows before it."""
    gap: bool


def _rows(lines: Sequence[Line], joiner: Joiner, *, placed: bool) -> list[Listed]:
    """With coordinates, a line of a title belongs to the code nearest to it and stands in the column of titles;
    without, to the code before it."""
    rows: list[_Row] = []
    strays: list[_Stray] = []
    for line in lines:
        match = labels.CODE.search(line.text)
        if match and len(line.text[: match.start()].strip(" .)|")) <= 5:
            title = line.text[match.end() :].strip(" :|")
            words = _after(line.words, match.end(), line.text)
            parts = [title] if title else []
            rows.append(_Row(labels.tidy_code(match.group()), line.page, line.y, parts, words[0].x0 if words else 0))
        elif not _ends(line.text):
            words = [word for word in line.words if not _ROW_NUMBER.match(word.text)]
            text = " ".join(word.text for word in words)
            if words:
                strays.append(_Stray(line.page, words[0].y, words[0].x0, text, len(rows), line.gap))
    if placed:
        _give_by_place(rows, strays)
    else:
        _give_by_order(rows, strays)
    return [Listed(row.code, joiner.join(row.parts), row.page) for row in rows]


def _give_by_place(rows: Sequence[_Row], strays: Sequence[_Stray]) -> None:
    edges = [row.edge for row in rows if row.edge]
    column = median_low(edges) if edges else 0
    above: dict[int, list[str]] = {}
    for stray in strays:
        near = [(abs(row.y - stray.y), at) for at, row in enumerate(rows) if row.page == stray.page]
        if not near or min(near)[0] > 60 or stray.edge < column - 12:
            continue
        at = min(near)[1]
        if stray.y < rows[at].y:
            above.setdefault(at, []).append(stray.text)
        else:
            rows[at].parts.append(stray.text)
    for at, parts in above.items():
        rows[at].parts[:0] = parts


def _give_by_order(rows: Sequence[_Row], strays: Sequence[_Stray]) -> None:
    """A line goes on with the title before it when that has begun, unless a gap parts them: then only in small
    letters, which no title begins with."""
    closed: set[int] = set()
    for stray in strays:
        row = rows[stray.after - 1] if stray.after else None
        if row is None or not row.parts or stray.after in closed:
            continue
        if stray.gap and not stray.text[:1].islower():
            closed.add(stray.after)
            continue
        row.parts.append(stray.text)


def _after(words: Sequence[Word], end: int, text: str) -> Sequence[Word]:
    count = len(text[end:].split())
    return words[-count:] if count else ()


def _ends(text: str) -> bool:
    return (
        labels.is_table_header(text)
        or _HEADING.match(text) is not None
        or re.search(r"kode\s+unit", text, re.IGNORECASE) is not None
        or labels.LIST_HEADING.search(text) is not None
        or len(text) > 160
    )


def front_passage(lines: Sequence[Line]) -> Passage:
    """The words before the first unit without what stands beside the titles in a list."""
    texts = []
    for line in lines:
        text = re.sub(r"^\s*\d{1,3}\s?[.)]?\s+(?=\S)", "", labels.CODE.sub(" ", line.text))
        if not _ends(text) and not _ROW_NUMBER.match(text.strip()):
            texts.append(text)
    return Passage(" ".join(texts))
