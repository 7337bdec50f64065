"""The pages of the LSP's notices, its WhatsApp number, the delivery record, and how a person is told."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from jamstac.ledger.models import Job
from jamstac.messaging.models import Delivery, NoticeText, Preference, WhatsAppAccount
from jamstac.messaging.states import DeliveryState
from jamstac.people.telling import remind
from tests.cloud_api import PHONE_NUMBER_ID, TOKEN
from tests.world.base import World

PAGES = "/lsp/cth/pengaturan/pesan/"
SECRETS = {"phone_number_id": PHONE_NUMBER_ID, "template": "kabar", "token": TOKEN, "app_secret": "rahasia-rekaan"}


def test_the_list_of_notices_marks_the_own_words(world: World, visit: Any) -> None:
    client = visit("dewi")
    page = client.post(f"{PAGES}turn.staff/", {"heading": "Ada {count} tugas", "text": "{lines}"})
    assert page.status_code == 302
    assert NoticeText.objects.get().subject == "Ada {count} tugas"
    listed = client.get(PAGES).content.decode()
    assert "Ada {count} tugas" in listed
    assert "Milik LSP" in listed
    assert "Ada [count] tugas" in client.get(f"{PAGES}turn.staff/").content.decode()
    client.post(f"{PAGES}turn.staff/bawaan")
    assert not NoticeText.objects.exists()


def test_a_misspelt_field_is_told_and_nothing_typed_is_lost(world: World, visit: Any) -> None:
    page = visit("dewi").post(f"{PAGES}turn.staff/", {"heading": "Ada {jumlah}", "text": "Isi"})
    assert page.status_code == 422
    assert "Pesan menyebut isian yang tidak ada: {jumlah}." in page.content.decode()
    assert "Ada {jumlah}" in page.content.decode()
    assert visit("dewi").get(f"{PAGES}tidak.ada/").status_code == 404


def test_the_manajer_mutu_reads_the_words_but_does_not_change_them(world: World, visit: Any) -> None:
    client = visit("wulan")
    assert client.get(f"{PAGES}turn.staff/").status_code == 200
    assert client.post(f"{PAGES}turn.staff/", {"heading": "x", "text": "y"}).status_code == 422
    assert not NoticeText.objects.exists()


def test_whatsapp_is_connected_and_cut(world: World, visit: Any) -> None:
    client = visit("surya")
    assert client.post(f"{PAGES}whatsapp/", SECRETS).status_code == 302
    page = client.get(f"{PAGES}whatsapp/").content.decode()
    assert "Tersambung" in page
    assert "/wa/cth/" in page
    assert TOKEN not in page
    client.post(f"{PAGES}whatsapp/putus")
    assert not WhatsAppAccount.objects.get().active
    assert client.post(f"{PAGES}whatsapp/", {**SECRETS, "phone_number_id": "0812-3"}).status_code == 422


def test_the_delivery_record_filters_and_sends_again(world: World, visit: Any) -> None:
    message = remind(
        world.person("sari"), "case.sent_back", now=timezone.now(), once_key="x", number="2026/rekaan", reason="Isi"
    )
    assert message is not None
    Delivery.objects.filter(message=message).update(state=DeliveryState.FAILED, error="kotak penuh")
    client = visit("dewi")
    page = client.get(f"{PAGES}terkirim/?keadaan=failed&q=rekaan").content.decode()
    assert "kotak penuh" in page
    assert "2026/rekaan" in page
    assert "Tidak ada yang cocok" in client.get(f"{PAGES}terkirim/?q=entah").content.decode()
    delivery = Delivery.objects.get(message=message)
    client.post(f"{PAGES}terkirim/{delivery.pk}/ulang")
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error) == (DeliveryState.WAITING, "")
    assert Job.objects.filter(kind="messaging.deliver", subject_id=delivery.pk, done_at=None).exists()


def test_the_delivery_record_of_a_thousand_rows_asks_few_queries(
    world: World, visit: Any, django_assert_max_num_queries: Any
) -> None:
    person, now = world.person("sari"), timezone.now()
    for number in range(60):
        remind(person, "case.sent_back", now=now, once_key=f"k{number}", number=number, reason="Isi")
    client = visit("dewi")
    with django_assert_max_num_queries(14):
        page = client.get(f"{PAGES}terkirim/")
    assert page.content.decode().count("<tr>") >= 50


def test_a_person_chooses_how_to_be_told(world: World, visit: Any) -> None:
    client = visit("sari")
    address = "/lsp/cth/pesan/cara/"
    assert "sari@contoh.test" in client.get(address).content.decode()
    assert client.post(address, {"whatsapp": "on"}).status_code == 422
    visit("surya").post(f"{PAGES}whatsapp/", SECRETS)
    assert visit("sari").post(address, {"whatsapp": "on"}).status_code == 302
    choice = Preference.objects.get()
    assert (choice.email, choice.whatsapp) == (False, True)
