from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jamstac.assessment.adjustments import CHARACTERISTICS, known_options
from jamstac.assessment.facts import (
    MarkFacts,
    PlanChangeFacts,
    PlanFacts,
    PortfolioFacts,
    ReleaseFacts,
    ReopeningFacts,
    StatementFacts,
    TakingFacts,
    ThirdPartyFacts,
)
from jamstac.assessment.rules import (
    may_answer,
    may_ask,
    may_change_plan,
    may_mark,
    may_plan,
    may_question,
    may_release,
    may_reopen,
    may_show_taking,
    may_take_portfolio,
)
from jamstac.assessment.states import KIND_OF, METHOD_OF, AssessmentState, TakingState
from jamstac.instruments.states import InstrumentCode

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
OPEN: dict[str, Any] = {**LETTER, "state": AssessmentState.AGREED, "agreed": True, "identity_checked": True}
PLAN = PlanFacts(
    state=AssessmentState.OPENED,
    proposed=False,
    tool_set_in_force=True,
    potential_known=True,
    planned=4,
    unanswered=(),
    undescribed=(),
    needs_left=(),
    without_reason=(),
    unknown=(),
    gaps=(),
    **LETTER,
)
CHANGE = PlanChangeFacts(state=AssessmentState.AGREED, reason_given=True, known=True, begun=False, gaps=(), **LETTER)
TAKING = TakingFacts(taking_state=TakingState.PLANNED, taken_alone=False, **OPEN)
MARK = MarkFacts(
    taking_state=TakingState.STARTED, taken_alone=False, unmarked=0, untied=0, product_missing=False, **OPEN
)
STATEMENT = StatementFacts(answered=False, expired=False, judged=False, unanswered=0)
CASES: list[tuple[Any, Any, dict[str, Any], list[tuple[str, str]]]] = [
    (may_plan, PLAN, {}, []),
    (may_plan, PLAN, {"is_assigned": False}, [("HR-21", "assignment.other_assessor")]),
    (may_plan, PLAN, {"proposed": True}, [("HR-50", "plan.agreed_before")]),
    (may_plan, PLAN, {"state": AssessmentState.AGREED}, [("HR-50", "plan.agreed_before")]),
    (may_plan, PLAN, {"tool_set_in_force": False}, [("HR-25", "plan.no_tool_set")]),
    (may_plan, PLAN, {"potential_known": False}, [("MUK-01", "plan.no_potential")]),
    (may_plan, PLAN, {"unanswered": (3,)}, [("APL-04", "plan.unanswered")]),
    (may_plan, PLAN, {"undescribed": (3,)}, [("APL-04", "plan.undescribed")]),
    (may_plan, PLAN, {"benchmark_unnamed": True}, [("APL-04", "plan.no_benchmark")]),
    (may_plan, PLAN, {"unadjusted": (2, 3)}, [("APL-04", "plan.unadjusted")]),
    (may_plan, PLAN, {"needs_left": (4,)}, [("HR-33", "plan.need_left")]),
    (may_plan, PLAN, {"without_reason": ("IA.05",)}, [("ASM-01", "plan.no_reason")]),
    (may_plan, PLAN, {"unknown": ("IA.99",)}, [("ASM-01", "plan.unknown")]),
    (may_plan, PLAN, {"gaps": ("U1 KUK 1.1",)}, [("HR-25", "plan.gaps")]),
    (may_change_plan, CHANGE, {}, []),
    (may_change_plan, CHANGE, {"reason_given": False}, [("ASM-01", "plan.change_without_reason")]),
    (may_change_plan, CHANGE, {"known": False}, [("ASM-01", "plan.change_unknown")]),
    (may_change_plan, CHANGE, {"begun": True}, [("ASM-01", "plan.begun")]),
    (may_change_plan, CHANGE, {"gaps": ("U1 KUK 1.1",)}, [("HR-25", "plan.gaps")]),
    (may_change_plan, CHANGE, {"state": AssessmentState.SIGNED}, [("HR-50", "assessment.recommended_before")]),
    (may_show_taking, TAKING, {}, []),
    (may_show_taking, TAKING, {"agreed": False}, [("HR-34", "assessment.not_agreed")]),
    (may_show_taking, TAKING, {"taking_state": TakingState.STARTED}, [("HR-50", "taking.started_before")]),
    (may_show_taking, TAKING, {"taking_state": TakingState.MARKED}, [("HR-50", "taking.marked_before")]),
    (may_show_taking, TAKING, {"taken_alone": True}, [("HR-50", "taking.taken_alone")]),
    (may_question, TAKING, {"taken_alone": True}, [("ASM-01", "taking.no_own_question")]),
    (may_mark, MARK, {}, []),
    (may_mark, MARK, {"identity_checked": False}, [("HR-34", "assessment.identity_unchecked")]),
    (may_mark, MARK, {"taken_alone": True}, [("ASM-01", "taking.still_working")]),
    (may_mark, MARK, {"taken_alone": True, "taking_state": TakingState.SUBMITTED}, []),
    (may_mark, MARK, {"taken_alone": True, "taking_state": TakingState.PLANNED}, []),
    (may_mark, MARK, {"unmarked": 1}, [("ASM-01", "taking.unmarked")]),
    (may_mark, MARK, {"untied": 1}, [("ASM-01", "taking.untied")]),
    (may_mark, MARK, {"product_missing": True}, [("ASM-01", "taking.no_product")]),
    (may_take_portfolio, PortfolioFacts(planned=True, files=1, **OPEN), {}, []),
    (may_take_portfolio, PortfolioFacts(planned=True, files=1, **OPEN), {"files": 0}, [("ASM-01", "portfolio.empty")]),
    (
        may_take_portfolio,
        PortfolioFacts(planned=True, files=1, **OPEN),
        {"planned": False},
        [("ASM-01", "taking.unplanned")],
    ),
    (may_ask, ThirdPartyFacts(planned=True, named=True, asks_oneself=False, **OPEN), {}, []),
    (
        may_ask,
        ThirdPartyFacts(planned=True, named=True, asks_oneself=False, **OPEN),
        {"named": False},
        [("ASM-01", "third_party.unnamed")],
    ),
    (
        may_ask,
        ThirdPartyFacts(planned=True, named=True, asks_oneself=False, **OPEN),
        {"asks_oneself": True},
        [("ASM-01", "third_party.oneself")],
    ),
    (may_answer, STATEMENT, {}, []),
    (may_answer, STATEMENT, {"answered": True, "expired": True}, [("HR-50", "third_party.answered_before")]),
    (may_answer, STATEMENT, {"expired": True}, [("HR-50", "third_party.expired")]),
    (may_answer, STATEMENT, {"judged": True}, [("HR-50", "third_party.too_late")]),
    (may_answer, STATEMENT, {"unanswered": 2}, [("ASM-01", "third_party.unanswered")]),
    (may_reopen, ReopeningFacts(AssessmentState.SIGNED, reason_given=True), {}, []),
    (
        may_reopen,
        ReopeningFacts(AssessmentState.SIGNED, reason_given=True),
        {"reason_given": False},
        [("HR-50", "assessment.reopened_without_reason")],
    ),
    (
        may_reopen,
        ReopeningFacts(AssessmentState.SIGNED, reason_given=True),
        {"state": AssessmentState.OPENED},
        [("HR-50", "assessment.not_recommended")],
    ),
    (may_release, ReleaseFacts(AssessmentState.OPENED, reason_given=True), {}, []),
    (may_release, ReleaseFacts(AssessmentState.AGREED, reason_given=True), {}, []),
    (
        may_release,
        ReleaseFacts(AssessmentState.OPENED, reason_given=True),
        {"reason_given": False},
        [("REC-01", "release.no_reason")],
    ),
    (
        may_release,
        ReleaseFacts(AssessmentState.OPENED, reason_given=True),
        {"state": AssessmentState.RELEASED},
        [("HR-50", "release.released_before")],
    ),
    (
        may_release,
        ReleaseFacts(AssessmentState.OPENED, reason_given=True),
        {"state": AssessmentState.RECOMMENDED},
        [("HR-50", "release.recommended")],
    ),
    (
        may_release,
        ReleaseFacts(AssessmentState.OPENED, reason_given=True),
        {"state": AssessmentState.SIGNED},
        [("HR-50", "release.recommended")],
    ),
]


@pytest.mark.parametrize(("policy", "facts", "change", "expected"), CASES)
def test_each_condition_refuses_alone(policy: Any, facts: Any, change: dict[str, Any], expected: list[Any]) -> None:
    verdict = policy(replace(facts, **change))
    assert [(each.rule, each.code) for each in verdict.refusals] == expected


def test_a_refusal_names_a_handful_of_kuk_and_counts_them_all() -> None:
    verdict = may_plan(replace(PLAN, gaps=tuple(f"U1 KUK {n}" for n in range(9))))
    assert verdict.refusals[0].facts["count"] == 9
    assert str(verdict.refusals[0].facts["criteria"]).endswith("KUK 5, …")


def test_every_instrument_has_a_column_of_fr_ak_02_and_an_evidence_of_fr_ak_01() -> None:
    assert set(METHOD_OF) == set(KIND_OF) == set(InstrumentCode.values)


def test_the_eight_characteristics_stand_in_order_with_their_options() -> None:
    assert [each.number for each in CHARACTERISTICS] == list(range(1, 9))
    assert all(each.options for each in CHARACTERISTICS)
    assert known_options(CHARACTERISTICS[3], ("longer", "unknown", "scribe")) == ["scribe", "longer"]
