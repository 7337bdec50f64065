from __future__ import annotations

import pytest

from jamstac.ledger.door import Refused, SystemActor
from jamstac.ledger.models import Entry
from jamstac.people.actions import appoint, declare_relation, end_appointment, join, register_person
from jamstac.people.models import Account, Appointment, Person, Relation
from jamstac.people.states import Function, RelationKind
from tests.refusing import refuses
from tests.world.base import World, ago, ahead, today


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
    assert (refused.value.rules, refused.value.codes) == (["HR-14"], ["appointment.never_decides"])
    assert not Appointment.objects.filter(person=rina, function=Function.DECIDER).exists()
    assert refused.value.seq is not None
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


def test_the_same_nik_is_not_entered_twice(world: World) -> None:
    register_person(world.actor("dewi"), world.body, name="Orang Rekaan", nik="3200000000000001")
    with refuses(world, "person.registered", "person.nik_known"):
        register_person(world.actor("dewi"), world.body, name="Orang Lain", nik="3200000000000001")
    assert not Person.objects.filter(name="Orang Lain").exists()


def test_a_relation_is_declared_by_who_has_it(world: World) -> None:
    relation = declare_relation(
        world.actor("yusuf"), world.body, other=world.person("sari"), kind=RelationKind.KIN, valid_from=ago(9000)
    )
    assert (relation.person_id, relation.other_id) == (world.ids["person.yusuf"], world.ids["person.sari"])


def test_nobody_is_related_to_oneself(world: World) -> None:
    before = set(Relation.objects.values_list("pk", flat=True))
    with refuses(world, "relation.declared", "door.invalid_field"):
        declare_relation(
            world.actor("yusuf"), world.body, other=world.person("yusuf"), kind=RelationKind.KIN, valid_from=ago(9000)
        )
    assert set(Relation.objects.values_list("pk", flat=True)) == before


def test_staff_do_not_join_in_place_of_an_account(world: World) -> None:
    account = Account.objects.create_user("baru@contoh.test", "kata-sandi-contoh")
    with refuses(world, "person.joined", "door.no_role"):
        join(world.actor("dewi"), world.body, account=account, name="Baru Rekaan")
    assert not Person.objects.filter(account=account).exists()


def test_an_account_joins_an_lsp_once(world: World) -> None:
    account = Account.objects.create_user("baru@contoh.test", "kata-sandi-contoh")
    registration = SystemActor("registration", world.body.pk)
    first = join(registration, world.body, account=account, name="Baru Rekaan")
    assert join(registration, world.body, account=account, name="Baru Rekaan").pk == first.pk


def test_an_appointment_is_not_made_longer_by_ending_it(world: World) -> None:
    appointment = Appointment.objects.get(person=world.person("lila"))
    end_appointment(world.actor("surya"), appointment, last_day=ahead(10), reason="Penugasan lain")
    with refuses(world, "appointment.ended", "appointment.made_longer"):
        end_appointment(world.actor("surya"), appointment, last_day=ahead(20), reason="Berubah pikiran")
    appointment.refresh_from_db()
    assert appointment.valid_until == ahead(10)


def test_an_appointment_that_is_over_is_not_ended_again(world: World) -> None:
    appointment = Appointment.objects.get(person=world.person("lila"))
    end_appointment(world.actor("surya"), appointment, last_day=ago(2), reason="Penugasan lain")
    with refuses(world, "appointment.ended", "appointment.ended_already"):
        end_appointment(world.actor("surya"), appointment, last_day=ago(3), reason="Berubah pikiran")
    appointment.refresh_from_db()
    assert (appointment.valid_until, appointment.end_reason) == (ago(2), "Penugasan lain")
