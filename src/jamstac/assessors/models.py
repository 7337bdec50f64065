from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.ledger.constraints import NoOverlap
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
