"""Invented decrees in the layouts of twenty years: whatever the print, the same units come out."""

from __future__ import annotations

import io
from collections.abc import Callable

import pypdfium2
import pytest

from jamstac.standards.skkni import Decree, read_decree
from tests.standards.decrees import (
    WORDS,
    Docx,
    Element,
    Style,
    Unit,
    document,
    flowing,
    packed,
    pdf,
    replace,
    shape,
    spaced,
    three,
    unit,
)

UNITS = three("J.620100")
OLD = Style(
    code_label="Kode Unit",
    title_label="Judul Unit",
    description_label="Uraian Unit",
    element_header="SUB KOMPETENSI",
    guide_heading="ACUAN PENILAIAN",
    element_number="{z}",
    key_competencies=True,
    heading="KEPUTUSAN MENTERI TENAGA KERJA DAN TRANSMIGRASI\nREPUBLIK INDONESIA\nNOMOR : KEP. 95/MEN/IV/2005",
    subject="PENETAPAN STANDAR KOMPETENSI KERJA NASIONAL INDONESIA SEKTOR PERTANIAN REKAAN SUB SEKTOR TANAMAN PAGAR",
)
STYLES = {
    "2016, borders": Style(),
    "without borders, letterhead on each page": Style(
        borders=False,
        page_number="- 1 -",
        running_head="MENTERI TENAGA KERJA DAN TRANSMIGRASI REPUBLIK INDONESIA",
    ),
    "cells centred from top to bottom": Style(centred=True),
    "number of the element in a column of its own": Style(number_column=True, centred=True),
    "labels in the middle of their values": Style(head_centred=True),
    "criteria 1. 1": Style(criterion_number="{e}. {c}"),
    "criteria 1 . 1": Style(criterion_number="{e} . {c}"),
    "criteria 1.1.": Style(criterion_number="{e}.{c}."),
    "criteria 1.1)": Style(criterion_number="{e}.{c})"),
    "roman page numbers": Style(page_number="i"),
    "list with codes in the middle of titles": Style(list_centred=True),
    "several units on a page": Style(page_break=False, running_head="SKKNI Bidang Tanaman Pagar 2019"),
    "small letters in labels": Style(
        code_label="Kode Unit", title_label="Judul Unit", description_label="Deskripsi Unit"
    ),
    "letters mistaken by OCR": Style(
        code_label="K0DE UNlT", title_label="JUDUL UN1T", element_header="ELEMEN K0MPETENSI"
    ),
    "spaced letters": Style(
        code_label="KODE  UNIT", variables_heading="BATASAN  VARIABEL :", guide_heading="PANDUAN PENILAIAN :"
    ),
    "numbered headings": Style(variables_heading="5. BATASAN VARIABEL", guide_heading="6. PANDUAN PENILAIAN"),
    "KUK in the header": Style(criteria_header="KRITERIA UNJUK KERJA (KUK)"),
    "misspelt labels": Style(
        title_label="JUDL UNIT",
        description_label="DEKSRIPSI UNIT",
        element_header="ELEMEN KOMPENTENSI",
        criteria_header="KRITERIA UNTUK KERJA",
        variables_heading="BATASAN VARIBEL",
        guide_heading="PANDUAN PENILIAN",
    ),
    "elements 1.0": Style(element_number="{e}.0"),
    "2005": OLD,
}


def words(units: object) -> list[list[tuple[str, list[str]]]]:
    """Titles of elements and texts of criteria, of invented and of read units alike."""
    return [
        [(part.title, [getattr(each, "text", each) for each in part.criteria]) for part in each.elements]
        for each in units  # type: ignore[attr-defined]
    ]


