from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from jamstac.assessment.actions.sitting import take_away
from jamstac.assessment.models import Taking
from jamstac.assessment.rules.sitting import may_take_away
from jamstac.assessment.sitting import sitting_facts
from jamstac.ledger.door import SystemActor
from jamstac.ledger.jobs import job


@job("assessment.take_away")
def take_away_when_over(taking_id: UUID) -> None:
    """Close a test whose time is over. Harmless when it was handed in before."""
    rows = Taking.objects.select_related("instrument", "assessment__event", "assessment__body", "body")
    taking = rows.filter(pk=taking_id).first()
    if taking is not None and may_take_away(sitting_facts(taking, timezone.now())):
        take_away(SystemActor("worker", taking.body_id, time_zone=taking.body.zone), taking)
