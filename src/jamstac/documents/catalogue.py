"""Every official sheet: its template, what its footer calls the case, and where each signer's signature stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from jamstac.documents.models import Sheet
from jamstac.documents.states import SheetCode

Path = tuple[str, ...]
"""Where a signature block stands in the record: ("signatures", "asesi"), ("front",) …"""

MEMBERS: Path = ("members",)
"""A list of blocks: the one of the same person is filled."""


@dataclass(frozen=True)
class SheetKind:
    """`slots` maps the role given to `documents.sheets.sign` to its place; `has_edition` = a form FR.* of a
    dated edition; `case_label` is the word before `Sheet.case_number` in the footer."""

    template: str
    slots: Mapping[str, Path]
    case_label: str = "Kasus"
    has_edition: bool = False


_CANDIDATE: Path = ("signatures", "asesi")
_ASSESSOR: Path = ("signatures", "asesor")
_PAIR: Mapping[str, Path] = {"asesi": _CANDIDATE, "applicant": _CANDIDATE, "asesor": _ASSESSOR}
_LETTER: Mapping[str, Path] = {"director": ("signature",), "certification_manager": ("signature",)}

CATALOGUE: Mapping[SheetCode, SheetKind] = {
    SheetCode.APL01: SheetKind(
        "apl01",
        {
            "applicant": ("signatures", "applicant"),
            "asesi": ("signatures", "applicant"),
            "admin": ("signatures", "admin"),
        },
        has_edition=True,
    ),
    SheetCode.APL02: SheetKind("apl02", _PAIR, has_edition=True),
    SheetCode.AK01: SheetKind("ak01", _PAIR, has_edition=True),
    SheetCode.IA01: SheetKind("ia01", _PAIR, has_edition=True),
    SheetCode.AK02: SheetKind("ak02", _PAIR, has_edition=True),
    SheetCode.ASSIGNMENT_LETTER: SheetKind("surat-tugas", _LETTER, case_label="Jadwal"),
    SheetCode.MINUTES: SheetKind("berita-acara-pleno", {"decider": MEMBERS}, case_label="Nomor"),
    SheetCode.DECREE: SheetKind("sk-penetapan", _LETTER, case_label="Nomor"),
    SheetCode.RESULT_LETTER: SheetKind("surat-hasil", _LETTER),
    SheetCode.CERTIFICATE: SheetKind("certificate", {"director": ("front",), "certification_manager": ("back",)}),
    SheetCode.VERIFICATION_REPORT: SheetKind("laporan-cek", {}, case_label="Sertifikat"),
}

ROLE_TITLES: Mapping[str, str] = {
    "applicant": "Pemohon/ Kandidat",
    "admin": "Admin LSP",
    "asesi": "Asesi",
    "asesor": "Asesor",
    "director": "Direktur",
    "certification_manager": "Manajer Sertifikasi",
    "decider": "Anggota",
}
"""How a signer is called where the record's own block does not say it."""

ORDER: Mapping[str, int] = {code.value: place for place, code in enumerate(CATALOGUE)}
"""The order of the process: how the sheets of a case are listed."""


def file_name(sheet: Sheet) -> str:
    """`FR.APL.01 2026-0001 v2.pdf`: the name under which somebody finds it again in their downloads."""
    version = f" v{sheet.version}" if sheet.version > 1 else ""
    return f"{sheet.code} {sheet.case_number.replace('/', '-')}{version}.pdf"
