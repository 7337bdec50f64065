from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from jamstac.applications.actions import accept_application
from jamstac.applications.models import Application
from jamstac.documents.files import keep
from jamstac.documents.models import Sheet
from jamstac.events.actions import cancel_event, sign_assignment_letter
from jamstac.events.models import (
    AssignmentLetter,
    CalendarFeed,
    Event,
    EventCandidate,
    Invitation,
    VerifierLetter,
)
from jamstac.events.paper import feed_token
from jamstac.events.states import EventState
from jamstac.events.views import listing
from jamstac.ledger.models import Entry
from jamstac.licensing.actions import record_remote_approval
from jamstac.parameters.actions import set_parameter
from jamstac.people.models import Consent
from jamstac.people.states import RelationKind
from jamstac.venues.actions import enter_venue
from jamstac.venues.states import VenueKind
from tests.actions.test_impartiality import relate
from tests.cast import PASSWORD
from tests.world.applications import all_met, pdf
from tests.world.assessments import add, planned
from tests.world.base import AGREED, World, ahead, today

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
    assert "1 menunggu jadwal" in page
    assert "Wayan Serupa" in page


def test_the_record_takes_the_same_queries_however_many_candidates(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("dewi")
    with django_assert_max_num_queries(66):
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


def limit(world: World, value: str = "1") -> None:
    set_parameter(
        world.actor("surya"),
        world.body,
        key="assessor_daily_load",
        value=value,
        reason="Ditetapkan rapat pimpinan",
        source_title="SK Direktur",
        source_number="003/SK/CTH",
    )


def test_a_load_over_the_limit_leads_to_asking_for_an_exception(world: World, visit: Visit) -> None:
    accepted(world)
    add(world, world.get(Event, "event.planned"), "ayu")
    limit(world)
    page = visit("maya").get(url("event", world.ids["event.planned"])).content.decode()
    assert "Budi Rekaan mengases 2 asesi pada hari itu; batas LSP 1." in page
    asking = reverse("findings:ask", args=["cth", "HR-29", "events.event", world.ids["event.planned"]])
    assert asking in page


def test_an_exception_is_asked_where_adding_is_refused(world: World, visit: Visit) -> None:
    """HR-29 for the event, HR-03 for the case; who may not ask reads the refusal only."""
    case = accepted(world)
    limit(world)
    relate(world, "budi", RelationKind.TRAINED, "ayu")
    address, budi = url("add", world.ids["event.planned"]), str(world.ids["person.budi"])
    load = reverse("findings:ask", args=["cth", "HR-29", "events.event", world.ids["event.planned"]])
    trained = reverse("findings:ask", args=["cth", "HR-03", "applications.application", case.pk])
    typed = {"asesi": [str(case.pk)], "asesor": [budi]}
    client = visit("maya")
    for data in (typed, typed | {"pratinjau": "ya"}):
        page = client.post(address, data).content.decode()
        assert f'href="{load}"' in page
        assert f'href="{trained}"' in page
    assert client.get(load).status_code == 200
    assert client.get(trained).status_code == 200


def test_an_exception_is_asked_where_replacing_the_assessor_is_refused(world: World, visit: Visit) -> None:
    event = world.get(Event, "event.planned")
    row = EventCandidate.objects.filter(event=event).select_related("application__person").get()
    world.ids["person.asesi"] = row.application.person_id
    relate(world, "rina", RelationKind.TRAINED, "asesi")
    people = {"before": str(row.assessor_id), "after": str(world.ids["person.rina"])}
    typed = people | {"candidate": str(row.pk), "reason": "Asesor sakit"}
    answer = visit("maya").post(url("replace", event.pk), typed)
    asking = reverse("findings:ask", args=["cth", "HR-03", "applications.application", row.application_id])
    assert answer.status_code == 409
    assert f'href="{asking}"' in answer.content.decode()


def test_without_a_limit_the_page_only_warns(world: World, visit: Visit) -> None:
    page = visit("maya").get(url("event", world.ids["event.planned"])).content.decode()
    assert "Batas beban asesor belum ditetapkan" in page


def test_a_preview_shares_out_evenly_and_says_who_cannot(world: World, visit: Visit) -> None:
    case = accepted(world)
    client, address = visit("maya"), url("add", world.ids["event.planned"])
    assert "checked" in client.get(url("event", world.ids["event.planned"]), {"pilih": "semua"}).content.decode()
    typed = {
        "asesi": [str(case.pk), str(world.ids["application.joko"])],
        "asesor": [str(world.ids["person.budi"]), str(world.ids["person.rina"])],
        "pratinjau": "ya",
    }
    page = client.post(address, typed).content.decode()
    assert "Pratinjau pembagian" in page
    assert f'name="pasangan" value="{case.pk}:' in page
    assert f'value="{world.ids["application.joko"]}:' not in page
    assert "HR-31" in page
    assert not EventCandidate.objects.filter(application=case).exists()
    pair = {"pasangan": ["", f"{case.pk}:{world.ids['person.rina']}"]}
    assert client.post(address, pair).status_code == 302
    assert EventCandidate.objects.get(application=case).assessor_id == world.ids["person.rina"]


def test_a_forged_pair_is_not_there(world: World, visit: Visit) -> None:
    client, address = visit("maya"), url("add", world.ids["event.planned"])
    assert client.post(address, {"pasangan": f"{uuid4()}:{world.ids['person.budi']}"}).status_code == 404
    assert client.post(address, {"pasangan": "x:y"}).status_code == 404


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
    assert "3 asesmen pada jadwal ini sudah dibuka" in client.get(url("change", world.ids["event"])).content.decode()
    assert client.post(url("cancel", world.ids["event"]), {"reason": "Salah"}).status_code == 409
    assert world.get(Event, "event").state == EventState.ASSIGNED


# ---------------------------------------------------------------- a plan changes


def test_the_sick_assessor_is_replaced_on_the_page(world: World, visit: Visit) -> None:
    client, event = visit("maya"), world.get(Event, "event.planned")
    sign_assignment_letter(world.actor("surya"), event, statement=AGREED)
    page = client.get(url("change", event.pk)).content.decode()
    assert "Surat tugas sudah pernah ditandatangani" in page
    typed = {"before": str(world.ids["person.budi"]), "after": str(world.ids["person.rina"]), "candidate": ""}
    refused = client.post(url("replace", event.pk), typed | {"reason": ""})
    assert refused.status_code == 409
    assert "Alasan perubahan belum ditulis" in refused.content.decode()
    assert client.post(url("replace", event.pk), typed | {"reason": "Asesor sakit"}).status_code == 302
    assert world.get(EventCandidate, "candidate.dimas").assessor_id == world.ids["person.rina"]
    page = client.get(url("event", event.pk)).content.decode()
    assert "Berubah, menunggu surat tugas baru" in page
    assert "Budi Rekaan → Rina Ibarat" in page
    assert "Asesor sakit" in page


def test_time_place_and_withdrawal_change_on_the_page(world: World, visit: Visit) -> None:
    client, pk = visit("maya"), world.ids["event.planned"]
    moment = {"date": ahead(9).isoformat(), "start_time": "09:00", "end_time": "15:00", "reason": ""}
    assert client.post(url("postpone", pk), moment | {"date": "kapan saja"}).status_code == 400
    assert client.post(url("postpone", pk), moment).status_code == 302
    assert world.get(Event, "event.planned").date == ahead(9)
    nothing = client.post(url("move", pk), {"venue": str(world.ids["venue"]), "reason": ""})
    assert nothing.status_code == 409
    assert "Tidak ada yang berubah" in nothing.content.decode()
    row = {"candidate": str(world.ids["candidate.dimas"]), "kind": "withdrawn", "reason": "Pindah kota"}
    assert client.post(url("withdraw", pk), row | {"kind": "absent"}).status_code == 400
    assert client.post(url("withdraw", pk), row).status_code == 302
    page = client.get(url("event", pk)).content.decode()
    assert "Pindah kota" in page
    assert "Mengundurkan diri atau dikeluarkan" in page


def test_the_lead_is_named_on_the_page(world: World, visit: Visit) -> None:
    client, pk = visit("maya"), world.ids["event.planned"]
    assert client.post(url("lead", pk), {"person": str(world.ids["person.rina"])}).status_code == 400
    assert client.post(url("lead", pk), {"person": str(world.ids["person.budi"])}).status_code == 302
    assert world.get(Event, "event.planned").lead_id == world.ids["person.budi"]


# ---------------------------------------------------------------- letters around it


def test_the_verifier_is_sent_and_reports_on_pages(world: World, visit: Visit) -> None:
    venue = enter_venue(
        world.actor("dewi"),
        world.body,
        code="TK-1",
        name="Kedai Umpama",
        kind=VenueKind.WORKPLACE,
        address="Jalan Umpama 3",
    )
    assert visit("maya").post(url("plan"), form(world, venue=str(venue.pk))).status_code == 302
    event = Event.objects.get(venue=venue)
    assert "Verifikasi TUK untuk jadwal ini" in visit("maya").get(url("event", event.pk)).content.decode()
    order = {"verifier": str(world.ids["person.lila"]), "due_on": ahead(2).isoformat()}
    client = visit("surya")
    assert client.post(url("verifier_letter", event.pk), order).status_code == 409
    assert client.post(url("verifier_letter", event.pk), order | SIGNING).status_code == 302
    assert client.post(url("verifier_letter", event.pk), order | SIGNING).status_code == 302
    assert VerifierLetter.objects.filter(event=event).count() == 1
    client = visit("lila")
    page = client.get(url("verification", event.pk)).content.decode()
    assert "Belum diperiksa" in page
    found = {"verified_on": today().isoformat(), "fit": "tidak", "findings": ""}
    assert client.post(url("verification", event.pk), found).status_code == 409
    assert client.post(url("verification", event.pk), found | {"findings": "Dua komputer rusak"}).status_code == 302
    assert "Dua komputer rusak" in client.get(url("verification", event.pk)).content.decode()
    assert client.get(url("event", event.pk)).status_code == 403


def test_asesi_are_invited_on_the_page(world: World, visit: Visit) -> None:
    client, pk = visit("maya"), world.ids["event.planned"]
    assert client.post(url("invitation", pk), SIGNING).status_code == 409
    sign_assignment_letter(world.actor("surya"), world.get(Event, "event.planned"), statement=AGREED)
    assert client.post(url("invitation", pk), SIGNING).status_code == 302
    assert client.post(url("invitation", pk), SIGNING).status_code == 302
    assert Invitation.objects.count() == 1
    assert Invitation.objects.get().number in client.get(url("event", pk)).content.decode()


# ---------------------------------------------------------------- calendars and own pages


def test_the_calendar_shows_the_month_and_the_next_is_empty(world: World, visit: Visit) -> None:
    client = visit("dewi")
    month = client.get(url("month"), {"bulan": ahead(7).strftime("%Y-%m")}).content.decode()
    assert world.get(Event, "event.planned").number in month
    assert "Tidak ada jadwal pada bulan ini" in client.get(url("month"), {"bulan": "2031-01"}).content.decode()
    assert client.get(url("month"), {"bulan": "bukan"}).status_code == 200


def test_an_event_is_saved_to_a_calendar(world: World, visit: Visit) -> None:
    answer = visit("maya").get(url("event_file", world.ids["event.planned"]))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    text = answer.content.decode().replace("\r\n ", "")
    assert "STATUS:TENTATIVE" in text
    assert f"DTSTART:{ahead(7):%Y%m%d}T010000Z" in text
    assert "Dimas" not in text


def test_an_assessor_sees_own_events_and_subscribes(world: World, visit: Visit) -> None:
    client = visit("budi")
    page = client.get(url("mine")).content.decode()
    assert "Menunggu surat tugas" in page
    assert "Buat alamat kalender" in page
    assert client.post(url("feed_open")).status_code == 302
    assert client.post(url("feed_open")).status_code == 302
    feed = CalendarFeed.objects.get()
    address = url("feed", feed.pk, feed_token(feed))
    assert address in client.get(url("mine")).content.decode()
    client.logout()
    text = client.get(address).content.decode()
    assert text.count("BEGIN:VEVENT") == 2
    assert "Dimas" not in text
    assert client.get(url("feed", feed.pk, "salah")).status_code == 404
    assert client.get(url("feed", feed.pk, feed_token(feed), lsp="luar")).status_code == 404
    assert visit("rina").post(url("feed_revoke", feed.pk)).status_code == 404
    assert visit("budi").post(url("feed_revoke", feed.pk)).status_code == 302
    assert client.get(address).status_code == 404


def test_an_assessor_without_events_sees_an_empty_calendar(world: World, visit: Visit) -> None:
    client = visit("rina")
    assert "Tidak ada jadwal yang akan datang" in client.get(url("mine")).content.decode()
    assert b"BEGIN:VEVENT" not in client.get(url("mine_file")).content


def test_an_asesi_sees_the_own_date_and_saves_it(world: World, visit: Visit) -> None:
    client = visit("dimas")
    page = client.get(url("own")).content.decode()
    assert "Laboratorium Komputer Contoh" in page
    assert "surat tugasnya belum ditandatangani" in page
    text = client.get(url("own_file", world.ids["candidate.dimas"])).content.decode()
    assert "SUMMARY:Asesmen" in text
    assert client.get(url("own_file", world.ids["candidate.sari"])).status_code == 404
    assert "Belum ada jadwal" in visit("lestari").get(url("own")).content.decode()


def test_an_asesi_agrees_to_recording_on_the_own_page(world: World, visit: Visit) -> None:
    record_remote_approval(
        world.actor("surya"),
        world.body,
        number="B.001/SJJ/CTH",
        approved_on=today(),
        valid_from=today(),
        valid_until=ahead(30),
        file=keep(pdf("Surat persetujuan"), "surat.pdf", world.body, world.account("surya")),
    )
    case = accepted(world)
    visit("maya").post(url("plan"), form(world, mode="online"))
    event = Event.objects.get(date=ahead(3))
    row = add(world, event, "ayu")
    client = visit("ayu")
    assert "Setujui perekaman" in client.get(url("own")).content.decode()
    assert client.post(url("own_recording", row.pk), {}).status_code == 409
    assert client.post(url("own_recording", row.pk), {"agree": "on"}).status_code == 302
    assert client.post(url("own_recording", row.pk), {"agree": "on"}).status_code == 302
    assert "Anda menyetujui perekaman" in client.get(url("own")).content.decode()
    assert Consent.objects.filter(person=case.person_id, purpose="recording").count() == 1


def test_the_list_is_searched_and_filtered(world: World, visit: Visit) -> None:
    client = visit("maya")
    number = world.get(Event, "event.planned").number
    page = client.get(url("list"), {"keadaan": "planned"}).content.decode()
    assert number in page
    assert world.get(Event, "event").number not in page
    assert "Tidak ada jadwal yang cocok" in client.get(url("list"), {"q": "kedai"}).content.decode()
    assert number in client.get(url("list"), {"q": "laboratorium contoh"}).content.decode()


def test_the_list_turns_its_pages(world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listing, "PAGE", 1)
    client, number = visit("maya"), world.get(Event, "event.planned").number
    pages = [client.get(url("list"), {"page": str(n)}).content.decode() for n in (1, 2)]
    assert [number in page for page in pages].count(True) == 1


def test_an_event_without_asesi_claims_no_declared_pairs(world: World, visit: Visit) -> None:
    page = visit("maya").post(url("plan"), form(world), follow=True).content.decode()
    assert "Belum ada pasangan asesor dan asesi" in page
    assert "Setiap pasangan sudah dinyatakan" not in page


def test_what_was_ticked_stays_ticked(world: World, visit: Visit) -> None:
    case, client = accepted(world), visit("maya")
    page = client.post(url("add", world.ids["event.planned"]), {"asesi": [str(case.pk)]}).content.decode()
    assert f'name="asesi" value="{case.pk}" checked' in page


def test_a_reason_can_still_be_written_under_a_preview(world: World, visit: Visit) -> None:
    case, client = accepted(world), visit("maya")
    typed = {"asesi": [str(case.pk)], "asesor": str(world.ids["person.budi"]), "pratinjau": "ya"}
    page = client.post(url("add", world.ids["event"]), typed).content.decode()
    assert "Alasan perubahan belum ditulis" not in page


def test_a_page_left_open_is_told_what_changed(world: World, visit: Visit) -> None:
    case = accepted(world)
    cancel_event(world.actor("maya"), world.get(Event, "event.planned"), reason="Hujan abu")
    typed = {"asesi": [str(case.pk)], "asesor": str(world.ids["person.budi"])}
    answer = visit("maya").post(url("add", world.ids["event.planned"]), typed)
    assert answer.status_code == 409
    assert "Jadwal ini sudah dibatalkan" in answer.content.decode()
