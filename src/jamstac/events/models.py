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

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        """Its candidates: who is one of them plans, signs and cancels nothing of it (HR-15)."""
        rows = EventCandidate.objects.filter(event_id=self.pk)
        return frozenset(rows.values_list("application__person_id", flat=True))


class EventCandidate(TenantRecord):
    """A candidate of an event and the assessor who will assess this candidate. One event per case for now.

    `opened_at` is when the assessor opened the assessment: from then on the event is no longer cancelled."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="candidates")
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="event_candidate")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        indexes: ClassVar = [models.Index(fields=["assessor", "event"], name="events_candidate_assessor")]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.application.person_id})

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
