from __future__ import annotations

from typing import ClassVar

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.ledger.constraints import NoOverlap
from jamstac.schemes.states import CertificateRule, ReassessmentScope, RequirementKind, SchemeKind
from jamstac.standards.models import Standard, Unit


class Scheme(TenantRecord):
    number = models.CharField("nomor skema", max_length=80)
    title = models.CharField("judul skema", max_length=200)
    title_en = models.CharField("judul skema (Inggris)", max_length=200, blank=True)
    kind = models.CharField("kemasan", max_length=10, choices=SchemeKind.choices, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "number", "title"], name="schemes_scheme_once"),
        ]

    def __str__(self) -> str:
        return self.title


class SchemeVersion(TenantRecord):
    """What a case is held to. In force from `valid_from`, once approved; a case keeps its version."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField("versi")
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="+")
    field = models.CharField("bidang", max_length=160, blank=True)
    field_en = models.CharField("bidang (Inggris)", max_length=160, blank=True)
    kbli = models.CharField("kode KBLI", max_length=5, blank=True, validators=[RegexValidator(r"^\d{5}$")])
    kbji = models.CharField("kode KBJI", max_length=4, blank=True, validators=[RegexValidator(r"^\d{4}$")])
    level = models.CharField("jenjang", max_length=1, blank=True, validators=[RegexValidator(r"^[1-9]$")])
    validity_years = models.PositiveSmallIntegerField(
        "masa berlaku sertifikat (tahun)", null=True, blank=True, validators=[MinValueValidator(1)]
    )
    certificate_rule = models.CharField(
        "aturan sertifikat", max_length=20, choices=CertificateRule.choices, default=CertificateRule.ALL_UNITS
    )
    reassessment_scope = models.CharField(
        "cakupan asesmen ulang", max_length=12, choices=ReassessmentScope.choices, blank=True
    )
    """Empty: the scheme does not say, and nobody is reassessed under it."""
    reassessment_source = models.CharField("dasar aturan asesmen ulang", max_length=200, blank=True)
    approved_at = models.DateTimeField(null=True)
    valid_from = models.DateField("berlaku sejak", null=True, blank=True)
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["scheme", "version"], name="schemes_version_number"),
            NoOverlap(fields=["scheme"], name="schemes_version_overlap"),
        ]

    def __str__(self) -> str:
        return f"{self.scheme.title} versi {self.version}"


class SchemeUnit(TenantRecord):
    version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    group = models.CharField("kelompok pekerjaan", max_length=160, blank=True)

    class Meta(TenantRecord.Meta):
        ordering = ("position",)
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["version", "unit"], name="schemes_unit_once"),
        ]


class Requirement(TenantRecord):
    """One thing an applicant shows. Basic ones with different `alternative` numbers are joined by "atau":
    every row of at least one alternative, and every administrative row."""

    version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="requirements")
    kind = models.CharField(max_length=15, choices=RequirementKind.choices)
    alternative = models.PositiveSmallIntegerField(default=1)
    position = models.PositiveSmallIntegerField()
    text = models.CharField("persyaratan", max_length=300)

    class Meta(TenantRecord.Meta):
        ordering = ("kind", "alternative", "position")
