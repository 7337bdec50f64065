"""A plan changes: one page with every change, each an act with its reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jamstac.applications.models import Application
from jamstac.assessors.selectors import assessors_for
from jamstac.events import selectors
from jamstac.events.actions import (
    cancel_event,
    move_venue,
    postpone_event,
    replace_assessor,
    withdraw_candidate,
)
from jamstac.events.forms import CancelForm, MoveForm, PostponeForm, ReplaceForm, WithdrawForm
from jamstac.events.models import Event, EventCandidate
from jamstac.events.rules import event_stands, may_cancel
from jamstac.events.states import LETTERED, DepartureKind, EventState
from jamstac.events.views.record import fetch
from jamstac.findings.offers import with_offers
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.why import Reason, reasons


def _forms(request: ActorRequest, event: Event, rows: list[EventCandidate], posted: str = "") -> dict[str, forms.Form]:
    """The form of every change, fresh; that of `posted` with what was typed."""

    def data(name: str) -> Any:
        return request.POST if name == posted else None

    moment = {"date": event.date, "start_time": event.start_time, "end_time": event.end_time}
    asked = event.state in LETTERED
    able = assessors_for(request.lsp.pk, event.scheme_version.scheme_id, event.date)
    return {
        "postpone": PostponeForm(data("postpone"), initial=moment, asked=asked, auto_id="tunda_%s"),
        "move": MoveForm(data("move"), body=request.lsp, asked=asked, auto_id="pindah_%s"),
        "replace": ReplaceForm(data("replace"), candidates=rows, assessors=able, asked=asked, auto_id="ganti_%s"),
        "withdraw": WithdrawForm(data("withdraw"), candidates=rows, auto_id="keluar_%s"),
        "cancel": CancelForm(data("cancel"), auto_id="batal_%s"),
    }


@staff_page("event.cancel")
@require_safe
def change(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Every change that can be made, and what stands in the way of each."""
    return _page(request, fetch(request, pk))


def _page(
    request: ActorRequest,
    event: Event,
    *,
    posted: str = "",
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    """`posted` is the form that comes back with what was typed, `refused` what its door said."""
    rows = selectors.candidates_of(event.pk)
    stands = reasons(event_stands(selectors.cancel_facts(event, "…")))
    context = {
        "event": event,
        "scheme": event.scheme_version.scheme,
        "lettered": event.state in LETTERED,
        "begun": sum(row.opened_at is not None for row in rows),
        "candidates": rows,
        "may_release": not role_reasons("event.plan", request.roles),
        "refused": {posted: refused or []},
        "opened": {posted: True},
        "why": [*role_reasons("event.plan", request.roles), *stands],
        "why_cancel": [
            *role_reasons("event.cancel", request.roles),
            *reasons(may_cancel(selectors.cancel_facts(event, "…"))),
        ],
        **_forms(request, event, rows, posted),
    }
    return render(request, "events/change.html", context, status=status)


def _act(
    request: ActorRequest, pk: UUID, name: str, act: Callable[[Event, dict[str, Any]], Any], told: str
) -> HttpResponse:
    """Post of one form. Refused or incomplete, the page comes back with what was typed."""
    event = fetch(request, pk)
    if request.method != "POST":
        return redirect("events:change", request.lsp.slug, event.pk)
    form = _forms(request, event, selectors.candidates_of(event.pk), name)[name]
    if not form.is_valid():
        return _page(request, event, posted=name, status=400)
    try:
        act(event, dict(form.cleaned_data))
    except Refused as refused:
        why = with_offers(request, reasons(refused.refusals), event, *_case(form))
        return _page(request, fetch(request, pk), posted=name, refused=why, status=409)
    messages.success(request, told)
    return redirect("events:event", request.lsp.slug, event.pk)


def _case(form: forms.Form) -> list[Application]:
    """The case of the candidate whom the posted form names, if it names one."""
    row = form.cleaned_data.get("candidate")
    return [row.application] if isinstance(row, EventCandidate) else []


def _new_letter(event: Event, told: str) -> str:
    return f"{told} {_('Surat tugas baru harus ditandatangani.')}" if event.state in LETTERED else told


@staff_page("event.plan")
def postpone(request: ActorRequest, pk: UUID) -> HttpResponse:
    told = _new_letter(fetch(request, pk), _("Waktu jadwal diubah."))
    return _act(request, pk, "postpone", lambda event, data: postpone_event(request.actor, event, **data), told)


@staff_page("event.plan")
def move(request: ActorRequest, pk: UUID) -> HttpResponse:
    told = _new_letter(fetch(request, pk), _("TUK jadwal diganti."))
    return _act(request, pk, "move", lambda event, data: move_venue(request.actor, event, **data), told)


@staff_page("event.plan")
def replace(request: ActorRequest, pk: UUID) -> HttpResponse:
    def act(event: Event, data: dict[str, Any]) -> None:
        row = data.pop("candidate")
        replace_assessor(request.actor, event, application=row.application if row else None, **data)

    told = _new_letter(fetch(request, pk), _("Asesor diganti."))
    return _act(request, pk, "replace", act, told)


@staff_page("event.plan")
def withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    def act(event: Event, data: dict[str, Any]) -> None:
        kind = DepartureKind(data["kind"])
        case = data["candidate"].application
        withdraw_candidate(request.actor, event, application=case, reason=data["reason"], kind=kind)

    told = _new_letter(fetch(request, pk), _("Asesi keluar dari jadwal dan dapat dijadwalkan lagi."))
    return _act(request, pk, "withdraw", act, told)


@staff_page("event.cancel")
def cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch(request, pk)
    if event.state == EventState.CANCELLED:  # the second click of a double click
        return redirect("events:event", request.lsp.slug, event.pk)
    told = _("Jadwal dibatalkan. Asesinya dapat dijadwalkan lagi.")
    return _act(request, pk, "cancel", lambda event, data: cancel_event(request.actor, event, **data), told)
