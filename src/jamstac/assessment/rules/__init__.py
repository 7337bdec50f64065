"""Rules of the case and its recommendation (`judging`), of its plan and its instruments (`taking`)."""

from jamstac.assessment.rules.judging import (
    certificate_result,
    may_acknowledge,
    may_agree,
    may_agree_on_paper,
    may_check_identity,
    may_judge,
    may_open,
    may_propose,
    may_recommend,
    may_reopen,
    may_review,
    unit_result,
)
from jamstac.assessment.rules.taking import (
    may_answer,
    may_ask,
    may_change_plan,
    may_mark,
    may_plan,
    may_question,
    may_show_taking,
    may_take_portfolio,
)

__all__ = [
    "certificate_result",
    "may_acknowledge",
    "may_agree",
    "may_agree_on_paper",
    "may_answer",
    "may_ask",
    "may_change_plan",
    "may_check_identity",
    "may_judge",
    "may_mark",
    "may_open",
    "may_plan",
    "may_propose",
    "may_question",
    "may_recommend",
    "may_reopen",
    "may_review",
    "may_show_taking",
    "may_take_portfolio",
    "unit_result",
]
