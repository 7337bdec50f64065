"""The way in for people without e-mail."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import authenticate
from django.core.exceptions import ValidationError
from django.utils import timezone

from jamstac.ledger.door import SystemActor, open_guard
from jamstac.ledger.models import Entry
from jamstac.parameters.models import ParameterValue
from jamstac.people import codes
from jamstac.people.actions import complete_person, issue_slip, join, register_person, use_slip
from jamstac.people.models import Account, Person, Slip
from jamstac.people.signing_in import NotAboutOneself
from tests.cast import PASSWORD
from tests.refusing import last_entry, refuses
from tests.world.base import World


def door(world: World) -> SystemActor:
    return SystemActor("slip", world.body.pk)


def issued(world: World, key: str = "oka") -> tuple[Slip, str]:
    return issue_slip(world.actor("dewi"), world.person(key))


def test_a_slip_opens_once_and_makes_the_account(world: World) -> None:
    slip, code = issued(world)
    assert world.person("oka").account is None
    account = use_slip(door(world), slip)
    assert world.person("oka").account == account
    assert (account.email, account.has_usable_password()) == (None, False)
    with refuses(world, "slip.used", "slip.used") as refused:
        use_slip(door(world), slip)
    assert refused.value.rules == ["SEC-01"]
    assert codes.digest_of(code) == slip.digest


def test_a_new_slip_shuts_the_one_before(world: World) -> None:
    first, _code = issued(world)
    second, _code = issued(world)
    with refuses(world, "slip.used", "slip.revoked"):
        use_slip(door(world), first)
    assert use_slip(door(world), second).pk == world.person("oka").account_id


def test_a_slip_of_last_month_opens_nothing(world: World) -> None:
    slip, _code = issued(world)
    with open_guard("test"):
        Slip.objects.filter(pk=slip.pk).update(expires_at=timezone.now() - timedelta(minutes=1))
    with refuses(world, "slip.used", "slip.expired"):
        use_slip(door(world), slip)
    assert world.person("oka").account is None


def test_a_slip_takes_the_place_of_a_forgotten_password(world: World) -> None:
    assert world.account("nanda").has_usable_password()
    slip, _code = issued(world, "nanda")
    use_slip(door(world), slip)
    assert not world.account("nanda").has_usable_password()


@pytest.mark.parametrize("key", ["rina", "budi"])
def test_no_slip_leads_into_the_account_of_a_colleague(world: World, key: str) -> None:
    with refuses(world, "slip.issued", "slip.holds_function", "slip.has_email", "slip.not_identified") as refused:
        issue_slip(world.actor("dewi"), world.person(key))
    assert set(refused.value.rules) == {"SEC-01"}
    assert not Slip.objects.filter(person=world.person(key)).exists()


def test_who_has_a_mailbox_resets_the_password_there(world: World) -> None:
    with refuses(world, "slip.issued", "slip.has_email"):
        issue_slip(world.actor("dewi"), world.person("sari"))


def test_nobody_is_let_in_by_a_code_alone(world: World) -> None:
    person = register_person(world.actor("dewi"), world.body, name="Tanpa Nomor")
    with refuses(world, "slip.issued", "slip.not_identified"):
        issue_slip(world.actor("dewi"), person)


def test_an_lsp_that_has_not_said_how_long_issues_no_slip(world: World) -> None:
    with open_guard("test"):
        ParameterValue.objects.filter(body_id=world.body.pk, key="slip_validity").delete()
    with refuses(world, "slip.issued", "parameter.unset"):
        issued(world)


def test_only_the_office_issues_slips(world: World) -> None:
    with refuses(world, "slip.issued", "door.no_role"):
        issue_slip(world.actor("maya"), world.person("oka"))


def test_the_ledger_holds_neither_nik_nor_code(world: World) -> None:
    slip, code = issued(world)
    use_slip(door(world), slip)
    person = world.person("oka")
    for entry in Entry.objects.filter(chain__body_id=world.body.pk).order_by("-seq")[:4]:
        text = bytes(entry.payload).decode()
        assert not [each for each in (code, codes.grouped(code), slip.digest, person.nik, person.phone) if each in text]


def test_a_code_is_long_and_read_as_it_was_meant() -> None:
    made = {codes.new_code() for _ in range(200)}
    assert len(made) == 200
    assert len(codes.ALPHABET) ** codes.LENGTH > 2**60
    code = made.pop()
    assert codes.cleaned(f" {codes.grouped(code).lower()} ") == code
    assert codes.cleaned("oIl" + "0" * 12) == "011" + "0" * 12
    assert codes.cleaned("U" * 15) == codes.cleaned("ABC") == ""


# ---------------------------------------------------------------- signing in afterwards


def sign_in(login: str, password: str = PASSWORD) -> Any:
    return authenticate(None, username=login, password=password)


def test_a_nik_or_a_phone_signs_in_with_the_password(world: World) -> None:
    person, account = world.person("nanda"), world.account("nanda")
    assert sign_in(person.nik) == account
    assert sign_in(f" {person.nik[:6]} {person.nik[6:]}") == account
    assert sign_in(person.phone) == account
    assert sign_in(f"+62 {person.phone.replace(' ', '')[1:]}") == account
    assert sign_in(person.nik, "salah-sekali") is None
    assert sign_in("0000000000000000") is None


def test_a_phone_that_two_people_share_signs_nobody_in(world: World) -> None:
    slip, _code = issued(world)
    account = use_slip(door(world), slip)
    account.set_password("lain-sama-sekali-9")
    account.save()
    phone = world.person("nanda").phone
    with open_guard("test"):
        Person.objects.filter(pk=world.person("oka").pk).update(phone=phone)
    assert sign_in(phone) is None
    assert sign_in(phone, "lain-sama-sekali-9") is None
    assert sign_in(world.person("oka").nik, "lain-sama-sekali-9") == account


def test_many_accounts_may_be_without_mail_but_no_two_with_the_same(world: World) -> None:
    first, second = Account.objects.create_user(None), Account.objects.create_user("")
    assert (first.email, second.email) == (None, None)
    first.email = ""
    first.save()
    assert Account.objects.filter(email="").count() == 0


@pytest.mark.parametrize(
    "secret",
    [
        lambda person: person.nik,
        lambda person: f"{person.nik}!!",
        lambda person: person.phone.replace(" ", ""),
        lambda person: f"nanda{person.birth_date:%d%m%Y}",
        lambda person: f"Seumpama{person.birth_date:%Y}!!",
        lambda person: f"{person.birth_date:%d-%m-%Y}",
    ],
)
def test_a_password_made_of_what_others_know_is_refused(world: World, secret: Callable[[Person], str]) -> None:
    with pytest.raises(ValidationError):
        NotAboutOneself().validate(secret(world.person("nanda")), world.account("nanda"))
    NotAboutOneself().validate("kuda-terbang-di-sawah", world.account("nanda"))


# ---------------------------------------------------------------- lists and people


def test_a_list_completes_a_person_and_changes_nothing(world: World) -> None:
    nanda = world.person("nanda")
    complete_person(world.actor("dewi"), nanda, name="Lain Sekali", birth_place="Kota Contoh", sex="P")
    fresh = world.person("nanda")
    assert (fresh.name, fresh.birth_place, fresh.sex) == (nanda.name, "Kota Contoh", "P")
    assert last_entry(world).event == "person.completed"


def test_a_list_does_not_give_somebody_the_nik_of_another(world: World) -> None:
    person = register_person(world.actor("dewi"), world.body, name="Tanpa Nomor")
    with refuses(world, "person.completed", "person.nik_known"):
        complete_person(world.actor("dewi"), person, nik=world.person("nanda").nik)
    assert Person.objects.get(pk=person.pk).nik == ""


def test_who_proves_the_mailbox_of_a_list_is_the_person_of_that_list(world: World) -> None:
    person = register_person(world.actor("dewi"), world.body, name="Terdaftar Sekolah", email="terdaftar@contoh.test")
    account = Account.objects.create_user("terdaftar@contoh.test", PASSWORD)
    assert join(SystemActor("registration", world.body.pk), world.body, account=account, name="Lain") == person
    assert Person.objects.get(pk=person.pk).account == account


def test_a_mailbox_that_a_list_gives_to_two_says_nobody(world: World) -> None:
    for name in ("Kembar Satu", "Kembar Dua"):
        register_person(world.actor("dewi"), world.body, name=name, email="bersama@contoh.test")
    account = Account.objects.create_user("bersama@contoh.test", PASSWORD)
    joined = join(SystemActor("registration", world.body.pk), world.body, account=account, name="Kembar Tiga")
    assert joined.name == "Kembar Tiga"
