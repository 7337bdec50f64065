from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.applications.models import Application
from jamstac.assessment.states import AssessmentState, FollowUp, Method, Result
from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import StoredFile
from jamstac.events.models import Event
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


class Evidence(AssessmentRow):
    """One bukti: gathered once, VATM marked once, serving any number of criteria."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="evidence")
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
    """FR.IA.01: the assessor's mark for one KUK, as signed with the recommendation. Never changed."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="judgements")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    met = models.BooleanField()
    note = models.CharField(max_length=400, blank=True)
    follow_up = models.CharField(max_length=10, choices=FollowUp.choices, blank=True)
    method = models.CharField(max_length=15, choices=Method.choices)

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["assessment", "criterion", "met", "note", "follow_up", "method"],
                name="assessment_judgement_frozen",
            ),
            models.UniqueConstraint(fields=["assessment", "criterion"], name="assessment_judgement_once"),
        ]


class UnitResult(AssessmentRow):
    """K or BK of one unit, as recommended."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="unit_results")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    result = models.CharField(max_length=2, choices=Result.choices)

    class Meta(AssessmentRow.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(fields=["assessment", "unit", "result"], name="assessment_unitresult_frozen"),
            models.UniqueConstraint(fields=["assessment", "unit"], name="assessment_unitresult_once"),
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
