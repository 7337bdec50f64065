from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.assessors.states import PactKind, Standing
from jamstac.bodies.models import TenantRecord
from jamstac.ledger.constraints import Frozen, NoOverlap
from jamstac.people.models import Person
from jamstac.schemes.models import Scheme


class AssessorCertificate(TenantRecord):
    """A sertifikat asesor kompetensi. Number and year together are the key (forms.md §4.4)."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    met_number = models.CharField("nomor MET", max_length=40)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "met_number", "valid_from"], name="assessors_met_once"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.person_id})


class Authorisation(TenantRecord):
    """The LSP's own decision that a person may assess by a scheme, on proof of technical competence."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="+")
    basis = models.CharField("bukti kompetensi teknis", max_length=300)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            NoOverlap(fields=["person", "scheme"], name="assessors_authorisation_overlap"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.person_id})


class AssessorStatus(TenantRecord):
    """How an assessor stands with the LSP, from a day to a day (HR-22). A trainee (`calon`) names a companion.
    Without a row nobody is assigned."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    standing = models.CharField("status asesor", max_length=10, choices=Standing.choices)
    companion = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField("alasan", max_length=300)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            NoOverlap(fields=["person"], name="assessors_status_overlap"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.person_id})


class Pact(TenantRecord):
    """One version of the LSP's own pact or of the code of ethics, from a day to a day. The LSP enters the text."""

    kind = models.CharField("jenis", max_length=10, choices=PactKind.choices)
    version = models.CharField("versi", max_length=20)
    title = models.CharField("judul", max_length=200)
    text = models.TextField("naskah")
    source = models.CharField("dasar", max_length=200)
    valid_from = models.DateField("berlaku sejak")
    valid_until = models.DateField("berlaku sampai", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "kind", "version"], name="assessors_pact_version"),
            NoOverlap(fields=["body", "kind"], name="assessors_pact_overlap"),
            Frozen(fields=["kind", "version", "title", "text", "source", "valid_from"], name="assessors_pact_frozen"),
        ]


class PactSignature(TenantRecord):
    """Somebody who works for the LSP signed one version, in the words shown then (HR-23)."""

    pact = models.ForeignKey(Pact, on_delete=models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sentence = models.TextField()
    signed_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["pact", "person"], name="assessors_pact_signed_once"),
            Frozen(fields=["pact", "person", "sentence", "signed_at"], name="assessors_pactsignature_frozen"),
        ]
