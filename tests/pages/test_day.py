"""The pages of the assessment day, as each role opens them."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pypdfium2
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jamstac.applications.actions import withdraw_consent
from jamstac.documents.files import read as read_file
from jamstac.documents.models import Sheet
from jamstac.documents.states import SheetCode
from jamstac.events.actions import check_in, issue_cards
from jamstac.events.models import AttendanceList, Departure, Event, EventCandidate, EventMinutes, EventPhoto, Incident
from jamstac.events.states import CheckInVia, IncidentState
from jamstac.events.tickets import grouped, ticket_of
from jamstac.findings.selectors import holds_on
from jamstac.people.models import Consent
from jamstac.people.states import ConsentPurpose
from tests.actions.test_day import moved_after_an_arrival
from tests.cast import PASSWORD
from tests.kernel.test_photographs import THERE, exif, jpeg
from tests.world.assessments import arrived, finish_event
from tests.world.base import World

Visit = Callable[[str], Client]
SIGNING = {"agree": "on", "password": PASSWORD}


def url(name: str, *args: object, lsp: str = "cth") -> str:
    return reverse(f"events:{name}", args=[lsp, *args])


def day_of(world: World, name: str = "day") -> str:
    return url(name, world.ids["event"])


def made(world: World) -> EventCandidate:
    return world.get(EventCandidate, "candidate.made")


def words_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return text


# ---------------------------------------------------------------- the day


def test_the_ketua_tuk_sees_the_days_and_nothing_of_evidence(world: World, visit: Visit) -> None:
    client = visit("tari")
    assert str(world.ids["event"]) in client.get(url("days")).content.decode()
    page = client.get(day_of(world)).content.decode()
    for words in ("3 hadir", "1 belum", "Made Pengandaian", "Laporkan insiden", "Gangguan"):
        assert words in page
    assert "/lembar/" not in page
    assert client.get(reverse("assessment:assessment", args=["cth", world.ids["assessment.sari"]])).status_code == 403
    assert client.get(reverse("certification:meetings", args=["cth"])).status_code == 403


def test_a_day_without_candidates_says_so(world: World, visit: Visit) -> None:
    planned = world.get(Event, "event.planned")
    page = visit("maya").get(url("day", planned.pk)).content.decode()
    assert "Surat tugas jadwal ini belum ada" in page


def test_an_lsp_without_days_says_so(world: World, visit: Visit) -> None:
    assert "Tidak ada asesmen hari ini" in visit("tono").get(url("days", lsp="luar")).content.decode()


def test_the_day_takes_the_same_queries_however_many(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("dewi")
    with django_assert_max_num_queries(60):
        client.get(day_of(world))


def test_one_tap_notes_an_arrival_and_the_second_does_no_harm(world: World, visit: Visit) -> None:
    client = visit("tari")
    for _ in range(2):
        answer = client.post(day_of(world, "arrive"), {"asesi": made(world).pk})
        assert answer.status_code == 302
    assert "4 hadir" in client.get(day_of(world)).content.decode()


def test_the_assessor_notes_an_arrival_from_the_own_list(world: World, visit: Visit) -> None:
    client, mine = visit("budi"), reverse("assessment:mine", args=["cth"])
    assert "Catat hadir" in client.get(mine).content.decode()
    answer = client.post(day_of(world, "arrive"), {"asesi": made(world).pk, "kembali": "tugas"})
    assert answer["Location"] == mine
    assert "Buka asesmen" in client.get(mine).content.decode()


def test_what_was_noted_is_taken_back_together(world: World, visit: Visit) -> None:
    arrived(world, "made")
    client = visit("dewi")
    assert "Batalkan catatan hadir" in client.get(day_of(world)).content.decode()
    client.post(day_of(world, "undo"), {"asesi": made(world).pk})
    assert "1 belum" in client.get(day_of(world)).content.decode()


def test_what_cannot_be_taken_back_is_told_by_name(world: World, visit: Visit) -> None:
    answer = visit("budi").post(day_of(world, "undo"), {"asesi": world.ids["candidate.sari"]})
    assert answer.status_code == 409
    assert "Sari Contoh belum dicatat" in answer.content.decode()


def test_an_absence_is_noted_with_its_reason(world: World, visit: Visit) -> None:
    client = visit("budi")
    assert client.post(day_of(world, "absent"), {"asesi": made(world).pk, "reason": ""}).status_code == 409
    assert client.post(day_of(world, "absent"), {"asesi": made(world).pk, "reason": "Sakit"}).status_code == 302
    assert Departure.objects.get(application=world.ids["application.made"]).reason == "Sakit"
    assert "1 tidak hadir" in client.get(day_of(world)).content.decode()


# ---------------------------------------------------------------- cards


def test_a_card_is_scanned(world: World, visit: Visit) -> None:
    client = visit("tari")
    assert "Kode kartu peserta" in client.get(day_of(world, "scan")).content.decode()
    answer = client.post(day_of(world, "scan"), {"code": grouped(ticket_of(made(world).pk))}, follow=True)
    assert "Made Pengandaian: Hadir" in answer.content.decode()
    noted = world.get(Event, "event").attendances.get(application=world.ids["application.made"])
    assert noted.via == CheckInVia.QR
    again = client.post(day_of(world, "scan"), {"code": ticket_of(made(world).pk)}, follow=True)
    assert "sudah tercatat hadir" in again.content.decode()


def test_a_strange_code_is_no_card(world: World, visit: Visit) -> None:
    answer = visit("tari").post(day_of(world, "scan"), {"code": "AAAA BBBB CCCC"})
    assert answer.status_code == 400
    assert "bukan kartu peserta jadwal ini" in answer.content.decode()


def test_cards_are_made_and_printed_four_on_a_sheet(world: World, visit: Visit) -> None:
    client = visit("dewi")
    client.post(day_of(world, "cards"))
    answer = client.get(day_of(world, "cards_file"))
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(answer.content)
    assert len(document) == 1
    document.close()
    words = words_of(answer.content)
    for key in ("sari", "galih", "intan", "made"):
        assert grouped(ticket_of(world.ids[f"candidate.{key}"])) in words
    assert words.count("KARTU PESERTA ASESMEN") == 4


def test_an_asesi_has_the_card_on_the_phone(world: World, visit: Visit) -> None:
    issue_cards(world.actor("dewi"), world.get(Event, "event"))
    page = visit("sari").get(url("own_card", world.ids["candidate.sari"])).content.decode()
    assert grouped(ticket_of(world.ids["candidate.sari"])) in page
    drawn = page.split("data:image/svg+xml;base64,")[1].split('"')[0]
    assert base64.b64decode(drawn).startswith(b"<svg ")
    assert "Unduh kartu" in page


# ---------------------------------------------------------------- daftar hadir


def test_the_list_is_closed_by_the_assessor_and_signed_by_the_ketua_tuk(
    world: World, visit: Visit, work: Callable[[], int]
) -> None:
    arrived(world, "made")
    visit("budi").post(day_of(world, "close_attendance"), SIGNING)
    answer = visit("tari").post(day_of(world, "sign_attendance"), SIGNING)
    assert answer.status_code == 302
    work()
    sheet = Sheet.objects.select_related("pdf").get(pk=AttendanceList.objects.get().sheet_id)
    assert sheet.pdf is not None
    words = words_of(read_file(sheet.pdf))
    for told in ("DAFTAR HADIR ASESMEN", "Made Pengandaian", "Tari Bayangkan", "4 tercatat hadir"):
        assert told in words


def test_a_list_with_a_gap_says_why_it_waits(world: World, visit: Visit) -> None:
    answer = visit("budi").post(day_of(world, "close_attendance"), SIGNING)
    assert answer.status_code == 409
    assert "1 asesi belum dicatat" in answer.content.decode()


def test_the_list_prints_empty_for_a_day_without_power(world: World, visit: Visit) -> None:
    words = words_of(visit("tari").get(day_of(world, "blank_attendance")).content)
    for told in ("DAFTAR HADIR ASESMEN", "Sari Contoh", "Made Pengandaian", "4 belum tercatat", "Ketua TUK"):
        assert told in words


# ---------------------------------------------------------------- incidents


def report(world: World, **changes: Any) -> dict[str, Any]:
    given = {
        "kind": "cheating",
        "day": world.get(Event, "event").date.isoformat(),
        "at": "00:00",
        "description": "Dua asesi bertukar kertas.",
        "asesi": [world.ids["application.sari"]],
    }
    return given | changes


def test_an_incident_is_reported_from_the_page_and_closed_by_mutu(world: World, visit: Visit) -> None:
    client = visit("tari")
    assert "Asesi yang terkena" in client.get(day_of(world, "report_incident")).content.decode()
    answer = client.post(day_of(world, "report_incident"), report(world), follow=True)
    assert "Dua asesi bertukar kertas." in answer.content.decode()
    incident = Incident.objects.get(kind="cheating")
    case = incident.cases.get()
    wulan = visit("wulan")
    there = url("close_incident", incident.pk)
    refused = wulan.post(there, {"closing": "Diperiksa.", f"asesi-{case.pk}-outcome": "held"})
    assert refused.status_code == 409
    assert "tetap ditahan tanpa alasan" in refused.content.decode()
    assert "Diperiksa." in refused.content.decode()
    wulan.post(there, {"closing": "Diperiksa.", f"asesi-{case.pk}-outcome": "held", f"asesi-{case.pk}-reason": "Sama."})
    assert Incident.objects.get(pk=incident.pk).state == IncidentState.CLOSED
    assert "Ditahan" in wulan.get(url("incident", incident.pk)).content.decode()
    wulan.post(url("clear_case", incident.pk, case.pk), {"reason": "Penjelasan diterima."})
    assert holds_on(world.ids["application.sari"]) == []


def test_a_report_that_says_too_little_keeps_what_was_typed(world: World, visit: Visit) -> None:
    answer = visit("dewi").post(day_of(world, "report_incident"), report(world, kind=""))
    assert answer.status_code == 400
    assert "Dua asesi bertukar kertas." in answer.content.decode()


def test_who_reported_reads_that_another_closes(world: World, visit: Visit) -> None:
    visit("wulan").post(day_of(world, "report_incident"), report(world))
    incident = Incident.objects.get(kind="cheating")
    page = visit("wulan").get(url("incident", incident.pk)).content.decode()
    assert "Anda yang melaporkan insiden ini." in page


# ---------------------------------------------------------------- photos


def upload(**changes: Any) -> dict[str, Any]:
    picture = SimpleUploadedFile("ruang.jpg", jpeg(exif()), content_type="image/jpeg")
    return {"photo": picture, "caption": "Ruang asesmen"} | changes


def test_a_photo_is_kept_without_what_the_camera_wrote(world: World, visit: Visit) -> None:
    client = visit("budi")
    event = world.get(Event, "event")
    taken = f"{event.date:%Y:%m:%d} 00:00:10".encode()
    picture = SimpleUploadedFile("ruang.jpg", jpeg(exif(taken=taken)), content_type="image/jpeg")
    assert client.post(day_of(world, "photo"), upload(photo=picture)).status_code == 302
    photo = EventPhoto.objects.select_related("file").get()
    assert (photo.latitude, photo.longitude, photo.time_source) == (THERE.latitude, THERE.longitude, "camera")
    assert b"2026" not in read_file(photo.file)
    page = client.get(day_of(world)).content.decode()
    assert "6,900000° LS, 107,620000° BT" in page
    assert client.get(reverse("documents:file", args=["cth", photo.file_id])).status_code == 200
    assert visit("rina").get(reverse("documents:file", args=["cth", photo.file_id])).status_code == 404


def test_what_is_no_photo_is_told(world: World, visit: Visit) -> None:
    paper = SimpleUploadedFile("ruang.jpg", b"%PDF-1.7 bukan foto")
    answer = visit("budi").post(day_of(world, "photo"), upload(photo=paper))
    assert answer.status_code == 409
    assert "Berkas ini bukan foto." in answer.content.decode()


def test_who_does_not_agree_to_photos_is_named_before(world: World, visit: Visit) -> None:
    consent = Consent.objects.get(person=world.person("sari"), purpose=ConsentPurpose.DOCUMENTATION)
    withdraw_consent(world.me("sari"), consent)
    page = visit("budi").get(day_of(world, "photo")).content.decode()
    assert "Jangan potret" in page
    assert "Sari Contoh" in page


# ---------------------------------------------------------------- berita acara asesmen


def minutes_of(world: World) -> str:
    return reverse("assessment:minutes", args=["cth", world.ids["event"]])


def test_the_berita_acara_says_what_it_waits_for(world: World, visit: Visit) -> None:
    page = visit("budi").get(minutes_of(world)).content.decode()
    assert "2 asesi yang hadir belum direkomendasikan." in page
    assert "Daftar hadir belum memuat setiap asesi." in page
    answer = visit("budi").post(minutes_of(world), SIGNING)
    assert answer.status_code == 409


def test_the_berita_acara_is_signed_by_the_assessor_and_the_ketua_tuk(
    world: World, visit: Visit, work: Callable[[], int]
) -> None:
    finish_event(world)
    visit("budi").post(day_of(world, "close_attendance"), SIGNING)
    assert visit("budi").post(minutes_of(world), {**SIGNING, "notes": "Lancar."}).status_code == 302
    assert visit("tari").post(minutes_of(world), SIGNING).status_code == 302
    work()
    sheet = Sheet.objects.select_related("pdf").get(code=SheetCode.EVENT_MINUTES)
    assert sheet.pdf is not None
    words = words_of(read_file(sheet.pdf))
    for told in ("BERITA ACARA ASESMEN", "Belum Kompeten", "Listrik padam dua menit", "Lancar.", "Tari Bayangkan"):
        assert told in words
    assert EventMinutes.objects.get().number in words


def test_a_late_arrival_shows_on_the_page(world: World, visit: Visit) -> None:
    check_in(world.actor("tari"), made(world))
    page = visit("agus").get(day_of(world)).content.decode()
    assert "dicatat Tari Bayangkan" in page


# ---------------------------------------------------------------- worklist


def test_what_the_day_leaves_to_do_waits_on_the_worklists(world: World, visit: Visit) -> None:
    home = reverse("portal:home", args=["cth"])
    number = world.get(Event, "event").number
    assert f"Tutup insiden pada jadwal {number}" in visit("wulan").get(home).content.decode()
    finish_event(world)
    assert f"Tutup daftar hadir jadwal {number}" in visit("budi").get(home).content.decode()
    visit("budi").post(day_of(world, "close_attendance"), SIGNING)
    assert f"Buat berita acara asesmen jadwal {number}" in visit("budi").get(home).content.decode()
    assert f"Tandatangani daftar hadir jadwal {number}" in visit("tari").get(home).content.decode()
    visit("budi").post(minutes_of(world), SIGNING)
    assert "Tandatangani berita acara asesmen" in visit("tari").get(home).content.decode()
    assert f"Buat berita acara asesmen jadwal {number}" not in visit("budi").get(home).content.decode()


def test_the_day_an_event_was_moved_to_asks_for_everybody_again(world: World, visit: Visit) -> None:
    candidate = moved_after_an_arrival(world)
    page = visit("budi").get(url("day", candidate.event_id)).content.decode()
    assert "Belum dicatat" in page
    assert "sebelum jadwal diubah" in page
    assert "0 dari 1 dicatat" in page
