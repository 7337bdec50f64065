"""Which instruments a candidate takes: FR.MAPA.02 by potensi, changed by FR.AK.07, and what they cover."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from uuid import UUID

from jamstac.assessment.adjustments import (
    CHARACTERISTICS,
    FITS,
    Change,
    Characteristic,
    Fit,
    Said,
    known_options,
)
from jamstac.assessment.facts import PlanChangeFacts, PlanFacts
from jamstac.assessment.models import Assessment, PlannedInstrument, Taking
from jamstac.assessment.scope import granted_needs, in_scope
from jamstac.assessment.selectors import agreement_of, assignment_of
from jamstac.assessment.states import PlanSource, TakingState
from jamstac.documents.sheets import content_of, latest
from jamstac.documents.states import SheetCode
from jamstac.instruments.models import Instrument, ToolSet
from jamstac.instruments.selectors import Written, instruments_for, tool_set_on, written
from jamstac.instruments.states import COVERS_GROUP, WITHOUT_FORM, InstrumentCode, Potential
from jamstac.schemes.selectors import UnitTree, structure

ORDER = {code.value: place for place, code in enumerate(InstrumentCode)}


@dataclass
class Materials:
    """What many cases of one scheme and one MUK have in common, read once however many ask."""

    _sets: dict[tuple[UUID, date], ToolSet | None] = field(default_factory=dict)
    _forms: dict[UUID, Written] = field(default_factory=dict)
    _ticked: dict[tuple[UUID, str], list[tuple[str, str, Instrument | None]]] = field(default_factory=dict)
    _trees: dict[UUID, list[UnitTree]] = field(default_factory=dict)

    def tool_set(self, assessment: Assessment) -> ToolSet | None:
        """As `current_tool_set`."""
        if assessment.tool_set_id is not None:
            return assessment.tool_set
        key = (assessment.application.scheme_version_id, assessment.event.date)
        if key not in self._sets:
            self._sets[key] = current_tool_set(assessment)
        return self._sets[key]

    def forms(self, tool_set: ToolSet) -> Written:
        if tool_set.pk not in self._forms:
            self._forms[tool_set.pk] = written(tool_set)
        return self._forms[tool_set.pk]

    def ticked(self, tool_set: ToolSet, potential: str) -> list[tuple[str, str, Instrument | None]]:
        key = (tool_set.pk, potential)
        if key not in self._ticked:
            self._ticked[key] = instruments_for(tool_set, potential)
        return self._ticked[key]

    def in_scope(self, assessment: Assessment) -> list[UnitTree]:
        version = assessment.application.scheme_version
        if version.pk not in self._trees:
            self._trees[version.pk] = structure(version)
        return in_scope(assessment, self._trees[version.pk])


@dataclass(frozen=True)
class Planned:
    """One instrument in one kelompok pekerjaan ("" = the whole scheme), before it is a row."""

    code: str
    group: str
    instrument: Instrument | None
    source: str
    dropped: bool = False
    reason: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.code, self.group

    @property
    def form_key(self) -> tuple[str, str, UUID | None]:
        return self.code, self.group, self.instrument.pk if self.instrument else None


def current_tool_set(assessment: Assessment) -> ToolSet | None:
    """The MUK of the case: as planned, else what is in force on the day of the event."""
    if assessment.tool_set_id is not None:
        return assessment.tool_set
    return tool_set_on(assessment.application.scheme_version_id, assessment.event.date)


def mapped(
    tool_set: ToolSet, potential: str, groups: Sequence[str], materials: Materials | None = None
) -> list[Planned]:
    """The ticked cells of one potensi in the groups in scope, with the filled forms behind them. Five queries."""
    rows = (materials or Materials()).ticked(tool_set, potential)
    return [Planned(code, group, form, PlanSource.MAP) for code, group, form in rows if not group or group in groups]


def _rows(forms: Written, code: str, group: str, reason: str) -> list[Planned]:
    """The forms of one group: its own, else those of the whole scheme. Empty: nobody wrote one."""
    if code not in InstrumentCode.values:
        return []
    if code in WITHOUT_FORM:
        return [Planned(code, group, None, PlanSource.ADJUSTMENT, reason=reason)]
    return [
        Planned(code, form.group, form, PlanSource.ADJUSTMENT, reason=reason) for form in forms.serving(group, code)
    ]


def in_order(rows: Iterable[Planned], groups: Sequence[str]) -> list[Planned]:
    """By form, then by group."""
    place = {name: number for number, name in enumerate(groups)}
    return sorted(rows, key=lambda row: (ORDER[row.code], place.get(row.group, -1)))


def changed(
    forms: Written, rows: Sequence[Planned], added: Iterable[Change], dropped: Iterable[Change], groups: Sequence[str]
) -> tuple[list[Planned], list[str]]:
    """The plan with the assessor's changes, and the changes that meet nothing of the tool set or of the plan."""
    left_out = {(each.code, each.group): each.reason.strip() for each in dropped}
    unknown = [code for code, group in left_out if (code, group) not in {row.key for row in rows}]
    plan = [
        replace(row, source=PlanSource.ADJUSTMENT, dropped=True, reason=left_out[row.key])
        if row.key in left_out
        else row
        for row in rows
    ]
    there = {row.form_key for row in plan}
    for each in added:
        found = _rows(forms, each.code, each.group, each.reason.strip())
        if not found or (each.group and each.group not in groups):
            unknown.append(each.code)
        plan += [row for row in found if row.form_key not in there]
    return in_order(plan, groups), unknown