def assert_read(decree: Decree, units: list[Unit]) -> None:
    assert shape(decree.units) == shape(units)
    assert words(decree.units) == words(units)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_a_pdf_in_any_layout_gives_the_same_units(style: Style) -> None:
    decree = read_decree(pdf(UNITS, style))
    assert_read(decree, UNITS)
    assert not decree.doubts
    assert decree.sector.endswith("Tanaman Pagar")
    assert all(each.variables and each.guide and each.critical_aspects for each in decree.units)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES.keys())
def test_text_cell_by_cell_gives_the_same_units(style: Style) -> None:
    decree = read_decree(flowing(UNITS, style).encode())
    assert_read(decree, UNITS)
    assert not decree.doubts


@pytest.mark.parametrize("style", [Style(), OLD, STYLES["criteria 1.1."]], ids=["2016", "2005", "1.1."])
def test_text_with_columns_side_by_side_gives_the_same_units(style: Style) -> None:
    decree = read_decree(spaced(UNITS, style).encode())
    assert_read(decree, UNITS)
    assert not decree.doubts


@pytest.mark.parametrize(
    "made",
    [
        Docx(UNITS),
        Docx(UNITS, rows=True),
        Docx(UNITS, numbered=True),
        Docx(UNITS, numbered=True, rows=True),
        Docx(UNITS, numbered=True, styled=True),
    ],
    ids=["typed numbers", "a row for each criterion", "numbers counted by Word", "both", "numbers by style"],
)
def test_a_docx_gives_the_same_units_and_pages(made: Docx) -> None:
    decree = read_decree(made.bytes())
    assert_read(decree, UNITS)
    assert not decree.doubts
    assert [each.page for each in decree.units] == [2, 3, 4]


@pytest.mark.parametrize(
    "code",
    [
        "TIK.PR02.001.01",
        "AUD.FR02.001.01",
        "PAR.HT.02.001.01",
        "KKK.00.02.001.01",
        "INA.5230.111.01.02.07",
        "J.620100.009.02",
        "M.701001.003.01",
        "F.43120.001.02",
        "J.62DMI00.004.1",
        "K.62AIN00.001.2",
        "A.01KPK00.001.1",
        "M74DKV13.015.3",
        "M.702090.020.001",
    ],
)
@pytest.mark.parametrize("printed", [pdf, lambda units: flowing(units).encode()], ids=["pdf", "text"])
def test_codes_of_every_time_are_read_as_printed(code: str, printed: Callable[[list[Unit]], bytes]) -> None:
    decree = read_decree(printed([unit(code)]))
    assert [each.code for each in decree.units] == [code]
    assert [each.code for each in decree.listed] == [code]


def test_spaces_inside_a_code_are_taken_out() -> None:
    assert [each.code for each in read_decree(pdf([unit("M. 702090. 001 .01")])).units] == ["M.702090.001.01"]


@pytest.mark.parametrize(
    ("heading", "number", "year", "name"),
    [
        (
            "KEPUTUSAN MENTERI KETENAGAKERJAAN\nREPUBLIK INDONESIA\nNOMOR 14 TAHUN 2024",
            "14",
            2024,
            "Keputusan Menteri Ketenagakerjaan Nomor 14 Tahun 2024",
        ),
        (
            "KEPUTUSAN MENTERI TENAGA KERJA DAN TRANSMIGRASI\nNO: KEP. 46 / MEN / II / 2009",
            "KEP.46/MEN/II/2009",
            2009,
            "Keputusan Menteri Tenaga Kerja dan Transmigrasi Nomor KEP.46/MEN/II/2009",
        ),
        (
            "KEPUTUSAN MENTERI TENAGA KERJA DAN TRANSMIGRASI REPUBLIK INDONESIA\nNOMOR : 69/MEN/V/2004",
            "69/MEN/V/2004",
            2004,
            "Keputusan Menteri Tenaga Kerja dan Transmigrasi Nomor 69/MEN/V/2004",
        ),
        ("KEPUTUSAN MENTERI\nTENAGA KERJA", "", None, ""),
    ],
)
def test_the_number_of_a_decree_is_read_as_it_was_given_at_its_time(
    heading: str, number: str, year: int | None, name: str
) -> None:
    decree = read_decree(flowing(UNITS, Style(heading=heading)).encode())
    assert (decree.number, decree.year, decree.name) == (number, year, name)
    assert any("Nomor dan tahun" in doubt.message for doubt in decree.doubts) is (not number)


