"""What the units of a decree say otherwise than its list, than one another, or than a sentence would."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.model import Doubt, Listed, Unit
from jamstac.standards.skkni.wording import Passage, plain


def compare(listed: Sequence[Listed], units: Sequence[Unit], front: Passage) -> list[Doubt]:
    """Where the list and the units read differently: code, title, missing on either side, printed twice."""
    doubts = _repeated(units) + _shapes(units)
    if not listed:
        if len(units) > 1:
            doubts.append(
                Doubt(units[0].page, "", "Daftar unit di bagian depan tidak ditemukan; kode tidak dibandingkan.")
            )
        return doubts
    pairs, missing, extra = _paired(listed, units)
    small: list[str] = []
    for row, unit in pairs:
        if row.code != unit.code:
            doubts.append(
                Doubt(
                    unit.page,
                    unit.code,
                    f"Kode di daftar unit (halaman {row.page}): {row.code}; pada unitnya: {unit.code}.",
                )
            )
        if plain(row.title) == plain(unit.title):
            if row.title != unit.title and row.title.casefold() == unit.title.casefold():
                small.append(unit.code)
        elif _cut_short(row.title, unit.title) and front.has(unit.title):
            continue
        elif row.title:
            doubts.append(
                Doubt(
                    unit.page,
                    unit.code,
                    f"Judul di daftar unit (halaman {row.page}): “{row.title}”; pada unitnya: “{unit.title}”.",
                )
            )
        else:
            doubts.append(
                Doubt(
                    unit.page, unit.code, f"Judul “{unit.title}” tidak ditemukan di daftar unit (halaman {row.page})."
                )
            )
    for unit in missing:
        doubts.append(
            Doubt(unit.page, unit.code, f"Unit {unit.code} “{unit.title}” tidak ada di daftar unit di bagian depan.")
        )
    for row in extra:
        doubts.append(
            Doubt(
                row.page,
                row.code,
                f"Daftar unit memuat {row.code} “{row.title}”, tetapi uraian unitnya tidak ditemukan.",
            )
        )
    if small:
        doubts.append(
            Doubt(
                listed[0].page,
                "",
                f"Judul di daftar unit berbeda hanya pada huruf besar atau kecil: {', '.join(small)}.",
            )
        )
    return doubts


def _cut_short(listed: str, printed: str) -> bool:
    """The row holds only the beginning of the title, or none of it: its cells are not side by side in this text."""
    return plain(printed).startswith(plain(listed))


def _paired(
    listed: Sequence[Listed], units: Sequence[Unit]
) -> tuple[list[tuple[Listed, Unit]], list[Unit], list[Listed]]:
    """The row of each unit: by code and title, by code, by title, by the code without its version, in this order."""
    rows = list(listed)
    left = list(units)
    pairs: list[tuple[Listed, Unit]] = []
    for key in (_both, _code, _title, _without_version):
        for unit in list(left):
            wanted = key(unit)
            row = next((each for each in rows if wanted and key(each) == wanted), None)
            if row:
                pairs.append((row, unit))
                rows.remove(row)
                left.remove(unit)
    for unit in list(left):
        likeness = [
            (SequenceMatcher(None, plain(row.title), plain(unit.title)).ratio(), at) for at, row in enumerate(rows)
        ]
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


def gaps(units: Sequence[Unit]) -> list[Doubt]:
    """Sequence numbers that no unit has although units before and after it do, by the part of the code before them."""
    found: dict[str, list[tuple[int, Unit]]] = {}
    for unit in units:
        parts = unit.code.split(".")
        if len(parts) >= 3 and parts[-2].isdigit():
            found.setdefault(labels.code_key("".join(parts[:-2])), []).append((int(parts[-2]), unit))
    doubts = []
    for members in found.values():
        numbers = {number for number, _ in members}
        missing = sorted(set(range(min(numbers), max(numbers))) - numbers)
        if missing and len(missing) <= len(numbers):
            after = next(unit for number, unit in members if number > missing[0])
            told = ", ".join(f"{number:03}" for number in missing)
            doubts.append(Doubt(after.page, after.code, f"Nomor urut kode unit melompati {told} sebelum {after.code}."))
    return doubts


_UNFINISHED = re.compile(
    r"\b(?:dan|atau|serta|dengan|untuk|yang|dari|pada|oleh|dalam|termasuk|sesuai|berdasarkan|antara lain)\s*[,:]?$",
    re.IGNORECASE,
)


def unfinished(units: Sequence[Unit]) -> list[Doubt]:
    """Criteria that break off in the middle of a sentence: their end is missing, in print or in the file."""
    return [
        Doubt(each.page, unit.code, f"KUK {each.number} berakhir di tengah kalimat: “… {each.text[-60:]}”.")
        for unit in units
        for element in unit.elements
        for each in element.criteria
        if _UNFINISHED.search(each.text)
    ]


def small_beginnings(units: Sequence[Unit]) -> list[Doubt]:
    """Criteria that begin with a small letter in a decree whose criteria do not: a line beside may be theirs."""
    all_criteria = [(unit, each) for unit in units for element in unit.elements for each in element.criteria]
    small = [(unit, each) for unit, each in all_criteria if each.text[:1].islower()]
    if len(small) > len(all_criteria) // 10:
        told = f"{len(small)} dari {len(all_criteria)} KUK berawal huruf kecil; periksa batas antara KUK."
        return [Doubt(small[0][1].page, "", told)] if len(small) < 0.9 * len(all_criteria) else []
    return [
        Doubt(each.page, unit.code, f"KUK {each.number} berawal huruf kecil: “{each.text}”. Periksa batas KUK itu.")
        for unit, each in small
    ]


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
        Doubt(
            unit.page, unit.code, f"Bentuk kode {unit.code} berbeda dari kode lain di dokumen ini, misalnya {example}."
        )
        for unit in units
        if unit.code and labels.code_shape(unit.code) != usual
    ]


def _both(printed: Listed | Unit) -> str:
    return f"{_code(printed)} {plain(printed.title)}"


def _code(printed: Listed | Unit) -> str:
    return labels.code_key(printed.code)


def _title(printed: Listed | Unit) -> str:
    return plain(printed.title)


def _without_version(printed: Listed | Unit) -> str:
    parts = printed.code.split(".")
    return labels.code_key("".join(parts[:-1])) if len(parts) > 2 else ""
