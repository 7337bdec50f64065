"""Asesmen ulang: what was not met, and the way to be assessed on it again."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render

from jamstac.applications import reassessment, selectors
from jamstac.applications.models import ReassessmentRight
from jamstac.applications.views.draft import today
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, self_page
from jamstac.ui.why import Reason, reasons


@self_page("application.self")
def again(request: ActorRequest, pk: UUID) -> HttpResponse:
    """`pk` is the decided application. GET says what is open and since when; POST begins the draft."""
    application = get_object_or_404(selectors.applications_of(request.actor.person_id), pk=pk, body=request.lsp)
    right = get_object_or_404(
        ReassessmentRight.objects.select_related("application__scheme_version__scheme"), application=application
    )
    day = today(request)
    if request.method == "POST":
        try:
            draft = reassessment.start_again(request.actor.person, right, day)
        except Refused as refused:
            return _page(request, right, status=409, why=reasons(refused.refusals))
        return redirect("applications:draft_biodata", request.lsp.slug, draft.pk)
    return _page(request, right, why=reasons(reassessment.verdict_on(right, day)))


def _page(request: ActorRequest, right: ReassessmentRight, *, why: list[Reason], status: int = 200) -> HttpResponse:
    scope = selectors.scope_of(right)
    version = right.application.scheme_version
    context = {
        "application": right.application,
        "scheme": version.scheme,
        "scope": version.get_reassessment_scope_display(),
        "source": version.reassessment_source,
        "units": selectors.units_of(version, scope),
        "carried": right.units.filter(met=True).count() if scope is not None else 0,
        "facts": reassessment.reassessment_facts(right, today(request)),
        "unset": not reassessment.settings(right.body_id, today(request)),
        "why": why,
    }
    return render(request, "applications/again.html", context, status=status)
