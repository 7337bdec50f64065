from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.bodies.models import Body, TenantRecord
from jamstac.documents.states import FormFamily, MediaType, PaperState, SheetCode
from jamstac.ledger.constraints import Frozen, NoOverlap
from jamstac.ledger.records import Record
from jamstac.people.models import Account, Person


class StoredFile(Record):
    """Bytes kept under their SHA-256 in the file storage. Not guarded: an upload is part of a draft; it
    becomes evidence when a door points at it, and the ledger keeps the digest. Rows are never changed."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="+")
    sha256 = models.CharField(max_length=64)
    name = models.CharField(max_length=200)
    media_type = models.CharField(max_length=40, choices=MediaType.choices)
    size = models.PositiveBigIntegerField()
    uploaded_by = models.ForeignKey(Account, null=True, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            Frozen(fields=["body", "sha256", "media_type", "size"], name="documents_storedfile_frozen"),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "sha256"], name="documents_storedfile_digest")]


class SheetEdition(TenantRecord):
    """The edition of a family of official forms that this LSP uses in a period, with the document that says so."""

    family = models.CharField(max_length=2, choices=FormFamily.choices)
    edition = models.CharField("edisi", max_length=20)
    source_title = models.CharField("dokumen sumber", max_length=200)
    source_number = models.CharField("nomor dokumen", max_length=100, blank=True)
    source_date = models.DateField("tanggal dokumen", null=True, blank=True)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)
    set_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            NoOverlap(fields=["body", "family"], name="documents_sheetedition_overlap"),
        ]


class Sheet(TenantRecord):
    """One version of one official sheet: canonical content, frozen when made. A correction is version + 1.

    `subject_*` points at the record it belongs to (RecordRef), `case` at the application on whose timeline
    and in whose file it stands; a letter about several cases has none."""

    code = models.CharField(max_length=20, choices=SheetCode.choices)
    edition = models.CharField(max_length=20, blank=True)
    """The dated edition of the official forms it was made with; letters and lists have none."""
    version = models.PositiveSmallIntegerField(default=1)
    subject_type = models.CharField(max_length=60)
    subject_id = models.UUIDField()
    case = models.UUIDField(null=True)
    case_number = models.CharField(max_length=120)
    owner = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    content = models.BinaryField()
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    correction_reason = models.CharField(max_length=300, blank=True)
    pdf = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=[
                    "body",
                    "code",
                    "edition",
                    "version",
                    "subject_id",
                    "case",
                    "content",
                    "digest",
                    "made_at",
                ],
                name="documents_sheet_frozen",
            ),
            models.UniqueConstraint(fields=["body", "subject_id", "code", "version"], name="documents_sheet_version"),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "case", "code"], name="documents_sheet_case")]

    @property
    def owner_person_id(self) -> UUID | None:
        return self.owner_id

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset()

    @property
    def case_id(self) -> UUID | None:
        return self.case

    @property
    def form_number(self) -> str:
        return SheetCode(self.code).form_number

    @property
    def short_name(self) -> str:
        return SheetCode(self.code).short_name


class Signature(TenantRecord):
    """The sentence shown + person + role + number + time + digest of the content; never changed or taken back."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=60)
    name = models.CharField(max_length=120)
    number_label = models.CharField(max_length=30, blank=True)
    number = models.CharField(max_length=60, blank=True)
    sentence = models.TextField()
    method = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    signed_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["sheet", "person", "role", "name", "number", "sentence", "digest", "signed_at"],
                name="documents_signature_frozen",
            ),
            models.UniqueConstraint(fields=["sheet", "role", "person"], name="documents_signature_once"),
        ]


class PaperSheet(TenantRecord):
    """A form that was filled in on paper: its scan, entered by one person and confirmed by another, who saw the
    paper. `case` is the application, as on `Sheet`; the scan itself is never changed, a wrong one is rejected."""

    code = models.CharField("formulir", max_length=20, choices=SheetCode.choices)
    edition = models.CharField(max_length=20)
    case = models.UUIDField()
    case_number = models.CharField(max_length=120)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    filled_on = models.DateField("diisi pada")
    reason = models.CharField("alasan memakai kertas", max_length=300)
    state = models.CharField(max_length=9, choices=PaperState.choices, default=PaperState.ENTERED)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()
    settled_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    settled_at = models.DateTimeField(null=True)
    settled_reason = models.CharField("alasan ditolak", max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["body", "code", "edition", "case", "owner", "file", "filled_on", "reason", "entered_by"],
                name="documents_papersheet_frozen",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "case"], name="documents_papersheet_case")]

    @property
    def owner_person_id(self) -> UUID:
        return self.owner_id

    @property
    def case_id(self) -> UUID:
        return self.case
