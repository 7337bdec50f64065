from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from jamstac.assessment.models import Evidence
from jamstac.documents.readers import register_file_cases


@register_file_cases
def cases_of_evidence(file_id: UUID) -> Iterable[UUID]:
    """The cases in whose assessment a file is bukti."""
    return Evidence.objects.filter(file_id=file_id).values_list("assessment__application_id", flat=True)
