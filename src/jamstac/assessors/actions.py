"""Doors: an assessor's certificate, for which schemes the LSP lets them assess, how they stand with it; the pact
and the code of ethics and who signed them."""

from __future__ import annotations

from datetime import date, timedelta

from jamstac.assessors import rules
from jamstac.assessors.models import AssessorCertificate, AssessorStatus, Authorisation, Pact, PactSignature
from jamstac.assessors.selectors import (
    authorisation_facts,
    certificate_facts,
    pact_signing_facts,
    pact_version_facts,
    status_facts,
)
from jamstac.assessors.states import PactKind, Standing
from jamstac.bodies.models import Body
from jamstac.documents.facts import Statement
from jamstac.ledger.door import Act, action, store
from jamstac.people.models import Person
from jamstac.schemes.models import Scheme


@action("assessor.certificate_entered", access="assessor.certify", policies=[rules.may_enter_certificate])
def enter_assessor_certificate(
    act: Act, person: Person, *, met_number: str, valid_from: date, valid_until: date
) -> AssessorCertificate:
    """A person's sertifikat asesor kompetensi. `met_number` as printed. HR-15: not one's own."""
    certificate = AssessorCertificate(
        body_id=person.body_id,
        person=person,
        met_number=" ".join(met_number.split()),
        valid_from=valid_from,
        valid_until=valid_until,
    )
    act.require(rules.may_enter_certificate, certificate_facts(certificate))
    store(certificate)
    act.record(certificate, person=person.pk, valid_from=valid_from, valid_until=valid_until)
    return certificate


@action("assessor.authorised", access="assessor.authorise", policies=[rules.may_authorise_assessor])
def authorise_assessor(
    act: Act, person: Person, *, scheme: Scheme, basis: str, valid_from: date, valid_until: date | None = None
) -> Authorisation:
    """The LSP lets a person assess by a scheme (HR-20). `basis`: the proof of technical competence."""
    row = Authorisation(
        body_id=person.body_id,
        person=person,
        scheme=scheme,
        basis=basis,
        valid_from=valid_from,
        valid_until=valid_until,
    )
    act.require(rules.may_authorise_assessor, authorisation_facts(row))
    store(row)
    act.record(row, person=person.pk, scheme=scheme.pk, valid_from=valid_from, valid_until=valid_until)
    return row


@action("assessor.authorisation_ended", access="assessor.authorise", policies=[rules.may_authorise_assessor])
def end_authorisation(act: Act, authorisation: Authorisation, *, last_day: date) -> Authorisation:
    """The person assesses by the scheme no longer after `last_day`."""
    ended = authorisation.valid_until is not None and authorisation.valid_until < act.day
    authorisation.valid_until = last_day
    act.require(rules.may_authorise_assessor, authorisation_facts(authorisation, ended=ended))
    store(authorisation, "valid_until")
    act.record(person=authorisation.person_id, scheme=authorisation.scheme_id, last_day=last_day)
    return authorisation


@action("assessor.status_set", access="assessor.set_status", policies=[rules.may_set_status])
def set_assessor_status(
    act: Act,
    person: Person,
    *,
    standing: Standing,
    reason: str,
    valid_from: date | None = None,
    valid_until: date | None = None,
    companion: Person | None = None,
) -> AssessorStatus:
    """How the person stands as an assessor from a day on (today when not given). HR-22; PER-09, PER-10.

    The status before ends the day before; one planned for later, or set for the same day, is replaced."""
    start = valid_from or act.day
    row = AssessorStatus(
        body_id=person.body_id,
        person=person,
        standing=Standing(standing),
        companion=companion,
        reason=reason.strip(),
        valid_from=start,
        valid_until=valid_until,
    )
    act.require(rules.may_set_status, status_facts(row, act.day))
    AssessorStatus.objects.filter(person=person, valid_from__gte=start).delete()
    before = AssessorStatus.objects.filter(person=person, valid_from__lt=start).exclude(valid_until__lt=start).first()
    if before is not None:
        before.valid_until = start - timedelta(days=1)
        store(before, "valid_until")
    store(row)
    act.record(
        status=row.pk,
        standing=row.standing,
        valid_from=start,
        valid_until=valid_until,
        companion=row.companion_id,
    )
    return row


@action("pact.issued", access="pact.issue", policies=[rules.may_issue_pact])
def issue_pact(
    act: Act,
    body: Body,
    *,
    kind: PactKind,
    version: str,
    title: str,
    text: str,
    source: str,
    valid_from: date | None = None,
) -> Pact:
    """The LSP's own text of the pact or the code of ethics in its next version. The one before ends the day
    before; who signed that one signs again (HR-23)."""
    pact = Pact(
        body=body,
        kind=PactKind(kind),
        version=version.strip(),
        title=title.strip(),
        text=text.strip(),
        source=source.strip(),
        valid_from=valid_from or act.day,
    )
    act.require(rules.may_issue_pact, pact_version_facts(pact, act.day))
    before = Pact.objects.filter(body=body, kind=pact.kind, valid_until=None).first()
    if before is not None:
        before.valid_until = pact.valid_from - timedelta(days=1)
        store(before, "valid_until")
    store(pact)
    act.record(pact, kind=pact.kind, version=pact.version, valid_from=pact.valid_from)
    return pact


@action("pact.signed", access="pact.sign", policies=[rules.may_sign_pact])
def sign_pact(act: Act, pact: Pact, *, statement: Statement) -> PactSignature:
    """Somebody with a function signs the version in force (HR-23). Nobody signs for another."""
    assert act.actor.person_id is not None
    person = Person.objects.get(pk=act.actor.person_id)
    act.require(rules.may_sign_pact, pact_signing_facts(pact, person.pk, statement, act.day))
    signature = PactSignature(
        body_id=pact.body_id, pact=pact, person=person, sentence=statement.sentence, signed_at=act.now
    )
    store(signature)
    act.record(kind=pact.kind, version=pact.version, person=person.pk)
    return signature
