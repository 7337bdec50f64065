"""Guided setup: TUK and their verification per scheme."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.setup_forms import VenueForm, VerificationForm
from jamstac.venues.actions import change_venue, enter_venue, verify_venue
from jamstac.venues.models import Venue, VenueVerification


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def venues(request: ActorRequest) -> HttpResponse:
    """Every TUK with the number of schemes it is verified for today, and a way to enter one."""
    body, outcome = request.lsp, Outcome(False)
    form = VenueForm(request.POST or None)
    if request.method == "POST":
        outcome = attempt(form, lambda data: enter_venue(request.actor, body, **data))
        if outcome.done:
            messages.success(request, _("TUK dicatat. Verifikator memeriksanya sebelum dipakai."))
            return redirect("portal:setup-venue", body.slug, outcome.result.pk)
    day = timezone.localdate(timezone=body.zone)
    fit = Q(verifications__fit=True, verifications__verified_on__lte=day, verifications__valid_until__gte=day)
    context = {
        "form": form,
        "venues": Venue.objects.filter(body=body)
        .annotate(verified=Count("verifications__scheme", filter=fit, distinct=True))
        .order_by("name"),
        "why": why_of(request, "venue.enter", outcome),
    }
    return render(request, "portal/setup/venues.html", context, status=422 if request.method == "POST" else 200)


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def venue(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One TUK: its data, its verifications, and the verifikator's form."""
    record = get_object_or_404(Venue, pk=pk, body=request.lsp)
    act, outcome = request.POST.get("act", ""), Outcome(False)
    form = VenueForm(request.POST if act == "venue" else None, instance=record)
    verify = VerificationForm(request.POST if act == "verify" else None, auto_id="cek_%s", body=request.lsp)
    if act == "venue":
        outcome = attempt(form, lambda data: change_venue(request.actor, record, **data))
    elif act == "verify":
        outcome = attempt(verify, lambda data: verify_venue(request.actor, record, **data))
    if outcome.done:
        messages.success(request, _("Tercatat."))
        return redirect("portal:setup-venue", request.lsp.slug, record.pk)
    stored = get_object_or_404(Venue, pk=pk)
    context = {
        "venue": stored,
        "form": form,
        "verify_form": verify,
        "day": timezone.localdate(timezone=request.lsp.zone),
        "verifications": VenueVerification.objects.filter(venue=stored)
        .select_related("scheme", "verifier")
        .order_by("-verified_on"),
        "why_venue": why_of(request, "venue.enter", outcome if act == "venue" else None),
        "why_verify": why_of(request, "venue.verify", outcome if act == "verify" else None),
        "timeline": timeline_of(request.lsp.pk, subject_id=stored.pk, limit=10),
    }
    return render(request, "portal/setup/venue.html", context, status=422 if request.method == "POST" else 200)
