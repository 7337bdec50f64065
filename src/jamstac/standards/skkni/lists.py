"""The list of units at the front, and what it says otherwise than the units themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.cleaning import Joiner
from jamstac.standards.skkni.model import Doubt, Listed, Unit
from jamstac.standards.skkni.paper import Line, Word, lines_of

_ROW_NUMBER = re.compile(r"^\d{1,3}\s?[.)]?$")
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


def _rows(lines: Sequence[Line], joiner: Joiner, *, placed: bool) -> list[Listed]:
    """With coordinates, a line of a title belongs to the code nearest to it; without, to the code before it."""
    found: list[tuple[str, int, list[str], float]] = []
    strays: list[tuple[int, float, str]] = []
    edge = 0.0
    for line in lines:
        text = line.text
        match = labels.CODE.search(text)
        if match and len(text[: match.start()].strip(" .)|")) <= 5:
            code = labels.tidy_code(match.group())
            title = text[match.end() :].strip(" :|")
            found.append((code, line.page, [title] if title else [], line.y))
            words = _after(line.words, match.end(), text)
            edge = words[0].x0 if words else edge
        elif found and not _ends(text):
            words = [word for word in line.words if not _ROW_NUMBER.match(word.text) or word.x0 >= edge - 5]
            rest = " ".join(word.text for word in words).strip()
            if placed and rest and words and edge and words[0].x0 >= edge - 12:
                strays.append((line.page, line.y, rest))
            elif not placed and rest and found[-1][2] and not line.gap:
                found[-1][2].append(rest)
        elif not found and placed and line.words and not _ends(text):
            strays.append((line.page, line.y, text))
    if placed:
        _give(found, strays)
    return [Listed(code, joiner.join(parts), page) for code, page, parts, _ in found]


def _give(found: list[tuple[str, int, list[str], float]], strays: list[tuple[int, float, str]]) -> None:
    above: dict[int, list[str]] = {}
    for page, y, text in strays:
        near = [(abs(row[3] - y), at) for at, row in enumerate(found) if row[1] == page]
        if not near or min(near)[0] > 60:
            continue
        at = min(near)[1]
        if y < found[at][3]:
            above.setdefault(at, []).append(text)
        else:
            found[at][2].append(text)
    for at, parts in above.items():
        found[at][2][:0] = parts


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


def compare(listed: Sequence[Listed], units: Sequence[Unit], front: Sequence[Line]) -> list[Doubt]:
    """Where the list and the units read differently: code, title, missing on either side, printed twice."""
    doubts = _repeated(units) + _shapes(units)
    if not listed:
        if len(units) > 1:
            doubts.append(Doubt(units[0].page, "", "Daftar unit di bagian depan tidak ditemukan; kode tidak dibandingkan."))
        return doubts
    text = _plain(" ".join(line.text for line in front))
    pairs, missing, extra = _paired(listed, units)
    small: list[str] = []
    for row, unit in pairs:
        if row.code != unit.code:
            doubts.append(
                Doubt(unit.page, unit.code, f"Kode di daftar unit (halaman {row.page}): {row.code}; pada unitnya: {unit.code}.")
            )
        if _plain(row.title) == _plain(unit.title):
            if row.title != unit.title and row.title.casefold() != unit.title.casefold():
                pass
            elif row.title != unit.title:
                small.append(unit.code)
        elif row.title:
            doubts.append(
                Doubt(
                    unit.page,
                    unit.code,
                    f"Judul di daftar unit (halaman {row.page}): “{row.title}”; pada unitnya: “{unit.title}”.",
                )
            )
        elif _plain(unit.title) not in text:
            doubts.append(
                Doubt(unit.page, unit.code, f"Judul “{unit.title}” tidak ditemukan di daftar unit (halaman {row.page}).")
            )
    for unit in missing:
        doubts.append(Doubt(unit.page, unit.code, f"Unit {unit.code} “{unit.title}” tidak ada di daftar unit di bagian depan."))
    for row in extra:
        doubts.append(
            Doubt(row.page, row.code, f"Daftar unit memuat {row.code} “{row.title}”, tetapi uraian unitnya tidak ditemukan.")
        )
    if small:
        doubts.append(
            Doubt(listed[0].page, "", f"Judul di daftar unit berbeda hanya pada huruf besar atau kecil: {', '.join(small)}.")
        )
    return doubts


def _paired(
    listed: Sequence[Listed], units: Sequence[Unit]
) -> tuple[list[tuple[Listed, Unit]], list[Unit], list[Listed]]:
    """The row of each unit: by code and title, by code, by title, by the code without its version, in this order."""
    rows = list(listed)
    left = list(units)
    pairs: list[tuple[Listed, Unit]] = []
    keys = (
        lambda code, title: (labels.code_key(code), _plain(title)),
        lambda code, title: labels.code_key(code),
        lambda code, title: _plain(title) or None,
        lambda code, title: _without_version(code),
        lambda code, title: None,
    )
    for key in keys:
        for unit in list(left):
            wanted = key(unit.code, unit.title)
            row = next((each for each in rows if wanted and key(each.code, each.title) == wanted), None)
            if row:
                pairs.append((row, unit))
                rows.remove(row)
                left.remove(unit)
    for unit in list(left):
        likeness = [(SequenceMatcher(None, _plain(row.title), _plain(unit.title)).ratio(), at) for at, row in enumerate(rows)]
        if likeness and max(likeness)[0] > 0.85:
            row = rows[max(likeness)[1]]
            pairs.append((row, unit))
            rows.remove(row)
            left.remove(unit)
    pairs.sort(key=lambda pair: units.index(pair[1]))
    return pairs, left, rows


def _repeated(units: Sequence[Unit]) -> list[Doubt]:
    counts = Counter(labels.code_key(unit.code) for unit in units if unit.code)
    doubts = []
    for key, count in counts.items():
        if count > 1:
            same = [unit for unit in units if labels.code_key(unit.code) == key]
            told = "; ".join(f"halaman {unit.page} “{unit.title}”" for unit in same)
            doubts.append(Doubt(same[1].page, same[1].code, f"Kode {same[1].code} dicetak pada {count} unit: {told}."))
    return doubts


def _shapes(units: Sequence[Unit]) -> list[Doubt]:
    """Codes that are not of the form most codes of the decree have."""
    shapes = Counter(labels.code_shape(unit.code) for unit in units if unit.code)
    if len(shapes) < 2:
        return []
    usual, count = shapes.most_common(1)[0]
    if count < 3:
        return []
    example = next(unit.code for unit in units if labels.code_shape(unit.code) == usual)
    return [
        Doubt(unit.page, unit.code, f"Bentuk kode {unit.code} berbeda dari kode lain di dokumen ini, misalnya {example}.")
        for unit in units
        if unit.code and labels.code_shape(unit.code) != usual
    ]


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


def _without_version(code: str) -> str | None:
    parts = code.split(".")
    return labels.code_key("".join(parts[:-1])) if len(parts) > 2 else None
