from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from jamstac.applications.actions import accept_application
from jamstac.applications.models import Application
from jamstac.documents.models import Sheet
from jamstac.events.actions import cancel_event
from jamstac.events.models import AssignmentLetter, Event, EventCandidate
from jamstac.events.states import EventState
from jamstac.ledger.models import Entry
from jamstac.parameters.actions import set_parameter
from tests.cast import PASSWORD
from tests.world.applications import all_met
from tests.world.assessments import add, planned
from tests.world.base import AGREED, World, ahead

Visit = Callable[[str], Client]
SIGNING = {"agree": "on", "password": PASSWORD}


def url(name: str, *args: object, lsp: str = "cth") -> str:
    return reverse(f"events:{name}", args=[lsp, *args])


def accepted(world: World, key: str = "ayu") -> Application:
    application = world.get(Application, f"application.{key}")
    return accept_application(
        world.actor("dewi"), application, findings=all_met(application), note="", statement=AGREED
    )


def form(world: World, **changes: str) -> dict[str, str]:
    typed = {
        "scheme_version": str(world.ids["version"]),
        "venue": str(world.ids["venue"]),
        "date": ahead(3).isoformat(),
        "start_time": "08:00",
        "end_time": "16:00",
    }
    return typed | changes


# ---------------------------------------------------------------- list and planning


def test_the_list_shows_what_comes_with_its_state(world: World, visit: Visit) -> None:
    page = visit("maya").get(url("list")).content.decode()
    assert "2 jadwal akan datang" in page
    assert "Surat tugas ditandatangani" in page
    assert "Susun jadwal" in page


def test_past_events_stand_apart(world: World, visit: Visit) -> None:
    page = visit("maya").get(url("list"), {"waktu": "lewat"}).content.decode()
    assert "Belum ada jadwal yang lewat" in page


def test_an_lsp_without_events_says_so(world: World, visit: Visit) -> None:
    client = visit("tono")
    page = client.get(url("list", lsp="luar")).content.decode()
    assert "Tidak ada jadwal yang akan datang" in page
    assert "Susun jadwal" not in page


