from __future__ import annotations

from typing import ClassVar

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import Sheet
from jamstac.instruments.models.tools import ToolSet
from jamstac.instruments.validation_states import (
    Quality,
    RelevantRole,
    ValidationAspect,
    ValidationPart,
    ValidationPeriod,
)
from jamstac.ledger.constraints import Frozen
from jamstac.people.models import Person


class Validation(TenantRecord):
    """FR.VA: what one to three people found in a tool set, before its first use or from an event (`event`: its id).
    Written once by who leads it; the other members sign the same sheet."""

    tool_set = models.ForeignKey(ToolSet, on_delete=models.PROTECT, related_name="validations")
    event = models.UUIDField(null=True)
    period = models.CharField("periode", max_length=6, choices=ValidationPeriod.choices)
    held_on = models.DateField("tanggal")
    place = models.CharField("tempat", max_length=200)
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(fields=["tool_set", "event", "period", "held_on", "sheet"], name="instruments_validation_frozen"),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "event"], name="instruments_validation_event")]


class ValidationRow(TenantRecord):
    """Something written in one FR.VA."""

    class Meta(TenantRecord.Meta):
        abstract = True


class ValidationMember(ValidationRow):
    """Tim validasi, in the order of the form. The first one led it."""

    validation = models.ForeignKey(Validation, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    signed_at = models.DateTimeField(null=True)

    class Meta(ValidationRow.Meta):
        ordering = ("position",)
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["validation", "person"], name="instruments_validationmember_once"),
        ]


class ValidationBox(ValidationRow):
    """One ticked box of one list; `box` is a key of `validation_states.BOXES`, or `other` with what was written."""

    validation = models.ForeignKey(Validation, on_delete=models.PROTECT, related_name="boxes")
    part = models.CharField(max_length=13, choices=ValidationPart.choices)
    box = models.CharField(max_length=15)
    text = models.CharField("lainnya", max_length=200, blank=True)

    class Meta(ValidationRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["validation", "part", "box"], name="instruments_validationbox_once"),
        ]


class ValidationTick(ValidationRow):
    """One aspect meets one rule of evidence or principle of assessment."""

    validation = models.ForeignKey(Validation, on_delete=models.PROTECT, related_name="ticks")
    aspect = models.CharField("aspek", max_length=10, choices=ValidationAspect.choices)
    quality = models.CharField("aturan atau prinsip", max_length=11, choices=Quality.choices)

    class Meta(ValidationRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["validation", "aspect", "quality"], name="instruments_validationtick_once"),
        ]


class ValidationWitness(ValidationRow):
    """Orang yang relevan: who was asked and what they confirmed."""

    validation = models.ForeignKey(Validation, on_delete=models.PROTECT, related_name="witnesses")
    role = models.CharField("orang yang relevan", max_length=11, choices=RelevantRole.choices)
    name = models.CharField("nama", max_length=120)
    outcome = models.CharField("hasil konfirmasi", max_length=300, blank=True)

    class Meta(ValidationRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["validation", "role"], name="instruments_validationwitness_once"),
        ]


class ValidationFinding(ValidationRow):
    validation = models.ForeignKey(Validation, on_delete=models.PROTECT, related_name="findings")
    position = models.PositiveSmallIntegerField()
    finding = models.TextField("temuan")
    recommendation = models.TextField("rekomendasi")

    class Meta(ValidationRow.Meta):
        ordering = ("position",)


class Improvement(ValidationRow):
    """Rencana implementasi perubahan atau perbaikan."""

    validation = models.ForeignKey(Validation, on_delete=models.PROTECT, related_name="improvements")
    position = models.PositiveSmallIntegerField()
    activity = models.CharField("kegiatan", max_length=300)
    due = models.DateField("waktu penyelesaian")
    responsible = models.CharField("penanggung jawab", max_length=120)

    class Meta(ValidationRow.Meta):
        ordering = ("position",)