def test_tables_go_on_over_pages_with_their_header_repeated_under_a_running_head() -> None:
    units = [unit(f"M.74DKV13.{at:03}.1", f"Menjaga Kebun Bagian {WORDS[at]}", 5, 6) for at in range(1, 9)]
    style = Style(page_break=False, running_head="SKKNI Bidang Tanaman Pagar Tahun 2019", page_number="- 1 -")
    decree = read_decree(pdf(units, style))
    assert_read(decree, units)
    assert any(len({each.page for part in one.elements for each in part.criteria}) > 1 for one in decree.units)
    centred = read_decree(pdf(units, replace(OLD, page_break=False, centred=True, number_column=True)))
    assert_read(centred, units)


def test_many_units_of_different_sizes() -> None:
    units = [
        unit(f"K.62AIN00.{at:03}.2", f"Menjaga Bagian {WORDS[at % 10]}", 1 + at % 5, 1 + at % 6) for at in range(1, 25)
    ]
    for data in (pdf(units), pdf(units, Style(centred=True, borders=False)), spaced(units).encode()):
        assert_read(read_decree(data), units)


@pytest.mark.parametrize(
    ("angle", "matrix"), [(90, (0, 1, -1, 0, 595, 0)), (180, (-1, 0, 0, -1, 595, 842)), (270, (0, -1, 1, 0, 0, 842))]
)
def test_pages_fed_sideways_and_turned_for_the_reader_are_read_as_seen(angle: int, matrix: tuple[int, ...]) -> None:
    document = pypdfium2.PdfDocument(pdf(UNITS))
    for page in document:
        for thing in page.get_objects(max_depth=1):
            thing.transform(pypdfium2.PdfMatrix(*matrix))
        page.set_rotation(angle)
        page.gen_content()
    file = io.BytesIO()
    document.save(file)
    assert shape(read_decree(file.getvalue()).units) == shape(UNITS)


def test_elements_without_numbers_are_told_apart_by_their_criteria_and_doubted() -> None:
    for data in (pdf(UNITS, Style(element_number="")), flowing(UNITS, Style(element_number="")).encode()):
        decree = read_decree(data)
        assert_read(decree, UNITS)
        assert [doubt.message for doubt in decree.doubts] == [
            "Elemen dicetak tanpa nomor; nomornya diambil dari KUK di sebelahnya."
        ] * 3


def test_words_broken_at_the_margin_are_mended_as_the_decree_itself_writes_them() -> None:
    given = flowing([unit("J.620100.001.01")])
    given = given.replace(
        "Hasil langkah satu bagian satu diperiksa.", "Perleng-\nkapan anti-\nkarat dan alat-\nalat di-\nperiksa."
    )
    criterion = read_decree(given.encode()).units[0].elements[0].criteria[0]
    assert criterion.text == "Perlengkapan anti-karat dan alat-alat diperiksa."


def test_flat_text_without_lines_is_cut_at_its_labels_and_page_numbers() -> None:
    units = [unit(f"J.620100.{at:03}.01", f"Menjaga Bagian {WORDS[at]}", 3, 4) for at in range(1, 9)]
    sheets = flowing(units).split("\f")
    flat = " ".join(
        f"{at + 2} {at} {' '.join(sheet.rsplit(chr(10), 1)[0].split())}" for at, sheet in enumerate(sheets, start=1)
    )
    flat = f"1 Sampul {'kebun ' * 60} 2 Menimbang {'pagar ' * 60} {flat}"
    decree = read_decree(flat.encode())
    assert_read(decree, units)
    assert [each.page for each in decree.units] == list(range(5, 13))


