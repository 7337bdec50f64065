"""The whole file of a case: every sheet, one PDF of all, and the forms that came on paper."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jamstac.applications.models import Application
from jamstac.applications.paper_sheets import confirm_paper_sheet, enter_paper_sheet, reject_paper_sheet
from jamstac.documents import selectors
from jamstac.documents.casefile import Cover, bind, evidence_part, parts_of
from jamstac.documents.files import keep_upload
from jamstac.documents.forms import PaperForm, PaperRejectionForm
from jamstac.documents.models import PaperSheet, Sheet
from jamstac.documents.readers import reads_case
from jamstac.documents.render import RenderError
from jamstac.documents.rules import may_confirm_paper
from jamstac.documents.states import PaperState
from jamstac.documents.views import send
from jamstac.ledger.access import roles_for
from jamstac.ledger.door import ActorKind, Refused
from jamstac.licensing.selectors import number_on
from jamstac.people.pages import ActorRequest, member_page, role_reasons, staff_page, stand_back
from jamstac.ui.why import Reason, reasons


def _case(request: ActorRequest, pk: UUID) -> Application:
    """The case for who may read it: its asesi, staff by the readers' rules; for others it is not there."""
    rows = Application.objects.filter(body=request.lsp).select_related("body", "scheme_version__scheme")
    application = get_object_or_404(rows, pk=pk)
    actor = request.actor
    if actor.kind is ActorKind.SELF:
        if application.person_id != actor.person_id:
            raise Http404
        return application
    stand_back(request, application.concerned_person_ids)
    if not reads_case(request.roles & roles_for("sheet.view"), actor.person_id, application.pk):
        raise Http404
    return application


def _sheets(request: ActorRequest, application: Application) -> list[Sheet]:
    if request.actor.kind is ActorKind.SELF:
        return selectors.own_sheets_of_case(application.pk, request.actor.person_id)
    return selectors.readable_of_case(request.actor, request.roles, application.pk)


def _papers(request: ActorRequest, application: Application) -> list[PaperSheet]:
    rows = selectors.papers_of_case(application.pk)
    return [paper for paper in rows if selectors.may_read_paper(request.actor, request.roles, paper)]


@member_page("sheet.view")
@require_safe
def case_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Every sheet this reader may read, one PDF of them all, and the papers with what waits for somebody."""
    application = _case(request, pk)
    staff = request.actor.kind is ActorKind.STAFF
    rows = []
    for paper in _papers(request, application):
        why: list[Reason] = []
        if staff and paper.state == PaperState.ENTERED:
            facts = selectors.paper_settling_facts(request.actor, request.roles, paper)
            why = role_reasons("paper.settle", request.roles) or reasons(may_confirm_paper(facts))
        form = PaperRejectionForm(auto_id=f"tolak_{paper.pk}_%s")
        rows.append((paper, why, staff and paper.state == PaperState.ENTERED, form))
    context = {
        "application": application,
        "base": "ui/staff.html" if staff else "ui/self.html",
        "staff": staff,
        "sheets": _sheets(request, application),
        "papers": rows,
        "evidence": selectors.readable_evidence(request.actor, request.roles, application.pk),
        "why_enter": role_reasons("paper.enter", request.roles) if staff else [],
    }
    return render(request, "applications/case_file.html", context)


@member_page("sheet.view")
@require_safe
def whole_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """All sheets and confirmed papers this reader may read, as one PDF with contents and page numbers, and a list of
    the evidence files, which are not printed."""
    application = _case(request, pk)
    now = timezone.now()
    cover = Cover(
        body=request.lsp,
        licence_number=number_on(request.lsp.pk, timezone.localdate(now, request.lsp.zone)),
        case_number=application.number,
        name=application.name,
        now=now,
    )
    papers = [paper for paper in _papers(request, application) if paper.state == PaperState.CONFIRMED]
    evidence = selectors.readable_evidence(request.actor, request.roles, application.pk)
    try:
        parts = parts_of(_sheets(request, application), papers)
        if evidence:
            parts.append(evidence_part(cover, evidence))
        data = bind(cover, parts)
    except RenderError as error:
        return render(request, "applications/case_file_failed.html", {"problem": str(error)}, status=500)
    return send(data, "application/pdf", f"Berkas {application.number.replace('/', '-')}.pdf")


@staff_page("paper.enter")
@require_http_methods(["GET", "HEAD", "POST"])
def enter_paper(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Which form, when it was filled in, why on paper, and the scan."""
    application = _case(request, pk)
    form, refused = PaperForm(request.POST or None, request.FILES or None), []
    if request.method == "POST" and form.is_valid():
        file, verdict = keep_upload(form.cleaned_data["pindaian"], request.lsp, request.user)
        if file is None:
            refused = reasons(verdict)
        else:
            try:
                enter_paper_sheet(
                    request.actor,
                    application,
                    code=form.cleaned_data["formulir"],
                    file=file,
                    filled_on=form.cleaned_data["tanggal"],
                    reason=form.cleaned_data["alasan"],
                )
            except Refused as error:
                refused = reasons(error.refusals)
            else:
                messages.success(request, _("Pindaian tersimpan. Orang kedua membandingkannya dengan kertas aslinya."))
                return redirect("applications:case_file", request.lsp.slug, application.pk)
    context = {"application": application, "form": form, "refused": refused}
    status = 422 if request.method == "POST" else 200
    return render(request, "applications/paper.html", context, status=status)


@staff_page("paper.settle")
@require_POST
def settle_paper(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The second person confirms (`langkah` = sahkan) or rejects."""
    paper = get_object_or_404(PaperSheet, pk=pk, body=request.lsp)
    application = _case(request, paper.case)
    if request.POST.get("langkah") == "sahkan":
        confirm_paper_sheet(request.actor, paper)
        messages.success(request, _("Lembar kertas disahkan."))
    else:
        reject_paper_sheet(request.actor, paper, reason=request.POST.get("alasan", ""))
        messages.success(request, _("Lembar kertas ditolak."))
    return redirect("applications:case_file", request.lsp.slug, application.pk)
