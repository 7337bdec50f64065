from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jamstac.assessment.facts import (
    AcknowledgementFacts,
    AgreementFacts,
    IdentityFacts,
    MaterialFacts,
    OpeningFacts,
    PaperAgreementFacts,
    ProposalFacts,
    RecommendationFacts,
    SelfAssessmentFacts,
)
from jamstac.assessment.rules import (
    certificate_result,
    may_acknowledge,
    may_agree,
    may_agree_on_paper,
    may_check_identity,
    may_judge,
    may_open,
    may_propose,
    may_recommend,
    may_review,
    unit_result,
)
from jamstac.assessment.states import TRANSITIONS, AssessmentState
from jamstac.schemes.states import CertificateRule

TODAY = date(2026, 11, 24)
LETTER: dict[str, Any] = {
    "letter_signed": True,
    "event_cancelled": False,
    "covers_scheme": True,
    "covers_candidate": True,
    "event_day": TODAY,
    "today": TODAY,
    "is_assigned": True,
}
STARTING: dict[str, Any] = {
    "day": TODAY,
    "licence_in_force": True,
    "scheme_in_annex": True,
    "assessor_appointed": True,
    "assessor_certificate_valid": True,
    "assessor_authorised": True,
    "assessor_standing": "active",
    "companion_ready": True,
}
PLACE: dict[str, Any] = {
    "venue_permanent": True,
    "venue_fit": True,
    "remote": False,
    "remote_approved": False,
    "recording_agreed": True,
}
IMPARTIAL: dict[str, Any] = {
    "trained_pairs": 0,
    "close_pairs": 0,
    "open_conflicts": 0,
    "replaced_pairs": 0,
    "undeclared_pairs": 0,
    "checked_in": True,
    "pacts_missing": (),
    "unbound": 0,
}
OPENING = OpeningFacts(opened_before=False, **LETTER, **STARTING, **PLACE, **IMPARTIAL)
PROPOSAL = ProposalFacts(
    state=AssessmentState.OPENED,
    can_continue=True,
    planned=True,
    proposed=False,
    evidence_kinds=1,
    **LETTER,
    **STARTING,
)
MATERIAL = MaterialFacts(state=AssessmentState.AGREED, agreed=True, identity_checked=True, **LETTER)
WHOLE = RecommendationFacts(
    state=AssessmentState.AGREED,
    agreed=True,
    identity_checked=True,
    actor_is_person=True,
    criteria=50,
    unjudged=0,
    without_evidence=0,
    unmarked_evidence=0,
    unresolved=0,
    unsound=0,
    results=(("CTH.WEB.001.1", "K", "K"),),
    result="K",
    result_confirmed="K",
    **LETTER,
)


