"""Actors that are persons. Made per request; asked again by the door inside the locked transaction."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q

from jamstac.bodies.models import Body
from jamstac.ledger.access import SELF
from jamstac.ledger.door import ActorKind
from jamstac.people.models import Account, Appointment, Person


def in_force(day: date) -> Q:
    """Rows with valid_from/valid_until that are in force on `day`."""
    return Q(valid_from__lte=day) & (Q(valid_until=None) | Q(valid_until__gte=day))


class PersonActor:
    """A person of one LSP, acting under appointments (STAFF) or for self (SELF)."""

    def __init__(self, person: Person, kind: ActorKind) -> None:
        self.person, self.kind = person, kind
        self._appointments: list[UUID] = []

    @property
    def body(self) -> Body:
        return self.person.body

    @property
    def body_id(self) -> UUID:
        return self.person.body_id

    @property
    def person_id(self) -> UUID:
        return self.person.pk

    @property
    def time_zone(self) -> ZoneInfo:
        return self.person.body.zone

    def roles_on(self, day: date) -> frozenset[str]:
        if self.kind is ActorKind.SELF:
            return frozenset({SELF})
        rows = list(Appointment.objects.filter(in_force(day), person_id=self.person.pk).values_list("pk", "function"))
        self._appointments = [pk for pk, _ in rows]
        return frozenset(function for _, function in rows)

    def roles_ended(self, day: date) -> frozenset[str]:
        if self.kind is ActorKind.SELF:
            return frozenset()
        ended = Appointment.objects.filter(person_id=self.person.pk, valid_until__lt=day)
        return frozenset(ended.values_list("function", flat=True)) - self.roles_on(day)

    def identity(self) -> dict[str, Any]:
        return {
            "kind": self.kind.value,
            "person": str(self.person.pk),
            "appointments": sorted(str(pk) for pk in self._appointments),
        }


def person_of(account: Account, body: Body) -> Person | None:
    return Person.objects.select_related("body").filter(account=account, body=body).first()


def staff_actor(account: Account, body: Body) -> PersonActor | None:
    """The account as staff of `body`; None when it never held a function there."""
    person = person_of(account, body)
    if person is None or not Appointment.objects.filter(person=person).exists():
        return None
    return PersonActor(person, ActorKind.STAFF)


def self_actor(account: Account, body: Body) -> PersonActor | None:
    """The account for itself at `body`; None when `body` does not know it yet."""
    person = person_of(account, body)
    return None if person is None else PersonActor(person, ActorKind.SELF)
