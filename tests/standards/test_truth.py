"""Real decrees, as far as this machine has them: what was read by eye is what the reader reads."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from jamstac.standards.skkni import Decree, read_decree
from jamstac.standards.skkni.report import report

OPEN = Path("/work/shared/data")
PDFS = sorted(OPEN.glob("skkni-pdf/open/*.pdf"))
TEXTS = sorted(OPEN.glob("skkni-text/open/*.txt"))

pytestmark = pytest.mark.skipif(not PDFS, reason="the shared decrees are not on this machine")

_read: dict[Path, Decree] = {}


def decree(path: Path) -> Decree:
    if path not in _read:
        _read[path] = read_decree(path)
    return _read[path]


def truth(path: Path) -> dict[str, Any]:
    return dict(json.loads((path.parent / f"{path.name.split('.')[0]}.truth.json").read_text(encoding="utf-8")))


def counts(units: Any) -> list[list[int]]:
    return [[len(element.criteria) for element in unit.elements] for unit in units]


def plain(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def parametrize(paths: list[Path]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("path", paths, ids=[path.name for path in paths])


@parametrize(PDFS + TEXTS)
def test_codes_titles_and_pages_are_those_of_the_decree(path: Path) -> None:
    known = truth(path)["units"]
    read = [(unit.code, unit.title, unit.page) for unit in decree(path).units]
    assert read == [(unit["code"], unit["title"], unit["pdf_page"]) for unit in known]


@parametrize(PDFS + TEXTS)
def test_elements_and_criteria_are_as_many_as_were_counted(path: Path) -> None:
    known = truth(path)["units"]
    for unit, read in zip(known, decree(path).units, strict=True):
        if "kuk_per_element" in unit:
            assert [len(element.criteria) for element in read.elements] == unit["kuk_per_element"], unit["code"]


@parametrize(PDFS + TEXTS)
def test_every_unit_has_batasan_variabel_panduan_penilaian_and_aspek_kritis(path: Path) -> None:
    read = decree(path).units
    assert sum(bool(unit.variables) for unit in read) == truth(path)["batasan_variabel_sections"]
    assert sum(bool(unit.guide) for unit in read) == truth(path)["panduan_penilaian_sections"]
    for unit in read:
        assert unit.critical_aspects.lower().lstrip("0123456789. ").startswith("aspek")
        assert unit.critical_aspects in unit.guide
        assert unit.page <= unit.variables_page <= unit.guide_page


@parametrize(PDFS + TEXTS)
def test_the_decree_is_named_as_it_is_cited(path: Path) -> None:
    assert decree(path).name == truth(path)["decree"]
    assert str(decree(path).year) in truth(path)["decree"]


@parametrize(PDFS)
def test_where_the_list_contradicts_the_unit_both_readings_are_told(path: Path) -> None:
    read = decree(path)
    told = " ".join(f"{doubt.code} {doubt.message}" for doubt in read.doubts)
    for contradiction in truth(path)["daftar_unit_differs"]:
        listed = plain(contradiction["daftar"].removeprefix("...").strip())
        if "case" in contradiction["where"]:
            assert "huruf besar atau kecil" in told
            continue
        assert listed in plain(told), contradiction
        printed = contradiction["uraian"].split(" (")[0].removeprefix("...").strip()
        assert plain(printed) in plain(told), contradiction


@parametrize(TEXTS)
def test_pdf_and_text_of_one_decree_agree_on_every_unit(path: Path) -> None:
    pdf = OPEN / "skkni-pdf/open" / f"{path.name.split('.')[0]}.pdf"
    assert counts(decree(path).units) == counts(decree(pdf).units)


@parametrize([path for path in TEXTS if ".pypdf." in path.name or ".mupdf" in path.name])
def test_the_words_of_criteria_are_those_of_the_pdf(path: Path) -> None:
    """Nearly all: where an extractor tears cells apart, a doubt says so. Text by pdfminer is left out: it scatters the
    words of justified cells, and every such unit is doubted."""
    pdf = decree(OPEN / "skkni-pdf/open" / f"{path.name.split('.')[0]}.pdf")
    wanted = [plain(each.text) for unit in pdf.units for element in unit.elements for each in element.criteria]
    read = [plain(each.text) for unit in decree(path).units for element in unit.elements for each in element.criteria]
    same = sum(one == other for one, other in zip(wanted, read, strict=True))
    assert same >= 0.96 * len(wanted)


@parametrize([path for path in TEXTS if "pdfminer" in path.name])
def test_scattered_words_are_doubted(path: Path) -> None:
    pdf = decree(OPEN / "skkni-pdf/open" / f"{path.name.split('.')[0]}.pdf")
    read = decree(path)
    doubted = {doubt.code for doubt in read.doubts if "KUK" in doubt.message}
    for right, unit in zip(pdf.units, read.units, strict=True):
        wanted = [plain(each.text) for element in right.elements for each in element.criteria]
        got = [plain(each.text) for element in unit.elements for each in element.criteria]
        assert wanted == got or unit.code in doubted, unit.code


@parametrize(PDFS)
def test_every_part_has_a_page_within_its_unit(path: Path) -> None:
    units = decree(path).units
    ends = [unit.page for unit in units[1:]] + [decree(path).pages]
    for unit, end in zip(units, ends, strict=True):
        pages = [
            page for element in unit.elements for page in (element.page, *(each.page for each in element.criteria))
        ]
        assert all(unit.page <= page <= end for page in pages)
        assert all(element.title and all(each.text for each in element.criteria) for element in unit.elements)


@parametrize(PDFS)
def test_the_report_has_the_keys_that_were_promised(path: Path) -> None:
    told = json.loads(json.dumps(report(decree(path))))
    assert set(told) == {"decree", "units", "warnings"}
    assert {"number", "year", "title", "sector"} <= set(told["decree"])
    for unit in told["units"]:
        assert set(unit) == {"code", "title", "page", "description", "elements", "variables", "guide"}
        for element in unit["elements"]:
            assert set(element) == {"number", "title", "criteria"}
            assert all(set(each) == {"number", "text"} for each in element["criteria"])
    assert all(set(each) == {"page", "code", "message"} for each in told["warnings"])
