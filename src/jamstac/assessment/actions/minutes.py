"""Doors: the berita acara asesmen, drawn up by one assessor of the event, signed by all and the ketua TUK."""

from __future__ import annotations

from jamstac.assessment import minutes
from jamstac.assessment.rules.minutes import may_draw_up
from jamstac.bodies import rules as body_rules
from jamstac.bodies.numbering import give_number
from jamstac.bodies.states import NumberPurpose
from jamstac.documents import rules as sheet_rules
from jamstac.documents.facts import Statement
from jamstac.documents.sheets import freeze
from jamstac.documents.states import SheetCode
from jamstac.events import day_rules
from jamstac.events.actions.day import sign_part, signer_of
from jamstac.events.models import Event, EventMinutes
from jamstac.ledger.door import Act, action, store


@action(
    "event_minutes.drawn_up",
    access="event_minutes.draw_up",
    policies=[may_draw_up, day_rules.may_sign_part, sheet_rules.may_sign, body_rules.may_give_number],
)
def draw_up_minutes(act: Act, event: Event, *, notes: str, statement: Statement) -> EventMinutes:
    """Number, freeze and sign the berita acara asesmen. ASM-07, HR-50."""
    act.require(may_draw_up, minutes.minutes_facts(event, act.actor.person_id, act.day))
    made = EventMinutes(body_id=event.body_id, event=event, drawn_up_by=signer_of(act), drawn_up_at=act.now)
    made.number = give_number(act, NumberPurpose.EVENT_MINUTES, made.pk)
    made.sheet = freeze(
        act,
        SheetCode.EVENT_MINUTES,
        subject=event,
        content=minutes.minutes_content(event, made.number, notes),
        case_number=event.number,
    )
    sign_part(act, event, made.sheet, statement)
    store(made)
    act.record(minutes=made.pk, number=made.number, digest=made.sheet.digest)
    return made


@action(
    "event_minutes.signed",
    access="event_minutes.sign",
    policies=[day_rules.may_sign_part, sheet_rules.may_sign],
)
def sign_event_minutes(act: Act, made: EventMinutes, *, statement: Statement) -> EventMinutes:
    """The other assessors and the ketua TUK sign the berita acara asesmen."""
    sign_part(act, made.event, made.sheet, statement)
    act.record(made.event, minutes=made.pk, number=made.number)
    return made
