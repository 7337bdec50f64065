from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jamstac.licensing import rules
from jamstac.licensing.facts import AnnexFacts, LicenceFacts, ScopeFacts

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("licence", "annex", "codes"),
    [
        (True, True, []),
        (True, False, ["licence.scheme_not_in_annex"]),
        (False, True, ["licence.not_in_force"]),
        (False, False, ["licence.not_in_force"]),
    ],
)
def test_certifying_needs_licence_and_annex_on_the_day_hr16(licence: bool, annex: bool, codes: list[str]) -> None:
    verdict = rules.licence_covers_scheme(ScopeFacts(DAY, licence, annex))
    assert [refusal.code for refusal in verdict.refusals] == codes
    assert {refusal.rule for refusal in verdict.refusals} <= {"HR-16"}
    assert all(refusal.facts == {"day": "2026-03-04"} for refusal in verdict.refusals)


@pytest.mark.parametrize(
    ("valid", "overlaps", "codes"),
    [
        (True, False, []),
        (False, False, ["licence.period"]),
        (True, True, ["licence.overlap"]),
    ],
)
def test_one_licence_at_a_time(valid: bool, overlaps: bool, codes: list[str]) -> None:
    verdict = rules.may_enter_licence(LicenceFacts(valid, overlaps))
    assert [refusal.code for refusal in verdict.refusals] == codes


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"period_is_valid": False, "inside_licence": False}, ["annex.period"]),
        ({"inside_licence": False}, ["annex.outside_licence"]),
        ({"overlaps": True}, ["annex.overlap"]),
        ({"ended": True}, ["annex.ended_already"]),
    ],
)
def test_an_annex_entry_lives_inside_its_licence(change: Any, codes: list[str]) -> None:
    sound: dict[str, Any] = {"period_is_valid": True, "inside_licence": True, "overlaps": False}
    verdict = rules.may_extend_annex(AnnexFacts(**(sound | change)))
    assert [refusal.code for refusal in verdict.refusals] == codes
