from __future__ import annotations

from typing import ClassVar
from uuid import UUID

from django.db import models

from jamstac.applications.models import Application
from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import Sheet, StoredFile
from jamstac.events.states import (
    REMOTE,
    AttendanceState,
    CaseOutcome,
    ChangeKind,
    CheckInVia,
    DepartureKind,
    EventState,
    IncidentKind,
    IncidentState,
    Mode,
    PhotoSource,
)
from jamstac.ledger.constraints import Frozen
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from jamstac.venues.models import Venue


class Event(TenantRecord):
    """A jadwal: one scheme, one venue, one day. `lead` is the lead asesor, one of its assessors."""

    number = models.CharField(max_length=120)
    scheme_version = models.ForeignKey(SchemeVersion, on_delete=models.PROTECT, related_name="+")
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="+")
    date = models.DateField("tanggal")
    start_time = models.TimeField("mulai")
    end_time = models.TimeField("selesai")
    mode = models.CharField("cara pelaksanaan", max_length=6, choices=Mode.choices, default=Mode.ONSITE)
    lead = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
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
    def remote(self) -> bool:
        return self.mode in REMOTE

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        """Its candidates: who is one of them plans, signs and cancels nothing of it (HR-15)."""
        rows = EventCandidate.objects.filter(event_id=self.pk)
        return frozenset(rows.values_list("application__person_id", flat=True))


class EventCandidate(TenantRecord):
    """A candidate of an event and the assessor who will assess this candidate. A case stands in one event at a
    time; one it left is told by `Departure`.

    `opened_at` is when the assessor opened the assessment: from then on the row stays, unless it is released."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="candidates")
    application = models.OneToOneField(Application, on_delete=models.PROTECT, related_name="event_candidate")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        indexes: ClassVar = [models.Index(fields=["assessor", "event"], name="events_candidate_assessor")]

    @property
    def owner_person_id(self) -> UUID:
        return self.application.person_id

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.application.person_id})

    @property
    def case_id(self) -> UUID:
        return self.application_id


class AssignmentLetter(TenantRecord):
    """The surat tugas of an event, signed by the direktur: covers its scheme, day, candidates and assessors. A change
    supersedes it; the next version has its own number and names the one it replaces. Every sheet stays (HR-50)."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="assignment_letters")
    version = models.PositiveSmallIntegerField("versi", default=1)
    number = models.CharField(max_length=120)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")
    replaces = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="+")
    superseded_at = models.DateTimeField(null=True)
    superseded_reason = models.CharField("alasan diganti", max_length=300, blank=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["event", "version"], name="events_letter_version"),
            models.UniqueConstraint(
                fields=["event"], condition=models.Q(superseded_at=None), name="events_letter_one_current"
            ),
        ]


class VerifierLetter(TenantRecord):
    """The surat tugas that sends a verifikator to the TUK of an event, signed by the direktur."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="verifier_letters")
    venue = models.ForeignKey(Venue, on_delete=models.PROTECT, related_name="+")
    verifier = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField("diperiksa paling lambat")
    number = models.CharField(max_length=120)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["event", "venue", "verifier"], name="events_verifierletter_once"),
        ]


class Invitation(TenantRecord):
    """The undangan of an event's candidates, one for each surat tugas."""

    letter = models.OneToOneField(AssignmentLetter, on_delete=models.PROTECT, related_name="invitation")
    number = models.CharField(max_length=120)
    signer = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")


class EventChange(TenantRecord):
    """One change of plan after the surat tugas: what, why, from and to. `before` and `after` are ISO dates with
    times, or codes of a TUK; persons and cases stand in their own columns."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField("perubahan", max_length=10, choices=ChangeKind.choices)
    reason = models.CharField("alasan", max_length=300)
    before = models.CharField("semula", max_length=60, blank=True)
    after = models.CharField("menjadi", max_length=60, blank=True)
    assessor_before = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    assessor_after = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    application = models.ForeignKey(Application, null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Departure(TenantRecord):
    """A case that left an event, so that it can enter another one. Written once."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="departures")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("sebab", max_length=10, choices=DepartureKind.choices)
    reason = models.CharField("alasan", max_length=300)
    by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(fields=["event", "application", "kind", "reason"], name="events_departure_frozen"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.application.person_id})

    @property
    def case_id(self) -> UUID:
        return self.application_id


