"""`jamstac schemes load`: what a file holds is loaded, what is odd in it is told, nothing is invented."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from jamstac.ledger.models import Entry
from jamstac.schemes.data import WEB_DEVELOPER
from jamstac.schemes.loading import NO_SCHEME_NUMBER, Unreadable, read
from jamstac.schemes.models import Requirement, Scheme, SchemeVersion
from jamstac.schemes.selectors import requirements, structure
from jamstac.standards.models import Criterion, Standard, Unit
from jamstac.standards.states import UNKNOWN_NUMBER, StandardKind
from tests.world.base import World

OPEN = Path("/work/shared/data/schemes/open")
FILES = sorted(OPEN.glob("*.json"))


def scheme(**changes: Any) -> dict[str, Any]:
    given: dict[str, Any] = {
        "scheme": {"code": "SKM/CTH/00000/2/2024/7", "title": "Skema Berkas", "kind": "Klaster"},
        "units": [
            {
                "code": "J.620100.001.01",
                "title": "Unit satu",
                "elements": [{"title": "Elemen satu", "kuk": ["1.1 Kriteria satu.", "Kriteria dua."]}],
            }
        ],
        "validity_years": 3,
        "requirements": {"alternatives": ["Ijazah SMK", "Surat keterangan kerja"]},
        "buktiAdministratif": ["Kartu tanda penduduk"],
    }
    return given | changes


def unit(code: Any = "J.620100.001.01", title: Any = "Unit", elements: Any = None) -> dict[str, Any]:
    return {"code": code, "title": title, "elements": elements or [{"title": "Elemen", "kuk": ["Kriteria."]}]}


def slips(given: dict[str, Any]) -> dict[str, str]:
    return {slip.place: slip.sentence for slip in read(json.dumps(given).encode()).slips}


def load(path: Path, *more: str, lsp: str = "cth") -> str:
    out = StringIO()
    call_command("schemes", "load", str(path), "--lsp", lsp, *more, stdout=out)
    return out.getvalue()


def written(tmp_path: Path, given: Any) -> Path:
    path = tmp_path / "skema.json"
    path.write_text(given if isinstance(given, str) else json.dumps(given), encoding="utf-8")
    return path


def rows_of(world: World) -> tuple[int, ...]:
    models: list[Any] = [Standard, Unit, Criterion, Scheme, SchemeVersion, Requirement]
    entries = Entry.objects.filter(chain__body_id=world.body.pk).count()
    return (*(model.objects.count() for model in models), entries)


def test_a_scheme_file_becomes_a_standard_and_a_draft(world: World, tmp_path: Path) -> None:
    told = load(written(tmp_path, scheme()))
    version = SchemeVersion.objects.get(scheme__title="Skema Berkas")
    assert (version.approved_at, version.validity_years, version.scheme.kind) == (None, 3, "Klaster")
    assert (version.standard.number, version.standard.kind) == (UNKNOWN_NUMBER, StandardKind.SKKNI)
    assert version.standard.valid_from is None
    criteria = structure(version)[0].elements[0].criteria
    assert [(row.number, row.text) for row in criteria] == [("1.1", "Kriteria satu."), ("1.2", "Kriteria dua.")]
    asked = requirements(version)
    assert [[row.text for row in rows] for rows in asked.basic] == [["Ijazah SMK"], ["Surat keterangan kerja"]]
    assert "1 unit, 1 elemen, 2 KUK" in told
    assert "rancangan" in told
    entry = Entry.objects.filter(chain__body_id=world.body.pk).latest("seq")
    assert (entry.event, json.loads(bytes(entry.payload))["actor"]["name"]) == ("scheme.loaded", "loader")


def test_loading_the_same_file_again_doubles_nothing(world: World, tmp_path: Path) -> None:
    path = written(tmp_path, scheme())
    load(path)
    before = rows_of(world)
    assert "sudah dimuat sebelumnya" in load(path)
    assert json.loads(load(path, "--json"))["state"] == "known"
    assert rows_of(world) == before


def test_another_content_under_the_same_number_and_title_is_not_loaded(world: World, tmp_path: Path) -> None:
    load(written(tmp_path, scheme()))
    before = rows_of(world)
    with pytest.raises(CommandError, match="berbeda"):
        load(written(tmp_path, scheme(units=[unit()])))
    assert rows_of(world) == before


def test_the_summary_is_also_json(world: World, tmp_path: Path) -> None:
    told = json.loads(load(written(tmp_path, scheme()), "--json"))
    assert told["ok"]
    assert told["state"] == "loaded"
    assert told["scheme"] == {"number": "SKM/CTH/00000/2/2024/7", "title": "Skema Berkas"}
    assert told["counts"] == {"units": 1, "elements": 1, "criteria": 2}
    assert [slip["place"] for slip in told["warnings"]] == ["standard"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ("{", "bukan JSON"),
        ("\x00", "bukan JSON"),
        ("[]", "tidak memuat bagian"),
        ({"scheme": {"title": "A"}}, "tidak memuat unit"),
        ({"scheme": {"title": "A"}, "units": ["satu"]}, "tidak memuat unit"),
        ({"scheme": {"title": " "}, "units": [unit()]}, "tidak berjudul"),
        ({"scheme": {"title": "A"}, "units": [{"code": "J.1", "title": "B", "elements": []}]}, "tanpa kriteria"),
        ({"scheme": {"title": "A"}, "units": [{}]}, "tanpa kriteria"),
    ],
)
def test_a_hopeless_file_is_refused_with_a_sentence_and_nothing_is_done(
    world: World, tmp_path: Path, given: Any, sentence: str
) -> None:
    before = rows_of(world)
    path = written(tmp_path, given)
    with pytest.raises(CommandError, match=sentence) as refused:
        load(path)
    assert refused.value.returncode == 1
    out = StringIO()
    with pytest.raises(SystemExit) as left:
        call_command("schemes", "load", str(path), "--lsp", "cth", "--json", stdout=out)
    assert left.value.code == 1
    assert sentence in json.loads(out.getvalue())["reason"]
    assert rows_of(world) == before


def test_a_file_that_is_not_there_and_an_lsp_that_is_not_there_are_told(world: World, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="tidak bisa dibaca"):
        load(tmp_path / "tidak-ada.json")
    with pytest.raises(CommandError, match="Tidak ada LSP"):
        load(written(tmp_path, scheme()), lsp="entah")


def test_a_file_beyond_the_limit_is_refused(world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("jamstac.schemes.management.commands.schemes.LIMIT", 10)
    with pytest.raises(CommandError, match="lebih besar"):
        load(written(tmp_path, scheme()))


def test_what_the_door_refuses_is_told_and_leaves_nothing(world: World, tmp_path: Path) -> None:
    given = json.loads(WEB_DEVELOPER.read_text(encoding="utf-8"))
    given["scheme"]["title"] = "Skema Lain"
    with pytest.raises(CommandError, match="Standar dengan nomor dan judul ini sudah tercatat"):
        load(written(tmp_path, given))
    assert not Scheme.objects.filter(title="Skema Lain").exists()


@pytest.mark.parametrize(
    ("change", "place", "sentence"),
    [
        ({"scheme": {"title": "A", "code": "N/A"}}, "scheme.code", "tidak memberi nomor"),
        ({"scheme": {"title": "A", "code": None}}, "scheme.code", "tidak memberi nomor"),
        ({"scheme": {"title": "A", "code": "FR.SKEMA"}}, "scheme.code", "tidak memuat angka"),
        ({"scheme": {"title": "A", "code": "SKM/BNSP/JCM/2023/001"}}, "scheme.code", "tidak lazim"),
        ({"scheme": {"title": "A", "code": "1", "kind": "Paket"}}, "scheme.kind", "tidak menyebut jenis kemasan"),
        ({"scheme": {"title": "(tanpa judul di sumber)", "code": "1"}}, "scheme.title", "tampaknya keterangan"),
        ({"scheme": {"title": "A" * 201, "code": "1"}}, "scheme.title", "dipotong"),
        ({"scheme": {"title": "A", "code": "1", "kbli": {"kode": "62"}}}, "scheme.kbli", "bukan 5 angka"),
        ({"validity_years": "tiga"}, "validity_years", "masa berlaku sertifikat"),
        ({"requirements": {"dasar": "1. Ijazah"}}, "requirements", "tidak memuat persyaratan"),
        ({"counts": {"units": 1, "elements": 9, "kuk": 2}}, "counts.elements", "menyebut 9"),
        ({"standard": {"valid_from": "kemarin"}}, "standard.valid_from", "tidak terbaca"),
        ({"standard": {"kind": "adat"}}, "standard.kind", "tidak dikenal"),
        ({"units": [unit(), unit()]}, "units[2]", "dipakai 2 unit"),
        ({"units": [unit(code=None)]}, "units[1]", "tidak berkode"),
        ({"units": [unit(code="Unit Kompetensi")]}, "units[1]", "baris judul"),
        ({"units": [unit(code="J.620100,001.01")]}, "units[1]", "spasi atau koma"),
        ({"units": [unit(code="JJ.1.2")]}, "units[1]", "bentuk kode SKKNI"),
        ({"units": [unit(), unit(code="J.620100.002.01")]}, "units[2]", "sama dengan judul"),
        ({"units": [unit(title="-")]}, "units[1]", "tidak berjudul"),
        ({"units": [unit(), {}]}, "units[2]", "dilewati"),
        ({"units": [unit(), 7]}, "units[2]", "bukan unit"),
        ({"units": [unit(), unit(code="J.620100.002.01", title="B", elements="-")]}, "units[2]", "tidak memuat elemen"),
        ({"units": [unit(elements=[{"title": "", "kuk": ["K."]}])]}, "units[1].elements[1]", "tidak berjudul"),
        (
            {"units": [unit(elements=[{"title": "E", "kuk": []}, {"title": "F", "kuk": ["K."]}])]},
            "units[1].elements[1]",
            "tidak memuat KUK",
        ),
        (
            {"units": [unit(elements=[{"title": "-", "kuk": []}, {"title": "F", "kuk": ["K."]}])]},
            "units[1].elements[1]",
            "kosong",
        ),
        ({"units": [unit(elements=["-", {"title": "F", "kuk": ["K."]}])]}, "units[1].elements[1]", "bukan elemen"),
        ({"units": [unit(elements=[{"title": "E", "kuk": ["K.", "  "]}])]}, "units[1].elements[1].kuk[2]", "kosong"),
        ({"units": [unit(elements=[{"title": "E", "kuk": ["K.", "k."]}])]}, "units[1].elements[1].kuk[2]", "sama"),
    ],
)
def test_a_slip_is_told_with_its_place_and_does_not_stop_the_file(change: Any, place: str, sentence: str) -> None:
    assert sentence in slips(scheme(**change))[place]


def test_units_that_share_a_code_are_all_kept_and_marked() -> None:
    content = read(json.dumps(scheme(units=[unit(), unit(title="B"), unit(title="C")])).encode()).content
    assert [each["code"] for each in content["units"]] == [
        "J.620100.001.01",
        "J.620100.001.01 (2)",
        "J.620100.001.01 (3)",
    ]


def test_a_number_the_file_does_not_give_is_not_invented() -> None:
    content = read(json.dumps(scheme(scheme={"title": "Skema", "code": "N/A"})).encode()).content
    assert content["number"] == NO_SCHEME_NUMBER
    assert (content["standard"]["number"], content["standard"]["title"]) == (
        UNKNOWN_NUMBER,
        "Standar acuan skema Skema",
    )


def test_codes_of_no_known_shape_are_no_skkni() -> None:
    content = read(json.dumps(scheme(units=[unit(code="TLIL5020A")])).encode()).content
    assert content["standard"]["kind"] == StandardKind.SPECIAL


def test_what_is_shown_and_what_it_proves_make_one_requirement() -> None:
    rows = [
        {"name": "Transkrip nilai;", "description": "Lulus dasar web."},
        {"name": "Bukti magang", "description": "x" * 295},
        {"name": "Ijazah"},
        "-",
    ]
    content = read(json.dumps(scheme(requirements={}, persyaratanDasar=rows)).encode()).content
    basic = [row for row in content["requirements"] if row["kind"] == "basic"]
    assert [row["text"] for row in basic] == ["Transkrip nilai: Lulus dasar web", "x" * 295, "Ijazah"]
    assert {row.get("alternative") for row in basic} == {1}


def test_control_characters_never_reach_the_database() -> None:
    content = read(json.dumps(scheme(units=[unit(title="Unit\x00 \tdua")])).encode()).content
    assert content["standard_units"][0]["title"] == "Unit dua"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(Unreadable, match="bukan JSON"):
        read(b"\xff\xfe\x00{")
    with pytest.raises(Unreadable, match="bukan JSON"):
        read(b"[" * 200_000)


def test_the_scheme_that_comes_with_jamstac_has_no_slip() -> None:
    file = read(WEB_DEVELOPER.read_bytes())
    assert file.slips == []
    assert file.counts == {"units": 6, "elements": 15, "criteria": 50}
    assert all(each["title_en"] for each in file.content["standard_units"])
    assert all(each["group"] for each in file.content["units"])


@pytest.mark.skipif(not FILES, reason="the collection of real scheme files is not on this machine")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_each_real_file_loads_whole_or_is_refused_with_a_sentence(world: World, path: Path) -> None:
    given = json.loads(path.read_text(encoding="utf-8"))
    own = [element for unit in given["units"] for element in unit.get("elements") or []]
    criteria = [text for element in own for text in element["kuk"]]
    before = rows_of(world)
    if not criteria:
        with pytest.raises(CommandError, match="tanpa kriteria unjuk kerja"):
            load(path)
        assert rows_of(world) == before
        return
    told = json.loads(load(path, "--json"))
    assert told["counts"] == {"units": len(given["units"]), "elements": len(own), "criteria": len(criteria)}
    version = SchemeVersion.objects.get(scheme__title=told["scheme"]["title"])
    tree = structure(version)
    assert [each.unit.title for each in tree] == [" ".join(unit["title"].split()) for unit in given["units"]]
    stored = [criterion.text for each in tree for part in each.elements for criterion in part.criteria]
    assert len(stored) == len(criteria)
    assert all(text in " ".join(printed.split()) for text, printed in zip(stored, criteria, strict=True))
