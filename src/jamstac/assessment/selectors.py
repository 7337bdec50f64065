"""Reads of assessments, and the facts their rules ask. Scoped by LSP: callers name the body."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet

from jamstac.assessment.facts import (
    AcknowledgementFacts,
    AgreementFacts,
    IdentityFacts,
    MaterialFacts,
    OpeningFacts,
    ProposalFacts,
    RecommendationFacts,
    SelfAssessmentFacts,
)
from jamstac.assessment.grid import Grid, is_marked
from jamstac.assessment.models import Assessment, JudgementDraft
from jamstac.assessment.states import IdentityDocument
from jamstac.assessors.selectors import assessor_facts
from jamstac.documents.models import Sheet
from jamstac.documents.sheets import latest
from jamstac.documents.states import SheetCode
from jamstac.events.models import EventCandidate
from jamstac.events.selectors import assignment_facts
from jamstac.licensing.selectors import scope_facts
from jamstac.schemes.models import SchemeUnit
from jamstac.standards.models import Criterion


def assessments_for(body_id: UUID) -> QuerySet[Assessment]:
    """Assessments of the LSP with all that a page shows of them."""
    return Assessment.objects.filter(body_id=body_id).select_related(
        "application__scheme_version__scheme", "application__person", "event__venue", "event__body", "assessor"
    )


def progress_of(assessment_ids: list[UUID]) -> dict[UUID, int]:
    """Criteria judged so far, by assessment. One query."""
    rows = JudgementDraft.objects.filter(assessment_id__in=assessment_ids, met__isnull=False)
    counted = rows.values("assessment_id").annotate(n=Count("id")).order_by()
    return {row["assessment_id"]: row["n"] for row in counted}


def criteria_of(assessment: Assessment) -> QuerySet[Criterion]:
    """The criteria in scope. What is not among them does not exist for this case."""
    version_id = assessment.application.scheme_version_id
    return Criterion.objects.filter(element__unit__in=SchemeUnit.objects.filter(version_id=version_id).values("unit"))


def agreement_of(assessment: Assessment) -> Sheet | None:
    return latest(assessment.pk, SheetCode.AK01)


def _assignment(assessment: Assessment, person_id: UUID | None, today: date) -> dict[str, Any]:
    return asdict(
        assignment_facts(
            assessment.event,
            assessment.application,
            assessor_id=assessment.assessor_id,
            person_id=person_id,
            today=today,
        )
    )


def _starting(body_id: UUID, scheme_id: UUID, assessor_id: UUID, today: date) -> dict[str, Any]:
    """HR-16, HR-19 and HR-20 for the day itself."""
    scope = asdict(scope_facts(body_id, scheme_id, today))
    return scope | asdict(assessor_facts(assessor_id, scheme_id, today))


def opening_facts(candidate: EventCandidate, person_id: UUID | None, today: date) -> OpeningFacts:
    event, case = candidate.event, candidate.application
    assignment = assignment_facts(event, case, assessor_id=candidate.assessor_id, person_id=person_id, today=today)
    facts = asdict(assignment) | _starting(
        candidate.body_id, event.scheme_version.scheme_id, candidate.assessor_id, today
    )
    opened = Assessment.objects.filter(application=case).exists()
    return OpeningFacts(opened_before=opened, **facts)


def self_assessment_facts(assessment: Assessment, person_id: UUID | None, today: date) -> SelfAssessmentFacts:
    assignment = _assignment(assessment, person_id, today)
    return SelfAssessmentFacts(state=assessment.state, can_continue=assessment.self_assessment_ok, **assignment)


def identity_facts(assessment: Assessment, person_id: UUID | None, today: date, document: str) -> IdentityFacts:
    return IdentityFacts(
        state=assessment.state,
        identity_checked=assessment.identity_checked_at is not None,
        document_known=document in IdentityDocument.values,
        **_assignment(assessment, person_id, today),
    )


def proposal_facts(assessment: Assessment, person_id: UUID | None, today: date, evidence_kinds: int) -> ProposalFacts:
    scheme_id = assessment.application.scheme_version.scheme_id
    facts = _assignment(assessment, person_id, today) | _starting(
        assessment.body_id, scheme_id, assessment.assessor_id, today
    )
    return ProposalFacts(
        state=assessment.state,
        can_continue=assessment.self_assessment_ok,
        proposed=agreement_of(assessment) is not None,
        evidence_kinds=evidence_kinds,
        **facts,
    )


def agreement_facts(assessment: Assessment) -> AgreementFacts:
    return AgreementFacts(state=assessment.state, proposed=agreement_of(assessment) is not None)


def _material(assessment: Assessment) -> dict[str, Any]:
    return {
        "state": assessment.state,
        "agreed": assessment.agreed_at is not None,
        "identity_checked": assessment.identity_checked_at is not None,
    }


def material_facts(assessment: Assessment, person_id: UUID | None, today: date) -> MaterialFacts:
    return MaterialFacts(**_material(assessment), **_assignment(assessment, person_id, today))


def recommendation_facts(
    assessment: Assessment,
    grid: Grid,
    person_id: UUID | None,
    today: date,
    *,
    unit_results: Mapping[UUID, str] | None = None,
    result: str | None = None,
) -> RecommendationFacts:
    """The grid counted. `unit_results` (by unit id) and `result` are what the assessor confirmed; None = as
    computed, which is what a page asks before anybody confirmed."""
    rows = list(grid.criteria)
    confirmed = {} if unit_results is None else dict(unit_results)
    return RecommendationFacts(
        actor_is_person=person_id is not None,
        criteria=grid.total,
        unjudged=grid.total - grid.done,
        without_evidence=sum(not row.evidence for row in rows),
        unmarked_evidence=sum(not is_marked(each) for each in grid.linked),
        unresolved=sum(row.unresolved for row in rows),
        unsound=sum(
            row.met and bool(row.evidence) and all(map(is_marked, row.evidence)) and not row.sound for row in rows
        ),
        results=tuple(
            (
                unit.unit.code,
                str(unit.result),
                str(unit.result) if unit_results is None else confirmed.get(unit.unit.pk, ""),
            )
            for unit in grid.units
        ),
        result=str(grid.result),
        result_confirmed=str(grid.result) if result is None else result,
        **_material(assessment),
        **_assignment(assessment, person_id, today),
    )


def acknowledgement_facts(assessment: Assessment) -> AcknowledgementFacts:
    return AcknowledgementFacts(state=assessment.state)
