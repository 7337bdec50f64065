from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from jamstac.ledger.jobs import job
from jamstac.messaging.channels import SENDERS, Undeliverable
from jamstac.messaging.models import Delivery
from jamstac.messaging.states import DeliveryState


@job("messaging.deliver")
def deliver(delivery_id: UUID) -> None:
    """Send one notice by one channel, once: a second run finds it sent. What cannot arrive is marked as failed;
    what may arrive later raises and comes back."""
    delivery = Delivery.objects.select_related("message").filter(pk=delivery_id).first()
    if delivery is None or delivery.state != DeliveryState.WAITING:
        return
    try:
        provider_id = SENDERS[delivery.channel](delivery)
    except Undeliverable as error:
        _mark(delivery, DeliveryState.FAILED, error=str(error))
        return
    except Exception as error:
        _mark(delivery, DeliveryState.WAITING, error=str(error))
        raise
    _mark(delivery, DeliveryState.SENT, provider_id=provider_id)


def _mark(delivery: Delivery, state: DeliveryState, *, error: str = "", provider_id: str = "") -> None:
    """News by the webhook may have come before the answer to the call: only what still waits is marked."""
    Delivery.objects.filter(pk=delivery.pk, state=DeliveryState.WAITING).update(
        state=state, state_since=timezone.now(), error=error[:300], provider_id=provider_id
    )
