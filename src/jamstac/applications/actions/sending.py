"""Doors: sending an application, and sending it again after a return."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from jamstac.applications import reassessment, rules, selectors
from jamstac.applications.actions.telling import tell
from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    ApplicationEvidence,
    DraftEvidence,
    ElementEvidence,
    SelfAssessment,
    SpecialNeed,
)
from jamstac.applications.selectors import BIODATA
from jamstac.applications.sheets import apl01_content, apl02_content
from jamstac.applications.states import ApplicationState
from jamstac.applications.texts import CONSENTS, INFORMATION_EDITION
from jamstac.bodies.models import Body
from jamstac.bodies.numbering import give_number
from jamstac.bodies.rules import may_give_number
from jamstac.bodies.states import NumberPurpose
from jamstac.documents.facts import Statement
from jamstac.documents.rules import may_sign
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.selectors import number_on
from jamstac.people.actions import give_consent
from jamstac.people.models import Appointment, Person
from jamstac.people.selectors import consent_in_force
from jamstac.people.states import ConsentPurpose


@action(
    "application.submitted",
    access="application.submit",
    policies=[rules.may_submit, rules.may_reassess, rules.may_apply_again, may_sign, may_give_number],
)
def submit_application(act: Act, person: Person, *, draft: ApplicationDraft, statement: Statement) -> Application:
    """Send FR.APL.01 and FR.APL.02 for the first time: the draft becomes an application, both sheets are frozen
    and signed. HR-16, HR-17, HR-30, HR-32, HR-50, ASM-10. Raises OutOfScope for a draft of somebody else."""
    working = _draft_again(draft, person)
    body = Body.objects.get(pk=person.body_id)
    _require_right(act, working)
    if working.reassessment is None:
        unset, again = reassessment.reapplication(working, act.day)
        act.refuse(unset)
        act.require(rules.may_apply_again, again)
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
        licence="".join(each for each in number_on(body.pk, act.day) if each.isdigit()),
    )
    _take_over(act, application, working)
    working.application = application
    working.save(update_fields=["application"])
    _give_consents(act, working)
    _freeze_both(act, application, body, statement)
    tell(act, application, "application.submitted")
    act.record(application, **_sending_facts(application))
    return application


@action(
    "application.resubmitted", access="application.submit", policies=[rules.may_submit, rules.may_reassess, may_sign]
)
def resubmit_application(
    act: Act, application: Application, *, draft: ApplicationDraft, statement: Statement
) -> Application:
    """Send a returned application again. The earlier sheets stay, new versions are frozen and signed."""
    working = _draft_again(draft, application.person)
    if working.application_id != application.pk:
        raise OutOfScope
    body = Body.objects.get(pk=application.body_id)
    _require_right(act, working)
    act.require(rules.may_submit, selectors.submission_facts(working, body, act.day, signed=_is_signed(statement)))
    application.state, application.state_since = ApplicationState.SUBMITTED, act.now
    application.round += 1
    _take_over(act, application, working)
    _give_consents(act, working)
    _freeze_both(act, application, body, statement, reason="Dilengkapi setelah dikembalikan LSP")
    act.record(**_sending_facts(application))
    return application


def _require_right(act: Act, draft: ApplicationDraft) -> None:
    """An asesmen ulang stands on its right, in its time (ASM-10)."""
    if draft.reassessment is None:
        return
    act.refuse(reassessment.settings(draft.reassessment.body_id, act.day))
    act.require(
        rules.may_reassess, reassessment.reassessment_facts(draft.reassessment, act.day, sent=draft.application)
    )


def _give_consents(act: Act, draft: ApplicationDraft) -> None:
    """Each purpose that was ticked, and no other; what is in force already stays as it was given."""
    ticked = {
        ConsentPurpose.CERTIFICATION: draft.consent,
        ConsentPurpose.PUBLICATION: draft.consent_publication,
        ConsentPurpose.DOCUMENTATION: draft.consent_documentation,
        ConsentPurpose.SPECIAL_NEEDS: draft.consent_needs and draft.needs.exists(),
    }
    for purpose, agreed in ticked.items():
        if agreed and not consent_in_force(draft.person_id, purpose):
            give_consent(act, draft.person, purpose=purpose, sentence=CONSENTS[purpose])


def _is_signed(statement: Statement) -> bool:
    return statement.agreed and bool(statement.sentence.strip())


def _draft_again(draft: ApplicationDraft, person: Person) -> ApplicationDraft:
    """The draft as it is now, locked against autosave, and only if it is the person's, at this LSP."""
    rows = ApplicationDraft.objects.select_for_update(of=("self",))
    rows = rows.select_related(
        "scheme_version__scheme", "application", "person", "reassessment__application__scheme_version"
    )
    row = rows.filter(pk=draft.pk, person=person).first()
    if row is None or row.scheme_version.body_id != person.body_id:
        raise OutOfScope
    return row


