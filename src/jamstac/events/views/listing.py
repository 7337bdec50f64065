"""The list of events and planning one."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.events import selectors
from jamstac.events.actions import plan_event
from jamstac.events.forms import PlanForm, StateFilter
from jamstac.events.models import Event
from jamstac.events.states import EventState
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 50

TONES = {
    EventState.PLANNED: ("go", "half"),
    EventState.ASSIGNED: ("ok", "tick"),
    EventState.CHANGED: ("warn", "half"),
    EventState.CANCELLED: ("idle", "dash"),
}


def rows_of(events: list[Event]) -> list[dict[str, Any]]:
    tones = [TONES[EventState(event.state)] for event in events]
    return [{"event": event, "tone": tone, "shape": shape} for event, (tone, shape) in zip(events, tones, strict=True)]


@staff_page("event.view")
def event_list(request: ActorRequest) -> HttpResponse:
    """Events to come (nearest first) or past (latest first); by state, and by words in number, scheme or TUK."""
    today = timezone.localdate(timezone=request.lsp.zone)
    past = request.GET.get("waktu") == "lewat"
    state, words = request.GET.get("keadaan", ""), request.GET.get("q", "").strip()
    every = selectors.events_with(selectors.events_for(request.lsp.pk), words)
    upcoming = every.filter(date__gte=today).order_by("date", "start_time", "id")
    gone = every.filter(date__lt=today).order_by("-date", "-start_time", "-id")
    shown = gone if past else upcoming
    if state in EventState.values:
        shown = shown.filter(state=state)
    page = page_of(request, shown, PAGE)
    context = {
        "page_obj": page,
        "rows": rows_of(list(page.object_list)),
        "past": past,
        "state_field": StateFilter(initial={"keadaan": state})["keadaan"],
        "q": words,
        "filtered": bool(words or state),
        "upcoming_count": _count(upcoming),
        "past_count": _count(gone),
        "why_plan": role_reasons("event.plan", request.roles),
    }
    return render(request, "events/list.html", context)


def _count(rows: QuerySet[Event]) -> int:
    return rows.count()


@staff_page("event.plan")
def plan(request: ActorRequest) -> HttpResponse:
    """A new event. What the rules refuse for the day chosen is said on the form, with what was typed kept."""
    today = timezone.localdate(timezone=request.lsp.zone)
    form = PlanForm(request.POST or None, body=request.lsp, day=today, initial={"date": today})
    why: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        try:
            event = plan_event(request.actor, request.lsp, **form.cleaned_data)
        except Refused as refused:
            why = reasons(refused.refusals)
        else:
            messages.success(request, _("Jadwal disusun. Tambahkan asesi dan asesornya."))
            return redirect("events:event", request.lsp.slug, event.pk)
    status = 409 if why else 400 if request.method == "POST" else 200
    return render(request, "events/plan.html", {"form": form, "why": why}, status=status)
