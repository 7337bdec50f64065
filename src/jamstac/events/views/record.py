"""The record of one event: facts, candidates, letters, acts, what changed, timeline. Pages of its acts render it
again with what was refused."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone

from jamstac.assessors.selectors import assessors_for
from jamstac.documents.forms import SigningForm
from jamstac.events import paper, paper_rules, selectors, texts
from jamstac.events.bookings import LOAD_RULE, load_on
from jamstac.events.changing import assessors_of
from jamstac.events.forms import LeadForm, ReasonForm, VerifierForm
from jamstac.events.impartial import undeclared_in
from jamstac.events.models import Departure, Event, EventCandidate, EventChange
from jamstac.events.rules import may_name_lead, may_sign_letter
from jamstac.events.states import LETTERED, EventState
from jamstac.events.views.listing import TONES
from jamstac.impartiality.selectors import conflicts_for, window_setting
from jamstac.ledger.selectors import timeline_of
from jamstac.parameters.selectors import number as parameter
from jamstac.people.models import Person
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.why import Reason, reasons
from jamstac.venues.selectors import verifications_for_event
from jamstac.venues.states import VenueKind


def fetch(request: ActorRequest, pk: UUID) -> Event:
    rows = selectors.events_for(request.lsp.pk).select_related("body", "scheme_version__scheme", "venue", "lead")
    return get_object_or_404(rows, pk=pk)


def uuids(values: list[str]) -> set[UUID]:
    """The ids among `values`. Raises Http404 for what is no id at all."""
    try:
        return {UUID(value) for value in values if value}
    except ValueError as error:
        raise Http404 from error


@staff_page("event.view")
def record(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One event: facts, candidates, acts, timeline."""
    return page(request, fetch(request, pk))


def page(
    request: ActorRequest,
    event: Event,
    *,
    forms: dict[str, Any] | None = None,
    refused: dict[str, list[Reason]] | None = None,
    refused_rows: list[dict[str, Any]] | None = None,
    preview: list[dict[str, Any]] | None = None,
    status: int = 200,
) -> HttpResponse:
    """`forms` are those just posted, by name, in the place of fresh ones."""
    today = timezone.localdate(timezone=request.lsp.zone)
    candidates = selectors.candidates_of(event.pk)
    cancelled = event.state == EventState.CANCELLED
    plans = not role_reasons("event.plan", request.roles) and not cancelled
    tone, shape = TONES[EventState(event.state)]
    waiting = list(selectors.waiting_applications(event)) if plans else []
    all_ticked = request.GET.get("pilih") == "semua"
    context = {
        "event": event,
        "scheme": event.scheme_version.scheme,
        "tone": tone,
        "shape": shape,
        "candidates": candidates,
        "letters": selectors.letters_of(event.pk),
        "letter": selectors.letter_of(event.pk),
        "why_change": role_reasons("event.cancel", request.roles),
        "unsigned": event.state in (EventState.PLANNED, EventState.CHANGED),
        "cancelled": cancelled,
        "lettered": event.state in LETTERED,
        "plans": plans,
        "waiting": waiting,
        "all_ticked": all_ticked,
        "ticked": {each.pk for each in waiting} if all_ticked else set(),
        "ticked_assessors": set(),
        "load": _load(request, event, planned=plans),
        "changes": _changes(event),
        "departures": Departure.objects.filter(event=event).select_related("application", "assessor").order_by("at"),
        "preview": preview or [],
        "addable": any(not row["reasons"] for row in preview or []),
        "refused": refused or {},
        "refused_rows": refused_rows or [],
        "add_form": ReasonForm(asked=event.state in LETTERED, auto_id="tambah_%s"),
        "sentence": texts.LETTER,
        "timeline": timeline_of(request.lsp.pk, subject_id=event.pk),
        **_letter_part(request, event, candidates),
        **_lead_part(request, event, candidates),
        **_impartial_part(request, event),
        **_verifier_part(request, event),
        **_invitation_part(request, event),
        **(forms or {}),
    }
    context["today"] = today
    return render(request, "events/record.html", context, status=status)


def _changes(event: Event) -> list[EventChange]:
    rows = EventChange.objects.filter(event=event)
    return list(rows.select_related("by", "assessor_before", "assessor_after", "application").order_by("-at"))


