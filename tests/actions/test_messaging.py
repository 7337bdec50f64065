"""Notices: written inside an act, sent once per channel by a job, in the LSP's words, with a delivery record."""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from jamstac.bodies.models import Body
from jamstac.kernel.verdicts import refuse
from jamstac.ledger import jobs
from jamstac.ledger.door import Act, Refused, action
from jamstac.ledger.models import Entry, Job
from jamstac.messaging.actions import (
    choose_channels,
    connect_whatsapp,
    disconnect_whatsapp,
    restore_notice,
    word_notice,
)
from jamstac.messaging.jobs import deliver
from jamstac.messaging.models import Delivery, Message, NoticeText, Preference, WhatsAppAccount
from jamstac.messaging.phones import international
from jamstac.messaging.quiet import leaves_at
from jamstac.messaging.states import DeliveryState
from jamstac.messaging.texts import Notice, filled, notices, register_notices
from jamstac.messaging.whatsapp import parameter
from jamstac.parameters.actions import set_parameter
from jamstac.people.models import Person
from jamstac.people.telling import remind, tell
from tests.cloud_api import PHONE_NUMBER_ID, TOKEN, CloudApi, cloud_api
from tests.refusing import last_entry, refuses
from tests.world.base import World

WIB = ZoneInfo("Asia/Jakarta")
SECRET = "rahasia-rekaan"


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch) -> Any:
    """A door of this test's own that tells somebody something, and may end refused."""
    from jamstac.ledger import door
    from jamstac.messaging import texts

    monkeypatch.setattr(door, "_DOORS", dict(door._DOORS))
    monkeypatch.setattr(texts, "_NOTICES", dict(texts._NOTICES))
    register_notices(
        {
            "test.news": Notice("Kabar {what}", "Jadwal {what} ada.", fields=("what",)),
            "test.urgent": Notice("Segera", "Asesor diganti.", urgent=True),
        }
    )

    @action("test.told", access="body.edit")
    def tell_somebody(
        act: Act, body: Body, *, person: Person, notice: str = "test.news", refused: bool = False
    ) -> Message:
        message = tell(act, person, notice, link="/lsp/cth/saya/", what="Anda")
        if refused:
            act.refuse(refuse("body.slug_known"))
        act.record()
        return message

    def call(world: World, key: str, **more: Any) -> Message:
        return tell_somebody(world.actor("surya"), world.body, person=world.person(key), **more)

    return call


@pytest.fixture
def api(settings: Any) -> Iterator[CloudApi]:
    with cloud_api() as server:
        settings.WHATSAPP_API = server.url
        yield server


def connected(world: World) -> WhatsAppAccount:
    return connect_whatsapp(
        world.actor("surya"),
        world.body,
        phone_number_id=PHONE_NUMBER_ID,
        template="kabar_lsp",
        token=TOKEN,
        app_secret=SECRET,
    )


def by_whatsapp(world: World, key: str) -> Preference:
    connected(world)
    return choose_channels(world.me(key), world.person(key), email=False, whatsapp=True, phone=world.person(key).phone)


def the_delivery(message: Message) -> Delivery:
    return Delivery.objects.get(message=message)


def work(delivery: Delivery) -> Delivery:
    jobs.run(Job.objects.get(kind="messaging.deliver", subject_id=delivery.pk).pk)
    delivery.refresh_from_db()
    return delivery


# ---------------------------------------------------------------- e-mail


def test_a_notice_is_sent_once_with_its_link(world: World, say: Any) -> None:
    message = say(world, "sari")
    delivery = work(the_delivery(message))
    assert [letter.to for letter in mail.outbox] == [["sari@contoh.test"]]
    assert mail.outbox[0].subject == "Kabar Anda"
    assert "http://localhost:8000/lsp/cth/saya/" in str(mail.outbox[0].body)
    assert delivery.state == DeliveryState.SENT
    deliver(delivery.pk)
    assert len(mail.outbox) == 1


def test_somebody_without_an_address_reads_it_in_the_inbox(world: World, say: Any) -> None:
    choose_channels(world.me("sari"), world.person("sari"), email=False, whatsapp=False, phone="")
    message = say(world, "sari")
    assert not Delivery.objects.filter(message=message).exists()
    assert message.to_person_id == world.person("sari").pk


