from __future__ import annotations

from typing import ClassVar
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.validators import RegexValidator
from django.db import models

from jamstac.bodies.states import BodyKind, NumberPurpose, NumberScope, TimeZone
from jamstac.ledger.constraints import NoOverlap
from jamstac.ledger.records import GuardedRecord


class Body(GuardedRecord):
    """An LSP. Its letterhead is its profile; its key is the head of its chain."""

    slug = models.SlugField(max_length=40, unique=True)
    name = models.CharField("nama singkat", max_length=80)
    full_name = models.CharField("nama lengkap", max_length=200)
    kind = models.CharField("jenis LSP", max_length=2, choices=BodyKind.choices)
    code = models.CharField(
        "kode dalam nomor surat",
        max_length=20,
        validators=[RegexValidator(r"^[A-Z0-9-]+$")],
        help_text="Huruf besar, angka, tanda hubung. Contoh: LSP-CTH.",
    )
    address = models.CharField("alamat", max_length=300, blank=True)
    city = models.CharField("kota", max_length=80, blank=True)
    phone = models.CharField("telepon", max_length=40, blank=True)
    email = models.EmailField("surel", blank=True)
    web = models.CharField("situs", max_length=120, blank=True)
    time_zone = models.CharField("zona waktu", max_length=20, choices=TimeZone.choices, default=TimeZone.WIB)
    logo = models.BinaryField(null=True)
    logo_type = models.CharField(max_length=20, blank=True)
    open_for_applications = models.BooleanField(default=False)
    created_at = models.DateTimeField()

    class Meta(GuardedRecord.Meta):
        pass

    def __str__(self) -> str:
        return self.name

    @property
    def body_id(self) -> UUID:
        return self.pk

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class TenantRecord(GuardedRecord):
    """A guarded record of one LSP."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")

    class Meta(GuardedRecord.Meta):
        abstract = True


class NumberPattern(TenantRecord):
    """How an LSP writes one kind of number, from a day on. Tokens: `bodies.numbering.TOKENS`."""

    purpose = models.CharField(max_length=20, choices=NumberPurpose.choices)
    pattern = models.CharField("pola", max_length=120)
    scope = models.CharField("urutan", max_length=5, choices=NumberScope.choices, default=NumberScope.YEAR)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            NoOverlap(fields=["body", "purpose"], name="bodies_numberpattern_overlap"),
        ]


class IssuedNumber(TenantRecord):
    """A number that was given. Never deleted, never given again (HR-43)."""

    purpose = models.CharField(max_length=20, choices=NumberPurpose.choices)
    scope_key = models.CharField(max_length=10)
    sequence = models.PositiveBigIntegerField()
    number = models.CharField(max_length=120)
    subject_id = models.UUIDField(null=True)
    issued_at = models.DateTimeField()
    void_reason = models.CharField(max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "purpose", "number"], name="bodies_issuednumber_once"),
            models.UniqueConstraint(
                fields=["body", "purpose", "scope_key", "sequence"], name="bodies_issuednumber_sequence"
            ),
        ]
