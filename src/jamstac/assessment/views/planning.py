"""FR.AK.07: potensi, adjustments, instruments; and what is taken in or left out afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jamstac.assessment import planning, texts
from jamstac.assessment.actions import add_instrument, drop_instrument, plan_case
from jamstac.assessment.adjustments import CHARACTERISTICS, Change, Characteristic, Fit, Said
from jamstac.assessment.models import Assessment, PlannedInstrument
from jamstac.assessment.planning import Planned
from jamstac.assessment.rules import may_plan
from jamstac.assessment.scope import granted_needs, groups_of
from jamstac.assessment.states import AssessmentState
from jamstac.assessment.views.assessor import own_assessment, today_of
from jamstac.documents.forms import SigningForm
from jamstac.instruments.selectors import written
from jamstac.instruments.states import WITHOUT_FORM, InstrumentCode, Potential
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest
from jamstac.ui.why import Reason, reasons

YES_NO = [("ya", gettext_lazy("Ya")), ("tidak", gettext_lazy("Tidak"))]
FIT_FIELDS = (("benchmark", "acuan"), ("potential", "sesuai-potensi"), ("context", "sesuai-konteks"))
"""FR.AK.07 part B: name in the template, name in the form."""


@dataclass(frozen=True)
class Choice:
    """An instrument that may be taken in one group: `taken` by FR.MAPA.02 or as ticked."""

    code: str
    group: str
    taken: bool
    mapped: bool
    reason: str

    @property
    def name(self) -> str:
        return f"{self.code}|{self.group}"

    @property
    def label(self) -> str:
        return _(str(InstrumentCode(self.code).label))


@own_assessment
def plan(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """First which potensi; then the plan that follows from it, to be changed and signed."""
    if request.method != "POST":
        return _plan_page(request, assessment, _as_signed(request.GET, assessment))
    if assessment.state != AssessmentState.OPENED:
        return redirect("assessment:assessment", request.lsp.slug, assessment.pk)
    signing = SigningForm(request.POST, account=request.user, staff=True)
    added, dropped = _changes(request.POST, assessment)
    try:
        plan_case(
            request.actor,
            assessment,
            potential=request.POST.get("potensi", ""),
            adjustments=_said(request.POST),
            fit=_fit(request.POST),
            added=added,
            dropped=dropped,
            statement=signing.statement(texts.PLAN),
        )
    except Refused as refused:
        why = reasons(refused.refusals)
        return _plan_page(request, assessment, request.POST, signing=signing, refused=why, status=409)
    messages.success(request, _("FR.AK.07 ditandatangani. Asesi menandatanganinya bersama FR.AK.01."))
    return redirect("assessment:assessment", request.lsp.slug, assessment.pk)


def _said(data: QueryDict) -> dict[int, Said]:
    found = {}
    for each in CHARACTERISTICS:
        answer = data.get(f"perlu-{each.number}")
        if answer in ("ya", "tidak"):
            options = tuple(data.getlist(f"pilihan-{each.number}"))
            found[each.number] = Said(answer == "ya", options, data.get(f"keterangan-{each.number}", "")[:300])
    return found


def _fit(data: QueryDict) -> Fit:
    return Fit(
        benchmark=data.get("acuan") != "tidak",
        potential=data.get("sesuai-potensi") != "tidak",
        context=data.get("sesuai-konteks") != "tidak",
        industry=data.get("industri", ""),
        procedure=data.get("sop", ""),
        regulation=data.get("regulasi", ""),
    )


def _as_signed(data: QueryDict, assessment: Assessment) -> QueryDict:
    """The page of a plan made before, filled with what was signed last: making it again changes what is wrong, and
    nothing else. The instruments only under the same potensi; what the LSP granted since is left to the page."""
    if not assessment.potential:
        return data
    filled = data.copy()
    granted = {need.characteristic for need in granted_needs(assessment)}
    for row in assessment.adjustments.all():
        if row.needed or row.characteristic not in granted:
            filled[f"perlu-{row.characteristic}"] = "ya" if row.needed else "tidak"
            filled.setlist(f"pilihan-{row.characteristic}", row.options.split(",") if row.options else [])
            filled[f"keterangan-{row.characteristic}"] = row.note
    fit = planning.fit_of(assessment)
    for name, key in FIT_FIELDS:
        filled[key] = "ya" if getattr(fit, name) else "tidak"
    filled["industri"], filled["sop"], filled["regulasi"] = fit.industry, fit.procedure, fit.regulation
    if data.get("potensi") == assessment.potential:
        plan = planning.plan_of(assessment)
        filled["dikirim"] = "1"
        filled.setlist("instrumen", [f"{each.code}|{each.group}" for each in plan if not each.dropped])
        for each in plan:
            filled[f"alasan-{each.code}|{each.group}"] = each.reason
    return filled


def _changes(data: QueryDict, assessment: Assessment) -> tuple[list[Change], list[Change]]:
    """What was ticked against what FR.MAPA.02 says."""
    added, dropped = [], []
    for each in _choices(assessment, data):
        change = Change(each.code, each.group, each.reason)
        if each.taken and not each.mapped:
            added.append(change)
        if each.mapped and not each.taken:
            dropped.append(change)
    return added, dropped


def _choices(assessment: Assessment, data: QueryDict) -> list[Choice]:
    """Every instrument of the tool set in every group in scope; ticked as sent, else by the map."""
    tool_set, potential = planning.current_tool_set(assessment), data.get("potensi", "")
    if tool_set is None or potential not in Potential.values:
        return []
    groups = groups_of(assessment)
    mapped = {row.key for row in planning.mapped(tool_set, potential, groups)}
    there = {(code.value, group) for code in WITHOUT_FORM for group in groups}
    there |= {
        (form.code, form.group) for form in written(tool_set).instruments if not form.group or form.group in groups
    }
    sent = set(data.getlist("instrumen")) if data.get("dikirim") else None
    rows = planning.in_order([Planned(code, group, None, "") for code, group in there | mapped], groups)
    return [
        Choice(
            row.code,
            row.group,
            row.key in mapped if sent is None else f"{row.code}|{row.group}" in sent,
            row.key in mapped,
            data.get(f"alasan-{row.code}|{row.group}", "").strip()[:300],
        )
        for row in rows
    ]


def _characteristics(assessment: Assessment, data: QueryDict) -> list[dict[str, Any]]:
    granted = {need.characteristic: need for need in granted_needs(assessment)}
    said = planning.proposed_adjustments(assessment) | _said(data)

    def line(each: Characteristic) -> dict[str, Any]:
        need = granted.get(each.number)
        answer = said[each.number]
        return {
            "characteristic": each,
            "need": need,
            "value": "ya" if answer.needed else "tidak",
            "note": answer.note,
            "open": need is not None or answer.needed,
            "options": [(key, word, key in answer.options) for key, word in each.options.items()],
        }

    return [line(each) for each in CHARACTERISTICS]


def _plan_page(
    request: ActorRequest,
    assessment: Assessment,
    data: QueryDict,
    *,
    signing: SigningForm | None = None,
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    potential = data.get("potensi", "")
    facts = planning.plan_facts(
        assessment,
        request.actor.person_id,
        today_of(request),
        potential=potential if potential in Potential.values else Potential.TRAINED_TRACEABLE,
        adjustments={each.number: Said(need is not None, (), "x") for each, need in _needed(assessment)},
    )
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "scheme": assessment.application.scheme_version.scheme,
        "potentials": Potential.choices,
        "potential": potential if potential in Potential.values else "",
        "potential_label": _(str(Potential(potential).label)) if potential in Potential.values else "",
        "characteristics": _characteristics(assessment, data),
        "choices": _choices(assessment, data),
        "options": YES_NO,
        "data": data,
        "fit": {name: data.get(key, "ya") for name, key in FIT_FIELDS},
        "other_benchmark": any(data.get(name) for name in ("industri", "sop", "regulasi")),
        "signing": signing or SigningForm(account=request.user, staff=True),
        "sentence": texts.PLAN,
        "refused": refused or [],
        "why": reasons(may_plan(facts)),
        "planned": bool(assessment.potential),
        "benchmark": assessment.application.scheme_version.standard.number,
    }
    return render(request, "assessment/plan.html", context, status=status)


def _needed(assessment: Assessment) -> list[tuple[Characteristic, object | None]]:
    granted = {need.characteristic: need for need in granted_needs(assessment)}
    return [(each, granted.get(each.number)) for each in CHARACTERISTICS]


# ---------------------------------------------------------------- afterwards


@own_assessment
def change(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """The instruments of the case: those taken, those left out, and one more."""
    if request.method != "POST":
        return _change_page(request, assessment)
    code, _bar, group = request.POST.get("instrumen", "").partition("|")
    try:
        add_instrument(request.actor, assessment, code=code, group=group, reason=request.POST.get("alasan", ""))
    except Refused as refused:
        return _change_page(request, assessment, refused=reasons(refused.refusals), status=409)
    messages.success(request, _("Instrumen ditambahkan pada rencana asesi."))
    return redirect("assessment:instruments", request.lsp.slug, assessment.pk)


@own_assessment
def leave_out(request: ActorRequest, assessment: Assessment, planned: UUID) -> HttpResponse:
    row = get_object_or_404(PlannedInstrument, assessment=assessment, pk=planned)
    if request.method == "POST" and not row.dropped:
        try:
            drop_instrument(request.actor, row, reason=request.POST.get("alasan", ""))
        except Refused as refused:
            return _change_page(request, assessment, refused=reasons(refused.refusals), status=409)
        messages.success(request, _("Instrumen ditiadakan dari rencana asesi."))
    return redirect("assessment:instruments", request.lsp.slug, assessment.pk)


def _change_page(
    request: ActorRequest, assessment: Assessment, *, refused: list[Reason] | None = None, status: int = 200
) -> HttpResponse:
    rows = planning.plan_of(assessment)
    taken = {(row.code, row.group) for row in rows if not row.dropped}
    data = QueryDict(mutable=True)
    data["potensi"] = assessment.potential
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "rows": [
            {"row": row, "label": _(row.get_code_display()), "begun": not row.dropped and planning.is_begun(row)}
            for row in rows
        ],
        "more": [each for each in _choices(assessment, data) if (each.code, each.group) not in taken],
        "closed": assessment.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED),
        "refused": refused or [],
    }
    return render(request, "assessment/instruments.html", context, status=status)
