"""Whole contents of the FR.AK sheets, FR.VA, and of the letters and lists of a day of assessment. All invented.

A null answer is an empty place for a pen; a null list is the empty form with lines to write on.
"""

from __future__ import annotations

from typing import Any

from jamstac.documents.states import SheetCode

Content = dict[str, Any]

LONG = "Raden Ajeng Kusumaningtyas Widyaningrum Rekaanputri Sastroprawirocontoh, S.Kom., M.M."
SCHEME: Content = {"kind": "Okupasi", "title": "Penyunting Peta Rekaan Muda", "number": "SKM/CTH/001/2026"}
TUK: Content = {"type": "Sewaktu", "name": "TUK Balai Umpama"}
HEAD: Content = {"scheme": SCHEME, "tuk": TUK, "asesor": "Budi Rekaan"}
EVENT: Content = {
    "number": "J-2026-001",
    "date": "Kamis, 26 November 2026",
    "time": "08.00–15.30 WIB",
    "place": "TUK Balai Umpama, Jalan Rekaan 2, Kota Misal",
}
ASSESSORS: list[Content] = [
    {
        "role": "Asesor",
        "name": "Budi Rekaan",
        "number_label": "No. Reg",
        "number": "MET.000.000000 2099",
        "person": "00000000-0000-7000-8000-000000000011",
    },
    {
        "role": "Asesor",
        "name": "Rina Ibarat",
        "number_label": "No. Reg",
        "number": "MET.000.000001 2099",
        "person": "00000000-0000-7000-8000-000000000012",
    },
]
DIRECTOR: Content = {"role": "Direktur", "name": "Surya Andaian"}
VENUE_HEAD: Content = {"role": "Ketua TUK", "name": "Tono Perumpamaan"}


def _people(count: int) -> list[Content]:
    return [
        {
            "name": LONG if number == 2 else f"Asesi Rekaan Nomor {number}",
            "case": f"2026/{number:04}",
            "origin": "Perpustakaan Desa Sumber Contoh" if number % 3 else "Perorangan",
        }
        for number in range(1, count + 1)
    ]


def _ak07() -> Content:
    needed = {
        1: (["reader", "pictures"], "Dibacakan oleh pendamping; soal tertulis diganti lisan."),
        4: (["longer"], "Tambahan waktu 30 menit."),
    }
    return {
        **HEAD,
        "asesi": LONG,
        "date": EVENT["date"],
        "potential": "2",
        "characteristics": [
            {
                "number": number,
                "needed": number in needed,
                "options": needed.get(number, ([], None))[0],
                "note": needed.get(number, ([], None))[1],
            }
            for number in range(1, 9)
        ],
        "plan": {
            "benchmark": {
                "fits": True,
                "industry": "Standar mutu peta rekaan",
                "procedure": "SOP Penyuntingan Peta Rekaan 07",
                "regulation": None,
            },
            "potential": {"fits": True, "methods": "Observasi, tanya jawab", "instruments": "FR.IA.01, FR.IA.03"},
            "context": {"fits": False, "methods": "Pertanyaan lisan", "instruments": "FR.IA.07"},
        },
        "results": {
            "characteristics": {
                "benchmark": "Tetap",
                "methods": "Lisan menggantikan tertulis",
                "instruments": "FR.IA.07 menggantikan FR.IA.05",
            },
            "plan": {"benchmark": "Tetap", "methods": "Observasi dan lisan", "instruments": "FR.IA.01, FR.IA.07"},
        },
    }


def _ak03() -> Content:
    return {
        **HEAD,
        "asesi": LONG,
        "start": "26 November 2026",
        "end": "26 November 2026",
        "answers": [
            {
                "number": number,
                "yes": number != 3,
                "comment": "Jadwal sudah ditetapkan sebelum saya ditanya." if number == 3 else None,
            }
            for number in range(1, 11)
        ],
        "comment": "Ruangan nyaman; daftar alat sebaiknya dikirim sehari sebelumnya.",
    }


def _ak04() -> Content:
    return {
        "scheme": SCHEME,
        "asesor": "Budi Rekaan",
        "asesi": LONG,
        "date": EVENT["date"],
        "decision": "Belum Kompeten, diberitahukan 1 Desember 2026",
        "answers": {"explained": True, "discussed": True, "helper": False},
        "reason": "Unit ketiga dinilai dari contoh peta yang bukan hasil kerja saya.",
    }


