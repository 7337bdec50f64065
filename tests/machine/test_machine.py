"""Random acts, drawn from every door there is. After each one the ledger verifies and the hard rules hold."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from jamstac.bodies.models import Body
from jamstac.ledger import access
from jamstac.ledger.chain import verify
from jamstac.ledger.door import ActorKind, Door, GuestActor, Refused, SystemActor, doors
from jamstac.ledger.models import Chain, Entry
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actors import PersonActor
from jamstac.people.models import Person
from tests.machine.drawing import Drawer, NothingThere
from tests.machine.invariants import broken
from tests.world.base import World

STEPS = 25
EXAMPLES = 24

NOT_DRAWN: dict[str, str] = {
    "sheet.rendered": "the worker's own act: it names the file it just wrote, which no draw can have written",
    "scheme.loaded": "takes a whole scheme file; drawn pieces never make one, tests/test_scheme_loading.py does",
}
"""Doors the machine leaves alone, each with the reason."""


def drawn() -> dict[str, Door[Any, Any, Any]]:
    return {event: door for event, door in doors().items() if event not in NOT_DRAWN}


def some_actor(chance: Random, bodies: list[Body]) -> Any:
    """Anybody: staff, for self, a guest, a program; mostly of the first LSP."""
    body = chance.choice([bodies[0]] * 9 + bodies)
    kind = chance.choice([ActorKind.STAFF] * 7 + [ActorKind.SELF] * 3 + [ActorKind.GUEST, ActorKind.SYSTEM])
    if kind is ActorKind.GUEST:
        return GuestActor(body.pk)
    if kind is ActorKind.SYSTEM:
        return SystemActor("machine", body.pk)
    people = list(Person.objects.filter(body=body).order_by("pk"))
    return PersonActor(chance.choice(people), kind)


def the_right_actor(chance: Random, door: Door[Any, Any, Any], subject: Any, bodies: list[Body]) -> Any:
    """Half of the time somebody whose role opens the door, so that it is not always access that refuses."""
    if chance.random() < 0.35:
        return some_actor(chance, bodies)
    owner = getattr(subject, "owner_person_id", None)
    if owner is not None and "self" in door.permission and chance.random() < 0.8:
        return PersonActor(Person.objects.select_related("body").get(pk=owner), ActorKind.SELF)
    tried = [some_actor(chance, bodies[:1]) for _ in range(6)]
    needed = access.roles_for(door.permission)
    able = [actor for actor in tried if actor.roles_on(timezone.localdate()) & needed]
    return able[0] if able else tried[0]


def step(chance: Random, bodies: list[Body], seen: Counter[str]) -> None:
    """One act. Anything but success, a refusal or "not there" is a fault."""
    door = chance.choice(list(drawn().values()))
    try:
        subject, named = Drawer(chance, bodies).arguments(door)
    except NothingThere:
        seen["nothing there"] += 1
        return
    actor = the_right_actor(chance, door, subject, bodies)
    before = Entry.objects.count()
    how = outcome(door, actor, subject, named)
    written = Entry.objects.count() - before
    seen[how] += 1
    fits = {"refused": written in (0, 1), "not there": written == 0}.get(how, written > 0)
    assert fits, f"{how} wrote {written} entries"


def outcome(door: Door[Any, Any, Any], actor: Any, subject: Any, named: dict[str, Any]) -> str:
    try:
        door(actor, subject, **named)
    except Refused:
        return "refused"
    except OutOfScope:
        return "not there"
    return f"done {door.event}"


SEEN: Counter[str] = Counter()
"""How often each kind of outcome came, over the whole run."""


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(seed=st.integers(0, 2**32 - 1))
def test_no_row_of_random_acts_breaks_a_hard_rule(world: World, seed: int) -> None:
    chance = Random(seed)  # noqa: S311
    bodies = list(Body.objects.order_by("pk"))
    point = transaction.savepoint()
    try:
        for _ in range(STEPS):
            step(chance, bodies, SEEN)
            assert broken() == []
        for chain in Chain.objects.all():
            assert verify(chain).broken is None
    finally:
        transaction.savepoint_rollback(point)


EMPTY_IN_THE_WORLD = {
    "assessment.ThirdParty": "asked for only where the plan has FR.IA.10",
    "assessors.AssessorStatus": "given with the authorisation",
    "events.AttendanceList": "closed at the end of the day",
    "events.CalendarFeed": "opened by an assessor who wants it",
    "events.EventMinutes": "drawn up after the last recommendation",
    "events.EventPhoto": "taken on the day",
    "events.Incident": "reported when something goes wrong",
    "events.IncidentCase": "reported when something goes wrong",
    "findings.Waiver": "asked for when a rule stands in the way",
    "impartiality.Conflict": "found or declared",
    "licensing.RemoteApproval": "entered before the first remote event",
    "messaging.WhatsAppAccount": "connected by the direktur",
}
"""Tables that may have no row in the world, and when one comes: a door on them is drawn once another draw made one."""


def test_every_door_is_drawn_or_says_why_not(world: World) -> None:
    assert set(NOT_DRAWN) <= set(doors())
    drawer = Drawer(Random(7), list(Body.objects.order_by("pk")))  # noqa: S311
    missing = {event: empty for event, door in drawn().items() if (empty := missing_table(drawer, door))}
    assert sorted(set(missing.values()) - set(EMPTY_IN_THE_WORLD)) == []


def missing_table(drawer: Drawer, door: Door[Any, Any, Any]) -> str:
    """The table whose lack of rows keeps the door from being drawn; empty when it was drawn."""
    try:
        drawer.arguments(door)
    except NothingThere as empty:
        return str(empty)
    return ""
