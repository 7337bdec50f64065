"""Which case a file of FR.APL.01, FR.APL.02 or a guardian's letter belongs to."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from jamstac.applications.models import Application, ApplicationEvidence, DraftEvidence, GuardianConsent
from jamstac.documents.readers import EvidenceFile, register_evidence, register_file_cases, register_own_file


@register_file_cases
def cases_of_application_evidence(file_id: UUID) -> Iterable[UUID]:
    return ApplicationEvidence.objects.filter(file=file_id, removed=False).values_list("application_id", flat=True)


@register_own_file
def files_put_into_own_draft(person_id: UUID, file_id: UUID) -> bool:
    """What staff added to somebody's application is read by that somebody."""
    shown = ApplicationEvidence.objects.filter(file=file_id, removed=False, application__person=person_id)
    waiting = DraftEvidence.objects.filter(file=file_id, draft__person=person_id)
    return shown.exists() or waiting.exists()


@register_file_cases
def cases_of_guardian_letter(file_id: UUID) -> Iterable[UUID]:
    """The applications of the minor for the scheme; before the first is sent, the consent stands for them."""
    consent = GuardianConsent.objects.filter(scan=file_id).first()
    if consent is None:
        return []
    sent = Application.objects.filter(person=consent.person_id, scheme_version=consent.scheme_version_id)
    return list(sent.values_list("pk", flat=True)) or [consent.pk]


@register_evidence
def evidence_of_application(case: UUID) -> Iterable[EvidenceFile]:
    """What the candidate showed for FR.APL.01 and FR.APL.02."""
    rows = ApplicationEvidence.objects.filter(application=case, removed=False).select_related("file")
    return [
        EvidenceFile(row.title, "FR.APL.01" if row.requirement_id else "FR.APL.02", row.file)
        for row in rows.order_by("pk")
    ]