@pytest.mark.parametrize("change", [lambda text: text.replace("\n", "\r\n"), lambda text: text.replace("\n", "\n\n")])
def test_line_ends_and_double_spacing_do_not_matter(change: Callable[[str], str]) -> None:
    assert_read(read_decree(change(flowing(UNITS)).encode()), UNITS)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_text_is_read_in_the_encodings_people_have(encoding: str) -> None:
    assert_read(read_decree(flowing(UNITS).replace("Kebun rekaan", "Kebun “rekaan” é").encode(encoding)), UNITS)


def test_values_before_their_labels_and_labels_before_their_values() -> None:
    given = flowing(UNITS[:1])
    code, title = UNITS[0].code, UNITS[0].title
    above = given.replace(f"KODE UNIT : {code}\n", f": {code}\nKODE UNIT\n")
    apart = given.replace(
        f"KODE UNIT : {code}\nJUDUL UNIT : {title}\n", f"KODE UNIT\nJUDUL UNIT\n: {code}\n: {title}\n"
    )
    half = given.replace("DESKRIPSI UNIT : ", "DESKRIPSI\nUNIT\n: ")
    bare = given.replace(f"KODE UNIT : {code}\nJUDUL UNIT : {title}\n", f"KODE UNIT\n{code}\nJUDUL UNIT\n{title}\n")
    for text in (above, apart, half, bare):
        decree = read_decree(text.encode())
        assert_read(decree, UNITS[:1])
        assert decree.units[0].description == UNITS[0].description


def test_a_line_of_the_title_that_strayed_into_the_description_is_taken_back() -> None:
    whole = "Menyiram Tanaman Pagar pada Musim Kemarau"
    given = flowing([unit("J.620100.001.01", whole), unit("J.620100.002.01")])
    broken = given.replace(
        f"JUDUL UNIT : {whole}\nDESKRIPSI UNIT : Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan",
        "JUDUL UNIT : Menyiram Tanaman Pagar pada\nDESKRIPSI UNIT : Unit kompetensi ini berhubungan dengan "
        "pengetahuan,\nMusim Kemarau\nketerampilan",
    )
    first = read_decree(broken.encode()).units[0]
    assert first.title == whole
    assert "Musim Kemarau" not in first.description


def test_numbers_in_a_block_before_their_sentences_are_paired_by_sentence() -> None:
    given = flowing([unit("J.620100.001.01", elements=1, criteria=3)])
    block = (
        "1.1\n1.2\n1.3\nHasil langkah satu bagian satu\ndiperiksa.\nHasil kedua diperiksa.\nHasil ketiga\ndiperiksa.\n"
    )
    start, end = given.index("1.1 Hasil"), given.index("BATASAN VARIABEL")
    first = read_decree((given[:start] + block + given[end:]).encode()).units[0]
    assert [each.text for each in first.elements[0].criteria] == [
        "Hasil langkah satu bagian satu diperiksa.",
        "Hasil kedua diperiksa.",
        "Hasil ketiga diperiksa.",
    ]


def test_batasan_variabel_on_the_line_of_its_heading_is_kept() -> None:
    given = flowing(UNITS[:1]).replace("BATASAN VARIABEL\n1. Konteks", "BATASAN VARIABEL : 1. Konteks")
    assert read_decree(given.encode()).units[0].variables.startswith("1. Konteks variabel")


def test_a_code_broken_over_two_lines_is_whole() -> None:
    given = flowing(UNITS[:1]).replace("UNIT : J.620100.001.01\n", "UNIT : J.620100.0\n01.01\n")
    assert_read(read_decree(given.encode()), UNITS[:1])


