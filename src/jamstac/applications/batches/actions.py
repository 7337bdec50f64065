"""Doors: opening a batch, changing it, putting people in and taking them out, and the check of one's own data."""

from __future__ import annotations

from django.urls import reverse

from jamstac.applications.batches import rules
from jamstac.applications.batches.selectors import batch_facts
from jamstac.applications.batches.texts import PROGRESS_CONSENT
from jamstac.applications.models import Application, ApplicationDraft, Batch, BatchMember
from jamstac.bodies.models import Body
from jamstac.ledger.door import Act, action, store
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actions import give_consent
from jamstac.people.models import Consent, Person
from jamstac.people.states import ConsentPurpose
from jamstac.people.telling import tell
from jamstac.schemes.models import SchemeVersion


@action("batch.opened", access="batch.manage", policies=[rules.may_open_batch])
def open_batch(
    act: Act,
    body: Body,
    *,
    scheme_version: SchemeVersion,
    title: str,
    institution: str,
    payer: str,
    contact_name: str = "",
    contact_phone: str = "",
    contact_email: str = "",
    sponsor: Person | None = None,
) -> Batch:
    """A school or a sponsor registers people for one scheme. APL-10."""
    act.require(rules.may_open_batch, batch_facts(act.day, scheme_version, sponsor))
    batch = Batch(
        body=body,
        scheme_version=scheme_version,
        title=title,
        institution=institution,
        payer=payer,
        contact_name=contact_name,
        contact_phone=contact_phone,
        contact_email=contact_email,
        sponsor=sponsor,
        opened_at=act.now,
    )
    store(batch)
    act.record(batch, scheme_version=scheme_version.pk, payer=payer, sponsor=sponsor.pk if sponsor else None)
    return batch


@action("batch.changed", access="batch.manage", policies=[rules.may_open_batch])
def change_batch(
    act: Act,
    batch: Batch,
    *,
    title: str,
    institution: str,
    payer: str,
    contact_name: str = "",
    contact_phone: str = "",
    contact_email: str = "",
    sponsor: Person | None = None,
) -> Batch:
    """Its name, who pays, who is asked, who may follow it. The scheme stays."""
    act.require(rules.may_open_batch, batch_facts(act.day, batch.scheme_version, sponsor))
    batch.title, batch.institution, batch.payer = title, institution, payer
    batch.contact_name, batch.contact_phone, batch.contact_email = contact_name, contact_phone, contact_email
    batch.sponsor = sponsor
    store(batch)
    act.record(payer=payer, sponsor=sponsor.pk if sponsor else None)
    return batch


@action("batch.member_added", access="batch.manage", policies=[rules.may_add_member])
def add_member(
    act: Act, batch: Batch, *, person: Person, participant_number: str = "", class_name: str = ""
) -> BatchMember:
    """Somebody of the list. Who has an e-mail is told how to begin; for the others there is a slip."""
    known = BatchMember.objects.filter(batch=batch, person=person).exists()
    act.require(rules.may_add_member, batch_facts(act.day, batch.scheme_version, None, is_member=known))
    member = BatchMember(
        body_id=batch.body_id,
        batch=batch,
        person=person,
        participant_number=participant_number,
        class_name=class_name,
        entered_at=act.now,
    )
    store(member)
    if person.email:
        body = batch.body
        has_account = person.account_id is not None
        how = "Masuk seperti biasa." if has_account else f"Buat akun dengan surel {person.email}."
        tell(
            act,
            person,
            "batch.member_added",
            link=reverse("portal:mine", args=[body.slug]) if has_account else reverse("account_signup"),
            institution=batch.institution,
            lsp=body.name,
            scheme=batch.scheme_version.scheme.title,
            how=how,
        )
    act.record(member, batch=batch.pk, person=person.pk)
    return member


@action("batch.member_removed", access="batch.manage", policies=[rules.may_remove_member])
def remove_member(act: Act, member: BatchMember) -> None:
    """Somebody does not belong to the group after all. Who has sent an application stays: the case says where it
    came from."""
    sent = Application.objects.filter(person=member.person, scheme_version=member.batch.scheme_version).exists()
    act.require(rules.may_remove_member, batch_facts(act.day, member.batch.scheme_version, None, has_sent=sent))
    act.record(batch=member.batch_id, person=member.person_id)
    member.delete()


@action("application.data_checked", access="application.submit")
def check_data(act: Act, person: Person, *, draft: ApplicationDraft, progress: bool) -> ApplicationDraft:
    """The applicant read what a school or sponsor gave, and says it is right. `progress`: whether the group's
    contact may see how far they are. Raises OutOfScope for a draft of somebody else."""
    working = ApplicationDraft.objects.select_for_update().filter(pk=draft.pk, person=person).first()
    if working is None:
        raise OutOfScope
    working.checked_at = act.now
    working.save(update_fields=["checked_at"])
    sentence = PROGRESS_CONSENT.format(institution=working.filled_by)
    given = Consent.objects.filter(person=person, purpose=ConsentPurpose.PROGRESS, sentence=sentence, withdrawn_at=None)
    if progress and not given.exists():
        give_consent(act, person, purpose=ConsentPurpose.PROGRESS, sentence=sentence)
    act.record(draft=working.pk, progress=progress)
    return working