def _take_over(act: Act, application: Application, draft: ApplicationDraft) -> None:
    """Copy the draft into the application and its rows, and the biodata to the person."""
    for name in BIODATA:
        setattr(application, name, getattr(draft, name))
    application.purpose, application.purpose_words = draft.purpose, draft.purpose_words
    application.reassessment = draft.reassessment
    application.price_accepted = draft.price_accepted
    application.submitted_at = act.now
    store(application)
    shown = _take_evidence(application, draft)
    _take_answers(application, draft, shown)
    _take_needs(act, application, draft)
    _copy_biodata(act, application)


def _take_evidence(application: Application, draft: ApplicationDraft) -> dict[UUID, ApplicationEvidence]:
    """Rows of the files shown now, by draft row. What was replaced since the return stays, marked as removed.
    Raises OutOfScope for a file that neither the applicant nor staff of this LSP put into this draft."""
    before = {(row.requirement_id, row.file_id): row for row in selectors.evidence_of(application)}
    shown: dict[UUID, ApplicationEvidence] = {}
    for each in selectors.draft_evidence(draft):
        if each.file.body_id != application.body_id or not _was_put_here(each, application.person):
            raise OutOfScope
        row = before.pop((each.requirement_id, each.file_id), None)
        if row is None:
            row = ApplicationEvidence(
                body_id=application.body_id,
                application=application,
                requirement_id=each.requirement_id,
                file=each.file,
                title=each.title,
                added_by_id=each.added_by_id,
            )
            store(row)
        shown[each.pk] = row
    for row in before.values():
        row.removed = True
        store(row, "removed")
    return shown


def _was_put_here(row: DraftEvidence, applicant: Person) -> bool:
    """Uploaded by the applicant, or by the member of staff whom the draft names for it."""
    if row.added_by_id is None:
        return row.file.uploaded_by_id is not None and row.file.uploaded_by_id == applicant.account_id
    adder = Person.objects.filter(pk=row.added_by_id, body_id=applicant.body_id).exclude(pk=applicant.pk).first()
    if adder is None or adder.account_id is None or adder.account_id != row.file.uploaded_by_id:
        return False
    return Appointment.objects.filter(person=adder).exists()


def _take_answers(application: Application, draft: ApplicationDraft, shown: dict[UUID, ApplicationEvidence]) -> None:
    earlier = {row.element_id: row for row in SelfAssessment.objects.filter(application=application)}
    answers = selectors.answers_of(draft)
    ElementEvidence.objects.filter(evidence__application=application).delete()
    for element in selectors.elements_asked(draft):
        answer = answers[element.pk]
        row = earlier.get(element.pk) or SelfAssessment(
            body_id=application.body_id, application=application, element=element
        )
        row.answer, row.evidence_text = answer.answer, answer.evidence_text
        store(row)
        for file in answer.files.all():
            store(ElementEvidence(body_id=application.body_id, evidence=shown[file.pk], element=element))


def _take_needs(act: Act, application: Application, draft: ApplicationDraft) -> None:
    """The special needs told now. One whose wish changed is decided again; one left out is kept as such."""
    earlier = {row.characteristic: row for row in SpecialNeed.objects.filter(application=application)}
    for each in draft.needs.order_by("characteristic"):
        row = earlier.pop(each.characteristic, None) or SpecialNeed(
            body_id=application.body_id, application=application, characteristic=each.characteristic
        )
        if row.wish != each.wish:
            row.wish, row.decision, row.measure, row.extra_minutes, row.note = each.wish, "", "", 0, ""
            row.decided_by, row.decided_at = None, None
        row.withdrawn = False
        store(row)
        act.record(row, event="special_need.told")
    for row in earlier.values():
        row.withdrawn = True
        store(row, "withdrawn")


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
    licence = number_on(body.pk, act.day)
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
