from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from jamstac.applications.states import (
    Answer,
    ApplicationState,
    EvidenceState,
    GuardianMeans,
    GuardianState,
    NeedDecision,
    Payer,
    Purpose,
)
from jamstac.bodies.models import Body, TenantRecord
from jamstac.documents.models import StoredFile
from jamstac.ledger.records import Record
from jamstac.people.models import Account, Biodata, Person, phone_validator
from jamstac.schemes.models import Requirement, SchemeVersion
from jamstac.standards.models import Element, Unit


class Application(TenantRecord, Biodata):
    """A permohonan as it was sent last. Its biodata is a copy: the person may move house later.

    The application's id is the case id of everything that follows."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=120)
    state = models.CharField(max_length=12, choices=ApplicationState.choices)
    purpose = models.CharField("tujuan asesmen", max_length=15, choices=Purpose.choices)
    purpose_words = models.CharField("tujuan lain", max_length=120, blank=True)
    reassessment = models.OneToOneField(
        "ReassessmentRight", null=True, on_delete=models.PROTECT, related_name="used_by"
    )
    """Asesmen ulang: the right it uses, which says the units in scope."""
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
    added_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """The member of staff who put the file into the applicant's draft; null: the applicant did."""

    @property
    def owner_person_id(self) -> UUID:
        return self.application.person_id


class ElementEvidence(TenantRecord):
    """A portfolio evidence file shown for an element (one file may serve many elements)."""

    evidence = models.ForeignKey(ApplicationEvidence, on_delete=models.PROTECT, related_name="elements")
    element = models.ForeignKey(Element, on_delete=models.PROTECT, related_name="+")


class SpecialNeed(TenantRecord):
    """A special need told with an application: one of the eight characteristics of FR.AK.07, the applicant's own
    words, and what the LSP decided. Read by few: who decides, who reviews, the assessor of the case."""

    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="special_needs")
    characteristic = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(8)])
    wish = models.CharField("yang diperlukan", max_length=400)
    decision = models.CharField(max_length=8, choices=NeedDecision.choices, blank=True)
    measure = models.CharField("penyesuaian", max_length=400, blank=True)
    extra_minutes = models.PositiveSmallIntegerField("tambahan waktu (menit)", default=0)
    note = models.CharField("alasan", max_length=400, blank=True)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    withdrawn = models.BooleanField(default=False)
    """Told in an earlier sending and left out of the next."""

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["application", "characteristic"], name="applications_specialneed_once"),
        ]

    @property
    def owner_person_id(self) -> UUID:
        return self.application.person_id

    @property
    def case_id(self) -> UUID:
        return self.application_id


class GuardianConsent(TenantRecord):
    """A guardian's consent to an applicant under 18, by a one-time link or a signed paper. Of the link only the
    digest is kept; it is empty once it opens nothing any more."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    guardian_name = models.CharField("nama wali", max_length=120)
    relationship = models.CharField("hubungan", max_length=60)
    phone = models.CharField("nomor ponsel wali", max_length=20, blank=True, validators=[phone_validator])
    email = models.EmailField("surel wali", blank=True)
    means = models.CharField(max_length=5, choices=GuardianMeans.choices)
    state = models.CharField(max_length=10, choices=GuardianState.choices, default=GuardianState.ASKED)
    sentence = models.TextField()
    """What the guardian is asked to agree to, word for word."""
    asked_at = models.DateTimeField()
    digest = models.CharField(max_length=64, blank=True)
    expires_at = models.DateTimeField(null=True)
    signed_name = models.CharField("nama yang ditulis wali", max_length=120, blank=True)
    scan = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(null=True)
    confirmed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    """Who held the signed paper against its scan."""
    ended_at = models.DateTimeField(null=True)
    note = models.CharField("alasan", max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["digest"], condition=~models.Q(digest=""), name="applications_guardianconsent_link"
            ),
            models.UniqueConstraint(
                fields=["person", "scheme_version"],
                condition=models.Q(state__in=[GuardianState.ASKED, GuardianState.CONSENTED]),
                name="applications_guardianconsent_one_open",
            ),
        ]

    @property
    def owner_person_id(self) -> UUID:
        return self.person_id


class ReassessmentRight(TenantRecord):
    """What a decision Belum Kompeten leaves to be assessed again (ASM-10). The scheme and the parameters say when
    and how often it may be used."""

    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="reassessment_right")
    decided_on = models.DateField()
    attempt = models.PositiveSmallIntegerField()
    """1 for the first reassessment after a first assessment."""

    @property
    def owner_person_id(self) -> UUID:
        return self.application.person_id

    @property
    def case_id(self) -> UUID:
        return self.application_id


class ReassessmentUnit(TenantRecord):
    """A unit of the case as the decision left it: met, or to be assessed again."""

    right = models.ForeignKey(ReassessmentRight, on_delete=models.PROTECT, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    met = models.BooleanField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["right", "unit"], name="applications_reassessmentunit_once"),
        ]


class Batch(TenantRecord):
    """A group that a school or a sponsor registers for one scheme. Each person in it still applies alone."""

    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    title = models.CharField("nama kelompok", max_length=120)
    institution = models.CharField("sekolah atau lembaga", max_length=160)
    payer = models.CharField("yang membayar", max_length=12, choices=Payer.choices)
    contact_name = models.CharField("nama narahubung", max_length=120, blank=True)
    contact_phone = models.CharField("ponsel narahubung", max_length=20, blank=True, validators=[phone_validator])
    contact_email = models.EmailField("surel narahubung", blank=True)
    sponsor = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    """Whoever may follow the group's progress, and nothing else of it (APL-10)."""
    opened_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        indexes: ClassVar = [models.Index(fields=["body", "opened_at"], name="applications_batch_opened")]


