from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from jamstac.assessment.models import Assessment, AssessorReport, Evidence, ProcessReview
from jamstac.documents.readers import EvidenceFile, register_evidence, register_file_cases, register_related


@register_file_cases
def cases_of_evidence(file_id: UUID) -> Iterable[UUID]:
    """The cases in whose assessment a file is bukti."""
    return Evidence.objects.filter(file_id=file_id).values_list("assessment__application_id", flat=True)


@register_related
def tool_set_and_reports(case: UUID) -> Iterable[UUID]:
    """The MUK a case is assessed with (FR.MAPA), its assessor's FR.AK.05 and the FR.AK.06 of the event."""
    assessment = Assessment.objects.filter(application=case).first()
    if assessment is None:
        return []
    reports = AssessorReport.objects.filter(event=assessment.event_id, assessor=assessment.assessor_id)
    reviews = ProcessReview.objects.filter(event=assessment.event_id)
    found = [*reports.values_list("pk", flat=True), *reviews.values_list("pk", flat=True)]
    return found if assessment.tool_set_id is None else [assessment.tool_set_id, *found]


@register_evidence
def evidence_of_assessment(case: UUID) -> Iterable[EvidenceFile]:
    """Bukti gathered in the assessment, each with its method."""
    rows = Evidence.objects.filter(assessment__application=case, removed=False, file__isnull=False)
    return [
        EvidenceFile(row.title, str(row.get_method_display()), row.file)
        for row in rows.select_related("file").order_by("position")
        if row.file is not None
    ]
