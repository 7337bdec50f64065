"""Which pleno papers belong into the file of a case."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from jamstac.certification.models import Decree, MeetingCase
from jamstac.documents.readers import register_related


@register_related
def meeting_of_case(case: UUID) -> Iterable[UUID]:
    """The meetings that decided a case: letter and minutes, and their decree."""
    rows = MeetingCase.objects.filter(assessment__application=case, postponed_at=None)
    meetings = list(rows.values_list("meeting_id", flat=True))
    return [*meetings, *Decree.objects.filter(meeting__in=meetings).values_list("pk", flat=True)]
