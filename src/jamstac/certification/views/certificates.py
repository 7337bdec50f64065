"""The register of certificates inside the LSP."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.certification import selectors, sheets
from jamstac.certification.codes import grouped
from jamstac.certification.models import Certificate
from jamstac.certification.states import CertificateStatus
from jamstac.certification.views.meetings import PAGE, holds
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.requests import page_of

TONES = {
    CertificateStatus.VALID: ("ok", "tick"),
    CertificateStatus.EXPIRED: ("bad", "bad"),
    CertificateStatus.NOT_YET_VALID: ("idle", "ring"),
}
FILTERS = (CertificateStatus.VALID, CertificateStatus.EXPIRED)


@staff_page("certificate.view")
def certificate_list(request: ActorRequest) -> HttpResponse:
    """Certificates of the LSP by number or holder, with their status today."""
    day = timezone.localdate(timezone=request.lsp.zone)
    query, status = request.GET.get("q", "").strip(), request.GET.get("status", "")
    status = status if status in FILTERS else ""
    found = selectors.certificates(request.lsp.pk, query=query, status=status, day=day)
    page = page_of(request, found, PAGE)
    rows = [{"certificate": row, **_status(row.status_on(day))} for row in page.object_list]
    context = {
        "page_obj": page,
        "rows": rows,
        "q": query,
        "status": status,
        "filters": [(value, _(value.label)) for value in FILTERS],
        "filtered": bool(query or status),
    }
    return render(request, "certification/certificates.html", context)


def _status(status: CertificateStatus) -> dict[str, str]:
    tone, shape = TONES[status]
    return {"tone": tone, "shape": shape, "word": _(status.label)}


@staff_page("certificate.view")
def certificate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One certificate: facts, what can be done with it, timeline."""
    rows = Certificate.objects.filter(body=request.lsp).select_related(
        "sheet", "signer", "scheme_version__scheme", "decision__decree__sheet", "decision__meeting_case__meeting"
    )
    shown = get_object_or_404(rows, pk=pk)
    day = timezone.localdate(timezone=request.lsp.zone)
    context = {
        "certificate": shown,
        "code": grouped(shown.code),
        "decree": shown.decision.decree,
        "meeting": shown.decision.meeting_case.meeting,
        "units": sheets.units_of(shown.decision),
        "may_open_file": holds(request, "assessment.view_case"),
        "timeline": timeline_of(request.lsp.pk, subject_id=shown.pk),
        **_status(shown.status_on(day)),
    }
    return render(request, "certification/certificate.html", context)
