from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jamstac.assessors import rules
from jamstac.assessors.facts import AssessorFacts, AuthorisationFacts, CertificateFacts
from jamstac.assessors.met import normalised

DAY = date(2026, 3, 4)


def test_an_assessor_needs_a_valid_certificate_hr19() -> None:
    assert rules.assessor_certificate_is_valid(AssessorFacts(DAY, True, True, True))
    refusal = rules.assessor_certificate_is_valid(AssessorFacts(DAY, True, False, True)).refusals[0]
    assert (refusal.rule, refusal.code) == ("HR-19", "assessor.certificate_not_valid")


@pytest.mark.parametrize(
    ("appointed", "authorised", "codes"),
    [
        (True, True, []),
        (False, True, ["assessor.not_appointed"]),
        (True, False, ["assessor.not_authorised"]),
        (False, False, ["assessor.not_appointed", "assessor.not_authorised"]),
    ],
)
def test_an_assessor_is_appointed_and_authorised_hr20(appointed: bool, authorised: bool, codes: list[str]) -> None:
    verdict = rules.assessor_is_authorised(AssessorFacts(DAY, appointed, True, authorised))
    assert [refusal.code for refusal in verdict.refusals] == codes
    assert {refusal.rule for refusal in verdict.refusals} <= {"HR-20"}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"number_is_well_formed": False}, ["assessor.met_form"]),
        ({"known": True}, ["assessor.met_known"]),
        ({"period_is_valid": False}, ["assessor.certificate_period"]),
    ],
)
def test_a_certificate_is_numbered_new_and_dated(change: Any, codes: list[str]) -> None:
    sound: dict[str, Any] = {"number_is_well_formed": True, "known": False, "period_is_valid": True}
    verdict = rules.may_enter_certificate(CertificateFacts(**(sound | change)))
    assert [refusal.code for refusal in verdict.refusals] == codes


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"basis_given": False}, ["authorisation.no_basis"]),
        ({"period_is_valid": False}, ["authorisation.period"]),
        ({"overlaps": True}, ["authorisation.overlap"]),
        ({"ended": True}, ["authorisation.ended_already"]),
    ],
)
def test_an_authorisation_has_proof_and_a_period_of_its_own(change: Any, codes: list[str]) -> None:
    sound: dict[str, Any] = {"basis_given": True, "period_is_valid": True, "overlaps": False}
    verdict = rules.may_authorise_assessor(AuthorisationFacts(**(sound | change)))
    assert [refusal.code for refusal in verdict.refusals] == codes


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("MET.000.004772 2024", "MET.000.004772 2024"),
        ("MET.000.007183.2023", "MET.000.007183 2023"),
        ("MET 000.002194 2021", "MET.000.002194 2021"),
        ("MET. 000.001261 2022", "MET.000.001261 2022"),
        ("MET.000.0071672018", "MET.000.007167 2018"),
        ("MET.000.003627", "MET.000.003627"),
        ("  met.000.004772   2024 ", "MET.000.004772 2024"),
        ("MET.000.4772 2024", None),
        ("MET.000.004772 24", None),
        ("004772 2024", None),
        ("", None),
    ],
)
def test_the_spellings_of_a_met_number_are_one(printed: str, number: str | None) -> None:
    assert normalised(printed) == number
