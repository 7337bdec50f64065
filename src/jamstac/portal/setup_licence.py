"""Guided setup: the BNSP licence and the schemes inside its annex."""

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

from jamstac.documents.files import keep
from jamstac.ledger.selectors import timeline_of
from jamstac.licensing.actions import change_licence, end_annex_entry, enter_licence, extend_annex
from jamstac.licensing.models import AnnexEntry, Licence
from jamstac.licensing.selectors import licence_on
from jamstac.people.models import Account
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.setup_forms import AnnexForm, LastDayForm, LicenceForm


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def licence(request: ActorRequest) -> HttpResponse:
    """The licence in force (or the newest entered) with its annex; `?baru=1` enters the next one."""
    body = request.lsp
    day = timezone.localdate(timezone=body.zone)
    held = licence_on(body.pk, day) or Licence.objects.filter(body=body).order_by("-valid_from").first()
    fresh = held is None or "baru" in request.GET
    act, outcome = request.POST.get("act", ""), Outcome(False)
    form = LicenceForm(
        request.POST if act == "licence" else None,
        request.FILES if act == "licence" else None,
        instance=None if fresh else held,
    )
    annex = AnnexForm(request.POST if act == "annex" else None, auto_id="lampiran_%s", body=body)
    if act == "licence":
        outcome = attempt(form, lambda data: _put(request, None if fresh else held, data))
    elif act == "annex" and held is not None:
        outcome = attempt(annex, lambda data: extend_annex(request.actor, held, **data))
    if outcome.done:
        messages.success(request, _("Tercatat."))
        return redirect("portal:setup-licence", body.slug)
    context = {
        "form": form,
        "annex_form": annex,
        "licence": None if fresh or held is None else Licence.objects.select_related("file").get(pk=held.pk),
        "held": held,
        "in_force": held is not None and held.valid_from <= day <= held.valid_until,
        "annex": [] if held is None else AnnexEntry.objects.filter(licence=held).select_related("scheme"),
        "earlier": Licence.objects.filter(body=body).order_by("-valid_from"),
        "day": day,
        "why_licence": why_of(request, "licence.enter", outcome if act == "licence" else None),
        "why_annex": why_of(request, "licence.enter", outcome if act == "annex" else None),
        "timeline": [] if held is None else timeline_of(body.pk, subject_id=held.pk, limit=10),
    }
    return render(request, "portal/setup/licence.html", context, status=422 if request.method == "POST" else 200)


def _put(request: ActorRequest, held: Licence | None, data: dict[str, Any]) -> Licence:
    fields = {name: value for name, value in data.items() if name != "scan"}
    if data["scan"] is not None:
        account = request.user
        assert isinstance(account, Account)
        fields["file"] = keep(data["scan"].read(), data["scan"].name, request.lsp, account)
    if held is None:
        return enter_licence(request.actor, request.lsp, **fields)
    return change_licence(request.actor, held, **fields)


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def end_annex(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A scheme leaves the annex after a day."""
    record = get_object_or_404(AnnexEntry.objects.select_related("scheme", "licence"), pk=pk, body=request.lsp)
    form, outcome = LastDayForm(request.POST or None), Outcome(False)
    if request.method == "POST":
        outcome = attempt(form, lambda data: end_annex_entry(request.actor, record, **data))
        if outcome.done:
            messages.success(request, _("Skema dikeluarkan dari lampiran."))
            return redirect("portal:setup-licence", request.lsp.slug)
    context = {
        "form": form,
        "title": _("Keluarkan skema dari lampiran lisensi"),
        "line": f"{record.scheme.title}, {record.licence.number}",
        "back": reverse("portal:setup-licence", args=[request.lsp.slug]),
        "label": _("Keluarkan dari lampiran"),
        "why": why_of(request, "licence.enter", outcome),
    }
    return render(request, "portal/setup/ending.html", context, status=422 if request.method == "POST" else 200)
