"""The door of FR.AK.03."""

from __future__ import annotations

from jamstac.applications.models import Application
from jamstac.assurance import rules, selectors
from jamstac.assurance.models import Feedback, FeedbackAnswer
from jamstac.assurance.sheets import Answers, ak03_content
from jamstac.assurance.texts import COMPONENTS
from jamstac.certification.selectors import told_decision
from jamstac.documents.facts import Statement
from jamstac.documents.rules import may_sign
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.ledger.door import Act, action, store
from jamstac.licensing.selectors import number_on


@action("feedback.given", access="feedback.self", policies=[rules.may_give_feedback, may_sign])
def give_feedback(
    act: Act, application: Application, *, answers: Answers, comment: str, statement: Statement
) -> Feedback:
    """FR.AK.03, once, after the result was told. `answers`: component number → (Ya, words). ASM-08, HR-50.

    The entry counts the answers; what was said stays out of the ledger."""
    act.require(rules.may_give_feedback, selectors.feedback_facts(application, answers))
    decision = told_decision(application.pk)
    assert decision is not None
    assessment = decision.meeting_case.assessment
    feedback = Feedback(
        body_id=application.body_id,
        application=application,
        assessor_id=assessment.assessor_id,
        comment=comment.strip(),
        given_at=act.now,
    )
    given = {number: (answers[number][0], answers[number][1].strip()) for number in range(1, len(COMPONENTS) + 1)}
    feedback.sheet = freeze(
        act,
        SheetCode.AK03,
        subject=feedback,
        content=ak03_content(assessment, number_on(application.body_id, act.day), given, comment.strip()),
        case_number=application.number,
        owner=application.person,
    )
    sign(act, feedback.sheet, statement, person=application.person, role="asesi")
    store(feedback)
    for number, (yes, words) in sorted(given.items()):
        store(FeedbackAnswer(body_id=feedback.body_id, feedback=feedback, number=number, yes=yes, comment=words))
    act.record(feedback, yes=sum(yes for yes, _words in given.values()), of=len(given))
    return feedback
