"""The way in: front page, choice of an LSP, worklists, the asesi's road, messages, the demo's mail, the ledger."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from jamstac.applications.models import ApplicationDraft
from jamstac.bodies.actions import change_profile
from jamstac.ledger.chain import open_alarm
from jamstac.ledger.models import Alarm, Chain, Entry, Job
from jamstac.ledger.states import JobState
from jamstac.messaging.models import Delivery, Message
from jamstac.messaging.states import Channel
from jamstac.people.models import Person
from jamstac.people.states import Function
from tests.cast import STAFF
from tests.world.base import World

HOME = "/lsp/cth/"


def test_anyone_sees_which_lsp_take_applications(world: World, client: Client) -> None:
    page = client.get("/").content.decode()
    assert "LSP yang menerima permohonan" in page
    assert "Lembaga Sertifikasi Profesi Contoh" in page


def test_an_lsp_that_closed_is_not_offered(world: World, client: Client) -> None:
    change_profile(world.actor("surya"), world.body, open_for_applications=False)
    assert "Lembaga Sertifikasi Profesi Contoh" not in client.get("/").content.decode()


def test_a_stranger_is_asked_to_sign_in(world: World, client: Client) -> None:
    assert client.get("/beranda/").headers["Location"].startswith("/akun/login/")


def test_staff_of_one_lsp_go_straight_to_its_worklist(world: World, visit: Any) -> None:
    assert visit("dewi").get("/beranda/").headers["Location"] == HOME


def test_an_asesi_goes_straight_to_the_own_road(world: World, visit: Any) -> None:
    assert visit("sari").get("/beranda/").headers["Location"] == f"{HOME}saya/"


def test_somebody_known_nowhere_joins_an_open_lsp_once(world: World, client: Client) -> None:
    from jamstac.people.models import Account

    account = Account.objects.create_user("baru@contoh.test", "kata-sandi-contoh")
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert "Mulai permohonan di LSP ini" in client.get("/beranda/").content.decode()
    for _ in range(2):  # a double click
        answer = client.post("/beranda/cth/mulai", {"name": "Baru Rekaan"})
        assert answer.headers["Location"] == f"{HOME}mohon/"
    assert Person.objects.filter(body=world.body, account=account, name="Baru Rekaan").count() == 1


def test_joining_without_a_name_keeps_the_form(world: World, client: Client) -> None:
    from jamstac.people.models import Account

    account = Account.objects.create_user("baru@contoh.test", "kata-sandi-contoh")
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    assert client.post("/beranda/cth/mulai", {"name": ""}).status_code == 422
    assert not Person.objects.filter(account=account).exists()


def test_a_closed_lsp_cannot_be_joined(world: World, visit: Any) -> None:
    change_profile(world.actor("surya"), world.body, open_for_applications=False)
    assert visit("tono").post("/beranda/cth/mulai", {"name": "Tono Luar"}).status_code == 404


@pytest.mark.parametrize("key", [each.key for each in STAFF if Function.SPONSOR not in each.functions])
def test_everybody_on_duty_has_a_worklist(world: World, visit: Any, key: str) -> None:
    page = visit(key).get(HOME)
    assert page.status_code == 200
    assert "Di mana berkas berada" in page.content.decode()


def test_a_worklist_costs_few_queries(world: World, visit: Any, django_assert_max_num_queries: Any) -> None:
    client = visit("surya")
    with django_assert_max_num_queries(20):
        client.get(HOME)


def test_an_outsider_finds_no_worklist(world: World, visit: Any) -> None:
    assert visit("tono").get(HOME).status_code == 404


def test_a_search_that_fits_nothing_offers_to_clear_it(world: World, visit: Any) -> None:
    assert "Hapus penyaring" in visit("surya").get(HOME, {"q": "tidak-ada-yang-begini"}).content.decode()


def test_an_asesi_sees_one_next_act_and_eight_steps(world: World, visit: Any) -> None:
    page = visit("sari").get(f"{HOME}saya/").content.decode()
    assert "Langkah Anda sekarang" in page


def test_a_newcomer_is_led_to_the_open_schemes(world: World, client: Client) -> None:
    from jamstac.ledger.door import SystemActor
    from jamstac.people.actions import join
    from jamstac.people.models import Account

    account = Account.objects.create_user("baru@contoh.test", "kata-sandi-contoh")
    join(SystemActor("registration", world.body.pk), world.body, account=account, name="Baru Rekaan")
    client.force_login(account, backend="allauth.account.auth_backends.AuthenticationBackend")
    page = client.get(f"{HOME}saya/").content.decode()
    assert "Pilih skema sertifikasi" in page
    assert f"{HOME}mohon/" in page


def message_to(world: World, key: str, subject: str) -> Message:
    return Message.objects.create(
        body_id=world.body.pk,
        to_person_id=world.person(key).pk,
        subject=subject,
        text="Isi kabar",
        created_at=timezone.now(),
    )


def test_messages_are_read_by_their_owner_only(world: World, visit: Any) -> None:
    message = message_to(world, "sari", "Jadwal Anda ditetapkan")
    client = visit("sari")
    assert "Jadwal Anda ditetapkan" in client.get(f"{HOME}pesan/").content.decode()
    client.post(f"{HOME}pesan/dibaca")
    message.refresh_from_db()
    assert message.read_at is not None
    assert "Jadwal Anda ditetapkan" not in visit("galih").get(f"{HOME}pesan/").content.decode()


def test_staff_read_their_messages_within_their_own_menu(world: World, visit: Any) -> None:
    page = visit("dewi").get(f"{HOME}pesan/").content.decode()
    assert f'href="{HOME}permohonan/"' in page
    assert 'class="tabbar"' not in page
    assert 'aria-current="page"' not in page  # not the worklist, under which the address stands


def test_staff_who_are_asesi_too_find_the_way_back_to_their_work(world: World, visit: Any) -> None:
    assert "Daftar kerja" in visit("budi").get(f"{HOME}saya/").content.decode().split('class="tabbar"')[1]
    assert "Daftar kerja" not in visit("sari").get(f"{HOME}saya/").content.decode()


def test_no_messages_says_what_will_come(world: World, visit: Any) -> None:
    assert "Belum ada pesan" in visit("lila").get(f"{HOME}pesan/").content.decode()


def test_the_demo_shows_its_mail_with_links_to_follow(
    world: World, client: Client, settings: Any, tmp_path: Path
) -> None:
    settings.DEMO, settings.MAIL_FOLDER = True, tmp_path
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "django.core.mail.backends.filebased.EmailBackend", str(tmp_path)
    from django.core.mail import send_mail

    send_mail(
        "Konfirmasi surel", "Buka tautan ini:\n\nhttp://localhost:8000/akun/x/?a=1&b=2", None, ["sari@contoh.test"]
    )
    page = client.get("/surel/").content.decode()
    assert "Konfirmasi surel" in page
    assert 'href="http://localhost:8000/akun/x/?a=1&amp;b=2"' in page


def test_outside_the_demo_there_is_no_mail_page(world: World, client: Client, settings: Any) -> None:
    settings.DEMO = False
    assert client.get("/surel/").status_code == 404


def test_the_manajer_mutu_closes_an_alarm_with_an_explanation(world: World, visit: Any) -> None:
    chain = Chain.objects.get(body_id=world.body.pk)
    open_alarm(chain, 3, "isi entri berubah")
    client = visit("wulan")
    assert "Entri 3: buku besar tidak utuh" in client.get(f"{HOME}buku-besar/").content.decode()
    short = client.post(f"{HOME}buku-besar/", {"explanation": "salah"})
    assert short.status_code == 422
    client.post(f"{HOME}buku-besar/", {"explanation": "Berkas dipulihkan dari cadangan, entri diperiksa bersama."})
    assert not Alarm.objects.filter(closed_at=None).exists()
    assert Entry.objects.filter(chain=chain, event="ledger.alarm_closed").exists()


def test_only_the_manajer_mutu_closes_an_alarm(world: World, visit: Any) -> None:
    open_alarm(Chain.objects.get(body_id=world.body.pk), 3, "isi entri berubah")
    page = visit("surya").post(f"{HOME}buku-besar/", {"explanation": "Saya direktur dan sudah memeriksa sendiri."})
    assert page.status_code == 422
    assert Alarm.objects.filter(closed_at=None).exists()


def test_failed_background_work_is_tried_again(world: World, visit: Any) -> None:
    message = message_to(world, "sari", "Kabar")
    now = timezone.now() - timedelta(hours=1)
    delivery = Delivery.objects.create(
        message=message, channel=Channel.EMAIL, address="sari@contoh.test", state_since=now, send_after=now
    )
    job = Job.objects.create(
        kind="messaging.deliver", subject_id=delivery.pk, state=JobState.FAILED, run_after=now, created_at=now
    )
    client = visit("wulan")
    assert "1 pekerjaan latar gagal" in client.get(HOME).content.decode()
    client.post(f"{HOME}buku-besar/pekerjaan/{job.pk}/ulang")
    job.refresh_from_db()
    assert job.state == JobState.WAITING


def test_the_road_of_an_asesi_tells_moments_by_the_clock_of_the_lsp(world: World, visit: Any) -> None:
    """18.00 UTC is 01.00 WIB of the next day."""
    draft = world.get(ApplicationDraft, "draft.lestari")
    ApplicationDraft.objects.filter(pk=draft.pk).update(saved_at=datetime(2026, 3, 9, 18, 0, tzinfo=UTC))
    assert "Draf tersimpan 10 Maret 2026 01.00" in visit("lestari").get(f"{HOME}saya/").content.decode()
