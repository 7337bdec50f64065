"""Doors: sending an application, sending it again, and the review: accept, return, reject."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.urls import reverse

from jamstac.applications import rules, selectors
from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    ApplicationEvidence,
    DraftEvidence,
    ElementEvidence,
    FindingDraft,
    ReviewDraft,
    SelfAssessment,
)
from jamstac.applications.selectors import BIODATA, Findings
from jamstac.applications.sheets import apl01_content, apl02_content, carried_signature
from jamstac.applications.states import ApplicationState, EvidenceState
from jamstac.applications.texts import CONSENTS, INFORMATION_EDITION
from jamstac.bodies.models import Body
from jamstac.bodies.numbering import give_number
from jamstac.bodies.rules import may_give_number
from jamstac.bodies.states import NumberPurpose
from jamstac.documents.facts import Statement
from jamstac.documents.rules import may_sign
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.kernel.verdicts import Policy
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.selectors import licence_on
from jamstac.messaging.notices import notify
from jamstac.people.actions import give_consent
from jamstac.people.models import Consent, Person


def _tell(act: Act, application: Application, subject: str, text: str) -> None:
    """A notice to the applicant, in the application and by e-mail."""
    notify(
        act,
        person_id=application.person_id,
        email=application.email,
        subject=f"{subject} ({application.number})",
        text=text,
        link=reverse("applications:mine", args=[application.body.slug, application.pk]),
    )


# ---------------------------------------------------------------- sending


@action(
    "application.submitted",
    access="application.submit",
    policies=[rules.may_submit, may_sign, may_give_number],
)
def submit_application(act: Act, person: Person, *, draft: ApplicationDraft, statement: Statement) -> Application:
    """Send FR.APL.01 and FR.APL.02 for the first time: the draft becomes an application, both sheets are frozen
    and signed. HR-16, HR-17, HR-30, HR-50. Raises OutOfScope for a draft of somebody else."""
    working = _draft_again(draft, person)
    body = Body.objects.get(pk=person.body_id)
    act.require(rules.may_submit, selectors.submission_facts(working, body, act.day, signed=_is_signed(statement)))
    version = working.scheme_version
    application = Application(
        body=body, person=person, scheme_version=version, state=ApplicationState.SUBMITTED, state_since=act.now
    )
    application.number = give_number(
        act,
        NumberPurpose.APPLICATION,
        application.pk,
        kbli=version.kbli,
        kbji=version.kbji,
        level=version.level,
        licence=_licence_digits(act),
    )
    _take_over(act, application, working)
    working.application = application
    working.save(update_fields=["application"])
    for purpose, sentence in CONSENTS.items():
        if not Consent.objects.filter(person=person, purpose=purpose, withdrawn_at=None).exists():
            give_consent(act, person, purpose=purpose, sentence=sentence)
    _freeze_both(act, application, body, statement)
    _tell(
        act,
        application,
        "Permohonan Anda terkirim",
        f"{body.name} menerima permohonan sertifikasi {version.scheme.title}. Anda mendapat kabar setelah ditinjau.",
    )
    act.record(application, **_sending_facts(application))
    return application


@action("application.resubmitted", access="application.submit", policies=[rules.may_submit, may_sign])
def resubmit_application(
    act: Act, application: Application, *, draft: ApplicationDraft, statement: Statement
) -> Application:
    """Send a returned application again. The earlier sheets stay, new versions are frozen and signed."""
    working = _draft_again(draft, application.person)
    if working.application_id != application.pk:
        raise OutOfScope
    body = Body.objects.get(pk=application.body_id)
    act.require(rules.may_submit, selectors.submission_facts(working, body, act.day, signed=_is_signed(statement)))
    application.state, application.state_since = ApplicationState.SUBMITTED, act.now
    application.round += 1
    _take_over(act, application, working)
    _freeze_both(act, application, body, statement, reason="Dilengkapi setelah dikembalikan LSP")
    act.record(**_sending_facts(application))
    return application


def _is_signed(statement: Statement) -> bool:
    return statement.agreed and bool(statement.sentence.strip())


def _draft_again(draft: ApplicationDraft, person: Person) -> ApplicationDraft:
    """The draft as it is now, locked against autosave, and only if it is the person's, at this LSP."""
    rows = ApplicationDraft.objects.select_for_update(of=("self",))
    row = rows.select_related("scheme_version__scheme", "application").filter(pk=draft.pk, person=person).first()
    if row is None or row.scheme_version.body_id != person.body_id:
        raise OutOfScope
    return row


def _licence_digits(act: Act) -> str:
    return "".join(each for each in _licence_number(act) if each.isdigit())


def _licence_number(act: Act) -> str:
    assert act.body_id is not None
    licence = licence_on(act.body_id, act.day)
    return licence.number if licence else ""


def _take_over(act: Act, application: Application, draft: ApplicationDraft) -> None:
    """Copy the draft into the application and its rows, and the biodata to the person."""
    for name in BIODATA:
        setattr(application, name, getattr(draft, name))
    application.purpose = draft.purpose
    application.price_accepted = draft.price_accepted
    application.submitted_at = act.now
    store(application)
    shown = _take_evidence(application, draft)
    _take_answers(application, draft, shown)
    _copy_biodata(act, application)


