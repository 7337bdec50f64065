"""Doors: the assessment of one case, from opening it to the candidate's signature under the result."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from jamstac.assessment import rules, selectors
from jamstac.assessment.grid import Grid, grid_of
from jamstac.assessment.models import Assessment, Evidence, EvidenceCriterion, Judgement, UnitResult
from jamstac.assessment.sheets import ak01_content, ak02_content, ia01_content
from jamstac.assessment.states import AssessmentState, EvidenceKind, Result
from jamstac.assessors.selectors import certificate_on
from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet, Signature, StoredFile
from jamstac.documents.sheets import content_of, freeze, latest, sign
from jamstac.documents.signatures import block_of
from jamstac.documents.states import SheetCode
from jamstac.events.models import EventCandidate
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.selectors import licence_on
from jamstac.people.models import Person
from jamstac.standards.models import Criterion


def _licence_number(act: Act, assessment: Assessment) -> str:
    licence = licence_on(assessment.body_id, act.day)
    return licence.number if licence else ""


def _actor(act: Act) -> Person:
    """Who acts; the doors that ask are for persons only."""
    assert act.actor.person_id is not None
    return Person.objects.get(pk=act.actor.person_id)


def _sign_as_assessor(act: Act, sheet: Sheet, statement: Statement) -> None:
    """Under the assessor's own MET number of today."""
    person = _actor(act)
    certificate = certificate_on(person.pk, act.day)
    sign(
        act,
        sheet,
        statement,
        person=person,
        role="asesor",
        number_label="No. Reg",
        number=certificate.met_number if certificate else "",
    )


def _candidate_signature(sheet: Sheet) -> dict[str, Any]:
    """The candidate's signature under FR.APL.02 as sent, as the next version carries it."""
    row = Signature.objects.filter(sheet=sheet, person=sheet.owner).select_related("body").first()
    return {} if row is None else {"asesi": block_of(row)}


@action("assessment.opened", access="assessment.assess", policies=[rules.may_open])
def open_assessment(act: Act, candidate: EventCandidate) -> Assessment:
    """The assigned assessor opens the case on the day of the surat tugas. HR-21, HR-16, HR-19, HR-20."""
    act.require(rules.may_open, selectors.opening_facts(candidate, act.actor.person_id, act.day))
    assessment = Assessment(
        body_id=candidate.body_id,
        application=candidate.application,
        event=candidate.event,
        assessor_id=candidate.assessor_id,
        state=AssessmentState.OPENED,
        state_since=act.now,
    )
    store(assessment)
    candidate.opened_at = act.now
    store(candidate, "opened_at")
    act.record(assessment, event_id=candidate.event_id, assessor=candidate.assessor_id)
    return assessment


@action(
    "assessment.self_assessment_reviewed",
    access="assessment.assess",
    policies=[rules.may_review, sheet_rules.may_sign],
)
def review_self_assessment(
    act: Act, assessment: Assessment, *, can_continue: bool, note: str, statement: Statement
) -> Assessment:
    """FR.APL.02 with the assessor's word: the next version of the candidate's sheet, its signature carried over."""
    act.require(rules.may_review, selectors.self_assessment_facts(assessment, act.actor.person_id, act.day))
    case = assessment.application
    before = latest(case.pk, SheetCode.APL02)
    assert before is not None, "an accepted application has its FR.APL.02"
    content = content_of(before)
    content |= {
        "recommendation": "dapat" if can_continue else "tidak dapat",
        "note": note.strip() or None,
        "signatures": content.get("signatures") or _candidate_signature(before),
    }
    sheet = freeze(
        act,
        SheetCode.APL02,
        subject=case,
        content=content,
        case_number=case.number,
        owner=case.person,
        correction_reason="Rekomendasi asesor atas asesmen mandiri",
    )
    _sign_as_assessor(act, sheet, statement)
    assessment.self_assessment_ok, assessment.self_assessment_reviewed_at = can_continue, act.now
    store(assessment, "self_assessment_ok", "self_assessment_reviewed_at")
    act.record(can_continue=can_continue, sheet_version=sheet.version)
    return assessment


@action("assessment.identity_checked", access="assessment.assess", policies=[rules.may_check_identity])
def check_identity(act: Act, assessment: Assessment, *, document: str) -> Assessment:
    """The assessor saw the candidate's `IdentityDocument`. Its kind is kept, nothing else of it."""
    act.require(
        rules.may_check_identity,
        selectors.identity_facts(assessment, act.actor.person_id, act.day, document),
    )
    assessment.identity_document, assessment.identity_checked_at = document, act.now
    store(assessment, "identity_document", "identity_checked_at")
    act.record(document=document)
    return assessment


@action(
    "assessment.agreement_proposed",
    access="assessment.assess",
    policies=[rules.may_propose, sheet_rules.may_sign],
)
def propose_agreement(
    act: Act, assessment: Assessment, *, evidence_kinds: Collection[str], statement: Statement
) -> Assessment:
    """FR.AK.01, signed by the assessor and put before the candidate. HR-16, HR-19, HR-20 and HR-21 again.

    `evidence_kinds` are values of `EvidenceKind`; others do not count."""
    kinds = [str(kind) for kind in EvidenceKind if kind in evidence_kinds]
    act.require(
        rules.may_propose,
        selectors.proposal_facts(assessment, act.actor.person_id, act.day, len(kinds)),
    )
    sheet = freeze(
        act,
        SheetCode.AK01,
        subject=assessment,
        content=ak01_content(assessment, _licence_number(act, assessment), kinds),
        case_number=assessment.application.number,
        owner=assessment.application.person,
    )
    _sign_as_assessor(act, sheet, statement)
    act.record(evidence_kinds=kinds)
    return assessment


