"""Fifty at once, on PostgreSQL, in a copy of the world's database: threads really commit here.

Fifty issuers race for the certificates of two decisions, and fifty meetings are opened side by side: both doors
take their numbers from the same place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from jamstac.bodies.models import IssuedNumber
from jamstac.bodies.states import NumberPurpose
from jamstac.certification.actions import decide, issue_certificate
from jamstac.certification.models import Certificate, Decision, Meeting
from jamstac.ledger.chain import verify
from jamstac.ledger.door import Refused
from jamstac.ledger.models import Chain
from tests import databases
from tests.world.assessments import open_and_agree, signed
from tests.world.base import AGREED, World
from tests.world.certificates import CHAIR, attended, decided, decreed, opened, tabled

AT_ONCE = 50

pytestmark = pytest.mark.postgres


@pytest.fixture
def own_world(world: World) -> Iterator[World]:
    """The world in a database of its own."""
    if connection.vendor != "postgresql":
        pytest.skip("needs PostgreSQL: on SQLite acts are serial, whoever writes holds the file")
    with databases.own_database():
        yield world


def together(count: int, act: Callable[[int], Any]) -> list[Any]:
    """What `count` threads got that all started at the same moment: the answer, or the codes of a refusal."""
    start = Barrier(count)

    def one(number: int) -> Any:
        try:
            connection.ensure_connection()
            start.wait(timeout=60)
            return act(number)
        except Refused as refused:
            return tuple(refused.codes)
        finally:
            connection.close()

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(one, range(count)))


def sequences(world: World, purpose: NumberPurpose) -> list[int]:
    rows = IssuedNumber.objects.filter(body=world.body, purpose=purpose)
    return list(rows.order_by("sequence").values_list("sequence", flat=True))


def test_fifty_issuers_give_no_number_twice_and_leave_no_gap(own_world: World) -> None:
    world = own_world
    meeting = attended(world)
    open_and_agree(world, "made")
    decisions: list[Decision] = []
    for key in ("intan", "made"):
        signed(world, key)
        decisions.append(decided(world, key, meeting=meeting))
    decreed(world, meeting)
    director = world.actor("surya")

    got = together(AT_ONCE, lambda number: issue_certificate(director, decisions[number % 2], statement=AGREED).number)

    numbers = [each for each in got if isinstance(each, str)]
    assert len(numbers) == len(set(numbers)) == 2
    assert Counter(each for each in got if isinstance(each, tuple)) == {("certificate.issued_already",): AT_ONCE - 2}
    assert sequences(world, NumberPurpose.CERTIFICATE) == [1, 2, 3]
    assert sequences(world, NumberPurpose.REGISTRATION) == [1, 2, 3]
    assert Certificate.objects.filter(body=world.body).count() == 3
    assert verify(Chain.objects.get(body_id=world.body.pk)).broken is None


def test_fifty_meetings_opened_at_once_are_numbered_without_gap(own_world: World) -> None:
    world = own_world
    before = sequences(world, NumberPurpose.MEETING)
    got = together(AT_ONCE, lambda _number: opened(world).number)
    assert len(set(got)) == AT_ONCE
    assert sequences(world, NumberPurpose.MEETING) == list(range(1, len(before) + AT_ONCE + 1))
    assert Meeting.objects.filter(body=world.body).count() == len(before) + AT_ONCE
    assert verify(Chain.objects.get(body_id=world.body.pk)).broken is None


def test_of_two_decisions_at_once_one_is_made(own_world: World) -> None:
    world = own_world
    signed(world, "intan")
    case = tabled(world, "intan")
    chair = world.actor(CHAIR)
    outcomes = ("K", "BK")
    got = together(2, lambda number: decide(chair, case, outcome=outcomes[number], reason="Alasan rapat.").outcome)
    made = [each for each in got if isinstance(each, str)]
    assert len(made) == 1
    assert [each for each in got if isinstance(each, tuple)] == [("decision.made_already",)]
    assert Decision.objects.get(meeting_case=case).outcome == made[0]
