from __future__ import annotations

import pytest

from jamstac.ledger.door import Refused
from jamstac.ledger.models import Entry
from jamstac.people.actions import appoint, end_appointment
from jamstac.people.models import Appointment
from jamstac.people.states import Function
from tests.world.base import World, ago, today


def test_a_sponsor_is_never_appointed_to_the_pleno(world: World) -> None:
    rina = world.person("rina")
    appoint(
        world.actor("surya"),
        rina,
        function=Function.SPONSOR,
        decree_number="9",
        decree_date=today(),
        valid_from=today(),
    )
    with pytest.raises(Refused) as refused:
        appoint(
            world.actor("surya"),
            rina,
            function=Function.DECIDER,
            decree_number="9",
            decree_date=today(),
            valid_from=today(),
        )
    assert refused.value.rules == ["HR-14"]
    assert not Appointment.objects.filter(person=rina, function=Function.DECIDER).exists()
    assert Entry.objects.get(seq=refused.value.seq, chain__body_id=world.body.pk).event == "appointment.made.refused"


def test_rights_end_with_the_appointment(world: World) -> None:
    appointment = Appointment.objects.get(person=world.person("surya"))
    other = world.person("maya")
    appoint(
        world.actor("surya"),
        other,
        function=Function.DIRECTOR,
        decree_number="9",
        decree_date=today(),
        valid_from=today(),
    )
    end_appointment(world.actor("maya"), appointment, last_day=ago(1), reason="Masa jabatan selesai")
    with pytest.raises(Refused) as refused:
        appoint(
            world.actor("surya"),
            other,
            function=Function.ADMIN,
            decree_number="9",
            decree_date=today(),
            valid_from=today(),
        )
    assert refused.value.rules == ["HR-27"]


def test_nobody_appoints_oneself(world: World) -> None:
    with pytest.raises(Refused) as refused:
        appoint(
            world.actor("surya"),
            world.person("surya"),
            function=Function.DECIDER,
            decree_number="9",
            decree_date=today(),
            valid_from=today(),
        )
    assert refused.value.rules == ["HR-15"]
