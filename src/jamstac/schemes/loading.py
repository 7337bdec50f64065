"""Reading a scheme file: what it holds, and what is odd in it.

    {source, scheme: {code, title, kind}, units: [{code, title, elements: [{title, kuk: [text]}]}], counts, …}

Slips are told and loaded as they stand, as far as they can stand; nothing is invented in their place. Only a
file that holds nothing to measure is refused.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from jamstac.schemes.actions import RequirementInput, SchemeContent, SchemeUnitInput, StandardContent
from jamstac.schemes.models import Scheme, SchemeVersion
from jamstac.schemes.states import ReassessmentScope, RequirementKind, SchemeKind
from jamstac.standards.actions import ElementInput, UnitInput
from jamstac.standards.models import Criterion, Unit
from jamstac.standards.states import UNKNOWN_NUMBER, StandardKind

NO_SCHEME_NUMBER = "belum bernomor"
"""Stands in the place of a scheme number the file does not give."""

_SKKNI = re.compile(
    r"^(?:[A-Z]\.(?:\d{5,6}|\d{2}[A-Z]{3}\d{2})\.\d{3}\.\d{1,2}|[A-Z]{3}\.[A-Z]{2}\d{2}\.\d{3}\.\d{2})$"
)
_ABSENT = {"", "-", "–", "—", "n/a", "na", "none", "null", "?"}
_PRINTED_NUMBER = re.compile(r"^\s*\d{1,2}\.\d{1,2}\.?\s+")


class Unreadable(Exception):
    """Nothing of the file can be loaded. The message is a sentence for the person who gave it."""


@dataclass(frozen=True)
class Slip:
    """Something odd, where it stands in the file."""

    place: str
    sentence: str


@dataclass
class SchemeFile:
    content: SchemeContent
    slips: list[Slip] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        units = self.content["standard_units"]
        return {
            "units": len(units),
            "elements": sum(len(unit["elements"]) for unit in units),
            "criteria": sum(len(element["criteria"]) for unit in units for element in unit["elements"]),
        }


def read(data: bytes) -> SchemeFile:
    """The scheme in a file. Raises Unreadable."""
    try:
        given = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable("Berkas ini bukan JSON yang utuh.") from error
    if not isinstance(given, dict) or not isinstance(given.get("scheme"), dict):
        raise Unreadable("Berkas ini tidak memuat bagian “scheme”.")
    rows = given.get("units")
    if not isinstance(rows, list) or not any(isinstance(row, dict) for row in rows):
        raise Unreadable("Berkas ini tidak memuat unit kompetensi.")
    return _Reader(given).read(rows)


def loaded_before(body_id: UUID, content: SchemeContent) -> bool | None:
    """Whether the scheme of a file is there already: None when it is not, True when with the same units,
    elements and criteria, False when with others."""
    scheme = Scheme.objects.filter(body_id=body_id, number=content["number"], title=content["title"]).first()
    if scheme is None:
        return None
    standard_id = SchemeVersion.objects.filter(scheme=scheme).order_by("version").values_list("standard_id").first()
    held = Unit.objects.filter(standard_id__in=standard_id or ()).order_by("position")
    rows = Criterion.objects.filter(element__unit__in=held).order_by(
        "element__unit__position", "element__number", "position"
    )
    units = [(unit.code, unit.title) for unit in held]
    criteria = list(rows.values_list("element__unit__code", "element__title", "text"))
    return units == [(unit["code"], unit["title"]) for unit in content["standard_units"]] and criteria == [
        (unit["code"], element["title"], text)
        for unit in content["standard_units"]
        for element in unit["elements"]
        for text in element["criteria"]
    ]


def _text(value: Any) -> str:
    """A text on one line; "" for what stands for nothing."""
    text = str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""
    text = " ".join("".join(char if char.isprintable() else " " for char in text).split())
    return "" if text.casefold() in _ABSENT else text


def _code(value: Any) -> str:
    """`{"kode": "62019"}` or "62019"."""
    return _text(value.get("kode")) if isinstance(value, dict) else _text(value)


class _Reader:
    def __init__(self, given: dict[str, Any]) -> None:
        self.given, self.scheme = given, given["scheme"]
        self.slips: list[Slip] = []

    def slip(self, place: str, sentence: str) -> None:
        self.slips.append(Slip(place, sentence))

    def read(self, rows: list[Any]) -> SchemeFile:
        title = self.title()
        number = self.number()
        units, members = self.units(rows)
        if not any(element["criteria"] for unit in units for element in unit["elements"]):
            raise Unreadable(
                f"Berkas ini hanya memuat daftar {len(units)} unit tanpa kriteria unjuk kerja (KUK), "
                "jadi tidak ada yang dapat diuji. Lengkapi elemen dan KUK tiap unit."
            )
        content = SchemeContent(
            number=number,
            title=title,
            standard=self.standard(number, title, units),
            standard_units=units,
            units=members,
            requirements=list(self.requirements()),
            version=self.version(),
        )
        file = SchemeFile(content, self.slips)
        self.compare_counts(file)
        return file

    def cut(self, text: str, limit: int, place: str) -> str:
        if len(text) <= limit:
            return text
        self.slip(place, f"Teks lebih panjang dari {limit} huruf dan dipotong di akhir.")
        return text[: limit - 1] + "…"

    def title(self) -> str:
        title = _text(self.scheme.get("title"))
        if not title:
            raise Unreadable("Skema dalam berkas ini tidak berjudul.")
        if title.startswith("("):
            self.slip("scheme.title", f"Judul skema tampaknya keterangan, bukan judul: “{title}”.")
        return self.cut(title, 200, "scheme.title")

    def number(self) -> str:
        number = _text(self.scheme.get("code"))
        if not number:
            self.slip("scheme.code", "Berkas tidak memberi nomor skema; skema ditandai “belum bernomor”.")
            return NO_SCHEME_NUMBER
        if not any(char.isdigit() for char in number):
            self.slip("scheme.code", f"Nomor skema tidak lazim: “{number}” tidak memuat angka.")
        elif number.startswith("SKM/") and not re.match(r"^SKM/\w+/\d{5}/\d/\d{4}/\w+$", number):
            self.slip("scheme.code", f"Nomor skema tidak lazim: “{number}”. Bentuk yang biasa SKM/…/00000/0/0000/0.")
        return self.cut(number, 80, "scheme.code")

    def units(self, rows: list[Any]) -> tuple[list[UnitInput], list[SchemeUnitInput]]:
        units: list[UnitInput] = []
        members: list[SchemeUnitInput] = []
        seen: Counter[str] = Counter()
        titles: dict[str, str] = {}
        for index, row in enumerate(rows, start=1):
            place = f"units[{index}]"
            if not isinstance(row, dict):
                self.slip(place, "Baris ini bukan unit dan dilewati.")
                continue
            code, title = self.unit_code(row, place), _text(row.get("title"))
            elements = self.elements(row.get("elements"), place, code)
            if not title and not elements:
                self.slip(place, "Unit tanpa judul dan tanpa elemen dilewati.")
                continue
            if not title:
                self.slip(place, f"Unit {code} tidak berjudul.")
                title = "(tanpa judul)"
            if title.casefold() in titles:
                self.slip(place, f"Judul unit {code} sama dengan judul unit {titles[title.casefold()]}.")
            titles.setdefault(title.casefold(), code)
            seen[code] += 1
            if seen[code] > 1:
                self.slip(
                    place,
                    f"Kode {code} dipakai {seen[code]} unit; unit ini disimpan sebagai “{code} ({seen[code]})” "
                    "sampai kodenya diperiksa pada dokumen standar.",
                )
                code = f"{code} ({seen[code]})"
            units.append(
                UnitInput(
                    code=code,
                    title=self.cut(title, 300, place),
                    title_en=self.cut(_text(row.get("title_en")), 300, place),
                    elements=elements,
                )
            )
            members.append(SchemeUnitInput(code=code, group=self.cut(_text(row.get("group")), 160, place)))
        return units, members

    def unit_code(self, row: dict[str, Any], place: str) -> str:
        code = _text(row.get("code"))
        if not code:
            self.slip(place, "Unit tidak berkode.")
            return "(tanpa kode)"
        if not any(char.isdigit() for char in code):
            self.slip(place, f"“{code}” tidak berbentuk kode unit; barangkali baris judul.")
        elif re.search(r"[\s,]", code):
            self.slip(place, f"Kode unit “{code}” memuat spasi atau koma; dimuat seperti tertulis.")
        elif "." in code and not _SKKNI.match(code) and self.standard_given() is None:
            self.slip(place, f"Kode unit “{code}” tidak mengikuti bentuk kode SKKNI; dimuat seperti tertulis.")
        return self.cut(code, 30, place)

    def elements(self, rows: Any, place: str, code: str) -> list[ElementInput]:
        if not isinstance(rows, list) or not rows:
            self.slip(place, f"Unit {code} tidak memuat elemen.")
            return []
        elements = []
        for index, row in enumerate(rows, start=1):
            here = f"{place}.elements[{index}]"
            if not isinstance(row, dict):
                self.slip(here, "Baris ini bukan elemen dan dilewati.")
                continue
            title = _text(row.get("title"))
            criteria = list(self.criteria(row.get("kuk"), here))
            if not title and not criteria:
                self.slip(here, "Elemen kosong dilewati.")
                continue
            if not title:
                self.slip(here, "Elemen tidak berjudul.")
                title = "(tanpa judul)"
            if not criteria:
                self.slip(here, "Elemen ini tidak memuat KUK.")
            elements.append(ElementInput(title=self.cut(title, 400, here), criteria=criteria))
        return elements

    def criteria(self, rows: Any, place: str) -> Iterator[str]:
        seen: set[str] = set()
        for index, row in enumerate(rows if isinstance(rows, list) else [], start=1):
            here = f"{place}.kuk[{index}]"
            text = _PRINTED_NUMBER.sub("", _text(row))
            if not text:
                self.slip(here, "KUK kosong dilewati.")
                continue
            if text.casefold() in seen:
                self.slip(here, "KUK ini sama dengan KUK lain pada elemen yang sama.")
            seen.add(text.casefold())
            yield text

    def standard_given(self) -> dict[str, Any] | None:
        given = self.given.get("standard")
        return given if isinstance(given, dict) else None

    def standard(self, number: str, title: str, units: list[UnitInput]) -> StandardContent:
        given = self.standard_given()
        if given is not None:
            return StandardContent(
                kind=self.one_of(StandardKind, _text(given.get("kind")), "standard.kind") or StandardKind.SPECIAL,
                number=self.cut(_text(given.get("number")), 120, "standard.number") or UNKNOWN_NUMBER,
                title=self.cut(_text(given.get("title")) or title, 300, "standard.title"),
                year=given["year"] if type(given.get("year")) is int else None,
                valid_from=self.day(given.get("valid_from"), "standard.valid_from"),
                valid_until=self.day(given.get("valid_until"), "standard.valid_until"),
            )
        skkni = sum(bool(_SKKNI.match(re.sub(r"[\s,.]+", ".", unit["code"]))) for unit in units)
        kind = StandardKind.SKKNI if 2 * skkni >= len(units) else StandardKind.SPECIAL
        self.slip(
            "standard",
            f"Berkas tidak menyebut keputusan yang menetapkan standarnya; standar dicatat sebagai {kind.label} "
            f"dengan nomor “{UNKNOWN_NUMBER}”. Isi nomor dan masa berlakunya sebelum skema disahkan.",
        )
        name = f"Standar acuan skema {title}"
        if number != NO_SCHEME_NUMBER:
            name += f" ({number})"
        return StandardContent(kind=kind, number=UNKNOWN_NUMBER, title=name)

    def day(self, value: Any, place: str) -> date | None:
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            self.slip(place, "Tanggal tidak terbaca dan dikosongkan; tulis seperti 2024-01-31.")
            return None

    def one_of(self, kinds: Any, value: str, place: str) -> str:
        for kind in kinds:
            if value.casefold() in {kind.value.casefold(), kind.label.casefold()}:
                return str(kind.value)
        if value:
            self.slip(place, f"“{value}” tidak dikenal dan dikosongkan.")
        return ""

    def version(self) -> dict[str, Any]:
        years = self.given.get("validity_years", self.scheme.get("validity_years"))
        if type(years) is not int or years < 1:
            self.slip("validity_years", "Berkas tidak menyebut masa berlaku sertifikat.")
            years = None
        kind = self.one_of(SchemeKind, _text(self.scheme.get("kind")), "scheme.kind")
        if not kind:
            self.slip("scheme.kind", "Berkas tidak menyebut jenis kemasan (KKNI, Okupasi, atau Klaster).")
        return {
            "kind": kind,
            "title_en": self.cut(_text(self.scheme.get("title_en")), 200, "scheme.title_en"),
            "field": self.cut(_text(self.scheme.get("field")), 160, "scheme.field"),
            "field_en": self.cut(_text(self.scheme.get("field_en")), 160, "scheme.field_en"),
            "kbli": self.digits("kbli", 5),
            "kbji": self.digits("kbji", 4),
            "level": self.digits("level", 1),
            "validity_years": years,
            **self.reassessment(),
        }

    def reassessment(self) -> dict[str, str]:
        """What a reassessment after Belum Kompeten asks, and where the scheme says so. May be left out."""
        given = self.given.get("reassessment")
        told = given if isinstance(given, dict) else {}
        scope = self.one_of(ReassessmentScope, _text(told.get("scope")), "reassessment.scope")
        source = self.cut(_text(told.get("source")), 200, "reassessment.source")
        return {"reassessment_scope": scope, "reassessment_source": source}

    def digits(self, name: str, length: int) -> str:
        value = _code(self.scheme.get(name))
        if value and not re.fullmatch(rf"\d{{{length}}}", value):
            self.slip(f"scheme.{name}", f"“{value}” bukan {length} angka dan dikosongkan.")
            return ""
        return value

    def requirements(self) -> Iterator[RequirementInput]:
        found = False
        given = self.given.get("requirements")
        alternatives = given.get("alternatives") if isinstance(given, dict) else None
        for number, text in enumerate(self.texts(alternatives, "requirements.alternatives"), start=1):
            found = True
            yield RequirementInput(kind=RequirementKind.BASIC, alternative=number, text=text)
        for text in self.texts(self.given.get("persyaratanDasar"), "persyaratanDasar"):
            found = True
            yield RequirementInput(kind=RequirementKind.BASIC, alternative=1, text=text)
        if not found:
            self.slip("requirements", "Berkas tidak memuat persyaratan dasar yang dapat dimuat.")
        for text in self.texts(self.given.get("buktiAdministratif"), "buktiAdministratif"):
            yield RequirementInput(kind=RequirementKind.ADMINISTRATIVE, text=text)

    def texts(self, rows: Any, place: str) -> Iterator[str]:
        for index, row in enumerate(rows if isinstance(rows, list) else [], start=1):
            text = self.named(row) if isinstance(row, dict) else _text(row)
            if text:
                yield self.cut(text.rstrip(" ;"), 300, f"{place}[{index}]")

    def named(self, row: dict[str, Any]) -> str:
        """`{"name": what is shown, "description": what it must prove}`, both where they fit."""
        parts = [part.rstrip(" ;.") for part in (_text(row.get("name")), _text(row.get("description"))) if part]
        both = ": ".join(dict.fromkeys(parts))
        return both if len(both) <= 300 else parts[-1]

    def compare_counts(self, file: SchemeFile) -> None:
        given = self.given.get("counts")
        for name, own in zip(("units", "elements", "kuk"), file.counts.values(), strict=True):
            said = given.get(name) if isinstance(given, dict) else None
            if type(said) is int and said != own:
                self.slip(f"counts.{name}", f"Berkas menyebut {said}, tetapi barisnya berjumlah {own}.")
