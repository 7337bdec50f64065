from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import StoredFile
from jamstac.findings.states import HoldSource, RemarkKind, RemarkSource, WaiverKind
from jamstac.ledger.constraints import Frozen
from jamstac.people.models import Person


class Hold(TenantRecord):
    """A case that is not decided before this is released. `case` is the application's id, `source_id` the record
    that put it there. Placed and released by inner functions of the doors above."""

    case = models.UUIDField()
    candidate = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    source = models.CharField("asal", max_length=10, choices=HoldSource.choices)
    source_id = models.UUIDField()
    reason = models.CharField("alasan", max_length=300)
    placed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    released_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    release_reason = models.CharField("alasan dilepas", max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        indexes: ClassVar = [models.Index(fields=["body", "case"], name="findings_hold_case")]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.candidate_id})

    @property
    def case_id(self) -> UUID:
        return self.case


class Waiver(TenantRecord):
    """An exception to one rule for one record, until a day. A `dual` one holds once a second person, one of the
    two from manajemen mutu, confirmed it; a `doc` one names a dated document and its file."""

    rule = models.CharField("aturan", max_length=10)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    subject_label = models.CharField("untuk", max_length=200)
    kind = models.CharField("jenis", max_length=4, choices=WaiverKind.choices)
    reason = models.CharField("alasan", max_length=500)
    document_number = models.CharField("nomor dokumen", max_length=120, blank=True)
    document_date = models.DateField("tanggal dokumen", null=True, blank=True)
    document = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    valid_until = models.DateField("berlaku sampai")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(fields=["rule", "subject_id", "kind", "reason", "asked_by"], name="findings_waiver_frozen"),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "rule", "subject_id"], name="findings_waiver_subject")]


class Remark(TenantRecord):
    """What assessors say of the process in FR.AK.05 and FR.AK.06: for quality to pick up. `source_id` is the report,
    `event_id` the jadwal (bare: both stand above)."""

    source = models.CharField("dari", max_length=10, choices=RemarkSource.choices)
    source_id = models.UUIDField()
    event_id = models.UUIDField()
    event_number = models.CharField("jadwal", max_length=120)
    kind = models.CharField("tentang", max_length=12, choices=RemarkKind.choices)
    text = models.TextField("catatan")
    said_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    said_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(fields=["source_id", "event_id", "kind", "text", "said_by"], name="findings_remark_frozen"),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "said_at"], name="findings_remark_said")]
