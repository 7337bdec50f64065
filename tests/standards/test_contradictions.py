"""Where a decree contradicts itself, or leaves something out, both readings are told and nothing is guessed."""

from __future__ import annotations

import pytest

from jamstac.standards.skkni import Decree, Doubt, read_decree
from tests.standards.decrees import Style, flowing, listing, pdf, replace, shape, three, unit

UNITS = three("J.620100")
FIRST, SECOND, THIRD = listing(UNITS)


def doubts(decree: Decree, code: str = "") -> list[str]:
    return [doubt.message for doubt in decree.doubts if not code or doubt.code == code]


@pytest.mark.parametrize("way", ["pdf", "text"])
@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        (
            [("J.620100.001.02", FIRST[1]), SECOND, THIRD],
            Doubt(
                3,
                "J.620100.001.01",
                "Kode di daftar unit (halaman 2): J.620100.001.02; pada unitnya: J.620100.001.01.",
            ),
        ),
        (
            [FIRST, SECOND, (THIRD[0], "Menjual Tanaman Pagar")],
            Doubt(
                5,
                "J.620100.003.01",
                "Judul di daftar unit (halaman 2): “Menjual Tanaman Pagar”; pada unitnya: “Memangkas Tanaman Pagar”.",
            ),
        ),
        (
            [FIRST, SECOND],
            Doubt(
                5,
                "J.620100.003.01",
                "Unit J.620100.003.01 “Memangkas Tanaman Pagar” tidak ada di daftar unit di bagian depan.",
            ),
        ),
        (
            [FIRST, SECOND, THIRD, ("J.620100.004.01", "Menjual Tanaman Pagar")],
            Doubt(
                2,
                "J.620100.004.01",
                "Daftar unit memuat J.620100.004.01 “Menjual Tanaman Pagar”, tetapi uraian unitnya tidak ditemukan.",
            ),
        ),
        (
            [FIRST, SECOND, (THIRD[0], "Memangkas tanaman pagar")],
            Doubt(2, "", "Judul di daftar unit berbeda hanya pada huruf besar atau kecil: J.620100.003.01."),
        ),
    ],
    ids=["version", "title", "not in the list", "only in the list", "capitals"],
)
def test_the_list_against_the_units(way: str, listed: list[tuple[str, str]], expected: Doubt) -> None:
    data = pdf(UNITS, listed=listed) if way == "pdf" else flowing(UNITS, listed=listed).encode()
    decree = read_decree(data)
    assert list(decree.doubts) == [expected]
    assert shape(decree.units) == shape(UNITS)


def test_a_code_printed_on_two_units_is_told_with_both_titles_and_the_gap_it_leaves() -> None:
    twice = [UNITS[0], replace(UNITS[1], code=UNITS[0].code), UNITS[2]]
    told = doubts(read_decree(pdf(twice, listed=listing(UNITS))))
    assert any("dicetak pada 2 unit" in each and FIRST[1] in each and SECOND[1] in each for each in told)
    assert any("J.620100.002.01; pada unitnya: J.620100.001.01" in each for each in told)
    assert "Nomor urut kode unit melompati 002 sebelum J.620100.003.01." in told


def test_a_code_of_another_form_than_the_others_is_told() -> None:
    units = [*UNITS, unit("J620100.004.01"), unit("J.620100.005.001")]
    told = doubts(read_decree(pdf(units)))
    assert sum("Bentuk kode" in each for each in told) == 2


def changed(before: str, after: str, elements: int = 3, criteria: int = 2) -> Decree:
    """One unit, as text, with something in its table changed."""
    given = flowing([unit("J.620100.001.01", elements=elements, criteria=criteria)])
    assert before in given
    return read_decree(given.replace(before, after).encode())


def counts(decree: Decree) -> list[int]:
    return [len(element.criteria) for element in decree.units[0].elements]


def test_criteria_numbered_on_from_the_element_before() -> None:
    decree = changed("3.1 ", "2.3 ")
    decree = changed("3.1 Hasil langkah tiga bagian satu diperiksa.\n3.2 ", "2.3 Hasil pertama diperiksa.\n2.4 ")
    assert counts(decree) == [2, 2, 2]
    assert doubts(decree) == ["Elemen ke-3: KUK dicetak 2.3, 2.4; menurut urutannya 3.1, 3.2."]


def test_criteria_that_carry_the_number_of_the_next_element() -> None:
    decree = changed("1.1 Hasil langkah satu bagian satu diperiksa.\n1.2 ", "2.1 Hasil pertama diperiksa.\n2.2 ")
    assert counts(decree) == [2, 2, 2]
    assert doubts(decree) == ["Elemen ke-1: KUK dicetak 2.1, 2.2; menurut urutannya 1.1, 1.2."]


