"""Every official sheet, printed and read back."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import segno

from jamstac.documents import render
from jamstac.documents.catalogue import CATALOGUE
from jamstac.documents.render import RenderError, compile_record
from jamstac.documents.states import SheetCode
from tests.records import DIGEST, LONG_NAME, Content, blank, content, whole

ALL = list(SheetCode)
GROUPED = " ".join(re.findall("....", DIGEST))


class Read:
    """A PDF read back: its pages as text with single spaces."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pypdfium2.PdfDocument(pdf)
        self.pages = [" ".join(page.get_textpage().get_text_range().split()) for page in self.pdf]

    @property
    def text(self) -> str:
        return " ".join(self.pages)


def printed(code: SheetCode, filled: Content, **more: Any) -> Read:
    return Read(compile_record(code, whole(code, filled, **more)))


SAID: dict[SheetCode, list[str]] = {
    SheetCode.APL01: [
        "FR.APL.01. PERMOHONAN SERTIFIKASI KOMPETENSI",
        "Bagian 1 : Rincian Data Pemohon Sertifikasi",
        "a. Data Pribadi",
        "b. Data Pekerjaan Sekarang",
        "Bagian 2 : Data Sertifikasi",
        "Daftar Unit Kompetensi sesuai kemasan:",
        "X.00CTH00.003.1",
        "Bagian 3 : Bukti Kelengkapan Pemohon",
        "3.1 Bukti Persyaratan Dasar Pemohon",
        "3.2 Bukti Administratif",
        "Rekomendasi (diisi oleh LSP):",
        "Berdasarkan ketentuan persyaratan dasar, maka pemohon:",
        "Pemohon/ Kandidat :",
        "Admin LSP :",
    ],
    SheetCode.APL02: [
        "FR.APL.02. ASESMEN MANDIRI",
        "PANDUAN ASESMEN MANDIRI",
        "Baca setiap pertanyaan di kolom sebelah kiri.",
        "Unit Kompetensi 1",
        "Dapatkah Saya",
        "Elemen: Menyiapkan pekerjaan rekaan 1.1",
        "Kriteria Unjuk Kerja:",
        "1.3 Bahan rekaan 1.1.3",
        "Unit Kompetensi 3",
        "Rekomendasi Untuk Asesi:",
        "dilanjutkan",
        "Ditinjau Oleh Asesor :",
    ],
    SheetCode.AK01: [
        "FR.AK.01. PERSETUJUAN ASESMEN DAN KERAHASIAAN",
        "Persetujuan Asesmen ini untuk menjamin bahwa Asesi telah diberi arahan secara rinci",
        "Bukti yang akan dikumpulkan",
        "☑ Hasil Observasi Langsung",
        "Pelaksanaan asesmen disepakati pada:",
        "Bahwa saya telah mendapatkan penjelasan terkait hak dan prosedur banding asesmen dari asesor.",
        "Menyatakan tidak akan membuka hasil pekerjaan yang saya peroleh",
        "Saya setuju mengikuti asesmen dengan pemahaman",
    ],
    SheetCode.IA01: [
        "FR.IA.01. CL - CEKLIS OBSERVASI AKTIVITAS DI TEMPAT KERJA ATAU TEMPAT KERJA SIMULASI",
        "PANDUAN BAGI ASESOR",
        "Kelompok Pekerjaan 1",
        "Unit Kompetensi 1",
        "Pencapaian",
        "Umpan balik bagi Asesi:",
        "Kelompok Pekerjaan 2",
        "Rekomendasi:",
        "direkomendasikan BELUM KOMPETEN pada:",
        "KUK : 1.3",
    ],
    SheetCode.AK02: [
        "FR.AK.02. REKAMAN ASESMEN KOMPETENSI",
        "Tanggal Asesmen",
        "Beri tanda centang (√) di kolom yang sesuai",
        "X.00CTH00.001.1",
        "Rekomendasi hasil asesmen",
        "Tindak lanjut yang dibutuhkan",
        "Komentar/ Observasi oleh asesor",
        "LAMPIRAN DOKUMEN:",
    ],
    SheetCode.ASSIGNMENT_LETTER: [
        "SURAT TUGAS",
        "Nomor: 028/ST/LSP-CTH/XI/2026",
        "Berdasarkan:",
        "menugaskan:",
        "untuk melaksanakan asesmen kompetensi:",
        "Dalam melaksanakan tugas, asesor wajib:",
        "Demikian surat tugas ini dibuat",
        "Lampiran Surat Tugas Nomor",
        "Asesi Rekaan Nomor 36",
    ],
    SheetCode.MINUTES: [
        "BERITA ACARA PLENO KOMITE TEKNIS",
        "Pada hari ini Senin, tanggal tiga puluh bulan November",
        "36 Jumlah asesi",
        "32 Kompeten (K)",
        "4 Belum Kompeten (BK)",
        "Asesi Rekaan Nomor 36",
        "Demikian berita acara ini dibuat dengan sebenarnya",
        "Anggota Komite Teknis",
    ],
    SheetCode.DECREE: [
        "KEPUTUSAN DIREKTUR LSP CONTOH",
        "tentang",
        "PENETAPAN HASIL SERTIFIKASI KOMPETENSI",
        "Menimbang : a. bahwa asesmen kompetensi terhadap 36 asesi",
        "Nomor 031/BA/LSP-CTH/XI/2026 tanggal 30 November 2026;",
        "Mengingat : 1. Undang-Undang Nomor 13 Tahun 2003",
        "MEMUTUSKAN:",
        "Menetapkan :",
        "KESATU : Menetapkan hasil",
        "32 Kompeten dan 4 Belum Kompeten",
        "KETIGA : Asesi yang ditetapkan Belum Kompeten berhak mengajukan banding",
        "Ditetapkan di Kota Misal pada tanggal 1 Desember 2026",
        "Lampiran Keputusan Nomor 012/SK/LSP-CTH/XII/2026",
        "Asesi Rekaan Nomor 36",
        "Akhir daftar: 36 asesi",
    ],
    SheetCode.RESULT_LETTER: [
        "Nomor : 044/SH/LSP-CTH/XII/2026",
        "Dengan ini kami beritahukan hasil sertifikasi kompetensi Anda:",
        "Anda dinyatakan BELUM KOMPETEN",
        "Alasan",
        "Unit kompetensi yang belum kompeten",
        "KUK 1.3 belum tercapai",
        "Tindak lanjut",
        "Hak banding",
        "paling lambat 14 (empat belas) hari kerja sejak tanggal surat ini, yaitu sampai dengan 21 Desember 2026.",
        "Banding diperiksa oleh orang yang tidak terlibat",
    ],
    SheetCode.CERTIFICATE: [
        "No. 99999 2622 5 0000417 2026",
        "Dengan ini menyatakan bahwa,",
        "No. Reg. CTH 0000 00417 2026",
        "telah kompeten pada bidang:",
        "dengan kualifikasi/kompetensi:",
        "Penyunting Peta Rekaan Muda",
        "Sertifikat ini berlaku untuk 3 (tiga) tahun, sampai dengan 30 November 2029",
        "Pindai untuk memeriksa",
        "contoh.test/cek 7Q4M-2XKD-9TRA-0000",
        "Atas nama Badan Nasional Sertifikasi Profesi",
        "Daftar Unit Kompetensi",
        "X.00CTH00.036.1",
        "Akhir daftar: 36 unit kompetensi",
    ],
    SheetCode.VERIFICATION_REPORT: [
        "LAPORAN PEMERIKSAAN SERTIFIKAT",
        "Diperiksa pada 25 November 2026, 14.05 WIB",
        "Status pada 25 November 2026",
        "Berlaku",
        "Isi sertifikat yang tercatat",
        "99999 2622 5 0000417 2026",
        "Kode pemeriksaan",
        "Yang diperiksa",
        "Tidak diperiksa",
        "Arti laporan ini",
    ],
}


