from __future__ import annotations

from typing import ClassVar

from django.db import models

from jamstac.bodies.models import Body
from jamstac.ledger.records import Record
from jamstac.people.models import Person


class Look(Record):
    """Up to where the reminders of an LSP have looked: the head of its chain, the moment, and the last day whose
    morning was told. Not guarded: bookkeeping of effects, no act."""

    body = models.OneToOneField(Body, on_delete=models.CASCADE, related_name="+")
    seen_seq = models.PositiveBigIntegerField()
    looked_at = models.DateTimeField()
    morning = models.DateField(null=True)


class Told(Record):
    """A person was told of one task of the worklist. Not guarded: an effect, no act."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=40)
    told_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "key"], name="portal_told_once")]
