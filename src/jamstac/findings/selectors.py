from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from jamstac.bodies.models import TenantRecord
from jamstac.findings.facts import AskFacts, ConfirmFacts, WithdrawFacts
from jamstac.findings.models import Hold, Waiver
from jamstac.findings.states import WaiverKind
from jamstac.findings.waivers import Waivable
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment
from jamstac.people.states import Function


def holds_on(case: UUID) -> list[Hold]:
    """What stands in the way of deciding the case. One query."""
    return list(Hold.objects.filter(case=case, released_at=None).order_by("placed_at"))


def waivers_in_force(body_id: UUID, day: date) -> QuerySet[Waiver]:
    """Exceptions that hold on `day`: a dual one only once it was confirmed."""
    confirmed = Q(kind=WaiverKind.DOCUMENT) | Q(confirmed_at__isnull=False)
    return Waiver.objects.filter(confirmed, body_id=body_id, withdrawn_at=None, valid_until__gte=day)


def waived(body_id: UUID, rule: str, subject_id: UUID, day: date) -> bool:
    """Whether `rule` is lifted for the record on `day`. One query."""
    return waivers_in_force(body_id, day).filter(rule=rule, subject_id=subject_id).exists()


def waivers_for(body_id: UUID) -> QuerySet[Waiver]:
    """Every exception of the LSP, latest first."""
    rows = Waiver.objects.filter(body_id=body_id).select_related("asked_by", "confirmed_by", "document")
    return rows.order_by("-asked_at", "-pk")


def open_waiver(subject_id: UUID, rule: str, day: date) -> Waiver | None:
    """The exception to `rule` for the record that is in force on `day` or waits for its second person."""
    rows = Waiver.objects.filter(subject_id=subject_id, rule=rule, withdrawn_at=None, valid_until__gte=day)
    return rows.order_by("-asked_at").first()


def ask_facts(
    record: TenantRecord,
    rule: str,
    *,
    known: Waivable | None,
    reason: str,
    valid_until: date,
    document_given: bool,
    today: date,
) -> AskFacts:
    return AskFacts(
        rule=rule,
        rule_can_be_waived=known is not None,
        already_open=open_waiver(record.pk, rule, today) is not None,
        reason_given=bool(reason.strip()),
        ends_in_past=valid_until < today,
        document_needed=known is not None and known.kind == WaiverKind.DOCUMENT,
        document_given=document_given,
    )


def confirm_facts(waiver: Waiver, person_id: UUID | None, today: date) -> ConfirmFacts:
    two = [pk for pk in (waiver.asked_by_id, person_id) if pk is not None]
    quality = Appointment.objects.filter(in_force(today), person_id__in=two, function=Function.QUALITY_MANAGER)
    return ConfirmFacts(
        dual=waiver.kind == WaiverKind.DUAL,
        confirmed=waiver.confirmed_at is not None,
        withdrawn=waiver.withdrawn_at is not None,
        over=waiver.valid_until < today,
        same_person=waiver.asked_by_id == person_id,
        quality_among_two=quality.exists(),
    )


def withdraw_facts(waiver: Waiver, today: date) -> WithdrawFacts:
    return WithdrawFacts(withdrawn=waiver.withdrawn_at is not None, over=waiver.valid_until < today)
