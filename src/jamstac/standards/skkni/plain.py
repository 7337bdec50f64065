"""Plain text, as several extractors write it → lines. Pages are told apart by form feeds."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from jamstac.standards.skkni.labels import BREAK_IN_FLAT_TEXT
from jamstac.standards.skkni.paper import Line, Page, Paper, Progress, Word
from jamstac.standards.skkni.refusals import Limits, Reason, Unreadable

CHARACTERS_OF_A_FLAT_LINE = 1500
SHORTEST_PAGE = 120
LONGEST_PAGE = 6000
"""Characters between two page numbers in flat text; the longest on average."""
LEAST_PAGES = 3
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
    sheets = [""]
    start = 0
    for number, begin, end in _page_numbers(text):
        sheets[-1] += text[start:begin]
        sheets += [""] * (number - len(sheets))
        start = end
    sheets[-1] += text[start:]
    return [BREAK_IN_FLAT_TEXT.sub(r"\n", sheet) for sheet in sheets]


def _page_numbers(text: str) -> list[tuple[int, int, int]]:
    """(page, from, to) of the numbers that begin a page: 1, 2, 3 … through the whole text. With the printed number of
    the page beside ("109 107") they are sure; else a page has some length. Empty when no such numbers run along."""
    found = [(int(match.group(1)), match.start(), match.end()) for match in _NUMBER.finditer(text)]
    beside = {
        begin: (number - after, stop)
        for (number, begin, end), (after, start, stop) in pairwise(found)
        if start - end <= 2 and number > after
    }
    shifts = Counter(shift for shift, _ in beside.values())
    usual = shifts.most_common(1)[0][0] if shifts and shifts.most_common(1)[0][1] >= LEAST_PAGES else None
    places: list[tuple[int, int, int]] = []
    reach = 0
    paired = False
    for number, begin, end in found:
        pair = begin in beside and beside[begin][0] == usual
        due = number == (places[-1][0] + 1 if places else 1)
        if due and begin >= reach and (pair or not paired):
            paired = paired or pair
            last = beside[begin][1] if pair else end
            places.append((number, begin, last))
            reach = last if pair else end + SHORTEST_PAGE
    if len(places) >= LEAST_PAGES and places[0][1] < 50 and len(text) / len(places) < LONGEST_PAGE:
        return places
    return []
