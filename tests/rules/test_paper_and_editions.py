from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from jamstac.documents import rules
from jamstac.documents.catalogue import CATALOGUE, is_of_a_case
from jamstac.documents.facts import (
    EditionChangeFacts,
    EditionFacts,
    PaperEntryFacts,
    PaperRejectionFacts,
    PaperSettlingFacts,
)
from jamstac.documents.states import PaperState, SheetCode
from jamstac.kernel.verdicts import Verdict

DAY = date(2026, 11, 24)
CHANGE = EditionChangeFacts(edition="2027", source_given=True, start=DAY, today=DAY, current="2023")
ENTRY = PaperEntryFacts(
    code="FR.IA.01", case_is_given=True, is_of_a_case=True, reason_given=True, filled_on=DAY, today=DAY
)
SETTLING = PaperSettlingFacts(case_is_given=True, state=PaperState.ENTERED, entered_by_actor=False)


def codes(verdict: Verdict) -> list[str]:
    return [each.code for each in verdict.refusals]


def test_a_form_needs_an_edition_in_force() -> None:
    assert rules.may_freeze(EditionFacts("FR", DAY, "2023"))
    verdict = rules.may_freeze(EditionFacts("FR", DAY, None))
    assert [(each.rule, each.code) for each in verdict.refusals] == [("HR-26", "sheet.no_edition")]
    assert verdict.refusals[0].facts == {"family": "FR", "day": "2026-11-24"}


def test_a_form_is_not_made_with_an_edition_older_than_its_words_but_a_paper_keeps_its_own() -> None:
    assert codes(rules.may_freeze(EditionFacts("FR", DAY, "2018"))) == ["sheet.edition_not_printed"]
    assert codes(rules.may_freeze(EditionFacts("FR", DAY, "MUK versi 2020"))) == ["sheet.edition_not_printed"]
    assert rules.may_freeze(EditionFacts("FR", DAY, "2018", on_paper=True))
    assert rules.may_freeze(EditionFacts("FR", DAY, "2027"))
    assert rules.may_freeze(EditionFacts("FR", DAY, "Rev. 120181"))


def test_whoever_declares_signing_has_declared_freezing() -> None:
    assert rules.may_sign.covers == (rules.may_freeze,)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (CHANGE, []),
        (replace(CHANGE, current=None, start=DAY - timedelta(days=900)), []),
        (replace(CHANGE, start=DAY - timedelta(days=1)), ["edition.backwards"]),
        (replace(CHANGE, current="2027"), ["edition.same"]),
        (replace(CHANGE, edition=""), ["edition.no_source"]),
        (replace(CHANGE, edition="2018"), ["edition.not_printed"]),
        (replace(CHANGE, edition="2018", current=None, start=DAY - timedelta(days=900)), []),
        (replace(CHANGE, source_given=False, current="2027"), ["edition.no_source", "edition.same"]),
    ],
)
def test_a_change_of_edition_names_its_source_and_never_goes_back(
    facts: EditionChangeFacts, expected: list[str]
) -> None:
    assert codes(rules.may_set_edition(facts)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (ENTRY, []),
        (replace(ENTRY, case_is_given=False), ["paper.not_given"]),
        (replace(ENTRY, is_of_a_case=False), ["paper.not_of_a_case"]),
        (replace(ENTRY, filled_on=DAY + timedelta(days=1), reason_given=False), ["paper.future", "paper.no_reason"]),
    ],
)
def test_a_paper_of_the_case_is_entered_with_day_and_reason(facts: PaperEntryFacts, expected: list[str]) -> None:
    assert codes(rules.may_enter_paper(facts)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (SETTLING, []),
        (replace(SETTLING, entered_by_actor=True), ["paper.own_entry"]),
        (replace(SETTLING, state=PaperState.REJECTED), ["paper.settled"]),
        (replace(SETTLING, case_is_given=False), ["paper.not_given"]),
    ],
)
def test_a_second_person_settles_a_paper_once(facts: PaperSettlingFacts, expected: list[str]) -> None:
    assert codes(rules.may_confirm_paper(facts)) == expected


def test_a_rejection_needs_its_reason() -> None:
    facts = PaperRejectionFacts(
        case_is_given=True, state=PaperState.ENTERED, entered_by_actor=False, reason_given=False
    )
    assert codes(rules.may_reject_paper(facts)) == ["paper.no_rejection_reason"]
    assert rules.may_reject_paper(replace(facts, reason_given=True))


def test_the_forms_of_one_asesi_may_come_on_paper() -> None:
    ours = {code for code in CATALOGUE if is_of_a_case(code)}
    assert {SheetCode.APL01, SheetCode.AK01, SheetCode.IA01, SheetCode.IA10, SheetCode.AK02} <= ours
    assert not ours & {SheetCode.MAPA01, SheetCode.VA, SheetCode.AK05, SheetCode.CERTIFICATE, SheetCode.RESULT_LETTER}
