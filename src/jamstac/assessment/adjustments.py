"""FR.AK.07 part A: the eight characteristics of an asesi and what an adjustment may be (forms.md §2.5)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Characteristic:
    """`options` are key → words, in printed order."""

    number: int
    text: str
    options: Mapping[str, str]


CHARACTERISTICS: tuple[Characteristic, ...] = (
    Characteristic(
        1,
        "Keterbatasan asesi terhadap persyaratan bahasa, literasi, numerasi",
        {
            "reader": "Dukungan pembaca, penerjemah, pelayan, atau penulis",
            "pictures": "Asesmen verbal dengan gambar, diagram, atau bentuk visual",
            "product": "Hasil produksi",
            "checklist": "Ceklis observasi atau demonstrasi",
            "structured": "Daftar instruksi terstruktur",
        },
    ),
    Characteristic(
        2,
        "Penyediaan dukungan pembaca, penerjemah, pelayan, penulis",
        {
            "oral": "Pertanyaan lisan dengan gambar, diagram, atau bentuk visual",
            "interview": "Pertanyaan wawancara dengan gambar, diagram, atau bentuk visual",
        },
    ),
    Characteristic(
        3,
        "Penggunaan teknologi adaptif atau peralatan khusus",
        {
            "checklist": "Ceklis observasi atau demonstrasi",
            "oral": "Pertanyaan lisan",
            "written": "Pertanyaan tertulis",
            "interview": "Pertanyaan wawancara",
            "structured": "Daftar instruksi terstruktur",
            "portfolio": "Ceklis verifikasi portofolio",
            "operator": "Dukungan operator komputer",
        },
    ),
    Characteristic(
        4,
        "Pelaksanaan asesmen secara fleksibel karena alasan keletihan atau keperluan pengobatan",
        {
            "scribe": "Juru tulis",
            "recorder": "Perekam video atau audio",
            "longer": "Waktu lebih panjang",
            "shorter": "Tugas dengan waktu lebih pendek",
            "levels": "Instruksi spesifik pada berbagai tingkatan",
        },
    ),
    Characteristic(
        5,
        "Penyediaan peralatan asesmen berupa braille, audio/video-tape",
        {"oral": "Pertanyaan lisan", "interview": "Pertanyaan wawancara"},
    ),
    Characteristic(
        6,
        "Penyesuaian tempat fisik atau lingkungan asesmen",
        {
            "oral": "Pertanyaan lisan",
            "written": "Pertanyaan tertulis",
            "interview": "Pertanyaan wawancara",
            "portfolio": "Ceklis verifikasi portofolio",
            "product": "Ceklis reviu produk",
            "structured": "Daftar instruksi terstruktur",
        },
    ),
    Characteristic(
        7,
        "Pertimbangan umur, usia lanjut, atau gender asesi",
        {
            "case": "Studi kasus atau daftar instruksi terstruktur",
            "print": "Huruf normal, tidak terlalu kecil",
            "same_sex": "Asesor dengan jenis kelamin yang sama",
            "unmarked": "Instrumen yang sama tanpa tanda pembeda",
        },
    ),
    Characteristic(
        8,
        "Pertimbangan budaya, tradisi, atau agama",
        {
            "case": "Studi kasus atau daftar instruksi terstruktur",
            "assessor": "Asesor tanpa pertimbangan budaya, tradisi, atau agama",
            "same_tool": "Instrumen yang sama",
        },
    ),
)


@dataclass(frozen=True)
class Said:
    """The assessor's word on one characteristic. Unknown option keys do not count."""

    needed: bool
    options: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class Fit:
    """FR.AK.07 part B: whether the plan stands on a benchmark, fits the potensi and fits the context."""

    benchmark: bool = True
    potential: bool = True
    context: bool = True
    industry: str = ""
    procedure: str = ""
    regulation: str = ""

    @property
    def benchmark_named(self) -> bool:
        return self.benchmark or any(each.strip() for each in (self.industry, self.procedure, self.regulation))

    @property
    def unfit(self) -> tuple[int, ...]:
        """Points of part B that call for a changed plan."""
        return tuple(number for number, fits in ((2, self.potential), (3, self.context)) if not fits)


FITS = Fit()
"""Part B where the plan fits as it is."""


@dataclass(frozen=True)
class Change:
    """An instrument taken in or left out of one kelompok pekerjaan ("" = the whole scheme), with its reason."""

    code: str
    group: str
    reason: str


def known_options(characteristic: Characteristic, chosen: tuple[str, ...]) -> list[str]:
    """Those of the form, in its order."""
    return [key for key in characteristic.options if key in chosen]
