"""Events by month, and as calendar files: for the LSP, for an assessor, for an asesi, and at a secret address."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jamstac.documents.forms import SigningForm
from jamstac.events import calendars, paper, paper_rules, selectors, texts
from jamstac.events.actions import agree_to_recording, open_feed, revoke_feed
from jamstac.events.ics import MEDIA_TYPE, Entry, calendar
from jamstac.events.models import CalendarFeed, Event, EventCandidate
from jamstac.events.states import EventState
from jamstac.events.views.listing import rows_of
from jamstac.events.views.record import fetch
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, public_page, self_page, staff_page
from jamstac.people.selectors import consent_in_force
from jamstac.people.states import ConsentPurpose
from jamstac.ui.why import reasons


def _month(request: ActorRequest, rows: QuerySet[Event]) -> dict[str, Any]:
    """The month asked for (`?bulan=2026-11`) of these events."""
    today = timezone.localdate(timezone=request.lsp.zone)
    first = calendars.month_of(request.GET.get("bulan", ""), today)
    events = list(calendars.events_in(rows, first))
    return {
        "first": first,
        "weeks": calendars.weeks(first, events, today),
        "rows": rows_of(events),
        "before": calendars.month_before(first),
        "after": calendars.next_month(first),
        "away": first != today.replace(day=1),
    }


@staff_page("event.view")
@require_safe
def month(request: ActorRequest) -> HttpResponse:
    """Every event of the LSP, month by month."""
    rows = selectors.events_for(request.lsp.pk).exclude(state=EventState.CANCELLED)
    return render(request, "events/month.html", _month(request, rows))


def _file(name: str, title: str, entries: list[Entry]) -> HttpResponse:
    answer = HttpResponse(calendar(title, entries), content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer


@staff_page("event.view")
@require_safe
def event_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch(request, pk)
    return _file(event.number.replace("/", "-"), request.lsp.name, calendars.entries([event]))


@staff_page("event.own")
@require_safe
def mine(request: ActorRequest) -> HttpResponse:
    """The assessor's own events: those that wait for their surat tugas, those to come, those done; and the address
    at which a calendar reads them."""
    me, today = request.actor.person_id, timezone.localdate(timezone=request.lsp.zone)
    rows = calendars.events_of_assessor(request.lsp.pk, me)
    counts = calendars.counts_of_assessor(me)
    groups: dict[str, list[dict[str, Any]]] = {"waiting": [], "coming": [], "done": []}
    for row in rows_of(list(rows.order_by("date", "start_time"))):
        event = row["event"]
        signed = event.state == EventState.ASSIGNED
        name = "done" if event.date < today else "coming" if signed else "waiting"
        groups[name].append(row | {"count": counts.get(event.pk, 0)})
    groups["done"].reverse()
    feed = paper.feed_of(me)
    context = {
        "groups": groups,
        "feed": feed,
        "feed_url": _address(request, feed) if feed else "",
        "why_feed": reasons(paper_rules.may_open_feed(paper.feed_facts(me))),
        **_month(request, rows),
    }
    return render(request, "events/mine.html", context)


def _address(request: ActorRequest, feed: CalendarFeed) -> str:
    path = reverse("events:feed", args=[request.lsp.slug, feed.pk, paper.feed_token(feed)])
    return f"{settings.ORIGIN}{path}"


@staff_page("event.own")
@require_safe
def mine_file(request: ActorRequest) -> HttpResponse:
    me = request.actor.person_id
    rows = calendars.events_of_assessor(request.lsp.pk, me)
    return _file("jadwal-saya", request.lsp.name, calendars.entries(rows, calendars.counts_of_assessor(me)))


@staff_page("event.own")
@require_POST
def feed_open(request: ActorRequest) -> HttpResponse:
    if paper.feed_of(request.actor.person_id) is None:
        open_feed(request.actor, request.lsp)
        messages.success(request, _("Alamat kalender Anda dibuat. Jangan bagikan kepada orang lain."))
    return redirect("events:mine", request.lsp.slug)


@staff_page("event.own")
@require_POST
def feed_revoke(request: ActorRequest, pk: UUID) -> HttpResponse:
    feed = get_object_or_404(CalendarFeed, pk=pk, person=request.actor.person_id, body=request.lsp)
    if feed.revoked_at is None:
        revoke_feed(request.actor, feed)
        messages.success(request, _("Alamat kalender dicabut."))
    return redirect("events:mine", request.lsp.slug)


@public_page
@require_safe
def feed(_request: HttpRequest, lsp: str, pk: UUID, token: str) -> HttpResponse:
    """What a calendar program reads. A wrong or revoked address is not there."""
    found = paper.feed_by_token(pk, token)
    if found is None or found.body.slug != lsp:
        raise Http404
    rows = calendars.events_of_assessor(found.body_id, found.person_id)
    entries = calendars.entries(rows, calendars.counts_of_assessor(found.person_id))
    answer = HttpResponse(calendar(found.body.name, entries), content_type=MEDIA_TYPE)
    answer["Cache-Control"] = "private, no-store"
    return answer


# ---------------------------------------------------------------- asesi


def _own_rows(request: ActorRequest) -> QuerySet[EventCandidate]:
    rows = EventCandidate.objects.filter(body=request.lsp, application__person=request.actor.person_id)
    rows = rows.exclude(event__state=EventState.CANCELLED)
    return rows.select_related(
        "event__venue", "event__body", "event__scheme_version__scheme", "assessor", "application"
    )


@self_page("event.self")
@require_safe
def own(request: ActorRequest) -> HttpResponse:
    """The asesi's own dates, newest last; and consent to recording where the assessment is remote."""
    return _own_page(request)


def _own_page(
    request: ActorRequest, *, signing: SigningForm | None = None, refused: Any = None, status: int = 200
) -> HttpResponse:
    rows = list(_own_rows(request).order_by("event__date", "event__start_time"))
    context = {
        "rows": rows,
        "today": timezone.localdate(timezone=request.lsp.zone),
        "agreed": consent_in_force(request.actor.person_id, ConsentPurpose.RECORDING),
        "signing": signing or SigningForm(account=request.user, staff=False),
        "sentence": texts.RECORDING,
        "refused": refused or [],
    }
    return render(request, "events/own.html", context, status=status)


@self_page("event.self")
def own_recording(request: ActorRequest, pk: UUID) -> HttpResponse:
    row = get_object_or_404(_own_rows(request), pk=pk)
    here = redirect("events:own", request.lsp.slug)
    if request.method != "POST" or consent_in_force(request.actor.person_id, ConsentPurpose.RECORDING):
        return here
    signing = SigningForm(request.POST, account=request.user, staff=False)
    try:
        agree_to_recording(request.actor, row, statement=signing.statement(texts.RECORDING))
    except Refused as refused:
        return _own_page(request, signing=signing, refused=reasons(refused.refusals), status=409)
    messages.success(request, _("Persetujuan Anda dicatat."))
    return here


@self_page("event.self")
@require_safe
def own_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    row = get_object_or_404(_own_rows(request), pk=pk)
    return _file("asesmen-saya", request.lsp.name, [calendars.own_entry(row)])
