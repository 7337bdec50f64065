from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.ledger.records import GuardedRecord, Record
from jamstac.messaging.states import Channel, DeliveryState


class Message(Record):
    """One notice to one person, as the inbox shows it. `to_person_id` is bare: people stand above. Not guarded: an
    effect, no act. `once_key` keeps a reminder from being told twice."""

    body_id = models.UUIDField(null=True)
    to_person_id = models.UUIDField(null=True, db_index=True)
    notice = models.CharField(max_length=60, blank=True)
    once_key = models.CharField(max_length=120, null=True)  # noqa: DJ001
    subject = models.CharField(max_length=200)
    text = models.TextField()
    link = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["to_person_id", "once_key"], name="messaging_message_once"),
        ]
        indexes: ClassVar = [models.Index(fields=["body_id", "created_at"], name="messaging_message_body")]


class Delivery(Record):
    """A notice on one channel: the delivery record. Not guarded: an effect, no act."""

    message = models.ForeignKey(Message, on_delete=models.CASCADE, related_name="deliveries")
    channel = models.CharField("lewat", max_length=10, choices=Channel.choices)
    address = models.CharField("ke", max_length=254)
    state = models.CharField(max_length=10, choices=DeliveryState.choices, default=DeliveryState.WAITING)
    state_since = models.DateTimeField()
    send_after = models.DateTimeField()
    provider_id = models.CharField(max_length=200, blank=True, db_index=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["message", "channel"], name="messaging_delivery_once"),
        ]


class Preference(GuardedRecord):
    """How a person wants to be told, beside the inbox. Without a row: e-mail yes, WhatsApp no (it needs a yes)."""

    body_id = models.UUIDField()
    person_id = models.UUIDField(unique=True)
    email = models.BooleanField("surel", default=True)
    whatsapp = models.BooleanField("WhatsApp", default=False)
    chosen_at = models.DateTimeField()

    @property
    def owner_person_id(self) -> UUID:
        return self.person_id


class NoticeText(GuardedRecord):
    """An LSP's own words for one notice, instead of those of `messaging.texts`."""

    body_id = models.UUIDField()
    notice = models.CharField("pesan", max_length=60)
    subject = models.CharField("judul", max_length=200)
    text = models.TextField("isi")
    set_at = models.DateTimeField()

    class Meta(GuardedRecord.Meta):
        constraints: ClassVar = [
            *GuardedRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body_id", "notice"], name="messaging_noticetext_once"),
        ]


class WhatsAppAccount(GuardedRecord):
    """The LSP's number at the WhatsApp Cloud API. Secrets are sealed (`messaging.sealing`), never in the ledger.

    `template` is the approved template with three text parameters in its body: subject, text, link."""

    body_id = models.UUIDField(unique=True)
    phone_number_id = models.CharField("ID nomor telepon", max_length=40)
    template = models.CharField("nama templat", max_length=120)
    language = models.CharField("bahasa templat", max_length=10, default="id")
    token = models.BinaryField()
    app_secret = models.BinaryField()
    verify_token = models.CharField(max_length=64)
    active = models.BooleanField(default=True)
    set_at = models.DateTimeField()
