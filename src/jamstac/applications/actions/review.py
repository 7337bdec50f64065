"""Doors: the review by the LSP: accept, return, reject."""

from __future__ import annotations

from typing import Any

from jamstac.applications import rules, selectors
from jamstac.applications.actions.telling import tell
from jamstac.applications.models import Application, DraftEvidence, FindingDraft, ReviewDraft
from jamstac.applications.selectors import Findings
from jamstac.applications.sheets import apl01_content, carried_signature
from jamstac.applications.states import ApplicationState, EvidenceState
from jamstac.bodies.models import Body
from jamstac.documents.facts import Statement
from jamstac.documents.rules import may_sign
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.kernel.verdicts import Policy
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.selectors import number_on
from jamstac.people.models import Person


@action("application.accepted", access="application.review", policies=[rules.may_accept, may_sign])
def accept_application(
    act: Act, application: Application, *, findings: Findings, note: str, statement: Statement
) -> Application:
    """The prerequisites are met: the applicant becomes a candidate. HR-31. Freezes FR.APL.01 with the findings.

    `findings` are the rows judged now; a row not named keeps its earlier finding."""
    _review(act, application, rules.may_accept, findings, note, ApplicationState.ACCEPTED)
    _freeze_reviewed(act, application, "Diterima", note, statement)
    tell(act, application, "application.accepted")
    act.record(round=application.round, **_finding_counts(application))
    return application


@action("application.returned", access="application.review", policies=[rules.may_return])
def return_application(act: Act, application: Application, *, findings: Findings, note: str) -> Application:
    """Something is missing: the applicant's draft opens again, with the reviewer's words at each item."""
    _review(act, application, rules.may_return, findings, note, ApplicationState.RETURNED)
    for row in selectors.evidence_of(application):
        shown = DraftEvidence.objects.filter(draft__application=application, requirement=row.requirement, file=row.file)
        shown.update(review_state=row.state, review_note=row.note)
    tell(act, application, "application.returned")
    act.record(round=application.round, **_finding_counts(application))
    return application


@action("application.rejected", access="application.review", policies=[rules.may_reject, may_sign])
def reject_application(
    act: Act, application: Application, *, note: str, statement: Statement, findings: Findings | None = None
) -> Application:
    """The applicant is not accepted, for the reason in `note`. Freezes FR.APL.01 with "Tidak diterima"."""
    _review(act, application, rules.may_reject, findings or {}, note, ApplicationState.REJECTED)
    _freeze_reviewed(act, application, "Tidak diterima", note, statement)
    tell(act, application, "application.rejected", reason=application.review_note)
    act.record(round=application.round, **_finding_counts(application))
    return application


def _review(
    act: Act,
    application: Application,
    policy: Policy[Any],
    findings: Findings,
    note: str,
    state: ApplicationState,
) -> None:
    """Ask the policy, then write the findings, the reviewer and the new state. Raises OutOfScope when a
    finding is about a row that is not shown in this application."""
    rows = {row.pk: row for row in selectors.evidence_of(application)}
    if not findings.keys() <= rows.keys():
        raise OutOfScope
    act.require(policy, selectors.review_facts(application, findings, note, act.day))
    for pk, (met, text) in findings.items():
        row = rows[pk]
        row.state = EvidenceState.MET if met else EvidenceState.UNMET
        row.note = text.strip()
        store(row, "state", "note")
    application.state, application.state_since = state, act.now
    application.reviewer_id, application.reviewed_at = act.actor.person_id, act.now
    application.review_note = note.strip()
    store(application, "state", "state_since", "reviewer", "reviewed_at", "review_note")
    FindingDraft.objects.filter(evidence__application=application).delete()
    ReviewDraft.objects.filter(application=application).delete()


def _finding_counts(application: Application) -> dict[str, Any]:
    states = [row.state for row in selectors.evidence_of(application) if row.requirement_id]
    return {"met": states.count(EvidenceState.MET), "unmet": states.count(EvidenceState.UNMET)}


def _freeze_reviewed(act: Act, application: Application, recommendation: str, note: str, statement: Statement) -> None:
    """FR.APL.01 once more, with the LSP's findings, the applicant's signature as it was given, and ours."""
    assert application.reviewer_id is not None
    body = Body.objects.get(pk=application.body_id)
    content = apl01_content(
        application, body, number_on(body.pk, act.day), recommendation=recommendation, note=note.strip()
    )
    content["signatures"] = {"applicant": carried_signature(application, SheetCode.APL01, "applicant")}
    sheet = freeze(
        act,
        SheetCode.APL01,
        subject=application,
        content=content,
        case_number=application.number,
        owner=application.person,
        correction_reason="Ditambah hasil tinjauan LSP",
    )
    sign(act, sheet, statement, person=Person.objects.get(pk=application.reviewer_id), role="admin")
