from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from jamstac.appeals.facts import AppealFacts
from jamstac.appeals.models import Appeal
from jamstac.certification.models import Decision
from jamstac.certification.sheets import appeal_deadline
from jamstac.parameters.selectors import number


def appeals_for(body_id: UUID) -> QuerySet[Appeal]:
    """Appeals of an LSP, oldest first: the one whose clock runs longest."""
    rows = Appeal.objects.filter(body_id=body_id)
    return rows.select_related("application__scheme_version__scheme", "decision", "sheet").order_by("filed_at")


def appeal_of(decision: Decision | None) -> Appeal | None:
    if decision is None:
        return None
    return Appeal.objects.filter(decision=decision).select_related("sheet").first()


def last_day(decision: Decision) -> date | None:
    """Last day to appeal: the window that held on the day of the result letter. None while it was unset then."""
    assert decision.decree is not None
    told = decision.decree.signed_at.astimezone(decision.body.zone).date()
    window = number(decision.body_id, "appeal_submit_window", told)
    return None if window is None else appeal_deadline(told, window)


def appeal_facts(decision: Decision | None, day: date, *, answered: bool, reason: str) -> AppealFacts:
    return AppealFacts(
        day=day,
        until=None if decision is None else last_day(decision),
        filed_before=appeal_of(decision) is not None,
        answered=answered,
        reason_given=bool(reason.strip()),
    )
