"""Doors: an assessor's certificate, and for which schemes the LSP lets them assess."""

from __future__ import annotations

from datetime import date

from jamstac.assessors import rules
from jamstac.assessors.models import AssessorCertificate, Authorisation
from jamstac.assessors.selectors import authorisation_facts, certificate_facts
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
