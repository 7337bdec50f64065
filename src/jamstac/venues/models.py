from __future__ import annotations

from typing import ClassVar

from django.db import models

from jamstac.bodies.models import TenantRecord
from jamstac.people.models import Person
from jamstac.schemes.models import Scheme
from jamstac.venues.states import VenueKind


class Venue(TenantRecord):
    code = models.CharField("kode TUK", max_length=30)
    name = models.CharField("nama TUK", max_length=160)
    kind = models.CharField("jenis TUK", max_length=15, choices=VenueKind.choices)
    address = models.CharField("alamat", max_length=300)
    capacity = models.PositiveSmallIntegerField("kapasitas asesi per hari", null=True, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "code"], name="venues_venue_code"),
        ]

    def __str__(self) -> str:
        return self.name


class VenueVerification(TenantRecord):
    """A verifikator found the TUK fit for a scheme, until a day. `event` (a jadwal's id; events stand above) is the
    one it was done for: a TUK sewaktu or tempat kerja is verified anew for every event (HR-24)."""

    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="verifications")
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="+")
    event = models.UUIDField(null=True)
    verifier = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    verified_on = models.DateField("tanggal verifikasi")
    valid_until = models.DateField("berlaku sampai")
    fit = models.BooleanField("layak")
    findings = models.TextField("catatan", blank=True)

    class Meta(TenantRecord.Meta):
        indexes: ClassVar = [models.Index(fields=["venue", "scheme", "event"], name="venues_verification_event")]
