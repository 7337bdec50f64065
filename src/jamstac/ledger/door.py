"""The door: the one way an official act happens.

    @action("application.submitted", access="application.submit", policies=[rules.may_submit])
    def submit_application(act: Act, application: Application, *, statement: Statement) -> Application:
        act.require(rules.may_submit, selectors.submission_facts(application, act.actor, statement))
        application.state = ApplicationState.SUBMITTED
        application.save(update_fields=["state"])
        act.record(units=6)
        return application

    submit_application(actor, application, statement=...)

In this order, in one durable transaction: guard opened, the LSP's chain head locked, savepoint, subject and
every record given beside it read again, access and the rules of every act, the function, ledger entry last,
effects as job rows. Refused: back to the savepoint, one entry `<event>.refused` with rule ids and facts, commit,
`Refused` raised.

What is read again is what the function gets: never an object of before the lock. A record of another LSP is not
there (`OutOfScope`), whether it is the subject or an argument; an id in a list is for the function to look up.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum
from typing import Any, Concatenate, Generic, ParamSpec, Protocol, TypeVar, cast
from uuid import UUID
from zoneinfo import ZoneInfo

from django.core.exceptions import ValidationError
from django.db import connection, models, transaction
from django.utils import timezone

from jamstac.kernel.verdicts import Policy, Refusal, Verdict
from jamstac.ledger import access, chain, jobs
from jamstac.ledger.facts import DoorFacts
from jamstac.ledger.models import Alarm, Chain, Entry
from jamstac.ledger.records import GuardedRecord
from jamstac.ledger.rules import may_act
from jamstac.ledger.scope import Beside, subject_again

WIB = ZoneInfo("Asia/Jakarta")

P = ParamSpec("P")
S = TypeVar("S", bound=GuardedRecord)
R = TypeVar("R")
F = TypeVar("F")


class ActorKind(Enum):
    STAFF = "staff"
    SELF = "self"
    GUEST = "guest"
    SYSTEM = "system"


class Actor(Protocol):
    """Who acts. Never optional. `jamstac.people.actors` makes the persons, this module the system."""

    @property
    def kind(self) -> ActorKind: ...
    @property
    def body_id(self) -> UUID | None:
        """The LSP inside which the actor acts; None only for the installation."""

    @property
    def person_id(self) -> UUID | None: ...
    @property
    def time_zone(self) -> ZoneInfo: ...
    def roles_on(self, day: date) -> frozenset[str]:
        """Roles in force on `day`, read from the database now."""

    def roles_ended(self, day: date) -> frozenset[str]:
        """Roles held before `day` and no longer."""

    def identity(self) -> dict[str, Any]:
        """How the ledger names the actor: kind, ids, appointment ids. No personal data."""


@dataclass(frozen=True)
class SystemActor:
    """A named program: `worker`, `installer`, `loader`. It never judges a person (HR-40)."""

    name: str
    body_id: UUID | None = None
    person_id: UUID | None = None
    kind: ActorKind = ActorKind.SYSTEM
    time_zone: ZoneInfo = WIB

    def roles_on(self, day: date) -> frozenset[str]:
        return frozenset({access.SYSTEM})

    def roles_ended(self, day: date) -> frozenset[str]:
        return frozenset()

    def identity(self) -> dict[str, Any]:
        return {"kind": self.kind.value, "name": self.name}


@dataclass(frozen=True)
class GuestActor:
    """Somebody without an account, at one of the public doors of `body_id`."""

    body_id: UUID | None
    person_id: UUID | None = None
    kind: ActorKind = ActorKind.GUEST
    time_zone: ZoneInfo = WIB

    def roles_on(self, day: date) -> frozenset[str]:
        return frozenset({access.GUEST})

    def roles_ended(self, day: date) -> frozenset[str]:
        return frozenset()

    def identity(self) -> dict[str, Any]:
        return {"kind": self.kind.value}


class Refused(Exception):
    """An act did not happen. Carries every reason; `seq` is the number of the refused entry, if written."""

    def __init__(self, event: str, refusals: Sequence[Refusal], seq: int | None = None) -> None:
        super().__init__(f"{event}: " + ", ".join(f"{r.rule} {r.code}" for r in refusals))
        self.event, self.refusals, self.seq = event, tuple(refusals), seq

    @property
    def codes(self) -> list[str]:
        return [r.code for r in self.refusals]

    @property
    def rules(self) -> list[str]:
        return [r.rule for r in self.refusals]


class _Refuse(Exception):
    def __init__(self, refusals: Sequence[Refusal]) -> None:
        self.refusals = refusals


class Act:
    """What a door's function holds while it runs."""

    def __init__(
        self, actor: Actor, door: Door[Any, Any, Any], head: Chain, roles: frozenset[str], now: datetime
    ) -> None:
        self.actor, self.door, self.chain, self.roles, self.now = actor, door, head, roles, now
        self.subject: GuardedRecord | None = None
        self.concerned: frozenset[UUID] = frozenset()
        self.entries: list[Entry] = []

    @property
    def day(self) -> date:
        """Today where the LSP is."""
        return self.now.astimezone(self.actor.time_zone).date()

    @property
    def body_id(self) -> UUID | None:
        return self.actor.body_id

    def require(self, policy: Policy[F], facts: F) -> None:
        """Ask `policy`; every refusal ends the act. The door must have declared the policy."""
        if policy not in self.door.policies:
            raise RuntimeError(f"{self.door.event} asks {policy.name} without declaring it")
        self._settle(policy(facts))

    def refuse(self, verdict: Verdict) -> None:
        """End the act with a verdict that is no rule's: an unset parameter, an invalid field."""
        self._settle(verdict)

    def _settle(self, verdict: Verdict) -> None:
        if verdict.refusals:
            raise _Refuse(verdict.refusals)

    def record(self, subject: GuardedRecord | None = None, event: str | None = None, **facts: Any) -> Entry:
        """Write the ledger entry of this act: ids, codes, dates (ISO strings), counts, digests; nothing else.

        `subject` names another record than the door's (what a create-door made); `event` an inner act's own
        event. Every door records at least once."""
        about = subject or self.subject
        assert about is not None
        entry = chain.append(
            self.chain,
            event=event or self.door.event,
            actor=self.actor.identity(),
            person_id=self.actor.person_id,
            subject_type=about._meta.label_lower,
            subject_id=about.pk,
            case_id=about.case_id,
            facts=facts,
            at=self.now,
        )
        self.entries.append(entry)
        return entry

    def enqueue(self, kind: str, subject_id: UUID) -> None:
        """An effect after the commit, as a job row in this transaction."""
        jobs.enqueue(kind, subject_id, self.now)


