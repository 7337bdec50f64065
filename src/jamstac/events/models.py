from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.applications.models import Application
from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import Sheet
from jamstac.events.states import EventState
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from jamstac.venues.models import Venue


class Event(TenantRecord):
    """A jadwal: one scheme, one venue, one day."""

    number = models.CharField(max_length=120)
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="+")
    date = models.DateField("tanggal")
    start_time = models.TimeField("mulai")
    end_time = models.TimeField("selesai")
    state = models.CharField(max_length=10, choices=EventState.choices, default=EventState.PLANNED)
    state_since = models.DateTimeField()
    cancel_reason = models.CharField(max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["body", "number"], name="events_event_number"),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "date"], name="events_event_date")]


class EventCandidate(TenantRecord):
    """A candidate of an event and the assessor who will assess this candidate. One event per case for now."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="candidates")
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="event_candidate")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    @property
    def case_id(self) -> UUID:
        return self.application_id


class AssignmentLetter(TenantRecord):
    """The surat tugas of an event, signed by the direktur: covers its scheme, day, candidates and assessors."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="assignment_letter")
    number = models.CharField(max_length=120)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")
