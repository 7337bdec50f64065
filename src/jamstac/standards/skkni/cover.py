"""Number, year, title and sector of the decree, from its first pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from jamstac.standards.skkni.model import Doubt
from jamstac.standards.skkni.paper import Line
from jamstac.standards.skkni.wording import Passage, best_cased, in_capitals, plain, title_case

FIRST_PAGES = 12
_NEW = r"(?P<plain>\d{1,4})\s*TAHUN\s*(?P<year>(?:19|20)\d{2})"
_OLD = (
    r"(?P<old>(?:KEP|PER|Kep)?[\s.,:\-]{0,4}\d{1,4}\s?[A-Z]?\s*/\s*M[EB]N\s*/\s*"
    r"(?:[IVXLl1]{1,5}\s*/\s*)?(?P<old_year>(?:19|20)\d{2}))"
)
_NUMBER = rf"N(?:O|0)(?:M(?:O|0)R)?\s*[.:]{{0,2}}\s*(?:{_OLD}|{_NEW})"
_HEADING = re.compile(
    rf"KEPUTUSAN\s+(?P<organ>MENTERI|DIREKTUR\s+JENDERAL)\s+(?P<ministry>[A-Z][A-Z\s]{{3,80}}?)\s*(?:REPUBLIK\s+INDONESIA)?\s*,?\s*{_NUMBER}"
)
_MENTION = re.compile(
    rf"Keputusan\s+(?P<organ>Menteri|Direktur\s+Jenderal)\s+(?P<ministry>[A-Z][A-Za-z\s]{{3,80}}?)\s*(?:Republik\s+Indonesia)?\s*,?\s*(?i:{_NUMBER})"
)
_BARE = re.compile(rf"(?<![A-Za-z]){_NUMBER}")
_TITLE = re.compile(
    r"TENTANG\s+(?P<title>PENETAPAN\s.{10,900}?)\s*(?=BAB\s+[I1l]\b|DENGAN\s+RAHMAT|MENTERI\s+[A-Z\s]{5,60}REPUBLIK"
    r"|Menimbang|DAFTAR\s+ISI|PENDAHULUAN|LAMPIRAN|$)",
    re.DOTALL,
)
_PARTS = re.compile(
    r"(?:^|(?<=[\s,]))(?P<label>KATEGORI|GOLONGAN\s+POKOK|SUB\s*-?\s*GOLONGAN|GOLONGAN|KELOMPOK\s+USAHA|SUB\s*-?\s*SEKTOR|SEKTOR"
    r"|SUB\s*-?\s*BIDANG|BIDANG|AREA\s+(?:KERJA|PEKERJAAN)|JABATAN\s+KERJA|PADA\s+JABATAN(?:\s+KERJA)?)\s+",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Cover:
    number: str
    year: int | None
    name: str
    title: str
    sector: str
    page: int


def read_cover(lines: Sequence[Line], whole: str) -> tuple[Cover, list[Doubt]]:
    """`lines`: those before the first unit. `whole`: all text of the document, to find the title in ordinary letters
    where the heading has it in capitals."""
    front = [line for line in lines if line.page <= FIRST_PAGES]
    text, pages = _joined(front)
    doubts: list[Doubt] = []
    number, year, name, page = _number(text, pages, doubts)
    title = _title(text)
    if title and not _ordinary(title, whole):
        title = _in_order(title, whole)
    if not title:
        doubts.append(
            Doubt(1, "", "Judul keputusan (“Penetapan Standar Kompetensi Kerja Nasional Indonesia …”) tidak ditemukan.")
        )
    sector = _sector(title, whole)
    if title and not sector:
        doubts.append(Doubt(page, "", "Kategori, golongan, atau bidang tidak ditemukan dalam judul keputusan."))
    return Cover(number, year, name, _ordinary(title, whole) or title, sector, page), doubts


def _joined(lines: Sequence[Line]) -> tuple[str, list[tuple[int, int]]]:
    """All lines as one text, and (offset, page) of each."""
    text = ""
    pages = []
    for line in lines:
        pages.append((len(text), line.page))
        text += re.sub(r"\s+", " ", line.text) + "\n"
    return text, pages


def _number(text: str, pages: Sequence[tuple[int, int]], doubts: list[Doubt]) -> tuple[str, int | None, str, int]:
    """The number most headings carry. A mention in running text counts only when no heading does."""
    found = list(_HEADING.finditer(text))
    certain = bool(found)
    found = found or list(_MENTION.finditer(text)) or [each for each in _BARE.finditer(text) if each.group("old")]
    if not found:
        doubts.append(Doubt(1, "", "Nomor dan tahun keputusan tidak ditemukan."))
        return "", None, "", 1
    readings = Counter(_reading(each) for each in found)
    best, _ = readings.most_common(1)[0]
    match = next(each for each in found if _reading(each) == best)
    page = next((number for offset, number in reversed(pages) if offset <= match.start()), 1)
    if not certain:
        doubts.append(
            Doubt(page, "", f"Nomor keputusan {_cited(best)} diambil dari teks, bukan dari kepala keputusan.")
        )
    if len(readings) > 1:
        told = "; ".join(_cited(each) for each in readings)
        doubts.append(Doubt(page, "", f"Nomor keputusan dicetak berbeda-beda: {told}. Dipakai {_cited(best)}."))
    ministry = match.groupdict().get("ministry") or ""
    ministry = re.sub(r"\s+", " ", re.sub(r"REPUBLIK\s+INDONESIA", "", ministry, flags=re.IGNORECASE)).strip()
    organ = title_case(match.groupdict().get("organ") or "Menteri")
    name = " ".join(each for each in ("Keputusan", organ, title_case(ministry), _cited(best)) if each)
    return best[0], best[1], name, page


def _reading(match: re.Match[str]) -> tuple[str, int]:
    if match.group("old"):
        number = re.sub(r"[\s,:]+", "", match.group("old")).lstrip(".-")
        number = re.sub(
            r"(?<=[/])[IVXLl1]+(?=/)", lambda each: each.group().translate(str.maketrans("l1", "II")), number
        )
        return re.sub(r"(?i)^kep[.\-]?", "KEP.", number), int(match.group("old_year"))
    return match.group("plain"), int(match.group("year"))


def _cited(reading: tuple[str, int]) -> str:
    number, year = reading
    return f"Nomor {number}" if str(year) in number else f"Nomor {number} Tahun {year}"


def _title(text: str) -> str:
    """The longest reading of the title: OCR on the cover loses words, the annex repeats it."""
    titles = [re.sub(r"\s+", " ", found.group("title")).strip(" ,;.") for found in _TITLE.finditer(text)]
    standards = [title for title in titles if "STANDAR" in title.upper()]
    return max(standards, key=lambda title: (bool(_PARTS.search(title)), len(title)), default="")


def _ordinary(text: str, whole: str) -> str:
    """The same words in ordinary letters, if the document has them anywhere."""
    pattern = r"[\s,]+".join(re.escape(word.strip(",")) for word in text.split() if word.strip(","))
    if not pattern:
        return ""
    found = re.finditer(rf"(?<!\w){pattern}(?!\w)", whole, re.IGNORECASE)
    return best_cased([re.sub(r"\s+", " ", each.group()) for each in found])


def _in_order(title: str, whole: str) -> str:
    """The title with its words as the running text has them, when an extractor scattered them."""
    first, _, rest = title.partition(" ")
    found = Passage(whole).reordered(rest)
    return f"{first.capitalize()} {found.strip(' ,;.')}" if found and plain(found) != plain(rest) else title


def _sector(title: str, whole: str) -> str:
    """Kategori / golongan pokok / … / bidang, without these words themselves."""
    found = list(_PARTS.finditer(title))
    parts = []
    for at, each in enumerate(found):
        end = found[at + 1].start() if at + 1 < len(found) else len(title)
        part = re.split(r"\bMENJADI\b", title[each.end() : end], maxsplit=1, flags=re.IGNORECASE)[0].strip(" ,;.")
        if part:
            parts.append(_readable(part, whole))
    return " / ".join(parts)


def _readable(part: str, whole: str) -> str:
    if not in_capitals(part):
        return part
    found = _ordinary(part, whole)
    return found if sum(word[:1].isupper() for word in found.split()) > 0.5 * len(found.split()) else title_case(part)
