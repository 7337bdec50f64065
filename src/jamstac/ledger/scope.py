"""What exists for an actor. Every record handed to a door, the subject and those beside it, is read again inside the
lock; one of another LSP, or of another owner where a person acts for self, is not there.

`own` is the person who acts for self, None for everybody else.
"""

from __future__ import annotations

from typing import Any, cast
from uuid import UUID

from django.db import models

from jamstac.ledger.records import GuardedRecord


class OutOfScope(Exception):
    """The record does not exist for this actor: a page answers 404."""


def _row_of(record: models.Model, body_id: UUID | None) -> models.Model:
    """The row as it is now. Raises OutOfScope when it is gone or of another LSP."""
    model = record._meta.model  # not type(): the account of a request comes wrapped
    row = model._base_manager.select_for_update().filter(pk=record.pk).first()
    if row is None or getattr(row, "body_id", body_id) != body_id:
        raise OutOfScope
    return row


def subject_again(subject: GuardedRecord, body_id: UUID | None, own: UUID | None) -> GuardedRecord:
    """The subject of an act: of the actor's LSP, and one's own for self."""
    row = cast(GuardedRecord, _row_of(subject, body_id))
    if not hasattr(row, "body_id") or (own is not None and row.owner_person_id != own):
        raise OutOfScope
    return row


class Beside:
    """The records given beside the subject, alone, in a list or in a dict. `concerned` are the persons of the cases
    among them: a case put into an event or on a table is acted on as much as the event or the table (HR-15)."""

    def __init__(self, body_id: UUID | None, own: UUID | None) -> None:
        self.body_id, self.own = body_id, own
        self.concerned: frozenset[UUID] = frozenset()

    def again(self, value: Any) -> Any:
        if isinstance(value, models.Model):
            return self._record(value)
        if isinstance(value, (list, tuple, set, frozenset, models.QuerySet)):
            kind = list if isinstance(value, models.QuerySet) else type(value)
            return kind(self.again(each) for each in value)
        if isinstance(value, dict):
            return {name: self.again(each) for name, each in value.items()}
        return value

    def _record(self, record: models.Model) -> models.Model:
        row = _row_of(record, self.body_id)
        if isinstance(row, GuardedRecord):
            if self.own is not None and row.owner_person_id not in (None, self.own):
                raise OutOfScope
            if row.case_id is not None:
                self.concerned |= row.concerned_person_ids
        return row
