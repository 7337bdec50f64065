"""Doors: the recommendation, and the candidate's signature under the result."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from jamstac.assessment import rules, selectors
from jamstac.assessment.actions.signing import sign_as_assessor
from jamstac.assessment.grid import Grid, grid_of
from jamstac.assessment.instrument_sheets import Papers, ia08_content, ia10_content, taken_contents
from jamstac.assessment.models import Assessment, Judgement, ThirdParty, UnitResult
from jamstac.assessment.progress import progress_of
from jamstac.assessment.selectors import result_sheets
from jamstac.assessment.sheets import ak02_content, ia01_content
from jamstac.assessment.states import AssessmentState, Result
from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.impartiality.conflicts import note_relation
from jamstac.instruments.states import InstrumentCode
from jamstac.ledger.door import Act, action, store
from jamstac.licensing.selectors import number_on
from jamstac.people.states import RelationKind


def _copy_judgements(assessment: Assessment, grid: Grid) -> int:
    rows = [
        Judgement(
            body_id=assessment.body_id,
            assessment=assessment,
            round=assessment.round,
            criterion=row.criterion,
            met=bool(row.mark),
            note=row.note,
            follow_up=row.follow_up if row.mark is False else "",
            method=row.method,
        )
        for row in grid.criteria
    ]
    for judgement in rows:
        judgement.clean_fields(exclude=["body", "assessment", "criterion"])
    return len(Judgement.objects.bulk_create(rows))


def _sheets(act: Act, assessment: Assessment, grid: Grid, overall: str) -> list[Sheet]:
    """The sheets of the assessment, frozen: FR.IA.01 where it was planned, each instrument taken, FR.AK.02. Those
    of a third party are nobody's but the LSP's."""
    licence = number_on(assessment.body_id, act.day)
    case = Papers(assessment, licence, grid)
    progress = progress_of([assessment])[assessment.pk]
    planned = {step.code for step in progress.steps}
    contents: dict[SheetCode, dict[str, Any]] = {}
    if InstrumentCode.OBSERVATION in planned:
        contents[SheetCode.IA01] = ia01_content(assessment, licence, grid, result=overall)
    contents |= taken_contents(case)
    if InstrumentCode.PORTFOLIO in planned:
        contents[SheetCode.IA08] = ia08_content(case)
    contents[SheetCode.AK02] = ak02_content(assessment, licence, grid, result=overall, end=act.now)
    application = assessment.application
    why = assessment.reopen_reason if assessment.round > 1 else ""
    sheets = [
        freeze(
            act,
            code,
            subject=assessment,
            content=content,
            case_number=application.number,
            owner=application.person,
            correction_reason=why,
        )
        for code, content in contents.items()
    ]
    answered = ThirdParty.objects.filter(assessment=assessment, answered_at__isnull=False).order_by("id")
    return sheets + [
        freeze(
            act,
            SheetCode.IA10,
            subject=third_party,
            content=ia10_content(case, third_party),
            case_number=application.number,
            correction_reason=why,
        )
        for third_party in answered
    ]


@action(
    "assessment.recommended",
    access="assessment.recommend",
    policies=[rules.may_recommend, sheet_rules.may_sign],
)
def recommend(
    act: Act,
    assessment: Assessment,
    *,
    feedback: str,
    follow_up: str,
    comment: str,
    statement: Statement,
    unit_results: Mapping[UUID, str] | None = None,
    result: str | None = None,
) -> Assessment:
    """The assessor's recommendation: the grid becomes judgements for good, FR.IA.01 and FR.AK.02 are frozen and
    signed. HR-35, HR-36, HR-40, HR-50.

    `unit_results` (K or BK by unit id) and `result` are what the assessor confirmed on the screen; left out,
    the statement confirms the computed ones."""
    grid = grid_of(assessment)
    act.require(
        rules.may_recommend,
        selectors.recommendation_facts(
            assessment, grid, act.actor.person_id, act.day, unit_results=unit_results, result=result
        ),
    )
    said = unit_results or {}
    confirmed = {unit.unit.pk: said.get(unit.unit.pk, str(unit.result)) for unit in grid.units}
    overall = str(grid.result) if result is None else result
    judged = _copy_judgements(assessment, grid)
    UnitResult.objects.bulk_create(
        UnitResult(
            body_id=assessment.body_id,
            assessment=assessment,
            round=assessment.round,
            unit=unit.unit,
            result=Result(confirmed[unit.unit.pk]),
        )
        for unit in grid.units
    )
    assessment.feedback, assessment.follow_up, assessment.comment = feedback.strip(), follow_up.strip(), comment.strip()
    assessment.result = Result(overall)
    assessment.state, assessment.state_since = AssessmentState.RECOMMENDED, act.now
    assessment.recommended_at = act.now
    store(assessment, "feedback", "follow_up", "comment", "result", "state", "state_since", "recommended_at")
    for sheet in _sheets(act, assessment, grid, overall):
        sign_as_assessor(act, sheet, statement)
    note_relation(act, assessment.assessor, assessment.application.person, RelationKind.ASSESSED, valid_until=act.day)
    act.record(
        result=overall,
        units_competent=sum(value == Result.COMPETENT for value in confirmed.values()),
        units=len(grid.units),
        criteria=judged,
        evidence=len(grid.linked),
    )
    return assessment


@action("assessment.acknowledged", access="assessment.self", policies=[rules.may_acknowledge, sheet_rules.may_sign])
def acknowledge(act: Act, assessment: Assessment, *, statement: Statement) -> Assessment:
    """The candidate signs the sheets of the assessment, but for those of third parties; the case waits for the
    pleno."""
    act.require(rules.may_acknowledge, selectors.acknowledgement_facts(assessment))
    for sheet in result_sheets(assessment):
        sign(act, sheet, statement, person=assessment.application.person, role="asesi")
    assessment.state, assessment.state_since = AssessmentState.SIGNED, act.now
    store(assessment, "state", "state_since")
    act.record()
    return assessment
