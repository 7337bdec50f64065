"""Doors: starting a tool set and writing on it while it is a draft (HR-50)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from jamstac.instruments import rules, selectors
from jamstac.instruments.actions.inputs import OF_THE_INSTRUMENT, OF_THE_SET, CellInput, ItemInput, PlanInput
from jamstac.instruments.models import (
    Consultation,
    Instrument,
    Item,
    ItemCriterion,
    ItemOption,
    MapCell,
    PlanRow,
    PlanTool,
    ToolSet,
    ToolSetAuthor,
)
from jamstac.instruments.start import put_copy, put_start
from jamstac.instruments.states import ToolSetState
from jamstac.ledger.door import Act, action, store
from jamstac.schemes.models import SchemeVersion

LETTERS = "ABCDEFGHIJ"


@action("toolset.drafted", access="toolset.write", policies=[rules.may_draft])
def draft_tool_set(act: Act, scheme_version: SchemeVersion, *, copy_of: ToolSet | None = None) -> ToolSet:
    """The next version of the MUK of a scheme version: from the scheme's units, or a copy of an earlier one. What only
    people can write (scenarios, questions, keys) starts empty, and the coverage shows it as missing."""
    assert act.actor.person_id is not None
    act.require(rules.may_draft, selectors.drafting_facts(scheme_version, copy_of, act.actor.person_id, act.day))
    tool_set = ToolSet(
        body_id=scheme_version.body_id,
        scheme_version=scheme_version,
        version=ToolSet.objects.filter(scheme_version=scheme_version).count() + 1,
        state_since=act.now,
        author_id=act.actor.person_id,
    )
    if copy_of is not None:
        for name in OF_THE_SET:
            setattr(tool_set, name, getattr(copy_of, name))
    store(tool_set)
    _wrote(act, tool_set)
    if copy_of is None:
        put_start(tool_set)
    else:
        put_copy(copy_of, tool_set)
    act.record(
        tool_set,
        scheme_version=scheme_version.pk,
        version=tool_set.version,
        copy_of=copy_of.pk if copy_of else None,
    )
    return tool_set


@action("toolset.plan_saved", access="toolset.write", policies=[rules.may_write])
def save_plan(
    act: Act,
    tool_set: ToolSet,
    /,
    *,
    rows: Sequence[PlanInput] = (),
    consultations: Mapping[str, str] | None = None,
    **fields: Any,
) -> ToolSet:
    """FR.MAPA.01: the units named in `rows` are written anew, others stay. `fields` are names of `OF_THE_SET`;
    `consultations` (role → name), when given, replace all."""
    if not set(fields) <= set(OF_THE_SET):
        raise TypeError(f"a plan has no {', '.join(sorted(set(fields) - set(OF_THE_SET)))}")
    assert act.actor.person_id is not None
    units = [row["unit"] for row in rows]
    act.require(rules.may_write, selectors.plan_facts(tool_set, units, act.actor.person_id, act.day))
    for name, value in fields.items():
        setattr(tool_set, name, value)
    if fields:
        store(tool_set, *fields)
    for given in rows:
        _put_plan_row(tool_set, given)
    if consultations is not None:
        Consultation.objects.filter(tool_set=tool_set).delete()
        for role, name in consultations.items():
            if name.strip():
                store(Consultation(body_id=tool_set.body_id, tool_set=tool_set, role=role, name=name.strip()))
    _wrote(act, tool_set)
    act.record(fields=sorted(fields), units=len(rows))
    return tool_set


def _put_plan_row(tool_set: ToolSet, given: PlanInput) -> None:
    row = PlanRow.objects.filter(tool_set=tool_set, unit_id=given["unit"]).first()
    row = row or PlanRow(body_id=tool_set.body_id, tool_set=tool_set, unit_id=given["unit"])
    row.evidence = given["evidence"].strip()
    row.direct, row.indirect, row.additional = given["direct"], given["indirect"], given["additional"]
    row.full_clean(exclude=["evidence"], validate_unique=False)  # a plan may be half written; its release asks for it
    row.save()
    PlanTool.objects.filter(row=row).delete()
    for method, codes in given["tools"].items():
        for code in dict.fromkeys(codes):
            store(PlanTool(body_id=tool_set.body_id, row=row, method=method, instrument=code))


@action("toolset.map_saved", access="toolset.write", policies=[rules.may_write])
def save_map(act: Act, tool_set: ToolSet, *, cells: Sequence[CellInput]) -> ToolSet:
    """FR.MAPA.02: the ticked boxes, all of them."""
    assert act.actor.person_id is not None
    groups = [cell["group"] for cell in cells]
    act.require(rules.may_write, selectors.map_facts(tool_set, groups, act.actor.person_id, act.day))
    MapCell.objects.filter(tool_set=tool_set).delete()
    for place in sorted({(cell["group"], cell["instrument"], cell["potential"]) for cell in cells}):
        group, instrument, potential = place
        store(
            MapCell(
                body_id=tool_set.body_id, tool_set=tool_set, group=group, instrument=instrument, potential=potential
            )
        )
    _wrote(act, tool_set)
    act.record(cells=len(cells))
    return tool_set


@action("toolset.instrument_saved", access="toolset.write", policies=[rules.may_write])
def save_instrument(
    act: Act,
    tool_set: ToolSet,
    /,
    *,
    instrument: Instrument | None = None,
    code: str = "",
    group: str = "",
    position: int | None = None,
    items: Sequence[ItemInput] | None = None,
    **fields: Any,
) -> Instrument:
    """Write an instrument: a new one (`code`, `group`, `position`; the next place when None) or one that is there.
    `fields` are names of `OF_THE_INSTRUMENT`; `items`, when given, replace all."""
    if not set(fields) <= set(OF_THE_INSTRUMENT):
        raise TypeError(f"an instrument has no {', '.join(sorted(set(fields) - set(OF_THE_INSTRUMENT)))}")
    assert act.actor.person_id is not None
    if instrument is None:
        there = Instrument.objects.filter(tool_set=tool_set, code=code, group=group).count()
        instrument = Instrument(
            body_id=tool_set.body_id, tool_set=tool_set, code=code, group=group, position=position or there + 1
        )
    for name, value in fields.items():
        setattr(instrument, name, value)
    named = [criterion for item in items or () for criterion in item.get("criteria", ())]
    count = len(items) if items is not None else Item.objects.filter(instrument=instrument).count()
    act.require(
        rules.may_write,
        selectors.instrument_facts(
            tool_set, instrument, criteria=named, items=count, person_id=act.actor.person_id, day=act.day
        ),
    )
    store(instrument)
    if items is not None:
        _clear(instrument)
        for number, given in enumerate(items, start=1):
            _put_item(instrument, number, given)
    _wrote(act, tool_set)
    act.record(instrument=instrument.pk, code=instrument.code, items=count)
    return instrument


def _put_item(instrument: Instrument, number: int, given: ItemInput) -> None:
    body_id = instrument.body_id
    item = Item(
        body_id=body_id,
        instrument=instrument,
        position=number,
        section=given.get("section", "").strip(),
        text=given["text"].strip(),
        key=given.get("key", "").strip(),
    )
    store(item)
    for letter, option in zip(LETTERS, given.get("options", ()), strict=False):
        store(
            ItemOption(
                body_id=body_id, item=item, letter=letter, text=option["text"].strip(), correct=option["correct"]
            )
        )
    for criterion in dict.fromkeys(given.get("criteria", ())):
        store(ItemCriterion(body_id=body_id, item=item, criterion_id=criterion))


def _clear(instrument: Instrument) -> None:
    ItemCriterion.objects.filter(item__instrument=instrument).delete()
    ItemOption.objects.filter(item__instrument=instrument).delete()
    Item.objects.filter(instrument=instrument).delete()


@action("toolset.instrument_removed", access="toolset.write", policies=[rules.may_write])
def remove_instrument(act: Act, tool_set: ToolSet, *, instrument: Instrument) -> ToolSet:
    """Take a written instrument out of a draft. Its ticks on the map stay: the coverage says what is missing."""
    assert act.actor.person_id is not None
    act.require(rules.may_write, selectors.removal_facts(tool_set, instrument, act.actor.person_id, act.day))
    act.record(instrument=instrument.pk, code=instrument.code)
    _clear(instrument)
    instrument.delete()
    _wrote(act, tool_set)
    return tool_set


def _wrote(act: Act, tool_set: ToolSet) -> None:
    """Whoever writes is one of its authors (HR-12)."""
    assert act.actor.person_id is not None
    assert tool_set.state == ToolSetState.DRAFT
    if not selectors.wrote(tool_set, act.actor.person_id):
        store(ToolSetAuthor(body_id=tool_set.body_id, tool_set=tool_set, person_id=act.actor.person_id))
