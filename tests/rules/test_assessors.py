from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jamstac.assessors import rules
from jamstac.assessors.facts import (
    AssessorFacts,
    AuthorisationFacts,
    CertificateFacts,
    PactFacts,
    PactSigningFacts,
    PactVersionFacts,
    StatusFacts,
)
from jamstac.assessors.met import normalised
from jamstac.assessors.states import Standing

DAY = date(2026, 3, 4)


def assessor(**changes: Any) -> AssessorFacts:
    given: dict[str, Any] = {
        "day": DAY,
        "assessor_appointed": True,
        "assessor_certificate_valid": True,
        "assessor_authorised": True,
        "assessor_standing": Standing.ACTIVE,
        "companion_ready": True,
    }
    return AssessorFacts(**(given | changes))


def test_an_assessor_needs_a_valid_certificate_hr19() -> None:
    assert rules.assessor_certificate_is_valid(assessor())
    refusal = rules.assessor_certificate_is_valid(assessor(assessor_certificate_valid=False)).refusals[0]
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
    verdict = rules.assessor_is_authorised(assessor(assessor_appointed=appointed, assessor_authorised=authorised))
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


@pytest.mark.parametrize(
    ("standing", "ready", "codes"),
    [
        (Standing.ACTIVE, True, []),
        (Standing.TRAINEE, True, []),
        (Standing.TRAINEE, False, ["assessor.no_companion"]),
        (Standing.RESTRICTED, True, ["assessor.restricted"]),
        (Standing.SUSPENDED, True, ["assessor.suspended"]),
        ("", True, ["assessor.no_status"]),
    ],
)
def test_an_assessor_is_active_or_accompanied_hr22(standing: str, ready: bool, codes: list[str]) -> None:
    verdict = rules.assessor_is_active(assessor(assessor_standing=standing, companion_ready=ready))
    assert [refusal.code for refusal in verdict.refusals] == codes
    assert {refusal.rule for refusal in verdict.refusals} <= {"HR-22"}


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (PactFacts((), 0), []),
        (PactFacts(("ethics",), 0), ["pact.none"]),
        (PactFacts((), 2), ["pact.unsigned"]),
        (PactFacts(("ethics",), 1), ["pact.none", "pact.unsigned"]),
    ],
)
def test_who_acts_has_signed_what_is_in_force_hr23(facts: PactFacts, codes: list[str]) -> None:
    verdict = rules.pacts_are_signed(facts)
    assert [refusal.code for refusal in verdict.refusals] == codes
    assert {refusal.rule for refusal in verdict.refusals} <= {"HR-23"}


STATUS = {
    "reason_given": True,
    "starts_in_past": False,
    "period_is_valid": True,
    "is_assessor": True,
    "is_trainee": False,
    "companion_given": False,
    "companion_ready": False,
}


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"is_assessor": False}, ["status.not_assessor"]),
        ({"reason_given": False}, ["status.no_reason"]),
        ({"starts_in_past": True}, ["status.backwards"]),
        ({"period_is_valid": False}, ["status.period"]),
        ({"companion_given": True, "companion_ready": True}, ["status.companion_for_trainee"]),
        ({"is_trainee": True}, ["status.no_companion"]),
        ({"is_trainee": True, "companion_given": True}, ["status.companion_not_active"]),
        ({"is_trainee": True, "companion_given": True, "companion_ready": True}, []),
    ],
)
def test_a_status_is_reasoned_dated_and_accompanied(change: dict[str, bool], codes: list[str]) -> None:
    verdict = rules.may_set_status(StatusFacts(**(STATUS | change)))
    assert [refusal.code for refusal in verdict.refusals] == codes


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        (PactVersionFacts(True, True, True, False, True), []),
        (PactVersionFacts(False, True, True, False, True), ["pact.no_text"]),
        (PactVersionFacts(True, False, True, False, True), ["pact.no_source"]),
        (PactVersionFacts(True, True, False, False, True), ["pact.version_known"]),
        (PactVersionFacts(True, True, True, True, True), ["pact.backwards"]),
        (PactVersionFacts(True, True, True, False, False), ["pact.not_after_last"]),
    ],
)
def test_a_pact_has_text_source_and_follows_the_last(facts: PactVersionFacts, codes: list[str]) -> None:
    assert [refusal.code for refusal in rules.may_issue_pact(facts).refusals] == codes


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"in_force": False}, ["pact.not_in_force"]),
        ({"signed_before": True}, ["pact.signed_before"]),
        ({"agreed": False}, ["signature.not_agreed"]),
        ({"reauthenticated": False}, ["signature.no_reauthentication"]),
    ],
)
def test_the_version_in_force_is_signed_once_with_the_password(change: dict[str, bool], codes: list[str]) -> None:
    sound = {"agreed": True, "is_staff": True, "reauthenticated": True, "signed_before": False, "in_force": True}
    verdict = rules.may_sign_pact(PactSigningFacts(**(sound | change)))
    assert [refusal.code for refusal in verdict.refusals] == codes
