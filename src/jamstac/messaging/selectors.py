from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet

from jamstac.messaging.models import Message


def messages_for(body_id: UUID, person_id: UUID) -> QuerySet[Message]:
    """A person's notices at one LSP, newest first."""
    return Message.objects.filter(body_id=body_id, to_person_id=person_id).order_by("-created_at")


def unread_count(body_id: UUID, person_id: UUID) -> int:
    return messages_for(body_id, person_id).filter(read_at=None).count()
