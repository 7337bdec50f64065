"""Values for the arguments of any door, drawn from what its annotations say and from the rows there are.

A record is any row of its table, of this LSP or the other; a text is a word of the field or nonsense. What comes out
is often refused: that is half of what the machine looks at.
"""

from __future__ import annotations

import dataclasses
import inspect
import types
import typing
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import Enum
from random import Random
from typing import Any
from uuid import UUID, uuid4

from django.apps import apps
from django.db import models
from django.utils import timezone

from jamstac.documents.facts import Statement
from jamstac.ledger.door import Door
from jamstac.ledger.records import GuardedRecord
from jamstac.messaging.texts import notices
from jamstac.parameters.keys import KEYS
from tests.machine.words import FIELDS, WORDS
from tests.world.base import AGREED

NONSENSE = ("", " ", "Alasan rekaan.", "'; DROP TABLE people_person; --", "x" * 700, "<b>tebal</b>", "\U0001f642")
STATEMENTS = (
    AGREED,
    AGREED,
    AGREED,
    Statement("", agreed=True, reauthenticated=True),
    Statement("Saya menyetujui pernyataan ini.", agreed=False, reauthenticated=True),
    Statement("Saya menyetujui pernyataan ini.", agreed=True),
)


class NothingThere(Exception):
    """A door needs a record of a table that has no rows: it cannot be drawn now."""


def parameters_of(door: Door[Any, Any, Any]) -> dict[str, tuple[Any, bool]]:
    """name → (annotation, is it the open `**fields`), without the act."""
    hints = typing.get_type_hints(door.function)
    found = list(inspect.signature(door.function).parameters.values())[1:]
    return {each.name: (hints[each.name], each.kind is inspect.Parameter.VAR_KEYWORD) for each in found}


class Drawer:
    """Draws with one source of chance, so that hypothesis can shrink and repeat."""

    def __init__(self, chance: Random, bodies: Sequence[models.Model]) -> None:
        self.chance, self.bodies = chance, bodies

    def arguments(self, door: Door[Any, Any, Any]) -> tuple[Any, dict[str, Any]]:
        """Subject and named arguments of a call of `door`."""
        event = door.event
        (subject_name, (subject_kind, _)), *rest = parameters_of(door).items()
        subject = self.value(event, subject_name, subject_kind)
        named: dict[str, Any] = {}
        for name, (kind, is_open) in rest:
            if is_open:
                named |= {key: self.chance.choice(values) for key, values in FIELDS[event].items()}
            else:
                named[name] = self.value(event, name, kind)
        return subject, named

    def value(self, event: str, name: str, kind: Any) -> Any:
        words = WORDS.get(f"{event} {name}") or WORDS.get(name)
        if words is not None and kind is str:
            return self.chance.choice((*words, *words, *words, self.chance.choice(NONSENSE)))
        origin, inner = typing.get_origin(kind), typing.get_args(kind)
        if origin in (types.UnionType, typing.Union):
            return self.value(event, name, self.chance.choice(inner))
        if origin is not None and issubclass(origin, Mapping):
            return {
                self.value(event, name, inner[0]): self.value(event, name, inner[1])
                for _ in range(self.chance.randint(0, 3))
            }
        if origin is tuple:
            return tuple(self.value(event, name, each) for each in inner if each is not Ellipsis)
        if origin is not None and issubclass(origin, Collection):
            made = [self.value(event, name, inner[0]) for _ in range(self.chance.randint(0, 4))]
            return frozenset(made) if issubclass(origin, frozenset) else made
        return self._plain(event, name, kind)

    def _plain(self, event: str, name: str, kind: Any) -> Any:
        chance = self.chance
        if kind is type(None):
            return None
        if kind is Statement:
            return chance.choice(STATEMENTS)
        if kind is bool:
            return chance.random() < 0.5
        if kind is int:
            return chance.choice((0, 1, 2, 3, 7, 60, 450_000))
        if kind is str:
            return chance.choice((*NONSENSE, "Alasan rekaan.", *WORDS["key"], *sorted(KEYS), *notices()))
        if kind is datetime:
            return timezone.now() + timedelta(minutes=chance.randint(-600, 600))
        if kind is date:
            return timezone.localdate() + timedelta(days=chance.choice((-400, -30, -1, 0, 0, 0, 1, 3, 7, 30, 400)))
        if kind is time:
            return time(chance.randint(0, 23), chance.choice((0, 30)))
        if kind is UUID:
            return self._any_id()
        if isinstance(kind, type) and issubclass(kind, Enum):
            return chance.choice(list(kind))
        if isinstance(kind, type) and issubclass(kind, GuardedRecord) and kind._meta.abstract:
            return chance.choice(self.bodies)
        if isinstance(kind, type) and issubclass(kind, models.Model):
            return self._row(kind)
        if typing.is_typeddict(kind):
            return {key: self.value(event, key, each) for key, each in typing.get_type_hints(kind).items()}
        if dataclasses.is_dataclass(kind):
            hints = typing.get_type_hints(kind)
            return kind(**{f.name: self.value(event, f.name, hints[f.name]) for f in dataclasses.fields(kind)})  # type: ignore[operator]
        raise TypeError(f"{event}: no way to draw {name}: {kind}")

    def _row(self, model: type[models.Model]) -> models.Model:
        ids = list(model._base_manager.order_by("pk").values_list("pk", flat=True))
        if not ids:
            raise NothingThere(model._meta.label)
        return model._base_manager.get(pk=self.chance.choice(ids[-40:]))

    def _any_id(self) -> UUID:
        """An id of some row somewhere, mostly of what lists of ids are about: KUK, units, evidence."""
        label = self.chance.choice(
            (
                "standards.Criterion",
                "standards.Criterion",
                "standards.Unit",
                "assessment.Evidence",
                "applications.ApplicationEvidence",
                "people.Person",
            )
        )
        model = apps.get_model(label)
        ids = list(model._base_manager.order_by("pk").values_list("pk", flat=True)[:60])
        return self.chance.choice(ids) if ids and self.chance.random() < 0.95 else uuid4()
