from __future__ import annotations

from jamstac.assurance.facts import FeedbackFacts
from jamstac.kernel.verdicts import Policy, Verdict, refuse_if, rule


@rule("ASM-08", source="FR.AK.03")
def result_was_told(f: FeedbackFacts) -> Verdict:
    """Feedback is asked after the decision, so that nobody answers in hope of a result."""
    return refuse_if(not f.result_told, "feedback.too_early")


@rule("HR-50", source="ASM-05; REC-03")
def feedback_is_given_once(f: FeedbackFacts) -> Verdict:
    """What was said stays as it was said."""
    return refuse_if(f.given_before, "feedback.given_before")


@rule("ASM-08", source="FR.AK.03")
def every_component_is_answered(f: FeedbackFacts) -> Verdict:
    """All components of the form are answered Ya or Tidak."""
    open_ones = f.components - f.answered
    return refuse_if(open_ones > 0, "feedback.open", open=open_ones, total=f.components)


may_start_feedback = Policy("may_start_feedback", result_was_told, feedback_is_given_once)
may_give_feedback = Policy("may_give_feedback", result_was_told, feedback_is_given_once, every_component_is_answered)