@pytest.mark.parametrize("code", ALL)
def test_a_filled_sheet_says_its_title_and_sentences_in_order(code: SheetCode) -> None:
    text, place = printed(code, content(code)).text, 0
    for sentence in SAID[code]:
        found = text.find(sentence, place)
        assert found >= 0, f"{sentence!r} is not there, or not in its place"
        place = found + len(sentence)


@pytest.mark.parametrize("code", ALL)
def test_case_number_and_digest_stand_on_every_page(code: SheetCode) -> None:
    read = printed(code, content(code))
    assert read.pages
    for page in read.pages:
        assert GROUPED in page
        assert "2026/0417" in page


@pytest.mark.parametrize("code", ALL)
def test_a_sheet_without_answers_is_the_blank_form(code: SheetCode) -> None:
    read = printed(code, blank(code))
    assert GROUPED in read.text
    assert "none" not in read.text


@pytest.mark.parametrize("code", ALL)
def test_a_pdf_says_that_it_is_accessible_and_for_archives(code: SheetCode) -> None:
    pdf = compile_record(code, whole(code, content(code)))
    for claim in (b"pdfaid:part>3<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<"):
        assert claim in pdf
    document = Read(pdf).pdf
    assert pdfium.FPDFCatalog_IsTagged(document)
    tags = set(_tags(document))
    assert "H1" in tags
    assert tags & {"Table", "L", "P"}