@action("assessment.agreed", access="assessment.self", policies=[rules.may_agree, sheet_rules.may_sign])
def agree(act: Act, assessment: Assessment, *, statement: Statement) -> Assessment:
    """The candidate signs FR.AK.01. With the identity checked, the material is open (HR-34)."""
    act.require(rules.may_agree, selectors.agreement_facts(assessment))
    sheet = selectors.agreement_of(assessment)
    assert sheet is not None
    sign(act, sheet, statement, person=assessment.application.person, role="asesi")
    assessment.state, assessment.state_since = AssessmentState.AGREED, act.now
    assessment.agreed_at = assessment.started_at = act.now
    store(assessment, "state", "state_since", "agreed_at", "started_at")
    act.record()
    return assessment


# ---------------------------------------------------------------- evidence


def _criteria(assessment: Assessment, ids: Collection[UUID]) -> list[Criterion]:
    """The criteria named, all of them in scope. One of another scheme is not there."""
    found = list(selectors.criteria_of(assessment).filter(pk__in=set(ids)))
    if len(found) != len(set(ids)):
        raise OutOfScope
    return found


def _link(evidence: Evidence, criteria: Collection[Criterion]) -> None:
    EvidenceCriterion.objects.bulk_create(
        EvidenceCriterion(
            body_id=evidence.body_id,
            assessment_id=evidence.assessment_id,
            evidence=evidence,
            criterion=criterion,
        )
        for criterion in criteria
    )


@action("evidence.added", access="assessment.assess", policies=[rules.may_judge])
def add_evidence(
    act: Act,
    assessment: Assessment,
    *,
    method: str,
    title: str,
    file: StoredFile | None,
    note: str,
    criteria: Collection[UUID],
) -> Evidence:
    """One bukti for any number of criteria (ids). `file` was checked and kept before. HR-34, HR-50."""
    act.require(rules.may_judge, selectors.material_facts(assessment, act.actor.person_id, act.day))
    if file is not None and file.uploaded_by_id != _actor(act).account_id:
        raise OutOfScope  # somebody else's file is nobody's evidence here
    serves = _criteria(assessment, criteria)
    evidence = Evidence(
        body_id=assessment.body_id,
        assessment=assessment,
        position=Evidence.objects.filter(assessment=assessment).count() + 1,
        method=method,
        title=title.strip(),
        file=file,
        note=note.strip(),
    )
    store(evidence)
    _link(evidence, serves)
    act.record(
        evidence, assessment=assessment.pk, method=method, criteria=len(serves), file=file.sha256 if file else None
    )
    return evidence


def _in_use(evidence: Evidence) -> Assessment:
    """Its assessment. What was taken out of use is not there any more."""
    if evidence.removed:
        raise OutOfScope
    return evidence.assessment


@action("evidence.marked", access="assessment.assess", policies=[rules.may_judge])
def mark_evidence(
    act: Act, evidence: Evidence, *, valid: bool, authentic: bool, current: bool, sufficient: bool
) -> Evidence:
    """VATM, once per item; marked again before the recommendation, the last marks hold."""
    assessment = _in_use(evidence)
    act.require(rules.may_judge, selectors.material_facts(assessment, act.actor.person_id, act.day))
    evidence.valid, evidence.authentic, evidence.current, evidence.sufficient = valid, authentic, current, sufficient
    store(evidence, "valid", "authentic", "current", "sufficient")
    act.record(valid=valid, authentic=authentic, current=current, sufficient=sufficient)
    return evidence


@action("evidence.linked", access="assessment.assess", policies=[rules.may_judge])
def link_evidence(act: Act, evidence: Evidence, *, criteria: Collection[UUID]) -> Evidence:
    """From now on the item serves exactly `criteria`."""
    assessment = _in_use(evidence)
    act.require(rules.may_judge, selectors.material_facts(assessment, act.actor.person_id, act.day))
    serves = _criteria(assessment, criteria)
    EvidenceCriterion.objects.filter(evidence=evidence).delete()
    _link(evidence, serves)
    act.record(criteria=len(serves))
    return evidence


@action("evidence.removed", access="assessment.assess", policies=[rules.may_judge])
def remove_evidence(act: Act, evidence: Evidence) -> Evidence:
    """Take an item out of use; it stays on record."""
    assessment = _in_use(evidence)
    act.require(rules.may_judge, selectors.material_facts(assessment, act.actor.person_id, act.day))
    evidence.removed = True
    store(evidence, "removed")
    act.record()
    return evidence


# ---------------------------------------------------------------- recommendation


def _copy_judgements(assessment: Assessment, grid: Grid) -> int:
    rows = [
        Judgement(
            body_id=assessment.body_id,
            assessment=assessment,
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
    licence = _licence_number(act, assessment)
    contents = {
        SheetCode.IA01: ia01_content(assessment, licence, grid, result=overall),
        SheetCode.AK02: ak02_content(assessment, licence, grid, result=overall, end=act.now),
    }
    for code, content in contents.items():
        sheet = freeze(
            act,
            code,
            subject=assessment,
            content=content,
            case_number=assessment.application.number,
            owner=assessment.application.person,
        )
        _sign_as_assessor(act, sheet, statement)
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
    """The candidate signs FR.IA.01 and FR.AK.02; the case waits for the pleno."""
    act.require(rules.may_acknowledge, selectors.acknowledgement_facts(assessment))
    for code in (SheetCode.IA01, SheetCode.AK02):
        sheet = latest(assessment.pk, code)
        assert sheet is not None
        sign(act, sheet, statement, person=assessment.application.person, role="asesi")
    assessment.state, assessment.state_since = AssessmentState.SIGNED, act.now
    store(assessment, "state", "state_since")
    act.record()
    return assessment
