"""Which case a file of FR.APL.01 or FR.APL.02 belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from jamstac.applications.models import ApplicationEvidence
from jamstac.documents.readers import register_file_cases


@register_file_cases
def cases_of_application_evidence(file_id: UUID) -> Iterable[UUID]:
    return ApplicationEvidence.objects.filter(file=file_id, removed=False).values_list("application_id", flat=True)
