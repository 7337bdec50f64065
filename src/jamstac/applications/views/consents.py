"""What a person agreed to, purpose by purpose, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jamstac.applications.actions import renew_consent, withdraw_consent
from jamstac.applications.actions.consents import consent_facts
from jamstac.applications.rules import may_withdraw_consent
from jamstac.applications.texts import EFFECTS
from jamstac.people.models import Consent
from jamstac.people.pages import ActorRequest, self_page
from jamstac.people.states import ConsentPurpose
from jamstac.ui.why import reasons


@self_page("consent.self")
def own_consents(request: ActorRequest) -> HttpResponse:
    """Each purpose by itself: since when, in which words, what taking it back means."""
    newest: dict[str, Consent] = {}
    for row in Consent.objects.filter(person=request.actor.person_id).order_by("given_at", "id"):
        newest[row.purpose] = row
    rows = [
        {
            "consent": row,
            "effect": EFFECTS[ConsentPurpose(row.purpose)],
            "in_force": row.withdrawn_at is None,
            "why": reasons(may_withdraw_consent(consent_facts(row))) if row.withdrawn_at is None else [],
        }
        for row in sorted(newest.values(), key=lambda each: ConsentPurpose.values.index(each.purpose))
    ]
    return render(request, "applications/consents.html", {"rows": rows})


@require_POST
@self_page("consent.self")
def change_consent(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a consent back, or give it again. A second click finds it done."""
    consent = get_object_or_404(Consent, pk=pk, person=request.actor.person_id)
    here = redirect("applications:consents", request.lsp.slug)
    in_force = consent_facts(consent).in_force
    if request.POST.get("langkah") == "tarik" and in_force:
        withdraw_consent(request.actor, consent)
        messages.success(request, _("Persetujuan ditarik."))
    elif request.POST.get("langkah") == "beri" and not in_force:
        renew_consent(request.actor, consent)
        messages.success(request, _("Persetujuan diberikan lagi."))
    return here
