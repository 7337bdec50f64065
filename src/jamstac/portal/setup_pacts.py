"""Guided setup: the LSP's own pact and code of ethics, version after version, and who signed them."""

from __future__ import annotations

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jamstac.assessors.actions import issue_pact
from jamstac.assessors.models import Pact, PactSignature
from jamstac.assessors.selectors import pacts_on
from jamstac.assessors.states import PactKind
from jamstac.people.access import STAFF
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.setup_forms import PactForm


@staff_page("pact.view")
@require_http_methods(["GET", "HEAD", "POST"])
def pacts(request: ActorRequest) -> HttpResponse:
    """What is in force and who has not signed it, the versions before, and the next version."""
    body, outcome = request.lsp, Outcome(False)
    day = timezone.localdate(timezone=body.zone)
    current = pacts_on(body.pk, day)
    missing = [kind for kind in PactKind if kind not in current]
    form = PactForm(request.POST or None, initial={"valid_from": day, "kind": missing[0] if missing else ""})
    if request.method == "POST":
        outcome = attempt(form, lambda data: issue_pact(request.actor, body, **data))
        if outcome.done:
            messages.success(request, _("Naskah ditetapkan. Setiap pemegang fungsi menandatanganinya."))
            return redirect("portal:setup-pacts", body.slug)
    on_duty = Appointment.objects.filter(in_force(day), body=body, function__in=STAFF).values("person")
    people = list(Person.objects.filter(pk__in=on_duty).order_by("name"))
    signed = set(PactSignature.objects.filter(pact__in=list(current.values())).values_list("pact_id", "person_id"))
    context = {
        "form": form,
        "why": why_of(request, "pact.issue", outcome),
        "missing": [_(kind.label) for kind in missing],
        "current": [
            (current[kind], [person for person in people if (current[kind].pk, person.pk) not in signed])
            for kind in PactKind
            if kind in current
        ],
        "people": len(people),
        "versions": Pact.objects.filter(body=body)
        .exclude(pk__in=[pact.pk for pact in current.values()])
        .annotate(signed=Count("signatures"))
        .order_by("-valid_from", "kind"),
        "day": day,
    }
    return render(request, "portal/setup/pacts.html", context, status=422 if request.method == "POST" else 200)
