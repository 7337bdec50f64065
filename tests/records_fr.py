"""Whole contents of the sheets of planning and of the instruments: FR.MAPA.01 and 02, FR.IA.02 to FR.IA.11.

All invented. In each of them a null answer is an empty place for a pen: `groups` null is the empty form of the
edition, `groups` and `questions` with null answers is the paper twin of one asesi.
"""

from __future__ import annotations

from typing import Any

from jamstac.documents.states import SheetCode

Content = dict[str, Any]

DATE = "Kamis, 26 November 2026"
HEAD: Content = {
    "scheme": {"kind": "Okupasi", "title": "Penyunting Peta Rekaan Muda", "number": "SKM/CTH/001/2026"},
    "tuk": {"type": "Sewaktu", "name": "TUK Balai Umpama"},
    "asesor": "Budi Rekaan",
    "asesi": "Raden Ajeng Kusumaningtyas Widyaningrum Rekaanputri Sastroprawirocontoh, S.Kom., M.M.",
    "date": DATE,
}
AUTHOR = {"name": "Budi Rekaan", "number_label": "No. Reg", "number": "MET.000.000000 2099"}
VALIDATOR = {"name": "Rina Ibarat", "number_label": "No. Reg", "number": "MET.000.000001 2099"}
TOOLS = {"author": AUTHOR, "validator": VALIDATOR}
"""Who wrote and who validated. On sheets of a case they stand in the content as they signed the MUK."""


def _signed(person: Content) -> Content:
    return {
        **person,
        "at": "2 November 2026, 09.15 WIB",
        "digest": "89ab" * 16,
        "method": "Ditandatangani dengan kata sandi",
    }


SIGNED_TOOLS = {"author": _signed(AUTHOR), "validator": _signed(VALIDATOR)}


def _units(first: int, last: int) -> list[Content]:
    return [
        {"code": f"X.00CTH00.{number:03}.1", "title": f"Melaksanakan Pekerjaan Rekaan Bagian {number}"}
        for number in range(first, last + 1)
    ]


def groups(**more: list[Any]) -> list[Content]:
    """Two kelompok pekerjaan; `more` gives each of them what the form asks: `tasks=[first, second]`."""
    both: list[Content] = [
        {"name": "Menyiapkan peta", "units": _units(1, 2)},
        {"name": "Menyunting peta", "units": _units(3, 3)},
    ]
    for key, values in more.items():
        for group, value in zip(both, values, strict=True):
            group[key] = value
    return both


GAPS = [{"group": "1", "unit": "X.00CTH00.001.1", "element": "1", "criterion": "1.3"}]


def _mapa01() -> Content:
    both = groups()
    for group in both:
        for unit in group["units"]:
            unit |= {
                "evidence": "Peta hasil suntingan dan catatan pemeriksaan rekaan",
                "kinds": ["L", "T"],
                "tools": {
                    "observasi": ["IA.01", "IA.02"],
                    "tanya_jawab": ["IA.05", "IA.07"],
                    "pihak_ketiga": ["IA.10"],
                },
            }
    return {
        "scheme": HEAD["scheme"],
        "potentials": ["1", "5"],
        "purposes": ["Sertifikasi"],
        "purpose_other": None,
        "context": {
            "environment": ["simulated"],
            "opportunity": "available",
            "relations": {"evidence": "good", "work": "neutral", "learning": None},
            "assessors": ["certification"],
        },
        "confirm": ["certification_manager"],
        "benchmarks": {
            "standard": "Standar kompetensi kerja rekaan, Keputusan Nomor 0 Tahun 2026",
            "curriculum": None,
            "performance": None,
            "product": None,
            "guide": "Prosedur penyuntingan peta rekaan",
        },
        "groups": both,
        "modifications": {
            "characteristics": {"needed": False, "text": None},
            "workplace": {"needed": True, "text": "Contoh berkas disesuaikan dengan alat di TUK."},
            "package": {"needed": False, "text": None},
            "tools": {"needed": False, "text": None},
            "integration": {"needed": True, "text": "Tugas praktik dua kelompok pekerjaan dijalankan berurutan."},
        },
        "relevant": [{"role": "certification_manager", "name": "Maya Umpama", "at": "3 November 2026"}],
        "signatures": TOOLS,
    }


def _mapa02() -> Content:
    direct, indirect = ["1", "2", "5"], ["3", "4"]
    cells = {
        "IA.01": [*direct, *indirect],
        "IA.02": direct,
        "IA.03": direct,
        "IA.05": direct,
        "IA.08": indirect,
        "IA.09": indirect,
        "IA.10": indirect,
    }
    return {"scheme": HEAD["scheme"], "groups": groups(cells=[cells, cells]), "signatures": TOOLS}


def _ia02() -> Content:
    task = {
        "title": "Menyunting satu lembar peta rekaan",
        "instruction": "Kerjakan sendiri; tanyakan bila berkas tidak dapat dibuka.",
        "scenario": "Anda menerima satu berkas peta rekaan dengan tiga kesalahan.\n\nTemukan, perbaiki, dan catat.",
        "equipment": ["Laptop dengan aplikasi penyunting rekaan", "Berkas peta contoh", "Lembar catatan"],
        "time": "60 menit",
    }
    return {**HEAD, "groups": groups(tasks=[[task], [task]]), "signatures": SIGNED_TOOLS}