def test_the_list_takes_the_same_queries_however_long(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    for days in (1, 2, 3, 4, 5, 6, 8, 9):
        planned(world, days=days)
    client = visit("maya")
    with django_assert_max_num_queries(20):
        client.get(url("list"))


def test_an_event_is_planned_on_a_form(world: World, visit: Visit) -> None:
    client = visit("maya")
    assert client.get(url("plan")).status_code == 200
    answer = client.post(url("plan"), form(world))
    event = Event.objects.get(date=ahead(3))
    assert answer["Location"] == url("event", event.pk)


def test_what_is_refused_is_told_and_nothing_typed_is_lost(world: World, visit: Visit) -> None:
    answer = visit("maya").post(url("plan"), form(world, end_time="07:30"))
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "PER-04" in page
    assert 'value="07:30"' in page


@pytest.mark.parametrize(
    "changes", [{"date": "kapan saja"}, {"venue": str(uuid4())}, {"scheme_version": ""}, {"start_time": "25:00"}]
)
def test_a_forged_or_broken_form_plans_nothing(world: World, visit: Visit, changes: dict[str, str]) -> None:
    answer = visit("maya").post(url("plan"), form(world, **changes))
    assert answer.status_code == 400
    assert Event.objects.count() == 2


def test_an_admin_reads_but_does_not_plan(world: World, visit: Visit) -> None:
    client = visit("dewi")
    assert client.get(url("list")).status_code == 200
    assert client.get(url("plan")).status_code == 403


# ---------------------------------------------------------------- one event


def test_the_record_shows_facts_candidates_acts_and_timeline(world: World, visit: Visit) -> None:
    page = visit("maya").get(url("event", world.ids["event.planned"])).content.decode()
    assert "Dimas Kias" in page
    assert "Serahkan kepada pemegang tugas: Direktur/Ketua LSP" in page
    assert "Jadwal disusun" in page
    assert "Tidak ada yang menunggu jadwal" in page


def test_the_record_takes_the_same_queries_however_many_candidates(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("dewi")
    with django_assert_max_num_queries(45):
        client.get(url("event", world.ids["event"]))


def test_an_event_of_another_lsp_is_not_there(world: World, visit: Visit) -> None:
    client = visit("tono")
    assert client.get(url("event", world.ids["event"])).status_code == 404
    assert client.get(url("event", world.ids["event"], lsp="luar")).status_code == 404


def test_ticked_candidates_are_added_with_one_assessor(world: World, visit: Visit) -> None:
    case = accepted(world)
    client, typed = visit("maya"), {"asesi": [str(case.pk)], "asesor": str(world.ids["person.rina"])}
    assert "Ayu Perumpamaan" in client.get(url("event", world.ids["event.planned"])).content.decode()
    assert client.post(url("add", world.ids["event.planned"]), typed).status_code == 302
    assert EventCandidate.objects.get(application=case).assessor_id == world.ids["person.rina"]
    assert client.post(url("add", world.ids["event.planned"]), typed).status_code == 302
    assert EventCandidate.objects.filter(application=case).count() == 1


def test_each_refused_row_is_told_and_the_others_are_in(world: World, visit: Visit) -> None:
    case = accepted(world)
    typed = {
        "asesi": [str(case.pk), str(world.ids["application.joko"])],
        "asesor": str(world.ids["person.budi"]),
    }
    answer = visit("maya").post(url("add", world.ids["event.planned"]), typed)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Joko Tamsilan belum bisa ditambahkan" in page
    assert "HR-31" in page
    assert EventCandidate.objects.filter(application=case).exists()


def test_adding_asks_for_candidates_and_an_assessor(world: World, visit: Visit) -> None:
    case = accepted(world)
    answer = visit("maya").post(url("add", world.ids["event.planned"]), {})
    assert answer.status_code == 400
    assert "Pilih asesor." in answer.content.decode()
    client = visit("maya")
    unknown = {"asesi": [str(uuid4())], "asesor": str(world.ids["person.budi"])}
    assert client.post(url("add", world.ids["event.planned"]), unknown).status_code == 404
    broken = {"asesi": ["bukan-id"], "asesor": str(world.ids["person.budi"])}
    assert client.post(url("add", world.ids["event.planned"]), broken).status_code == 404
    assert not EventCandidate.objects.filter(application=case).exists()


def test_too_many_candidates_of_an_assessor_only_warn(world: World, visit: Visit) -> None:
    set_parameter(
        world.actor("surya"),
        world.body,
        key="assessor_daily_load",
        value="1",
        reason="Ditetapkan rapat pimpinan",
        source_title="SK Direktur",
        source_number="003/SK/CTH",
    )
    accepted(world)
    add(world, world.get(Event, "event.planned"), "ayu")
    page = visit("maya").get(url("event", world.ids["event.planned"])).content.decode()
    assert "Budi Rekaan mengases 2 asesi pada hari itu; batas LSP 1." in page


def test_a_candidate_is_taken_out_on_the_page(world: World, visit: Visit) -> None:
    client = visit("maya")
    address = url("remove", world.ids["event.planned"], world.ids["application.dimas"])
    assert client.get(address).status_code == 302
    assert EventCandidate.objects.filter(event_id=world.ids["event.planned"]).exists()
    client.post(address)
    assert not EventCandidate.objects.filter(event_id=world.ids["event.planned"]).exists()
    assert client.post(address).status_code == 409


def test_the_director_signs_the_letter_on_the_page(world: World, visit: Visit) -> None:
    client, address = visit("surya"), url("letter", world.ids["event.planned"])
    wrong = client.post(address, SIGNING | {"password": "bukan-ini"})
    assert wrong.status_code == 409
    assert "Isi kata sandi Anda sekali lagi" in wrong.content.decode()
    assert client.post(address, SIGNING).status_code == 302
    assert AssignmentLetter.objects.filter(event_id=world.ids["event.planned"]).count() == 1
    assert client.post(address, SIGNING).status_code == 302
    assert Sheet.objects.filter(subject_id=world.ids["event.planned"]).count() == 1
    page = client.get(url("event", world.ids["event.planned"])).content.decode()
    assert "ditandatangani Surya Andaian" in page


def test_a_manager_does_not_sign_the_letter(world: World, visit: Visit) -> None:
    assert visit("maya").post(url("letter", world.ids["event.planned"]), SIGNING).status_code == 403


def test_an_event_is_cancelled_with_a_reason_on_the_page(world: World, visit: Visit) -> None:
    client, address = visit("maya"), url("cancel", world.ids["event.planned"])
    assert client.post(address, {"reason": ""}).status_code == 400
    assert client.post(address, {"reason": "TUK tutup"}).status_code == 302
    assert client.post(address, {"reason": "TUK tutup"}).status_code == 302
    assert world.get(Event, "event.planned").state == EventState.CANCELLED
    assert Entry.objects.filter(event="event.cancelled").count() == 1
    page = client.get(url("event", world.ids["event.planned"])).content.decode()
    assert "TUK tutup" in page
    assert "Asesi jadwal yang dibatalkan dapat dijadwalkan lagi" in page


def test_a_begun_event_says_why_it_cannot_be_cancelled(world: World, visit: Visit) -> None:
    client = visit("maya")
    assert "3 asesmen pada jadwal ini sudah dibuka" in client.get(url("event", world.ids["event"])).content.decode()
    assert client.post(url("cancel", world.ids["event"]), {"reason": "Salah"}).status_code == 409
    assert world.get(Event, "event").state == EventState.ASSIGNED


def test_a_page_left_open_is_told_what_changed(world: World, visit: Visit) -> None:
    case = accepted(world)
    cancel_event(world.actor("maya"), world.get(Event, "event.planned"), reason="Hujan abu")
    typed = {"asesi": [str(case.pk)], "asesor": str(world.ids["person.budi"])}
    answer = visit("maya").post(url("add", world.ids["event.planned"]), typed)
    assert answer.status_code == 409
    assert "Jadwal ini sudah dibatalkan" in answer.content.decode()
