"""Reads of assessments, and the facts their rules ask. Scoped by LSP: callers name the body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from jamstac.applications.selectors import units_in_scope
from jamstac.assessment.facts import (
    AcknowledgementFacts,
    AgreementFacts,
    IdentityFacts,
    MaterialFacts,
    OpeningFacts,
    PaperAgreementFacts,
    ProposalFacts,
    RecommendationFacts,
    ReleaseFacts,
    SelfAssessmentFacts,
)
from jamstac.assessment.grid import Grid, is_marked
from jamstac.assessment.models import Assessment, UnitResult
from jamstac.assessment.progress import progress_of
from jamstac.assessment.states import AssessmentState, IdentityDocument
from jamstac.assessors.selectors import assessor_facts, pact_facts
from jamstac.documents.models import PaperSheet, Sheet
from jamstac.documents.sheets import latest
from jamstac.documents.states import PaperState, SheetCode
from jamstac.events.day import rows_among
from jamstac.events.impartial import pairs_of, undeclared_in
from jamstac.events.models import Event, EventCandidate, EventChange
from jamstac.events.selectors import agreed_to_recording, assignment_facts, assignments_of, place_facts
from jamstac.events.states import ARRIVED, ChangeKind
from jamstac.impartiality.selectors import counts_by_pair
from jamstac.licensing.selectors import scope_facts
from jamstac.schemes.models import SchemeUnit
from jamstac.standards.models import Criterion


def assessments_for(body_id: UUID) -> QuerySet[Assessment]:
    """Assessments of the LSP with all that a page shows of them."""
    return Assessment.objects.filter(body_id=body_id).select_related(
        "application__scheme_version__scheme", "application__person", "event__venue", "event__body", "assessor"
    )


def criteria_of(assessment: Assessment) -> QuerySet[Criterion]:
    """The criteria in scope. What is not among them does not exist for this case."""
    units = SchemeUnit.objects.filter(version_id=assessment.application.scheme_version_id)
    asked = units_in_scope(assessment.application)
    if asked is not None:
        units = units.filter(unit__in=asked)
    return Criterion.objects.filter(element__unit__in=units.values("unit"))


def agreement_of(assessment: Assessment) -> Sheet | None:
    """FR.AK.01 as it stands. What was signed before the case was opened again named another day or assessor."""
    sheet = latest(assessment.pk, SheetCode.AK01)
    return sheet if sheet is not None and agreement_stands(assessment, sheet) else None


def agreement_stands(assessment: Assessment, sheet: Sheet) -> bool:
    if assessment.state == AssessmentState.RELEASED:
        return False
    return assessment.state != AssessmentState.OPENED or sheet.made_at >= assessment.state_since


def proposed_among(assessments: Iterable[Assessment]) -> frozenset[UUID]:
    """Those of `assessments` whose FR.AK.01 lies before the candidate, or is signed. One query."""
    cases = {case.pk: case for case in assessments}
    rows = Sheet.objects.filter(subject_id__in=cases, code=SheetCode.AK01).defer("content")
    return frozenset(row.subject_id for row in rows if agreement_stands(cases[row.subject_id], row))


def assignment_of(assessment: Assessment, person_id: UUID | None, today: date) -> dict[str, Any]:
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
    """HR-16, HR-19, HR-20 and HR-22 for the day itself."""
    scope = asdict(scope_facts(body_id, scheme_id, today))
    return scope | asdict(assessor_facts(assessor_id, scheme_id, today))


def opening_facts(candidate: EventCandidate, person_id: UUID | None, today: date) -> OpeningFacts:
    return opening_facts_of([candidate], person_id, today)[candidate.pk]


def opening_facts_of(
    candidates: Sequence[EventCandidate], person_id: UUID | None, today: date
) -> dict[UUID, OpeningFacts]:
    """For candidates of one event given to one assessor, by candidate: as many queries for all of them as for one
    (of a remote event one more for each)."""
    if not candidates:
        return {}
    event, assessor = candidates[0].event, candidates[0].assessor
    cases = {row.application: assessor.pk for row in candidates}
    assignments = assignments_of(event, cases, person_id=person_id, today=today)
    shared = _starting(event.body_id, event.scheme_version.scheme_id, assessor.pk, today)
    shared |= asdict(place_facts(event, today)) | asdict(pact_facts(event.body_id, [assessor.pk], today))
    pairs = {pair.case: pair for pair in pairs_of(candidates, today)}
    counts = counts_by_pair(event.pk, event.body_id, list(pairs.values()), today)
    rows = Assessment.objects.filter(application__in=cases).exclude(state=AssessmentState.RELEASED)
    opened = set(rows.values_list("application_id", flat=True))
    undeclared, noted = undeclared_in(event.pk), rows_among(candidates)
    return {
        row.pk: OpeningFacts(
            opened_before=row.application_id in opened,
            undeclared_pairs=undeclared,
            checked_in=noted[row.pk].state in ARRIVED,
            came_before=_day_of(noted[row.pk].came_before, event),
            recording_agreed=agreed_to_recording(event, row.application),
            **asdict(assignments[row.application_id]),
            **asdict(counts[pairs[row.application_id].key]),
            **shared,
        )
        for row in candidates
    }


def _day_of(moment: datetime | None, event: Event) -> date | None:
    return None if moment is None else moment.astimezone(event.body.zone).date()


def self_assessment_facts(assessment: Assessment, person_id: UUID | None, today: date) -> SelfAssessmentFacts:
    assignment = assignment_of(assessment, person_id, today)
    return SelfAssessmentFacts(state=assessment.state, can_continue=assessment.self_assessment_ok, **assignment)


def identity_facts(assessment: Assessment, person_id: UUID | None, today: date, document: str) -> IdentityFacts:
    return IdentityFacts(
        state=assessment.state,
        identity_checked=assessment.identity_checked_at is not None,
        document_known=document in IdentityDocument.values,
        **assignment_of(assessment, person_id, today),
    )


def proposal_facts(assessment: Assessment, person_id: UUID | None, today: date, evidence_kinds: int) -> ProposalFacts:
    scheme_id = assessment.application.scheme_version.scheme_id
    facts = assignment_of(assessment, person_id, today) | _starting(
        assessment.body_id, scheme_id, assessment.assessor_id, today
    )
    return ProposalFacts(
        state=assessment.state,
        can_continue=assessment.self_assessment_ok,
        planned=bool(assessment.potential),
        proposed=agreement_of(assessment) is not None,
        evidence_kinds=evidence_kinds,
        **facts,
    )


def release_facts(assessment: Assessment, reason: str) -> ReleaseFacts:
    return ReleaseFacts(state=assessment.state, reason_given=bool(reason.strip()))


def cases_in_hand(event: Event) -> list[Assessment]:
    """Opened cases of an event that are not recommended, in the order of their numbers: those that can be released."""
    rows = assessments_for(event.body_id).filter(
        event=event, state__in=[AssessmentState.OPENED, AssessmentState.AGREED]
    )
    return list(rows.order_by("application__number"))


def unplanned(assessments: Iterable[Assessment], day: date) -> dict[UUID, EventCandidate]:
    """Of `assessments` (by id) those that were released and stand in an event whose plan did not change for them
    since, or whose day has passed: somebody must name another day or assessor. Two queries for any number of them."""
    released = {each.application_id: each for each in assessments if each.state == AssessmentState.RELEASED}
    if not released:
        return {}
    rows = list(EventCandidate.objects.filter(application__in=released).select_related("event", "application"))
    kinds = [ChangeKind.POSTPONED, ChangeKind.WITHDRAWN]
    changes = EventChange.objects.filter(event__in={row.event_id for row in rows}, kind__in=kinds)
    found: dict[UUID, EventCandidate] = {}
    for row in rows:
        case = released[row.application_id]
        moved = (row.event_id, row.assessor_id) != (case.event_id, case.assessor_id) or any(
            change.event_id == row.event_id
            and change.at >= case.state_since
            and change.application_id in (None, row.application_id)
            for change in changes
        )
        if not moved or row.event.date < day:
            found[case.pk] = row
    return found


def released_unplanned(body_id: UUID, day: date) -> list[tuple[Assessment, EventCandidate]]:
    """Every one of the LSP with its place in an event, the longest waiting first."""
    rows = list(assessments_for(body_id).filter(state=AssessmentState.RELEASED).order_by("state_since"))
    waiting = unplanned(rows, day)
    return [(row, waiting[row.pk]) for row in rows if row.pk in waiting]


def agreement_facts(assessment: Assessment) -> AgreementFacts:
    return AgreementFacts(state=assessment.state, proposed=agreement_of(assessment) is not None)


AGREEMENT_CODES = (SheetCode.AK07, SheetCode.AK01)
"""What the candidate signs before anything is judged, here or on paper."""


def agreement_papers(assessment: Assessment) -> list[PaperSheet]:
    """The confirmed scans of what the candidate signed on paper before anything is judged."""
    rows = PaperSheet.objects.filter(case=assessment.application_id, code__in=AGREEMENT_CODES)
    earlier = Sheet.objects.filter(subject_id=assessment.pk, code__in=AGREEMENT_CODES)
    if assessment.state == AssessmentState.OPENED and earlier.filter(made_at__lt=assessment.state_since).exists():
        rows = rows.filter(entered_at__gte=assessment.state_since)  # opened again: the agreement is given again
    return list(rows.filter(state=PaperState.CONFIRMED).order_by("code", "entered_at", "pk"))


def paper_agreement_facts(assessment: Assessment, person_id: UUID | None, today: date) -> PaperAgreementFacts:
    there = {paper.code for paper in agreement_papers(assessment)}
    return PaperAgreementFacts(
        papers_missing=tuple(str(code) for code in AGREEMENT_CODES if code not in there),
        **asdict(agreement_facts(assessment)),
        **assignment_of(assessment, person_id, today),
    )


def material_of(assessment: Assessment) -> dict[str, Any]:
    return {
        "state": assessment.state,
        "agreed": assessment.agreed_at is not None,
        "identity_checked": assessment.identity_checked_at is not None,
    }


def material_facts(assessment: Assessment, person_id: UUID | None, today: date) -> MaterialFacts:
    return MaterialFacts(**material_of(assessment), **assignment_of(assessment, person_id, today))


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
        unfinished=tuple(progress_of([assessment])[assessment.pk].unfinished),
        **material_of(assessment),
        **assignment_of(assessment, person_id, today),
    )


def acknowledgement_facts(assessment: Assessment) -> AcknowledgementFacts:
    return AcknowledgementFacts(state=assessment.state)


RESULT_CODES = (
    SheetCode.IA01,
    SheetCode.IA02,
    SheetCode.IA03,
    SheetCode.IA04A,
    SheetCode.IA04B,
    SheetCode.IA05C,
    SheetCode.IA06C,
    SheetCode.IA07,
    SheetCode.IA08,
    SheetCode.IA09,
    SheetCode.IA11,
    SheetCode.AK02,
)
"""What the recommendation freezes for both to sign."""


def result_sheets(assessment: Assessment) -> list[Sheet]:
    """The sheets of the last recommendation, in the order of the process: what the candidate signs."""
    since = assessment.recommended_at
    rows = Sheet.objects.filter(subject_id=assessment.pk, code__in=RESULT_CODES, made_at__gte=since)
    return sorted(rows.order_by("version"), key=lambda sheet: RESULT_CODES.index(SheetCode(sheet.code)))


def unit_results_of(assessment: Assessment) -> QuerySet[UnitResult]:
    """K or BK of each unit as recommended last."""
    return UnitResult.objects.filter(assessment=assessment, round=assessment.round)
