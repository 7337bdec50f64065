from __future__ import annotations

from typing import Any

import pytest

from jamstac.fees.actions import set_price
from jamstac.fees.models import Price
from jamstac.fees.selectors import open_versions, price_on
from jamstac.ledger.door import facts_of
from jamstac.ledger.scope import OutOfScope
from jamstac.licensing.actions import end_annex_entry
from jamstac.licensing.models import AnnexEntry
from jamstac.schemes.models import Scheme
from tests.actions.test_schemes import draft
from tests.refusing import last_entry, refuses
from tests.world.base import World, ago, ahead, today
from tests.world.reference import PRICE


def price(world: World, amount: int = 500_000, by: str = "surya", **changes: Any) -> Price:
    given: dict[str, Any] = {
        "scheme": world.get(Scheme, "scheme"),
        "source": "SK Direktur 009/SK/CTH",
        "valid_from": today(),
    }
    return set_price(world.actor(by), world.body, amount=amount, **(given | changes))


def amounts(world: World) -> list[int]:
    prices = [price_on(world.ids["scheme"], day) for day in (ago(1), today(), ahead(1))]
    return [0 if each is None else each.amount for each in prices]


def test_a_new_price_ends_the_earlier_one_the_day_before(world: World) -> None:
    price(world)
    assert amounts(world) == [PRICE, 500_000, 500_000]
    assert world.get(Price, "price").valid_until == ago(1)
    entry = last_entry(world)
    assert (entry.event, facts_of(entry)["amount"]) == ("price.set", "500000")


def test_a_price_set_again_for_the_same_day_replaces_the_first(world: World) -> None:
    price(world)
    price(world, 525_000)
    assert amounts(world) == [PRICE, 525_000, 525_000]
    assert Price.objects.filter(scheme=world.ids["scheme"]).count() == 2


def test_a_price_that_stands_never_changes_backwards(world: World) -> None:
    with refuses(world, "price.set", "price.backwards") as refused:
        price(world, valid_from=ago(1))
    assert refused.value.rules == ["HR-60"]
    assert amounts(world) == [PRICE, PRICE, PRICE]


def test_prices_are_set_in_the_order_of_their_days(world: World) -> None:
    price(world, valid_from=ahead(10))
    with refuses(world, "price.set", "price.before_the_last"):
        price(world, valid_from=ahead(9))
    assert price(world, 510_000, valid_from=ahead(20)).amount == 510_000


def test_a_price_names_the_decree_that_set_it(world: World) -> None:
    with refuses(world, "price.set", "price.no_source"):
        price(world, source=" ")
    with refuses(world, "price.set", "door.invalid_field"):
        price(world, -1)
    assert amounts(world) == [PRICE, PRICE, PRICE]


def test_a_scheme_is_open_when_in_force_and_inside_the_annex_even_without_a_price(world: World) -> None:
    draft(world)
    open_ = open_versions(world.body.pk, today())
    assert [(row.version.pk, row.price and row.price.amount) for row in open_] == [(world.ids["version"], PRICE)]
    assert open_versions(world.body.pk, ago(301)) == []
    end_annex_entry(world.actor("surya"), world.get(AnnexEntry, "annex"), last_day=ago(1))
    assert open_versions(world.body.pk, today()) == []


def test_open_schemes_are_found_in_four_queries(world: World, django_assert_num_queries: Any) -> None:
    body_id = world.body.pk
    with django_assert_num_queries(4):
        open_ = open_versions(body_id, today())
        assert [row.version.scheme.title for row in open_] == ["Pengembang Web Muda"]


def test_a_decider_sets_no_price(world: World) -> None:
    with refuses(world, "price.set", "door.no_role"):
        price(world, by="hendra")


def test_another_lsp_prices_no_scheme_of_ours(world: World) -> None:
    with pytest.raises(OutOfScope):
        set_price(
            world.actor("tono"),
            world.person("tono").body,
            scheme=world.get(Scheme, "scheme"),
            amount=1,
            source="1",
            valid_from=today(),
        )
    assert amounts(world) == [PRICE, PRICE, PRICE]
