"""Opened cases of an event taken out of their assessor's hands, so that its plan can change around them."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from jamstac.assessment.actions import release_assessment
from jamstac.assessment.forms import ReleaseForm
from jamstac.assessment.models import Assessment
from jamstac.assessment.selectors import cases_in_hand
from jamstac.assessment.states import ReleaseCause
from jamstac.events.views.record import fetch
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons


@staff_page("assessment.release")
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: ActorRequest, event: UUID) -> HttpResponse:
    """Which ones, and why. Each is an act of its own: what one is refused for does not keep the others."""
    about = fetch(request, event)
    wanted = set((request.POST if request.method == "POST" else request.GET).getlist("asesmen"))
    form = ReleaseForm(request.POST if request.method == "POST" else None, asked=True)
    refused: list[Reason] = []
    chosen = [case for case in cases_in_hand(about) if str(case.pk) in wanted]
    if request.method == "POST" and chosen and form.is_valid():
        refused = _release(request, chosen, form.cleaned_data["reason"], ReleaseCause(form.cleaned_data["cause"]))
        if not refused:
            return redirect("events:change", request.lsp.slug, about.pk)
    context = {
        "event": about,
        "cases": [(case, str(case.pk) in wanted) for case in cases_in_hand(about)],
        "form": form,
        "refused": refused,
        "unchosen": request.method == "POST" and not chosen,
    }
    status = 409 if refused else 400 if request.method == "POST" else 200
    return render(request, "assessment/release.html", context, status=status)


def _release(request: ActorRequest, cases: list[Assessment], reason: str, cause: ReleaseCause) -> list[Reason]:
    """What stood in the way, each said once."""
    found: list[Reason] = []
    done = 0
    for case in cases:
        try:
            release_assessment(request.actor, case, reason=reason, cause=cause)
        except Refused as refused:
            found += [each for each in reasons(refused.refusals) if each not in found]
        else:
            done += 1
    if done:
        told = ngettext("%(n)d asesmen dilepas.", "%(n)d asesmen dilepas.", done) % {"n": done}
        messages.success(request, f"{told} {_('Sekarang ganti asesornya, ubah waktunya, atau keluarkan asesinya.')}")
    return found
