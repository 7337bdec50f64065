"""Title and description of a unit, when the text brings their lines in another order than the page."""

from __future__ import annotations

import re
from collections.abc import Sequence

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.cleaning import Joiner
from jamstac.standards.skkni.model import Listed


def read(
    code: str, title: Sequence[str], description: Sequence[str], listed: Sequence[Listed], joiner: Joiner
) -> tuple[str, str, list[str]]:
    """(title, description, slips). A line of the title that strayed into the description is taken back when the list
    at the front confirms it, or when it alone begins with a capital inside a sentence; the latter is a slip."""
    slips: list[str] = []
    whole = joiner.join(title)
    strays = _strays(description)
    rest = list(description)
    for row in _rows_of(code, listed):
        for count in range(1, len(strays) + 1):
            taken = strays[:count]
            if _plain(joiner.join([whole, *(description[at] for at in taken)])) == _plain(row.title) != _plain(whole):
                whole = joiner.join([whole, *(description[at] for at in taken)])
                return whole, joiner.join(_without(rest, taken)), slips
        if _plain(whole) != _plain(row.title) and sorted(_words(whole)) == sorted(_words(row.title)):
            slips.append(f"Kata-kata judul terbaca dalam urutan “{whole}”; dipakai urutan di daftar unit: “{row.title}”.")
            return row.title, joiner.join(rest), slips
    if len(strays) == 1 and whole and not _complete(code, whole, listed):
        taken_back = joiner.join([whole, description[strays[0]]])
        slips.append(f"Baris “{description[strays[0]]}” di tengah deskripsi dibaca sebagai lanjutan judul “{whole}”.")
        return taken_back, joiner.join(_without(rest, strays)), slips
    return whole, joiner.join(rest), slips


def _rows_of(code: str, listed: Sequence[Listed]) -> list[Listed]:
    return [row for row in listed if row.title and labels.code_key(row.code)[:-2] == labels.code_key(code)[:-2]]


def _complete(code: str, title: str, listed: Sequence[Listed]) -> bool:
    return any(_plain(row.title) == _plain(title) for row in listed)


def _strays(description: Sequence[str]) -> list[int]:
    """Lines inside a description that begin with a capital although the line before has not ended."""
    return [
        at
        for at in range(1, len(description))
        if description[at][:1].isupper()
        and description[at - 1].rstrip().endswith(",")
        and at + 1 < len(description)
        and description[at + 1][:1].islower()
        and len(description[at].split()) <= 6
    ]


def _without(lines: Sequence[str], places: Sequence[int]) -> list[str]:
    return [line for at, line in enumerate(lines) if at not in places]


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())
