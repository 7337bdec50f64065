from __future__ import annotations

from typing import ClassVar

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.standards.states import StandardKind


class Standard(TenantRecord):
    """One edition of a standard, as this LSP uses it, with the document that decides it."""

    kind = models.CharField("jenis", max_length=15, choices=StandardKind.choices)
    number = models.CharField("nomor keputusan", max_length=120)
    title = models.CharField("judul", max_length=300)
    year = models.PositiveSmallIntegerField("tahun", null=True, blank=True)
    valid_from = models.DateField("berlaku sejak", null=True, blank=True)
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "number", "title"], name="standards_standard_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}"


class Unit(TenantRecord):
    standard = models.ForeignKey(Standard, on_delete=models.PROTECT, related_name="units")
    code = models.CharField("kode unit", max_length=40)
    title = models.CharField("judul unit", max_length=300)
    title_en = models.CharField("judul unit (Inggris)", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta(TenantRecord.Meta):
        ordering = ("position",)
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["standard", "code"], name="standards_unit_code"),
        ]


class Element(TenantRecord):
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="elements")
    number = models.PositiveSmallIntegerField()
    title = models.CharField("elemen", max_length=400)

    class Meta(TenantRecord.Meta):
        ordering = ("number",)
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["unit", "number"], name="standards_element_number"),
        ]


class Criterion(TenantRecord):
    """A kriteria unjuk kerja (KUK). `number` as printed: "1.2"."""

    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="criteria")
    number = models.CharField(max_length=10)
    position = models.PositiveSmallIntegerField()
    text = models.TextField("kriteria unjuk kerja")

    class Meta(TenantRecord.Meta):
        ordering = ("position",)
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["element", "position"], name="standards_criterion_position"),
        ]
