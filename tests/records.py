"""One whole record per official sheet, contents as the doors freeze them, and rows made of them. All invented."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from jamstac.documents.catalogue import CATALOGUE
from jamstac.documents.jobs import RENDER_SHEET
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.render import qr_svg, ticket_of
from jamstac.documents.states import SheetCode
from jamstac.kernel.canonical import canonical, digest
from jamstac.kernel.uuid7 import uuid7
from jamstac.ledger import jobs
from jamstac.ledger.door import open_guard
from jamstac.people.models import Person
from tests.records_ak import MAKERS as AK_MAKERS
from tests.records_fr import MAKERS as FR_MAKERS
from tests.world.base import World

Content = dict[str, Any]

DIGEST = "0123456789abcdef" * 4

LONG_NAME = "Raden Ajeng Kusumaningtyas Widyaningrum Rekaanputri Sastroprawirocontoh, S.Kom., M.M."
LSP = {
    "name": "LSP Contoh",
    "full_name": "Lembaga Sertifikasi Profesi Contoh Rekaan Nusantara",
    "licence": "BNSP-LSP-0000-ID",
    "address": "Jalan Contoh Nomor 1, Kota Misal 00000",
    "phone": "(000) 000 0000",
    "email": "halo@lsp-contoh.test",
    "web": "lsp-contoh.test",
    "city": "Kota Misal",
    "logo": None,
}
SCHEME = {
    "kind": "Okupasi",
    "title": "Penyunting Peta Rekaan Muda",
    "number": "SKM/CTH/001/2026",
}
TUK = {"type": "Sewaktu", "name": "TUK Balai Umpama"}
ASSESSOR = "Budi Rekaan"


def _elements(unit: int, count: int = 2) -> list[Content]:
    return [
        {
            "title": f"Menyiapkan pekerjaan rekaan {unit}.{element}",
            "criteria": [
                f"Bahan rekaan {unit}.{element}.{number} disiapkan sesuai dengan prosedur tempat kerja contoh."
                for number in range(1, 4)
            ],
        }
        for element in range(1, count + 1)
    ]


def unit_list(count: int = 3) -> list[Content]:
    return [
        {
            "code": f"X.00CTH00.{number:03}.1",
            "title": f"Melaksanakan Pekerjaan Rekaan Bagian {number}",
            "title_en": f"Performing Imaginary Work Part {number}",
        }
        for number in range(1, count + 1)
    ]


def case_rows(count: int) -> list[Content]:
    return [
        {
            "name": LONG_NAME if number == 2 else f"Asesi Rekaan Nomor {number}",
            "case": f"2026/{number:04}",
            "scheme": SCHEME["title"],
            "scheme_number": SCHEME["number"],
            "result": "BK" if number % 9 == 0 else "K",
        }
        for number in range(1, count + 1)
    ]


def _apl01() -> Content:
    return {
        "scheme": SCHEME,
        "applicant": {
            "name": LONG_NAME,
            "id_number": "0000000000000000",
            "birth": "Kota Misal, 17 Agustus 1999",
            "sex": "Wanita",
            "nationality": "Indonesia",
            "address": "Perumahan Taman Rekaan Blok ZZ-99 Nomor 123, RT 000/RW 000, Kabupaten Umpama",
            "postcode": "00000",
            "phone_home": None,
            "phone_office": "(000) 000 0001",
            "mobile": "0800 0000 0000",
            "email": "kusumaningtyas.widyaningrum.sastroprawirocontoh@surel-yang-panjang.test",
            "education": "D-3 Kartografi Rekaan",
        },
        "job": {
            "institution": "Perpustakaan Desa Sumber Contoh",
            "position": "Pelaksana",
            "address": "Jalan Balai Desa Nomor 2",
            "postcode": None,
            "phone": None,
            "fax": None,
            "email": None,
        },
        "purposes": ["Sertifikasi"],
        "units": unit_list(),
        "evidence_basic": [
            {"text": "Ijazah minimal SMA/SMK sederajat", "state": "met", "file": "ijazah.pdf", "digest": "ab" * 32},
            {
                "text": "Surat keterangan kerja minimal 1 (satu) tahun",
                "state": "unmet",
                "file": "surat_keterangan_kerja_hasil_pindaian_akhir_sekali_versi_12.pdf",
                "digest": "cd" * 32,
            },
        ],
        "evidence_admin": [
            {"text": "Pas foto 3×4", "state": None, "file": "pas-foto.jpg", "digest": "ef" * 32},
            {"text": "KTP", "state": "none"},
        ],
        "recommendation": "Diterima",
        "note": "Persyaratan dasar dipenuhi melalui ijazah.",
    }


def _apl02() -> Content:
    units = [{**unit, "elements": _elements(number)} for number, unit in enumerate(unit_list(), 1)]
    for unit in units:
        for number, element in enumerate(unit["elements"]):
            element["answer"] = "BK" if number else "K"
            element["evidence"] = "Laporan kerja rekaan tahun 2025; belum ada" if number else "Peta hasil suntingan"
    return {"scheme": SCHEME, "units": units, "recommendation": "dapat", "approach": "observasi", "note": None}


def _ak01() -> Content:
    return {
        "scheme": SCHEME,
        "tuk": TUK,
        "asesor": ASSESSOR,
        "asesi": LONG_NAME,
        "evidence": ["Hasil Observasi Langsung", "Hasil Tanya Jawab"],
        "evidence_other": None,
        "schedule": {"date": "Kamis, 26 November 2026", "time": "08.00–15.30 WIB", "tuk": TUK["name"]},
        "appeal_explained": True,
    }


def _ia01() -> Content:
    units = []
    for number, unit in enumerate(unit_list(), 1):
        elements = _elements(number)
        for element in elements:
            element["criteria"] = [
                {
                    "text": text,
                    "standard": "Prosedur rekaan",
                    "met": place != 2,
                    "further": "Lisan" if place == 2 else "",
                }
                for place, text in enumerate(element["criteria"])
            ]
        units.append({"code": unit["code"], "title": unit["title"], "elements": elements})
    return {
        "scheme": SCHEME,
        "tuk": TUK,
        "asesor": ASSESSOR,
        "asesi": LONG_NAME,
        "date": "Kamis, 26 November 2026",
        "groups": [
            {"name": "Menyiapkan peta", "feedback": "Bekerja runtut dan teliti.", "units": units[:2]},
            {"name": "Menyunting peta", "feedback": None, "units": units[2:]},
        ],
        "recommendation": "unmet",
        "gaps": [{"group": "1", "unit": "X.00CTH00.001.1", "element": "1", "criterion": "1.3"}],
    }


def _ak02() -> Content:
    return {
        "scheme": SCHEME,
        "tuk": TUK,
        "asesor": ASSESSOR,
        "asesi": LONG_NAME,
        "start": "26 November 2026",
        "end": "26 November 2026",
        "units": [
            {"code": unit["code"], "title": unit["title"], "evidence": ["observasi", "lisan"]} for unit in unit_list()
        ],
        "recommendation": "Belum kompeten",
        "follow_up": "Mengulang bagian tata nama berkas.",
        "comment": "Bukti valid, asli, terkini, dan memadai kecuali satu unit.",
    }


def _assignment() -> Content:
    return {
        "number": "028/ST/LSP-CTH/XI/2026",
        "attachment": "1 (satu) lembar",
        "subject": "Penugasan Asesor Kompetensi",
        "date": "20 November 2026",
        "basis": ["Jadwal asesmen J-2026-001 yang disetujui pada 18 November 2026;", "Lisensi BNSP-LSP-0000-ID."],
        "assignees": [
            {"name": ASSESSOR, "number": "MET.000.000000 2099", "duty": "Asesor Kompetensi"},
            {"name": "Rina Ibarat", "number": "MET.000.000001 2099", "duty": "Asesor Kompetensi"},
        ],
        "task": {
            "scheme": f"{SCHEME['title']} ({SCHEME['number']})",
            "date": "Kamis, 26 November 2026",
            "time": "08.00–15.30 WIB",
            "place": "TUK Balai Umpama, Jalan Rekaan 2, Kota Misal",
            "count": 36,
        },
        "duties": [
            "Melaksanakan asesmen sesuai dengan skema sertifikasi.",
            "Menjaga ketidakberpihakan dan kerahasiaan.",
        ],
        "candidates": [
            {"name": row["name"], "case": row["case"], "origin": "Perpustakaan Desa Sumber Contoh", "asesor": 1}
            for row in case_rows(36)
        ],
        "copies": ["Manajer Sertifikasi", "Arsip"],
        "signature": {"role": "Direktur", "name": "Surya Andaian"},
    }


def _minutes() -> Content:
    return {
        "number": "031/BA/LSP-CTH/XI/2026",
        "day_words": "Senin",
        "date_words": "tiga puluh bulan November tahun dua ribu dua puluh enam",
        "date": "30-11-2026",
        "time": "09.00–11.45 WIB",
        "place": "Ruang Rapat LSP Contoh, Kota Misal",
        "assessment_date": "26 November 2026",
        "tuk": "TUK Balai Umpama",
        "assignment": "028/ST/LSP-CTH/XI/2026",
        "scheme": SCHEME,
        "rows": case_rows(36),
        "notes": "Hak banding telah dijelaskan kepada asesi yang bersangkutan.",
        "members": [
            {"role": "Ketua", "name": "Hendra Andai", "person": "00000000-0000-7000-8000-000000000001"},
            {"role": "Anggota", "name": "Ratna Khayal", "person": "00000000-0000-7000-8000-000000000002"},
            {"role": "Anggota", "name": "Yusuf Seandainya", "person": "00000000-0000-7000-8000-000000000003"},
        ],
    }


def _decree() -> Content:
    return {
        "number": "012/SK/LSP-CTH/XII/2026",
        "date": "1 Desember 2026",
        "recalling": [
            "Undang-Undang Nomor 13 Tahun 2003 tentang Ketenagakerjaan;",
            "Peraturan Pemerintah Nomor 10 Tahun 2018 tentang Badan Nasional Sertifikasi Profesi;",
            "Keputusan rekaan tentang lisensi BNSP-LSP-0000-ID kepada LSP Contoh.",
        ],
        "minutes": {"number": "031/BA/LSP-CTH/XI/2026", "date": "30 November 2026"},
        "rows": case_rows(36),
        "copies": ["Manajer Sertifikasi", "Arsip"],
        "signature": {"role": "Direktur", "name": "Surya Andaian"},
    }


def _result() -> Content:
    return {
        "number": "044/SH/LSP-CTH/XII/2026",
        "date": "1 Desember 2026",
        "recipient": {"name": LONG_NAME, "address": "Perumahan Taman Rekaan Blok ZZ-99 Nomor 123, Kabupaten Umpama"},
        "scheme": SCHEME,
        "assessment": {"date": "26 November 2026", "tuk": "TUK Balai Umpama", "asesor": ASSESSOR},
        "decision": {
            "result": "BK",
            "date": "30 November 2026",
            "minutes": "031/BA/LSP-CTH/XI/2026",
            "decree": "012/SK/LSP-CTH/XII/2026",
            "decree_date": "1 Desember 2026",
        },
        "reasons": ["Bukti pada satu unit belum memadai: tata nama berkas belum mengikuti prosedur tempat kerja."],
        "units_open": [
            {
                "code": "X.00CTH00.001.1",
                "title": "Melaksanakan Pekerjaan Rekaan Bagian 1",
                "note": "KUK 1.3 belum tercapai",
            }
        ],
        "follow_up": ["Ulangi bagian tata nama berkas.", "Daftarkan diri lagi melalui akun Anda."],
        "appeal": {"days": 14, "days_words": "empat belas", "deadline": "21 Desember 2026"},
        "signature": {"role": "Direktur", "name": "Surya Andaian"},
    }


def _certificate() -> Content:
    return {
        "number": "99999 2622 5 0000417 2026",
        "registration": "CTH 0000 00417 2026",
        "blank_number": None,
        "code": "7Q4M-2XKD-9TRA-0000",
        "holder": {"name": LONG_NAME, "photo": None},
        "scheme": {
            **SCHEME,
            "title_en": "Junior Imaginary Map Editor",
            "field": "Pemetaan Rekaan",
            "field_en": "Imaginary Mapping",
        },
        "validity": {
            "years": 3,
            "words": "tiga",
            "words_en": "three",
            "until": "30 November 2029",
            "until_en": "30 November 2029",
        },
        "place": "Kota Misal",
        "issued": "1 Desember 2026",
        "issued_en": "1 December 2026",
        "standard": "Standar kompetensi kerja rekaan, Keputusan Nomor 0 Tahun 2026",
        "units": unit_list(36),
        "front": {"role": "Direktur", "role_en": "Director", "name": "Surya Andaian"},
        "back": {"role": "Manajer Sertifikasi", "role_en": "Certification Manager", "name": "Maya Umpama"},
        "paper": "plain",
        "seal": "slot",
        "credential": '{"contoh":true}',
        "verify_url": "https://contoh.test/cek#" + "A1b2" * 40,
        "verify_text": "contoh.test/cek",
    }


def _report() -> Content:
    return {
        "checked_at": "25 November 2026, 14.05 WIB",
        "day": "25 November 2026",
        "status": {"code": "valid", "label": "Berlaku", "note": "Sertifikat ini tercatat dan berlaku."},
        "certificate": {
            "number": "99999 2622 5 0000417 2026",
            "registration": "CTH 0000 00417 2026",
            "holder": LONG_NAME,
            "scheme": SCHEME["title"],
            "scheme_number": SCHEME["number"],
            "issued": "1 Desember 2025",
            "until": "30 November 2028",
            "signer": "Surya Andaian",
        },
        "code": "7Q4M-2XKD-9TRA-0000",
        "checks": [
            {"text": "Nomor tercatat pada LSP penerbit", "ok": True},
            {"text": "Isi sertifikat sama dengan catatan yang ditandatangani", "ok": True, "note": "Sidik isi cocok."},
            {"text": "Tanda tangan kunci LSP", "ok": None},
        ],
        "notes": [],
    }


_MAKERS = {
    SheetCode.APL01: _apl01,
    SheetCode.APL02: _apl02,
    SheetCode.AK01: _ak01,
    SheetCode.IA01: _ia01,
    SheetCode.AK02: _ak02,
    SheetCode.ASSIGNMENT_LETTER: _assignment,
    SheetCode.MINUTES: _minutes,
    SheetCode.DECREE: _decree,
    SheetCode.RESULT_LETTER: _result,
    SheetCode.CERTIFICATE: _certificate,
    SheetCode.VERIFICATION_REPORT: _report,
    **AK_MAKERS,
    **FR_MAKERS,
}


def content(code: SheetCode) -> Content:
    """The content of a filled sheet, fresh for the caller to change."""
    return {"lsp": dict(LSP), **_MAKERS[code]()}


def blank(code: SheetCode) -> Content:
    """The same sheet with every answer null: the empty form of this LSP and scheme."""
    empty = dict.fromkeys(content(code))
    return {**empty, "lsp": dict(LSP), "scheme": SCHEME}


def whole(code: SheetCode, filled: Content, *, case: str = "2026/0417", version: int = 1) -> Content:
    """A record as the template reads it: `filled` plus the `document` block, nobody has signed."""
    kind = CATALOGUE[code]
    url = filled.get("verify_url") or "https://contoh.test/lsp/cth/lembar/00000000-0000-7000-8000-000000000000.pdf"
    document = {
        "case": case,
        "case_label": kind.case_label,
        "edition": "2023" if kind.has_edition else None,
        "version": version if version > 1 else None,
        "digest": DIGEST,
        "verify_url": url,
        "verify_text": filled.get("verify_text") or url.removeprefix("https://"),
        "qr_svg": qr_svg(url),
        "date": [2026, 11, 30],
        "mark": None,
    }
    return {**filled, **ticket_of(filled), "document": document}


def make_sheet(
    world: World,
    code: SheetCode,
    filled: Content | None = None,
    *,
    owner: Person | None = None,
    case: UUID | None = None,
) -> Sheet:
    """A frozen sheet as it lies in the database, its printing asked for. Written past the doors: what freezes
    which sheet is tested where it happens."""
    data = canonical({"code": code, "edition": "2023", "version": 1, **(filled or content(code))})
    with transaction.atomic(), open_guard("test"):
        sheet = Sheet.objects.create(
            body=world.body,
            code=code,
            edition="2023",
            subject_type="people.person",
            subject_id=uuid7(),
            case=case,
            case_number="2026/0417",
            owner=owner,
            content=data,
            digest=digest(data),
            made_at=timezone.now(),
        )
    jobs.enqueue(RENDER_SHEET, sheet.pk, timezone.now())
    return sheet


def make_signature(sheet: Sheet, person: Person, role: str, **fields: str) -> Signature:
    """A signature on `sheet`, its printing asked for again."""
    with transaction.atomic(), open_guard("test"):
        signature = Signature.objects.create(
            body=sheet.body,
            sheet=sheet,
            person=person,
            role=role,
            name=person.name,
            sentence="Saya menyetujui pernyataan ini.",
            method="Ditandatangani dengan kata sandi",
            digest=sheet.digest,
            signed_at=timezone.now(),
            **fields,
        )
    jobs.enqueue(RENDER_SHEET, sheet.pk, timezone.now())
    return signature
