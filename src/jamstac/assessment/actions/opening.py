"""Doors: from opening a case to FR.AK.07 and FR.AK.01 signed by both."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from jamstac.assessment import rules, selectors
from jamstac.assessment.actions.signing import sign_as_assessor
from jamstac.assessment.continuing import go_on, released_of
from jamstac.assessment.models import Assessment
from jamstac.assessment.sheets import ak01_content
from jamstac.assessment.states import AssessmentState, EvidenceKind
from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.sheets import content_of, freeze, latest, sign
from jamstac.documents.signatures import block_of
from jamstac.documents.states import SheetCode
from jamstac.events.models import EventCandidate
from jamstac.impartiality.selectors import window_setting
from jamstac.ledger.door import Act, action, store
from jamstac.licensing.selectors import number_on


def _candidate_signature(sheet: Sheet) -> dict[str, Any]:
    """The candidate's signature under FR.APL.02 as sent, as the next version carries it."""
    row = Signature.objects.filter(sheet=sheet, person=sheet.owner).select_related("body").first()
    return {} if row is None else {"asesi": block_of(row)}


@action("assessment.opened", access="assessment.assess", policies=[rules.may_open])
def open_assessment(act: Act, candidate: EventCandidate) -> Assessment:
    """The assigned assessor opens the case on the day of the surat tugas, when everybody of the event declared and
    nothing found stands open; one that was released goes on. HR-03 to HR-06, HR-16, HR-19 to HR-24, HR-28."""
    act.refuse(window_setting(candidate.body_id, act.day))
    act.require(rules.may_open, selectors.opening_facts(candidate, act.actor.person_id, act.day))
    released = released_of(candidate)
    assessment = _begin_new(act, candidate) if released is None else go_on(act, released, candidate)
    candidate.opened_at = act.now
    store(candidate, "opened_at")
    act.record(assessment, event_id=candidate.event_id, assessor=candidate.assessor_id, again=released is not None)
    return assessment


def _begin_new(act: Act, candidate: EventCandidate) -> Assessment:
    assessment = Assessment(
        body_id=candidate.body_id,
        application=candidate.application,
        event=candidate.event,
        assessor_id=candidate.assessor_id,
        state=AssessmentState.OPENED,
        state_since=act.now,
    )
    store(assessment)
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
    sign_as_assessor(act, sheet, statement)
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
        content=ak01_content(assessment, number_on(assessment.body_id, act.day), kinds),
        case_number=assessment.application.number,
        owner=assessment.application.person,
        correction_reason=assessment.reopen_reason if latest(assessment.pk, SheetCode.AK01) else "",
    )
    sign_as_assessor(act, sheet, statement)
    act.record(evidence_kinds=kinds)
    return assessment


@action("assessment.agreed", access="assessment.self", policies=[rules.may_agree, sheet_rules.may_sign])
def agree(act: Act, assessment: Assessment, *, statement: Statement) -> Assessment:
    """The candidate signs FR.AK.07 and FR.AK.01. With the identity checked, the material is open (HR-34)."""
    act.require(rules.may_agree, selectors.agreement_facts(assessment))
    for code in selectors.AGREEMENT_CODES:
        sheet = latest(assessment.pk, code)
        assert sheet is not None
        sign(act, sheet, statement, person=assessment.application.person, role="asesi")
    _begin(act, assessment)
    act.record()
    return assessment


@action("assessment.agreed_on_paper", access="assessment.assess", policies=[rules.may_agree_on_paper])
def agree_on_paper(act: Act, assessment: Assessment) -> Assessment:
    """The assessor notes that the candidate signed FR.AK.07 and FR.AK.01 on paper: the scans are the signatures, a
    second person confirmed them (HR-34). What is judged is entered all the same, and the candidate signs it."""
    act.require(rules.may_agree_on_paper, selectors.paper_agreement_facts(assessment, act.actor.person_id, act.day))
    papers = selectors.agreement_papers(assessment)
    _begin(act, assessment)
    act.record(papers=[paper.pk for paper in papers], filled_on=max(paper.filled_on for paper in papers))
    return assessment


def _begin(act: Act, assessment: Assessment) -> None:
    assessment.state, assessment.state_since = AssessmentState.AGREED, act.now
    assessment.agreed_at = assessment.started_at = act.now
    store(assessment, "state", "state_since", "agreed_at", "started_at")
