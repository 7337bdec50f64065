from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from jamstac.findings.models import Hold, Waiver
from jamstac.findings.states import WaiverKind


def holds_on(case: UUID) -> list[Hold]:
    """What stands in the way of deciding the case. One query."""
    return list(Hold.objects.filter(case=case, released_at=None).order_by("placed_at"))


def held_cases(body_id: UUID, cases: Iterable[UUID]) -> frozenset[UUID]:
    """Those of `cases` that are on hold. One query."""
    rows = Hold.objects.filter(body_id=body_id, case__in=list(cases), released_at=None)
    return frozenset(rows.values_list("case", flat=True))


def waivers_in_force(body_id: UUID, day: date) -> QuerySet[Waiver]:
    """Exceptions that hold on `day`: a dual one only once it was confirmed."""
    confirmed = Q(kind=WaiverKind.DOCUMENT) | Q(confirmed_at__isnull=False)
    return Waiver.objects.filter(confirmed, body_id=body_id, withdrawn_at=None, valid_until__gte=day)


def waived(body_id: UUID, rule: str, subject_id: UUID, day: date) -> bool:
    """Whether `rule` is lifted for the record on `day`. One query."""
    return waivers_in_force(body_id, day).filter(rule=rule, subject_id=subject_id).exists()
