"""The applicant's own record page, after the sending."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render

from jamstac.applications import selectors
from jamstac.applications.guardians import guardian_of_case
from jamstac.applications.journey import steps_of
from jamstac.applications.needs import title_of
from jamstac.applications.reassessment import right_of
from jamstac.applications.states import ApplicationState, EvidenceState
from jamstac.applications.views import tone_of
from jamstac.documents.models import Signature
from jamstac.documents.selectors import own_sheets_of_case
from jamstac.ledger.selectors import own_timeline_of
from jamstac.people.pages import ActorRequest, self_page


@self_page("application.self")
def record(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Facts, sheets, what comes next, timeline."""
    application = get_object_or_404(
        selectors.applications_of(request.actor.person_id).select_related("reviewer"), pk=pk, body=request.lsp
    )
    sheets = own_sheets_of_case(application.pk, application.person_id)
    signed = Signature.objects.filter(sheet__case=application.pk, person=application.person)
    steps = steps_of(application, [sheet.code for sheet in sheets], set(signed.values_list("sheet__code", flat=True)))
    returned = application.state == ApplicationState.RETURNED
    draft = selectors.drafts_of(request.actor.person_id).filter(application=application).first() if returned else None
    evidence = selectors.evidence_of(application)
    tone, shape = tone_of(application.state)
    context = {
        "application": application,
        "scheme": application.scheme_version.scheme,
        "sheets": sheets,
        "steps": steps,
        "now": next((step for step in steps if step.state == "now"), None),
        "units": selectors.units_of(application.scheme_version, selectors.units_in_scope(application)).count(),
        "needs": [(each, title_of(each.characteristic)) for each in selectors.special_needs_of(application)],
        "right": right_of(application),
        "guardian": guardian_of_case(application),
        "draft": draft,
        "evidence": evidence,
        "unmet": [row for row in evidence if returned and row.state == EvidenceState.UNMET],
        "tone": tone,
        "shape": shape,
        "timeline": own_timeline_of(
            request.lsp.pk, case_id=application.pk, person_id=request.actor.person_id, lsp=request.lsp.name
        ),
    }
    return render(request, "applications/mine.html", context)
