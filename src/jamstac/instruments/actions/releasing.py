"""Doors: sending a tool set to its validator, validating it, giving it back, putting it in force."""

from __future__ import annotations

from datetime import date

from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.sheets import freeze, latest, sign
from jamstac.documents.states import SheetCode
from jamstac.instruments import rules, selectors, sheets
from jamstac.instruments.actions.inputs import ValidationInput
from jamstac.instruments.actions.validating import put_validation, tally
from jamstac.instruments.models import Instrument, ToolSet
from jamstac.instruments.states import InstrumentCode, ToolSetState
from jamstac.instruments.validation_states import ValidationPeriod
from jamstac.ledger.door import Act, action, store
from jamstac.people.models import Person

QUESTION_SHEETS = {
    InstrumentCode.CHOICE: (SheetCode.IA05A, SheetCode.IA05B),
    InstrumentCode.ESSAY: (SheetCode.IA06A, SheetCode.IA06B),
}
"""Instrument → its sheet of questions and its sheet of keys."""


@action("toolset.sent", access="toolset.write", policies=[rules.may_send, sheet_rules.may_sign])
def send_tool_set(act: Act, tool_set: ToolSet, *, validator: Person, statement: Statement) -> ToolSet:
    """The penyusun freezes and signs FR.MAPA.01, FR.MAPA.02 and the question sheets, and names who validates. From
    here on the content stays, unless it is returned (HR-12, HR-25, HR-50)."""
    act.require(rules.may_send, selectors.sending_facts(tool_set, validator.pk, act.actor.person_id, act.day))
    assert act.actor.person_id is not None
    author = Person.objects.get(pk=act.actor.person_id)
    tool_set.author, tool_set.validator = author, validator
    tool_set.state, tool_set.state_since, tool_set.sent_at = ToolSetState.SENT, act.now, act.now
    tool_set.validation_note = ""
    store(tool_set, "author", "validator", "state", "state_since", "sent_at", "validation_note")
    signer = sheets.signer_block(author, act.day)
    for sheet in _freeze_all(act, tool_set, author, validator):
        sign(
            act,
            sheet,
            statement,
            person=author,
            role="author",
            number_label=signer["number_label"],
            number=signer["number"],
        )
    act.record(validator=validator.pk)
    return tool_set


def _freeze_all(act: Act, tool_set: ToolSet, author: Person, validator: Person) -> list[Sheet]:
    scheme = tool_set.scheme_version.scheme
    units = sheets.units_of(tool_set)
    frame = sheets.heading(tool_set.body, scheme, act.day) | {
        "signatures": {
            "author": sheets.signer_block(author, act.day),
            "validator": sheets.signer_block(validator, act.day),
        }
    }
    number = f"{scheme.number}, MUK versi {tool_set.version}"[:120]
    frozen = [
        freeze(
            act,
            SheetCode.MAPA01,
            subject=tool_set,
            case_number=number,
            content=frame | sheets.plan_content(tool_set, units, act.day),
        ),
        freeze(
            act,
            SheetCode.MAPA02,
            subject=tool_set,
            case_number=number,
            content=frame | sheets.map_content(tool_set, units),
        ),
    ]
    found = selectors.written(tool_set)
    for instrument in found.instruments:
        codes = QUESTION_SHEETS.get(InstrumentCode(instrument.code), ())
        items = found.items[instrument.pk]
        if not items:
            continue
        for code in codes:
            content = sheets.questions_content(instrument, items, units, scheme, keys=code in sheets.KEY_SHEETS)
            frozen.append(freeze(act, code, subject=instrument, case_number=number, content=frame | content))
    return frozen


def signed_sheets(tool_set: ToolSet) -> list[Sheet]:
    """The sheets that the penyusun signed when the tool set was sent last, in the order of the forms."""
    found = [latest(tool_set.pk, SheetCode.MAPA01), latest(tool_set.pk, SheetCode.MAPA02)]
    for instrument in Instrument.objects.filter(tool_set=tool_set).order_by("code", "group", "position"):
        for code in QUESTION_SHEETS.get(InstrumentCode(instrument.code), ()):
            found.append(latest(instrument.pk, code))
    return [sheet for sheet in found if sheet is not None]


@action("toolset.validated", access="toolset.validate", policies=[rules.may_validate, sheet_rules.may_sign])
def validate_tool_set(act: Act, tool_set: ToolSet, *, validation: ValidationInput, statement: Statement) -> ToolSet:
    """The validator signs FR.VA and every sheet of the tool set. HR-12, MUK-02."""
    assert act.actor.person_id is not None
    counted = tally(validation, act.actor.person_id)
    act.require(
        rules.may_validate,
        selectors.validating_facts(
            tool_set,
            act.actor.person_id,
            act.day,
            aspects=counted.aspects,
            team=counted.team,
            unfinished=counted.unfinished,
        ),
    )
    validator = Person.objects.get(pk=act.actor.person_id)
    record = put_validation(act, tool_set, validation, period=ValidationPeriod.BEFORE, statement=statement)
    block = sheets.signer_block(validator, act.day)
    for sheet in signed_sheets(tool_set):
        if not Signature.objects.filter(sheet=sheet, person=validator, role="validator").exists():
            sign(
                act,
                sheet,
                statement,
                person=validator,
                role="validator",
                number_label=block["number_label"],
                number=block["number"],
            )
    tool_set.state, tool_set.state_since, tool_set.validated_at = ToolSetState.VALIDATED, act.now, act.now
    store(tool_set, "state", "state_since", "validated_at")
    act.record(validation=record.pk, findings=len(validation.get("findings", ())))
    return tool_set


@action("toolset.returned", access="toolset.return", policies=[rules.may_return])
def return_tool_set(act: Act, tool_set: ToolSet, *, reason: str) -> ToolSet:
    """Back to its authors with what must change. The signed sheets stay; what is sent next is their next version."""
    assert act.actor.person_id is not None
    act.require(rules.may_return, selectors.returning_facts(tool_set, act.actor.person_id, act.day, reason))
    tool_set.state, tool_set.state_since = ToolSetState.DRAFT, act.now
    tool_set.validation_note, tool_set.validated_at = reason.strip(), None
    store(tool_set, "state", "state_since", "validation_note", "validated_at")
    act.record()
    return tool_set


@action("toolset.released", access="toolset.release", policies=[rules.may_release])
def release_tool_set(act: Act, tool_set: ToolSet, *, valid_from: date, valid_until: date | None = None) -> ToolSet:
    """Put a validated tool set in force from a day on (HR-25)."""
    act.require(rules.may_release, selectors.release_facts(tool_set, valid_from=valid_from, valid_until=valid_until))
    tool_set.state, tool_set.state_since = ToolSetState.RELEASED, act.now
    tool_set.released_by_id, tool_set.released_at = act.actor.person_id, act.now
    tool_set.valid_from, tool_set.valid_until = valid_from, valid_until
    store(tool_set, "state", "state_since", "released_by", "released_at", "valid_from", "valid_until")
    act.record(valid_from=valid_from, valid_until=valid_until)
    return tool_set


@action("toolset.ended", access="toolset.release", policies=[rules.may_end])
def end_tool_set(act: Act, tool_set: ToolSet, *, last_day: date) -> ToolSet:
    """No event after `last_day` uses it. Cases that were planned with it keep it."""
    act.require(rules.may_end, selectors.ending_facts(tool_set, last_day, act.day))
    tool_set.valid_until = last_day
    store(tool_set, "valid_until")
    act.record(last_day=last_day)
    return tool_set