def test_a_refused_act_tells_nobody(world: World, say: Any) -> None:
    before = Message.objects.count()
    with pytest.raises(Refused):
        say(world, "sari", refused=True)
    assert Message.objects.count() == before


def test_a_mailbox_that_does_not_answer_is_tried_again(world: World, say: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Any, *args: Any, **kwargs: Any) -> int:
        raise OSError("no route")

    delivery = the_delivery(say(world, "sari"))
    monkeypatch.setattr("django.core.mail.EmailMessage.send", fail)
    assert work(delivery).state == DeliveryState.WAITING
    assert delivery.error == "no route"
    job = Job.objects.get(kind="messaging.deliver", subject_id=delivery.pk)
    assert (job.attempts, job.done_at) == (1, None)
    monkeypatch.undo()
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error) == (DeliveryState.SENT, "")


def test_a_deleted_notice_leaves_a_job_that_does_nothing(world: World, say: Any) -> None:
    message = say(world, "sari")
    job = Job.objects.get(kind="messaging.deliver", subject_id=the_delivery(message).pk)
    message.delete()
    assert jobs.run(job.pk)
    assert mail.outbox == []


# ---------------------------------------------------------------- WhatsApp


def test_a_notice_goes_by_whatsapp_to_who_chose_it(world: World, say: Any, api: CloudApi) -> None:
    by_whatsapp(world, "sari")
    delivery = work(the_delivery(say(world, "sari")))
    assert delivery.state == DeliveryState.SENT
    assert delivery.provider_id == "wamid.1"
    (call,) = api.calls
    assert (call["messaging_product"], call["type"]) == ("whatsapp", "template")
    assert call["to"] == international(world.person("sari").phone)
    assert call["template"]["name"] == "kabar_lsp"
    said = [each["text"] for each in call["template"]["components"][0]["parameters"]]
    assert said == ["Kabar Anda", "Jadwal Anda ada.", "http://localhost:8000/lsp/cth/saya/"]


@pytest.mark.parametrize("answer", [(429, 130429), (503, 2), (400, 131056)])
def test_a_service_that_asks_for_patience_is_asked_again(
    world: World, say: Any, api: CloudApi, answer: tuple[int, int]
) -> None:
    by_whatsapp(world, "sari")
    api.answers = [answer]
    delivery = the_delivery(say(world, "sari"))
    assert work(delivery).state == DeliveryState.WAITING
    deliver(delivery.pk)
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.SENT


@pytest.mark.parametrize("answer", [(400, 131026), (400, 132001), (401, 190)])
def test_a_number_that_cannot_be_reached_is_told_not_tried_again(
    world: World, say: Any, api: CloudApi, answer: tuple[int, int]
) -> None:
    by_whatsapp(world, "sari")
    api.answers = [answer]
    delivery = work(the_delivery(say(world, "sari")))
    assert delivery.state == DeliveryState.FAILED
    assert str(answer[1]) in delivery.error
    assert Job.objects.get(kind="messaging.deliver", subject_id=delivery.pk).done_at is not None


def test_what_waited_when_whatsapp_was_cut_is_marked_failed(world: World, say: Any, api: CloudApi) -> None:
    by_whatsapp(world, "sari")
    delivery = the_delivery(say(world, "sari"))
    disconnect_whatsapp(world.actor("surya"), WhatsAppAccount.objects.get())
    assert work(delivery).state == DeliveryState.FAILED
    assert api.calls == []
    assert not Delivery.objects.filter(message=say(world, "sari")).exists()


def _hook(world: World, content: dict[str, Any], secret: str = SECRET) -> Any:
    payload = json.dumps(content).encode()
    signature = hmac.new(secret.encode(), payload, hashlib.sha256).hexdigest()
    return Client().post(
        f"/wa/{world.body.slug}/",
        payload,
        content_type="application/json",
        headers={"X-Hub-Signature-256": f"sha256={signature}"},
    )


def _statuses(*statuses: dict[str, Any]) -> dict[str, Any]:
    value = {"messaging_product": "whatsapp", "statuses": list(statuses)}
    return {"object": "whatsapp_business_account", "entry": [{"id": "0", "changes": [{"field": "m", "value": value}]}]}


