from __future__ import annotations

from typing import ClassVar

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.instruments.states import Fit, InstrumentCode, PlanMethod, Potential, RelevantPerson, ToolSetState
from jamstac.ledger.constraints import NoOverlap
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from jamstac.standards.models import Criterion, Unit


class ToolSet(TenantRecord):
    """The MUK of one scheme version. Written while `draft`, sent to a validator, validated by another person, then
    released for a period; what was sent is not written on unless it comes back, what is released never (HR-50)."""

    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveSmallIntegerField("versi")
    state = models.CharField(max_length=10, choices=ToolSetState.choices, default=ToolSetState.DRAFT)
    state_since = models.DateTimeField()
    author = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    """The penyusun who signs the forms: who drafted it, then who sent it for validation."""
    context_real = models.BooleanField("tempat kerja nyata", default=False)
    evidence_limited = models.BooleanField("peluang mengumpulkan bukti terbatas", default=False)
    supports_evidence = models.CharField(
        "bukti untuk mendukung asesmen", max_length=7, choices=Fit.choices, default=Fit.GOOD
    )
    supports_work = models.CharField(
        "aktivitas kerja di tempat kerja", max_length=7, choices=Fit.choices, default=Fit.GOOD
    )
    supports_learning = models.CharField("kegiatan pembelajaran", max_length=7, choices=Fit.choices, default=Fit.GOOD)
    curriculum = models.CharField("kriteria asesmen dari kurikulum pelatihan", max_length=300, blank=True)
    benchmark = models.CharField("spesifikasi kinerja perusahaan atau industri", max_length=300, blank=True)
    product_benchmark = models.CharField("spesifikasi produk", max_length=300, blank=True)
    guideline = models.CharField("pedoman khusus", max_length=300, blank=True)
    candidate_traits = models.TextField("karakteristik kandidat", blank=True)
    modification = models.TextField("kebutuhan kontekstualisasi terkait tempat kerja", blank=True)
    package_advice = models.TextField("saran paket pelatihan atau pengembang pelatihan", blank=True)
    tool_adjustment = models.TextField("penyesuaian perangkat asesmen", blank=True)
    integration = models.TextField("peluang asesmen terintegrasi", blank=True)
    sent_at = models.DateTimeField(null=True)
    validator = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    validated_at = models.DateTimeField(null=True)
    validation_note = models.TextField("temuan validasi", blank=True)
    released_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(null=True)
    valid_from = models.DateField("berlaku sejak", null=True, blank=True)
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["scheme_version", "version"], name="instruments_toolset_number"),
            NoOverlap(fields=["scheme_version"], name="instruments_toolset_overlap"),
        ]

    def __str__(self) -> str:
        return f"MUK {self.scheme_version} versi {self.version}"


class ToolSetAuthor(TenantRecord):
    """Somebody who wrote on the tool set. Who validates is not the only one of them (HR-12)."""

    tool_set = models.ForeignKey(ToolSet, on_delete=models.PROTECT, related_name="authors")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["tool_set", "person"], name="instruments_toolsetauthor_once"),
        ]


class Consultation(TenantRecord):
    """FR.MAPA.01: a relevant person who confirmed the plan."""

    tool_set = models.ForeignKey(ToolSet, on_delete=models.PROTECT, related_name="consultations")
    role = models.CharField("orang yang relevan", max_length=21, choices=RelevantPerson.choices)
    name = models.CharField("nama", max_length=120)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["tool_set", "role"], name="instruments_consultation_once"),
        ]


class PlanRow(TenantRecord):
    """FR.MAPA.01 part 2: how one unit is assessed. `direct`, `indirect`, `additional` = L, TL, T."""

    tool_set = models.ForeignKey(ToolSet, on_delete=models.PROTECT, related_name="plan")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    evidence = models.CharField("bukti-bukti", max_length=300)
    direct = models.BooleanField("langsung", default=False)
    indirect = models.BooleanField("tidak langsung", default=False)
    additional = models.BooleanField("tambahan", default=False)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["tool_set", "unit"], name="instruments_planrow_once"),
        ]


class PlanTool(TenantRecord):
    """One perangkat code in one method column of a plan row."""

    row = models.ForeignKey(PlanRow, on_delete=models.PROTECT, related_name="tools")
    method = models.CharField("metode", max_length=12, choices=PlanMethod.choices)
    instrument = models.CharField("perangkat", max_length=6, choices=InstrumentCode.choices)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["row", "method", "instrument"], name="instruments_plantool_once"),
        ]


class MapCell(TenantRecord):
    """FR.MAPA.02: one ticked box: in this kelompok pekerjaan, asesi of this potensi take this instrument."""

    tool_set = models.ForeignKey(ToolSet, on_delete=models.PROTECT, related_name="map")
    group = models.CharField("kelompok pekerjaan", max_length=160, blank=True)
    instrument = models.CharField("instrumen", max_length=6, choices=InstrumentCode.choices)
    potential = models.CharField("potensi asesi", max_length=1, choices=Potential.choices)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["tool_set", "group", "instrument", "potential"], name="instruments_mapcell_once"
            ),
        ]


class Instrument(TenantRecord):
    """One filled form FR.IA.02 … FR.IA.11 of a tool set, for one kelompok pekerjaan ("" = the whole scheme).

    `instruction` is what the candidate reads; `scenario`, `equipment` and `minutes` as the form prints them.
    `draw` = how many of its items each candidate gets (None: all of them), drawn with the case's seed."""

    tool_set = models.ForeignKey(ToolSet, on_delete=models.PROTECT, related_name="instruments")
    code = models.CharField("instrumen", max_length=6, choices=InstrumentCode.choices)
    group = models.CharField("kelompok pekerjaan", max_length=160, blank=True)
    position = models.PositiveSmallIntegerField(default=1)
    title = models.CharField("judul", max_length=200)
    instruction = models.TextField("petunjuk", blank=True)
    scenario = models.TextField("skenario", blank=True)
    equipment = models.TextField("perlengkapan dan peralatan", blank=True)
    minutes = models.PositiveSmallIntegerField("waktu (menit)", null=True, blank=True)
    draw = models.PositiveSmallIntegerField("jumlah soal per asesi", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        ordering = ("code", "position")
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["tool_set", "code", "group", "position"], name="instruments_instrument_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_code_display()}: {self.title}"


class Item(TenantRecord):
    """One question, scope line or specification line of an instrument. `key` is the kunci jawaban or what a good
    answer contains: never on a page or sheet of the candidate."""

    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="items")
    position = models.PositiveSmallIntegerField()
    section = models.CharField("bagian", max_length=120, blank=True)
    """FR.IA.04B: lingkup penyajian; FR.IA.11: Spesifikasi or Performa."""
    text = models.TextField("pertanyaan atau butir")
    key = models.TextField("kunci jawaban", blank=True)

    class Meta(TenantRecord.Meta):
        ordering = ("position",)
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["instrument", "position"], name="instruments_item_position"),
        ]


class ItemOption(TenantRecord):
    """An answer of a multiple choice item."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="options")
    letter = models.CharField(max_length=1)
    text = models.CharField("pilihan", max_length=400)
    correct = models.BooleanField("kunci", default=False)

    class Meta(TenantRecord.Meta):
        ordering = ("letter",)
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["item", "letter"], name="instruments_itemoption_letter"),
        ]


class ItemCriterion(TenantRecord):
    """The item is evidence about this KUK."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="criteria")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["item", "criterion"], name="instruments_itemcriterion_once"),
        ]
