from __future__ import annotations

from typing import ClassVar

from django.db import models

from jamstac.ledger.constraints import NoOverlap
from jamstac.ledger.records import GuardedRecord


class ParameterValue(GuardedRecord):
    """One value of one key of one LSP, in force from a day on. `body_id` is bare: bodies stand above."""

    body_id = models.UUIDField()
    key = models.CharField(max_length=60)
    value = models.CharField("nilai", max_length=200)
    reason = models.CharField("alasan", max_length=500)
    source_title = models.CharField("dokumen sumber", max_length=200)
    source_number = models.CharField("nomor dokumen", max_length=100, blank=True)
    source_date = models.DateField("tanggal dokumen", null=True, blank=True)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField(null=True, blank=True)
    set_by_person_id = models.UUIDField(null=True)
    set_at = models.DateTimeField()

    class Meta(GuardedRecord.Meta):
        constraints: ClassVar = [
            *GuardedRecord.Meta.constraints,
            NoOverlap(fields=["body_id", "key"], name="parameters_value_overlap"),
        ]