class CalendarFeed(TenantRecord):
    """An assessor's own calendar at a secret address: the address is derived from this row and the installation's
    secret, so nothing secret is stored. Revoked for ever; a new one has another address."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(
                fields=["person"], condition=models.Q(revoked_at=None), name="events_calendarfeed_one_open"
            ),
        ]


class AttendanceList(TenantRecord):
    """A daftar hadir: everybody noted until then, frozen and signed. Who is on it is not noted again; who was
    added later stands on the next version."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="attendance_lists")
    version = models.PositiveSmallIntegerField("versi", default=1)
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["event", "version"], name="events_attendancelist_version"),
            Frozen(fields=["event", "version", "sheet", "closed_by"], name="events_attendancelist_frozen"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return self.event.concerned_person_ids


class Attendance(TenantRecord):
    """Whether a candidate came. `checked_by` looked at the person and at the identity document."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="attendances")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    assessor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField("kehadiran", max_length=7, choices=AttendanceState.choices)
    arrived_at = models.DateTimeField("tiba", null=True)
    via = models.CharField("dicatat dari", max_length=4, choices=CheckInVia.choices, default=CheckInVia.LIST)
    note = models.CharField("keterangan", max_length=300, blank=True)
    checked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    checked_at = models.DateTimeField()
    listed_on = models.ForeignKey(AttendanceList, null=True, on_delete=models.PROTECT, related_name="rows")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["event", "application"], name="events_attendance_once"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.application.person_id})

    @property
    def case_id(self) -> UUID:
        return self.application_id


class Incident(TenantRecord):
    """Something went wrong at an event (ASM-09). The cases it touches are not decided before it is closed."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="incidents")
    kind = models.CharField("jenis", max_length=12, choices=IncidentKind.choices)
    at = models.DateTimeField("terjadi")
    description = models.TextField("kejadian", max_length=2000)
    reported_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField()
    state = models.CharField(max_length=6, choices=IncidentState.choices, default=IncidentState.OPEN)
    closing = models.TextField("tindak lanjut", max_length=2000, blank=True)
    closed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["event", "kind", "at", "description", "reported_by", "reported_at"],
                name="events_incident_frozen",
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "state"], name="events_incident_state")]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        rows = IncidentCase.objects.filter(incident_id=self.pk)
        return frozenset(rows.values_list("application__person_id", flat=True))


class IncidentCase(TenantRecord):
    """A case an incident touches, and what closing it said about that case."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="cases")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField("akibat", max_length=10, choices=CaseOutcome.choices, blank=True)
    outcome_reason = models.CharField("alasan", max_length=300, blank=True)
    cleared_at = models.DateTimeField(null=True)

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["incident", "application"], name="events_incidentcase_once"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.application.person_id})

    @property
    def case_id(self) -> UUID:
        return self.application_id


class EventPhoto(TenantRecord):
    """A photo of an event. What the camera wrote into the file is kept here only, and no longer in the file.
    Coordinates are millionths of a degree, south and west below zero."""

    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    caption = models.CharField("keterangan", max_length=200)
    taken_at = models.DateTimeField("diambil")
    time_source = models.CharField(max_length=6, choices=PhotoSource.choices)
    latitude = models.IntegerField("lintang", null=True)
    longitude = models.IntegerField("bujur", null=True)
    place_source = models.CharField(max_length=6, choices=PhotoSource.choices, blank=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(
                fields=["event", "file", "caption", "taken_at", "latitude", "longitude", "added_by"],
                name="events_eventphoto_frozen",
            ),
        ]

    @property
    def place(self) -> str:
        """6,917464° LS, 107,619123° BT; empty where nothing is known."""
        if self.latitude is None or self.longitude is None:
            return ""
        north = f"{abs(self.latitude) / 1_000_000:.6f}° {'LS' if self.latitude < 0 else 'LU'}"
        east = f"{abs(self.longitude) / 1_000_000:.6f}° {'BB' if self.longitude < 0 else 'BT'}"
        return f"{north}, {east}".replace(".", ",")


class PhotoSubject(TenantRecord):
    """A candidate who is seen on a photo, and agreed to it."""

    photo = models.ForeignKey(EventPhoto, on_delete=models.PROTECT, related_name="subjects")
    application = models.ForeignKey(Application, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            models.UniqueConstraint(fields=["photo", "application"], name="events_photosubject_once"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return frozenset({self.application.person_id})

    @property
    def case_id(self) -> UUID:
        return self.application_id


class EventMinutes(TenantRecord):
    """The berita acara asesmen of an event: who came, what was recommended, what happened. Signed by each assessor
    and the ketua TUK; drawn up by the doors of assessment, which knows the recommendations."""

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="minutes")
    number = models.CharField(max_length=120)
    drawn_up_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    drawn_up_at = models.DateTimeField()
    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="+")

    class Meta(TenantRecord.Meta):
        constraints: ClassVar = [
            *TenantRecord.Meta.constraints,
            Frozen(fields=["event", "number", "drawn_up_by", "sheet"], name="events_eventminutes_frozen"),
        ]

    @property
    def concerned_person_ids(self) -> frozenset[UUID]:
        return self.event.concerned_person_ids
