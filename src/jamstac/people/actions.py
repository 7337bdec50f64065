"""Doors: registering persons, appointing them, noting relations between them, letting them in by a slip."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db.models import Q

from jamstac.bodies.models import Body
from jamstac.kernel.verdicts import refuse_if
from jamstac.ledger.door import Act, action, store
from jamstac.parameters.selectors import is_set, number
from jamstac.people import codes, rules
from jamstac.people.facts import AppointmentFacts
from jamstac.people.models import Account, Appointment, Consent, Person, Relation, Slip
from jamstac.people.selectors import slip_facts
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
    expected = _expected(body, account)
    if expected is not None:
        expected.account = account
        store(expected, "account")
        act.record(expected, event="person.recognised")
        return expected
    return _create_person(act, body, account, {"name": name, "email": account.email or ""})


@action("person.completed", access="person.register")
def complete_person(act: Act, person: Person, /, **fields: Any) -> Person:
    """A list knows more of somebody than the LSP did: what is empty is filled, what is there stays."""
    given = {name: value for name, value in fields.items() if value and not getattr(person, name)}
    nik = given.get("nik")
    known = bool(nik) and Person.objects.filter(body_id=person.body_id, nik=nik).exists()
    act.refuse(refuse_if(known, "person.nik_known"))
    for name, value in given.items():
        setattr(person, name, value)
    if given:
        store(person, *given)
    act.record(fields=sorted(given))
    return person


def _expected(body: Body, account: Account) -> Person | None:
    """The one person without an account whom a list gave this very mailbox; a shared one says nobody."""
    if not account.email:
        return None
    rows = Person.objects.filter(body=body, account=None, email__iexact=account.email)
    waiting = list(rows.exclude(pk__in=Appointment.objects.filter(body=body).values("person"))[:2])
    return waiting[0] if len(waiting) == 1 else None


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


# ---------------------------------------------------------------- slips


@action("slip.issued", access="slip.issue", policies=[rules.may_issue_slip])
def issue_slip(act: Act, person: Person) -> tuple[Slip, str]:
    """A one-time code for somebody without e-mail; the one before opens nothing any more. The code itself is told
    here once and kept nowhere."""
    act.require(rules.may_issue_slip, slip_facts(person))
    days = number(person.body_id, "slip_validity", act.day)
    act.refuse(is_set("slip_validity", days))
    assert days is not None
    for earlier in Slip.objects.filter(person=person, used_at=None, revoked_at=None):
        earlier.revoked_at = act.now
        store(earlier, "revoked_at")
    code = codes.new_code()
    slip = Slip(
        body_id=person.body_id,
        person=person,
        digest=codes.digest_of(code),
        issued_at=act.now,
        expires_at=act.now + timedelta(days=days),
    )
    store(slip)
    act.record(slip, person=person.pk, days=days)
    return slip, code


@action("slip.used", access="slip.use", policies=[rules.may_use_slip])
def use_slip(act: Act, slip: Slip) -> Account:
    """The holder of the code comes in: an account is made at the first time, and an earlier password is gone.

    Called as the named system actor `slip`: who holds the code is signed in only afterwards."""
    person = Person.objects.get(pk=slip.person_id)
    act.require(rules.may_use_slip, slip_facts(person, slip, act.now))
    slip.used_at = act.now
    store(slip, "used_at")
    account = person.account
    if account is None:
        account = Account.objects.create_user(None)
        person.account = account
        store(person, "account")
    else:
        account.set_unusable_password()
        account.save(update_fields=["password"])
    act.record(person=person.pk)
    return account
