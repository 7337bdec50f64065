"""FR.IA.01 as one object: units, elements, criteria with their marks and evidence. Eight queries, whatever its size.

Before the recommendation the marks are the assessor's drafts, afterwards the signed judgements.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from uuid import UUID

from jamstac.applications.selectors import units_carried
from jamstac.assessment.models import Assessment, Evidence, EvidenceCriterion, Judgement, JudgementDraft
from jamstac.assessment.rules import certificate_result, unit_result
from jamstac.assessment.scope import in_scope
from jamstac.assessment.states import AssessmentState, FollowUp, Method, Result
from jamstac.standards.models import Criterion, Element, Unit

VATM = ("valid", "authentic", "current", "sufficient")


@dataclass
class CriterionRow:
    """One KUK: the mark (None = not yet), its note and penilaian lanjut, the evidence that serves it."""

    criterion: Criterion
    mark: bool | None = None
    note: str = ""
    follow_up: str = FollowUp.NONE
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def met(self) -> bool:
        """Held met: by the first look, or after penilaian lanjut."""
        return self.mark is True or (self.mark is False and self.follow_up == FollowUp.ASKED_MET)

    @property
    def value(self) -> str:
        return {True: "ya", False: "tidak", None: ""}[self.mark]

    @property
    def unresolved(self) -> bool:
        return self.mark is False and not self.follow_up

    @property
    def sound(self) -> bool:
        return any(is_sound(each) for each in self.evidence)

    @property
    def method(self) -> str:
        """The method of the first evidence item that holds; of the first one where none does."""
        best = [each for each in self.evidence if is_sound(each)] or self.evidence
        return best[0].method if best else ""


@dataclass
class ElementRow:
    element: Element
    criteria: list[CriterionRow]

    @property
    def open(self) -> int:
        return sum(each.mark is None for each in self.criteria)


@dataclass
class UnitRow:
    unit: Unit
    group: str
    elements: list[ElementRow]

    @property
    def criteria(self) -> list[CriterionRow]:
        return [row for element in self.elements for row in element.criteria]

    @property
    def done(self) -> int:
        return sum(row.mark is not None for row in self.criteria)

    @property
    def total(self) -> int:
        return len(self.criteria)

    @property
    def open(self) -> int:
        return self.total - self.done

    @property
    def complete(self) -> bool:
        return self.done == self.total

    @property
    def key(self) -> str:
        return str(self.unit.pk)

    @property
    def met_count(self) -> int:
        return sum(row.met for row in self.criteria)

    @property
    def result(self) -> Result:
        return unit_result([row.met for row in self.criteria])

    @property
    def unmet(self) -> list[CriterionRow]:
        return [row for row in self.criteria if row.mark is not None and not row.met]

    @property
    def methods(self) -> list[str]:
        """Methods of the evidence behind the unit, in the order of FR.AK.02's columns."""
        used = {each.method for row in self.criteria for each in row.evidence}
        return [method for method in Method.values if method in used]


@dataclass
class Grid:
    units: list[UnitRow]
    evidence: list[Evidence]
    certificate_rule: str
    carried: int = 0
    """Units found competent in an earlier case, which a reassessment does not ask again."""

    @property
    def criteria(self) -> Iterator[CriterionRow]:
        return (row for unit in self.units for row in unit.criteria)

    @property
    def done(self) -> int:
        return sum(unit.done for unit in self.units)

    @property
    def total(self) -> int:
        return sum(unit.total for unit in self.units)

    @property
    def result(self) -> Result:
        return certificate_result(
            self.certificate_rule, [unit.result for unit in self.units] + [Result.COMPETENT] * self.carried
        )

    @property
    def linked(self) -> list[Evidence]:
        used = {each.pk for row in self.criteria for each in row.evidence}
        return [each for each in self.evidence if each.pk in used]


def is_marked(evidence: Evidence) -> bool:
    return all(getattr(evidence, mark) is not None for mark in VATM)


def is_sound(evidence: Evidence) -> bool:
    return all(getattr(evidence, mark) is True for mark in VATM)


def grid_of(assessment: Assessment) -> Grid:
    """The whole FR.IA.01 of an assessment, in the order of its scheme version."""
    version = assessment.application.scheme_version
    evidence = list(
        Evidence.objects.filter(assessment=assessment, removed=False).select_related("file").order_by("position")
    )
    by_id = {each.pk: each for each in evidence}
    serving: dict[UUID, list[Evidence]] = defaultdict(list)
    links = EvidenceCriterion.objects.filter(assessment=assessment, evidence__removed=False)
    for evidence_id, criterion_id in links.order_by("evidence__position").values_list("evidence_id", "criterion_id"):
        serving[criterion_id].append(by_id[evidence_id])
    marks: dict[UUID, Judgement | JudgementDraft] = {row.criterion_id: row for row in _marks(assessment)}

    def row(criterion: Criterion) -> CriterionRow:
        mark = marks.get(criterion.pk)
        if mark is None:
            return CriterionRow(criterion, evidence=serving[criterion.pk])
        return CriterionRow(criterion, mark.met, mark.note, mark.follow_up, serving[criterion.pk])

    units = [
        UnitRow(
            tree.unit,
            tree.group,
            [ElementRow(each.element, [row(criterion) for criterion in each.criteria]) for each in tree.elements],
        )
        for tree in in_scope(assessment)
    ]
    carried = len(units_carried(assessment.application))
    return Grid(units, evidence, version.certificate_rule, carried)


def _marks(assessment: Assessment) -> Iterator[Judgement | JudgementDraft]:
    if assessment.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED):
        yield from Judgement.objects.filter(assessment=assessment, round=assessment.round)
    else:
        yield from JudgementDraft.objects.filter(assessment=assessment)
