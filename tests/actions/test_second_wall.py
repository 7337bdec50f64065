"""Rules that another wall usually reaches first: each is asked here where the first wall was taken away."""

from __future__ import annotations

import pytest
from django.db import transaction

from jamstac.bodies.models import NumberPattern
from jamstac.bodies.states import NumberPurpose
from jamstac.certification.actions import decide
from jamstac.certification.models import Decision
from jamstac.events.models import Event
from jamstac.ledger.door import open_guard
from jamstac.people.actions import appoint, end_appointment
from jamstac.people.models import Appointment
from jamstac.people.states import Function
from tests.refusing import refuses
from tests.world.assessments import planned, signed
from tests.world.base import World, ago, ahead, today
from tests.world.certificates import CHAIR, tabled


def test_a_decider_who_is_also_a_sponsor_does_not_decide(world: World) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    with transaction.atomic(), open_guard("test"):
        Appointment.objects.create(
            body=world.body,
            person=world.person("ratna"),
            function=Function.SPONSOR,
            decree_number="9",
            decree_date=ago(3),
            valid_from=ago(3),
        )
    with refuses(world, "decision.made", "decision.never_decides") as refused:
        decide(world.actor(CHAIR), case, outcome=case.assessment.result)
    assert refused.value.rules == ["HR-14"]
    assert not Decision.objects.filter(meeting_case=case).exists()


def test_a_number_without_a_pattern_is_not_given(world: World) -> None:
    with transaction.atomic(), open_guard("test"):
        NumberPattern.objects.filter(purpose=NumberPurpose.EVENT).delete()
    before = Event.objects.count()
    with refuses(world, "event.planned", "number.pattern_unset") as refused:
        planned(world, days=3)
    assert refused.value.rules == ["REC-01"]
    assert Event.objects.count() == before


def test_an_appointment_does_not_end_before_it_starts(world: World) -> None:
    person = world.person("lila")
    with refuses(world, "appointment.made", "appointment.period") as refused:
        appoint(
            world.actor("surya"),
            person,
            function=Function.ADMIN,
            decree_number="9",
            decree_date=today(),
            valid_from=ahead(10),
            valid_until=ahead(9),
        )
    assert refused.value.rules == ["GOV-05"]
    assert not Appointment.objects.filter(person=person, function=Function.ADMIN).exists()


@pytest.mark.parametrize("last_day", [ago(500), ago(401)])
def test_an_appointment_is_not_ended_before_its_first_day(world: World, last_day: object) -> None:
    appointment = Appointment.objects.get(person=world.person("lila"))
    with refuses(world, "appointment.ended", "appointment.period"):
        end_appointment(world.actor("surya"), appointment, last_day=last_day, reason="Salah ketik")  # type: ignore[arg-type]
    assert Appointment.objects.get(pk=appointment.pk).valid_until is None
