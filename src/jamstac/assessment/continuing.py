"""A case that was released, opened again: by the same assessor or by another, on the day of a surat tugas.

What was gathered stays: evidence, third parties, what the candidate wrote and handed in, and every sheet as it was
signed. FR.AK.07 and FR.AK.01 name the asesor and the day, so they are made and signed again, and the identity is
checked again. Who goes on with a case of their own finds their marks as they left them. For another assessor no mark
carries over, because an assessor answers for what they saw or looked at themselves: the ticks of FR.IA.01 are gone
(nobody would look at a filled box again), FR.APL.02 is reviewed anew, evidence waits for its VATM, and an instrument
marked before shows its marks as a proposal that the new assessor confirms or changes by marking it.
"""

from __future__ import annotations

from jamstac.assessment.models import Assessment, Evidence, JudgementDraft, Taking
from jamstac.assessment.states import AssessmentState, TakingState
from jamstac.events.models import EventCandidate
from jamstac.ledger.door import Act, store


def released_of(candidate: EventCandidate) -> Assessment | None:
    rows = Assessment.objects.filter(application=candidate.application_id, state=AssessmentState.RELEASED)
    return rows.select_related("application").first()


def go_on(act: Act, assessment: Assessment, candidate: EventCandidate) -> Assessment:
    """Inner function of the opening: the assessment stands at its first step again."""
    if assessment.assessor_id != candidate.assessor_id:
        _without_marks(act, assessment)
    assessment.event, assessment.assessor = candidate.event, candidate.assessor
    assessment.state, assessment.state_since = AssessmentState.OPENED, act.now
    assessment.identity_document, assessment.identity_checked_at = "", None
    store(
        assessment,
        "event",
        "assessor",
        "state",
        "state_since",
        "identity_document",
        "identity_checked_at",
        "self_assessment_ok",
        "self_assessment_reviewed_at",
    )
    return assessment


def _without_marks(act: Act, assessment: Assessment) -> None:
    JudgementDraft.objects.filter(assessment=assessment).delete()
    assessment.self_assessment_ok, assessment.self_assessment_reviewed_at = None, None
    for taking in Taking.objects.filter(assessment=assessment, state=TakingState.MARKED):
        taking.state, taking.state_since, taking.marked_at = TakingState.SUBMITTED, act.now, None
        store(taking, "state", "state_since", "marked_at")
    for evidence in Evidence.objects.filter(assessment=assessment, removed=False):
        if evidence.taking_id is not None:  # stays as the first assessor marked it; marking makes the next
            evidence.removed = True
            store(evidence, "removed")
            continue
        evidence.valid = evidence.authentic = evidence.current = evidence.sufficient = None
        store(evidence, "valid", "authentic", "current", "sufficient")