def test_elements_whose_numbers_skip_one() -> None:
    decree = changed("3. Mengerjakan", "4. Mengerjakan")
    assert counts(decree) == [2, 2, 2]
    assert doubts(decree) == ["Elemen ke-3 dicetak dengan nomor 4."]


def test_a_number_of_a_criterion_that_is_missing() -> None:
    decree = changed("2.2 ", "2.3 ")
    assert counts(decree) == [2, 2, 2]
    assert doubts(decree) == ["Elemen ke-2: KUK dicetak 2.1, 2.3; menurut urutannya 2.1, 2.2."]


def test_a_number_of_a_criterion_printed_twice() -> None:
    decree = changed("2.2 ", "2.1 ")
    assert counts(decree) == [2, 2, 2]
    assert doubts(decree) == ["Elemen ke-2: KUK dicetak 2.1, 2.1; menurut urutannya 2.1, 2.2."]


def test_an_element_without_criteria() -> None:
    decree = changed("3.1 Hasil langkah tiga bagian satu diperiksa.\n", "", criteria=1)
    assert counts(decree) == [1, 1, 0]
    assert doubts(decree) == ["Elemen 3 tidak mempunyai KUK yang terbaca."]


def test_criteria_without_an_element() -> None:
    decree = changed("2. Mengerjakan langkah dua\n", "")
    assert counts(decree) == [2, 2, 2]
    assert "KUK 2.1 dan seterusnya tidak mempunyai elemen yang terbaca." in doubts(decree)


def test_a_criterion_that_begins_in_the_middle_of_a_sentence() -> None:
    decree = changed("2.2 Hasil", "2.2 pagar. Hasil", elements=6)
    assert doubts(decree) == [
        "KUK 2.2 berawal huruf kecil: “pagar. Hasil langkah dua bagian dua diperiksa.”. Periksa batas KUK itu."
    ]


def test_a_criterion_that_breaks_off() -> None:
    decree = changed("Hasil langkah dua bagian dua diperiksa.", "Alat disiapkan, termasuk")
    assert doubts(decree) == ["KUK 2.2 berakhir di tengah kalimat: “… Alat disiapkan, termasuk”."]


def test_parts_a_unit_does_not_have_are_named() -> None:
    units = [
        replace(unit("J.620100.001.01"), variables=()),
        replace(unit("J.620100.002.01"), guide=()),
        replace(unit("J.620100.003.01"), guide=("1. Konteks penilaian", "1.1 Di kebun.")),
    ]
    for data in (pdf(units), flowing(units).encode()):
        decree = read_decree(data)
        assert [(doubt.code, doubt.message) for doubt in decree.doubts] == [
            ("J.620100.001.01", "Batasan variabel tidak ditemukan."),
            ("J.620100.002.01", "Panduan penilaian tidak ditemukan."),
            ("J.620100.003.01", "Aspek kritis tidak ditemukan dalam panduan penilaian."),
        ]
        assert shape(decree.units) == shape(units)


def test_a_unit_without_a_code_is_kept_and_told() -> None:
    given = flowing(UNITS).replace("KODE UNIT : J.620100.002.01\n", "")
    decree = read_decree(given.encode())
    assert [each.code for each in decree.units] == ["J.620100.001.01", "", "J.620100.003.01"]
    assert "Kode unit tidak ditemukan." in doubts(decree)


def test_a_decree_whose_headings_give_two_numbers() -> None:
    given = flowing(UNITS, Style(heading="KEPUTUSAN MENTERI KETENAGAKERJAAN\nNOMOR 77 TAHUN 2019"))
    other = "KEPUTUSAN MENTERI KETENAGAKERJAAN\nNOMOR 777 TAHUN 2019\n"
    told = doubts(read_decree((other + given).encode()))
    assert any("Nomor 77 Tahun 2019" in each and "Nomor 777 Tahun 2019" in each for each in told)


def test_a_decree_without_a_list_says_that_nothing_was_compared() -> None:
    assert doubts(read_decree(flowing(UNITS, listed=[]).encode())) == [
        "Daftar unit di bagian depan tidak ditemukan; kode tidak dibandingkan."
    ]


def test_pages_without_text_are_named() -> None:
    empty = "\f".join(["", "", flowing(UNITS), ""])
    assert "Halaman tanpa teks, mungkin hasil pindai atau gambar: 1–2." in doubts(read_decree(empty.encode()))
