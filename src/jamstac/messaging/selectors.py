from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from jamstac.messaging.models import Delivery, Message, Preference, WhatsAppAccount
from jamstac.messaging.states import ORDER, DeliveryState
from jamstac.messaging.whatsapp import News


def messages_for(body_id: UUID, person_id: UUID) -> QuerySet[Message]:
    """A person's notices at one LSP, newest first."""
    return Message.objects.filter(body_id=body_id, to_person_id=person_id).order_by("-created_at")


def unread_count(body_id: UUID, person_id: UUID) -> int:
    return messages_for(body_id, person_id).filter(read_at=None).count()


def deliveries_for(body_id: UUID) -> QuerySet[Delivery]:
    """Every delivery of an LSP with its notice, newest first."""
    rows = Delivery.objects.filter(message__body_id=body_id).select_related("message")
    return rows.order_by("-message__created_at", "channel")


def preference_of(body_id: UUID, person_id: UUID) -> Preference:
    """What the person chose, or what holds without a choice (unsaved)."""
    chosen = Preference.objects.filter(body_id=body_id, person_id=person_id).first()
    return chosen or Preference(body_id=body_id, person_id=person_id)


def whatsapp_of(body_id: UUID) -> WhatsAppAccount | None:
    return WhatsAppAccount.objects.filter(body_id=body_id).first()


def keep_news(body_id: UUID, said: News, now: datetime) -> bool:
    """Note what the provider says of a delivery of this LSP. False when it is old news or about nobody here."""
    row = Delivery.objects.filter(message__body_id=body_id, provider_id=said.provider_id).first()
    if row is None or ORDER[DeliveryState(row.state)] >= ORDER[said.state]:
        return False
    return bool(
        Delivery.objects.filter(pk=row.pk, state=row.state).update(state=said.state, state_since=now, error=said.error)
    )
