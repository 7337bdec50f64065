from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Q

from jamstac.applications.batches.progress import register_scheduled
from jamstac.documents.readers import (
    EvidenceFile,
    register_evidence,
    register_file_cases,
    register_given,
    register_related,
)
from jamstac.events.models import Departure, EventCandidate, EventPhoto, PhotoSubject, VerifierLetter
from jamstac.events.states import DepartureKind


@register_given
def assigned(person_id: UUID, ids: Collection[UUID]) -> bool:
    """An assessor reads the files of the cases given to them, and the surat tugas that gives them."""
    rows = EventCandidate.objects.filter(assessor_id=person_id)
    absent = Departure.objects.filter(assessor_id=person_id, kind=DepartureKind.ABSENT, event_id__in=ids)
    return rows.filter(Q(application_id__in=ids) | Q(event_id__in=ids)).exists() or absent.exists()


@register_file_cases
def photo(file_id: UUID) -> Iterable[UUID]:
    """A photo belongs to its event and to the cases of those who are seen on it."""
    events = EventPhoto.objects.filter(file=file_id).values_list("event_id", flat=True)
    return [*events, *PhotoSubject.objects.filter(photo__file=file_id).values_list("application_id", flat=True)]


@register_related
def event_of_case(case: UUID) -> Iterable[UUID]:
    """The event a case stands in, its surat tugas, daftar hadir and berita acara, and the verifier's letter."""
    events = list(EventCandidate.objects.filter(application=case).values_list("event_id", flat=True))
    return [*events, *VerifierLetter.objects.filter(event__in=events).values_list("pk", flat=True)]


@register_scheduled
def in_an_event(cases: Collection[UUID]) -> Iterable[UUID]:
    """Cases with a date in the calendar."""
    return EventCandidate.objects.filter(application__in=cases).values_list("application_id", flat=True)


@register_evidence
def photos_of_candidate(case: UUID) -> Iterable[EvidenceFile]:
    """Photos of the event on which the candidate is seen."""
    rows = EventPhoto.objects.filter(subjects__application=case).select_related("file")
    return [EvidenceFile(row.caption, "Foto asesmen", row.file) for row in rows.order_by("taken_at")]