_open_act: ContextVar[str | None] = ContextVar("open_act", default=None)


@contextmanager
def open_guard(name: str) -> Iterator[None]:
    """Let this connection write guarded tables. For the door, and for the tests of the second wall."""
    token = _open_act.set(name)
    try:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('jamstac.act', %s, true)", [name])
            yield
            with connection.cursor() as cursor:
                cursor.execute("SELECT set_config('jamstac.act', '', true)")
        else:
            connection.ensure_connection()
            shut = cast(Any, connection)
            shut.act_open = True
            try:
                yield
            finally:
                shut.act_open = False
    finally:
        _open_act.reset(token)


def installation() -> Chain:
    """The installation's own chain: the subject of acts that belong to no LSP (making one)."""
    with transaction.atomic(), open_guard("installation"):
        return chain.lock_chain(None)


class Door(Generic[S, P, R]):
    """A function wrapped by the order above. Registered under its event name."""

    def __init__(
        self,
        function: Callable[Concatenate[Act, S, P], R],
        event: str,
        permission: str,
        policies: Sequence[Policy[Any]],
        closes_alarm: bool,
    ) -> None:
        self.function, self.event, self.permission = function, event, permission
        self.policies = tuple(each for policy in policies for each in (policy, *policy.covers))
        self.closes_alarm = closes_alarm
        self.__doc__, self.__name__, self.__module__ = (
            function.__doc__,
            function.__name__,
            function.__module__,
        )

    def __call__(self, actor: Actor, subject: S, *args: P.args, **kwargs: P.kwargs) -> R:
        if _open_act.get() is not None:
            raise RuntimeError(f"{self.event} was called inside {_open_act.get()}: a door never calls a door")
        refused: Refused | None = None
        with transaction.atomic(durable=True), open_guard(self.event):
            head = chain.lock_chain(actor.body_id)
            now = timezone.now()
            act = Act(actor, self, head, frozenset(), now)
            try:
                with transaction.atomic():
                    own = actor.person_id if actor.kind is ActorKind.SELF else None
                    act.subject = subject_again(subject, actor.body_id, own)
                    beside = Beside(actor.body_id, own)
                    given: Any = [beside.again(value) for value in args]
                    named: Any = {name: beside.again(value) for name, value in kwargs.items()}
                    act.concerned = act.subject.concerned_person_ids | beside.concerned
                    self._ask_the_door(act)
                    result = self.function(act, cast(S, act.subject), *given, **named)
                    if not act.entries:
                        raise RuntimeError(f"{self.event} recorded nothing")
            except _Refuse as stop:
                head.refresh_from_db()
                refused = self._refused(act, stop.refusals)
            except ValidationError as error:
                head.refresh_from_db()
                refused = self._refused(act, invalid(error))
        if refused is not None:
            raise refused
        return result

    def _ask_the_door(self, act: Act) -> None:
        actor = act.actor
        act.roles = actor.roles_on(act.day)
        facts = DoorFacts(
            concerns_actor=actor.kind is ActorKind.STAFF and actor.person_id in act.concerned,
            roles_needed=access.roles_for(self.permission),
            roles_in_force=act.roles,
            roles_ended=actor.roles_ended(act.day),
            chain_intact=chain.head_is_intact(act.chain),
            alarm_open=Alarm.objects.filter(chain=act.chain, closed_at=None).exists(),
            closes_alarm=self.closes_alarm,
        )
        verdict = may_act(facts)
        if verdict.refusals:
            raise _Refuse(verdict.refusals)

    def _refused(self, act: Act, refusals: Sequence[Refusal]) -> Refused:
        """Write `<event>.refused`, unless the chain is the reason, or the same was refused within this minute."""
        subject = act.subject
        assert subject is not None
        if "door.ledger_broken" in [r.code for r in refusals]:
            chain.open_alarm(act.chain, act.chain.head_seq, "kepala rantai tidak cocok dengan entri terakhir")
            return Refused(self.event, refusals)
        event = f"{self.event}.refused"
        facts: dict[str, Any] = {"rules": [r.rule for r in refusals], "codes": [r.code for r in refusals]}
        lately = Entry.objects.filter(
            chain=act.chain,
            event=event,
            person_id=act.actor.person_id,
            subject_id=subject.pk,
            at__gte=act.now - timedelta(minutes=1),
        )
        same = next((each for each in lately if facts_of(each) == facts), None)
        if same is not None:
            return Refused(self.event, refusals, same.seq)
        entry = act.record(event=event, **facts)
        return Refused(self.event, refusals, entry.seq)


