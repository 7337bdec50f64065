"""Doors: the assessment of one case, from opening it to the candidate's signature under the result."""

from jamstac.assessment.actions.evidence import add_evidence, link_evidence, mark_evidence, remove_evidence
from jamstac.assessment.actions.gathering import (
    answer_third_party,
    ask_third_party,
    hear_third_party,
    take_portfolio,
)
from jamstac.assessment.actions.opening import (
    agree,
    agree_on_paper,
    check_identity,
    open_assessment,
    propose_agreement,
    review_self_assessment,
)
from jamstac.assessment.actions.planning import add_instrument, drop_instrument, plan_case
from jamstac.assessment.actions.recommending import acknowledge, recommend
from jamstac.assessment.actions.releasing import release_assessment
from jamstac.assessment.actions.takings import add_question, mark_taking, show_taking

__all__ = [
    "acknowledge",
    "add_evidence",
    "add_instrument",
    "add_question",
    "agree",
    "agree_on_paper",
    "answer_third_party",
    "ask_third_party",
    "check_identity",
    "drop_instrument",
    "hear_third_party",
    "link_evidence",
    "mark_evidence",
    "mark_taking",
    "open_assessment",
    "plan_case",
    "propose_agreement",
    "recommend",
    "release_assessment",
    "remove_evidence",
    "review_self_assessment",
    "show_taking",
    "take_portfolio",
]
