"""The draft that waits for somebody of a batch: filled from the list, sent by nobody but them."""

from __future__ import annotations

from django.db import transaction
from django.utils import timezone

from jamstac.applications import drafts
from jamstac.applications.models import ApplicationDraft, Batch
from jamstac.applications.selectors import BIODATA
from jamstac.people.models import Person


def fill(person: Person, batch: Batch) -> ApplicationDraft:
    """The person's draft for the batch's scheme. One they have begun is theirs and stays as it is; one that waits
    for their check takes what the list now knows more."""
    with transaction.atomic():
        known = ApplicationDraft.objects.select_for_update().filter(
            person=person, scheme_version_id=batch.scheme_version_id
        )
        begun = known.first()
        if begun is None:
            draft = drafts.start(person, batch.scheme_version)
            draft.filled_by = batch.institution
            draft.save(update_fields=["filled_by"])
            return draft
        if begun.filled_by and begun.checked_at is None and begun.application_id is None:
            missing = [name for name in BIODATA if not getattr(begun, name) and getattr(person, name)]
            for name in missing:
                setattr(begun, name, getattr(person, name))
            begun.saved_at = timezone.now()
            begun.save(update_fields=[*missing, "saved_at"])
        return begun
