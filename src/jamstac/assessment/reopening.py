"""Back from a recommendation to judging, inside a door of an act above (HR-50)."""

from __future__ import annotations

from jamstac.assessment import rules
from jamstac.assessment.facts import ReopeningFacts
from jamstac.assessment.models import Assessment, Judgement, JudgementDraft
from jamstac.assessment.states import AssessmentState
from jamstac.ledger.door import Act, store


def reopening_facts(assessment: Assessment, reason: str) -> ReopeningFacts:
    return ReopeningFacts(state=assessment.state, reason_given=bool(reason.strip()))


def reopen(act: Act, assessment: Assessment, reason: str) -> Assessment:
    """The next round: the last judgements are its drafts, the instruments stay as marked. The sheets signed so far
    stay as they are; the next recommendation makes their next version, with this reason. The door declares
    `rules.may_reopen`; records `assessment.reopened`."""
    act.require(rules.may_reopen, reopening_facts(assessment, reason))
    last = Judgement.objects.filter(assessment=assessment, round=assessment.round)
    JudgementDraft.objects.filter(assessment=assessment).delete()
    JudgementDraft.objects.bulk_create(
        JudgementDraft(
            assessment=assessment,
            criterion_id=row.criterion_id,
            met=row.met,
            note=row.note,
            follow_up=row.follow_up,
            saved_at=act.now,
        )
        for row in last
    )
    assessment.state, assessment.state_since = AssessmentState.AGREED, act.now
    assessment.round += 1
    assessment.reopen_reason = reason.strip()
    assessment.result, assessment.recommended_at = "", None
    store(assessment, "state", "state_since", "round", "reopen_reason", "result", "recommended_at")
    act.record(assessment, event="assessment.reopened", round=assessment.round)
    return assessment
