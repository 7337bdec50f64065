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

_TOOLS: Mapping[str, Path] = {"author": ("signatures", "author"), "validator": ("signatures", "validator")}

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
    SheetCode.MAPA01: SheetKind("mapa01", _TOOLS, case_label="Skema", has_edition=True),
    SheetCode.MAPA02: SheetKind("mapa02", _TOOLS, case_label="Skema", has_edition=True),
    SheetCode.AK07: SheetKind("ak07", _PAIR, has_edition=True),
    SheetCode.AK01: SheetKind("ak01", _PAIR, has_edition=True),
    SheetCode.IA01: SheetKind("ia01", _PAIR, has_edition=True),
    SheetCode.IA02: SheetKind("ia02", _PAIR, has_edition=True),
    SheetCode.IA03: SheetKind("ia03", _PAIR, has_edition=True),
    SheetCode.IA04A: SheetKind("ia04a", _PAIR, has_edition=True),
    SheetCode.IA04B: SheetKind("ia04b", _PAIR, has_edition=True),
    SheetCode.IA05A: SheetKind("ia05a", _TOOLS, case_label="Skema", has_edition=True),
    SheetCode.IA05B: SheetKind("ia05b", _TOOLS, case_label="Skema", has_edition=True),
    SheetCode.IA05C: SheetKind("ia05c", _PAIR, has_edition=True),
    SheetCode.IA06A: SheetKind("ia06a", _TOOLS, case_label="Skema", has_edition=True),
    SheetCode.IA06B: SheetKind("ia06b", _TOOLS, case_label="Skema", has_edition=True),
    SheetCode.IA06C: SheetKind("ia06c", _PAIR, has_edition=True),
    SheetCode.IA07: SheetKind("ia07", _PAIR, has_edition=True),
    SheetCode.IA08: SheetKind("ia08", _PAIR, has_edition=True),
    SheetCode.IA09: SheetKind("ia09", _PAIR, has_edition=True),
    SheetCode.IA10: SheetKind("ia10", {"asesor": _ASSESSOR}, has_edition=True),
    SheetCode.IA11: SheetKind("ia11", _PAIR, has_edition=True),
    SheetCode.AK02: SheetKind("ak02", _PAIR, has_edition=True),
    SheetCode.AK03: SheetKind("ak03", {"asesi": _CANDIDATE}, has_edition=True),
    SheetCode.AK04: SheetKind("ak04", {"asesi": _CANDIDATE}, has_edition=True),
    SheetCode.AK05: SheetKind("ak05", {"asesor": _ASSESSOR}, case_label="Jadwal", has_edition=True),
    SheetCode.AK06: SheetKind("ak06", {"lead": ("signatures", "lead")}, case_label="Jadwal", has_edition=True),
    SheetCode.VA: SheetKind("va", {"validator": MEMBERS}, case_label="Skema", has_edition=True),
    SheetCode.ASSIGNMENT_LETTER: SheetKind("surat-tugas", _LETTER, case_label="Jadwal"),
    SheetCode.VERIFIER_LETTER: SheetKind("surat-tugas-verifikator", _LETTER, case_label="Jadwal"),
    SheetCode.COMMITTEE_LETTER: SheetKind("surat-tugas-komite", _LETTER, case_label="Pleno"),
    SheetCode.INVITATION: SheetKind("undangan", _LETTER, case_label="Jadwal"),
    SheetCode.CANDIDATE_CARD: SheetKind("kartu-peserta", {}),
    SheetCode.ATTENDANCE: SheetKind(
        "daftar-hadir", {"asesor": MEMBERS, "venue_head": ("signatures", "venue_head")}, case_label="Jadwal"
    ),
    SheetCode.EVENT_MINUTES: SheetKind(
        "berita-acara-asesmen", {"asesor": MEMBERS, "venue_head": ("signatures", "venue_head")}, case_label="Jadwal"
    ),
    SheetCode.MINUTES: SheetKind("berita-acara-pleno", {"decider": MEMBERS}, case_label="Nomor"),
    SheetCode.DECREE: SheetKind("sk-penetapan", _LETTER, case_label="Nomor"),
    SheetCode.RESULT_LETTER: SheetKind("surat-hasil", _LETTER),
    SheetCode.CERTIFICATE: SheetKind("certificate", {"director": ("front",), "certification_manager": ("back",)}),
    SheetCode.VERIFICATION_REPORT: SheetKind("laporan-cek", {}, case_label="Sertifikat"),
}

NOT_FOR_ASSESSORS = frozenset({SheetCode.AK03})
"""What a candidate said about the process: assessors read sums of many, never one sheet (ASM-08)."""

SECRET = frozenset({SheetCode.IA05A, SheetCode.IA05B, SheetCode.IA06A, SheetCode.IA06B})
"""Questions and keys before they are used: read only by who signed them and by whom they were given to (MUK-04)."""

ROLE_TITLES: Mapping[str, str] = {
    "applicant": "Pemohon/ Kandidat",
    "admin": "Admin LSP",
    "asesi": "Asesi",
    "asesor": "Asesor",
    "director": "Direktur",
    "certification_manager": "Manajer Sertifikasi",
    "decider": "Anggota",
    "author": "Penyusun",
    "validator": "Validator",
    "lead": "Lead Asesor",
    "venue_head": "Ketua TUK",
}
"""How a signer is called where the record's own block does not say it."""

NEVER_READ_BY_THE_CANDIDATE = frozenset({SheetCode.IA05B, SheetCode.IA06B, SheetCode.IA10})
"""Keys of written tests and what a third party said of them, whoever owns the sheet: ask `candidate_reads`."""


def candidate_reads(code: str) -> bool:
    return code not in NEVER_READ_BY_THE_CANDIDATE


def is_of_a_case(code: str) -> bool:
    """Whether a form is filled in for one asesi (FR.APL.*, FR.IA.*, FR.AK.01 …), and so may come on paper."""
    if code not in SheetCode.values:
        return False
    kind = CATALOGUE[SheetCode(code)]
    return kind.has_edition and kind.case_label == "Kasus"


ORDER: Mapping[str, int] = {code.value: place for place, code in enumerate(CATALOGUE)}
"""The order of the process: how the sheets of a case are listed."""


def file_name(sheet: Sheet) -> str:
    """`FR.APL.01 2026-0001 v2.pdf`, `Surat Pemberitahuan Hasil 2026-0001.pdf`: the name under which somebody finds
    it again in their downloads."""
    version = f" v{sheet.version}" if sheet.version > 1 else ""
    return f"{sheet.short_name} {sheet.case_number.replace('/', '-')}{version}.pdf"