def test_elements_and_criteria_below_one_another_instead_of_side_by_side() -> None:
    lines = flowing(UNITS).replace("\n", "</w:t></w:r></w:p><w:p><w:r><w:t>")
    pages = lines.replace("\f", '</w:t></w:r></w:p><w:p><w:r><w:br w:type="page"/><w:t>')
    data = packed({"word/document.xml": document(f"<w:p><w:r><w:t>{pages}</w:t></w:r></w:p>")})
    assert_read(read_decree(data), UNITS)


def test_a_decree_that_turns_a_draft_into_a_standard_names_its_sector_only() -> None:
    subject = (
        "PENETAPAN RANCANGAN STANDAR KOMPETENSI KERJA NASIONAL INDONESIA SEKTOR PERTANIAN REKAAN BIDANG TANAMAN PAGAR "
        "MENJADI STANDAR KOMPETENSI KERJA NASIONAL INDONESIA"
    )
    decree = read_decree(pdf(UNITS, Style(subject=subject)))
    assert decree.sector == "Pertanian Rekaan / Tanaman Pagar"
    assert decree.title == subject


def test_a_table_whose_header_row_is_missing_begins_at_its_first_number() -> None:
    given = flowing(UNITS).replace("ELEMEN KOMPETENSI KRITERIA UNJUK KERJA\n", "", 1)
    assert_read(read_decree(given.encode()), UNITS)


def test_header_rows_at_the_top_of_most_pages_are_not_heads_of_pages() -> None:
    units = [unit(f"TIK.PR02.{at:03}.01", f"Menjaga Bagian {WORDS[at]}", 2, 3) for at in range(1, 6)]
    sheets = flowing(units).split("\f")
    moved = [sheet.replace("ELEMEN KOMPETENSI", "\fNO ELEMEN KOMPETENSI") for sheet in sheets]
    assert_read(read_decree("\f".join(moved).encode()), units)


def test_measures_at_the_beginning_of_a_line_open_nothing() -> None:
    long = "Tegangan pompa diukur dan dicatat pada angka paling sedikit\n2.5 volt selama\n2 (dua) menit."
    given = flowing(UNITS[:1]).replace("Hasil langkah satu bagian dua diperiksa.", long)
    first = read_decree(given.encode()).units[0]
    assert [len(each.criteria) for each in first.elements] == [2, 2]
    assert first.elements[0].criteria[1].text == long.replace("\n", " ")


def test_headings_of_groups_between_units_belong_to_none() -> None:
    given = flowing(UNITS).replace("KODE UNIT : J.620100.002.01", "II. KELOMPOK PERAWATAN\nKODE UNIT : J.620100.002.01")
    assert all("KELOMPOK" not in each.guide for each in read_decree(given.encode()).units)


def test_packages_of_codes_before_the_list_are_not_the_list() -> None:
    given = flowing(UNITS)
    package = (
        "Kemasan jenjang tiga\nNO KODE UNIT JUDUL UNIT KOMPETENSI\n"
        "1. J.620100.003.01 Memangkas\n2. J.620100.001.01 Memilih\n"
    )
    decree = read_decree(given.replace("B. Daftar Unit Kompetensi", package + "B. Daftar Unit Kompetensi").encode())
    assert [(row.code, row.title) for row in decree.listed] == [(each.code, each.title) for each in UNITS]
    assert not decree.doubts


def test_progress_is_told_page_by_page() -> None:
    told: list[tuple[int, int]] = []
    read_decree(pdf(UNITS), progress=lambda done, of: told.append((done, of)))
    assert told == [(page, len(told)) for page in range(1, len(told) + 1)]


def test_criteria_keep_the_page_they_stand_on() -> None:
    units = [unit("J.620100.001.01", elements=9, criteria=9)]
    units[0] = replace(units[0], elements=(*units[0].elements, Element("Menutup kebun", ("Pintu kebun dikunci.",))))
    read = read_decree(pdf(units)).units[0]
    assert read.elements[0].page == read.page == 3
    assert read.elements[-1].criteria[-1].page > 3
