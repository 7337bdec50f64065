from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.applications.models import Application
from jamstac.assessment.states import (
    AssessmentState,
    FollowUp,
    Method,
    PlanSource,
    Result,
    ReviewAspect,
    TakingState,
)
from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import Sheet, StoredFile
from jamstac.events.models import Event
from jamstac.instruments.models import Instrument, Item, ItemOption, ToolSet
from jamstac.instruments.states import InstrumentCode, Potential
from jamstac.ledger.constraints import Frozen
from jamstac.ledger.records import Record
from jamstac.people.models import Person
from jamstac.standards.models import Criterion, Unit


class Assessment(TenantRecord):
    """The assessment of one case at one event by one assessor."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="assessment")
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="assessments")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=AssessmentState.choices, default=AssessmentState.OPENED)
    state_since = models.DateTimeField()
    tool_set = models.ForeignKey(ToolSet, null=True, on_delete=models.PROTECT, related_name="+")
    """The MUK this case is assessed with, in force when FR.AK.07 was made; kept whatever is released later."""
    potential = models.CharField("potensi asesi", max_length=1, choices=Potential.choices, blank=True)
    self_assessment_ok = models.BooleanField(null=True)
    """FR.APL.02: the assessor's "asesmen dapat / tidak dapat dilanjutkan"."""
    self_assessment_reviewed_at = models.DateTimeField(null=True)
    identity_document = models.CharField("dokumen identitas", max_length=40, blank=True)
    identity_checked_at = models.DateTimeField(null=True)
    agreed_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    recommended_at = models.DateTimeField(null=True)
    result = models.CharField(max_length=2, choices=Result.choices, blank=True)
    feedback = models.TextField("umpan balik bagi asesi", blank=True)
    follow_up = models.TextField("tindak lanjut yang dibutuhkan", blank=True)
    comment = models.TextField("komentar asesor", blank=True)
    round = models.PositiveSmallIntegerField("putaran", default=1)
    """How often it was judged: reopened, the next judgements are those of the next round (HR-50)."""
    reopen_reason = models.CharField("alasan dibuka kembali", max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        indexes: ClassVar = [
            models.Index(fields=["body", "state", "state_since"], name="assessment_state"),
            models.Index(fields=["assessor", "state"], name="assessment_assessor"),
        ]

    @property
    def owner_person_id(self) -> UUID:
        return self.application.person_id

    @property
    def case_id(self) -> UUID:
        return self.application_id


class AssessmentRow(TenantRecord):
    """Something of one assessment."""

    class Meta(TenantRecord.Meta):
        abstract = True

    @property
    def case_id(self) -> UUID:
        assessment: Assessment = self.assessment  # type: ignore[attr-defined]
        return assessment.application_id

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        assessment: Assessment = self.assessment  # type: ignore[attr-defined]
        return assessment.concerned_person_ids


class PlannedInstrument(AssessmentRow):
    """An instrument this candidate takes in one kelompok pekerjaan: from FR.MAPA.02 by potensi, as fitted by
    FR.AK.07. A dropped one stays, with its reason. `instrument` is None for FR.IA.01 and FR.IA.08 and FR.IA.10,
    whose rows come from the scheme and the case."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="plan")
    code = models.CharField("instrumen", max_length=6, choices=InstrumentCode.choices)
    group = models.CharField("kelompok pekerjaan", max_length=160, blank=True)
    instrument = models.ForeignKey(Instrument, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.CharField(max_length=10, choices=PlanSource.choices)
    dropped = models.BooleanField(default=False)
    reason = models.CharField("alasan", max_length=300, blank=True)

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["assessment", "code", "group", "instrument"], name="assessment_plannedinstrument_once"
            ),
        ]


class Adjustment(AssessmentRow):
    """FR.AK.07 part A: one of the eight characteristics, whether it needs an adjustment, and which (`Penyesuaian`
    option keys, comma separated, plus free text)."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="adjustments")
    characteristic = models.PositiveSmallIntegerField()
    needed = models.BooleanField()
    options = models.CharField(max_length=300, blank=True)
    note = models.CharField("keterangan", max_length=300, blank=True)

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["assessment", "characteristic"], name="assessment_adjustment_once"),
        ]


