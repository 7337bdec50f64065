"""The sheets of planning and of the instruments: their paper twin, and what happens when there is much to print."""

from __future__ import annotations

from typing import Any

import pytest

from jamstac.documents.states import SheetCode
from tests.records import Content, blank, content
from tests.records_fr import MAKERS
from tests.test_sheets import printed, stays_on_its_pages

CODES = list(MAKERS)
WITHOUT_BOXES = {SheetCode.IA02, SheetCode.IA04A, SheetCode.IA05A, SheetCode.IA05B, SheetCode.IA06A, SheetCode.IA06B}
"""Tasks, questions and keys: nothing on them is ticked."""
OF_A_CASE = [code for code in CODES if "asesi" in MAKERS[code]() and MAKERS[code]()["asesi"]]
ANSWERS = {
    *("answer", "answers", "met", "reached", "gaps", "feedback", "recommendation", "findings", "additional"),
    *("valid", "authentic", "current", "sufficient", "interview", "answered_at"),
}
SENTENCE = "Peta rekaan dibaca, diperiksa, dan diperbaiki menurut urutan kerja rekaan di tempat kerja contoh. "


def twin(value: Any) -> Any:
    """A content with its questions and units but no answer yet: what is printed for a day without power."""
    if isinstance(value, dict):
        return {key: None if key in ANSWERS else twin(each) for key, each in value.items()}
    return [twin(each) for each in value] if isinstance(value, list) else value


@pytest.mark.parametrize("code", CODES)
def test_an_empty_form_can_be_filled_with_a_pen(code: SheetCode) -> None:
    """It has numbered places, boxes that are all open, and a place for the name of each signer."""
    text = printed(code, blank(code)).text
    assert ("☐" in text) is (code not in WITHOUT_BOXES)
    assert "☑" not in text
    assert "1." in text
    assert "Nama" in text or "NAMA" in text


@pytest.mark.parametrize("code", OF_A_CASE)
def test_the_paper_twin_of_a_case_names_it_and_answers_nothing(code: SheetCode) -> None:
    text = printed(code, twin(content(code))).text
    assert "Widyaningrum Rekaanputri" in text
    assert "X.00CTH00.003.1" in text or code in {SheetCode.IA05C, SheetCode.IA06C}
    assert "☑" not in text.replace("☑ X.00", "")
    assert "Tidak dijawab" not in text
    assert "none" not in text


def _many(code: SheetCode) -> Content:
    """15 units in one kelompok pekerjaan, 30 questions, long texts everywhere."""
    filled = content(code)
    questions = [
        {
            "no": number,
            "ref": number,
            "evidence_no": 1,
            "scope": "Lingkup",
            "standard": "KUK 1.1",
            "text": SENTENCE,
            "key": SENTENCE,
            "answer": SENTENCE * 3,
            "met": number % 2 == 0,
            "options": [{"letter": letter, "text": SENTENCE} for letter in "ABCDE"],
        }
        for number in range(1, 31)
    ]
    if "groups" in filled:
        first = filled["groups"][0]
        units = [
            {**first["units"][0], "code": f"X.00CTH00.{number:03}.1", "title": SENTENCE} for number in range(1, 16)
        ]
        task = {"scenario": SENTENCE * 60, "prepare": SENTENCE * 60, "demonstrate": SENTENCE * 60, "equipment": ["a"]}
        projects = [{"title": SENTENCE, "items": questions}]
        filled["groups"] = [{**first, "units": units, "questions": questions, "tasks": [task], "projects": projects}]
    if "questions" in filled:
        filled["questions"] = questions
    if "evidence" in filled:
        filled["evidence"] = [{"no": number, "title": SENTENCE, "valid": True} for number in range(1, 31)]
    if "sections" in filled:
        items = [{"no": number, "text": SENTENCE, "met": True} for number in range(1, 31)]
        filled["sections"] = [{"title": "Spesifikasi produk", "items": items}]
    if "feedback" in filled:
        filled["feedback"] = SENTENCE * 40
    if "gaps" in filled:
        filled["gaps"] = [
            {"group": "1", "unit": f"X.00CTH00.{unit:03}.1", "element": "1", "criterion": f"1.{number}"}
            for unit in range(1, 16)
            for number in range(1, 4)
        ]
        filled["reached"] = False
    return filled


@pytest.mark.parametrize("code", CODES)
def test_much_of_everything_stays_on_its_pages(code: SheetCode) -> None:
    read = printed(code, _many(code))
    assert len(read.pages) > 1
    stays_on_its_pages(read)


HEADS = {
    SheetCode.MAPA01: "Unit Kompetensi Bukti-Bukti",
    SheetCode.IA03: "Ya Tdk",
    SheetCode.IA04B: "Aspek Penilaian Pencapaian",
    SheetCode.IA05C: "Ya Tidak",
    SheetCode.IA06A: "No. Pertanyaan",
    SheetCode.IA06B: "No. Kunci Jawaban",
    SheetCode.IA06C: "Ya Tidak",
    SheetCode.IA07: "Ya Tidak",
    SheetCode.IA08: "Valid Asli Terkini Memadai",
    SheetCode.IA09: "Daftar Pertanyaan Wawancara",
    SheetCode.IA11: "Hasil Reviu Produk*",
}


