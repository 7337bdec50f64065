"""Pages of the LSP: the list of events, planning one, and the record of one."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jamstac.applications.models import Application
from jamstac.assessors.selectors import assessors_for
from jamstac.documents.forms import SigningForm
from jamstac.events import selectors, texts
from jamstac.events.actions import (
    add_candidate,
    cancel_event,
    plan_event,
    remove_candidate,
    sign_assignment_letter,
)
from jamstac.events.forms import CancelForm, PlanForm
from jamstac.events.models import Event
from jamstac.events.rules import may_cancel, may_sign_letter
from jamstac.events.states import EventState
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.parameters.selectors import number as parameter
from jamstac.people.models import Person
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.why import Reason, reasons

PAGE = 50

_TONES = {
    EventState.PLANNED: ("go", "half"),
    EventState.ASSIGNED: ("ok", "tick"),
    EventState.CANCELLED: ("idle", "dash"),
}


def _rows(events: list[Event]) -> list[dict[str, Any]]:
    tones = [_TONES[EventState(event.state)] for event in events]
    return [{"event": event, "tone": tone, "shape": shape} for event, (tone, shape) in zip(events, tones, strict=True)]


@staff_page("event.view")
def event_list(request: ActorRequest) -> HttpResponse:
    """Events to come (nearest first) or past (latest first)."""
    today = timezone.localdate(timezone=request.lsp.zone)
    past = request.GET.get("waktu") == "lewat"
    every = selectors.events_for(request.lsp.pk)
    upcoming = every.filter(date__gte=today).order_by("date", "start_time", "id")
    gone = every.filter(date__lt=today).order_by("-date", "-start_time", "-id")
    page = Paginator(gone if past else upcoming, PAGE).get_page(request.GET.get("hal"))
    context = {
        "page_obj": page,
        "rows": _rows(list(page.object_list)),
        "past": past,
        "upcoming_count": _count(upcoming) if past else page.paginator.count,
        "past_count": page.paginator.count if past else _count(gone),
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


def _fetch(request: ActorRequest, pk: UUID) -> Event:
    return get_object_or_404(selectors.events_for(request.lsp.pk).select_related("body"), pk=pk)


@staff_page("event.view")
def record(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One event: facts, candidates, acts, timeline."""
    return _page(request, _fetch(request, pk))


