from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.applications.states import Answer, ApplicationState, EvidenceState, Purpose
from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import StoredFile
from jamstac.ledger.records import Record
from jamstac.people.models import Biodata, Person
from jamstac.schemes.models import Requirement, SchemeVersion
from jamstac.standards.models import Element


class Application(TenantRecord, Biodata):
    """A permohonan as it was sent last. Its biodata is a copy: the person may move house later.

    The application's id is the case id of everything that follows."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=120)
    state = models.CharField(max_length=12, choices=ApplicationState.choices)
    purpose = models.CharField("tujuan asesmen", max_length=15, choices=Purpose.choices)
    price_accepted = models.PositiveBigIntegerField(null=True)
    submitted_at = models.DateTimeField()
    state_since = models.DateTimeField()
    round = models.PositiveSmallIntegerField(default=1)
    reviewer = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True)
    review_note = models.TextField(blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "number"], name="applications_application_number"),
            models.UniqueConstraint(
                fields=["person", "scheme_version"],
                condition=models.Q(state__in=[ApplicationState.SUBMITTED, ApplicationState.RETURNED]),
                name="applications_application_one_pending",
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["body", "state", "state_since"], name="applications_state"),
            models.Index(fields=["person", "submitted_at"], name="applications_person"),
        ]

    @property
    def owner_person_id(self) -> UUID:
        return self.person_id

    @property
    def case_id(self) -> UUID:
        return self.pk


class SelfAssessment(TenantRecord):
    """FR.APL.02: the applicant's answer for one element."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="self_assessments")
    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="+")
    answer = models.CharField(max_length=2, choices=Answer.choices)
    evidence_text = models.CharField("bukti yang relevan", max_length=400, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["application", "element"], name="applications_selfassessment_once"),
        ]


class ApplicationEvidence(TenantRecord):
    """One file shown for one requirement (part 3), with the admin's finding; `requirement` null = portfolio
    evidence of FR.APL.02, linked to elements by `ElementEvidence`."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="evidence")
    requirement = models.ForeignKey(Requirement, null=True, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=EvidenceState.choices, default=EvidenceState.UNREVIEWED)
    note = models.CharField("catatan", max_length=400, blank=True)
    removed = models.BooleanField(default=False)

    @property
    def owner_person_id(self) -> UUID:
        return self.application.person_id


class ElementEvidence(TenantRecord):
    """A portfolio evidence file shown for an element (one file may serve many elements)."""

    evidence = models.ForeignKey(ApplicationEvidence, on_delete=models.PROTECT, related_name="elements")
    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="+")


# ---------------------------------------------------------------- drafts: no acts, free to write


class ApplicationDraft(Record, Biodata):
    """The applicant's working copy of FR.APL.01 and FR.APL.02, before the first sending and after a return."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.CASCADE, related_name="+")
    application = models.OneToOneField(Application, null=True, on_delete=models.CASCADE, related_name="draft")
    purpose = models.CharField("tujuan asesmen", max_length=15, choices=Purpose.choices, blank=True)
    consent = models.BooleanField(default=False)
    price_accepted = models.PositiveBigIntegerField(null=True, blank=True)
    """The amount (rupiah) that was on the screen when it was accepted: a new price asks again."""
    information_accepted = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    saved_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["person", "scheme_version"], name="applications_draft_once"),
        ]


class DraftEvidence(Record):
    draft = models.ForeignKey(ApplicationDraft, on_delete=models.CASCADE, related_name="evidence")
    requirement = models.ForeignKey(Requirement, null=True, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    review_state = models.CharField(max_length=12, choices=EvidenceState.choices, default=EvidenceState.UNREVIEWED)
    review_note = models.CharField(max_length=400, blank=True)


class DraftAnswer(Record):
    draft = models.ForeignKey(ApplicationDraft, on_delete=models.CASCADE, related_name="answers")
    element = models.ForeignKey(Element, on_delete=models.CASCADE, related_name="+")
    answer = models.CharField(max_length=2, choices=Answer.choices, blank=True)
    evidence_text = models.CharField("bukti yang relevan", max_length=400, blank=True)
    files = models.ManyToManyField(DraftEvidence, related_name="answers")

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draft", "element"], name="applications_draftanswer_once"),
        ]


class ReviewDraft(Record):
    """The reviewer's note while it is being written."""

    application = models.OneToOneField(Application, on_delete=models.CASCADE, related_name="+")
    note = models.TextField(blank=True)


class FindingDraft(Record):
    """What the reviewer found of one evidence row so far; becomes the finding by an act."""

    evidence = models.OneToOneField(ApplicationEvidence, on_delete=models.CASCADE, related_name="+")
    state = models.CharField(max_length=12, choices=EvidenceState.choices, default=EvidenceState.UNREVIEWED)
    note = models.CharField(max_length=400, blank=True)
