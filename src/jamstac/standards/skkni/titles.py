"""Title and description of a unit, when the text brings their lines in another order than the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.cleaning import Joiner
from jamstac.standards.skkni.model import Listed
from jamstac.standards.skkni.wording import Passage, plain

_OPENING = re.compile(r"^Unit\s+(?:kompetensi\s+)?ini\b", re.IGNORECASE)


def read(
    code: str,
    title: Sequence[str],
    description: Sequence[str],
    listed: Sequence[Listed],
    front: Passage,
    joiner: Joiner,
) -> tuple[str, str, list[str]]:
    """(title, description, slips). A line of the title that strayed into the description is taken back when the pages
    at the front (`front`) have the title with it and not without it, or when it alone begins with a capital inside a
    sentence; the latter is a slip. Words out of order are put as the front has them, which is a slip too."""
    title, description = _parted(title, description)
    whole = joiner.join(title)
    if not whole or any(plain(row.title) == plain(whole) for row in _rows_of(code, listed)):
        return whole, joiner.join(description), []
    for place in range(1, len(description) - 1):
        line = description[place]
        if len(line) < 80 and front.goes_on(whole, line):
            return joiner.join([whole, line]), joiner.join(_without(description, place)), []
    if front.has(whole):
        return whole, joiner.join(description), []
    other = _in_case_of(front.reordered(whole), whole) if len(title) >= 3 else ""
    if other:
        slip = f"Judul terbaca “{whole}”; dipakai urutan kata di bagian depan: “{other}”."
        return other, joiner.join(description), [slip]
    strays = _strays(description)
    if len(strays) == 1:
        line = description[strays[0]]
        slip = f"Baris “{line}” di tengah deskripsi dibaca sebagai lanjutan judul “{whole}”."
        return joiner.join([whole, line]), joiner.join(_without(description, strays[0])), [slip]
    return whole, joiner.join(description), []


def _parted(title: Sequence[str], description: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """Where the label of the description stands in the middle of its lines, the first of them follow the title: they
    begin "Unit (kompetensi) ini"."""
    for at, line in enumerate(title):
        if at and _OPENING.match(line):
            return title[:at], [*title[at:], *description]
    return title, description


def _rows_of(code: str, listed: Sequence[Listed]) -> list[Listed]:
    return [row for row in listed if row.title and labels.code_key(row.code)[:-2] == labels.code_key(code)[:-2]]


def _strays(description: Sequence[str]) -> list[int]:
    """Lines inside a description that begin with a capital although the line before has not ended."""
    return [
        at
        for at in range(1, len(description) - 1)
        if description[at][:1].isupper()
        and description[at - 1].rstrip().endswith(",")
        and description[at + 1][:1].islower()
        and len(description[at].split()) <= 6
    ]


def _in_case_of(order: str, letters: str) -> str:
    """The words in the order of one print and the letters of another."""
    left = letters.split()
    ordered = []
    for word in order.split():
        same = next((each for each in left if plain(each) == plain(word)), word)
        if same in left:
            left.remove(same)
        ordered.append(same)
    return " ".join(ordered)


def _without(lines: Sequence[str], place: int) -> list[str]:
    return [line for at, line in enumerate(lines) if at != place]