def _ak05() -> Content:
    rows = _people(12)
    for number, row in enumerate(rows, 1):
        row["result"] = None if number == 7 else "BK" if number == 4 else "K"
        row["note"] = (
            "Tidak hadir"
            if number == 7
            else "X.00CTH00.003.1 Melaksanakan Pekerjaan Rekaan Bagian 3"
            if number == 4
            else None
        )
    return {
        **HEAD,
        "date": EVENT["date"],
        "rows": rows,
        "aspects": "Positif: alat lengkap. Negatif: satu komputer mati selama sepuluh menit.",
        "refusals": "Tidak ada.",
        "improvements": "Sediakan satu komputer cadangan.",
        "note": "Satu asesi tidak hadir karena sakit.",
    }


def _ak06() -> Content:
    four = ["validity", "reliability", "flexibility", "fairness"]
    return {
        **HEAD,
        "date": EVENT["date"],
        "principles": {
            "plan": four,
            "preparation": four,
            "implementation": ["validity", "reliability", "fairness"],
            "decision": ["validity", "reliability", "fairness"],
            "feedback": ["validity", "fairness"],
        },
        "principles_recommendation": "Jadwal cadangan disiapkan agar pelaksanaan lebih luwes.",
        "dimensions": {"decisions": ["TS", "TMS", "CMS", "JRES", "TRS"], "evidence": ["TS", "TMS", "JRES"]},
        "dimensions_recommendation": "Tambahkan satu pertanyaan tentang kemungkinan (CMS).",
        "comment": "Proses berjalan sesuai dengan rencana.",
        "signatures": {
            "lead": {"name": "Rina Ibarat", "number_label": "No. Reg", "number": "MET.000.000001 2099"},
        },
    }


def _va() -> Content:
    return {
        "scheme": SCHEME,
        "date": "Senin, 2 November 2026",
        "place": "Ruang Rapat LSP Contoh, Kota Misal",
        "period": "before",
        "boxes": {
            "purpose": ["assurance", "tools"],
            "context": ["internal", "colleague"],
            "approach": ["panel", "tools"],
            "reference": ["standard", "scheme"],
            "document": ["tools"],
            "communication": ["proactive", "listening", "empathy"],
        },
        "others": {"purpose": "Menyamakan tafsir dua asesor", "context": None, "approach": None},
        "witnesses": [
            {"role": "assessor", "name": "Budi Rekaan", "outcome": "Setuju dengan susunan soal"},
            {"role": "expert", "name": "Gita Seumpama", "outcome": "Skenario sesuai dengan tempat kerja"},
        ],
        "ticks": {
            aspect: ["valid", "authentic", "validity", "reliability", "fairness"]
            for aspect in ("plan", "standard", "benchmark", "process", "methods", "tools", "evidence", "decision")
        },
        "findings": [
            {"finding": "Soal 3 dapat dijawab tanpa membaca peta.", "recommendation": "Ganti pengecoh pada soal 3."},
            {"finding": "Waktu tugas kedua terlalu pendek.", "recommendation": "Jadikan 60 menit."},
        ],
        "improvements": [
            {"activity": "Memperbaiki soal 3", "due": "9 November 2026", "responsible": "Budi Rekaan"},
        ],
        "members": [{**each, "role": "Anggota tim validasi"} for each in ASSESSORS],
    }


def _verifier_letter() -> Content:
    return {
        "number": "027/ST/LSP-CTH/XI/2026",
        "attachment": None,
        "subject": "Penugasan Verifikator TUK",
        "date": "12 November 2026",
        "basis": ["Jadwal asesmen J-2026-001;", "Lisensi BNSP-LSP-0000-ID."],
        "assignees": [{"name": "Dewi Misalnya", "number": "MET.000.000002 2099", "duty": "Verifikator TUK"}],
        "task": {
            "venue": "TUK Balai Umpama (Sewaktu)",
            "address": "Jalan Rekaan 2, Kota Misal",
            "scheme": f"{SCHEME['title']} ({SCHEME['number']})",
            "date": "paling lambat 20 November 2026",
            "event": "Kamis, 26 November 2026",
        },
        "duties": ["Memeriksa ruang, peralatan, dan bahan menurut daftar periksa TUK skema."],
        "copies": ["Manajer Sertifikasi", "Arsip"],
        "signature": DIRECTOR,
    }


