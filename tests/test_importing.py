"""Lists of people as schools and LSPs keep them, read and understood."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from jamstac.applications.importing import cells, reading, working
from jamstac.applications.importing.columns import choose, meaning, normal
from jamstac.applications.importing.reading import read_grids
from jamstac.applications.importing.rows import Outcome, Row, judge
from jamstac.applications.models import HeadingDraft, ImportDraft, ImportRowDraft
from jamstac.people.models import Person
from tests.workbooks import ods, xlsx
from tests.world.base import World, today

SHARED = Path("/work/shared/data/excel/open")
DAY = date(2026, 11, 24)
NIK = "0000001203010042"
BNSP = [
    "No",
    "NAMA ASESI",
    "NIK",
    "TEMPAT LAHIR",
    "TANGGAL LAHIR (dd/mm/yyyy)",
    "JENIS KELAMIN (L/P)",
    "TEMPAT TINGGAL",
    "KODE KOTA",
    "KODE PROVINSI",
    "TELP",
    "EMAIL",
    "KODE PENDIDIKAN",
    "KODE PEKERJAAN",
    "KODE JADWAL BNSP",
    "TANGGAL UJI (hh/bb/yyyy)",
    "NOMOR REGISTRASI ASESOR",
    "KODE SUMBER ANGGARAN",
    "KODE KEMENTERIAN",
    "K/BK",
]


def understood(data: bytes) -> list[str]:
    grids, verdict = read_grids(data)
    assert verdict
    return choose(grids, {})[1].fields


def judged(world: World, data: bytes, *, batch: Any = None, institution: str = "") -> list[Row]:
    grids, verdict = read_grids(data)
    assert verdict
    grid, layout = choose(grids, {})
    return judge(
        grid.rows[layout.start :],
        layout.fields,
        body_id=world.body.pk,
        batch_id=batch,
        institution=institution,
        day=today(),
    )


def table(*rows: list[Any]) -> bytes:
    return xlsx([["NIK", "Nama", "Tanggal Lahir", "L/P", "HP"], *rows])


# ---------------------------------------------------------------- columns


def test_the_collective_list_of_names_and_mail_is_understood() -> None:
    assert understood(xlsx([["nama_lengkap", "email"], ["Contoh Satu", "satu@contoh.test"]])) == ["name", "email"]


def test_a_list_that_begins_in_the_third_row_is_understood_and_its_passwords_are_left_out() -> None:
    data = xlsx(
        [
            ["DAFTAR PESERTA UJI KOMPETENSI"],
            ["Tahun 2026"],
            ["no_peserta", "nama", "kelas", "tahun_aktif", "username", "password"],
            ["P-001", "Contoh Satu", "XII RPL", "2026", "satu", "rahasia"],
        ]
    )
    assert understood(data) == ["participant", "name", "class_name", "", "", ""]


def test_the_report_of_nineteen_columns_is_understood() -> None:
    row = ["1", "Contoh Satu", NIK, "Bandung", "12/03/2001", "L", "Jalan Rekaan 1", *[""] * 12]
    fields = understood(xlsx([BNSP, row]))
    assert fields[:11] == [
        "",
        "name",
        "nik",
        "birth_place",
        "birth_date",
        "sex",
        "address",
        "",
        "",
        "phone",
        "email",
    ]
    assert not any(fields[11:])


def test_the_import_template_of_silsp_is_understood() -> None:
    path = SHARED / "silsp-online-template-import-asesi.xlsx"
    if not path.exists():
        pytest.skip("the shared spreadsheets are not on this machine")
    grids, verdict = read_grids(path.read_bytes())
    assert verdict
    grid, layout = choose(grids, {})
    assert " ".join(layout.fields) == (
        "nik name sex birth_place birth_date phone email address rt rw village district city province postcode"
    )
    assert len(grid.rows) < 100, "the sheet of region codes is not taken for the list"


def test_merged_headings_in_two_rows_are_read_together() -> None:
    data = xlsx(
        [
            ["No", "Nama Peserta", "Kelahiran", None, "Kontak", None],
            [None, None, "Tempat", "Tanggal", "HP", "Email"],
            [1, "Contoh Satu", "Bandung", "12/03/2001", "081200000001", "satu@contoh.test"],
        ]
    )
    assert understood(data) == ["", "name", "birth_place", "birth_date", "phone", "email"]


def test_a_list_without_headings_is_told_by_what_stands_in_it() -> None:
    rows = [[f"000000120301004{n}", f"Contoh Nomor {'ABCDE'[n]}"] for n in range(5)]
    grids, _verdict = read_grids(xlsx(rows))
    grid, layout = choose(grids, {})
    assert layout.fields == ["nik", "name"]
    assert (layout.start, len(grid.rows)) == (0, 5)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_text_file_is_read_whatever_its_commas_and_letters(delimiter: str, encoding: str) -> None:
    text = f"Nama{delimiter}Tempat Lahir\r\nContoh Renée{delimiter}Bandung\r\n"
    grids, verdict = read_grids(text.encode(encoding))
    assert verdict
    assert grids[0].rows[1] == (2, ["Contoh Renée", "Bandung"])


def test_a_workbook_of_libreoffice_is_read() -> None:
    assert understood(ods([["NIK", "Nama Lengkap"], [NIK, "Contoh Satu"]])) == ["nik", "name"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "import.empty"),
        (b"  \n ", "import.empty"),
        (b"%PDF-1.4 bukan daftar", "import.not_a_list"),
        (b"\x00\x01\x02bukan teks", "import.not_a_list"),
        (b"PK\x03\x04 bukan zip", "import.unreadable"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1terkunci", "import.unreadable"),
        (xlsx([[]]), "import.empty"),
    ],
)
def test_a_file_that_is_no_list_is_told_plainly(data: bytes, code: str) -> None:
    grids, verdict = read_grids(data)
    assert grids == []
    assert [each.code for each in verdict.refusals] == [code]


def test_a_workbook_that_unpacks_to_more_than_we_read_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "_UNPACKED_AT_MOST", 500)
    grids, verdict = read_grids(xlsx([["Nama"], ["Contoh Satu"]]))
    assert grids == []
    assert [each.code for each in verdict.refusals] == ["import.unpacked_too_big"]


def test_what_an_lsp_once_said_of_a_heading_goes_before_our_own_words() -> None:
    assert meaning("Nama", {"nama": "institution"}) == "institution"
    assert normal("  Tanggal_Lahir (dd/mm/yyyy)* ") == "tanggal lahir dd mm yyyy"


# ---------------------------------------------------------------- cells


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        (NIK, NIK),
        (f"'{NIK}".removeprefix("'"), NIK),
        ("00 0000 120301 0042", NIK),
        (f"{NIK} ", NIK),
        (3273011203010042, "3273011203010042"),
        (3273011203010042.0, "3273011203010042"),
        ("3273011203010042.0", "3273011203010042"),
        (None, ""),
        ("", ""),
    ],
)
def test_a_nik_is_read_as_number_or_text(cell: Any, value: str) -> None:
    assert cells.nik(cell) == (value, "")


@pytest.mark.parametrize("cell", ["3.2E+15", "327301120301004", "32730112030100421", "3273O11203010042"])
def test_a_nik_that_lost_its_digits_is_refused(cell: str) -> None:
    value, problem = cells.nik(cell)
    assert value == ""
    assert "NIK" in problem


@pytest.mark.parametrize(
    "cell",
    [
        "12/03/2001",
        "12-3-2001",
        "12.03.2001",
        "2001-03-12",
        "2001/03/12",
        "12 Maret 2001",
        "12 mar 2001",
        "20010312",
        36962,
        36962.0,
        "36962",
        date(2001, 3, 12),
        "2001-03-12 00:00:00",
    ],
)
def test_a_birth_date_is_read_as_people_and_spreadsheets_write_it(cell: Any) -> None:
    assert cells.born(cell, DAY) == (date(2001, 3, 12), "")


@pytest.mark.parametrize("cell", ["03/25/2001", "12/03/01", "besok", "12/03/2031", "12/03/1890", "31/02/2001"])
def test_a_birth_date_that_cannot_be_is_refused(cell: str) -> None:
    value, problem = cells.born(cell, DAY)
    assert value is None
    assert problem


def test_place_and_date_in_one_cell_are_taken_apart() -> None:
    assert cells.place_and_date("Kota Contoh, 12 Maret 2001", DAY) == ("Kota Contoh", date(2001, 3, 12), "")


@pytest.mark.parametrize(
    ("cell", "value"),
    [("L", "L"), ("Laki-laki", "L"), ("laki laki", "L"), ("Pria", "L"), ("P", "P"), ("Perempuan", "P"), ("", "")],
)
def test_sex_is_read_as_people_write_it(cell: str, value: str) -> None:
    assert cells.sex(cell) == (value, "")


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0812-0000-0001", "081200000001"),
        ("+62 812 0000 0001", "081200000001"),
        ("62812 0000 0001", "081200000001"),
        (81200000001, "081200000001"),
        (81200000001.0, "081200000001"),
        ("0812 0000 0001 / 0813 0000 0002", "081200000001"),
        ("-", ""),
    ],
)
def test_a_phone_gets_back_the_nought_that_excel_took(cell: Any, value: str) -> None:
    assert cells.phone(cell) == (value, "")


# ---------------------------------------------------------------- rows


def test_each_row_says_what_will_become_of_it(world: World) -> None:
    sari = world.person("sari")
    rows = judged(
        world,
        table(
            [NIK, "Contoh Satu", "12/03/2001", "L", "081200000001"],
            [sari.nik, sari.name, "", "", ""],
            ["123", "Contoh Tiga", "12/03/2001", "X", ""],
            [NIK, "Contoh Satu", "12/03/2001", "L", ""],
            ["", "", "12/03/2001", "", ""],
        ),
    )
    assert [row.outcome for row in rows] == [
        Outcome.NEW,
        Outcome.KNOWN,
        Outcome.REFUSED,
        Outcome.REFUSED,
        Outcome.REFUSED,
    ]
    assert rows[0].values["birth_date"] == date(2001, 3, 12)
    assert rows[1].person == sari
    assert len(rows[2].problems) == 2
    assert rows[3].problems == ["NIK sama dengan baris 2."]


def test_numbers_that_excel_rounded_are_not_taken_for_nik(world: World) -> None:
    rows = judged(world, table([3273011203010040, "Contoh Satu", "", "", ""], [3273011203010050, "Contoh Dua"]))
    assert [row.outcome for row in rows] == [Outcome.REFUSED, Outcome.REFUSED]
    good = judged(world, table([3273011203010040, "Contoh Satu", "", "", ""], [3273011203010051, "Contoh Dua"]))
    assert [row.outcome for row in good] == [Outcome.NEW, Outcome.NEW]


def test_somebody_without_nik_is_known_by_name_birth_and_institution(world: World) -> None:
    nanda = world.person("nanda")
    assert nanda.birth_date is not None
    born = f"{nanda.birth_date:%d/%m/%Y}"
    data = xlsx([["Nama", "Tgl Lahir"], [nanda.name.upper(), born], [nanda.name, "01/01/2002"]])
    same, other = judged(world, data, institution=nanda.institution)
    assert same.person == nanda
    assert (other.person, other.outcome) == (None, Outcome.NEW)
    assert judged(world, data, institution="SMK Lain")[0].person is None


def test_the_parts_of_an_address_become_one_line_without_region_codes(world: World) -> None:
    heads = ["Nama", "Alamat", "RT", "RW", "Kelurahan", "Kecamatan", "Kota", "Propinsi"]
    row = ["Contoh Satu", "Jalan Rekaan 1", "01", "02", "Sukamisal", "320101", "3201", "Jawa Contoh"]
    (read,) = judged(world, xlsx([heads, row]))
    assert read.values["address"] == "Jalan Rekaan 1, RT 01 RW 02, Sukamisal, Jawa Contoh"


# ---------------------------------------------------------------- the list as a whole


def kept(world: World, data: bytes) -> ImportDraft:
    draft, verdict = working.keep_list(
        data, "daftar.xlsx", body=world.body, account=world.account("dewi"), batch=None, institution="SMK Rekaan"
    )
    assert draft is not None, verdict
    return draft


def entered(world: World, draft: ImportDraft) -> list[Row]:
    rows = working.preview(draft, today())
    working.enter(world.actor("dewi"), draft, rows)
    return rows


def test_what_can_go_in_goes_in_and_importing_again_makes_nobody_twice(world: World) -> None:
    data = table([NIK, "Contoh Satu", "12/03/2001", "L", 81200000001], ["12", "Contoh Dua", "", "", ""])
    before = Person.objects.count()
    rows = entered(world, kept(world, data))
    assert [row.outcome for row in rows] == [Outcome.ENTERED, Outcome.REFUSED]
    person = Person.objects.get(nik=NIK)
    assert (person.phone, person.sex, person.institution) == ("081200000001", "L", "SMK Rekaan")
    again = entered(world, kept(world, data))
    assert again[0].person == person
    assert Person.objects.count() == before + 1


def test_a_second_press_of_the_button_enters_nothing_more(world: World) -> None:
    draft = kept(world, table([NIK, "Contoh Satu", "", "", ""]))
    entered(world, draft)
    count = Person.objects.count()
    assert [row.outcome for row in entered(world, draft)] == [Outcome.ENTERED]
    assert Person.objects.count() == count


def test_a_list_fills_what_the_lsp_did_not_know_and_changes_nothing_else(world: World) -> None:
    nanda = world.person("nanda")
    assert not nanda.sex
    entered(world, kept(world, table([nanda.nik, nanda.name, "", "P", "081200000009"])))
    fresh = world.person("nanda")
    assert (fresh.sex, fresh.phone) == ("P", nanda.phone)


def test_a_row_a_door_refuses_is_told_and_the_rest_goes_on(world: World) -> None:
    draft = kept(world, table([NIK, "Contoh Satu", "", "", ""], ["0000001203010043", "Contoh Dua", "", "", ""]))
    rows = working.preview(draft, today())
    rows[0].values["birth_place"] = "x" * 200
    working.enter(world.actor("dewi"), draft, rows)
    assert [row.outcome for row in rows] == [Outcome.REFUSED, Outcome.ENTERED]
    assert ImportRowDraft.objects.get(draft=draft, number=rows[0].number).refused
    told = list(working.refused_as_csv(draft, working.preview(draft, today())))
    assert told[0][-1] == "Alasan"
    assert [row[1] for row in told[1:]] == ["Contoh Satu"]


def test_a_column_told_by_hand_is_remembered_for_the_next_list(world: World) -> None:
    data = xlsx([["Kode", "Peserta Uji"], ["A", "Contoh Satu"]])
    draft = kept(world, data)
    assert not working.is_understood(draft)
    working.tell_columns(draft, {1: "name"})
    assert working.is_understood(draft)
    assert HeadingDraft.objects.get(body=world.body).heading == "peserta uji"
    assert working.is_understood(kept(world, data))


def test_dates_and_numbers_survive_being_kept(world: World) -> None:
    draft = kept(world, table([NIK, "Contoh Satu", date(2001, 3, 12), "L", 81200000001]))
    (row,) = working.preview(draft, today())
    assert row.values["birth_date"] == date(2001, 3, 12)
    assert row.values["phone"] == "081200000001"


def test_a_list_longer_than_we_take_is_refused(world: World) -> None:
    draft, verdict = working.keep_list(
        xlsx([["Nama"], *([f"Contoh {n}"] for n in range(2001))]),
        "besar.xlsx",
        body=world.body,
        account=world.account("dewi"),
        batch=None,
        institution="",
    )
    assert draft is None
    assert [each.code for each in verdict.refusals] == ["import.too_many_rows"]


def test_a_list_of_headings_alone_is_refused(world: World) -> None:
    before = ImportDraft.objects.count()
    draft, verdict = working.keep_list(
        xlsx([BNSP]), "kosong.xlsx", body=world.body, account=world.account("dewi"), batch=None, institution=""
    )
    assert draft is None
    assert [each.code for each in verdict.refusals] == ["import.no_rows"]
    assert ImportDraft.objects.count() == before


def test_a_list_of_five_hundred_is_shown_within_three_seconds(world: World, django_assert_max_num_queries: Any) -> None:
    rows = [[f"000000130301{n:04}", f"Contoh Nomor {n}", "13/03/2001", "L", f"0812{n:08}"] for n in range(500)]
    draft = kept(world, table(*rows))
    began = time.monotonic()
    with django_assert_max_num_queries(10):
        shown = working.preview(draft, today())
    assert time.monotonic() - began < 3
    assert {row.outcome for row in shown} == {Outcome.NEW}