def _page(
    request: ActorRequest,
    event: Event,
    *,
    signing: SigningForm | None = None,
    cancelling: CancelForm | None = None,
    refused: dict[str, list[Reason]] | None = None,
    refused_rows: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate(timezone=request.lsp.zone)
    candidates = selectors.candidates_of(event.pk)
    planned = event.state == EventState.PLANNED
    plans = not role_reasons("event.plan", request.roles)
    tone, shape = _TONES[EventState(event.state)]
    context = {
        "event": event,
        "scheme": event.scheme_version.scheme,
        "tone": tone,
        "shape": shape,
        "candidates": candidates,
        "letter": selectors.letter_of(event.pk),
        "planned": planned,
        "cancelled": event.state == EventState.CANCELLED,
        "plans": plans and planned,
        "waiting": list(selectors.waiting_applications(event)) if plans and planned else [],
        "load": _load(request, event, planned=plans and planned),
        "refused": refused or {},
        "refused_rows": refused_rows or [],
        "why_sign": [
            *role_reasons("event.sign_letter", request.roles),
            *reasons(may_sign_letter(selectors.letter_facts(event, candidates, today))),
        ],
        "why_cancel": [
            *role_reasons("event.cancel", request.roles),
            *reasons(may_cancel(selectors.cancel_facts(event, "…"))),
        ],
        "signing": signing or SigningForm(account=request.user, staff=True),
        "cancelling": cancelling or CancelForm(),
        "sentence": texts.LETTER,
        "timeline": timeline_of(request.lsp.pk, subject_id=event.pk),
    }
    return render(request, "events/record.html", context, status=status)


def _load(request: ActorRequest, event: Event, *, planned: bool) -> dict[str, Any]:
    """Whom the planner can choose, how many candidates each has that day, and whom the limit warns about."""
    limit = parameter(request.lsp.pk, "assessor_daily_load", event.date)
    counts = selectors.load_on(request.lsp.pk, event.date)
    assessors = assessors_for(request.lsp.pk, event.scheme_version.scheme_id, event.date) if planned else []
    names = {person.pk: person.name for person in Person.objects.filter(pk__in=counts)}
    return {
        "limit": limit,
        "assessors": [{"person": person, "count": counts.get(person.pk, 0)} for person in assessors],
        "over": [
            {"name": names[pk], "count": count} for pk, count in counts.items() if limit is not None and count > limit
        ],
    }


@staff_page("event.plan")
def add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put the ticked applications into the event, all with one assessor. Each row is an act of its own: those
    refused are told one by one, the others are in."""
    event = _fetch(request, pk)
    here = redirect("events:event", request.lsp.slug, event.pk)
    if request.method != "POST":
        return here
    chosen = _uuids(request.POST.getlist("asesi"))
    assessor = Person.objects.filter(body=request.lsp, pk__in=_uuids([request.POST.get("asesor", "")])).first()
    if not chosen or assessor is None:
        missing = [] if chosen else [_("Pilih paling sedikit satu asesi.")]
        missing += [] if assessor else [_("Pilih asesor.")]
        return _page(request, event, refused_rows=[{"name": "", "sentences": missing}], status=400)
    applications = list(Application.objects.filter(body=request.lsp, pk__in=chosen).order_by("state_since", "id"))
    if len(applications) != len(chosen):
        raise Http404
    there = {row.application_id for row in selectors.candidates_of(event.pk)}
    refused_rows, added = [], 0
    for application in applications:
        if application.pk in there:  # the second click of a double click
            continue
        try:
            add_candidate(request.actor, event, application=application, assessor=assessor)
            added += 1
        except Refused as refused:
            refused_rows.append({"name": application.name, "reasons": reasons(refused.refusals)})
    if added:
        told = ngettext("%(n)d asesi ditambahkan.", "%(n)d asesi ditambahkan.", added) % {"n": added}
        messages.success(request, told)
    if refused_rows:
        return _page(request, _fetch(request, pk), refused_rows=refused_rows, status=409)
    return here


def _uuids(values: list[str]) -> set[UUID]:
    """The ids among `values`. Raises Http404 for what is no id at all."""
    try:
        return {UUID(value) for value in values if value}
    except ValueError as error:
        raise Http404 from error


@staff_page("event.plan")
def remove(request: ActorRequest, pk: UUID, application: UUID) -> HttpResponse:
    event = _fetch(request, pk)
    if request.method == "POST":
        case = get_object_or_404(Application, body=request.lsp, pk=application)
        remove_candidate(request.actor, event, application=case)
        messages.success(request, _("Asesi dikeluarkan dari jadwal."))
    return redirect("events:event", request.lsp.slug, event.pk)


@staff_page("event.sign_letter")
def letter(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = _fetch(request, pk)
    here = redirect("events:event", request.lsp.slug, event.pk)
    if request.method != "POST":
        return here
    signed = selectors.letter_of(event.pk)
    if signed is not None and signed.signer_id == request.actor.person_id:
        return here
    signing = SigningForm(request.POST, account=request.user, staff=True)
    try:
        sign_assignment_letter(request.actor, event, statement=signing.statement(texts.LETTER))
    except Refused as refused:
        why = {"sign": reasons(refused.refusals)}
        return _page(request, _fetch(request, pk), signing=signing, refused=why, status=409)
    messages.success(request, _("Surat tugas ditandatangani. Asesor dapat membuka asesmen pada tanggal jadwal."))
    return here


@staff_page("event.cancel")
def cancel(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = _fetch(request, pk)
    here = redirect("events:event", request.lsp.slug, event.pk)
    if request.method != "POST" or event.state == EventState.CANCELLED:
        return here
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _page(request, event, cancelling=form, status=400)
    try:
        cancel_event(request.actor, event, reason=form.cleaned_data["reason"])
    except Refused as refused:
        why = {"cancel": reasons(refused.refusals)}
        return _page(request, _fetch(request, pk), cancelling=form, refused=why, status=409)
    messages.success(request, _("Jadwal dibatalkan. Asesinya dapat dijadwalkan lagi."))
    return here
