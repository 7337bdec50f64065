"""A decree as the JSON other programs read."""

from __future__ import annotations

from typing import Any

from jamstac.standards.skkni.model import Decree, Unit


def report(decree: Decree) -> dict[str, Any]:
    """{"decree": {…}, "units": […], "warnings": […]}, the keys of the issue and no others in units and warnings."""
    return {
        "decree": {
            "number": decree.number,
            "year": decree.year,
            "name": decree.name,
            "title": decree.title,
            "sector": decree.sector,
            "page": decree.page,
            "pages": decree.pages,
        },
        "units": [_unit(unit) for unit in decree.units],
        "warnings": [{"page": each.page, "code": each.code, "message": each.message} for each in decree.doubts],
    }


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "code": unit.code,
        "title": unit.title,
        "page": unit.page,
        "description": unit.description,
        "elements": [
            {
                "number": element.number,
                "title": element.title,
                "criteria": [{"number": each.number, "text": each.text} for each in element.criteria],
            }
            for element in unit.elements
        ],
        "variables": unit.variables,
        "guide": unit.guide,
    }
