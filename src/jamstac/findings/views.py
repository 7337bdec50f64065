"""The exceptions of an LSP: those in force, those that wait, those of before; and asking for one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jamstac.documents.files import keep_upload
from jamstac.findings import selectors
from jamstac.findings.actions import ask_waiver, confirm_waiver, withdraw_waiver
from jamstac.findings.forms import AskForm
from jamstac.findings.models import Waiver
from jamstac.findings.rules import may_confirm_waiver, may_withdraw_waiver
from jamstac.findings.waivers import Waivable, WaiverSubject, waivable
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 50


@staff_page("waiver.view")
@require_safe
def waivers(request: ActorRequest) -> HttpResponse:
    """What holds today and what waits for a second person, each with its acts; below, the rest."""
    today = timezone.localdate(timezone=request.lsp.zone)
    every = selectors.waivers_for(request.lsp.pk)
    current = every.filter(withdrawn_at=None, valid_until__gte=today)
    over = every.exclude(pk__in=current.values("pk"))
    context = {
        "current": [_row(request, waiver) for waiver in current],
        "page_obj": page_of(request, over, PAGE),
    }
    return render(request, "findings/waivers.html", context)


def _row(request: ActorRequest, waiver: Waiver) -> dict[str, Any]:
    today, me = timezone.localdate(timezone=request.lsp.zone), request.actor.person_id
    known = waivable(waiver.rule, waiver.subject_type)
    subject = known.find(request.lsp.pk, waiver.subject_id) if known is not None else None
    waits = waiver.kind == "dual" and waiver.confirmed_at is None
    return {
        "waiver": waiver,
        "what": known.what if known else "",
        "url": subject.url if subject else "",
        "waits": waits,
        "why_confirm": [
            *role_reasons("waiver.confirm", request.roles),
            *reasons(may_confirm_waiver(selectors.confirm_facts(waiver, me, today))),
        ]
        if waits
        else [],
        "why_withdraw": [
            *role_reasons("waiver.withdraw", request.roles),
            *reasons(may_withdraw_waiver(selectors.withdraw_facts(waiver, today))),
        ],
    }


@staff_page("waiver.ask")
@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: ActorRequest, rule: str, subject_type: str, pk: UUID) -> HttpResponse:
    """Ask for an exception to one rule for one record; reached from the act the rule stands before."""
    known = waivable(rule, subject_type)
    subject = known.find(request.lsp.pk, pk) if known is not None else None
    if known is None or subject is None:
        raise Http404
    today = timezone.localdate(timezone=request.lsp.zone)
    form = AskForm(request.POST or None, request.FILES or None, kind=known.kind, initial={"valid_until": today})
    why: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        try:
            _ask(request, known, subject, dict(form.cleaned_data))
        except Refused as refused:
            why = reasons(refused.refusals)
        else:
            told = _("Pengecualian diminta. Orang kedua yang menyetujuinya.")
            messages.success(request, told if known.kind == "dual" else _("Pengecualian dicatat dan berlaku."))
            return redirect("findings:waivers", request.lsp.slug)
    context = {
        "form": form,
        "known": known,
        "subject": subject,
        "why": why,
        "open": selectors.open_waiver(pk, rule, today),
    }
    status = 409 if why else 400 if request.method == "POST" else 200
    return render(request, "findings/ask.html", context, status=status)


def _ask(request: ActorRequest, known: Waivable, subject: WaiverSubject, data: dict[str, Any]) -> None:
    if "scan" in data:
        scan, verdict = keep_upload(data.pop("scan"), request.lsp, request.user)
        if not verdict:
            raise Refused("waiver.asked", verdict.refusals)
        data["document"] = scan
    ask_waiver(request.actor, subject.record, rule=known.rule, label=subject.label, **data)


@staff_page("waiver.confirm")
@require_POST
def confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    waiver = get_object_or_404(Waiver, pk=pk, body=request.lsp)
    if waiver.confirmed_by_id != request.actor.person_id:  # else the second click of a double click
        confirm_waiver(request.actor, waiver)
        messages.success(request, _("Pengecualian berlaku."))
    return redirect("findings:waivers", request.lsp.slug)


@staff_page("waiver.withdraw")
@require_POST
def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    waiver = get_object_or_404(Waiver, pk=pk, body=request.lsp)
    if waiver.withdrawn_at is None:
        withdraw_waiver(request.actor, waiver)
        messages.success(request, _("Pengecualian dicabut."))
    return redirect("findings:waivers", request.lsp.slug)
