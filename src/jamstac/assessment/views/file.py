"""The case as the LSP's staff read it: facts, results, sheets, timeline. Nothing to do here but read."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from jamstac.assessment import selectors, texts
from jamstac.assessment.checklist import checklist_of
from jamstac.assessment.standing import standing_of
from jamstac.assessors.selectors import certificate_on
from jamstac.events.selectors import letter_of
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, staff_page, stand_back


@staff_page("assessment.view_case")
def case_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    assessment = get_object_or_404(selectors.assessments_for(request.lsp.pk), pk=pk)
    stand_back(request, assessment.concerned_person_ids)
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "event": assessment.event,
        "scheme": assessment.application.scheme_version.scheme,
        "standing": standing_of(assessment, timezone.localdate(timezone=request.lsp.zone)),
        "letter": letter_of(assessment.event_id),
        "certificate": certificate_on(assessment.assessor_id, assessment.event.date),
        "results": selectors.unit_results_of(assessment).select_related("unit").order_by("id"),
        "checklist": checklist_of(assessment),
        "timeline": timeline_of(request.lsp.pk, case_id=assessment.application_id, without=texts.UNTOLD),
    }
    return render(request, "assessment/file.html", context)
