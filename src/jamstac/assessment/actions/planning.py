"""Doors: FR.AK.07, which decides what one candidate takes, and its changes afterwards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from secrets import token_hex

from jamstac.assessment import planning, rules
from jamstac.assessment.actions.signing import sign_as_assessor
from jamstac.assessment.adjustments import CHARACTERISTICS, Change, Fit, Said, known_options
from jamstac.assessment.models import Adjustment, Assessment, PlannedInstrument, Taking, TakingItem
from jamstac.assessment.planning import Planned
from jamstac.assessment.scope import granted_needs, groups_of
from jamstac.assessment.sheets import ak07_content
from jamstac.assessment.states import PlanSource, TakingState
from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet
from jamstac.documents.sheets import freeze, latest
from jamstac.documents.states import SheetCode
from jamstac.instruments.selectors import instrument_items, written
from jamstac.ledger.door import Act, action, store
from jamstac.licensing.selectors import number_on


@action("assessment.planned", access="assessment.assess", policies=[rules.may_plan, sheet_rules.may_sign])
def plan_case(
    act: Act,
    assessment: Assessment,
    *,
    potential: str,
    adjustments: Mapping[int, Said],
    fit: Fit,
    statement: Statement,
    added: Sequence[Change] = (),
    dropped: Sequence[Change] = (),
) -> Assessment:
    """FR.AK.07, signed by the assessor: potensi, adjustments, and the instruments they leave. Made again before
    FR.AK.01, the last one holds. HR-25, HR-33."""
    act.require(
        rules.may_plan,
        planning.plan_facts(
            assessment,
            act.actor.person_id,
            act.day,
            potential=potential,
            adjustments=adjustments,
            fit=fit,
            added=added,
            dropped=dropped,
        ),
    )
    tool_set, groups = planning.current_tool_set(assessment), groups_of(assessment)
    assert tool_set is not None
    _forget(assessment)
    plan, _ = planning.changed(written(tool_set), planning.mapped(tool_set, potential, groups), added, dropped, groups)
    assessment.tool_set, assessment.potential = tool_set, potential
    store(assessment, "tool_set", "potential")
    for row in plan:
        _plan(act, assessment, row)
    for each in CHARACTERISTICS:
        said = adjustments[each.number]
        store(
            Adjustment(
                body_id=assessment.body_id,
                assessment=assessment,
                characteristic=each.number,
                needed=said.needed,
                options=",".join(known_options(each, said.options)) if said.needed else "",
                note=said.note.strip(),
            )
        )
    before = latest(assessment.pk, SheetCode.AK07)
    sheet = freeze(
        act,
        SheetCode.AK07,
        subject=assessment,
        content=ak07_content(assessment, number_on(assessment.body_id, act.day), adjustments, fit, plan),
        case_number=assessment.application.number,
        owner=assessment.application.person,
        correction_reason=_why_again(assessment, before) if before else "",
    )
    sign_as_assessor(act, sheet, statement)
    act.record(
        potential=potential,
        tool_set=tool_set.pk,
        instruments=sorted({row.code for row in plan if not row.dropped}),
        dropped=sum(row.dropped for row in plan),
        sheet_version=sheet.version,
    )
    return assessment


def _why_again(assessment: Assessment, before: Sheet) -> str:
    """The first plan after a release says why the case was released."""
    if before.made_at < assessment.state_since:
        return assessment.reopen_reason
    return "Rencana diperbaiki sebelum disetujui asesi"


def _forget(assessment: Assessment) -> None:
    """The plan as made before. What the candidate has begun stays as it is: the case was released then."""
    fresh = Taking.objects.filter(assessment=assessment, state=TakingState.PLANNED)
    TakingItem.objects.filter(taking__in=fresh).delete()
    fresh.delete()
    for model in (PlannedInstrument, Adjustment):
        model.objects.filter(assessment=assessment).delete()


def _plan(act: Act, assessment: Assessment, row: Planned) -> PlannedInstrument:
    planned = PlannedInstrument(
        body_id=assessment.body_id,
        assessment=assessment,
        code=row.code,
        group=row.group,
        instrument=row.instrument,
        source=row.source,
        dropped=row.dropped,
        reason=row.reason,
    )
    store(planned)
    if row.instrument is not None and not row.dropped and not _is_prepared(assessment, row):
        _prepare(act, assessment, row)
    return planned


def _is_prepared(assessment: Assessment, row: Planned) -> bool:
    return Taking.objects.filter(assessment=assessment, instrument=row.instrument).exists()


def _prepare(act: Act, assessment: Assessment, row: Planned) -> None:
    """The paper of this candidate: drawn with a seed of its own, with the time that was granted."""
    assert row.instrument is not None
    extra = max((need.extra_minutes or 0 for need in granted_needs(assessment)), default=0)
    minutes = row.instrument.minutes
    taking = Taking(
        body_id=assessment.body_id,
        assessment=assessment,
        instrument=row.instrument,
        state_since=act.now,
        seed=token_hex(16),
        minutes=None if minutes is None else minutes + extra,
    )
    store(taking)
    TakingItem.objects.bulk_create(
        TakingItem(
            body_id=assessment.body_id,
            assessment=assessment,
            taking=taking,
            item_id=drawn.id,
            position=drawn.number,
        )
        for drawn in instrument_items(row.instrument, taking.seed)
    )


@action("instrument.added_to_plan", access="assessment.assess", policies=[rules.may_change_plan])
def add_instrument(act: Act, assessment: Assessment, *, code: str, group: str, reason: str) -> list[PlannedInstrument]:
    """Taken in after FR.AK.07: the evidence so far did not settle it. One left out before is taken in again."""
    assert assessment.tool_set is not None, "FR.AK.07 names the tool set"
    before = planning.plan_of(assessment)
    kept = [planning.taken_as(row) for row in before]
    change = Change(code, group, reason)
    _, unknown = planning.changed(written(assessment.tool_set), [], [change], [], groups_of(assessment))
    there = {(row.code, row.group) for row in kept if not row.dropped}
    plan, _ = planning.changed(
        written(assessment.tool_set),
        [row for row in kept if not row.dropped],
        [change],
        [],
        groups_of(assessment),
    )
    fresh = [row for row in plan if row.form_key not in {each.form_key for each in kept if not each.dropped}]
    act.require(
        rules.may_change_plan,
        planning.change_facts(
            assessment,
            act.actor.person_id,
            act.day,
            plan=plan,
            reason=reason,
            there=not unknown and bool(fresh) and (code, group) not in there,
        ),
    )
    left_out = {planning.taken_as(row).form_key: row for row in before if row.dropped}
    made = []
    for row in fresh:
        again = left_out.get(row.form_key)
        if again is None:
            made.append(_plan(act, assessment, replace(row, source=PlanSource.ASSESSOR)))
            continue
        again.dropped, again.source, again.reason = False, PlanSource.ASSESSOR, reason.strip()
        store(again, "dropped", "source", "reason")
        if row.instrument is not None and not _is_prepared(assessment, row):
            _prepare(act, assessment, row)
        made.append(again)
    act.record(instrument=code, rows=len(made))
    return made


@action("instrument.left_out", access="assessment.assess", policies=[rules.may_change_plan])
def drop_instrument(act: Act, planned: PlannedInstrument, *, reason: str) -> PlannedInstrument:
    """Left out after FR.AK.07, with the reason. The rest still covers every KUK (HR-25)."""
    assessment = planned.assessment
    rest = [planning.taken_as(row) for row in planning.plan_of(assessment) if row.pk != planned.pk]
    act.require(
        rules.may_change_plan,
        planning.change_facts(
            assessment,
            act.actor.person_id,
            act.day,
            plan=rest,
            reason=reason,
            there=not planned.dropped,
            begun=planning.is_begun(planned),
        ),
    )
    planned.dropped, planned.reason = True, reason.strip()
    store(planned, "dropped", "reason")
    act.record(instrument=planned.code)
    return planned