def test_the_webhook_tells_that_a_notice_was_read_and_old_news_changes_nothing(
    world: World, say: Any, api: CloudApi
) -> None:
    by_whatsapp(world, "sari")
    delivery = work(the_delivery(say(world, "sari")))
    assert _hook(world, _statuses({"id": "wamid.1", "status": "read"})).status_code == 200
    assert _hook(world, _statuses({"id": "wamid.1", "status": "delivered"})).status_code == 200
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.READ


def test_the_webhook_tells_why_a_notice_did_not_arrive(world: World, say: Any, api: CloudApi) -> None:
    by_whatsapp(world, "sari")
    delivery = work(the_delivery(say(world, "sari")))
    _hook(world, _statuses({"id": "wamid.1", "status": "failed", "errors": [{"code": 1, "title": "Undeliverable"}]}))
    delivery.refresh_from_db()
    assert (delivery.state, delivery.error) == (DeliveryState.FAILED, "Undeliverable")


def test_a_webhook_call_without_the_right_signature_is_turned_away(world: World, say: Any, api: CloudApi) -> None:
    by_whatsapp(world, "sari")
    delivery = work(the_delivery(say(world, "sari")))
    assert _hook(world, _statuses({"id": "wamid.1", "status": "read"}), secret="lain").status_code == 403
    assert _hook(world, {"entry": "x"}).status_code == 400
    delivery.refresh_from_db()
    assert delivery.state == DeliveryState.SENT


def test_the_webhook_proves_its_address_only_with_the_token(world: World) -> None:
    account = connected(world)
    asked = {"hub.mode": "subscribe", "hub.challenge": "42", "hub.verify_token": account.verify_token}
    answer = Client().get(f"/wa/{world.body.slug}/", asked)
    assert (answer.status_code, answer.content) == (200, b"42")
    assert Client().get(f"/wa/{world.body.slug}/", {**asked, "hub.verify_token": "x"}).status_code == 403
    assert Client().get("/wa/luar/", asked).status_code == 404


def test_the_ledger_keeps_no_secret_of_a_channel(world: World) -> None:
    account = connected(world)
    assert TOKEN.encode() not in bytes(account.token)
    payloads = b"".join(bytes(each) for each in Entry.objects.values_list("payload", flat=True))
    assert last_entry(world).event == "whatsapp.connected"
    assert all(secret.encode() not in payloads for secret in (TOKEN, SECRET, account.verify_token))


# ---------------------------------------------------------------- refusals


def test_a_channel_is_connected_whole_or_not_at_all(world: World) -> None:
    codes = ("whatsapp.phone_number_id", "whatsapp.no_template", "whatsapp.no_token", "whatsapp.no_app_secret")
    with refuses(world, "whatsapp.connected", *codes) as refused:
        connect_whatsapp(world.actor("surya"), world.body, phone_number_id="+62", template="", token=" ", app_secret="")
    assert set(refused.value.rules) == {"PDP-12"}
    assert not WhatsAppAccount.objects.exists()


def test_whatsapp_needs_a_number_and_an_lsp_that_has_it(world: World) -> None:
    person = world.person("sari")
    with refuses(world, "channels.chosen", "channel.no_phone", "channel.no_whatsapp") as refused:
        choose_channels(world.me("sari"), person, email=True, whatsapp=True, phone="")
    assert set(refused.value.rules) == {"PDP-02"}
    assert not Preference.objects.exists()


def test_own_words_name_only_fields_of_the_notice(world: World) -> None:
    with refuses(world, "notice.worded", "notice.unknown_fields") as refused:
        word_notice(world.actor("dewi"), world.body, notice="turn.staff", heading="{count}", text="{nama}")
    assert set(refused.value.rules) == {"DOC-04"}
    with refuses(world, "notice.worded", "notice.unknown", "notice.empty"):
        word_notice(world.actor("dewi"), world.body, notice="tidak.ada", heading="", text="x")
    assert not NoticeText.objects.exists()


def test_only_those_who_word_notices_restore_them(world: World) -> None:
    with refuses(world, "notice.restored", "door.no_role"):
        restore_notice(world.actor("budi"), world.body, notice="turn.staff")


def test_only_those_who_connect_whatsapp_cut_it(world: World) -> None:
    account = connected(world)
    with refuses(world, "whatsapp.disconnected", "door.no_role"):
        disconnect_whatsapp(world.actor("dewi"), account)
    account.refresh_from_db()
    assert account.active