def _tags(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        roots = pdfium.FPDF_StructTree_CountChildren(tree)
        queue = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(roots)]
        while queue:
            element = queue.pop()
            size = pdfium.FPDF_StructElement_GetType(element, None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDF_StructElement_GetType(element, buffer, size)
            yield buffer.raw.decode("utf-16-le").rstrip("\0")
            for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
                child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
                if child:
                    queue.append(child)
        pdfium.FPDF_StructTree_Close(tree)


@pytest.mark.parametrize("code", ALL)
def test_the_same_record_is_the_same_file(code: SheetCode, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compile_record(code, whole(code, content(code)))
    monkeypatch.setattr(render, "_compilers", {})
    assert compile_record(code, whole(code, content(code))) == first


@pytest.mark.parametrize("name", ['#panic("x") *bold* <b> $x$ @y \\ /', "Ñuñez Żółć Đặng Lâm", "=Rumus(1) _a_ `b`"])
def test_a_name_is_printed_as_it_is_written(name: str) -> None:
    filled = content(SheetCode.APL01)
    filled["applicant"]["name"] = name
    assert name in printed(SheetCode.APL01, filled).text


def test_a_name_in_arabic_script_is_printed() -> None:
    filled = content(SheetCode.RESULT_LETTER)
    filled["recipient"]["name"] = "محمد Contoh"
    assert set("محمد") <= set(printed(SheetCode.RESULT_LETTER, filled).text)


def test_a_letter_no_font_has_is_named_with_its_field() -> None:
    filled = content(SheetCode.APL01)
    filled["applicant"]["name"] = "Sari 漢字 Contoh"
    with pytest.raises(RenderError) as error:
        compile_record(SheetCode.APL01, whole(SheetCode.APL01, filled))
    assert "漢 (U+6F22), 字 (U+5B57) pada applicant.name" in str(error.value)


@pytest.mark.parametrize("code", ALL)
def test_no_text_runs_out_of_the_page(code: SheetCode) -> None:
    """Long names, long file names and e-mail addresses break; nothing is wider than its page less 7 mm."""
    margin = 7 / 25.4 * 72
    for page in printed(code, content(code)).pdf:
        text = page.get_textpage()
        width, height = page.get_size()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            assert left >= margin
            assert right <= width - margin
            assert bottom >= margin
            assert top <= height - margin


@pytest.mark.parametrize("code", [SheetCode.ASSIGNMENT_LETTER, SheetCode.MINUTES, SheetCode.DECREE])
def test_a_list_of_36_keeps_everybody_once_and_in_order(code: SheetCode) -> None:
    text = printed(code, content(code)).text
    numbers = [int(found) for found in re.findall(r"2026/(\d{4})\b", text)]
    listed = [number for number in numbers if number <= 36]
    assert listed == list(range(1, 37))
    assert LONG_NAME in text


def test_a_version_says_so_in_the_footer() -> None:
    assert "Versi 2" in printed(SheetCode.APL01, content(SheetCode.APL01), version=2).text
    assert "Versi" not in printed(SheetCode.APL01, content(SheetCode.APL01)).text


def test_a_letter_of_a_competent_asesi_names_the_certificate_and_asks_for_nothing() -> None:
    filled = content(SheetCode.RESULT_LETTER)
    filled |= {"reasons": [], "units_open": [], "follow_up": [], "appeal": None}
    filled["decision"]["result"] = "K"
    filled["certificate"] = {"number": "99999 2622 5 0000417 2026", "until": "30 November 2029"}
    text = printed(SheetCode.RESULT_LETTER, filled).text
    assert "Anda dinyatakan KOMPETEN" in text
    assert "99999 2622 5 0000417 2026 dan berlaku sampai dengan 30 November 2029" in text
    assert not re.search("Alasan|Tindak lanjut|banding", text)


def test_a_decree_prints_the_sentences_of_its_record_when_it_has_its_own() -> None:
    filled = content(SheetCode.DECREE)
    filled |= {"considering": ["bahwa pertimbangan rekaan;"], "decisions": ["Satu.", "Dua."], "noticing": ["Berita."]}
    text = printed(SheetCode.DECREE, filled).text
    assert "Menimbang : bahwa pertimbangan rekaan;" in text
    assert "KESATU : Satu. KEDUA : Dua." in text
    assert "berhak mengajukan banding" not in text


def test_minutes_of_several_schemes_leave_the_scheme_to_the_table() -> None:
    filled = content(SheetCode.MINUTES)
    filled["scheme"] = None
    assert "untuk skema sertifikasi yang disebut pada tabel" in printed(SheetCode.MINUTES, filled).text


def test_the_credential_travels_inside_the_certificate() -> None:
    document = printed(SheetCode.CERTIFICATE, content(SheetCode.CERTIFICATE)).pdf
    names = [document.get_attachment(index).get_name() for index in range(document.count_attachments())]
    assert names == ["kredensial.json"]
    assert bytes(document.get_attachment(0).get_data()) == b'{"contoh":true}'


def test_a_certificate_on_security_paper_prints_no_border_of_its_own() -> None:
    filled = content(SheetCode.CERTIFICATE)
    plain = compile_record(SheetCode.CERTIFICATE, whole(SheetCode.CERTIFICATE, filled))
    filled["paper"] = "blanko"
    blanko = compile_record(SheetCode.CERTIFICATE, whole(SheetCode.CERTIFICATE, filled))
    assert len(blanko) < len(plain)
    assert "Lembaga Sertifikasi Profesi Contoh" not in Read(blanko).pages[0]


def test_the_qr_on_the_certificate_is_the_one_of_its_address() -> None:
    """Module by module, as a scanner sees the printed page: a QR that reads as the same matrix reads the same."""
    filled = content(SheetCode.CERTIFICATE)
    page = printed(SheetCode.CERTIFICATE, filled).pdf[0]
    expected = [[bool(module) for module in row] for row in segno.make(filled["verify_url"], error="m").matrix]
    assert _qr(page, left_mm=(27, 61), top_mm=(222, 262), size_mm=25, modules=len(expected)) == expected


def test_the_qr_in_the_foot_of_a_form_is_the_one_of_its_page() -> None:
    record = whole(SheetCode.AK01, content(SheetCode.AK01))
    page = Read(compile_record(SheetCode.AK01, record)).pdf[0]
    address = record["document"]["verify_url"]
    expected = [[bool(module) for module in row] for row in segno.make(address, error="m").matrix]
    assert _qr(page, left_mm=(18, 34), top_mm=(270, 290), size_mm=13, modules=len(expected)) == expected


def _qr(
    page: pypdfium2.PdfPage, *, left_mm: tuple[float, float], top_mm: tuple[float, float], size_mm: float, modules: int
) -> list[list[bool]]:
    """The dark modules of the QR whose upper left corner is the first dark point of a region."""
    dots = 12  # a millimetre
    bitmap = page.render(scale=dots * 25.4 / 72, grayscale=True)
    pixels, stride = bytes(bitmap.buffer), bitmap.stride

    def dark(x: float, y: float) -> bool:
        return bool(pixels[int(y) * stride + int(x)] < 128)

    columns = range(int(left_mm[0] * dots), int(left_mm[1] * dots))
    top = next(y for y in range(int(top_mm[0] * dots), int(top_mm[1] * dots)) if any(dark(x, y) for x in columns))
    left = next(x for x in columns if dark(x, top + 3))
    step = size_mm * dots / modules
    return [
        [dark(left + (column + 0.5) * step, top + (row + 0.5) * step) for column in range(modules)]
        for row in range(modules)
    ]


def test_every_sheet_has_a_template_of_its_own() -> None:
    templates = [kind.template for kind in CATALOGUE.values()]
    assert set(CATALOGUE) == set(SheetCode)
    assert len(set(templates)) == len(templates)
    on_disk = {path.stem for path in render.TEMPLATES.glob("*.typ")}
    assert on_disk == {*templates, "lib"}
