"""The world a test starts from, reached by walking the doors. Built once per test process, then every test
runs in a transaction that is rolled back. Builders put the ids of what they made under a name; tests fetch
fresh rows by that name."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.utils import timezone

from jamstac.bodies.models import Body
from jamstac.documents.facts import Statement
from jamstac.ledger.door import ActorKind
from jamstac.people.actors import PersonActor
from jamstac.people.models import Account, Person

M = TypeVar("M", bound=models.Model)

AGREED = Statement("Saya menyetujui pernyataan ini.", agreed=True, reauthenticated=True)


class World:
    """Names → ids. `world.actor("dewi")` is a staff actor, `world.me("sari")` the same kind for self."""

    def __init__(self) -> None:
        self.ids: dict[str, UUID] = {}

    def put(self, name: str, record: models.Model) -> None:
        self.ids[name] = record.pk

    def get(self, model: type[M], name: str) -> M:
        return model._base_manager.get(pk=self.ids[name])

    @property
    def body(self) -> Body:
        return self.get(Body, "body")

    def person(self, key: str) -> Person:
        return Person.objects.select_related("body").get(pk=self.ids[f"person.{key}"])

    def account(self, key: str) -> Account:
        return self.get(Account, f"account.{key}")

    def actor(self, key: str) -> PersonActor:
        return PersonActor(self.person(key), ActorKind.STAFF)

    def me(self, key: str) -> PersonActor:
        return PersonActor(self.person(key), ActorKind.SELF)


def today() -> date:
    return timezone.localdate()


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def ahead(days: int) -> date:
    return today() + timedelta(days=days)


Facts = dict[str, Any]