def _committee_letter() -> Content:
    return {
        "number": "030/ST/LSP-CTH/XI/2026",
        "attachment": "1 (satu) lembar",
        "subject": "Penugasan Komite Teknis",
        "date": "27 November 2026",
        "basis": ["Rekaman asesmen jadwal J-2026-001;", "Lisensi BNSP-LSP-0000-ID."],
        "assignees": [
            {"name": "Hendra Andai", "number": None, "duty": "Ketua"},
            {"name": "Ratna Khayal", "number": None, "duty": "Anggota"},
            {"name": "Yusuf Seandainya", "number": None, "duty": "Anggota"},
        ],
        "task": {
            "scheme": f"{SCHEME['title']} ({SCHEME['number']})",
            "date": "Senin, 30 November 2026",
            "time": "09.00 WIB",
            "place": "Ruang Rapat LSP Contoh, Kota Misal",
            "count": 36,
        },
        "duties": ["Memeriksa rekaman asesmen dan memutuskan hasilnya.", "Menyatakan benturan kepentingan."],
        "candidates": _people(36),
        "copies": ["Manajer Sertifikasi", "Arsip"],
        "signature": DIRECTOR,
    }


def _invitation() -> Content:
    return {
        "number": "029/UND/LSP-CTH/XI/2026",
        "attachment": "1 (satu) lembar",
        "subject": "Undangan Asesmen Kompetensi",
        "date": "20 November 2026",
        "recipient": None,
        "event": {**EVENT, "scheme": f"{SCHEME['title']} ({SCHEME['number']})"},
        "bring": ["Dokumen identitas asli.", "Bukti asli yang disebut pada FR.APL.02."],
        "contact": "Admin LSP Contoh, (000) 000 0000",
        "candidates": _people(36),
        "copies": ["TUK Balai Umpama", "Arsip"],
        "signature": DIRECTOR,
    }


def _card() -> Content:
    return {
        "name": LONG,
        "scheme": SCHEME,
        "event": EVENT,
        "asesor": "Budi Rekaan",
        "photo": None,
        "ticket": "k7Q4mZ2xKd9tRaVw",
        "notes": ["Bawa kartu ini dan dokumen identitas asli.", "Datang 30 menit sebelum mulai."],
    }


def _attendance() -> Content:
    rows = _people(36)
    for number, row in enumerate(rows, 1):
        row["at"] = None if number in {7, 9} else f"07.{number + 10:02} WIB"
        row["absent"] = number == 7
        row["note"] = "Sakit" if number == 7 else None
    return {
        "scheme": SCHEME,
        "event": EVENT,
        "tuk": TUK,
        "rows": rows,
        "members": ASSESSORS,
        "signatures": {"venue_head": VENUE_HEAD},
    }


def _event_minutes() -> Content:
    rows = _people(36)
    for number, row in enumerate(rows, 1):
        row["result"] = "absent" if number == 7 else "BK" if number % 9 == 0 else "K"
        row["asesor"] = 1 + number % 2
        row["note"] = "Sakit" if number == 7 else None
    return {
        "number": "030/BA/LSP-CTH/XI/2026",
        "day_words": "Kamis",
        "date_words": "dua puluh enam bulan November tahun dua ribu dua puluh enam",
        "date": "26-11-2026",
        "time": "08.00–15.30 WIB",
        "place": EVENT["place"],
        "assignment": "028/ST/LSP-CTH/XI/2026",
        "event": EVENT["number"],
        "scheme": SCHEME,
        "tuk": TUK,
        "rows": rows,
        "incidents": [
            {"at": "10.20 WIB", "text": "Listrik padam sepuluh menit; waktu pengerjaan ditambah sepuluh menit."}
        ],
        "photos": [{"name": "ruang-asesmen.jpg", "at": "08.05 WIB", "digest": "ab" * 32}],
        "notes": "Seluruh rekaman diserahkan kepada admin LSP.",
        "members": ASSESSORS,
        "signatures": {"venue_head": VENUE_HEAD},
    }


MAKERS = {
    SheetCode.AK07: _ak07,
    SheetCode.AK03: _ak03,
    SheetCode.AK04: _ak04,
    SheetCode.AK05: _ak05,
    SheetCode.AK06: _ak06,
    SheetCode.VA: _va,
    SheetCode.VERIFIER_LETTER: _verifier_letter,
    SheetCode.COMMITTEE_LETTER: _committee_letter,
    SheetCode.INVITATION: _invitation,
    SheetCode.CANDIDATE_CARD: _card,
    SheetCode.ATTENDANCE: _attendance,
    SheetCode.EVENT_MINUTES: _event_minutes,
}
