from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.impartiality.states import ConflictKind, ConflictSource, DeclaredKind, Disposition
from jamstac.ledger.constraints import Frozen
from jamstac.people.models import Person, Relation


class Declaration(TenantRecord):
    """What an assessor (`person`) said about one candidate (`other`) of one event, before anything starts (HR-05).
    A conflict found later may be added; one that was told is not taken back."""

    event = models.UUIDField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    conflicted = models.BooleanField()
    kind = models.CharField("hubungan", max_length=12, choices=DeclaredKind.choices, blank=True)
    note = models.CharField("keterangan", max_length=300, blank=True)
    sentence = models.TextField()
    declared_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["person", "other", "event"], name="impartiality_declared_once"),
            Frozen(fields=["event", "person", "other"], name="impartiality_declaration_frozen"),
        ]
        indexes: ClassVar = [models.Index(fields=["event", "person"], name="impartiality_declaration_event")]


class Conflict(TenantRecord):
    """A reason to look at the pair of an assessor (`person`) and a candidate (`other`) in one event, declared or
    found. `case` is the application's id. Lapsed when the pair is no longer one of the event."""

    event = models.UUIDField()
    case = models.UUIDField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("alasan", max_length=12, choices=ConflictKind.choices)
    source = models.CharField("asal", max_length=10, choices=ConflictSource.choices)
    relation = models.ForeignKey(Relation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField("keterangan", max_length=300, blank=True)
    found_at = models.DateTimeField()
    disposition = models.CharField("penanganan", max_length=10, choices=Disposition.choices, blank=True)
    reason = models.CharField("alasan penanganan", max_length=500, blank=True)
    proposed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    confirm_reason = models.CharField("catatan pengesah", max_length=500, blank=True)
    lapsed_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["event", "case", "person", "kind"], name="impartiality_conflict_once_an_event"
            ),
            Frozen(
                fields=["event", "case", "person", "other", "kind", "source", "found_at"],
                name="impartiality_conflict_frozen",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["case", "person"], name="impartiality_conflict_case"),
            models.Index(fields=["body", "confirmed_at"], name="impartiality_conflict_open"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        """Nobody of the pair says what is done about it (HR-15)."""
        return frozenset({self.person_id, self.other_id})

    @property
    def case_id(self) -> UUID:
        return self.case

    @property
    def settled(self) -> bool:
        """Two persons decided that the pair may go on."""
        return self.confirmed_at is not None and self.disposition != Disposition.REPLACE
