"""Freezing and signing official sheets, inside an act. The PDF follows by a job.

`content` is the record the typst template reads (look/print README) without `document` and `signatures`:
those are added at rendering, from the sheet's row and its signatures. The digest covers `content` only, so
what is signed does not depend on how it is printed.
"""

from __future__ import annotations

import json
from datetime import date
from secrets import token_hex
from typing import Any
from uuid import UUID

from jamstac.bodies.models import Body
from jamstac.documents import rules
from jamstac.documents.catalogue import CATALOGUE
from jamstac.documents.facts import EditionFacts, SigningFacts, Statement
from jamstac.documents.models import Sheet, SheetEdition, Signature
from jamstac.documents.states import FormFamily, SheetCode
from jamstac.kernel.canonical import canonical, digest
from jamstac.ledger.door import Act, ActorKind, store
from jamstac.ledger.records import GuardedRecord
from jamstac.people.models import Person


def freeze(
    act: Act,
    code: SheetCode,
    *,
    subject: GuardedRecord,
    content: dict[str, Any],
    case_number: str,
    owner: Person | None = None,
    correction_reason: str = "",
) -> Sheet:
    """Freeze the next version of `subject`'s sheet. Inner function of a door: records `sheet.frozen`.

    A form is made with the edition in force today (HR-26). `owner` is the asesi who may read it;
    `subject.case_id` puts it into the case file. The salt keeps the digest,
    which stays in the ledger for ever, from telling whether a guessed content is the right one."""
    body_id = act.body_id
    assert body_id is not None
    version = Sheet.objects.filter(body_id=body_id, subject_id=subject.pk, code=code).count() + 1
    edition = edition_for(act, code)
    heading = {"sheet": code, "edition": edition, "version": version, "salt": token_hex(16)}
    data = canonical({**content, **heading})
    sheet = Sheet(
        body_id=body_id,
        code=code,
        edition=edition,
        version=version,
        subject_type=subject._meta.label_lower,
        subject_id=subject.pk,
        case=subject.case_id,
        case_number=case_number,
        owner=owner,
        content=data,
        digest=digest(data),
        made_at=act.now,
        correction_reason=correction_reason,
    )
    store(sheet)
    act.record(sheet, event="sheet.frozen", code=code, version=version, digest=sheet.digest)
    act.enqueue("documents.render_sheet", sheet.pk)
    return sheet


def edition_for(act: Act, code: SheetCode, day: date | None = None) -> str:
    """The edition of a form filled in on paper on `day`, or made today when no day is given; "" for what has none.
    The door must declare `rules.may_freeze`, or `rules.may_sign`, which covers it."""
    if not CATALOGUE[code].has_edition:
        return ""
    assert act.body_id is not None
    asked = day or act.day
    held = edition_on(act.body_id, asked)
    edition = None if held is None else held.edition
    act.require(rules.may_freeze, EditionFacts(FormFamily.FR, asked, edition, on_paper=day is not None))
    assert edition is not None
    return edition


def edition_on(body_id: UUID, day: date) -> SheetEdition | None:
    rows = SheetEdition.objects.filter(body_id=body_id, family=FormFamily.FR, valid_from__lte=day)
    return rows.exclude(valid_until__lt=day).first()


def sign(
    act: Act,
    sheet: Sheet,
    statement: Statement,
    *,
    person: Person,
    role: str,
    number_label: str = "",
    number: str = "",
) -> Signature:
    """Sign a frozen sheet: sentence + person + role + number + time + digest. The door must declare
    `rules.may_sign`. Records `sheet.signed` and renders the sheet again. Nobody signs for another: `person` is
    the actor, anything else is a fault of the door."""
    if person.pk != act.actor.person_id:
        raise RuntimeError(f"{act.door.event} signs for somebody else")
    staff = act.actor.kind is ActorKind.STAFF
    act.require(
        rules.may_sign,
        SigningFacts(
            agreed=statement.agreed and bool(statement.sentence.strip()),
            is_staff=staff,
            reauthenticated=statement.reauthenticated,
            signed_before=Signature.objects.filter(sheet=sheet, person=person, role=role).exists(),
        ),
    )
    signature = Signature(
        body_id=sheet.body_id,
        sheet=sheet,
        person=person,
        role=role,
        name=person.name,
        number_label=number_label,
        number=number,
        sentence=statement.sentence,
        method="Ditandatangani dengan kata sandi" if staff else "Ditandatangani dari akun asesi",
        digest=sheet.digest,
        signed_at=act.now,
    )
    store(signature)
    act.record(sheet, event="sheet.signed", code=sheet.code, version=sheet.version, role=role, digest=sheet.digest)
    act.enqueue("documents.render_sheet", sheet.pk)
    return signature


def content_of(sheet: Sheet) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(bytes(sheet.content))
    return content


def latest(subject_id: UUID, code: SheetCode) -> Sheet | None:
    return Sheet.objects.filter(subject_id=subject_id, code=code).order_by("-version").first()


def letterhead(body: Body, licence_number: str) -> dict[str, Any]:
    """The `lsp` block of every sheet."""
    return {
        "name": body.name,
        "full_name": body.full_name,
        "licence": licence_number,
        "address": body.address,
        "phone": body.phone,
        "email": body.email,
        "web": body.web,
        "city": body.city,
        "logo": None,
    }
