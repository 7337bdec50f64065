from __future__ import annotations

from typing import ClassVar

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.ledger.constraints import NoOverlap
from jamstac.schemes.models import Scheme


class Price(TenantRecord):
    """What an assessment by a scheme costs the applicant, in whole rupiah, with the decree that sets it."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="+")
    amount = models.PositiveBigIntegerField("biaya (rupiah)")
    source = models.CharField("dasar (SK tarif)", max_length=200)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            NoOverlap(fields=["scheme"], name="fees_price_overlap"),
        ]
