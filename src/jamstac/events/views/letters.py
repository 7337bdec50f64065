"""Signing the surat tugas of the assessors and of the verifikator, the undangan; and what the verifikator found."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.documents.forms import SigningForm
from jamstac.events import paper, selectors, texts
from jamstac.events.actions import (
    sign_assignment_letter,
    sign_invitation,
    sign_verifier_letter,
    verify_venue_for_event,
)
from jamstac.events.forms import VerificationForm, VerifierForm
from jamstac.events.models import VerifierLetter
from jamstac.events.paper_rules import may_verify_for_event
from jamstac.events.views.record import fetch, page
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons
from jamstac.venues.selectors import verifications_for_event


@staff_page("event.sign_letter")
def letter(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch(request, pk)
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
        return page(request, fetch(request, pk), forms={"signing": signing}, refused=why, status=409)
    messages.success(request, _("Surat tugas ditandatangani. Asesor dapat membuka asesmen pada tanggal jadwal."))
    return here


@staff_page("event.sign_letter")
def verifier_letter(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch(request, pk)
    here = redirect("events:event", request.lsp.slug, event.pk)
    if request.method != "POST":
        return here
    today = timezone.localdate(timezone=request.lsp.zone)
    form = VerifierForm(request.POST, verifiers=paper.verifiers_for(event.body_id, today), auto_id="verifikator_%s")
    signing = SigningForm(request.POST, account=request.user, staff=True, auto_id="ttd_verifikator_%s")
    shown = {"verifier_form": form, "verifier_signing": signing}
    if not form.is_valid():
        return page(request, event, forms=shown, status=400)
    verifier, me = form.cleaned_data["verifier"], request.actor.person_id
    if VerifierLetter.objects.filter(event=event, venue=event.venue_id, verifier=verifier, signer=me).exists():
        return here
    try:
        sign_verifier_letter(
            request.actor,
            event,
            verifier=verifier,
            due_on=form.cleaned_data["due_on"],
            statement=signing.statement(texts.VERIFIER_LETTER),
        )
    except Refused as refused:
        return page(request, event, forms=shown, refused={"verifier": reasons(refused.refusals)}, status=409)
    messages.success(request, _("Surat tugas verifikator ditandatangani."))
    return here


@staff_page("event.verify_venue")
def verification(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The verifikator's page on an event: what is to be checked and found, without the asesi."""
    event = fetch(request, pk)
    today = timezone.localdate(timezone=request.lsp.zone)
    form = VerificationForm(request.POST or None, initial={"verified_on": today})
    why: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        try:
            verify_venue_for_event(request.actor, event, **form.cleaned_data)
        except Refused as refused:
            why = reasons(refused.refusals)
        else:
            messages.success(request, _("Hasil verifikasi TUK dicatat."))
            return redirect("events:verification", request.lsp.slug, event.pk)
    facts = paper.event_verification_facts(event, request.actor.person_id)
    context = {
        "event": event,
        "scheme": event.scheme_version.scheme,
        "form": form,
        "why": why,
        "blocked": reasons(may_verify_for_event(facts)),
        "letters": paper.verifier_letters_of(event),
        "verifications": verifications_for_event(event.pk),
    }
    status = 409 if why else 400 if request.method == "POST" else 200
    return render(request, "events/verification.html", context, status=status)


@staff_page("event.invite")
def invitation(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch(request, pk)
    here = redirect("events:event", request.lsp.slug, event.pk)
    if request.method != "POST":
        return here
    sent = paper.invitation_of(event.pk)
    if sent is not None and sent.signer_id == request.actor.person_id:
        return here
    signing = SigningForm(request.POST, account=request.user, staff=True, auto_id="ttd_undangan_%s")
    try:
        sign_invitation(request.actor, event, statement=signing.statement(texts.INVITATION))
    except Refused as refused:
        why = {"invite": reasons(refused.refusals)}
        return page(request, fetch(request, pk), forms={"invitation_signing": signing}, refused=why, status=409)
    messages.success(request, _("Undangan ditandatangani dan dikirim kepada setiap asesi."))
    return here
