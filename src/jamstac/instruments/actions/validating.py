"""FR.VA: writing it inside an act, and the doors for validations during and after use."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.instruments import rules, selectors, sheets
from jamstac.instruments.actions.inputs import ImprovementInput, ValidationInput
from jamstac.instruments.models import (
    Improvement,
    ToolSet,
    Validation,
    ValidationBox,
    ValidationFinding,
    ValidationMember,
    ValidationTick,
    ValidationWitness,
)
from jamstac.instruments.validation_states import BOXES, ValidationAspect
from jamstac.ledger.door import Act, action, store
from jamstac.people.models import Person


@dataclass(frozen=True)
class Tally:
    """What the rules ask of a written FR.VA."""

    aspects: int
    team: int
    unfinished: int


def tally(given: ValidationInput, person_id: UUID) -> Tally:
    unfinished = sum(
        bool(row["finding"].strip()) and not row["recommendation"].strip() for row in given.get("findings", ())
    )
    unfinished += sum(not _is_finished(row) for row in given.get("improvements", ()))
    return Tally(
        aspects=sum(bool(given["ticks"].get(aspect)) for aspect in ValidationAspect.values),
        team=len(team_of(given, person_id)),
        unfinished=unfinished,
    )


def _is_finished(row: ImprovementInput) -> bool:
    return bool(row["activity"].strip()) and row["due"] is not None and bool(row["responsible"].strip())


def team_of(given: ValidationInput, person_id: UUID) -> list[UUID]:
    """Who records it first, then the other members."""
    return list(dict.fromkeys([person_id, *(member.pk for member in given.get("members", ()))]))


def put_validation(
    act: Act,
    tool_set: ToolSet,
    given: ValidationInput,
    *,
    period: str,
    statement: Statement,
    event: UUID | None = None,
) -> Validation:
    """Write FR.VA, freeze its sheet and sign it as the acting person. The door declares `documents.rules.may_sign`."""
    assert act.actor.person_id is not None
    team = {person.pk: person for person in Person.objects.filter(pk__in=team_of(given, act.actor.person_id))}
    order = [team[pk] for pk in team_of(given, act.actor.person_id)]
    validation = Validation(
        body_id=tool_set.body_id,
        tool_set=tool_set,
        event=event,
        period=period,
        held_on=given["held_on"],
        place=given["place"].strip(),
        recorded_at=act.now,
    )
    scheme = tool_set.scheme_version.scheme
    findings = [row for row in given.get("findings", ()) if row["finding"].strip()]
    validation.sheet = freeze(
        act,
        SheetCode.VA,
        subject=validation,
        case_number=f"{scheme.number}, MUK versi {tool_set.version}"[:120],
        content=sheets.heading(tool_set.body, scheme, act.day)
        | sheets.validation_content(
            held_on=given["held_on"],
            place=validation.place,
            period=period,
            boxes=given["boxes"],
            others=given.get("others", {}),
            witnesses=given.get("witnesses", ()),
            ticks=given["ticks"],
            findings=findings,
            improvements=given.get("improvements", ()),
            members=[(person.pk, sheets.signer_block(person, act.day)) for person in order],
        ),
    )
    store(validation)
    _put_rows(validation, given)
    for position, person in enumerate(order, start=1):
        store(
            ValidationMember(
                body_id=tool_set.body_id,
                validation=validation,
                person=person,
                position=position,
                signed_at=act.now if position == 1 else None,
            )
        )
    _sign(act, validation, order[0], statement)
    return validation


def _sign(act: Act, validation: Validation, person: Person, statement: Statement) -> None:
    block = sheets.signer_block(person, act.day)
    sign(
        act,
        validation.sheet,
        statement,
        person=person,
        role="validator",
        number_label=block["number_label"],
        number=block["number"],
    )


def _put_rows(validation: Validation, given: ValidationInput) -> None:
    body_id = validation.body_id
    for part, boxes in given["boxes"].items():
        for box in dict.fromkeys(boxes):
            if box in BOXES[part]:
                store(ValidationBox(body_id=body_id, validation=validation, part=part, box=box))
    for part, text in given.get("others", {}).items():
        if text.strip():
            store(ValidationBox(body_id=body_id, validation=validation, part=part, box="other", text=text.strip()))
    for aspect, qualities in given["ticks"].items():
        for quality in dict.fromkeys(qualities):
            store(ValidationTick(body_id=body_id, validation=validation, aspect=aspect, quality=quality))
    for witness in given.get("witnesses", ()):
        store(ValidationWitness(body_id=body_id, validation=validation, **witness))
    findings = [row for row in given.get("findings", ()) if row["finding"].strip()]
    for position, finding in enumerate(findings, start=1):
        store(ValidationFinding(body_id=body_id, validation=validation, position=position, **finding))
    for position, row in enumerate(given.get("improvements", ()), start=1):
        store(Improvement(body_id=body_id, validation=validation, position=position, **row))


@action("validation.recorded", access="toolset.validate", policies=[rules.may_review, sheet_rules.may_sign])
def record_validation(
    act: Act,
    tool_set: ToolSet,
    *,
    validation: ValidationInput,
    period: str,
    statement: Statement,
    event_id: UUID | None = None,
) -> Validation:
    """FR.VA of a released tool set, at or after an assessment (`event_id`: the event it looked at). MUK-02."""
    assert act.actor.person_id is not None
    counted = tally(validation, act.actor.person_id)
    act.require(
        rules.may_review,
        selectors.review_facts(
            tool_set,
            act.actor.person_id,
            act.day,
            members=team_of(validation, act.actor.person_id),
            aspects=counted.aspects,
            unfinished=counted.unfinished,
        ),
    )
    record = put_validation(act, tool_set, validation, period=period, statement=statement, event=event_id)
    act.record(validation=record.pk, period=period, event_id=event_id)
    return record


@action("validation.signed", access="toolset.validate", policies=[rules.may_countersign, sheet_rules.may_sign])
def sign_validation(act: Act, validation: Validation, *, statement: Statement) -> Validation:
    """Another member of the team signs the sheet."""
    assert act.actor.person_id is not None
    act.require(rules.may_countersign, selectors.countersigning_facts(validation, act.actor.person_id))
    member = ValidationMember.objects.get(validation=validation, person_id=act.actor.person_id)
    _sign(act, validation, member.person, statement)
    member.signed_at = act.now
    store(member, "signed_at")
    act.record()
    return validation
