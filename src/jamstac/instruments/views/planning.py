"""FR.MAPA.01, FR.MAPA.02 and the coverage that shows what is missing."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.instruments import selectors, texts
from jamstac.instruments.actions import (
    CellInput,
    PlanInput,
    save_map,
    save_plan,
)
from jamstac.instruments.forms import PlanForm
from jamstac.instruments.models import Consultation, MapCell, PlanRow, ToolSet
from jamstac.instruments.states import InstrumentCode, PlanMethod, Potential
from jamstac.instruments.views.common import fetch, why_write
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.schemes.selectors import UnitTree, structure
from jamstac.ui.why import Reason, reasons

FITTING: dict[PlanMethod, tuple[InstrumentCode, ...]] = {
    PlanMethod.OBSERVATION: (InstrumentCode.OBSERVATION, InstrumentCode.PRACTICE),
    PlanMethod.STRUCTURED: (InstrumentCode.PRACTICE, InstrumentCode.PROJECT, InstrumentCode.PROJECT_ASSESSMENT),
    PlanMethod.QUESTIONS: (
        InstrumentCode.SUPPORTING,
        InstrumentCode.CHOICE,
        InstrumentCode.ESSAY,
        InstrumentCode.ORAL,
        InstrumentCode.INTERVIEW,
    ),
    PlanMethod.PORTFOLIO: (InstrumentCode.PORTFOLIO,),
    PlanMethod.PRODUCT: (InstrumentCode.PRODUCT,),
    PlanMethod.THIRD_PARTY: (InstrumentCode.THIRD_PARTY,),
}
"""Which instruments a method column of FR.MAPA.01 offers."""

KINDS = (("direct", "L"), ("indirect", "TL"), ("additional", "T"))


@staff_page("toolset.view")
@require_safe
def coverage(request: ActorRequest, pk: UUID) -> HttpResponse:
    """KUK × potensi: what is not reached comes first."""
    tool_set = fetch(request, pk)
    found = selectors.coverage_of(tool_set)
    rows = [
        {
            "row": row,
            "columns": [
                {"potential": each, "codes": ", ".join(row.by[each]), "gap": not row.by[each]}
                for each in found.potentials
            ],
        }
        for row in sorted(found.rows, key=lambda row: not row.gaps)
    ]
    context = {
        "tool_set": tool_set,
        "coverage": found,
        "rows": rows,
        "potentials": [(each, Potential(each).label) for each in found.potentials],
        "unwritten": [
            (InstrumentCode(row.code).label, row.group, [texts.LACKS[each] for each in row.lacks])
            for row in found.unwritten
        ],
    }
    return render(request, "instruments/coverage.html", context)


# ------------------------------------------------------------ FR.MAPA.01


@staff_page("toolset.view")
@require_http_methods(["GET", "HEAD", "POST"])
def plan(request: ActorRequest, pk: UUID) -> HttpResponse:
    """FR.MAPA.01 as a form: what stands in it, what one changes."""
    tool_set = fetch(request, pk)
    units = structure(tool_set.scheme_version)
    consulted = dict(Consultation.objects.filter(tool_set=tool_set).values_list("role", "name"))
    form = PlanForm(request.POST or None, instance=tool_set, consulted=consulted, auto_id="rencana_%s")
    refused: list[Reason] = []
    status = 200
    if request.method == "POST":
        rows = _plan_rows(request, units)
        if form.is_valid():
            try:
                save_plan(request.actor, tool_set, rows=rows, consultations=form.consultations(), **form.of_the_set())
            except Refused as error:
                refused, status = reasons(error.refusals), 409
            else:
                messages.success(request, _("Rencana asesmen disimpan."))
                return redirect("instruments:plan", request.lsp.slug, pk)
        else:
            status = 400
    context = {
        "tool_set": tool_set,
        "form": form,
        "units": _plan_units(request, tool_set, units),
        "why": why_write(request, tool_set),
        "refused": refused,
    }
    return render(request, "instruments/plan.html", context, status=status)


def _plan_rows(request: ActorRequest, units: list[UnitTree]) -> list[PlanInput]:
    """The rows as posted; `semua` takes the first unit's for every unit."""
    rows = [_plan_row(request, tree.unit.pk) for tree in units]
    if request.POST.get("semua") and rows:
        rows = [{**rows[0], "unit": row["unit"]} for row in rows]
    return rows


