"""Content of FR.MAPA.01, FR.MAPA.02, FR.IA.05A/B, FR.IA.06A/B and FR.VA."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from jamstac.assessors.selectors import certificate_on
from jamstac.bodies.models import Body
from jamstac.documents.sheets import letterhead
from jamstac.documents.states import SheetCode
from jamstac.documents.writing import long_date, weekday
from jamstac.instruments.models import Consultation, Instrument, Item, MapCell, PlanRow, ToolSet
from jamstac.instruments.states import InstrumentCode
from jamstac.licensing.selectors import number_on
from jamstac.people.models import Person
from jamstac.schemes.models import Scheme
from jamstac.schemes.selectors import UnitTree, structure

SHORT: Mapping[str, str] = {
    InstrumentCode.OBSERVATION: "CL",
    InstrumentCode.PRACTICE: "TPD",
    InstrumentCode.SUPPORTING: "PMO",
    InstrumentCode.PROJECT: "DIT",
    InstrumentCode.PROJECT_ASSESSMENT: "DIT",
    InstrumentCode.CHOICE: "DPT",
    InstrumentCode.ESSAY: "DPT",
    InstrumentCode.ORAL: "DPL",
    InstrumentCode.PORTFOLIO: "CVP",
    InstrumentCode.INTERVIEW: "PW",
    InstrumentCode.THIRD_PARTY: "VPK",
    InstrumentCode.PRODUCT: "CRP",
}
"""How FR.MAPA.01 writes an instrument in its cells."""

KEY_SHEETS = frozenset({SheetCode.IA05B, SheetCode.IA06B})


def signer_block(person: Person, day: date) -> dict[str, Any]:
    """Name and MET number as the block "Penyusun dan Validator" prints them."""
    certificate = certificate_on(person.pk, day)
    return {"name": person.name, "number_label": "No. Reg", "number": certificate.met_number if certificate else ""}


def heading(body: Body, scheme: Scheme, day: date) -> dict[str, Any]:
    return {
        "lsp": letterhead(body, number_on(body.pk, day)),
        "scheme": {"kind": scheme.kind or None, "title": scheme.title, "number": scheme.number},
    }


def groups_with_units(units: Iterable[UnitTree], scheme: Scheme) -> dict[str, dict[str, Any]]:
    """Kelompok pekerjaan → {name, units}; a scheme without groups is one, named by its title."""
    found: dict[str, dict[str, Any]] = {}
    for tree in units:
        group = found.setdefault(tree.group, {"name": tree.group or scheme.title, "units": []})
        group["units"].append({"code": tree.unit.code, "title": tree.unit.title})
    return found


def plan_content(tool_set: ToolSet, units: list[UnitTree], day: date) -> dict[str, Any]:
    """FR.MAPA.01 without heading and signatures."""
    scheme = tool_set.scheme_version.scheme
    rows = {row.unit_id: row for row in PlanRow.objects.filter(tool_set=tool_set).prefetch_related("tools")}
    groups = groups_with_units(units, scheme)
    for tree, unit in zip(units, _flat(groups), strict=True):
        unit.update(_planned(rows.get(tree.unit.pk)))
    consulted = list(Consultation.objects.filter(tool_set=tool_set))
    standard = tool_set.scheme_version.standard
    potentials = MapCell.objects.filter(tool_set=tool_set).values_list("potential", flat=True)
    return {
        "potentials": sorted(set(potentials)),
        "purposes": ["Sertifikasi"],
        "purpose_other": None,
        "context": {
            "environment": ["real" if tool_set.context_real else "simulated"],
            "opportunity": "limited" if tool_set.evidence_limited else "available",
            "relations": {
                "evidence": tool_set.supports_evidence,
                "work": tool_set.supports_work,
                "learning": tool_set.supports_learning,
            },
            "assessors": ["certification"],
        },
        "confirm": [row.role for row in consulted],
        "benchmarks": {
            "standard": f"{standard.title}, {standard.number}" if standard.number else standard.title,
            "curriculum": tool_set.curriculum or None,
            "performance": tool_set.benchmark or None,
            "product": tool_set.product_benchmark or None,
            "guide": tool_set.guideline or None,
        },
        "groups": list(groups.values()),
        "modifications": {
            name: {"needed": bool(text.strip()), "text": text.strip() or None}
            for name, text in (
                ("characteristics", tool_set.candidate_traits),
                ("workplace", tool_set.modification),
                ("package", tool_set.package_advice),
                ("tools", tool_set.tool_adjustment),
                ("integration", tool_set.integration),
            )
        },
        "relevant": [{"role": row.role, "name": row.name, "at": long_date(day)} for row in consulted],
    }


def _flat(groups: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    return [unit for group in groups.values() for unit in group["units"]]


def _planned(row: PlanRow | None) -> dict[str, Any]:
    if row is None:
        return {"evidence": None, "kinds": [], "tools": {}}
    kinds = [kind for kind, ticked in (("L", row.direct), ("TL", row.indirect), ("T", row.additional)) if ticked]
    tools: defaultdict[str, list[str]] = defaultdict(list)
    for tool in sorted(row.tools.all(), key=lambda each: each.instrument):
        short = SHORT[tool.instrument]
        if short not in tools[tool.method]:
            tools[tool.method].append(short)
    return {"evidence": row.evidence, "kinds": kinds, "tools": dict(tools)}


def map_content(tool_set: ToolSet, units: list[UnitTree]) -> dict[str, Any]:
    """FR.MAPA.02 without heading and signatures."""
    groups = groups_with_units(units, tool_set.scheme_version.scheme)
    for group in groups.values():
        group["cells"] = {}
    for cell in MapCell.objects.filter(tool_set=tool_set).order_by("instrument", "potential"):
        groups[cell.group]["cells"].setdefault(cell.instrument, []).append(cell.potential)
    return {"groups": list(groups.values())}


def questions_content(
    instrument: Instrument, items: list[Item], units: list[UnitTree], scheme: Scheme, *, keys: bool
) -> dict[str, Any]:
    """FR.IA.05A or FR.IA.06A; with `keys` FR.IA.05B or FR.IA.06B. Without heading and signatures."""
    groups = groups_with_units(units, scheme)
    named = [groups[instrument.group]] if instrument.group in groups else list(groups.values())
    content: dict[str, Any] = {"tuk": None, "groups": named}
    choice = instrument.code == InstrumentCode.CHOICE
    if keys:
        content["questions"] = [_key(number, item, choice) for number, item in enumerate(items, start=1)]
        return content
    minutes = f"{instrument.minutes} menit" if instrument.minutes else None
    content |= {"asesor": None, "asesi": None, "date": None, "time": minutes}
    content["questions"] = [
        {"no": number, "text": item.text}
        | ({"options": [{"letter": row.letter, "text": row.text} for row in item.options.all()]} if choice else {})
        for number, item in enumerate(items, start=1)
    ]
    return content


def _key(number: int, item: Item, choice: bool) -> dict[str, Any]:
    if choice:
        return {"no": number, "key": ", ".join(row.letter for row in item.options.all() if row.correct)}
    return {"no": number, "text": item.text, "key": item.key}


def units_of(tool_set: ToolSet) -> list[UnitTree]:
    return structure(tool_set.scheme_version)


def validation_content(
    *,
    held_on: date,
    place: str,
    period: str,
    boxes: Mapping[str, Iterable[str]],
    others: Mapping[str, str],
    witnesses: Iterable[Mapping[str, Any]],
    ticks: Mapping[str, Iterable[str]],
    findings: Iterable[Mapping[str, Any]],
    improvements: Iterable[Mapping[str, Any]],
    members: Iterable[tuple[UUID, dict[str, Any]]],
) -> dict[str, Any]:
    """FR.VA without heading. `members`: person and block, in the order of the team."""
    return {
        "date": f"{weekday(held_on)}, {long_date(held_on)}",
        "place": place,
        "period": period,
        "boxes": {part: list(ticked) for part, ticked in boxes.items()},
        "others": {part: text.strip() or None for part, text in others.items()},
        "witnesses": [dict(row) for row in witnesses],
        "ticks": {aspect: list(qualities) for aspect, qualities in ticks.items()},
        "findings": [dict(row) for row in findings],
        "improvements": [
            {"activity": row["activity"], "due": long_date(row["due"]), "responsible": row["responsible"]}
            for row in improvements
        ],
        "members": [{**block, "role": "Anggota tim validasi", "person": str(person)} for person, block in members],
    }