@pytest.mark.parametrize("code", HEADS)
def test_a_table_over_several_pages_repeats_its_head(code: SheetCode) -> None:
    read = printed(code, _many(code))
    assert sum(HEADS[code] in page for page in read.pages) > 1


def test_every_question_is_printed_once_and_in_order() -> None:
    filled = _many(SheetCode.IA05C)
    for question in filled["questions"]:
        question["answer"] = f"jawaban-{question['no']:02}"
    text = printed(SheetCode.IA05C, filled).text
    places = [text.find(f"jawaban-{number:02}") for number in range(1, 31)]
    assert -1 not in places
    assert places == sorted(places)
    assert text.count("jawaban-") == 30


def test_an_essay_longer_than_a_page_goes_on_over_the_page() -> None:
    filled = content(SheetCode.IA06C)
    filled["questions"][0]["answer"] = "Awal jawaban. " + SENTENCE * 90 + "Akhir jawaban."
    read = printed(SheetCode.IA06C, filled)
    first = next(number for number, page in enumerate(read.pages) if "Awal jawaban." in page)
    last = next(number for number, page in enumerate(read.pages) if "Akhir jawaban." in page)
    assert first < last
    stays_on_its_pages(read)


@pytest.mark.parametrize("code", [SheetCode.IA01, SheetCode.IA08, SheetCode.IA11])
def test_a_decision_on_many_units_lists_them_and_keeps_its_signatures_on_its_page(code: SheetCode) -> None:
    filled = content(code)
    filled["gaps"] = [
        {"group": "1", "unit": f"X.00CTH00.{unit:03}.1", "element": "1", "criterion": f"1.{number}"}
        for unit in range(1, 37)
        for number in range(1, 4)
    ]
    read = printed(code, filled)
    listed = read.text[read.text.index("Belum tercapai") :]
    assert all(f"X.00CTH00.{unit:03}.1 1 1.1, 1.2, 1.3" in listed for unit in range(1, 37))
    decided = next(page for page in read.pages if "direkomendasikan KOMPETEN" in page)
    assert "Tanda tangan" in decided[decided.index("direkomendasikan KOMPETEN") :]
    stays_on_its_pages(read)


@pytest.mark.parametrize("code", [SheetCode.IA05A, SheetCode.IA05C, SheetCode.IA06A, SheetCode.IA06C])
def test_no_key_stands_on_a_sheet_of_the_candidate(code: SheetCode) -> None:
    filled = content(code)
    for question in filled["questions"]:
        question |= {"key": "kunci-rahasia", "correct": "kunci-rahasia"}
    assert "kunci-rahasia" not in printed(code, filled).text


def test_what_a_third_party_says_is_marked_as_confidential_on_every_page() -> None:
    read = printed(SheetCode.IA10, content(SheetCode.IA10))
    assert len(read.pages) > 1
    assert all("INFORMASI RAHASIA" in page for page in read.pages)


def test_a_reached_paper_asks_for_no_gap_and_a_missed_one_names_it() -> None:
    filled = content(SheetCode.IA05C)
    assert "jika belum tercapai: X.00CTH00.001.1 elemen 1 KUK 1.3" in printed(SheetCode.IA05C, filled).text
    filled |= {"reached": True, "gaps": []}
    assert "jika belum tercapai: –" in printed(SheetCode.IA05C, filled).text


def test_one_unit_with_several_gaps_is_named_once() -> None:
    filled = content(SheetCode.IA08)
    filled["gaps"] = [
        {"group": "1", "unit": "X.00CTH00.001.1", "element": element, "criterion": f"{element}.{number}"}
        for element in "12"
        for number in "12"
    ]
    text = printed(SheetCode.IA08, filled).text
    assert "Elemen : 1, 2 KUK : 1.1, 1.2, 2.1, 2.2" in text
    assert "Belum tercapai" not in text


def test_who_wrote_and_validated_a_muk_stands_under_it_with_the_time_of_signing() -> None:
    filled = content(SheetCode.IA05A)
    assert "09.15 WIB" not in printed(SheetCode.IA05A, filled).text
    filled["signatures"] = content(SheetCode.IA07)["signatures"]
    text = printed(SheetCode.IA05A, filled).text
    assert text.count("2 November 2026, 09.15 WIB") == 2
    assert text.count("89ab 89ab 89ab 89ab") == 2


def test_a_tool_is_named_once_in_its_cell_by_its_short_name() -> None:
    filled = content(SheetCode.MAPA01)
    filled["groups"][0]["units"][0]["tools"] = {"terstruktur": ["IA.04A", "IA.04B"], "portofolio": ["IA.08"]}
    assert "✓ ✓ DIT CVP" in printed(SheetCode.MAPA01, filled).text
