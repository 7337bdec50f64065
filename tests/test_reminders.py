"""Whose turn it is: told once when something new waits, each morning when it is late, and before an event."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from jamstac.applications.actions import accept_application, return_application
from jamstac.events.actions import sign_assignment_letter
from jamstac.messaging.models import Message
from jamstac.portal.models import Look
from jamstac.portal.reminders import look_around
from tests.world.applications import all_met, submitted
from tests.world.assessments import add, planned
from tests.world.base import AGREED, World


def at(hour: int, *, days: int = 0) -> datetime:
    """A moment of the LSP's clock (WIB), `days` from today."""
    local = timezone.localtime(timezone.now()) + timedelta(days=days)
    return local.replace(hour=hour, minute=0, second=0, microsecond=0)


def notices_of(world: World, key: str, notice: str) -> list[Message]:
    rows = Message.objects.filter(to_person_id=world.person(key).pk, notice=notice)
    return list(rows.order_by("created_at"))


def test_a_new_task_is_told_once_in_one_digest(world: World) -> None:
    now = timezone.now()
    look_around(now)  # everything of the world counts as told from here on
    before = len(notices_of(world, "dewi", "turn.staff"))
    submitted(world, "lestari")
    look_around(now + timedelta(minutes=1))
    told = notices_of(world, "dewi", "turn.staff")[before:]
    assert [message.subject for message in told] == ["1 hal baru menunggu Anda"]
    assert "Lestari" in told[0].text
    look_around(now + timedelta(minutes=2))
    assert len(notices_of(world, "dewi", "turn.staff")) == before + 1


def test_several_new_tasks_are_one_message(world: World) -> None:
    Look.objects.all().delete()
    look_around(timezone.now())
    Look.objects.update(seen_seq=0)
    look_around(timezone.now())
    (digest,) = notices_of(world, "surya", "turn.staff")
    assert "menunggu Anda" in digest.subject
    assert digest.text.count("•") >= 1


def test_an_lsp_where_nothing_happened_costs_two_queries(world: World) -> None:
    now = timezone.now()
    look_around(now)
    look_around(now)
    with CaptureQueriesContext(connection) as found:
        look_around(now + timedelta(minutes=1))
    bodies = 2
    assert len(found) <= 1 + 2 * bodies


def test_what_is_late_is_told_each_morning_once(world: World) -> None:
    with time_machine.travel(at(6, days=40), tick=False):
        look_around(timezone.now())
        early = len(notices_of(world, "dewi", "turn.overdue"))
    assert early == 0
    for day in (40, 41):
        for hour in (7, 8):
            with time_machine.travel(at(hour, days=day), tick=False):
                look_around(timezone.now())
    late = notices_of(world, "budi", "turn.overdue")
    assert len(late) == 2
    assert "melewati tenggat" in late[0].subject


def test_the_next_act_of_a_case_is_told_unless_the_act_told_it(world: World) -> None:
    look_around(timezone.now())
    before = Message.objects.filter(to_person_id=world.person("ayu").pk).count()
    application = submitted(world, "lestari")
    return_application(world.actor("dewi"), application, findings=all_met(application), note="Lengkapi foto.")
    look_around(timezone.now())
    told = Message.objects.filter(to_person_id=application.person_id).values_list("notice", flat=True)
    assert "turn.asesi" not in told
    assert Message.objects.filter(to_person_id=world.person("ayu").pk).count() == before


@pytest.mark.parametrize("days", [3, 1])
def test_candidates_and_assessors_are_reminded_before_the_event(world: World, days: int) -> None:
    event = planned(world, days=days)
    application = submitted(world, "lestari")
    accept_application(world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED)
    world.put("application.lestari", application)
    add(world, event, "lestari", assessor="rina")
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    with time_machine.travel(at(7), tick=False):
        Look.objects.update(morning=None)
        look_around(timezone.now())
        look_around(timezone.now())
    (near,) = notices_of(world, "lestari", "event.near")
    assert near.subject.startswith(f"{days} hari lagi")
    (assessor,) = notices_of(world, "rina", "event.near_assessor")
    assert "1 asesi" in assessor.subject
    assert event.number in assessor.text


def test_nobody_is_reminded_of_an_event_without_letter(world: World) -> None:
    """The world's planned event lies seven days ahead and has no letter."""
    with time_machine.travel(at(7, days=4), tick=False):
        look_around(timezone.now())
    assert notices_of(world, "dimas", "event.near") == []