class Taking(AssessmentRow):
    """One instrument with one candidate: what was asked, what was answered, what the assessor found.

    `minutes` is the time allowed, with what FR.AK.07 added; `seed` drew the items and their order, so that the
    same paper can be shown again. `reached` is the closing line of the form: aspects all reached or not."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="takings")
    instrument = models.ForeignKey(Instrument, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=10, choices=TakingState.choices, default=TakingState.PLANNED)
    state_since = models.DateTimeField()
    seed = models.CharField(max_length=32)
    minutes = models.PositiveSmallIntegerField(null=True)
    started_at = models.DateTimeField(null=True)
    ends_at = models.DateTimeField(null=True)
    submitted_at = models.DateTimeField(null=True)
    marked_at = models.DateTimeField(null=True)
    reached = models.BooleanField(null=True)
    feedback = models.TextField("umpan balik untuk asesi", blank=True)
    product = models.CharField("nama produk", max_length=200, blank=True)
    """FR.IA.11: what was reviewed; FR.IA.04B: judul kegiatan."""

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["assessment", "instrument"], name="assessment_taking_once"),
        ]

    @property
    def owner_person_id(self) -> UUID:
        """The candidate, who takes a written test alone."""
        return self.assessment.application.person_id


class Evidence(AssessmentRow):
    """One bukti: gathered once, VATM marked once, serving any number of criteria. `taking` is the instrument it
    came from, where it came from one."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="evidence")
    taking = models.ForeignKey(Taking, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()
    method = models.CharField("metode", max_length=15, choices=Method.choices)
    title = models.CharField("bukti", max_length=200)
    file = models.ForeignKey(StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField("catatan", max_length=400, blank=True)
    valid = models.BooleanField(null=True)
    authentic = models.BooleanField(null=True)
    current = models.BooleanField(null=True)
    sufficient = models.BooleanField(null=True)
    removed = models.BooleanField(default=False)


class TakingItem(AssessmentRow):
    """One item in one candidate's paper: the answer as handed in, and the assessor's mark. `evidence` is the
    portfolio item an interview question is tied to (FR.IA.09)."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    taking = models.ForeignKey(Taking, on_delete=models.PROTECT, related_name="items")
    item = models.ForeignKey(Item, null=True, on_delete=models.PROTECT, related_name="+")
    """None for a question the assessor asked beside the prepared ones; then `question` holds it."""
    position = models.PositiveSmallIntegerField()
    question = models.TextField(blank=True)
    option = models.ForeignKey(ItemOption, null=True, on_delete=models.PROTECT, related_name="+")
    answer = models.TextField("jawaban", blank=True)
    evidence = models.ForeignKey(Evidence, null=True, on_delete=models.PROTECT, related_name="+")
    met = models.BooleanField("pencapaian", null=True)
    note = models.CharField("catatan", max_length=400, blank=True)

    class Meta(AssessmentRow.Meta):
        ordering = ("position",)
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["taking", "position"], name="assessment_takingitem_position"),
        ]


class ThirdParty(AssessmentRow):
    """FR.IA.10: somebody who knows the candidate's work, asked by a one-time link or by the assessor. Confidential:
    the candidate never reads the answers. `token_digest` is the SHA-256 of the link's secret."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="third_parties")
    name = models.CharField("nama pengawas, penyelia, atasan, atau orang lain", max_length=120)
    workplace = models.CharField("tempat kerja", max_length=160)
    address = models.CharField("alamat", max_length=300, blank=True)
    phone = models.CharField("telepon", max_length=40, blank=True)
    email = models.EmailField("surel", blank=True)
    token_digest = models.CharField(max_length=64, blank=True)
    asked_at = models.DateTimeField()
    expires_at = models.DateTimeField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by_link = models.BooleanField(default=False)
    relationship = models.CharField("hubungan dengan asesi", max_length=200, blank=True)
    duration = models.CharField("lama bekerja dengan asesi", max_length=120, blank=True)
    closeness = models.CharField("seberapa dekat di area yang dinilai", max_length=200, blank=True)
    experience = models.CharField("pengalaman teknis atau kualifikasi", max_length=300, blank=True)
    consistent = models.CharField("yakin konsisten sesuai standar", max_length=300, blank=True)
    training_need = models.CharField("kebutuhan pelatihan lanjut", max_length=300, blank=True)
    comment = models.TextField("komentar lain", blank=True)


class ThirdPartyAnswer(AssessmentRow):
    """One of the six Ya/Tidak questions of FR.IA.10."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    third_party = models.ForeignKey(ThirdParty, on_delete=models.PROTECT, related_name="answers")
    number = models.PositiveSmallIntegerField()
    yes = models.BooleanField()

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["third_party", "number"], name="assessment_thirdpartyanswer_once"),
        ]


class EvidenceCriterion(AssessmentRow):
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="criteria")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["evidence", "criterion"], name="assessment_evidencecriterion_once"),
        ]


class Judgement(AssessmentRow):
    """FR.IA.01: the assessor's mark for one KUK, as signed with the recommendation of its round. Never changed."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="judgements")
    round = models.PositiveSmallIntegerField("putaran", default=1)
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    met = models.BooleanField()
    note = models.CharField(max_length=400, blank=True)
    follow_up = models.CharField(max_length=10, choices=FollowUp.choices, blank=True)
    method = models.CharField(max_length=15, choices=Method.choices)

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["assessment", "round", "criterion", "met", "note", "follow_up", "method"],
                name="assessment_judgement_frozen",
            ),
            models.UniqueConstraint(fields=["assessment", "round", "criterion"], name="assessment_judgement_once"),
        ]


