"""FR.AK.04 through its door."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.utils import timezone

from jamstac.appeals.actions import file_appeal
from jamstac.appeals.models import Appeal
from jamstac.appeals.texts import STATEMENT
from jamstac.applications.models import Application
from jamstac.documents.facts import Statement
from jamstac.documents.sheets import content_of
from jamstac.kernel.workdays import add_workdays
from jamstac.ledger.scope import OutOfScope
from jamstac.messaging.models import Message
from jamstac.parameters.actions import set_parameter
from tests.refusing import last_entry, refuses
from tests.world.base import World, today

SIGNED = Statement(STATEMENT, agreed=True)
REASON = "Unit ketiga dinilai dari contoh yang bukan hasil kerja saya."


def appeal(world: World, key: str, **more: Any) -> Appeal:
    said = {"explained": True, "discussed": True, "helper": False, "reason": REASON, "statement": SIGNED, **more}
    return file_appeal(world.me(key), world.get(Application, f"application.{key}"), **said)


def test_a_candidate_appeals_and_the_clock_starts(world: World) -> None:
    set_parameter(
        world.actor("wulan"),
        world.body,
        key="appeal_decide_target",
        value="14",
        reason="Rapat",
        source_title="SK Direktur",
    )
    filed = appeal(world, "galih")
    assert last_entry(world).event == "appeal.filed"
    assert filed.decide_by == add_workdays(today(), 14)
    assert filed.sheet is not None
    content = content_of(filed.sheet)
    assert content["answers"] == {"explained": True, "discussed": True, "helper": False}
    assert content["reason"] == REASON
    assert content["decision"].startswith("Belum Kompeten, diberitahukan")
    told = Message.objects.filter(notice__startswith="appeal.")
    assert {row.to_person_id for row in told} == {world.person("galih").pk, world.person("wulan").pk}


def test_without_a_target_no_day_is_promised(world: World) -> None:
    assert appeal(world, "galih").decide_by is None


def test_without_a_decision_there_is_nothing_to_appeal_against(world: World) -> None:
    with refuses(world, "appeal.filed", "appeal.no_decision") as refused:
        appeal(world, "intan")
    assert refused.value.rules == ["APP-01"]
    assert not Appeal.objects.exists()


def test_the_window_is_the_lsps_own_and_closes(world: World) -> None:
    last = add_workdays(today(), 14)
    with time_machine.travel(timezone.now() + timedelta(days=(last - today()).days)):
        assert appeal(world, "galih").filed_at is not None


def test_after_the_window_it_is_too_late(world: World) -> None:
    last = add_workdays(today(), 14)
    with (
        time_machine.travel(timezone.now() + timedelta(days=(last - today()).days + 1)),
        refuses(world, "appeal.filed", "appeal.too_late") as refused,
    ):
        appeal(world, "galih")
    assert refused.value.rules == ["APP-01"]


def test_a_decision_is_appealed_against_once(world: World) -> None:
    appeal(world, "galih")
    with refuses(world, "appeal.filed", "appeal.filed_before") as refused:
        appeal(world, "galih", reason="Masih keberatan.")
    assert refused.value.rules == ["HR-50"]


@pytest.mark.parametrize(
    ("missing", "code"),
    [({"helper": None}, "appeal.open"), ({"reason": "  "}, "appeal.no_reason")],
)
def test_an_appeal_answers_the_questions_and_gives_its_reason(world: World, missing: Any, code: str) -> None:
    with refuses(world, "appeal.filed", code) as refused:
        appeal(world, "galih", **missing)
    assert refused.value.rules == ["APP-03"]
    assert not Appeal.objects.exists()


def test_nobody_appeals_for_another(world: World) -> None:
    with pytest.raises(OutOfScope):
        file_appeal(
            world.me("sari"),
            world.get(Application, "application.galih"),
            explained=True,
            discussed=True,
            helper=False,
            reason=REASON,
            statement=SIGNED,
        )
