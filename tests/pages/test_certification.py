from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from jamstac.assessment.states import AssessmentState
from jamstac.certification.models import Attendance, Certificate, Decision, Decree, Meeting, MeetingCase, Recusal
from jamstac.certification.states import MeetingState
from jamstac.people.states import Function
from tests.actions.test_certification import also
from tests.actions.test_day import cheating
from tests.cast import PASSWORD
from tests.world.assessments import assessment_of, recommended, signed
from tests.world.base import World, today
from tests.world.certificates import attended, closed, decided, opened, tabled

Visit = Callable[[str], Client]
SIGNED = {"agree": "on", "password": PASSWORD}


def at(name: str, *args: Any) -> str:
    return reverse(f"certification:{name}", args=["cth", *args])


def page(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status, url
    return response.content.decode()


# ---------------------------------------------------------------- the list and a new meeting


def test_a_case_that_waits_for_the_asesi_is_listed_with_its_correction(world: World, visit: Visit) -> None:
    client = visit("maya")
    assert "Menunggu tanda tangan asesi" not in page(client, at("waiting"))
    case = recommended(world, "intan")
    assert "1 menunggu tanda tangan asesi" in page(client, at("meetings"))
    text = page(client, at("waiting"))
    assert "Menunggu tanda tangan asesi" in text
    assert at("correct", case.pk) in text
    assert at("correct", case.pk) not in page(visit("hendra"), at("waiting")), "who only reads corrects nothing"
    client = visit("maya")
    assert "Kembalikan ke asesor" in page(client, at("correct", case.pk))
    assert client.post(at("correct", case.pk), {"why": "Salah ketik pada umpan balik."}).status_code == 302
    assert assessment_of(world, "intan").state == AssessmentState.AGREED


def test_the_plenos_are_listed_for_those_who_work_with_them(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("maya")
    page(client, at("meetings"))
    for _ in range(5):
        opened(world)
    with django_assert_max_num_queries(14):
        text = page(client, at("meetings"))
    assert f"7/{today().year}" in text
    assert "Buka rapat pleno" in text


def test_an_lsp_without_plenos_reads_why(world: World, visit: Visit) -> None:
    also_empty = visit("tono").get(reverse("certification:meetings", args=["luar"]))
    assert "Belum ada rapat pleno" in also_empty.content.decode()


def test_the_office_opens_a_meeting(world: World, visit: Visit) -> None:
    client = visit("maya")
    assert "Hendra Andai" in page(client, at("new"))
    members = [str(world.person(key).pk) for key in ("hendra", "ratna", "yusuf")]
    data = {"date": today().isoformat(), "time": "09:00", "place": "Ruang rapat", "members": members}
    response = client.post(at("new"), data)
    assert response.status_code == 422
    assert "Ruang rapat" in response.content.decode()
    response = client.post(at("new"), {**data, "chair": members[0]})
    assert response.status_code == 302
    assert Meeting.objects.filter(body=world.body).count() == 3


def test_a_chair_who_is_no_member_is_told_and_nothing_typed_is_lost(world: World, visit: Visit) -> None:
    members = [str(world.person(key).pk) for key in ("hendra", "ratna")]
    data = {"date": today().isoformat(), "time": "09:00", "place": "Ruang X", "members": members}
    response = visit("maya").post(at("new"), {**data, "chair": str(world.person("yusuf").pk)})
    assert response.status_code == 409
    assert "Ketua rapat harus salah satu anggota" in response.content.decode()
    assert "Ruang X" in response.content.decode()


# ---------------------------------------------------------------- one meeting


@pytest.mark.parametrize("key", ["maya", "dewi", "hendra", "ratna", "surya", "wulan", "agus"])
def test_every_reader_sees_a_meeting(world: World, visit: Visit, key: str) -> None:
    text = page(visit(key), at("meeting", world.ids["meeting"]))
    assert "Sari Contoh" in text
    assert "Belum Kompeten" in text


@pytest.mark.parametrize(("key", "status"), [("budi", 403), ("lila", 403), ("sari", 404), ("tono", 404)])
def test_nobody_else_does(world: World, visit: Visit, key: str, status: int) -> None:
    page(visit(key), at("meeting", world.ids["meeting"]), status)
    page(visit(key), at("certificate", world.ids["certificate.sari"]), status)


def test_another_lsps_meeting_is_not_there(world: World, visit: Visit) -> None:
    client = visit("tono")
    for name, key in [("meeting", "meeting"), ("certificate", "certificate.sari")]:
        url = reverse(f"certification:{name}", args=["luar", world.ids[key]])
        page(client, url, 404)


def test_a_member_says_they_are_present_and_a_second_click_is_harmless(world: World, visit: Visit) -> None:
    meeting = opened(world)
    client = visit("ratna")
    assert "Saya hadir" in page(client, at("meeting", meeting.pk))
    for _ in range(2):
        assert client.post(at("attend", meeting.pk)).status_code == 302
    assert Attendance.objects.filter(meeting=meeting, present_at__isnull=False).count() == 1


def test_an_exception_is_asked_where_a_held_case_is_refused(world: World, visit: Visit) -> None:
    signed(world, "intan")
    row = tabled(world, "intan")
    asking = reverse("findings:ask", args=["cth", "HR-41", "applications.application", row.assessment.application_id])
    table = f"{at('meeting', row.meeting_id)}?berkas={row.pk}"
    assert asking not in page(visit("maya"), table)
    cheating(world, "intan", by="dewi")
    assert f'href="{asking}"' in page(visit("maya"), table)
    assert "HR-41" in page(visit("ratna"), table)
    assert asking not in page(visit("ratna"), table)
    page(visit("maya"), asking)


def test_the_office_tables_what_waits(world: World, visit: Visit) -> None:
    signed(world, "intan")
    client, meeting = visit("maya"), world.ids["meeting.open"]
    assert "Intan Semisal" in page(client, at("meeting", meeting))
    chosen = {"asesmen": [str(assessment_of(world, "intan").pk), "bukan-id"]}
    for _ in range(2):
        assert client.post(at("table", meeting), chosen).status_code == 302
    assert MeetingCase.objects.filter(meeting=meeting).count() == 1


def test_a_file_that_is_not_ready_is_told_why(world: World, visit: Visit) -> None:
    response = visit("maya").post(
        at("table", world.ids["meeting.open"]), {"asesmen": [str(assessment_of(world, "intan").pk)]}
    )
    assert response.status_code == 409
    assert "HR-37" in response.content.decode()


def test_the_chair_decides_and_two_tabs_make_one_decision(world: World, visit: Visit) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    client = visit("hendra")
    assert "Catat keputusan" in page(client, at("meeting", case.meeting_id))
    for _ in range(2):
        assert client.post(at("decide", case.pk), {"outcome": "K", "reason": ""}).status_code == 302
    response = client.post(at("decide", case.pk), {"outcome": "BK", "reason": "Dari tab kedua."})
    assert response.status_code == 409
    assert "sudah diputus" in response.content.decode()
    assert Decision.objects.get(meeting_case=case).outcome == "K"


def test_a_departure_without_reason_keeps_what_was_chosen(world: World, visit: Visit) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    response = visit("hendra").post(at("decide", case.pk), {"outcome": "BK", "reason": ""})
    assert response.status_code == 409
    text = response.content.decode()
    assert "HR-39" in text
    assert 'value="BK" data-no checked' in text


def test_a_page_says_why_nobody_can_decide_yet(world: World, visit: Visit) -> None:
    signed(world, "intan")
    also(world, "budi", Function.DECIDER)
    meeting = attended(world, members=["hendra", "ratna", "budi"])
    case = tabled(world, "intan", meeting)
    text = page(visit("hendra"), at("meeting", meeting.pk))
    assert "HR-01" in text
    assert "Menguji asesi ini." in text
    assert visit("budi").post(at("recuse", case.pk), {"why": "Saya asesornya"}).status_code == 302
    assert Recusal.objects.get(meeting_case=case).reason == "Saya asesornya"
    text = page(visit("hendra"), at("meeting", meeting.pk))
    assert "HR-38" in text
    assert "Tidak ikut" in text


def test_a_case_is_postponed_with_its_reason(world: World, visit: Visit) -> None:
    signed(world, "intan")
    case = tabled(world, "intan")
    client = visit("maya")
    response = client.post(at("postpone", case.pk), {"why": ""})
    assert response.status_code == 409
    assert client.post(at("postpone", case.pk), {"why": "Menunggu penjelasan"}).status_code == 302
    assert "Menunggu penjelasan" in page(client, f"{at('meeting', case.meeting_id)}?berkas={case.pk}")


def test_from_the_closing_to_the_certificate(world: World, visit: Visit) -> None:
    signed(world, "intan")
    meeting = world.get(Meeting, "meeting.open")
    decided(world, "intan")
    assert visit("hendra").post(at("close", meeting.pk), SIGNED).status_code == 302
    for key in ("ratna", "yusuf"):
        assert "Tandatangani berita acara" in page(visit(key), at("meeting", meeting.pk))
        for _ in range(2):
            assert visit(key).post(at("minutes", meeting.pk), SIGNED).status_code == 302
    client = visit("surya")
    assert "Tandatangani SK" in page(client, at("meeting", meeting.pk))
    for _ in range(2):
        assert client.post(at("decree", meeting.pk), SIGNED).status_code == 302
    assert "Terbitkan 1 sertifikat" in page(client, at("meeting", meeting.pk))
    for _ in range(2):
        assert client.post(at("issue", meeting.pk), SIGNED).status_code == 302
    certificate = Certificate.objects.get(holder=world.person("intan"))
    assert certificate.number in page(client, at("meeting", meeting.pk))


def test_a_wrong_password_signs_nothing_and_says_so(world: World, visit: Visit) -> None:
    meeting = world.get(Meeting, "meeting.open")
    response = visit("hendra").post(at("close", meeting.pk), {"agree": "on", "password": "salah-sekali"})
    assert response.status_code == 409
    assert "Kata sandi" in response.content.decode()
    meeting.refresh_from_db()
    assert meeting.state == MeetingState.OPEN


def test_the_decree_page_says_who_has_not_signed(world: World, visit: Visit) -> None:
    signed(world, "intan")
    meeting = world.get(Meeting, "meeting.open")
    decided(world, "intan")
    closed(world, meeting, signers=["hendra"])
    client = visit("surya")
    assert "2 anggota yang hadir belum menandatangani" in page(client, at("meeting", meeting.pk))
    assert client.post(at("decree", meeting.pk), SIGNED).status_code == 409
    assert not Decree.objects.filter(meeting=meeting).exists()


def test_what_cannot_be_issued_is_told(world: World, visit: Visit) -> None:
    also(world, "budi", Function.DIRECTOR)
    signed(world, "intan")
    meeting = world.get(Meeting, "meeting.open")
    decided(world, "intan")
    closed(world, meeting)
    assert visit("surya").post(at("decree", meeting.pk), SIGNED).status_code == 302
    response = visit("budi").post(at("issue", meeting.pk), SIGNED)
    assert response.status_code == 409
    assert "HR-07" in response.content.decode()


def test_an_act_asked_by_get_only_shows_the_meeting(world: World, visit: Visit) -> None:
    client, pk = visit("hendra"), world.ids["meeting.open"]
    for name in ("attend", "close", "minutes"):
        assert client.get(at(name, pk)).status_code == 302
    assert Meeting.objects.get(pk=pk).state == MeetingState.OPEN


# ---------------------------------------------------------------- certificates


def test_certificates_are_found_by_number_and_holder(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("dewi")
    with django_assert_max_num_queries(12):
        text = page(client, at("certificates"))
    assert "Sari Contoh" in text
    assert "Sari Contoh" in page(client, f"{at('certificates')}?q=sari&status=valid")
    assert "Tidak ada yang cocok" in page(client, f"{at('certificates')}?q=zzz")
    assert "Tidak ada yang cocok" in page(client, f"{at('certificates')}?status=expired")


def test_an_lsp_without_certificates_reads_what_comes(world: World, visit: Visit) -> None:
    response = visit("tono").get(reverse("certification:certificates", args=["luar"]))
    assert "Belum ada sertifikat" in response.content.decode()


def test_a_certificates_page_has_facts_acts_and_timeline(world: World, visit: Visit) -> None:
    certificate = world.get(Certificate, "certificate.sari")
    text = page(visit("surya"), at("certificate", certificate.pk))
    for part in (certificate.number, certificate.registration, "Unduh sertifikat", "Sertifikat terbit", "Berlaku"):
        assert part in text


# ---------------------------------------------------------------- what the candidate sees


def test_the_holder_sees_code_and_link(world: World, visit: Visit) -> None:
    certificate = world.get(Certificate, "certificate.sari")
    text = page(visit("sari"), at("own_certificate", certificate.pk))
    assert f"/cek#{certificate.code}" in text
    page(visit("galih"), at("own_certificate", certificate.pk), 404)


def test_a_candidate_reads_the_result_and_the_right_to_appeal(world: World, visit: Visit) -> None:
    text = page(visit("galih"), at("own_result", world.ids["application.galih"]))
    assert "Bukti pada satu unit belum memadai." in text
    assert "Hak banding" in text
    assert "empat belas" in text
    again = reverse("applications:again", args=["cth", world.ids["application.galih"]])
    assert again in text
    page(visit("galih"), again)
    text = page(visit("sari"), at("own_result", world.ids["application.sari"]))
    assert "Anda dinyatakan Kompeten" in text
    assert at("own_certificate", world.ids["certificate.sari"]) in text
    assert "asesmen-ulang" not in text
    page(visit("sari"), at("own_result", world.ids["application.galih"]), 404)


def test_no_result_is_told_before_the_decree(world: World, visit: Visit) -> None:
    signed(world, "intan")
    decided(world, "intan")
    page(visit("intan"), at("own_result", world.ids["application.intan"]), 404)
