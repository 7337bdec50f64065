from __future__ import annotations

from typing import Any

from jamstac.bodies.models import Body
from jamstac.licensing.actions import end_annex_entry
from jamstac.licensing.models import AnnexEntry
from jamstac.portal.readiness import ReadinessItem, readiness
from tests.actions.test_schemes import draft
from tests.world.base import World, ago, ahead, today


def items(world: World, body: str = "body", day: Any = None) -> dict[str, ReadinessItem]:
    return {item.key: item for item in readiness(world.get(Body, body), day or today())}


def test_an_lsp_with_everything_is_ready(world: World) -> None:
    found = items(world)
    assert [key for key, item in found.items() if not item.done] == []
    assert (found["assessors"].count, found["venue"].count, found["price"].count) == (2, 1, 1)


def test_a_new_lsp_is_told_all_it_misses_in_the_order_of_the_setup(world: World) -> None:
    found = items(world, "body.luar")
    assert list(found) == [
        "profile",
        "people",
        "pacts",
        "licence",
        "scheme",
        "annex",
        "venue",
        "assessors",
        "tools",
        "price",
        "numbering",
        "editions",
        "parameters",
    ]
    assert [key for key, item in found.items() if item.done] == ["profile"]
    assert "Manajer mutu" in found["people"].missing
    assert "Kuorum pleno" in found["parameters"].missing
    assert "Nomor sertifikat" in found["numbering"].missing


def test_a_scheme_outside_the_annex_opens_nothing(world: World) -> None:
    end_annex_entry(world.actor("surya"), world.get(AnnexEntry, "annex"), last_day=ago(1))
    found = items(world)
    assert [key for key, item in found.items() if not item.done] == ["annex", "venue", "assessors", "tools", "price"]
    assert found["venue"].missing == ("Laboratorium Komputer Contoh",)


def test_what_has_run_out_is_missing_again(world: World) -> None:
    late = items(world, day=ahead(1501))
    assert [key for key, item in late.items() if not item.done] == [
        "licence",
        "annex",
        "venue",
        "assessors",
        "tools",
        "price",
    ]


def test_a_draft_alone_is_no_scheme(world: World) -> None:
    draft(world)
    found = items(world, day=ago(301))
    assert not found["scheme"].done
    assert found["scheme"].missing == ("1 rancangan menunggu pengesahan",)


def test_readiness_is_told_in_few_queries(world: World, django_assert_max_num_queries: Any) -> None:
    body = world.body
    with django_assert_max_num_queries(18):
        assert len(readiness(body, today())) == 13
