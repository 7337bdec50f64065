"""The two bases of every domain model. A model of a domain app that derives from neither fails a test."""

from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.kernel.uuid7 import uuid7
from jamstac.ledger.constraints import Guard


class Record(models.Model):
    """A row with a time-ordered id (UUIDv7). Use it bare for drafts only: drafts are not acts."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)

    class Meta:
        abstract = True


class GuardedRecord(Record):
    """A row that changes only through a door.

    What the door asks of its subject; override where the answer is another one:

    `body_id`               the LSP whose chain takes the act, and outside which the record does not exist
    `owner_person_id`       the person who may act on it *for self* (asesi, holder)
    `concerned_person_ids`  the persons the file is about: none of them acts on it as staff (HR-15)
    `case_id`               the application whose timeline shows the act
    """

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [Guard(name="%(app_label)s_%(class)s_guard")]

    @property
    def owner_person_id(self) -> UUID | None:
        return None

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        owner = self.owner_person_id
        return frozenset() if owner is None else frozenset({owner})

    @property
    def case_id(self) -> UUID | None:
        return None
