"""Incidents of an event: reported by whoever is on duty, closed by mutu."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jamstac.applications.models import Application
from jamstac.events import day, day_rules
from jamstac.events.actions import clear_case, close_incident, report_incident
from jamstac.events.day import CaseOutcomeGiven
from jamstac.events.forms import ClearingForm, ClosingForm, IncidentForm, OutcomeForm
from jamstac.events.models import Incident, IncidentCase
from jamstac.events.states import CaseOutcome, IncidentKind, IncidentState
from jamstac.events.views.day import fetch_day
from jamstac.events.views.record import uuids
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.why import Reason, reasons


@staff_page("event.report_incident")
def report(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch_day(request, pk)
    now = timezone.localtime(timezone.now(), request.lsp.zone)
    form = IncidentForm(request.POST or None, initial={"at": now.time(), "day": max(event.date, now.date())})
    asked = uuids(request.POST.getlist("asesi")) if request.method == "POST" else set()
    why: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        try:
            incident = report_incident(
                request.actor,
                event,
                kind=IncidentKind(given["kind"]),
                at=datetime.datetime.combine(given["day"], given["at"], request.lsp.zone),
                description=given["description"],
                applications=list(Application.objects.filter(body=request.lsp, pk__in=asked)),
            )
        except Refused as no:
            why = reasons(no.refusals)
        else:
            messages.success(
                request, _("Insiden dilaporkan. Asesi yang terkena tidak diputus sebelum insiden ditutup.")
            )
            return redirect("events:incident", request.lsp.slug, incident.pk)
    rows = day.rows_of(event)
    context = {
        "event": event,
        "form": form,
        "why": why,
        "rows": [{"row": row, "checked": row.application.pk in asked} for row in rows],
    }
    status = 409 if why else 400 if request.method == "POST" else 200
    return render(request, "events/incident_new.html", context, status=status)


def _fetch(request: ActorRequest, pk: UUID) -> Incident:
    rows = Incident.objects.filter(body=request.lsp).select_related("event__body", "reported_by", "closed_by")
    incident: Incident = get_object_or_404(rows, pk=pk)
    incident.event = fetch_day(request, incident.event_id)
    return incident


@staff_page("event.day")
@require_safe
def record(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _page(request, _fetch(request, pk))


def _outcome_form(case: IncidentCase, request: ActorRequest | None = None) -> OutcomeForm:
    return OutcomeForm(request.POST if request else None, prefix=f"asesi-{case.pk}")


def _page(
    request: ActorRequest,
    incident: Incident,
    *,
    form: ClosingForm | None = None,
    given: dict[UUID, OutcomeForm] | None = None,
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    cases = list(incident.cases.select_related("application").order_by("application__number"))
    everything = {each.application_id: CaseOutcomeGiven(CaseOutcome.UNAFFECTED) for each in cases}
    facts = day.closing_facts(incident, request.actor.person_id, closing="…", outcomes=everything)
    context: dict[str, Any] = {
        "incident": incident,
        "event": incident.event,
        "open": incident.state == IncidentState.OPEN,
        "cases": [
            {
                "case": each,
                "form": (given or {}).get(each.application_id) or _outcome_form(each),
                "clearing": ClearingForm(auto_id=f"lepas_{each.pk}_%s"),
                "held": each.outcome == CaseOutcome.HELD and each.cleared_at is None,
            }
            for each in cases
        ],
        "form": form or ClosingForm(),
        "refused": refused or [],
        "why_close": [
            *role_reasons("event.close_incident", request.roles),
            *reasons(day_rules.may_close_incident(facts)),
        ],
        "why_clear": role_reasons("event.close_incident", request.roles),
        "timeline": timeline_of(request.lsp.pk, subject_id=incident.pk),
    }
    return render(request, "events/incident.html", context, status=status)


@staff_page("event.close_incident")
@require_POST
def close(request: ActorRequest, pk: UUID) -> HttpResponse:
    incident = _fetch(request, pk)
    form = ClosingForm(request.POST)
    given = {each.application_id: _outcome_form(each, request) for each in incident.cases.all()}
    outcomes = {
        case: CaseOutcomeGiven(each.cleaned_data.get("outcome", ""), each.cleaned_data.get("reason", ""))
        for case, each in given.items()
        if each.is_valid()
    }
    closing = form.cleaned_data["closing"] if form.is_valid() else ""
    try:
        close_incident(request.actor, incident, closing=closing, outcomes=outcomes)
    except Refused as no:
        return _page(request, incident, form=form, given=given, refused=reasons(no.refusals), status=409)
    messages.success(request, _("Insiden ditutup."))
    return redirect("events:incident", request.lsp.slug, incident.pk)


@staff_page("event.close_incident")
@require_POST
def clear(request: ActorRequest, pk: UUID, case: UUID) -> HttpResponse:
    incident = _fetch(request, pk)
    row = get_object_or_404(IncidentCase, incident=incident, pk=case)
    form = ClearingForm(request.POST)
    try:
        clear_case(request.actor, row, reason=form.cleaned_data["reason"] if form.is_valid() else "")
    except Refused as no:
        return _page(request, incident, refused=reasons(no.refusals), status=409)
    messages.success(request, _("Asesi dilepas dan dapat diputus."))
    return redirect("events:incident", request.lsp.slug, incident.pk)
