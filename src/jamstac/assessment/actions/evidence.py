"""Doors: bukti added, marked VATM, linked to KUK, taken out of use."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from uuid import UUID

from jamstac.assessment import rules, selectors
from jamstac.assessment.actions.signing import person_of
from jamstac.assessment.models import Assessment, Evidence, EvidenceCriterion, Taking
from jamstac.assessment.takings import Vatm
from jamstac.documents.models import StoredFile
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.scope import OutOfScope
from jamstac.standards.models import Criterion


def criteria_in_scope(assessment: Assessment, ids: Collection[UUID]) -> list[Criterion]:
    """The criteria named, all of them in scope. One of another scheme is not there."""
    found = list(selectors.criteria_of(assessment).filter(pk__in=set(ids)))
    if len(found) != len(set(ids)):
        raise OutOfScope
    return found


def _link(evidence: Evidence, criteria: Collection[UUID]) -> None:
    EvidenceCriterion.objects.bulk_create(
        EvidenceCriterion(
            body_id=evidence.body_id,
            assessment_id=evidence.assessment_id,
            evidence=evidence,
            criterion_id=criterion,
        )
        for criterion in dict.fromkeys(criteria)
    )


def add_row(
    assessment: Assessment,
    criteria: Collection[UUID],
    *,
    method: str,
    title: str,
    file: StoredFile | None = None,
    note: str = "",
    taking: Taking | None = None,
    vatm: Vatm | None = None,
) -> Evidence:
    """The next bukti of an assessment, for criteria in scope. Inner function of a door, which records it."""
    evidence = Evidence(
        body_id=assessment.body_id,
        assessment=assessment,
        taking=taking,
        position=Evidence.objects.filter(assessment=assessment).count() + 1,
        method=method,
        title=title.strip(),
        file=file,
        note=note.strip(),
        **({} if vatm is None else asdict(vatm)),
    )
    store(evidence)
    _link(evidence, criteria)
    return evidence


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
    if file is not None and file.uploaded_by_id != person_of(act).account_id:
        raise OutOfScope  # somebody else's file is nobody's evidence here
    serves = criteria_in_scope(assessment, criteria)
    evidence = add_row(assessment, [each.pk for each in serves], method=method, title=title, file=file, note=note)
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
    serves = criteria_in_scope(assessment, criteria)
    EvidenceCriterion.objects.filter(evidence=evidence).delete()
    _link(evidence, [each.pk for each in serves])
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
