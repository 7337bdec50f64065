"""One line of a worklist: what waits for somebody, since when, until when; and the desk it waits at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jamstac.bodies.models import Body
from jamstac.people.actors import PersonActor


class Desk(Protocol):
    """What those who gather tasks ask of `worklist.Desk`."""

    @property
    def actor(self) -> PersonActor: ...
    @property
    def body(self) -> Body: ...
    @property
    def day(self) -> date: ...
    def url(self, name: str, *args: object) -> str: ...


@dataclass(frozen=True)
class Task:
    """`since` is when it began to wait, `due` the last day (None: no day is set)."""

    title: str
    detail: str
    since: datetime
    url: str
    act: str
    due: date | None = None

    def on(self, now: datetime, zone: ZoneInfo) -> Line:
        today = now.astimezone(zone).date()
        return Line(self, (today - self.since.astimezone(zone).date()).days, today)


@dataclass(frozen=True)
class Line:
    """A task as seen on a day."""

    task: Task
    age: int
    today: date

    def fits(self, words: str) -> bool:
        """Every word typed into the search box stands in the title or the detail."""
        text = f"{self.task.title} {self.task.detail}".casefold()
        return all(word in text for word in words.casefold().split())

    @property
    def left(self) -> int | None:
        return None if self.task.due is None else (self.task.due - self.today).days

    @property
    def overdue(self) -> bool:
        return self.left is not None and self.left < 0

    @property
    def waited(self) -> str:
        if self.age <= 0:
            return _("sejak hari ini")
        return ngettext("%(n)d hari", "%(n)d hari", self.age) % {"n": self.age}

    @property
    def word(self) -> str:
        """The deadline in words, as the status of the row."""
        left = self.left
        if left is None:
            return _("Tanpa tenggat")
        if left < 0:
            return _("%(n)d hari lewat") % {"n": -left}
        if left == 0:
            return _("Hari ini")
        return _("Besok") if left == 1 else _("%(n)d hari lagi") % {"n": left}

    @property
    def tone(self) -> str:
        left = self.left
        if left is None:
            return "idle"
        if left < 0:
            return "bad"
        return "warn" if left <= 1 else "go"

    @property
    def shape(self) -> str:
        return {"bad": "bad", "warn": "warn", "go": "half", "idle": "ring"}[self.tone]


def sorted_lines(tasks: list[Task], now: datetime, zone: ZoneInfo) -> list[Line]:
    """Nearest deadline first, then the longest waiting."""
    lines = [task.on(now, zone) for task in tasks]
    return sorted(lines, key=lambda line: (line.left if line.left is not None else 9999, -line.age))
