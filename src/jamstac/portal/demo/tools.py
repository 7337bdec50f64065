"""The MUK of the demo's scheme: written by Budi, validated by Rina, released by Maya. Every question is invented."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from jamstac.instruments.actions import (
    ItemInput,
    draft_tool_set,
    release_tool_set,
    remove_instrument,
    save_instrument,
    save_plan,
    send_tool_set,
    validate_tool_set,
)
from jamstac.instruments.models import Instrument, ToolSet
from jamstac.instruments.start import PRACTICE_INSTRUCTION
from jamstac.instruments.states import InstrumentCode
from jamstac.instruments.validation_states import Quality, ValidationAspect, ValidationPart
from jamstac.portal.demo.office import SIGNED_BY_STAFF, Office
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import structure

SCENARIO = (
    "Kedai Web Umpama menerima pesanan halaman daftar menu untuk sebuah warung. Bangun halaman yang terbaca pada "
    "layar ponsel, ambil daftar harga dari layanan yang tersedia, uji pada dua peramban, lalu terbitkan ke server "
    "latihan.\n\n"
    "Hasil: halaman yang dapat dibuka, kode sumber pada repositori, dan catatan pengujian satu halaman."
)
EQUIPMENT = (
    "Komputer dengan penyunting kode dan dua peramban\nAkses ke repositori dan server latihan\nRancangan halaman"
)

# Question, options (the first is right; they are shuffled for each candidate).
CHOICES = (
    (
        "Halaman harus terbaca pada ponsel tanpa digeser ke samping. Apa yang pertama-tama diatur?",
        ("Lebar tampilan pada meta viewport", "Ukuran berkas gambar", "Nama berkas halaman", "Warna latar halaman"),
    ),
    (
        "Tombol pada halaman menu tidak terbaca oleh pembaca layar. Perbaikan yang tepat adalah …",
        ("memberi tombol nama yang dapat dibaca", "memperbesar tombol", "menambah bayangan", "memindahkan tombol"),
    ),
    (
        "Daftar harga dari layanan datang terlambat. Tampilan sementara yang baik adalah …",
        (
            "keterangan bahwa data sedang dimuat",
            "halaman kosong",
            "harga kemarin tanpa keterangan",
            "pesan galat teknis",
        ),
    ),
    (
        "Layanan menolak permintaan karena tanpa izin. Kode tanggapan yang sesuai adalah …",
        ("401", "200", "301", "503"),
    ),
    (
        "Satu perbaikan merusak fitur lain. Yang paling cepat menemukannya adalah …",
        ("pengujian otomatis setiap perubahan", "menunggu laporan pengguna", "menyalin ulang kode", "mematikan fitur"),
    ),
    (
        "Sebelum versi baru diterbitkan, yang harus tersedia adalah …",
        ("cara kembali ke versi sebelumnya", "warna baru", "halaman depan kedua", "daftar semua pengguna"),
    ),
)
SUPPORTING = (
    (
        "Apa yang Anda lakukan bila rancangan halaman tidak cocok dengan ukuran layar ponsel?",
        "Menyebut penyesuaian tata letak dan persetujuan pemberi tugas sebelum mengubah rancangan.",
    ),
    (
        "Bagaimana Anda memastikan data harga yang tampil adalah data terbaru?",
        "Menyebut waktu pengambilan data dan penanganan bila layanan tidak menjawab.",
    ),
    (
        "Apa tindakan Anda bila halaman yang sudah terbit ternyata bermasalah?",
        "Menyebut pengembalian ke versi sebelumnya, pemberitahuan, dan pencatatan penyebab.",
    ),
)
INTERVIEW = (
    (
        "Jelaskan bagian mana dari portofolio ini yang Anda kerjakan sendiri.",
        "Menunjuk bagian kerja sendiri dengan riwayat perubahan yang sesuai.",
    ),
    (
        "Masalah apa yang Anda temui pada pekerjaan itu, dan bagaimana Anda menyelesaikannya?",
        "Menyebut masalah nyata, pilihan penyelesaian, dan alasannya.",
    ),
)


def release_tools(office: Office, version: SchemeVersion, today: date) -> ToolSet:
    """Draft, write, validate and release. Budi and Rina are authorised by now."""
    budi = office.staff("budi")
    draft = draft_tool_set(budi, version)
    _write(office, draft)
    sent = send_tool_set(budi, draft, validator=office.persons["rina"], statement=SIGNED_BY_STAFF)
    validated = validate_tool_set(
        office.staff("rina"),
        sent,
        validation={
            "held_on": today,
            "place": "Ruang rapat LSP Contoh",
            "boxes": {
                ValidationPart.PURPOSE: ["assurance", "tools"],
                ValidationPart.CONTEXT: ["internal", "colleague"],
                ValidationPart.APPROACH: ["panel", "tools"],
                ValidationPart.REFERENCE: ["standard", "scheme"],
                ValidationPart.DOCUMENT: ["tools"],
                ValidationPart.COMMUNICATION: ["proactive", "listening", "empathy"],
            },
            "ticks": {aspect: list(Quality.values) for aspect in ValidationAspect.values},
            "witnesses": [{"role": "assessor", "name": "Budi Rekaan", "outcome": "Sesuai dengan skema"}],
        },
        statement=SIGNED_BY_STAFF,
    )
    return release_tool_set(office.staff("maya"), validated, valid_from=today)


def _write(office: Office, draft: ToolSet) -> None:
    budi = office.staff("budi")
    kuk = [[row.pk for part in tree.elements for row in part.criteria] for tree in structure(draft.scheme_version)]
    items = {
        InstrumentCode.SUPPORTING: [_open(row, kuk[place * 2]) for place, row in enumerate(SUPPORTING)],
        InstrumentCode.INTERVIEW: [_open(row, kuk[place]) for place, row in enumerate(INTERVIEW)],
        InstrumentCode.CHOICE: [_choice(place, row, kuk[place]) for place, row in enumerate(CHOICES)],
    }
    for instrument in Instrument.objects.filter(tool_set=draft):
        if instrument.code == InstrumentCode.PRACTICE:
            remove_instrument(budi, draft, instrument=instrument)
        elif instrument.code == InstrumentCode.CHOICE:
            save_instrument(budi, draft, instrument=instrument, items=items[InstrumentCode.CHOICE], draw=4, minutes=15)
        else:
            save_instrument(budi, draft, instrument=instrument, items=items[InstrumentCode(instrument.code)])
    save_instrument(
        budi,
        draft,
        code=InstrumentCode.PRACTICE,
        title="Halaman menu untuk sebuah warung",
        instruction=PRACTICE_INSTRUCTION,
        scenario=SCENARIO,
        equipment=EQUIPMENT,
        minutes=60,
    )
    save_plan(budi, draft, consultations={"certification_manager": "Maya Umpama"})


def _open(row: tuple[str, str], criteria: list[UUID]) -> ItemInput:
    return {"text": row[0], "key": row[1], "criteria": criteria[:2]}


def _choice(place: int, row: tuple[str, tuple[str, ...]], criteria: list[UUID]) -> ItemInput:
    """On FR.IA.05A the right option wanders from A to D."""
    right, *wrong = row[1]
    options = [{"text": text, "correct": False} for text in wrong]
    options.insert(place % 4, {"text": right, "correct": True})
    return {"text": row[0], "options": options, "criteria": criteria[:2]}  # type: ignore[typeddict-item]