class BatchMember(TenantRecord):
    """A person of a batch, with what the list calls them there."""

    batch = models.ForeignKey(Batch, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    participant_number = models.CharField("nomor peserta", max_length=40, blank=True)
    class_name = models.CharField("kelas", max_length=60, blank=True)
    entered_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["batch", "person"], name="applications_batchmember_once"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.person_id})


# ---------------------------------------------------------------- drafts: no acts, free to write


class ApplicationDraft(Record, Biodata):
    """The applicant's working copy of FR.APL.01 and FR.APL.02, before the first sending and after a return."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.CASCADE, related_name="+")
    application = models.OneToOneField(Application, null=True, on_delete=models.CASCADE, related_name="draft")
    reassessment = models.ForeignKey("ReassessmentRight", null=True, on_delete=models.CASCADE, related_name="+")
    purpose = models.CharField("tujuan asesmen", max_length=15, choices=Purpose.choices, blank=True)
    purpose_words = models.CharField("tujuan lain", max_length=120, blank=True)
    consent = models.BooleanField(default=False)
    consent_publication = models.BooleanField(default=False)
    consent_documentation = models.BooleanField(default=False)
    consent_needs = models.BooleanField(default=False)
    """One box for one purpose: nothing is agreed to together, nothing beforehand."""
    price_accepted = models.PositiveBigIntegerField(null=True, blank=True)
    """The amount (rupiah) that was on the screen when it was accepted: a new price asks again."""
    information_accepted = models.BooleanField(default=False)
    filled_by = models.CharField(max_length=160, blank=True)
    """The school or sponsor whose list the biodata came from; the applicant checks it before sending."""
    checked_at = models.DateTimeField(null=True, blank=True)
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
    added_by = models.ForeignKey(Person, null=True, on_delete=models.CASCADE, related_name="+")
    """The member of staff who put it here; null: the applicant did."""


class DraftNeed(Record):
    """A special need while it is being told. Wishes may still be empty."""

    draft = models.ForeignKey(ApplicationDraft, on_delete=models.CASCADE, related_name="needs")
    characteristic = models.PositiveSmallIntegerField()
    wish = models.CharField("yang diperlukan", max_length=400, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["draft", "characteristic"], name="applications_draftneed_once"),
        ]


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


# ---------------------------------------------------------------- drafts of staff: lists and files of a batch


class ImportDraft(Record):
    """A list of people as it was uploaded, while its columns are told apart and after its rows went in."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    batch = models.ForeignKey(Batch, null=True, on_delete=models.CASCADE, related_name="+")
    uploaded_by = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="+")
    uploaded_at = models.DateTimeField()
    file_name = models.CharField(max_length=200)
    sheet_name = models.CharField(max_length=120, blank=True)
    institution = models.CharField("sekolah atau lembaga", max_length=160, blank=True)


class ImportColumnDraft(Record):
    """What one column of the list means; an empty field leaves it out."""

    draft = models.ForeignKey(ImportDraft, on_delete=models.CASCADE, related_name="columns")
    position = models.PositiveSmallIntegerField()
    heading = models.CharField(max_length=120, blank=True)
    field = models.CharField(max_length=20, blank=True)


class ImportRowDraft(Record):
    """One row of the list: its cells as one line of CSV, and what became of it."""

    draft = models.ForeignKey(ImportDraft, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    cells = models.TextField()
    entered = models.BooleanField(default=False)
    """It went in: another press of the button leaves it alone."""
    refused = models.TextField(blank=True)
    """Why a door refused it, in the words shown then."""


class HeadingDraft(Record):
    """How an LSP once told a column by hand: the same heading means the same next time."""

    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="+")
    heading = models.CharField(max_length=120)
    field = models.CharField(max_length=20, blank=True)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "heading"], name="applications_heading_once"),
        ]


class BatchFileDraft(Record):
    """A file dropped on a batch that its name does not place: somebody says whose it is and for what."""

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    member = models.ForeignKey(BatchMember, null=True, on_delete=models.CASCADE, related_name="+")
    requirement = models.ForeignKey(Requirement, null=True, on_delete=models.CASCADE, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