class UnitResult(AssessmentRow):
    """K or BK of one unit, as recommended in one round."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="unit_results")
    round = models.PositiveSmallIntegerField("putaran", default=1)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    result = models.CharField(max_length=2, choices=Result.choices)

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(fields=["assessment", "round", "unit", "result"], name="assessment_unitresult_frozen"),
            models.UniqueConstraint(fields=["assessment", "round", "unit"], name="assessment_unitresult_once"),
        ]


# ---------------------------------------------------------------- after the event


class AssessorReport(TenantRecord):
    """FR.AK.05: one assessor about one event, signed once."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="+")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["event", "assessor"], name="assessment_assessorreport_once"),
        ]


class ProcessReview(TenantRecord):
    """FR.AK.06: the lead asesor looks back at the process of one event."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="+")
    reviewer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, null=True, on_delete=models.PROTECT, related_name="+")


class ReviewTick(TenantRecord):
    """One ticked box of FR.AK.06: an aspect (`ReviewAspect`) with a principle or a dimension of competence."""

    review = models.ForeignKey(ProcessReview, on_delete=models.PROTECT, related_name="ticks")
    aspect = models.CharField(max_length=15, choices=ReviewAspect.choices)
    value = models.CharField(max_length=12)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["review", "aspect", "value"], name="assessment_reviewtick_once"),
        ]


# ---------------------------------------------------------------- drafts: no acts, free to write


class JudgementDraft(Record):
    """The assessor's grid while it is being ticked."""

    assessment = models.ForeignKey(Assessment, on_delete=models.CASCADE, related_name="drafts")
    criterion = models.ForeignKey(Criterion, on_delete=models.CASCADE, related_name="+")
    met = models.BooleanField(null=True)
    note = models.CharField("catatan", max_length=400, blank=True)
    follow_up = models.CharField("penilaian lanjut", max_length=10, choices=FollowUp.choices, blank=True)
    saved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["assessment", "criterion"], name="assessment_judgementdraft_once"),
        ]


class AnswerDraft(Record):
    """An answer or a mark while it is being written: the candidate's on the phone before handing in, the
    assessor's before marking is signed. Newer `saved_at` wins."""

    taking_item = models.OneToOneField(TakingItem, on_delete=models.CASCADE, related_name="draft")
    option = models.ForeignKey(ItemOption, null=True, on_delete=models.CASCADE, related_name="+")
    answer = models.TextField(blank=True)
    met = models.BooleanField(null=True)
    note = models.CharField(max_length=400, blank=True)
    saved_at = models.DateTimeField()
