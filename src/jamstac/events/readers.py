from __future__ import annotations

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Q

from jamstac.applications.batches.progress import register_scheduled
from jamstac.documents.readers import register_given
from jamstac.events.models import EventCandidate


@register_given
def assigned(person_id: UUID, ids: Collection[UUID]) -> bool:
    """An assessor reads the files of the cases given to them, and the surat tugas that gives them."""
    rows = EventCandidate.objects.filter(assessor_id=person_id)
    return rows.filter(Q(application_id__in=ids) | Q(event_id__in=ids)).exists()


@register_scheduled
def in_an_event(cases: Collection[UUID]) -> Iterable[UUID]:
    """Cases with a date in the calendar."""
    return EventCandidate.objects.filter(application__in=cases).values_list("application_id", flat=True)
