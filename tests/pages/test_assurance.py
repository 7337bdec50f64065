"""The candidate's FR.AK.03 on a phone, and what all of them say together."""

from __future__ import annotations

from typing import Any

from jamstac.assurance.models import Feedback
from jamstac.assurance.texts import COMPONENTS
from jamstac.parameters.actions import set_parameter
from tests.actions.test_assurance import give
from tests.world.base import World

FILLED = {f"answer_{n}": "ya" for n in range(1, len(COMPONENTS) + 1)} | {"comment": "Baik.", "agree": "on"}


def _page(world: World, key: str) -> str:
    return f"/lsp/cth/saya/umpan-balik/{world.ids[f'application.{key}']}/"


def _limit(world: World, value: str) -> None:
    set_parameter(
        world.actor("wulan"), world.body, key="small_group", value=value, reason="Rapat", source_title="SK Direktur"
    )


def test_the_form_is_sent_and_shown_as_received(world: World, visit: Any) -> None:
    client = visit("sari")
    assert "Sepuluh pertanyaan" in client.get(_page(world, "sari")).content.decode()
    assert client.post(_page(world, "sari"), FILLED).status_code == 302
    assert Feedback.objects.count() == 1
    assert "Umpan balik Anda diterima" in client.get(_page(world, "sari")).content.decode()
    assert client.post(_page(world, "sari"), FILLED).status_code == 200
    assert Feedback.objects.count() == 1


def test_nothing_typed_is_lost_when_a_component_is_open(world: World, visit: Any) -> None:
    page = visit("sari").post(_page(world, "sari"), FILLED | {"answer_4": "", "note_5": "Waktu terlalu singkat."})
    assert page.status_code == 422
    text = page.content.decode()
    assert "1 dari 10 butir belum dijawab." in text
    assert "Waktu terlalu singkat." in text
    assert not Feedback.objects.exists()


def test_before_the_result_the_page_says_why_not(world: World, visit: Any) -> None:
    text = visit("intan").get(_page(world, "intan")).content.decode()
    assert "FR.AK.03 diisi setelah hasil ditetapkan." in text
    assert visit("galih").get(_page(world, "intan")).status_code == 404


def test_small_groups_stay_hidden(world: World, visit: Any) -> None:
    give(world, "sari")
    client = visit("wulan")
    assert "Ringkasan belum ditampilkan" in client.get("/lsp/cth/umpan-balik/").content.decode()
    _limit(world, "2")
    page = client.get("/lsp/cth/umpan-balik/").content.decode()
    assert "ringkasan ditampilkan mulai 2 jawaban" in page
    assert "Ruangan nyaman." not in page
    give(world, "galih")
    page = client.get("/lsp/cth/umpan-balik/").content.decode()
    assert "0%" in page
    assert "Ruangan nyaman." in page
    assert world.person("sari").name not in page


def test_an_assessor_reads_sums_of_own_candidates_only(world: World, visit: Any) -> None:
    _limit(world, "2")
    give(world, "sari")
    give(world, "galih")
    own = visit("budi").get("/lsp/cth/umpan-balik/tentang-saya/").content.decode()
    assert "2 asesi mengisi" in own
    assert "Ruangan nyaman." not in own
    assert "0 asesi mengisi" in visit("rina").get("/lsp/cth/umpan-balik/tentang-saya/").content.decode()
    assert visit("budi").get("/lsp/cth/umpan-balik/").status_code == 403


def test_an_assessor_is_led_to_the_own_feedback_from_the_reports(world: World, visit: Any) -> None:
    assert "/lsp/cth/umpan-balik/tentang-saya/" in visit("budi").get("/lsp/cth/laporan/").content.decode()


def test_an_assessor_does_not_open_the_sheet_of_one_candidate(world: World, visit: Any) -> None:
    feedback = give(world, "sari")
    assert visit("budi").get(f"/lsp/cth/lembar/{feedback.sheet_id}.pdf").status_code == 404
    assert visit("wulan").get(f"/lsp/cth/lembar/{feedback.sheet_id}.pdf").status_code in (200, 202)


def test_a_period_and_an_assessor_are_filtered(world: World, visit: Any) -> None:
    _limit(world, "2")
    give(world, "sari")
    give(world, "galih")
    client = visit("wulan")
    assert "Butir" in client.get(f"/lsp/cth/umpan-balik/?assessor={world.person('budi').pk}").content.decode()
    none = client.get("/lsp/cth/umpan-balik/?since=2001-01-01&until=2001-02-01").content.decode()
    assert "0 dari 0" in none