def facts_of(entry: Entry) -> dict[str, Any]:
    """The facts written in an entry."""
    return cast(dict[str, Any], json.loads(bytes(entry.payload))["facts"])


def invalid(error: ValidationError) -> list[Refusal]:
    """A model's own refusals (full_clean) as refusals of the act: the field and Django's sentence code."""
    fields = error.message_dict if hasattr(error, "error_dict") else {"__all__": error.messages}
    return [
        Refusal("door.invalid_field", {"field": f, "reason": m[0]}, "SEC-02", "PBNSP 201 7.1")
        for f, m in fields.items()
    ]


_DOORS: dict[str, Door[Any, Any, Any]] = {}


def action(
    event: str, *, access: str, policies: Sequence[Policy[Any]] = (), closes_alarm: bool = False
) -> Callable[[Callable[Concatenate[Act, S, P], R]], Door[S, P, R]]:
    """Make a door of a function whose first two arguments are the act and its subject.

    `event` is `<noun>.<past tense>` and unique; `access` a permission some `access.py` declares; `policies`
    all that the function may ask with `act.require`. A door that creates takes the parent as subject."""

    def wrap(function: Callable[Concatenate[Act, S, P], R]) -> Door[S, P, R]:
        if event in _DOORS:
            raise ValueError(f"event {event} has a door already")
        door = Door(function, event, access, policies, closes_alarm)
        _DOORS[event] = door
        return door

    return wrap


def doors() -> dict[str, Door[Any, Any, Any]]:
    return dict(sorted(_DOORS.items()))


def store(record: models.Model, *fields: str) -> None:
    """Validate, then save: what a door does with every row it changes. Names the fields of an update.

    A column that may be null may be empty: `blank` speaks of forms, not of acts."""
    absent = {field.name for field in record._meta.fields if field.null and getattr(record, field.attname) is None}
    record.full_clean(exclude=absent, validate_unique=False)
    record.save(update_fields=list(fields) or None)
