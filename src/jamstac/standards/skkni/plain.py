"""Plain text, as several extractors write it → lines. Pages are told apart by form feeds."""

from __future__ import annotations

import re

from jamstac.standards.skkni.labels import BREAK_IN_FLAT_TEXT
from jamstac.standards.skkni.paper import Line, Page, Paper, Progress, Word
from jamstac.standards.skkni.refusals import Limits, Reason, Unreadable

CHARACTERS_OF_A_FLAT_LINE = 1500
SHORTEST_PAGE = 120
"""Characters between two page numbers in flat text."""
_WORD = re.compile(r"\S+")
_NUMBER = re.compile(r"(?<!\S)(\d{1,4})(?!\S)")


def read_text(text: str, limits: Limits, progress: Progress) -> Paper:
    """Raises `Unreadable`: EMPTY, TOO_MANY_PAGES."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\xa0", " ").replace("\xad", "").expandtabs(8)
    if not text.strip():
        raise Unreadable(Reason.EMPTY)
    sheets = _flat_sheets(text) if _is_flat(text) else text.split("\f")
    if len(sheets) > 1 and not sheets[-1].strip():
        sheets.pop()
    if len(sheets) > limits.pages:
        raise Unreadable(Reason.TOO_MANY_PAGES, f"{len(sheets)} halaman, batasnya {limits.pages}")
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        pages.append(Page(number, tuple(_lines(number, sheet))))
        progress(number, len(sheets))
    return Paper(tuple(pages), placed=False)


def _lines(page: int, sheet: str) -> list[Line]:
    lines: list[Line] = []
    gap = False
    for row, text in enumerate(sheet.split("\n")):
        words = tuple(
            Word(found.group(), found.start(), found.end(), row, 1.0) for found in _WORD.finditer(text.rstrip())
        )
        if words:
            lines.append(Line(page, " ".join(word.text for word in words), words, gap))
        gap = not words
    return lines


def _is_flat(text: str) -> bool:
    return len(text) / (text.count("\n") + text.count("\f") + 1) > CHARACTERS_OF_A_FLAT_LINE


def _flat_sheets(text: str) -> list[str]:
    """Text without lines: pages by the running numbers between them when there are such, lines by the labels and
    numbers that begin one."""
    sheets = []
    start = 0
    for begin, end in _page_numbers(text):
        if text[start:begin].strip():
            sheets.append(text[start:begin])
        start = end
    sheets.append(text[start:])
    return [BREAK_IN_FLAT_TEXT.sub(r"\n", sheet) for sheet in sheets]


def _page_numbers(text: str) -> list[tuple[int, int]]:
    """Where the numbers 1, 2, 3 … of the pages stand, with the printed number beside when there is one. Empty when
    they do not run through the text."""
    found = [(int(match.group(1)), match.start(), match.end()) for match in _NUMBER.finditer(text)]
    places: list[tuple[int, int]] = []
    wanted, reach = 1, 0
    for at, (number, begin, end) in enumerate(found):
        if number != wanted or begin < reach:
            continue
        if at + 1 < len(found) and found[at + 1][1] - end <= 2:
            end = found[at + 1][2]
        places.append((begin, end))
        wanted, reach = wanted + 1, end + SHORTEST_PAGE
    if len(places) >= 3 and places[0][0] < 50 and len(text) / len(places) < 6000:
        return places
    return []
