"""Rules about a case that know exceptions: a trainer as its assessor on a document (HR-03), a decision on an open
file by two persons (HR-41)."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from jamstac.applications.models import Application
from jamstac.assessment.models import Assessment
from jamstac.findings.states import WaiverKind
from jamstac.findings.waivers import Waivable, WaiverSubject, register_waivable


def _case(body_id: UUID, pk: UUID) -> WaiverSubject | None:
    application = Application.objects.filter(body_id=body_id, pk=pk).select_related("body").first()
    if application is None:
        return None
    lsp, assessment = application.body.slug, Assessment.objects.filter(application=application).first()
    url = reverse("applications:review", args=[lsp, pk])
    if assessment is not None:
        url = reverse("assessment:file", args=[lsp, assessment.pk])
    return WaiverSubject(application, f"{application.name} ({application.number})", url)


register_waivable(
    Waivable("HR-03", WaiverKind.DOCUMENT, "applications.application", "asesor yang pernah melatih asesi", _case)
)
register_waivable(
    Waivable("HR-41", WaiverKind.DUAL, "applications.application", "keputusan meskipun ada yang masih terbuka", _case)
)
