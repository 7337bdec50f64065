"""How far each planned instrument of a case has come. The same six queries for one case and for forty."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count

from jamstac.assessment.grid import is_marked
from jamstac.assessment.models import (
    Assessment,
    Evidence,
    Judgement,
    JudgementDraft,
    PlannedInstrument,
    Taking,
    ThirdParty,
)
from jamstac.assessment.scope import in_scope
from jamstac.assessment.states import AssessmentState, Method, TakingState
from jamstac.instruments.states import InstrumentCode
from jamstac.schemes.models import SchemeUnit

ORDER = {code.value: place for place, code in enumerate(InstrumentCode)}


@dataclass(frozen=True)
class Step:
    """One planned instrument of one case. `taking` where a filled form stands behind it."""

    row: PlannedInstrument
    taking: Taking | None
    done: bool

    @property
    def code(self) -> str:
        return self.row.code

    @property
    def name(self) -> str:
        """FR.IA.03, with the kelompok pekerjaan where its form is written for one."""
        return f"FR.{self.row.code}" + (f" ({self.row.group})" if self.taking is not None and self.row.group else "")


@dataclass
class Progress:
    """The instruments of one case that are taken, in the order of the forms, and the KUK judged so far."""

    steps: list[Step] = field(default_factory=list)
    judged: int = 0
    total: int = 0

    @property
    def open(self) -> list[Step]:
        return [step for step in self.steps if not step.done]

    @property
    def unfinished(self) -> list[str]:
        """Instruments still to take; FR.IA.01 is counted by its KUK."""
        return list(dict.fromkeys(step.name for step in self.open if step.code != InstrumentCode.OBSERVATION))

    @property
    def by_form(self) -> list[Step]:
        """One step per form: FR.IA.01, FR.IA.08 and FR.IA.10 are taken once, whatever the kelompok pekerjaan."""
        found: dict[object, Step] = {}
        for step in self.steps:
            found.setdefault(step.code if step.taking is None else step.taking.pk, step)
        return list(found.values())


def progress_of(assessments: Iterable[Assessment]) -> dict[UUID, Progress]:
    """By assessment. The assessments come with their application."""
    rows = list(assessments)
    ids = [row.pk for row in rows]
    found = {pk: Progress() for pk in ids}
    takings = {
        (taking.assessment_id, taking.instrument_id): taking
        for taking in Taking.objects.filter(assessment__in=ids).select_related("instrument")
    }
    portfolio: dict[UUID, list[Evidence]] = defaultdict(list)
    shown = Evidence.objects.filter(assessment__in=ids, method=Method.PORTFOLIO, removed=False)
    for evidence in shown:
        portfolio[evidence.assessment_id].append(evidence)
    answered = set(
        ThirdParty.objects.filter(assessment__in=ids, answered_at__isnull=False).values_list("assessment_id", flat=True)
    )
    _count(rows, found)
    planned = PlannedInstrument.objects.filter(assessment__in=ids, dropped=False).order_by("id")
    for row in sorted(planned, key=lambda each: ORDER[each.code]):
        case = found[row.assessment_id]
        taking = takings.get((row.assessment_id, row.instrument_id)) if row.instrument_id else None
        shows = portfolio[row.assessment_id]
        done = {
            InstrumentCode.OBSERVATION: case.total > 0 and case.judged == case.total,
            InstrumentCode.PORTFOLIO: bool(shows) and all(map(is_marked, shows)),
            InstrumentCode.THIRD_PARTY: row.assessment_id in answered,
        }.get(InstrumentCode(row.code), taking is not None and taking.state == TakingState.MARKED)
        case.steps.append(Step(row, taking, done))
    return found


def _count(rows: list[Assessment], found: dict[UUID, Progress]) -> None:
    """KUK judged and in all. Five queries more for each reassessment."""
    versions = {row.application.scheme_version_id for row in rows}
    units = SchemeUnit.objects.filter(version__in=versions).values("version_id")
    totals = {row["version_id"]: row["n"] for row in units.annotate(n=Count("unit__elements__criteria")).order_by()}
    closed = {row.pk: row.round for row in rows if row.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED)}
    drafts = JudgementDraft.objects.filter(assessment__in=set(found) - set(closed), met__isnull=False)
    judged = {
        row["assessment_id"]: row["n"] for row in drafts.values("assessment_id").annotate(n=Count("id")).order_by()
    }
    signed = Judgement.objects.filter(assessment__in=closed).values("assessment_id", "round")
    for line in signed.annotate(n=Count("id")).order_by():
        if line["round"] == closed[line["assessment_id"]]:
            judged[line["assessment_id"]] = line["n"]
    for row in rows:
        found[row.pk].judged = judged.get(row.pk, 0)
        found[row.pk].total = (
            sum(len(each.criteria) for tree in in_scope(row) for each in tree.elements)
            if row.application.reassessment_id
            else totals.get(row.application.scheme_version_id, 0)
        )
