from __future__ import annotations

from django.db import models

from jamstac.ledger.records import Record


class Message(Record):
    """One notice to one address. `to_person_id` is bare: people stand above. Not guarded: an effect, no act."""

    body_id = models.UUIDField(null=True)
    to_person_id = models.UUIDField(null=True, db_index=True)
    to_email = models.EmailField(blank=True)
    subject = models.CharField(max_length=200)
    text = models.TextField()
    link = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)
