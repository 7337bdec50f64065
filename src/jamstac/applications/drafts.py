"""Writing the applicant's working copy. No acts: a draft changes freely until it is sent, and again when returned.

Every change goes through `writing`, which locks the draft, so that an autosave and the sending never cross."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils import timezone

from jamstac.applications.models import ApplicationDraft, DraftAnswer, DraftEvidence, DraftNeed
from jamstac.applications.needs import CHARACTERISTICS
from jamstac.applications.rules import may_edit
from jamstac.applications.selectors import BIODATA, drafts_of, edit_facts, elements_asked
from jamstac.applications.states import TRANSITIONS, Answer, Purpose
from jamstac.documents.models import StoredFile
from jamstac.ledger.door import Refused
from jamstac.ledger.scope import OutOfScope
from jamstac.people.models import Person
from jamstac.schemes.models import Requirement, SchemeVersion


@contextmanager
def writing(person_id: UUID, draft_id: UUID) -> Iterator[ApplicationDraft]:
    """The draft, locked. Raises OutOfScope when it is not the person's, Refused (HR-50) when it was sent."""
    with transaction.atomic():
        draft = drafts_of(person_id).select_for_update(of=("self",)).filter(pk=draft_id).first()
        if draft is None:
            raise OutOfScope
        verdict = may_edit(edit_facts(draft))
        if not verdict:
            raise Refused("application.edited", verdict.refusals)
        yield draft
        draft.saved_at = timezone.now()
        draft.save(update_fields=["saved_at"])


def start(person: Person, version: SchemeVersion) -> ApplicationDraft:
    """The person's draft for `version`: the one they have, else a new one that begins with what is known of them.

    A draft whose application is closed (accepted, rejected) makes room for a new application."""
    with transaction.atomic():
        known = drafts_of(person.pk).select_for_update(of=("self",)).filter(scheme_version=version).first()
        if known is not None and (known.application is None or TRANSITIONS[known.application.state]):
            return known
        if known is not None:
            known.delete()
        now = timezone.now()
        biodata = {name: getattr(person, name) for name in BIODATA}
        if person.account is not None and not biodata["email"]:
            biodata["email"] = person.account.email or ""
        return ApplicationDraft.objects.create(
            person=person, scheme_version=version, started_at=now, saved_at=now, **biodata
        )


def keep_biodata(draft: ApplicationDraft, typed: Mapping[str, str]) -> None:
    """Keep what was typed in the fields that came along, even where it is not right yet: sending asks for that."""
    changed = []
    for name in BIODATA:
        if name not in typed:
            continue
        column: Any = ApplicationDraft._meta.get_field(name)
        value: Any = typed[name].strip()
        if isinstance(column, models.DateField):
            try:
                value = column.to_python(value) if value else None
            except ValidationError:
                continue
        elif len(value) > column.max_length:
            continue
        setattr(draft, name, value)
        changed.append(name)
    draft.save(update_fields=changed)


def keep_purpose(draft: ApplicationDraft, purpose: str, words: str = "") -> None:
    """`words` say another purpose. In an asesmen ulang the purpose stays what it was. Raises OutOfScope for a
    purpose that FR.APL.01 does not have."""
    if purpose not in Purpose.values:
        raise OutOfScope
    if draft.reassessment_id is not None:
        return
    draft.purpose = purpose
    longest = ApplicationDraft._meta.get_field("purpose_words").max_length
    draft.purpose_words = words.strip()[:longest] if purpose == Purpose.OTHER else ""
    draft.save(update_fields=["purpose", "purpose_words"])


def keep_acceptance(
    draft: ApplicationDraft,
    *,
    information: bool,
    consent: bool,
    price: int | None,
    publication: bool = False,
    documentation: bool = False,
) -> None:
    """`price` is the amount on the screen when it was ticked; None when it was not. Each consent by itself."""
    draft.information_accepted, draft.consent, draft.price_accepted = information, consent, price
    draft.consent_publication, draft.consent_documentation = publication, documentation
    draft.save(
        update_fields=[
            "information_accepted",
            "consent",
            "price_accepted",
            "consent_publication",
            "consent_documentation",
        ]
    )


def keep_needs(draft: ApplicationDraft, wishes: Mapping[int, str], *, consent: bool) -> None:
    """Exactly these special needs are told, by characteristic of FR.AK.07; `consent`: they may be used. Raises
    OutOfScope for a characteristic the form does not have."""
    if not set(wishes) <= set(CHARACTERISTICS):
        raise OutOfScope
    longest = DraftNeed._meta.get_field("wish").max_length
    draft.needs.exclude(characteristic__in=list(wishes)).delete()
    for number, wish in wishes.items():
        DraftNeed.objects.update_or_create(
            draft=draft, characteristic=number, defaults={"wish": wish.strip()[:longest]}
        )
    draft.consent_needs = consent
    draft.save(update_fields=["consent_needs"])


def requirement_of(draft: ApplicationDraft, requirement_id: UUID) -> Requirement:
    """Raises OutOfScope for a requirement of another scheme version."""
    row = Requirement.objects.filter(pk=requirement_id, version_id=draft.scheme_version_id).first()
    if row is None:
        raise OutOfScope
    return row


def add_file(draft: ApplicationDraft, file: StoredFile, requirement: Requirement | None) -> DraftEvidence:
    """Show `file` for a requirement, or (None) as portfolio evidence. The same bytes twice are one row."""
    rows = DraftEvidence.objects.filter(draft=draft, requirement=requirement, file__sha256=file.sha256)
    known = rows.order_by("id").first()
    return known or DraftEvidence.objects.create(draft=draft, requirement=requirement, file=file, title=file.name)


def remove_file(draft: ApplicationDraft, evidence_id: UUID) -> None:
    """Take a file out of the draft. Taken out already: nothing happens. Raises OutOfScope for another draft's."""
    row = DraftEvidence.objects.filter(pk=evidence_id).first()
    if row is None:
        return
    if row.draft_id != draft.pk:
        raise OutOfScope
    row.delete()


def answer_of(draft: ApplicationDraft, element_id: UUID) -> DraftAnswer:
    """The answer row of an element of the scheme. Raises OutOfScope for any other element."""
    if not elements_asked(draft).filter(pk=element_id).exists():
        raise OutOfScope
    return DraftAnswer.objects.get_or_create(draft=draft, element_id=element_id)[0]


def keep_answer(draft: ApplicationDraft, element_id: UUID, *, answer: str | None, text: str | None) -> DraftAnswer:
    """Keep K or BK, and the words about evidence; None leaves what is there."""
    row = answer_of(draft, element_id)
    if answer in Answer.values:
        row.answer = answer
    if text is not None:
        row.evidence_text = text.strip()[: DraftAnswer._meta.get_field("evidence_text").max_length]
    row.save(update_fields=["answer", "evidence_text"])
    return row


def show_for_element(draft: ApplicationDraft, element_id: UUID, evidence_ids: set[UUID]) -> DraftAnswer:
    """Exactly these uploaded files are shown for the element. Raises OutOfScope for files of another draft."""
    row = answer_of(draft, element_id)
    own = DraftEvidence.objects.filter(draft=draft, pk__in=evidence_ids)
    if own.count() != len(evidence_ids):
        raise OutOfScope
    row.files.set(own)
    return row
