"""Doors: registering persons, appointing them, noting relations between them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from jamstac.bodies.models import Body
from jamstac.kernel.verdicts import refuse_if
from jamstac.ledger.door import Act, action, store
from jamstac.people import rules
from jamstac.people.facts import AppointmentFacts
from jamstac.people.models import Account, Appointment, Consent, Person, Relation
from jamstac.people.states import DECISION_FUNCTIONS, NEVER_DECIDE, Function


def _create_person(act: Act, body: Body, account: Account | None, fields: dict[str, Any]) -> Person:
    person = Person(body=body, account=account, created_at=act.now, **fields)
    known = bool(person.nik) and Person.objects.filter(body=body, nik=person.nik).exists()
    act.refuse(refuse_if(known, "person.nik_known"))
    store(person)
    act.record(person)
    return person


@action("person.registered", access="person.register")
def register_person(act: Act, body: Body, /, *, account: Account | None = None, **fields: Any) -> Person:
    """Staff enter somebody. `fields` are those of `Biodata`."""
    return _create_person(act, body, account, fields)


@action("person.joined", access="person.register_self")
def join(act: Act, body: Body, *, account: Account, name: str) -> Person:
    """Somebody with an account starts with an LSP, before any application. Idempotent per account.

    Called as the named system actor `registration`: the person does not exist yet."""
    known = Person.objects.filter(body=body, account=account).first()
    if known is not None:
        act.record(known, event="person.rejoined")
        return known
    return _create_person(act, body, account, {"name": name, "email": account.email})


@action("appointment.made", access="person.appoint", policies=[rules.may_appoint])
def appoint(
    act: Act,
    person: Person,
    *,
    function: Function,
    decree_number: str,
    decree_date: date,
    valid_from: date,
    valid_until: date | None = None,
) -> Appointment:
    """Give a person a function by a decree (SK). HR-14; HR-15 when the direktur appoints the direktur."""
    overlapping = Appointment.objects.filter(person=person).filter(Q(valid_until=None) | Q(valid_until__gte=valid_from))
    if valid_until is not None:
        overlapping = overlapping.filter(valid_from__lte=valid_until)
    act.require(
        rules.may_appoint,
        AppointmentFacts(
            function=function,
            other_functions=frozenset(overlapping.values_list("function", flat=True)),
            never_decide=frozenset(str(f) for f in NEVER_DECIDE),
            decision_functions=frozenset(str(f) for f in DECISION_FUNCTIONS),
            period_is_valid=valid_until is None or valid_until >= valid_from,
        ),
    )
    appointment = Appointment(
        body_id=person.body_id,
        person=person,
        function=function,
        decree_number=decree_number,
        decree_date=decree_date,
        valid_from=valid_from,
        valid_until=valid_until,
    )
    store(appointment)
    act.record(appointment, person=person.pk, function=function, valid_from=valid_from, valid_until=valid_until)
    return appointment


@action("appointment.ended", access="person.appoint")
def end_appointment(act: Act, appointment: Appointment, *, last_day: date, reason: str) -> Appointment:
    """End an appointment after `last_day`; rights go with it (HR-27)."""
    over = appointment.valid_until is not None and appointment.valid_until < act.day
    act.refuse(refuse_if(over, "appointment.ended_already"))
    act.refuse(refuse_if(last_day < appointment.valid_from, "appointment.period"))
    longer = appointment.valid_until is not None and last_day > appointment.valid_until
    act.refuse(refuse_if(longer, "appointment.made_longer"))
    appointment.valid_until, appointment.end_reason = last_day, reason
    store(appointment, "valid_until", "end_reason")
    act.record(last_day=last_day)
    return appointment


@action("relation.recorded", access="person.relate")
def record_relation(
    act: Act,
    person: Person,
    *,
    other: Person,
    kind: str,
    valid_from: date,
    valid_until: date | None = None,
    note: str = "",
) -> Relation:
    """Note that `person` trained, employs or is kin of `other`. Own relations may (must) be told by oneself,
    so the subject is the person, and HR-15 would stop it: tell through `declare_relation`."""
    return _relate(act, person, other, kind, valid_from, valid_until, note)


@action("relation.declared", access="person.relate")
def declare_relation(
    act: Act,
    body: Body,
    *,
    other: Person,
    kind: str,
    valid_from: date,
    valid_until: date | None = None,
    note: str = "",
) -> Relation:
    """The actor declares an own relation to `other`."""
    assert act.actor.person_id is not None
    person = Person.objects.get(pk=act.actor.person_id, body=body)
    return _relate(act, person, other, kind, valid_from, valid_until, note)


def _relate(
    act: Act, person: Person, other: Person, kind: str, valid_from: date, valid_until: date | None, note: str
) -> Relation:
    relation = Relation(
        body_id=person.body_id,
        person=person,
        other=other,
        kind=kind,
        valid_from=valid_from,
        valid_until=valid_until,
        note=note,
    )
    store(relation)
    act.record(relation, person=person.pk, other=other.pk, kind=kind, valid_from=valid_from)
    return relation


def give_consent(act: Act, person: Person, *, purpose: str, sentence: str) -> Consent:
    """Inner function: the consent that goes with an act (submission). Records its own entry."""
    consent = Consent(body_id=person.body_id, person=person, purpose=purpose, sentence=sentence, given_at=act.now)
    store(consent)
    act.record(consent, event="consent.given", person=person.pk, purpose=purpose)
    return consent
