"""Putting candidates into an event, one by one or all at once, and taking one out before the surat tugas."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jamstac.applications.models import Application
from jamstac.events import selectors
from jamstac.events.actions import add_candidate, name_lead, remove_candidate
from jamstac.events.bookings import load_on
from jamstac.events.changing import assessors_of
from jamstac.events.forms import LeadForm, ReasonForm
from jamstac.events.models import Event
from jamstac.events.rules import may_add_candidate
from jamstac.events.splitting import split
from jamstac.events.states import LETTERED
from jamstac.events.views.record import fetch, page, uuids
from jamstac.findings.offers import with_offers
from jamstac.ledger.door import Refused
from jamstac.people.models import Person
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import reasons

Pair = tuple[Application, Person]


@staff_page("event.plan")
def add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Put the ticked applications into the event, shared out evenly among the chosen assessors; `pratinjau` shows
    who would get whom, and what stands in the way, before anything is done. Each row is an act of its own: those
    refused are told one by one, the others are in."""
    event = fetch(request, pk)
    if request.method != "POST":
        return redirect("events:event", request.lsp.slug, event.pk)
    if "pasangan" in request.POST:
        return _put(request, event, _given(request))
    chosen = uuids(request.POST.getlist("asesi"))
    people = {
        person.pk: person
        for person in Person.objects.filter(body=request.lsp, pk__in=uuids(request.POST.getlist("asesor")))
    }
    typed = {"ticked": chosen, "ticked_assessors": set(people), **_reason_form(request, event)}
    if not chosen or not people:
        missing = [] if chosen else [_("Pilih paling sedikit satu asesi.")]
        missing += [] if people else [_("Pilih asesor.")]
        return page(request, event, forms=typed, refused_rows=[{"name": "", "sentences": missing}], status=400)
    applications = list(Application.objects.filter(body=request.lsp, pk__in=chosen).order_by("state_since", "id"))
    if len(applications) != len(chosen):
        raise Http404
    order = sorted(people.values(), key=lambda person: (person.name, person.pk))
    shares = split(applications, [person.pk for person in order], load_on(request.lsp.pk, event.date))
    pairs = [(application, people[pk]) for application, pk in shares]
    if "pratinjau" in request.POST:
        return page(request, event, forms=typed, preview=_preview(request, event, pairs))
    return _put(request, event, pairs)


def _preview(request: ActorRequest, event: Event, pairs: list[Pair]) -> list[dict[str, Any]]:
    """Each pair as it would be once those before it are in, with what would refuse it; the reason of the change may
    still be written below."""
    today, reason = timezone.localdate(timezone=request.lsp.zone), request.POST.get("reason") or "…"
    held: dict[UUID, int] = {}
    rows = selectors.candidates_of(event.pk)
    for row in rows:
        held[row.assessor_id] = held.get(row.assessor_id, 0) + 1
    found = []
    for place, (application, assessor) in enumerate(pairs, start=len(rows) + 1):
        held[assessor.pk] = held.get(assessor.pk, 0) + 1
        facts = selectors.candidate_facts(
            event, application, assessor, today, reason=reason, load=held[assessor.pk], seats=place
        )
        found.append(
            {
                "application": application,
                "assessor": assessor,
                "reasons": with_offers(request, reasons(may_add_candidate(facts)), event, application),
                "value": f"{application.pk}:{assessor.pk}",
            }
        )
    return found


def _given(request: ActorRequest) -> list[Pair]:
    """The pairs of a preview that was confirmed. Raises Http404 for what is not of this LSP."""
    texts = [text.partition(":") for text in request.POST.getlist("pasangan") if text]
    ids = uuids([text for pair in texts for text in (pair[0], pair[2])])
    applications = {str(row.pk): row for row in Application.objects.filter(body=request.lsp, pk__in=ids)}
    people = {str(row.pk): row for row in Person.objects.filter(body=request.lsp, pk__in=ids)}
    try:
        return [(applications[case], people[assessor]) for case, _colon, assessor in texts]
    except KeyError as error:
        raise Http404 from error


def _put(request: ActorRequest, event: Event, pairs: list[Pair]) -> HttpResponse:
    there = {row.application_id for row in selectors.candidates_of(event.pk)}
    refused_rows, added, reason = [], 0, request.POST.get("reason", "")
    for application, assessor in pairs:
        if application.pk in there:  # the second click of a double click
            continue
        try:
            add_candidate(request.actor, event, application=application, assessor=assessor, reason=reason)
            added += 1
        except Refused as refused:
            why = with_offers(request, reasons(refused.refusals), event, application)
            refused_rows.append({"name": application.name, "reasons": why})
    if added:
        told = ngettext("%(n)d asesi ditambahkan.", "%(n)d asesi ditambahkan.", added) % {"n": added}
        messages.success(request, told)
    if refused_rows:
        typed = {
            "ticked": {application.pk for application, _assessor in pairs},
            "ticked_assessors": {assessor.pk for _application, assessor in pairs},
            **_reason_form(request, event),
        }
        return page(request, fetch(request, event.pk), forms=typed, refused_rows=refused_rows, status=409)
    return redirect("events:event", request.lsp.slug, event.pk)


def _reason_form(request: ActorRequest, event: Event) -> dict[str, Any]:
    """The reason as it was typed, for the choice and for what the choice would do."""
    initial, asked = {"reason": request.POST.get("reason", "")}, event.state in LETTERED
    return {
        "add_form": ReasonForm(initial=initial, asked=asked, auto_id="tambah_%s"),
        "put_form": ReasonForm(initial=initial, asked=asked, auto_id="pasang_%s"),
    }


@staff_page("event.plan")
def remove(request: ActorRequest, pk: UUID, application: UUID) -> HttpResponse:
    event = fetch(request, pk)
    if request.method == "POST":
        case = get_object_or_404(Application, body=request.lsp, pk=application)
        remove_candidate(request.actor, event, application=case)
        messages.success(request, _("Asesi dikeluarkan dari jadwal."))
    return redirect("events:event", request.lsp.slug, event.pk)


@staff_page("event.plan")
def lead(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch(request, pk)
    here = redirect("events:event", request.lsp.slug, event.pk)
    if request.method != "POST":
        return here
    form = LeadForm(request.POST, assessors=assessors_of(selectors.candidates_of(event.pk)), auto_id="lead_%s")
    if not form.is_valid():
        return page(request, event, forms={"lead_form": form}, status=400)
    if form.cleaned_data["person"].pk == event.lead_id:
        return here
    try:
        name_lead(request.actor, event, person=form.cleaned_data["person"])
    except Refused as refused:
        return page(request, event, forms={"lead_form": form}, refused={"lead": reasons(refused.refusals)}, status=409)
    messages.success(request, _("Lead asesor ditunjuk."))
    return here
