from __future__ import annotations

from typing import ClassVar

from django.core.validators import RegexValidator
from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import StoredFile
from jamstac.ledger.constraints import NoOverlap
from jamstac.schemes.models import Scheme


class Licence(TenantRecord):
    number = models.CharField(
        "nomor lisensi",
        max_length=40,
        validators=[RegexValidator(r"^BNSP-LSP-\d{3,4}-ID$", "Tulis seperti BNSP-LSP-0000-ID.")],
    )
    decree_number = models.CharField("nomor SK lisensi", max_length=100)
    decree_date = models.DateField("tanggal SK")
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai")
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            NoOverlap(fields=["body"], name="licensing_licence_overlap"),
        ]


class RemoteApproval(TenantRecord):
    """BNSP's approval of sertifikasi jarak jauh, from a day to a day. Without one in force no event is daring or
    hybrid (HR-28)."""

    number = models.CharField("nomor surat persetujuan", max_length=100)
    approved_on = models.DateField("tanggal surat")
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    end_reason = models.CharField("alasan diakhiri", max_length=300, blank=True)


class AnnexEntry(TenantRecord):
    """A scheme inside the licence's scope, from the day BNSP put it there."""

    licence = models.ForeignKey(Licence, on_delete=models.PROTECT, related_name="annex")
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="+")
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            NoOverlap(fields=["licence", "scheme"], name="licensing_annex_overlap"),
        ]
