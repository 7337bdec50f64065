"""Telling somebody what an act means for them: a notice in the app, and the same by e-mail when there is an address.

    notify(act, person_id=person.pk, email=person.email, subject=…, text=…, link=…)

Inside an act: the notice stands or falls with it. `link` is a path on this installation.
"""

from __future__ import annotations

from uuid import UUID

from jamstac.ledger.door import Act, store
from jamstac.messaging.models import Message


def notify(act: Act, *, person_id: UUID | None, email: str, subject: str, text: str, link: str = "") -> Message:
    message = Message(
        body_id=act.body_id,
        to_person_id=person_id,
        to_email=email,
        subject=subject[:200],
        text=text,
        link=link,
        created_at=act.now,
    )
    store(message)
    if email:
        act.enqueue("messaging.send", message.pk)
    return message
