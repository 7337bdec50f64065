"""Doors: entering a standard with its units, elements and criteria; completing what decides it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, NotRequired, TypedDict

from jamstac.bodies.models import Body, TenantRecord
from jamstac.kernel.verdicts import Policy
from jamstac.ledger.door import Act, action, store
from jamstac.standards import rules
from jamstac.standards.facts import StandardFacts
from jamstac.standards.models import Criterion, Element, Standard, Unit
from jamstac.standards.selectors import standard_facts


class ElementInput(TypedDict):
    title: str
    criteria: Sequence[str]


class UnitInput(TypedDict):
    code: str
    title: str
    title_en: NotRequired[str]
    elements: Sequence[ElementInput]


CHANGEABLE = ("kind", "number", "title", "year", "valid_from", "valid_until")


@action("standard.entered", access="standard.enter", policies=[rules.may_enter_standard])
def enter_standard(
    act: Act,
    body: Body,
    *,
    kind: str,
    number: str,
    title: str,
    units: Sequence[UnitInput],
    year: int | None = None,
    valid_from: date | None = None,
    valid_until: date | None = None,
) -> Standard:
    """A standard with its units. Codes, titles and criteria as the deciding document prints them."""
    standard = Standard(
        body=body, kind=kind, number=number, title=title, year=year, valid_from=valid_from, valid_until=valid_until
    )
    return put_standard(act, rules.may_enter_standard, standard, units)


def put_standard(act: Act, policy: Policy[StandardFacts], standard: Standard, units: Sequence[UnitInput]) -> Standard:
    """Inner function: the standard and everything under it. The door must declare `policy`. Records
    `standard.entered`."""
    act.require(policy, standard_facts(standard.body_id, standard, [unit["code"] for unit in units]))
    store(standard)
    rows: list[Unit] = []
    elements: list[Element] = []
    criteria: list[Criterion] = []
    for position, given in enumerate(units, start=1):
        unit = Unit(
            body_id=standard.body_id,
            standard=standard,
            code=given["code"],
            title=given["title"],
            title_en=given.get("title_en", ""),
            position=position,
        )
        rows.append(unit)
        for number, part in enumerate(given["elements"], start=1):
            element = Element(body_id=standard.body_id, unit=unit, number=number, title=part["title"])
            elements.append(element)
            criteria += [
                Criterion(
                    body_id=standard.body_id, element=element, number=f"{number}.{place}", position=place, text=text
                )
                for place, text in enumerate(part["criteria"], start=1)
            ]
    _store_all(rows)
    _store_all(elements)
    _store_all(criteria)
    act.record(
        standard,
        event="standard.entered",
        kind=standard.kind,
        number=standard.number,
        units=len(rows),
        elements=len(elements),
        criteria=len(criteria),
    )
    return standard


def _store_all(rows: Sequence[TenantRecord]) -> None:
    """Validate and insert rows of one model at once. Their parents were made in this act, so relations are
    not looked up again."""
    for row in rows:
        row.clean_fields(exclude={field.name for field in row._meta.fields if field.is_relation})
    if rows:
        type(rows[0])._base_manager.bulk_create(rows)


@action("standard.changed", access="standard.enter", policies=[rules.may_change_standard])
def change_standard(act: Act, standard: Standard, /, **fields: Any) -> Standard:
    """Complete or correct what decides the standard. `fields` are names of `CHANGEABLE`; its units stay."""
    for name, value in fields.items():
        if name not in CHANGEABLE:
            raise TypeError(f"{name} of a standard does not change")
        setattr(standard, name, value)
    act.require(rules.may_change_standard, standard_facts(standard.body_id, standard, ()))
    store(standard, *fields)
    act.record(fields=sorted(fields), valid_from=standard.valid_from, valid_until=standard.valid_until)
    return standard
