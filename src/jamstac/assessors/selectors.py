from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from jamstac.assessors.facts import (
    AssessorFacts,
    AuthorisationFacts,
    CertificateFacts,
    PactFacts,
    PactSigningFacts,
    PactVersionFacts,
    StatusFacts,
)
from jamstac.assessors.met import normalised
from jamstac.assessors.models import AssessorCertificate, AssessorStatus, Authorisation, Pact, PactSignature
from jamstac.assessors.states import PactKind, Standing
from jamstac.documents.facts import Statement
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function


def certificate_on(person_id: UUID, day: date) -> AssessorCertificate | None:
    """The person's certificate in force on `day`; the one that lasts longest where there are two."""
    return AssessorCertificate.objects.filter(in_force(day), person_id=person_id).order_by("-valid_until").first()


def _appointed(day: date) -> QuerySet[Appointment]:
    return Appointment.objects.filter(in_force(day), function=Function.ASSESSOR)


def status_on(person_id: UUID, day: date) -> AssessorStatus | None:
    return AssessorStatus.objects.filter(in_force(day), person_id=person_id).select_related("companion").first()


def is_active(person_id: UUID, day: date) -> bool:
    """Appointed as assessor and in standing `active` on `day`."""
    active = AssessorStatus.objects.filter(in_force(day), person_id=person_id, standing=Standing.ACTIVE)
    return active.exists() and _appointed(day).filter(person_id=person_id).exists()


def standing_facts(person_id: UUID, day: date) -> dict[str, Any]:
    """For HR-22."""
    status = status_on(person_id, day)
    if status is None:
        return {"assessor_standing": "", "companion_ready": True}
    trainee = status.standing == Standing.TRAINEE
    ready = not trainee or (status.companion_id is not None and is_active(status.companion_id, day))
    return {"assessor_standing": status.standing, "companion_ready": ready}


def assessor_facts(person_id: UUID, scheme_id: UUID, day: date) -> AssessorFacts:
    """For HR-19, HR-20 and HR-22. Four queries; two more for a trainee."""
    return AssessorFacts(
        day=day,
        assessor_appointed=_appointed(day).filter(person_id=person_id).exists(),
        assessor_certificate_valid=certificate_on(person_id, day) is not None,
        assessor_authorised=Authorisation.objects.filter(
            in_force(day), person_id=person_id, scheme_id=scheme_id
        ).exists(),
        **standing_facts(person_id, day),
    )


def assessors_for(body_id: UUID, scheme_id: UUID, day: date) -> list[Person]:
    """Who may assess by the scheme on `day`: appointed, certified, authorised, active or trainee; by name.
    One query."""
    return list(
        Person.objects.filter(
            body_id=body_id,
            pk__in=_appointed(day).values("person"),
        )
        .filter(pk__in=AssessorCertificate.objects.filter(in_force(day)).values("person"))
        .filter(pk__in=Authorisation.objects.filter(in_force(day), scheme_id=scheme_id).values("person"))
        .filter(
            pk__in=AssessorStatus.objects.filter(
                in_force(day), standing__in=[Standing.ACTIVE, Standing.TRAINEE]
            ).values("person")
        )
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


def status_facts(row: AssessorStatus, today: date) -> StatusFacts:
    start, other = row.valid_from, row.companion_id
    return StatusFacts(
        reason_given=bool(row.reason),
        starts_in_past=start < today,
        period_is_valid=row.valid_until is None or start <= row.valid_until,
        is_assessor=_appointed(start).filter(person_id=row.person_id).exists(),
        is_trainee=row.standing == Standing.TRAINEE,
        companion_given=other is not None,
        companion_ready=other is not None and other != row.person_id and is_active(other, start),
    )


def pacts_on(body_id: UUID, day: date) -> dict[str, Pact]:
    """The versions in force, by kind. One query."""
    return {row.kind: row for row in Pact.objects.filter(in_force(day), body_id=body_id)}


def pact_facts(body_id: UUID, person_ids: Iterable[UUID], day: date) -> PactFacts:
    """For HR-23: whether each of the persons signed every version in force. Two queries."""
    people, pacts = set(person_ids), pacts_on(body_id, day)
    rows = PactSignature.objects.filter(pact__in=list(pacts.values()), person_id__in=people)
    signed: dict[UUID, int] = dict.fromkeys(people, 0)
    for person_id in rows.values_list("person_id", flat=True):
        signed[person_id] += 1
    return PactFacts(
        pacts_missing=tuple(str(kind) for kind in PactKind if kind not in pacts),
        unbound=sum(count < len(pacts) for count in signed.values()),
    )


def unsigned_pacts(body_id: UUID, person_id: UUID, day: date) -> list[Pact]:
    """What a person with a function still has to sign. Two queries."""
    pacts = pacts_on(body_id, day)
    rows = PactSignature.objects.filter(pact__in=list(pacts.values()), person_id=person_id)
    signed = set(rows.values_list("pact_id", flat=True))
    return [pacts[kind] for kind in PactKind if kind in pacts and pacts[kind].pk not in signed]


def pact_version_facts(pact: Pact, today: date) -> PactVersionFacts:
    others = Pact.objects.filter(body_id=pact.body_id, kind=pact.kind)
    return PactVersionFacts(
        text_given=bool(pact.text),
        source_given=bool(pact.source),
        version_is_new=not others.filter(version=pact.version).exists(),
        starts_in_past=pact.valid_from < today,
        starts_after_last=not others.filter(valid_from__gte=pact.valid_from).exists(),
    )


def pact_signing_facts(pact: Pact, person_id: UUID, statement: Statement, today: date) -> PactSigningFacts:
    return PactSigningFacts(
        agreed=statement.agreed,
        is_staff=True,
        reauthenticated=statement.reauthenticated,
        signed_before=PactSignature.objects.filter(pact=pact, person_id=person_id).exists(),
        in_force=pact.valid_from <= today and (pact.valid_until is None or today <= pact.valid_until),
    )
