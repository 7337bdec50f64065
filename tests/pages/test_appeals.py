"""The candidate's banding with its clock, and the LSP's list."""

from __future__ import annotations

from typing import Any

import pytest

from jamstac.appeals import views
from jamstac.appeals.models import Appeal
from tests.actions.test_appeals import REASON, appeal
from tests.world.base import World

FILLED = {"explained": "ya", "discussed": "tidak", "helper": "tidak", "reason": REASON, "agree": "on"}


def _page(world: World, key: str) -> str:
    return f"/lsp/cth/saya/banding/{world.ids[f'application.{key}']}/"


def test_the_page_counts_down_takes_the_appeal_and_shows_the_receipt(world: World, visit: Any) -> None:
    client = visit("galih")
    assert "hari: sampai" in client.get(_page(world, "galih")).content.decode()
    assert client.post(_page(world, "galih"), FILLED).status_code == 302
    text = client.get(_page(world, "galih")).content.decode()
    assert "Banding Anda diterima" in text
    assert REASON in text
    client.post(_page(world, "galih"), FILLED)
    assert Appeal.objects.count() == 1


def test_nothing_typed_is_lost_when_a_question_is_open(world: World, visit: Any) -> None:
    page = visit("galih").post(_page(world, "galih"), FILLED | {"helper": ""})
    assert page.status_code == 422
    assert "Ada pertanyaan yang belum dijawab." in page.content.decode()
    assert REASON in page.content.decode()


def test_without_a_result_the_page_says_why_not(world: World, visit: Any) -> None:
    assert "Belum ada keputusan yang dapat dibanding." in visit("intan").get(_page(world, "intan")).content.decode()
    assert visit("sari").get(_page(world, "intan")).status_code == 404


def test_the_manajer_mutu_sees_every_appeal_with_its_clock(world: World, visit: Any) -> None:
    client = visit("wulan")
    assert "Tidak ada banding" in client.get("/lsp/cth/banding/").content.decode()
    appeal(world, "galih")
    text = client.get("/lsp/cth/banding/").content.decode()
    assert world.person("galih").name in text
    assert "Tanpa batas" in text
    assert visit("budi").get("/lsp/cth/banding/").status_code == 403


def test_a_long_list_of_appeals_is_turned_page_by_page(
    world: World, visit: Any, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr(views, "PAGE", 1)
    appeal(world, "galih")
    appeal(world, "sari")
    client = visit("wulan")
    with django_assert_max_num_queries(12):
        first = client.get("/lsp/cth/banding/").content.decode()
    second = client.get("/lsp/cth/banding/", {"page": "2"}).content.decode()
    names = [world.person(key).name for key in ("galih", "sari")]
    assert [name in first for name in names] == [True, False]
    assert [name in second for name in names] == [False, True]
    assert "2 banding" in first
    assert "page=2" in first