def _take_evidence(application: Application, draft: ApplicationDraft) -> dict[UUID, ApplicationEvidence]:
    """Rows of the files shown now, by draft row. What was replaced since the return stays, marked as removed.
    Raises OutOfScope for a file that the applicant did not upload here."""
    before = {(row.requirement_id, row.file_id): row for row in selectors.evidence_of(application)}
    shown: dict[UUID, ApplicationEvidence] = {}
    for each in selectors.draft_evidence(draft):
        if each.file.body_id != application.body_id or each.file.uploaded_by_id != application.person.account_id:
            raise OutOfScope
        row = before.pop((each.requirement_id, each.file_id), None)
        if row is None:
            row = ApplicationEvidence(
                body_id=application.body_id,
                application=application,
                requirement_id=each.requirement_id,
                file=each.file,
                title=each.title,
            )
            store(row)
        shown[each.pk] = row
    for row in before.values():
        row.removed = True
        store(row, "removed")
    return shown


def _take_answers(application: Application, draft: ApplicationDraft, shown: dict[UUID, ApplicationEvidence]) -> None:
    earlier = {row.element_id: row for row in SelfAssessment.objects.filter(application=application)}
    answers = selectors.answers_of(draft)
    ElementEvidence.objects.filter(evidence__application=application).delete()
    for element in selectors.elements_of(draft.scheme_version_id):
        answer = answers[element.pk]
        row = earlier.get(element.pk) or SelfAssessment(
            body_id=application.body_id, application=application, element=element
        )
        row.answer, row.evidence_text = answer.answer, answer.evidence_text
        store(row)
        for file in answer.files.all():
            store(ElementEvidence(body_id=application.body_id, evidence=shown[file.pk], element=element))


def _copy_biodata(act: Act, application: Application) -> None:
    """The person as they describe themselves now."""
    person = Person.objects.get(pk=application.person_id)
    changed = [name for name in BIODATA if getattr(person, name) != getattr(application, name)]
    if changed:
        for name in changed:
            setattr(person, name, getattr(application, name))
        store(person, *changed)
        act.record(person, event="person.biodata_copied", fields=sorted(changed))


def _freeze_both(act: Act, application: Application, body: Body, statement: Statement, *, reason: str = "") -> None:
    licence = _licence_number(act)
    sheets: list[tuple[SheetCode, str, dict[str, Any]]] = [
        (SheetCode.APL01, "applicant", apl01_content(application, body, licence)),
        (SheetCode.APL02, "asesi", apl02_content(application, body, licence)),
    ]
    for code, role, content in sheets:
        sheet = freeze(
            act,
            code,
            subject=application,
            content=content,
            case_number=application.number,
            owner=application.person,
            correction_reason=reason,
        )
        sign(
            act,
            sheet,
            statement,
            person=application.person,
            role=role,
            number_label="NIK",
            number=application.nik,
        )


def _sending_facts(application: Application) -> dict[str, Any]:
    evidence = selectors.evidence_of(application)
    return {
        "number": application.number,
        "round": application.round,
        "scheme_version": application.scheme_version_id,
        "price": application.price_accepted,
        "information": INFORMATION_EDITION,
        "elements": SelfAssessment.objects.filter(application=application).count(),
        "files": sorted({row.file.sha256 for row in evidence}),
    }


# ---------------------------------------------------------------- review


@action("application.accepted", access="application.review", policies=[rules.may_accept, may_sign])
def accept_application(
    act: Act, application: Application, *, findings: Findings, note: str, statement: Statement
) -> Application:
    """The prerequisites are met: the applicant becomes a candidate. HR-31. Freezes FR.APL.01 with the findings.

    `findings` are the rows judged now; a row not named keeps its earlier finding."""
    _review(act, application, rules.may_accept, findings, note, ApplicationState.ACCEPTED)
    _freeze_reviewed(act, application, "Diterima", note, statement)
    _tell(
        act,
        application,
        "Permohonan Anda diterima",
        "Anda diterima sebagai peserta sertifikasi. LSP menetapkan jadwal, tempat, dan asesor, lalu mengabari Anda.",
    )
    act.record(round=application.round, **_finding_counts(application))
    return application


@action("application.returned", access="application.review", policies=[rules.may_return])
def return_application(act: Act, application: Application, *, findings: Findings, note: str) -> Application:
    """Something is missing: the applicant's draft opens again, with the reviewer's words at each item."""
    _review(act, application, rules.may_return, findings, note, ApplicationState.RETURNED)
    for row in selectors.evidence_of(application):
        shown = DraftEvidence.objects.filter(draft__application=application, requirement=row.requirement, file=row.file)
        shown.update(review_state=row.state, review_note=row.note)
    _tell(
        act,
        application,
        "Permohonan Anda perlu dilengkapi",
        "LSP memberi catatan pada permohonan Anda. Buka permohonan, perbaiki yang ditandai, lalu kirim kembali.",
    )
    act.record(round=application.round, **_finding_counts(application))
    return application


@action("application.rejected", access="application.review", policies=[rules.may_reject, may_sign])
def reject_application(
    act: Act, application: Application, *, note: str, statement: Statement, findings: Findings | None = None
) -> Application:
    """The applicant is not accepted, for the reason in `note`. Freezes FR.APL.01 with "Tidak diterima"."""
    _review(act, application, rules.may_reject, findings or {}, note, ApplicationState.REJECTED)
    _freeze_reviewed(act, application, "Tidak diterima", note, statement)
    _tell(
        act,
        application,
        "Permohonan Anda tidak diterima",
        f"Alasannya: {application.review_note}",
    )
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
    act.require(policy, selectors.review_facts(application, findings, note))
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
    content = apl01_content(application, body, _licence_number(act), recommendation=recommendation, note=note.strip())
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
