"""Settings: BNSP's approval of remote assessment, the switch of daring and hybrid events (HR-28)."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jamstac.documents.files import keep_upload
from jamstac.ledger.door import Refused
from jamstac.licensing.actions import end_remote_approval, record_remote_approval
from jamstac.licensing.models import RemoteApproval
from jamstac.licensing.selectors import remote_approval_on
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.setup_forms import EndAppointmentForm, RemoteApprovalForm


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def approvals(request: ActorRequest) -> HttpResponse:
    """The approval in force, those before, and a form for the next."""
    body, outcome = request.lsp, Outcome(False)
    day = timezone.localdate(timezone=body.zone)
    form = RemoteApprovalForm(request.POST or None, request.FILES or None)
    if request.method == "POST":
        outcome = attempt(form, lambda data: _record(request, data))
        if outcome.done:
            messages.success(request, _("Persetujuan asesmen jarak jauh dicatat."))
            return redirect("portal:setup-remote", body.slug)
    rows = RemoteApproval.objects.filter(body=body).select_related("file").order_by("-valid_from", "-pk")
    context = {
        "form": form,
        "approvals": rows,
        "current": remote_approval_on(body.pk, day),
        "day": day,
        "why": why_of(request, "remote.approve", outcome),
    }
    return render(request, "portal/setup/remote.html", context, status=422 if request.method == "POST" else 200)


def _record(request: ActorRequest, data: dict[str, Any]) -> RemoteApproval:
    fields = {name: value for name, value in data.items() if name != "scan"}
    file, verdict = keep_upload(data["scan"], request.lsp, request.user)
    if file is None:
        raise Refused("remote_approval.recorded", verdict.refusals)
    return record_remote_approval(request.actor, request.lsp, file=file, **fields)


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    record = get_object_or_404(RemoteApproval, pk=pk, body=request.lsp)
    form, outcome = EndAppointmentForm(request.POST or None), Outcome(False)
    if request.method == "POST":
        outcome = attempt(form, lambda data: end_remote_approval(request.actor, record, **data))
        if outcome.done:
            messages.success(request, _("Persetujuan diakhiri."))
            return redirect("portal:setup-remote", request.lsp.slug)
    context = {
        "form": form,
        "title": _("Akhiri persetujuan asesmen jarak jauh"),
        "line": record.number,
        "back": reverse("portal:setup-remote", args=[request.lsp.slug]),
        "label": _("Akhiri persetujuan"),
        "why": why_of(request, "remote.approve", outcome),
    }
    return render(request, "portal/setup/ending.html", context, status=422 if request.method == "POST" else 200)
