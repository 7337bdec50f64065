"""FR.AK.04 on the candidate's own page, with its clock; and the LSP's list of what was filed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.appeals import selectors
from jamstac.appeals.actions import file_appeal
from jamstac.appeals.forms import OPTIONS, AppealForm
from jamstac.appeals.rules import may_start
from jamstac.appeals.texts import STATEMENT
from jamstac.applications.models import Application
from jamstac.certification.selectors import told_decision
from jamstac.documents.forms import SigningForm
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, self_page, staff_page
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 50


@self_page("appeal.file")
@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: ActorRequest, application: UUID) -> HttpResponse:
    """How long it can still be filed, the form, and afterwards its receipt."""
    case = get_object_or_404(
        Application.objects.select_related("scheme_version__scheme"),
        pk=application,
        body=request.lsp,
        person=request.actor.person_id,
    )
    decision = told_decision(case.pk)
    appeal, today = selectors.appeal_of(decision), timezone.localdate(timezone=request.lsp.zone)
    sending = request.method == "POST" and appeal is None
    form = AppealForm(request.POST if sending else None)
    signing = SigningForm(request.POST if sending else None, account=request.user, staff=False)
    refused: list[Reason] = []
    if sending and form.is_valid():
        try:
            file_appeal(
                request.actor,
                case,
                explained=form.said("explained"),
                discussed=form.said("discussed"),
                helper=form.said("helper"),
                reason=form.cleaned_data["reason"],
                statement=signing.statement(STATEMENT),
            )
        except Refused as no:
            refused = reasons(no.refusals)
        else:
            messages.success(request, _("Banding Anda diterima. Simpan tanda terimanya."))
            return redirect("appeals:mine", request.lsp.slug, case.pk)
    until = selectors.last_day(decision) if decision is not None else None
    context = {
        "case": case,
        "decision": decision,
        "appeal": appeal,
        "until": until,
        "left": None if until is None else (until - today).days,
        "form": form,
        "questions": [form[name] for name in ("explained", "discussed", "helper")],
        "options": OPTIONS,
        "signing": signing,
        "sentence": STATEMENT,
        "blocked": reasons(may_start(selectors.appeal_facts(decision, today, answered=True, reason="-"))),
        "refused": refused,
    }
    return render(request, "appeals/mine.html", context, status=422 if sending else 200)


@staff_page("appeal.view")
@require_safe
def listed(request: ActorRequest) -> HttpResponse:
    """Every banding filed, with its clock."""
    today = timezone.localdate(timezone=request.lsp.zone)
    others = selectors.appeals_for(request.lsp.pk).exclude(application__person=request.actor.person_id)
    page = page_of(request, others, PAGE)
    rows = [(row, None if row.decide_by is None else (row.decide_by - today).days) for row in page]
    return render(request, "appeals/list.html", {"rows": rows, "page_obj": page})
