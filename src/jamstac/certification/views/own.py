"""What a candidate sees of the end: the result letter, and the holder's certificate."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.applications.models import ReassessmentRight
from jamstac.certification import selectors, sheets
from jamstac.certification.codes import grouped
from jamstac.certification.models import Certificate, Decision
from jamstac.certification.states import CertificateStatus, Outcome
from jamstac.certification.views.certificates import TONES
from jamstac.documents.sheets import content_of
from jamstac.ledger.selectors import TimelineLine, own_timeline_of
from jamstac.people.pages import ActorRequest, self_page


@self_page("certificate.self")
def certificate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The holder's page: status, PDF, check code, and the link to share."""
    rows = Certificate.objects.filter(holder_id=request.actor.person_id, body=request.lsp)
    shown = get_object_or_404(rows.select_related("sheet", "scheme_version__scheme", "decision"), pk=pk)
    status = shown.status_on(timezone.localdate(timezone=request.lsp.zone))
    tone, shape = TONES[status]
    context = {
        "certificate": shown,
        "code": grouped(shown.code),
        "share": sheets.verify_url(shown.code),
        "valid": status == CertificateStatus.VALID,
        "word": _(status.label),
        "tone": tone,
        "shape": shape,
        "units": sheets.units_of(shown.decision),
        "timeline": _told(request, shown.case_id),
    }
    return render(request, "certification/own_certificate.html", context)


@self_page("certificate.self")
def result(request: ActorRequest, application: UUID) -> HttpResponse:
    """The result told by letter: outcome, reasons, units, and the right to appeal."""
    rows = Decision.objects.filter(
        body=request.lsp,
        result_letter__isnull=False,
        meeting_case__assessment__application=application,
        meeting_case__assessment__application__person_id=request.actor.person_id,
    ).select_related(
        "result_letter", "decree", "certificate", "meeting_case__assessment__application__scheme_version__scheme"
    )
    decision = get_object_or_404(rows)
    assert decision.result_letter is not None
    context = {
        "decision": decision,
        "application": decision.meeting_case.assessment.application,
        "competent": decision.outcome == Outcome.COMPETENT,
        "letter": content_of(decision.result_letter),
        "sheet": decision.result_letter,
        "certificate": selectors.certificate_of(decision),
        "again": ReassessmentRight.objects.filter(body=request.lsp, application=application).exists(),
        "timeline": _told(request, application),
    }
    return render(request, "certification/own_result.html", context)


def _told(request: ActorRequest, case_id: UUID) -> list[TimelineLine]:
    return own_timeline_of(request.lsp.pk, case_id=case_id, person_id=request.actor.person_id, lsp=request.lsp.name)