def _plan_row(request: ActorRequest, unit: UUID) -> PlanInput:
    kinds = request.POST.getlist(f"{unit}-jenis")
    return {
        "unit": unit,
        "evidence": request.POST.get(f"{unit}-bukti", "")[:300],
        "direct": "direct" in kinds,
        "indirect": "indirect" in kinds,
        "additional": "additional" in kinds,
        "tools": {
            method.value: [
                code
                for code in request.POST.getlist(f"{unit}-{method.value}")
                if code in {each.value for each in FITTING[method]}
            ]
            for method in PlanMethod
        },
    }


def _plan_units(request: ActorRequest, tool_set: ToolSet, units: list[UnitTree]) -> list[dict[str, Any]]:
    saved = {row.unit_id: row for row in PlanRow.objects.filter(tool_set=tool_set).prefetch_related("tools")}
    return [_plan_unit(request, tree, saved.get(tree.unit.pk)) for tree in units]


def _plan_unit(request: ActorRequest, tree: UnitTree, saved: PlanRow | None) -> dict[str, Any]:
    pk = tree.unit.pk
    if request.method == "POST":
        typed = _plan_row(request, pk)
        evidence, tools = typed["evidence"], {method: set(codes) for method, codes in typed["tools"].items()}
        kinds = {name: bool(typed[name]) for name, _word in KINDS}  # type: ignore[literal-required]
    else:
        evidence = saved.evidence if saved else ""
        kinds = {name: bool(saved and getattr(saved, name)) for name, _word in KINDS}
        tools = {method.value: set() for method in PlanMethod}
        for tool in saved.tools.all() if saved else ():
            tools[tool.method].add(tool.instrument)
    return {
        "tree": tree,
        "name": str(pk),
        "evidence": evidence,
        "planned": bool(evidence.strip() and any(kinds.values()) and any(tools.values())),
        "kinds": [(name, word, kinds[name]) for name, word in KINDS],
        "methods": [
            (
                method.value,
                method.label,
                [(code.value, code.label, code.value in tools[method.value]) for code in FITTING[method]],
            )
            for method in PlanMethod
        ],
    }


# ------------------------------------------------------------ FR.MAPA.02


@staff_page("toolset.view")
@require_http_methods(["GET", "HEAD", "POST"])
def tool_map(request: ActorRequest, pk: UUID) -> HttpResponse:
    """FR.MAPA.02 as a grid of boxes, one per kelompok pekerjaan."""
    tool_set = fetch(request, pk)
    groups = selectors.groups_of(structure(tool_set.scheme_version))
    refused: list[Reason] = []
    if request.method == "POST":
        cells = _cells(request, groups)
        try:
            save_map(request.actor, tool_set, cells=cells)
        except Refused as error:
            refused = reasons(error.refusals)
            ticked = {(cell["group"], cell["instrument"], cell["potential"]) for cell in cells}
        else:
            messages.success(request, _("Peta instrumen disimpan."))
            return redirect("instruments:map", request.lsp.slug, pk)
    else:
        rows = MapCell.objects.filter(tool_set=tool_set)
        ticked = set(rows.values_list("group", "instrument", "potential"))
    context = {
        "tool_set": tool_set,
        "potentials": Potential.choices,
        "groups": [_map_group(number, group, ticked) for number, group in enumerate(groups)],
        "why": why_write(request, tool_set),
        "refused": refused,
    }
    return render(request, "instruments/map.html", context, status=409 if refused else 200)


def _map_group(number: int, group: str, ticked: set[tuple[str, str, str]]) -> dict[str, Any]:
    return {
        "name": group,
        "rows": [
            {
                "label": code.label,
                "boxes": [
                    {
                        "name": f"{number}|{code.value}|{potential}",
                        "potential": potential,
                        "on": (group, code.value, potential) in ticked,
                    }
                    for potential in Potential.values
                ],
            }
            for code in InstrumentCode
        ],
    }


def _cells(request: ActorRequest, groups: list[str]) -> list[CellInput]:
    return [
        {"group": group, "instrument": code.value, "potential": potential}
        for number, group in enumerate(groups)
        for code in InstrumentCode
        for potential in Potential.values
        if request.POST.get(f"{number}|{code.value}|{potential}")
    ]
