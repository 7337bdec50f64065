"""The facts that the rules of a tool set are asked with: the same for the door and for the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from jamstac.findings.selectors import waived
from jamstac.instruments.facts import (
    CountersigningFacts,
    DraftingFacts,
    EndingFacts,
    ReleaseFacts,
    ReturningFacts,
    ReviewFacts,
    SendingFacts,
    ValidatingFacts,
    WritingFacts,
)
from jamstac.instruments.models import Instrument, ToolSet, ToolSetAuthor, Validation, ValidationMember
from jamstac.instruments.selectors.coverage import Coverage, coverage_of
from jamstac.instruments.selectors.reading import (
    WORKS_ON_EVERY_SET,
    holds,
    may_write_on,
    validator_is_competent,
    writes_for,
    wrote,
)
from jamstac.instruments.states import WITHOUT_FORM, ToolSetState
from jamstac.schemes.models import SchemeUnit, SchemeVersion
from jamstac.standards.models import Criterion

SEPARATION = "HR-12"
UNFINISHED = (ToolSetState.DRAFT, ToolSetState.SENT, ToolSetState.VALIDATED)


def drafting_facts(version: SchemeVersion, source: ToolSet | None, person_id: UUID, day: date) -> DraftingFacts:
    """Five queries."""
    return DraftingFacts(
        units=SchemeUnit.objects.filter(version=version).count(),
        open_draft=ToolSet.objects.filter(scheme_version=version, state__in=UNFINISHED).exists(),
        source_fits=source is None or source.scheme_version_id == version.pk,
        is_writer=writes_for(version.scheme_id, person_id, day),
    )


def writing_facts(tool_set: ToolSet, person_id: UUID, day: date) -> WritingFacts:
    """Whether this person may write anything on the tool set now."""
    return WritingFacts(state=tool_set.state, is_writer=may_write_on(tool_set, person_id, day))


def plan_facts(tool_set: ToolSet, units: Sequence[UUID], person_id: UUID, day: date) -> WritingFacts:
    known = set(SchemeUnit.objects.filter(version=tool_set.scheme_version_id).values_list("unit_id", flat=True))
    return WritingFacts(
        state=tool_set.state,
        is_writer=may_write_on(tool_set, person_id, day),
        foreign_units=len(set(units) - known),
    )


def map_facts(tool_set: ToolSet, groups: Sequence[str], person_id: UUID, day: date) -> WritingFacts:
    return WritingFacts(
        state=tool_set.state,
        is_writer=may_write_on(tool_set, person_id, day),
        group_known=set(groups) <= _groups(tool_set),
    )


def instrument_facts(
    tool_set: ToolSet,
    instrument: Instrument,
    *,
    criteria: Sequence[UUID],
    items: int,
    person_id: UUID,
    day: date,
) -> WritingFacts:
    """`instrument` as it would be saved with `items` items that name `criteria`."""
    units = SchemeUnit.objects.filter(version=tool_set.scheme_version_id).values("unit_id")
    known = set(Criterion.objects.filter(element__unit__in=units).values_list("pk", flat=True))
    same = Instrument.objects.filter(
        tool_set=tool_set, code=instrument.code, group=instrument.group, position=instrument.position
    )
    return WritingFacts(
        state=tool_set.state,
        is_writer=may_write_on(tool_set, person_id, day),
        code_is_written=instrument.code not in WITHOUT_FORM,
        group_known=instrument.group in _groups(tool_set) | {""},
        foreign_criteria=len(set(criteria) - known),
        draw=instrument.draw,
        items=items,
        repeated=same.exclude(pk=instrument.pk).exists(),
        of_this_set=instrument.tool_set_id == tool_set.pk,
    )


def removal_facts(tool_set: ToolSet, instrument: Instrument, person_id: UUID, day: date) -> WritingFacts:
    return WritingFacts(
        state=tool_set.state,
        is_writer=may_write_on(tool_set, person_id, day),
        of_this_set=instrument.tool_set_id == tool_set.pk,
    )


def _groups(tool_set: ToolSet) -> set[str]:
    return set(SchemeUnit.objects.filter(version=tool_set.scheme_version_id).values_list("group", flat=True))


@dataclass(frozen=True)
class _Authors:
    authors: int
    validator_is_author: bool
    waived: bool


def _authors(tool_set: ToolSet, validator_id: UUID | None, day: date) -> _Authors:
    people = set(ToolSetAuthor.objects.filter(tool_set=tool_set).values_list("person_id", flat=True))
    return _Authors(
        authors=len(people),
        validator_is_author=validator_id in people,
        waived=waived(tool_set.body_id, SEPARATION, tool_set.pk, day),
    )


def sending_facts(
    tool_set: ToolSet,
    validator_id: UUID | None,
    person_id: UUID | None,
    day: date,
    *,
    coverage: Coverage | None = None,
) -> SendingFacts:
    """`validator_id` None: nobody chosen yet, so nothing is said about them."""
    found = coverage or coverage_of(tool_set)
    people = _authors(tool_set, validator_id, day)
    return SendingFacts(
        state=tool_set.state,
        criteria=len(found.rows),
        potentials=len(found.potentials),
        gaps=found.gaps,
        units_unplanned=len(found.unplanned),
        unwritten=len(found.unwritten),
        sender_is_author=person_id is not None and wrote(tool_set, person_id),
        validator_competent=validator_id is None
        or validator_is_competent(validator_id, tool_set.scheme_version.scheme_id, day),
        authors=people.authors,
        validator_is_author=people.validator_is_author,
        waived=people.waived,
    )


def validating_facts(
    tool_set: ToolSet, person_id: UUID, day: date, *, aspects: int, team: int, unfinished: int
) -> ValidatingFacts:
    people = _authors(tool_set, person_id, day)
    return ValidatingFacts(
        state=tool_set.state,
        is_named_validator=tool_set.validator_id == person_id,
        validator_competent=validator_is_competent(person_id, tool_set.scheme_version.scheme_id, day),
        authors=people.authors,
        validator_is_author=people.validator_is_author,
        waived=people.waived,
        aspects_ticked=aspects,
        team=team,
        unfinished_rows=unfinished,
    )


def returning_facts(tool_set: ToolSet, person_id: UUID, day: date, reason: str) -> ReturningFacts:
    return ReturningFacts(
        state=tool_set.state,
        may_return=tool_set.validator_id == person_id
        or wrote(tool_set, person_id)
        or holds(person_id, day, WORKS_ON_EVERY_SET),
        reason_given=bool(reason.strip()),
    )


def release_facts(
    tool_set: ToolSet, *, valid_from: date, valid_until: date | None, coverage: Coverage | None = None
) -> ReleaseFacts:
    found = coverage or coverage_of(tool_set)
    others = ToolSet.objects.filter(scheme_version=tool_set.scheme_version_id, state=ToolSetState.RELEASED)
    others = others.exclude(pk=tool_set.pk).exclude(valid_until__lt=valid_from)
    if valid_until is not None:
        others = others.filter(valid_from__lte=valid_until)
    return ReleaseFacts(
        state=tool_set.state,
        criteria=len(found.rows),
        potentials=len(found.potentials),
        gaps=found.gaps,
        units_unplanned=len(found.unplanned),
        unwritten=len(found.unwritten),
        period_is_valid=valid_until is None or valid_from <= valid_until,
        overlaps=others.exists(),
    )


def ending_facts(tool_set: ToolSet, last_day: date, today: date) -> EndingFacts:
    return EndingFacts(
        state=tool_set.state,
        starts_before_end=tool_set.valid_from is not None and tool_set.valid_from <= last_day,
        ended=tool_set.valid_until is not None and tool_set.valid_until < today,
    )


def review_facts(
    tool_set: ToolSet, person_id: UUID, day: date, *, members: Sequence[UUID], aspects: int, unfinished: int
) -> ReviewFacts:
    return ReviewFacts(
        state=tool_set.state,
        aspects_ticked=aspects,
        team=len(members),
        unfinished_rows=unfinished,
        is_member=person_id in members,
        validator_competent=validator_is_competent(person_id, tool_set.scheme_version.scheme_id, day),
    )


def countersigning_facts(validation: Validation, person_id: UUID) -> CountersigningFacts:
    row = ValidationMember.objects.filter(validation=validation, person_id=person_id).first()
    return CountersigningFacts(is_member=row is not None, signed_before=row is not None and row.signed_at is not None)
