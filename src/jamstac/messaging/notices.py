"""Telling somebody what an act means for them: a notice in the inbox, and the same on the channels they chose.

    notify(act, person_id=person.pk, email=…, phone=…, notice="application.accepted", link=…, scheme=…)

Inside an act: the notice stands or falls with it. `link` is a path on this installation. Callers above people use
`people.notices.tell`, which knows the addresses.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from jamstac.ledger import jobs
from jamstac.ledger.door import Act
from jamstac.messaging.models import Delivery, Message, NoticeText, Preference, WhatsAppAccount
from jamstac.messaging.phones import international
from jamstac.messaging.quiet import leaves_at
from jamstac.messaging.states import Channel
from jamstac.messaging.texts import Notice, filled, notices
from jamstac.parameters.selectors import number


def notify(
    act: Act,
    *,
    person_id: UUID | None,
    email: str = "",
    phone: str = "",
    notice: str,
    link: str = "",
    **fields: object,
) -> Message:
    """Tell one person inside an act. KeyError for a notice nobody registered."""
    message = post(
        act.body_id,
        act.now,
        act.actor.time_zone,
        person_id=person_id,
        email=email,
        phone=phone,
        notice=notice,
        link=link,
        fields=fields,
    )
    assert message is not None
    return message


def post(
    body_id: UUID | None,
    now: datetime,
    zone: ZoneInfo,
    *,
    person_id: UUID | None,
    email: str = "",
    phone: str = "",
    notice: str,
    link: str = "",
    once_key: str | None = None,
    fields: Mapping[str, object],
) -> Message | None:
    """Write the notice and its deliveries; None when `once_key` was told to this person before. Reminders call
    this without an act: nothing happened, somebody is reminded."""
    words = notices()[notice]
    subject, text = words_of(body_id, notice, words)
    message = Message(
        body_id=body_id,
        to_person_id=person_id,
        notice=notice,
        once_key=once_key,
        subject=filled(subject, fields)[:200],
        text=filled(text, fields),
        link=link,
        created_at=now,
    )
    if once_key is None:
        message.save()
    elif not _saved_once(message):
        return None
    after = now if words.urgent or body_id is None else _after_quiet(body_id, now, zone)
    for channel, address in _addresses(person_id, email, phone).items():
        delivery = Delivery.objects.create(
            message=message, channel=channel, address=address, state_since=now, send_after=after
        )
        jobs.enqueue("messaging.deliver", delivery.pk, after)
    return message


def words_of(body_id: UUID | None, notice: str, words: Notice) -> tuple[str, str]:
    """Subject and text: the LSP's own, else the registered ones."""
    own = NoticeText.objects.filter(body_id=body_id, notice=notice).first() if body_id else None
    return (words.subject, words.text) if own is None else (own.subject, own.text)


def _saved_once(message: Message) -> bool:
    """Insert unless it was told before: two workers may look at the same moment."""
    told = Message.objects.filter(to_person_id=message.to_person_id, once_key=message.once_key)
    if told.exists():
        return False
    Message.objects.bulk_create([message], ignore_conflicts=True)
    return told.filter(pk=message.pk).exists()


def _after_quiet(body_id: UUID, now: datetime, zone: ZoneInfo) -> datetime:
    day = now.astimezone(zone).date()
    return leaves_at(now, zone, number(body_id, "quiet_from", day), number(body_id, "quiet_until", day))


def _addresses(person_id: UUID | None, email: str, phone: str) -> dict[str, str]:
    choice = Preference.objects.filter(person_id=person_id).first() if person_id else None
    found: dict[str, str] = {}
    if email and (choice is None or choice.email):
        found[Channel.EMAIL] = email
    if choice is not None and choice.whatsapp:
        to = international(phone)
        if to and WhatsAppAccount.objects.filter(body_id=choice.body_id, active=True).exists():
            found[Channel.WHATSAPP] = to
    return found
