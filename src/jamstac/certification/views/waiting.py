"""Cases that wait for a pleno, and the way back of one whose signed sheet is wrong."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.assessment.models import Assessment
from jamstac.assessment.reopening import reopening_facts
from jamstac.assessment.rules import may_reopen
from jamstac.assessment.states import AssessmentState
from jamstac.certification import rules, selectors
from jamstac.certification.actions import send_back
from jamstac.certification.corrections import send_back_facts
from jamstac.certification.forms import ReasonForm
from jamstac.certification.views.meetings import PAGE, holds
from jamstac.documents.selectors import sheets_of_case
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons


@staff_page("meeting.view")
@require_safe
def waiting(request: ActorRequest) -> HttpResponse:
    """Signed cases on no table, and those the candidate has still to sign, the longest waiting first."""
    me = request.actor.person_id
    rows = selectors.waiting_for_table(request.lsp.pk).exclude(application__person=me)
    unsigned = selectors.waiting_for_candidate(request.lsp.pk).exclude(application__person=me)
    context = {
        "page_obj": page_of(request, rows, PAGE),
        "unsigned": page_of(request, unsigned, PAGE, "belum"),
        "may_open_file": holds(request, "assessment.view_case"),
        "may_send_back": holds(request, "case.send_back"),
    }
    return render(request, "certification/waiting.html", context)


@staff_page("case.send_back")
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Why it goes back, what happens to what was signed, and the act."""
    rows = Assessment.objects.filter(body=request.lsp).exclude(application__person=request.actor.person_id)
    case = get_object_or_404(rows.select_related("application__scheme_version__scheme", "assessor"), pk=pk)
    form, refused = ReasonForm(request.POST or None), list[Reason]()
    if request.method == "POST" and case.state == AssessmentState.AGREED:
        return redirect("certification:waiting", request.lsp.slug)  # a second tap
    if request.method == "POST":
        try:
            send_back(request.actor, case, reason=request.POST.get("why", ""))
        except Refused as no:
            refused = reasons(no.refusals)
        else:
            messages.success(request, _("Dikembalikan kepada %(name)s.") % {"name": case.assessor.name})
            return redirect("certification:waiting", request.lsp.slug)
    blocked = rules.may_send_back(send_back_facts(case)) & may_reopen(reopening_facts(case, "-"))
    context = {
        "case": case,
        "sheets": sheets_of_case(case.application_id),
        "form": form,
        "blocked": reasons(blocked),
        "refused": refused,
        "timeline": timeline_of(request.lsp.pk, case_id=case.application_id, limit=20),
    }
    return render(request, "certification/correct.html", context, status=409 if refused else 200)
