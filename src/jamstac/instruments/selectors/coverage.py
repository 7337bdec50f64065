"""What a tool set reaches and what it still lacks. One reading serves the matrix page, the rules and HR-25."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from jamstac.instruments.models import Instrument, Item, MapCell, PlanRow, ToolSet
from jamstac.instruments.states import COVERS_GROUP, WITHOUT_FORM, InstrumentCode
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import UnitTree, structure
from jamstac.standards.models import Criterion, Element, Unit

Place = tuple[str, str]
"""(kelompok pekerjaan, instrument code)"""

_NEEDS: dict[str, tuple[str, ...]] = {
    InstrumentCode.PRACTICE: ("scenario", "minutes"),
    InstrumentCode.SUPPORTING: ("items", "criteria"),
    InstrumentCode.PROJECT: ("scenario", "minutes"),
    InstrumentCode.PROJECT_ASSESSMENT: ("items", "criteria"),
    InstrumentCode.CHOICE: ("items", "options", "criteria", "minutes"),
    InstrumentCode.ESSAY: ("items", "key", "criteria", "minutes"),
    InstrumentCode.ORAL: ("items", "key", "criteria"),
    InstrumentCode.INTERVIEW: ("items", "criteria"),
    InstrumentCode.PRODUCT: ("items",),
}
"""What each form must hold before it is used."""


@dataclass(frozen=True)
class CoverageRow:
    """One KUK and, per ticked potensi, the codes of the instruments that are certain to reach it."""

    group: str
    unit: Unit
    element: Element
    criterion: Criterion
    by: dict[str, tuple[str, ...]]

    @property
    def gaps(self) -> list[str]:
        return [potential for potential, codes in self.by.items() if not codes]


@dataclass(frozen=True)
class Unwritten:
    """A ticked instrument that is not ready. `lacks` are keys of `texts.LACKS`; no `instrument`: none written."""

    code: str
    group: str
    instrument: Instrument | None
    lacks: tuple[str, ...]


@dataclass(frozen=True)
class Coverage:
    """`potentials`: the columns of FR.MAPA.02 that have ticks."""

    rows: list[CoverageRow]
    potentials: tuple[str, ...]
    unplanned: list[Unit]
    unwritten: list[Unwritten]

    @cached_property
    def gaps(self) -> int:
        return sum(len(row.gaps) for row in self.rows)

    @property
    def percent(self) -> int:
        """Whole percent, rounded down: 100 only when nothing is missing."""
        total = len(self.rows) * len(self.potentials)
        return 0 if not total else (total - self.gaps) * 100 // total

    @property
    def complete(self) -> bool:
        return bool(self.rows) and bool(self.potentials) and not self.gaps

    @property
    def ready(self) -> bool:
        """Nothing stops its release but people."""
        return self.complete and not self.unplanned and not self.unwritten


@dataclass
class Written:
    """The instruments of a tool set with what their items name."""

    instruments: list[Instrument]
    items: dict[UUID, list[Item]]
    criteria: dict[UUID, frozenset[UUID]]
    """item → KUK"""

    @cached_property
    def by_place(self) -> dict[Place, list[Instrument]]:
        found: defaultdict[Place, list[Instrument]] = defaultdict(list)
        for instrument in self.instruments:
            found[instrument.group, instrument.code].append(instrument)
        return dict(found)

    def serving(self, group: str, code: str) -> list[Instrument]:
        """What is used in a group: written for the group, else for the whole scheme."""
        return self.by_place.get((group, code)) or self.by_place.get(("", code), [])

    def certain(self, instrument: Instrument) -> frozenset[UUID]:
        """KUK that every candidate who takes the instrument meets, whichever items the draw picks."""
        items = self.items[instrument.pk]
        drawn = len(items) if instrument.draw is None else instrument.draw
        counted: defaultdict[UUID, int] = defaultdict(int)
        for item in items:
            for criterion in self.criteria[item.pk]:
                counted[criterion] += 1
        return frozenset(criterion for criterion, times in counted.items() if len(items) - times < drawn)

    def lacks(self, instrument: Instrument) -> tuple[str, ...]:
        """Which of what its form needs is empty."""
        return tuple(each for each in _NEEDS[instrument.code] if self._is_empty(instrument, each))

    def _is_empty(self, instrument: Instrument, need: str) -> bool:
        items = self.items[instrument.pk]
        checks = {
            "scenario": lambda: not instrument.scenario.strip(),
            "minutes": lambda: not instrument.minutes,
            "items": lambda: not items,
            "criteria": lambda: any(not self.criteria[item.pk] for item in items),
            "key": lambda: any(not item.key.strip() for item in items),
            "options": lambda: any(not _can_be_answered(item) for item in items),
        }
        return checks[need]()


def _can_be_answered(item: Item) -> bool:
    """Two options at least, exactly one of them right."""
    options = item.options.all()
    return len(options) >= 2 and sum(option.correct for option in options) == 1


def written(tool_set: ToolSet) -> Written:
    """Everything written in a tool set. Four queries."""
    instruments = list(Instrument.objects.filter(tool_set=tool_set).order_by("code", "group", "position"))
    found = Written(instruments, {instrument.pk: [] for instrument in instruments}, {})
    rows = Item.objects.filter(instrument__tool_set=tool_set).prefetch_related("options", "criteria")
    for item in rows.order_by("position"):
        found.items[item.instrument_id].append(item)
        found.criteria[item.pk] = frozenset(row.criterion_id for row in item.criteria.all())
    return found


def groups_of(units: list[UnitTree]) -> list[str]:
    """Kelompok pekerjaan in the order of the scheme; one nameless where the scheme has none."""
    return list(dict.fromkeys(unit.group for unit in units))


def coverage_of(tool_set: ToolSet) -> Coverage:
    """Per KUK which instruments reach it in which potensi, and what is not written yet. Ten queries."""
    version = SchemeVersion.objects.get(pk=tool_set.scheme_version_id)
    units = structure(version)
    cells: defaultdict[Place, set[str]] = defaultdict(set)
    for cell in MapCell.objects.filter(tool_set=tool_set):
        cells[cell.group, cell.instrument].add(cell.potential)
    forms = written(tool_set)
    potentials = tuple(sorted({potential for ticked in cells.values() for potential in ticked}))
    reached = {
        group: _reached(group, [tree for tree in units if tree.group == group], cells, forms)
        for group in groups_of(units)
    }
    rows = [
        CoverageRow(
            tree.group,
            tree.unit,
            part.element,
            criterion,
            {potential: reached[tree.group].get((criterion.pk, potential), ()) for potential in potentials},
        )
        for tree in units
        for part in tree.elements
        for criterion in part.criteria
    ]
    return Coverage(rows, potentials, _unplanned(tool_set, units), _unwritten(cells, groups_of(units), forms))


def _reached(
    group: str, units: list[UnitTree], cells: dict[Place, set[str]], forms: Written
) -> dict[tuple[UUID, str], tuple[str, ...]]:
    every = [criterion.pk for tree in units for part in tree.elements for criterion in part.criteria]
    found: defaultdict[tuple[UUID, str], list[str]] = defaultdict(list)
    for code in InstrumentCode:
        ticked = cells.get((group, code), set())
        if not ticked:
            continue
        if code in COVERS_GROUP:
            criteria = frozenset(every)
        else:
            criteria = frozenset().union(*(forms.certain(each) for each in forms.serving(group, code)))
        for criterion in every:
            if criterion in criteria:
                for potential in ticked:
                    found[criterion, potential].append(code.value)
    return {place: tuple(codes) for place, codes in found.items()}


def _unplanned(tool_set: ToolSet, units: list[UnitTree]) -> list[Unit]:
    rows = PlanRow.objects.filter(tool_set=tool_set).prefetch_related("tools")
    planned = {
        row.unit_id
        for row in rows
        if row.evidence.strip() and (row.direct or row.indirect or row.additional) and row.tools.all()
    }
    return [tree.unit for tree in units if tree.unit.pk not in planned]


def _unwritten(cells: dict[Place, set[str]], groups: list[str], forms: Written) -> list[Unwritten]:
    found: dict[tuple[str, str, UUID | None], Unwritten] = {}
    for code in InstrumentCode:
        if code in WITHOUT_FORM:
            continue
        for group in groups:
            if (group, code) not in cells:
                continue
            serving = forms.serving(group, code)
            if not serving:
                found[code, group, None] = Unwritten(code, group, None, ("form",))
            for instrument in serving:
                lacks = forms.lacks(instrument)
                if lacks:
                    found[code, instrument.group, instrument.pk] = Unwritten(code, instrument.group, instrument, lacks)
    return list(found.values())