def _ia03() -> Content:
    first = [
        {
            "no": 1,
            "text": "Apa yang Anda lakukan bila berkas rusak?",
            "answer": "Memakai salinan cadangan dan melapor.",
            "met": True,
        },
        {"no": 2, "text": "Mengapa nama berkas diberi nomor?", "answer": "Belum dapat menjelaskan.", "met": False},
    ]
    second = [
        {"no": 3, "text": "Bagaimana Anda menjaga keselamatan kerja?", "answer": "Mengatur jeda kerja.", "met": True}
    ]
    return {**HEAD, "groups": groups(questions=[first, second]), "feedback": "Pelajari tata nama berkas."}


def _ia04a() -> Content:
    task = {
        "title": "Merancang peta rekaan sebuah desa",
        "prepare": "Siapkan rancangan dari data contoh, lalu hasilkan satu lembar peta rekaan.",
        "prepare_time": "3 hari",
        "demonstrate": "Sajikan rancangan dan jelaskan pilihan lambang.",
        "demonstrate_time": "30 menit",
    }
    return {
        **HEAD,
        "groups": groups(tasks=[[task], [task]]),
        "feedback": "Penyajian runtut.",
        "supervisor": None,
        "signatures": SIGNED_TOOLS,
    }


def _ia04b() -> Content:
    items = [
        {
            "no": 1,
            "scope": "Pendahuluan",
            "text": "Jelaskan tujuan rancangan Anda.",
            "answer": "Menunjukkan jalan dan sungai rekaan.",
            "standard": "X.00CTH00.001.1 KUK 1.1",
            "met": True,
        },
        {
            "no": 2,
            "scope": "Hasil",
            "text": "Tunjukkan bagaimana lambang dipilih.",
            "answer": "Belum dapat menunjukkan.",
            "standard": "X.00CTH00.002.1 KUK 2.1",
            "met": False,
        },
    ]
    projects = [[{"title": "Merancang peta rekaan sebuah desa", "items": items}]] * 2
    return {
        **HEAD,
        "groups": groups(projects=projects),
        "recommendation": "Belum kompeten",
        "feedback": "Perbaiki pemilihan lambang.",
        "supervisor": None,
        "signatures": SIGNED_TOOLS,
    }


_STEMS = (
    "Lambang sungai rekaan digambar dengan garis …",
    "Berkas peta rekaan disimpan dengan …",
    "Skala rekaan ialah …",
)


def _ia05a() -> Content:
    return {
        "scheme": HEAD["scheme"],
        "tuk": None,
        "asesor": None,
        "asesi": None,
        "date": None,
        "time": "15 menit",
        "groups": groups(),
        "questions": [
            {
                "no": number,
                "text": text,
                "options": [{"letter": letter, "text": f"pilihan rekaan {letter}{number}"} for letter in "ABCD"],
            }
            for number, text in enumerate(_STEMS, 1)
        ],
        "signatures": TOOLS,
    }


def _ia05b() -> Content:
    return {
        "scheme": HEAD["scheme"],
        "tuk": None,
        "groups": groups(),
        "questions": [{"no": number, "key": key} for number, key in enumerate("BDACB", 1)],
        "signatures": TOOLS,
    }


def _ia05c() -> Content:
    """`ref` = the number on FR.IA.05A, where the questions of this asesi were drawn from it."""
    return {
        **HEAD,
        "time": "15 menit",
        "questions": [
            {"no": 1, "ref": 3, "answer": "B. pilihan rekaan B3", "met": True},
            {"no": 2, "ref": 1, "answer": "D. pilihan rekaan D1", "met": False},
            {"no": 3, "ref": 5, "answer": None, "met": False},
        ],
        "reached": False,
        "gaps": GAPS,
        "feedback": "Ulangi lambang dan skala.",
    }


def _ia06a() -> Content:
    return {
        "scheme": HEAD["scheme"],
        "tuk": None,
        "asesor": None,
        "asesi": None,
        "date": None,
        "time": "30 menit",
        "groups": groups(),
        "questions": [{"no": number, "text": text} for number, text in enumerate(_STEMS[:2], 1)],
        "signatures": TOOLS,
    }


def _ia06b() -> Content:
    return {
        "scheme": HEAD["scheme"],
        "tuk": None,
        "groups": groups(),
        "questions": [
            {"no": number, "text": text, "key": f"Memuat hal rekaan {number}a dan {number}b."}
            for number, text in enumerate(_STEMS[:2], 1)
        ],
        "signatures": TOOLS,
    }


