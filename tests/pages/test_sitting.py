"""The written test on a phone, and the reports after the event."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import time_machine

from jamstac.assessment import sitting
from jamstac.assessment.models import AssessorReport, ProcessReview, Taking
from jamstac.assessment.states import BY_PRINCIPLE, ReviewAspect, TakingState
from jamstac.events.models import Event
from jamstac.instruments.models import Item, ItemOption
from tests.actions.test_sitting import begun, the_test
from tests.cast import PASSWORD
from tests.world.assessments import finish_event
from tests.world.base import World


def _page(test: Taking) -> str:
    return f"/lsp/cth/saya/tes/{test.pk}/"


def test_the_test_is_begun_answered_and_handed_in(world: World, visit: Any) -> None:
    client, test = visit("intan"), the_test(world)
    assert "Mulai mengerjakan" in client.get(_page(test)).content.decode()
    assert client.post(f"{_page(test)}mulai").status_code == 302
    page = client.get(_page(test)).content.decode()
    assert "data-until" in page
    question = sitting.paper_of(test)[0]
    said = {"butir": question.pk, "pilihan": question.options[1].id}
    assert client.post(f"{_page(test)}jawab", said, headers={"HX-Request": "true"}).status_code == 204
    assert client.post(f"{_page(test)}jawab", said).status_code == 302
    assert client.get(_page(test)).content.decode().count(" checked") == 1
    assert client.post(f"{_page(test)}serahkan").status_code == 302
    assert client.post(f"{_page(test)}serahkan").status_code == 302
    assert "Jawaban Anda sudah diserahkan" in client.get(_page(test)).content.decode()
    late = client.post(f"{_page(test)}jawab", said, headers={"HX-Request": "true"})
    assert late.status_code == 409
    assert "sudah diserahkan" in late.json()["reasons"][0]["sentence"]


def test_no_key_is_in_the_page(world: World, visit: Any) -> None:
    test = begun(world)
    page = visit("intan").get(_page(test)).content.decode()
    assert "correct" not in page
    keys = Item.objects.filter(instrument=test.instrument).exclude(key="").values_list("key", flat=True)
    texts = set(ItemOption.objects.filter(item__instrument=test.instrument).values_list("text", flat=True))
    assert not [key for key in keys if key in page and key not in texts]


def test_before_begin_the_questions_are_not_in_the_page(world: World, visit: Any) -> None:
    test = the_test(world)
    page = visit("intan").get(_page(test)).content.decode()
    texts = Item.objects.filter(instrument=test.instrument).values_list("text", flat=True)
    assert not [text for text in texts if text in page]


def test_after_the_end_the_next_look_hands_the_paper_in(world: World, visit: Any) -> None:
    test = begun(world)
    assert test.ends_at is not None
    client = visit("intan")
    with time_machine.travel(test.ends_at + timedelta(minutes=1)):
        assert "sudah diserahkan" in client.get(_page(test)).content.decode()
    test.refresh_from_db()
    assert test.state == TakingState.SUBMITTED


def test_what_arrives_after_the_end_is_not_written(world: World, visit: Any) -> None:
    """MUK-07: with a few seconds for a slow line."""
    test = begun(world)
    assert test.ends_at is not None
    question = sitting.paper_of(test)[0]
    said = {"butir": question.pk, "pilihan": question.options[0].id}
    client = visit("intan")
    with time_machine.travel(test.ends_at + timedelta(seconds=10)):
        assert client.post(f"{_page(test)}jawab", said, headers={"HX-Request": "true"}).status_code == 204
    with time_machine.travel(test.ends_at + timedelta(minutes=1)):
        late = client.post(f"{_page(test)}jawab", said, headers={"HX-Request": "true"})
    assert late.status_code == 409
    assert "Waktu mengerjakan sudah habis." in late.json()["reasons"][0]["sentence"]


def test_a_test_is_nobody_elses(world: World, visit: Any) -> None:
    test = the_test(world)
    assert visit("sari").get(_page(test)).status_code == 404
    assert visit("budi").post(f"{_page(test)}mulai").status_code == 404


def test_the_assessor_reports_and_the_lead_looks_back(world: World, visit: Any) -> None:
    finish_event(world)
    client, event = visit("budi"), world.ids["event"]
    listed = client.get("/lsp/cth/laporan/").content.decode()
    assert "Tulis laporan" in listed
    page = f"/lsp/cth/laporan/{event}/"
    assert "Belum Kompeten" in client.get(page).content.decode()
    wrong = client.post(page, {"aspects": "Alat lengkap.", "agree": "on", "password": "salah"})
    assert wrong.status_code == 422
    assert "Alat lengkap." in wrong.content.decode()
    said = {"aspects": "Alat lengkap.", "agree": "on", "password": PASSWORD}
    assert client.post(page, said).status_code == 302
    assert AssessorReport.objects.count() == 1
    ticked = {f"aspect_{aspect}": ["validity"] if aspect in BY_PRINCIPLE else ["TS"] for aspect in ReviewAspect}
    review = client.post(f"{page}tinjauan", {**ticked, "note": "Baik.", "agree": "on", "password": PASSWORD})
    assert review.status_code == 302
    assert ProcessReview.objects.count() == 1
    assert "Proses sudah ditinjau" in client.get(f"{page}tinjauan").content.decode()


def test_the_list_of_reports_costs_few_queries(world: World, visit: Any, django_assert_max_num_queries: Any) -> None:
    client = visit("budi")
    with django_assert_max_num_queries(12):
        page = client.get("/lsp/cth/laporan/").content.decode()
    assert world.get(Event, "event").number in page


def test_a_report_that_is_too_early_says_why_and_a_stranger_sees_nothing(world: World, visit: Any) -> None:
    page = f"/lsp/cth/laporan/{world.ids['event']}/"
    assert "belum direkomendasikan" in visit("budi").get(page).content.decode()
    assert visit("rina").get(page).status_code == 404