# ---------------------------------------------------------------- words


def test_an_lsp_tells_it_in_its_own_words_until_it_takes_them_back(world: World, say: Any) -> None:
    actor = world.actor("dewi")
    for words in ("Halo {what}", "Hai {what}"):
        word_notice(actor, world.body, notice="test.news", heading=words, text="Isi sendiri.")
    message = say(world, "sari")
    assert (message.subject, message.text) == ("Hai Anda", "Isi sendiri.")
    restore_notice(actor, world.body, notice="test.news")
    assert say(world, "sari").subject == "Kabar Anda"


def test_every_registered_notice_names_only_its_own_fields() -> None:
    assert len(notices()) > 4
    with pytest.raises(ValueError, match="which is no field"):
        register_notices({"test.wrong": Notice("{siapa}", "x")})
    with pytest.raises(ValueError, match="has its words already"):
        register_notices({"turn.staff": Notice("x", "y")})
    assert filled("Kepada {siapa}, {apa}", {"siapa": "Anda"}) == "Kepada Anda, {apa}"


def test_a_template_parameter_is_one_line() -> None:
    assert parameter("Satu\n\tdua     tiga") == "Satu dua tiga"
    assert len(parameter("x" * 5000)) == 600
    assert parameter("x" * 5000).endswith("…")


@pytest.mark.parametrize(
    ("typed", "network"),
    [
        ("0812 3456 7890", "6281234567890"),
        ("+62 812-3456-7890", "6281234567890"),
        ("0062 812 3456 7890", "6281234567890"),
        ("62 812 3456 7890", "6281234567890"),
        ("812 3456 7890", "6281234567890"),
        ("+1 202 555 0100", "12025550100"),
        ("123", ""),
        ("", ""),
        ("0812345678901234", ""),
    ],
)
def test_a_phone_number_as_typed_becomes_one_of_the_network(typed: str, network: str) -> None:
    assert international(typed) == network


# ---------------------------------------------------------------- quiet hours, once


@pytest.mark.parametrize(
    ("at", "hours", "leaves"),
    [
        ("2026-11-24 20:59", (21, 6), "2026-11-24 20:59"),
        ("2026-11-24 21:00", (21, 6), "2026-11-25 06:00"),
        ("2026-11-25 05:59", (21, 6), "2026-11-25 06:00"),
        ("2026-11-25 06:00", (21, 6), "2026-11-25 06:00"),
        ("2026-11-25 13:10", (12, 14), "2026-11-25 14:00"),
        ("2026-11-25 23:00", (None, 6), "2026-11-25 23:00"),
        ("2026-11-25 23:00", (6, 6), "2026-11-25 23:00"),
    ],
)
def test_quiet_hours_end_in_the_morning_of_the_lsp(at: str, hours: Any, leaves: str) -> None:
    moment = datetime.fromisoformat(at).replace(tzinfo=WIB).astimezone(UTC)
    expected = datetime.fromisoformat(leaves).replace(tzinfo=WIB)
    assert leaves_at(moment, WIB, *hours) == expected


def test_in_quiet_hours_only_the_urgent_leaves_at_once(world: World, say: Any) -> None:
    hour = timezone.now().astimezone(world.body.zone).hour
    for key, value in {"quiet_from": hour, "quiet_until": (hour + 2) % 24}.items():
        set_parameter(
            world.actor("surya"), world.body, key=key, value=str(value), reason="Rapat", source_title="SK Direktur"
        )
    quiet = the_delivery(say(world, "sari"))
    assert quiet.send_after > timezone.now() + timedelta(minutes=30)
    assert work(quiet).state == DeliveryState.WAITING
    urgent = the_delivery(say(world, "sari", notice="test.urgent"))
    assert work(urgent).state == DeliveryState.SENT


def test_a_reminder_is_told_once(world: World, say: Any) -> None:
    person, now = world.person("sari"), timezone.now()
    first = remind(person, "test.news", now=now, once_key="event:1:H-3", what="besok")
    assert first is not None
    assert remind(person, "test.news", now=now, once_key="event:1:H-3", what="besok") is None
    assert remind(world.person("galih"), "test.news", now=now, once_key="event:1:H-3", what="besok") is not None