def taken_as(row: PlannedInstrument) -> Planned:
    return Planned(row.code, row.group, row.instrument, row.source, row.dropped, row.reason)


def gaps(trees: Iterable[UnitTree], forms: Written, rows: Iterable[Planned]) -> tuple[str, ...]:
    """KUK of `trees` (those in scope) that no instrument of the plan is certain to look at, by unit and number."""
    active = [row for row in rows if not row.dropped]
    whole = {row.group for row in active if row.code in COVERS_GROUP}
    asked = frozenset[UUID]().union(*(forms.certain(row.instrument) for row in active if row.instrument is not None))
    return tuple(
        f"{tree.unit.code} KUK {each.number}"
        for tree in trees
        if tree.group not in whole and "" not in whole
        for element in tree.elements
        for each in element.criteria
        if each.pk not in asked
    )


def proposed_adjustments(assessment: Assessment) -> dict[int, Said]:
    """FR.AK.07 part A before anybody changed it: what the LSP granted, nothing else. One query."""
    granted = {need.characteristic: need for need in granted_needs(assessment)}
    return {
        each.number: Said(True, (), granted[each.number].measure) if each.number in granted else Said(False)
        for each in CHARACTERISTICS
    }


def plan_facts(
    assessment: Assessment,
    person_id: UUID | None,
    today: date,
    *,
    potential: str,
    adjustments: Mapping[int, Said],
    fit: Fit = FITS,
    added: Sequence[Change] = (),
    dropped: Sequence[Change] = (),
    materials: Materials | None = None,
) -> PlanFacts:
    """FR.AK.07 as it is about to be signed. `materials`: shared where many cases are asked about at once."""
    shared = materials or Materials()
    tool_set = shared.tool_set(assessment)
    unknown: list[str] = []
    missing: tuple[str, ...] = ()
    planned = 0
    if tool_set is not None and potential in Potential.values:
        trees, forms = shared.in_scope(assessment), shared.forms(tool_set)
        groups = list(dict.fromkeys(tree.group for tree in trees))
        plan, unknown = changed(forms, mapped(tool_set, potential, groups, shared), added, dropped, groups)
        missing = gaps(trees, forms, plan)
        planned = sum(not row.dropped for row in plan)
    answered = {each.number for each in CHARACTERISTICS if each.number in adjustments}
    adjusted = bool(added or dropped) or any(said.needed for said in adjustments.values())
    return PlanFacts(
        state=assessment.state,
        proposed=agreement_of(assessment) is not None,
        tool_set_in_force=tool_set is not None,
        potential_known=potential in Potential.values,
        planned=planned,
        unanswered=tuple(each.number for each in CHARACTERISTICS if each.number not in answered),
        undescribed=tuple(
            each.number
            for each in CHARACTERISTICS
            if each.number in adjustments and not _described(each, adjustments[each.number])
        ),
        needs_left=tuple(
            sorted(
                need.characteristic
                for need in granted_needs(assessment)
                if need.characteristic not in adjustments or not adjustments[need.characteristic].needed
            )
        ),
        without_reason=tuple(each.code for each in (*added, *dropped) if not each.reason.strip()),
        unknown=tuple(unknown),
        gaps=missing,
        benchmark_unnamed=not fit.benchmark_named,
        unadjusted=() if adjusted else fit.unfit,
        **assignment_of(assessment, person_id, today),
    )


def fit_of(assessment: Assessment) -> Fit:
    """FR.AK.07 part B as signed last: the sheet is where it is kept."""
    sheet = latest(assessment.pk, SheetCode.AK07)
    if sheet is None:
        return FITS
    said = content_of(sheet)["plan"]
    benchmark = said["benchmark"]
    return Fit(
        benchmark=benchmark["fits"],
        potential=said["potential"]["fits"],
        context=said["context"]["fits"],
        industry=benchmark["industry"] or "",
        procedure=benchmark["procedure"] or "",
        regulation=benchmark["regulation"] or "",
    )


def _described(characteristic: Characteristic, said: Said) -> bool:
    return not said.needed or bool(said.note.strip() or known_options(characteristic, said.options))


def change_facts(
    assessment: Assessment,
    person_id: UUID | None,
    today: date,
    *,
    plan: Iterable[Planned],
    reason: str,
    there: bool,
    begun: bool = False,
) -> PlanChangeFacts:
    """One instrument about to be taken in or left out after FR.AK.07; `plan` is as it would be. `there`: the tool
    set (taking in) or the plan (leaving out) has it."""
    assert assessment.tool_set is not None, "FR.AK.07 names the tool set"
    missing = gaps(in_scope(assessment), written(assessment.tool_set), plan)
    return PlanChangeFacts(
        state=assessment.state,
        reason_given=bool(reason.strip()),
        known=there,
        begun=begun,
        gaps=missing,
        **assignment_of(assessment, person_id, today),
    )


def plan_of(assessment: Assessment) -> list[PlannedInstrument]:
    """The plan as signed, with what was left out, in the order of the forms. One query."""
    rows = PlannedInstrument.objects.filter(assessment=assessment).select_related("instrument")
    return sorted(rows, key=lambda row: (ORDER[row.code], row.pk))


def is_begun(row: PlannedInstrument) -> bool:
    """Whether the candidate has seen it already."""
    if row.instrument_id is None:
        return False
    rows = Taking.objects.filter(assessment_id=row.assessment_id, instrument_id=row.instrument_id)
    return rows.exclude(state=TakingState.PLANNED).exists()
