from __future__ import annotations

from collections.abc import Callable

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jamstac.events.models import Event
from jamstac.findings.actions import ask_waiver
from jamstac.findings.models import Waiver
from jamstac.licensing.models import RemoteApproval
from tests.world.applications import pdf
from tests.world.base import World, ahead, today

Visit = Callable[[str], Client]


def url(name: str, *args: object) -> str:
    return reverse(f"findings:{name}", args=["cth", *args])


def asking(world: World) -> str:
    return url("ask", "HR-29", "events.event", world.ids["event.planned"])


def test_without_exceptions_the_page_says_so(world: World, visit: Visit) -> None:
    page = visit("agus").get(url("waivers")).content.decode()
    assert "Tidak ada pengecualian yang berlaku" in page
    assert "Belum ada yang berakhir" in page


def test_an_exception_is_asked_confirmed_and_withdrawn_on_pages(world: World, visit: Visit) -> None:
    client = visit("maya")
    assert "beban asesor per hari" in client.get(asking(world)).content.decode()
    assert client.post(asking(world), {"reason": "", "valid_until": ""}).status_code == 400
    typed = {"reason": "Satu asesor berwenang", "valid_until": ahead(7).isoformat()}
    assert client.post(asking(world), typed).status_code == 302
    assert client.post(asking(world), typed).status_code == 409
    waiver = Waiver.objects.get()
    page = client.get(url("waivers")).content.decode()
    assert "Menunggu orang kedua" in page
    assert "Pengecualian ini Anda sendiri yang meminta" in page
    assert client.post(url("confirm", waiver.pk)).status_code == 409
    client = visit("wulan")
    assert client.post(url("confirm", waiver.pk)).status_code == 302
    assert client.post(url("confirm", waiver.pk)).status_code == 302
    assert "disetujui Wulan Tamsil" in client.get(url("waivers")).content.decode()
    assert client.post(url("withdraw", waiver.pk)).status_code == 302
    assert client.post(url("withdraw", waiver.pk)).status_code == 302
    assert "Dicabut" in client.get(url("waivers")).content.decode()


def test_nothing_else_can_be_waived(world: World, visit: Visit) -> None:
    client = visit("maya")
    assert client.get(url("ask", "HR-24", "events.event", world.ids["event.planned"])).status_code == 404
    assert client.get(url("ask", "HR-29", "events.event", world.ids["venue"])).status_code == 404
    assert not Waiver.objects.exists()


def test_an_assessor_sees_no_exceptions(world: World, visit: Visit) -> None:
    ask_waiver(
        world.actor("maya"),
        world.get(Event, "event.planned"),
        rule="HR-29",
        label="Jadwal",
        reason="Satu asesor",
        valid_until=ahead(7),
    )
    assert visit("budi").get(url("waivers")).status_code == 403


def test_the_approval_of_remote_assessment_is_recorded_in_the_settings(world: World, visit: Visit) -> None:
    address = reverse("portal:setup-remote", args=["cth"])
    client = visit("surya")
    assert "jadwal hanya luring" in client.get(address).content.decode()
    typed = {
        "number": "B.001/SJJ/CTH",
        "approved_on": today().isoformat(),
        "valid_from": today().isoformat(),
        "valid_until": ahead(30).isoformat(),
    }
    assert client.post(address, typed).status_code == 422
    scan = SimpleUploadedFile("surat.pdf", pdf("Surat persetujuan"))
    assert client.post(address, typed | {"scan": scan}).status_code == 302
    assert "Disetujui BNSP" in client.get(address).content.decode()
    approval = RemoteApproval.objects.get()
    ending = reverse("portal:setup-remote-end", args=["cth", approval.pk])
    assert client.post(ending, {"last_day": today().isoformat(), "reason": "Dicabut BNSP"}).status_code == 302
    assert "Dicabut BNSP" in client.get(address).content.decode()