def _ia06c() -> Content:
    return {
        **HEAD,
        "time": "30 menit",
        "questions": [
            {"no": 1, "ref": 1, "text": _STEMS[0], "answer": "Garis biru.\n\nTebalnya mengikuti lebar.", "met": True},
            {"no": 2, "ref": 2, "text": _STEMS[1], "answer": None, "met": False},
        ],
        "reached": True,
        "gaps": [],
        "feedback": None,
    }


def _ia07() -> Content:
    return {
        **HEAD,
        "groups": groups(),
        "questions": [
            {"no": 1, "text": _STEMS[0], "key": "Garis biru", "answer": "Garis biru, tebal sesuai lebar.", "met": True},
            {"no": 2, "text": _STEMS[1], "key": "Nama dan nomor", "answer": "Tidak tahu.", "met": False},
        ],
        "reached": False,
        "gaps": GAPS,
        "feedback": "Ulangi tata nama berkas.",
        "signatures": SIGNED_TOOLS,
    }


def _ia08() -> Content:
    return {
        **HEAD,
        "groups": groups(),
        "evidence": [
            {
                "no": 1,
                "title": "Peta rekaan 2025",
                "valid": True,
                "authentic": True,
                "current": True,
                "sufficient": True,
            },
            {
                "no": 2,
                "title": "Surat keterangan kerja rekaan",
                "valid": True,
                "authentic": False,
                "current": True,
                "sufficient": None,
            },
        ],
        "interview": [
            {"needed": True, "unit": "X.00CTH00.001.1", "element": "1", "text": "KUK 1.3: tata nama berkas rekaan"}
        ],
        "additional": "Bukti tambahan rekaan untuk unit X.00CTH00.003.1, elemen 2.",
        "recommendation": "observe",
        "gaps": GAPS,
    }


def _ia09() -> Content:
    return {
        **HEAD,
        "groups": groups(),
        "evidence": [{"no": 1, "title": "Peta rekaan 2025"}, {"no": 2, "title": "Surat keterangan kerja rekaan"}],
        "questions": [
            {
                "no": 1,
                "evidence_no": 2,
                "text": "Ceritakan tugas Anda pada pekerjaan itu.",
                "answer": "Memeriksa lambang dan nama tempat.",
                "met": True,
            },
            {"no": 2, "evidence_no": 1, "text": "Siapa yang memeriksa?", "answer": "Tidak ingat.", "met": False},
        ],
        "signatures": SIGNED_TOOLS,
    }


def _ia10() -> Content:
    """`answers` are the six Ya/Tidak in the order of the form; the other keys are those of the third party."""
    return {
        **HEAD,
        "groups": groups(),
        "third_party": {
            "name": "Hendra Andai",
            "workplace": "Perpustakaan Desa Sumber Contoh",
            "address": "Jalan Balai Desa Nomor 2",
            "phone": "0800 0000 0000",
            "relationship": "Atasan langsung",
            "duration": "3 tahun",
            "closeness": "Setiap hari pada pekerjaan yang dinilai",
            "experience": "Penyunting peta rekaan sejak 2010",
            "consistent": "Ya, kecuali tata nama berkas",
            "training_need": "Tata nama berkas",
            "comment": None,
            "answered_at": "25 November 2026, 14.05 WIB",
            "answered_by_link": True,
        },
        "answers": [True, True, True, False, True, True],
    }


def _ia11() -> Content:
    return {
        **HEAD,
        "groups": groups(),
        "product": {
            "name": "Peta rekaan satu desa",
            "standard": "Prosedur penyuntingan peta rekaan",
            "general": "Satu lembar A3",
            "technical": "Cetak satu warna",
            "used_on": "20 November 2026",
            "drawing": None,
        },
        "sections": [
            {
                "title": "Spesifikasi produk",
                "items": [
                    {"no": 1, "text": "Ukuran sesuai dengan rencana atau gambar kerja", "met": True, "note": None},
                    {"no": 2, "text": "Kebersihan dan kerapian permukaan", "met": True, "note": None},
                ],
            },
            {
                "title": "Performa produk atau karakteristik produk",
                "items": [
                    {"no": 3, "text": "Kesesuaian bentuk dengan gambar kerja", "met": False, "note": "Skala berbeda"}
                ],
            },
        ],
        "recommendation": "observe",
        "gaps": GAPS,
        "findings": "Skala pada gambar berbeda dengan rencana.",
        "signatures": SIGNED_TOOLS,
    }


MAKERS = {
    SheetCode.MAPA01: _mapa01,
    SheetCode.MAPA02: _mapa02,
    SheetCode.IA02: _ia02,
    SheetCode.IA03: _ia03,
    SheetCode.IA04A: _ia04a,
    SheetCode.IA04B: _ia04b,
    SheetCode.IA05A: _ia05a,
    SheetCode.IA05B: _ia05b,
    SheetCode.IA05C: _ia05c,
    SheetCode.IA06A: _ia06a,
    SheetCode.IA06B: _ia06b,
    SheetCode.IA06C: _ia06c,
    SheetCode.IA07: _ia07,
    SheetCode.IA08: _ia08,
    SheetCode.IA09: _ia09,
    SheetCode.IA10: _ia10,
    SheetCode.IA11: _ia11,
}