def said(verdict: Any) -> list[tuple[str, str]]:
    return [(each.rule, each.code) for each in verdict.refusals]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"opened_before": True}, [("HR-50", "assessment.opened_before")]),
        ({"letter_signed": False}, [("HR-21", "assignment.no_letter")]),
        ({"is_assigned": False}, [("HR-21", "assignment.other_assessor")]),
        ({"event_day": date(2026, 11, 25)}, [("HR-21", "assignment.other_day")]),
        ({"scheme_in_annex": False}, [("HR-16", "licence.scheme_not_in_annex")]),
        ({"assessor_certificate_valid": False}, [("HR-19", "assessor.certificate_not_valid")]),
        ({"assessor_authorised": False}, [("HR-20", "assessor.not_authorised")]),
        ({"assessor_standing": "restricted"}, [("HR-22", "assessor.restricted")]),
        ({"unbound": 1}, [("HR-23", "pact.unsigned")]),
        ({"undeclared_pairs": 1}, [("HR-05", "pair.undeclared")]),
        ({"checked_in": False}, [("ASM-04", "day.not_checked_in")]),
        ({"checked_in": False, "came_before": date(2026, 11, 3)}, [("ASM-04", "day.came_before")]),
        ({"trained_pairs": 1}, [("HR-03", "pair.trainer")]),
        ({"close_pairs": 1}, [("HR-04", "pair.close")]),
        ({"open_conflicts": 1}, [("HR-06", "pair.conflict_open")]),
        ({"replaced_pairs": 1}, [("HR-06", "pair.replaced")]),
    ],
)
def test_an_assessment_opens_on_the_day_under_the_letter(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(may_open(replace(OPENING, **change))) == expected


@pytest.mark.parametrize(
    ("state", "before", "expected"),
    [
        (AssessmentState.OPENED, None, []),
        (AssessmentState.OPENED, False, []),
        (AssessmentState.OPENED, True, [("HR-50", "assessment.reviewed_before")]),
        (AssessmentState.AGREED, True, [("HR-50", "assessment.reviewed_before")]),
    ],
)
def test_a_self_assessment_found_wanting_is_reviewed_again(
    state: AssessmentState, before: bool | None, expected: list[Any]
) -> None:
    assert said(may_review(SelfAssessmentFacts(state=state, can_continue=before, **LETTER))) == expected


@pytest.mark.parametrize(
    ("known", "checked", "expected"),
    [
        (True, False, []),
        (False, False, [("APL-06", "assessment.no_document")]),
        (True, True, [("HR-50", "assessment.identity_checked_before")]),
    ],
)
def test_the_identity_is_checked_once_by_a_known_document(known: bool, checked: bool, expected: list[Any]) -> None:
    facts = IdentityFacts(state=AssessmentState.OPENED, identity_checked=checked, document_known=known, **LETTER)
    assert said(may_check_identity(facts)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"proposed": True}, [("HR-50", "assessment.proposed_before")]),
        ({"state": AssessmentState.AGREED}, [("HR-50", "assessment.proposed_before")]),
        ({"event_day": date(2026, 11, 23)}, [("HR-21", "assignment.other_day")]),
        ({"licence_in_force": False}, [("HR-16", "licence.not_in_force")]),
        ({"assessor_certificate_valid": False}, [("HR-19", "assessor.certificate_not_valid")]),
        ({"assessor_appointed": False}, [("HR-20", "assessor.not_appointed")]),
        ({"can_continue": None}, [("APL-05", "assessment.not_reviewed")]),
        ({"can_continue": False}, [("APL-05", "assessment.cannot_continue")]),
        ({"evidence_kinds": 0}, [("APL-07", "assessment.no_evidence_kinds")]),
    ],
)
def test_fr_ak_01_is_put_before_the_candidate(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(may_propose(replace(PROPOSAL, **change))) == expected


@pytest.mark.parametrize(
    ("state", "proposed", "expected"),
    [
        (AssessmentState.OPENED, True, []),
        (AssessmentState.OPENED, False, [("APL-07", "assessment.not_proposed")]),
        (AssessmentState.AGREED, True, [("HR-50", "assessment.agreed_before")]),
    ],
)
def test_the_candidate_agrees_once_to_what_was_proposed(
    state: AssessmentState, proposed: bool, expected: list[Any]
) -> None:
    assert said(may_agree(AgreementFacts(state, proposed))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"papers_missing": ("FR.AK.01",)}, [("HR-34", "assessment.agreement_paper_missing")]),
        ({"proposed": False}, [("APL-07", "assessment.not_proposed")]),
        ({"state": AssessmentState.AGREED}, [("HR-50", "assessment.agreed_before")]),
        ({"is_assigned": False}, [("HR-21", "assignment.other_assessor")]),
    ],
)
def test_an_agreement_on_paper_stands_on_its_papers(change: dict[str, Any], expected: list[Any]) -> None:
    facts = PaperAgreementFacts(state=AssessmentState.OPENED, proposed=True, papers_missing=(), **LETTER)
    assert said(may_agree_on_paper(replace(facts, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"agreed": False}, [("HR-34", "assessment.not_agreed")]),
        ({"identity_checked": False}, [("HR-34", "assessment.identity_unchecked")]),
        ({"state": AssessmentState.RECOMMENDED}, [("HR-50", "assessment.recommended_before")]),
        ({"state": AssessmentState.SIGNED}, [("HR-50", "assessment.recommended_before")]),
        ({"is_assigned": False}, [("HR-21", "assignment.other_assessor")]),
    ],
)
def test_the_material_is_open_between_agreement_and_recommendation(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(may_judge(replace(MATERIAL, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"actor_is_person": False}, [("HR-40", "assessment.no_person")]),
        ({"unjudged": 1}, [("HR-35", "recommendation.unjudged")]),
        ({"criteria": 0}, [("HR-35", "recommendation.unjudged")]),
        ({"without_evidence": 1}, [("HR-35", "recommendation.without_evidence")]),
        ({"unmarked_evidence": 1}, [("HR-35", "recommendation.unmarked")]),
        ({"unresolved": 1}, [("HR-35", "recommendation.unresolved")]),
        ({"unsound": 1}, [("HR-35", "recommendation.unsound")]),
        ({"results": (("U1", "BK", "K"), ("U2", "K", "K"))}, [("HR-36", "recommendation.unit_contradicts")]),
        ({"results": (("U1", "K", ""),)}, [("HR-36", "recommendation.unit_contradicts")]),
        ({"result": "BK"}, [("HR-36", "recommendation.contradicts")]),
        ({"identity_checked": False}, [("HR-34", "assessment.identity_unchecked")]),
        ({"state": AssessmentState.SIGNED}, [("HR-50", "assessment.recommended_before")]),
    ],
)
def test_a_recommendation_needs_the_whole_grid(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(may_recommend(replace(WHOLE, **change))) == expected


@pytest.mark.parametrize(
    ("state", "expected"),
    [
        (AssessmentState.RECOMMENDED, []),
        (AssessmentState.OPENED, [("HR-50", "assessment.not_recommended")]),
        (AssessmentState.AGREED, [("HR-50", "assessment.not_recommended")]),
        (AssessmentState.SIGNED, [("HR-50", "assessment.acknowledged_before")]),
    ],
)
def test_the_candidate_signs_a_recommended_result_once(state: AssessmentState, expected: list[Any]) -> None:
    assert said(may_acknowledge(AcknowledgementFacts(state))) == expected


@pytest.mark.parametrize(("met", "result"), [([True, True], "K"), ([True, False], "BK"), ([], "BK")])
def test_a_unit_is_competent_when_all_its_criteria_are_met(met: list[bool], result: str) -> None:
    assert unit_result(met) == result


@pytest.mark.parametrize(("units", "result"), [(["K", "K"], "K"), (["K", "BK"], "BK"), ([], "BK")])
def test_the_scheme_rule_makes_the_overall_result(units: list[str], result: str) -> None:
    assert certificate_result(CertificateRule.ALL_UNITS, units) == result


def test_an_unknown_certificate_rule_is_an_error() -> None:
    with pytest.raises(ValueError, match="majority"):
        certificate_result("majority", ["K"])


def test_every_state_leads_forward_and_what_was_recommended_back_to_judging() -> None:
    assert set(TRANSITIONS) == set(AssessmentState)
    assert TRANSITIONS[AssessmentState.SIGNED] == frozenset({AssessmentState.AGREED})


def test_what_is_assessed_may_be_released_and_is_then_opened_again() -> None:
    leading = {state for state, after in TRANSITIONS.items() if AssessmentState.RELEASED in after}
    assert leading == {AssessmentState.OPENED, AssessmentState.AGREED}
    assert TRANSITIONS[AssessmentState.RELEASED] == frozenset({AssessmentState.OPENED})


def test_what_was_planned_is_taken_before_the_recommendation() -> None:
    verdict = may_recommend(replace(WHOLE, unfinished=("FR.IA.03", "FR.IA.05")))
    assert said(verdict) == [("ASM-01", "recommendation.unfinished")]


def test_fr_ak_01_waits_for_fr_ak_07() -> None:
    assert said(may_propose(replace(PROPOSAL, planned=False))) == [("APL-04", "assessment.not_planned")]
