"""Content of FR.AK.07, FR.AK.01, FR.IA.01 and FR.AK.02, in the columns of the official forms."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import groupby
from typing import Any

from jamstac.assessment.adjustments import CHARACTERISTICS, Fit, Said, known_options
from jamstac.assessment.grid import CriterionRow, Grid, UnitRow
from jamstac.assessment.models import Assessment
from jamstac.assessment.planning import Planned
from jamstac.assessment.states import METHOD_OF, EvidenceKind, FollowUp, Method, Result
from jamstac.documents.sheets import letterhead
from jamstac.documents.writing import long_date
from jamstac.events.sheets import day_in_words, hours, place, scheme_block, venue_block


def head(assessment: Assessment, licence_number: str) -> dict[str, Any]:
    return {
        "lsp": letterhead(assessment.body, licence_number),
        "scheme": scheme_block(assessment.application.scheme_version.scheme),
        "tuk": venue_block(assessment.event),
        "asesor": assessment.assessor.name,
        "asesi": assessment.application.name,
    }


def ak07_content(
    assessment: Assessment,
    licence_number: str,
    adjustments: Mapping[int, Said],
    fit: Fit,
    plan: Iterable[Planned],
) -> dict[str, Any]:
    """Both parts, and the result: the methods and instruments the candidate takes."""
    taken = [row for row in plan if not row.dropped]
    codes = list(dict.fromkeys(row.code for row in taken))
    methods = ", ".join(dict.fromkeys(str(METHOD_OF[code].label) for code in codes))
    instruments = ", ".join(f"FR.{code}" for code in codes)
    benchmark = assessment.application.scheme_version.standard.number
    adjusted = any(said.needed for said in adjustments.values())
    result = {"benchmark": benchmark, "methods": methods, "instruments": instruments}
    return {
        **head(assessment, licence_number),
        "date": day_in_words(assessment.event.date),
        "potential": assessment.potential,
        "characteristics": [
            {
                "number": each.number,
                "needed": adjustments[each.number].needed,
                "options": known_options(each, adjustments[each.number].options),
                "note": adjustments[each.number].note.strip() or None,
            }
            for each in CHARACTERISTICS
        ],
        "plan": {
            "benchmark": {
                "fits": fit.benchmark,
                "industry": fit.industry.strip() or None,
                "procedure": fit.procedure.strip() or None,
                "regulation": fit.regulation.strip() or None,
            },
            "potential": {"fits": fit.potential, "methods": methods, "instruments": instruments},
            "context": {"fits": fit.context, "methods": methods, "instruments": instruments},
        },
        "results": {"characteristics": result if adjusted else None, "plan": result},
    }


def ak01_content(assessment: Assessment, licence_number: str, evidence_kinds: Iterable[str]) -> dict[str, Any]:
    event = assessment.event
    chosen = set(evidence_kinds)
    return {
        **head(assessment, licence_number),
        "evidence": [str(kind.label) for kind in EvidenceKind if kind in chosen],
        "evidence_other": None,
        "schedule": {
            "date": day_in_words(event.date),
            "time": hours(event.start_time, event.end_time, assessment.body),
            "tuk": place(event),
        },
        "appeal_explained": True,
    }


def ia01_content(assessment: Assessment, licence_number: str, grid: Grid, *, result: str) -> dict[str, Any]:
    """Units of one kelompok pekerjaan stand together; a scheme without groups is one group named by its title."""
    title = assessment.application.scheme_version.scheme.title
    groups = [(name, list(units)) for name, units in groupby(grid.units, key=lambda unit: unit.group or title)]
    return {
        **head(assessment, licence_number),
        "date": day_in_words(assessment.event.date),
        "groups": [
            {"name": name, "feedback": assessment.feedback or None, "units": [_unit(unit) for unit in units]}
            for name, units in groups
        ],
        "recommendation": "met" if result == Result.COMPETENT else "unmet",
        "gaps": [
            {
                "group": str(number),
                "unit": unit.unit.code,
                "element": str(element.element.number),
                "criterion": row.criterion.number,
            }
            for number, (_, units) in enumerate(groups, 1)
            for unit in units
            for element in unit.elements
            for row in element.criteria
            if not row.met
        ],
    }


def _unit(unit: UnitRow) -> dict[str, Any]:
    return {
        "code": unit.unit.code,
        "title": unit.unit.title,
        "elements": [
            {
                "title": element.element.title,
                "criteria": [
                    {"text": row.criterion.text, "standard": "", "met": row.mark, "further": _further(row)}
                    for row in element.criteria
                ],
            }
            for element in unit.elements
        ],
    }


def _further(row: CriterionRow) -> str:
    word = str(FollowUp(row.follow_up).label) if row.mark is False and row.follow_up else ""
    return ": ".join(part for part in (word, row.note) if part)


def ak02_content(
    assessment: Assessment, licence_number: str, grid: Grid, *, result: str, end: datetime
) -> dict[str, Any]:
    zone = assessment.body.zone
    start = assessment.agreed_at or end
    others = [each.title for each in grid.linked if each.method == Method.OTHER]
    return {
        **head(assessment, licence_number),
        "start": long_date(start.astimezone(zone).date()),
        "end": long_date(end.astimezone(zone).date()),
        "units": [
            {
                "code": unit.unit.code,
                "title": unit.unit.title,
                "title_en": unit.unit.title_en or None,
                "evidence": unit.methods,
            }
            for unit in grid.units
        ],
        "other_note": f"Lainnya: {'; '.join(others)}." if others else None,
        "recommendation": "Kompeten" if result == Result.COMPETENT else "Belum kompeten",
        "follow_up": assessment.follow_up or None,
        "comment": assessment.comment or None,
    }
