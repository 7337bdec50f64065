"""Bukti: adding one, its VATM, the KUK it serves, taking it out of use."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jamstac.assessment.actions import add_evidence, link_evidence, mark_evidence, remove_evidence
from jamstac.assessment.forms import EvidenceForm
from jamstac.assessment.grid import VATM, Grid, grid_of
from jamstac.assessment.models import Assessment, Evidence
from jamstac.assessment.views.assessor import own_assessment
from jamstac.assessment.views.grid import evidence_line, grid_url, material, shut
from jamstac.documents.files import keep_upload
from jamstac.documents.uploads import sent_files
from jamstac.kernel.verdicts import ALLOW
from jamstac.people.pages import ActorRequest
from jamstac.ui.requests import uuid_or_404
from jamstac.ui.why import Reason, reasons


def _chosen(request: HttpRequest, whole: Grid) -> list[UUID]:
    """The criteria ticked: all (`semua`), of units (`unit`), of elements (`elemen`), one by one (`kuk`).
    What is not of this scheme is 404."""
    if request.POST.get("semua"):
        return [row.criterion.pk for row in whole.criteria]
    units = {uuid_or_404(each) for each in request.POST.getlist("unit")}
    elements = {uuid_or_404(each) for each in request.POST.getlist("elemen")}
    criteria = {uuid_or_404(each) for each in request.POST.getlist("kuk")}
    found: list[UUID] = []
    for unit in whole.units:
        for element in unit.elements:
            for row in element.criteria:
                if unit.unit.pk in units or element.element.pk in elements or row.criterion.pk in criteria:
                    found.append(row.criterion.pk)
    known_elements = {element.element.pk for unit in whole.units for element in unit.elements}
    known = {unit.unit.pk for unit in whole.units} | known_elements | {row.criterion.pk for row in whole.criteria}
    if (units | elements | criteria) - known:
        raise Http404
    return found


def _vatm(request: HttpRequest) -> dict[str, bool]:
    return {name: bool(request.POST.get(f"vatm-{name}")) for name in VATM}


@own_assessment
def add(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """A new bukti with the KUK it serves, and its VATM marks when any is ticked: two acts, one tap."""
    verdict = material(request, assessment)
    mine = assessment.assessor_id == request.actor.person_id
    if mine and not verdict and request.method != "POST":
        return shut(request, assessment, verdict)
    if request.method != "POST":
        return _evidence_page(request, assessment, EvidenceForm(auto_id="bukti-%s"))
    form = EvidenceForm(request.POST, auto_id="bukti-%s")
    upload = sent_files(request, request.lsp, request.user).get("berkas") if mine and verdict else None
    file, whole_file = (
        (None, ALLOW) if upload is None else keep_upload(upload, request.lsp, request.user, with_video=True)
    )
    if mine and verdict and not (form.is_valid() and whole_file):
        status = 409 if not whole_file else 400
        return _evidence_page(request, assessment, form, why=reasons(whole_file), status=status)
    whole = grid_of(assessment)
    if not form.is_valid() or not _is_repeated(whole, form, file.sha256 if file else None):
        evidence = add_evidence(
            request.actor,
            assessment,
            method=form.cleaned_data.get("method", ""),
            title=form.cleaned_data.get("title", ""),
            file=file,
            note=form.cleaned_data.get("note", ""),
            criteria=_chosen(request, whole),
        )
        marks = _vatm(request)
        if any(marks.values()):
            mark_evidence(request.actor, evidence, **marks)
        messages.success(request, _("Bukti ditambahkan."))
    return redirect(f"{grid_url(request, assessment)}#bukti")


def _evidence_page(
    request: ActorRequest,
    assessment: Assessment,
    form: EvidenceForm,
    *,
    why: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    whole = grid_of(assessment)
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "grid": whole,
        "form": form,
        "why": why or [],
        "served": set(_chosen(request, whole)),
        "marked": _vatm(request),
    }
    return render(request, "assessment/evidence_new.html", context, status=status)


def _is_repeated(whole: Grid, form: EvidenceForm, sha256: str | None) -> bool:
    """The second click of a double click: the last item is this very one."""
    if not whole.evidence:
        return False
    last = whole.evidence[-1]
    return (
        last.title == form.cleaned_data["title"].strip()
        and last.method == form.cleaned_data["method"]
        and last.note == form.cleaned_data["note"].strip()
        and (last.file.sha256 if last.file else None) == sha256
    )


def _evidence(assessment: Assessment, pk: UUID) -> Evidence:
    """An item of this very assessment: one of another is not there."""
    return get_object_or_404(Evidence, assessment=assessment, removed=False, pk=pk)


@own_assessment
@require_safe
def evidence(request: ActorRequest, assessment: Assessment, evidence: UUID) -> HttpResponse:
    """One bukti: its VATM and the KUK it serves."""
    verdict = material(request, assessment)
    if not verdict:
        return shut(request, assessment, verdict)
    item = _evidence(assessment, evidence)
    whole = grid_of(assessment)
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "grid": whole,
        "line": evidence_line(item, whole),
        "item": item,
        "served": {row.criterion.pk for row in whole.criteria if item in row.evidence},
    }
    return render(request, "assessment/evidence.html", context)


@own_assessment
def marks(request: ActorRequest, assessment: Assessment, evidence: UUID) -> HttpResponse:
    """VATM of one item: what is not ticked is not met."""
    item = _evidence(assessment, evidence)
    if request.method == "POST":
        mark_evidence(request.actor, item, **_vatm(request))
        messages.success(request, _("VATM dicatat."))
    if request.POST.get("kembali") == "portofolio":
        return redirect("assessment:portfolio", request.lsp.slug, assessment.pk)
    return redirect(f"{grid_url(request, assessment)}#bukti")


@own_assessment
def links(request: ActorRequest, assessment: Assessment, evidence: UUID) -> HttpResponse:
    item = _evidence(assessment, evidence)
    if request.method == "POST":
        link_evidence(request.actor, item, criteria=_chosen(request, grid_of(assessment)))
        messages.success(request, _("KUK yang didukung bukti ini dicatat."))
    return redirect(f"{grid_url(request, assessment)}#bukti")


@own_assessment
def remove(request: ActorRequest, assessment: Assessment, evidence: UUID) -> HttpResponse:
    if request.method == "POST":
        item = Evidence.objects.filter(assessment=assessment, pk=evidence).first()
        if item is None:
            raise Http404
        if not item.removed:  # the second click finds it gone already
            remove_evidence(request.actor, item)
            messages.success(request, _("Bukti tidak dipakai lagi."))
    return redirect(f"{grid_url(request, assessment)}#bukti")