def _letter_part(request: ActorRequest, event: Event, candidates: list[EventCandidate]) -> dict[str, Any]:
    today = timezone.localdate(timezone=request.lsp.zone)
    facts = selectors.letter_facts(event, candidates, today)
    over = facts.load_limit is not None and facts.heaviest_load > facts.load_limit
    asking = reverse("findings:ask", args=[request.lsp.slug, LOAD_RULE, "events.event", event.pk])
    return {
        "why_sign": [
            *role_reasons("event.sign_letter", request.roles),
            *reasons(window_setting(request.lsp.pk, today) & may_sign_letter(facts)),
        ],
        "signing": SigningForm(account=request.user, staff=True),
        "ask_waiver": asking if over and not role_reasons("waiver.ask", request.roles) else "",
        "load_waived": over and facts.load_waived,
    }


def _impartial_part(request: ActorRequest, event: Event) -> dict[str, Any]:
    rows = conflicts_for(request.lsp.pk).filter(event=event.pk, lapsed_at=None)
    may_see = not role_reasons("conflict.view", request.roles)
    return {"impartial": {"undeclared": undeclared_in(event.pk), "conflicts": rows, "may_see": may_see}}


def _lead_part(request: ActorRequest, event: Event, candidates: list[EventCandidate]) -> dict[str, Any]:
    assessors = assessors_of(candidates)
    who = event.lead or (assessors[0] if assessors else None)
    asked = [] if who is None else reasons(may_name_lead(selectors.lead_facts(event, who)))
    return {
        "lead_form": LeadForm(assessors=assessors, initial={"person": event.lead_id}, auto_id="lead_%s"),
        "has_assessors": bool(assessors),
        "why_lead": [*role_reasons("event.plan", request.roles), *asked],
    }


def _verifier_part(request: ActorRequest, event: Event) -> dict[str, Any]:
    """Only a TUK sewaktu or tempat kerja is verified for an event of its own."""
    if event.venue.kind == VenueKind.INDEPENDENT:
        return {"needs_verification": False}
    today = timezone.localdate(timezone=request.lsp.zone)
    letters = paper.verifier_letters_of(event)
    verifiers = paper.verifiers_for(event.body_id, today)
    blocked = []
    if verifiers:
        blocked = reasons(
            paper_rules.may_sign_verifier_letter(paper.verifier_letter_facts(event, verifiers[0], event.date, today))
        )
    return {
        "needs_verification": True,
        "verifier_letters": letters,
        "event_verifications": verifications_for_event(event.pk),
        "verifier_form": VerifierForm(verifiers=verifiers, initial={"due_on": event.date}, auto_id="verifikator_%s"),
        "verifier_signing": SigningForm(account=request.user, staff=True, auto_id="ttd_verifikator_%s"),
        "verifier_sentence": texts.VERIFIER_LETTER,
        "why_verifier": [
            *role_reasons("event.sign_letter", request.roles),
            *(blocked if len(verifiers) == 1 else []),
        ],
        "verifies": not role_reasons("event.verify_venue", request.roles),
    }


def _invitation_part(request: ActorRequest, event: Event) -> dict[str, Any]:
    today = timezone.localdate(timezone=request.lsp.zone)
    return {
        "invitation": paper.invitation_of(event.pk),
        "invitation_signing": SigningForm(account=request.user, staff=True, auto_id="ttd_undangan_%s"),
        "invitation_sentence": texts.INVITATION,
        "why_invite": [
            *role_reasons("event.invite", request.roles),
            *reasons(paper_rules.may_invite(paper.invitation_facts(event, today))),
        ],
    }


def _load(request: ActorRequest, event: Event, *, planned: bool) -> dict[str, Any]:
    """Whom the planner can choose, how many candidates each has that day, and who is over the limit."""
    limit = parameter(request.lsp.pk, "assessor_daily_load", event.date)
    counts = load_on(request.lsp.pk, event.date)
    assessors = assessors_for(request.lsp.pk, event.scheme_version.scheme_id, event.date) if planned else []
    names = {person.pk: person.name for person in Person.objects.filter(pk__in=counts)}
    return {
        "limit": limit,
        "assessors": [{"person": person, "count": counts.get(person.pk, 0)} for person in assessors],
        "over": [
            {"name": names[pk], "count": count} for pk, count in counts.items() if limit is not None and count > limit
        ],
    }
