from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from jamstac.assessors.facts import AssessorFacts, AuthorisationFacts, CertificateFacts
from jamstac.assessors.met import normalised
from jamstac.assessors.models import AssessorCertificate, Authorisation
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function


def certificate_on(person_id: UUID, day: date) -> AssessorCertificate | None:
    """The person's certificate in force on `day`; the one that lasts longest where there are two."""
    return AssessorCertificate.objects.filter(in_force(day), person_id=person_id).order_by("-valid_until").first()


def _appointed(day: date) -> QuerySet[Appointment]:
    return Appointment.objects.filter(in_force(day), function=Function.ASSESSOR)


def assessor_facts(person_id: UUID, scheme_id: UUID, day: date) -> AssessorFacts:
    """For HR-19 and HR-20. Three queries."""
    return AssessorFacts(
        day=day,
        assessor_appointed=_appointed(day).filter(person_id=person_id).exists(),
        assessor_certificate_valid=certificate_on(person_id, day) is not None,
        assessor_authorised=Authorisation.objects.filter(
            in_force(day), person_id=person_id, scheme_id=scheme_id
        ).exists(),
    )


def assessors_for(body_id: UUID, scheme_id: UUID, day: date) -> list[Person]:
    """Who may assess by the scheme on `day`: appointed, certified, authorised; by name. One query."""
    return list(
        Person.objects.filter(
            body_id=body_id,
            pk__in=_appointed(day).values("person"),
        )
        .filter(pk__in=AssessorCertificate.objects.filter(in_force(day)).values("person"))
        .filter(pk__in=Authorisation.objects.filter(in_force(day), scheme_id=scheme_id).values("person"))
        .order_by("name")
    )


def certificate_facts(certificate: AssessorCertificate) -> CertificateFacts:
    """One query over the certificates of the LSP."""
    number = normalised(certificate.met_number)
    others = AssessorCertificate.objects.filter(body_id=certificate.body_id).exclude(pk=certificate.pk)
    same = [row for row in others if normalised(row.met_number) == number]
    return CertificateFacts(
        number_is_well_formed=number is not None,
        known=any(row.person_id != certificate.person_id or row.valid_from == certificate.valid_from for row in same),
        period_is_valid=certificate.valid_from <= certificate.valid_until,
    )


def authorisation_facts(row: Authorisation, *, ended: bool = False) -> AuthorisationFacts:
    """`ended`: the authorisation as it stands has ended before today."""
    start, end = row.valid_from, row.valid_until
    others = Authorisation.objects.filter(person_id=row.person_id, scheme_id=row.scheme_id)
    others = others.exclude(pk=row.pk).exclude(valid_until__lt=start)
    if end is not None:
        others = others.filter(valid_from__lte=end)
    return AuthorisationFacts(
        basis_given=bool(row.basis.strip()),
        period_is_valid=end is None or start <= end,
        overlaps=others.exists(),
        ended=ended,
    )
