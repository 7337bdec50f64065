"""Kartu peserta: made by the LSP, printed four on a sheet, shown on the phone of the asesi."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from jamstac.documents.render import qr_svg
from jamstac.events import day
from jamstac.events.actions import (
    issue_cards,
)
from jamstac.events.day_printing import cards_pdf
from jamstac.events.models import EventCandidate
from jamstac.events.states import EventState
from jamstac.events.tickets import grouped, ticket_of
from jamstac.events.views.attendance import pdf_answer
from jamstac.events.views.day import fetch_day
from jamstac.people.models import Person
from jamstac.people.pages import ActorRequest, self_page, staff_page

# ---------------------------------------------------------------- kartu peserta


@staff_page("event.issue_cards")
@require_POST
def cards(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch_day(request, pk)
    if day.without_card(event):
        made = issue_cards(request.actor, event)
        told = ngettext("%(n)d kartu peserta dibuat.", "%(n)d kartu peserta dibuat.", len(made))
        messages.success(request, told % {"n": len(made)})
    return redirect("events:day", request.lsp.slug, event.pk)


@staff_page("event.day")
@require_safe
def cards_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Every card, four on a sheet of A4."""
    event = fetch_day(request, pk)
    sheets = day.cards_of(event)
    if not sheets:
        raise Http404
    return pdf_answer(cards_pdf(sheets), f"Kartu peserta {event.number}")


@self_page("event.self")
@require_safe
def own_card(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The asesi's card on the phone: complete in one page, so that it shows without a connection once opened."""
    rows = EventCandidate.objects.filter(body=request.lsp, application__person=request.actor.person_id)
    rows = rows.exclude(event__state=EventState.CANCELLED)
    row = get_object_or_404(
        rows.select_related("event__venue", "event__body", "event__scheme_version__scheme", "assessor", "application"),
        pk=pk,
    )
    ticket = ticket_of(row.pk)
    assessor: Person = row.assessor
    context = {
        "row": row,
        "event": row.event,
        "assessor": assessor,
        "ticket": grouped(ticket),
        "qr": qr_svg(ticket),
        "sure": row.event.state == EventState.ASSIGNED,
        "card": next((each for each in day.cards_of(row.event) if each.subject_id == row.pk), None),
    }
    return render(request, "events/own_card.html", context)
