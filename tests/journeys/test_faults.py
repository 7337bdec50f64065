"""What goes wrong on real days: double clicks, the back button, two tabs, an expired session, no line, no worker."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from jamstac.applications.models import Application, ApplicationDraft
from jamstac.assessment.models import Evidence, JudgementDraft
from jamstac.documents.models import Sheet
from jamstac.documents.states import SheetCode
from jamstac.events.models import AssignmentLetter
from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState
from tests.cast import PASSWORD
from tests.journeys.installation import Installation, copied_world, until
from tests.journeys.walker import PHONE, Walker
from tests.world.base import World

pytestmark = pytest.mark.browser

SitDown = Callable[[Installation], Callable[..., Walker]]


def test_an_application_sent_by_a_double_click_then_back_then_from_another_tab_is_sent_once(
    world: World, lsp: Installation, sit_down: SitDown
) -> None:
    lestari = sit_down(lsp)("lestari@contoh.test", PHONE)
    sending = f"{lestari.inside}/saya/permohonan/{world.ids['draft.lestari']}/kirim"
    lestari.go(sending)
    other = lestari.context.new_page()
    other.goto(sending)

    lestari.choose("Saya menyetujui pernyataan ini")
    send = lestari.page.get_by_role("button", name="Kirim permohonan", exact=True)
    with lestari.page.expect_navigation():
        send.dblclick(no_wait_after=True)
    lestari.sees("Menunggu tinjauan LSP")
    record = lestari.page.url

    lestari.page.go_back()
    if send.count():
        lestari.sign("Kirim permohonan")
    expect(lestari.page).to_have_url(record)

    other.locator("label").filter(has_text="Saya menyetujui pernyataan ini").click()
    with other.expect_navigation():
        other.get_by_role("button", name="Kirim permohonan", exact=True).click()
    expect(other).to_have_url(record)
    expect(other.locator("body")).to_contain_text("sudah dikirim")
    with lsp.inside():
        assert Application.objects.filter(person=world.ids["person.lestari"]).count() == 1


def test_a_letter_signed_by_a_double_click_is_one_letter(world: World, lsp: Installation, sit_down: SitDown) -> None:
    surya = sit_down(lsp)("surya@contoh.test")
    surya.go(f"{surya.inside}/jadwal/{world.ids['event.planned']}/")
    box = surya.page.locator("section.signing")
    surya.choose("Saya menyetujui pernyataan ini", within="section.signing")
    box.locator("input[type=password]").fill(PASSWORD)
    with surya.page.expect_navigation():
        box.get_by_role("button", name="Tandatangani surat tugas").dblclick(no_wait_after=True)
    surya.sees("Surat tugas ditandatangani.", within="body")
    with lsp.inside():
        assert AssignmentLetter.objects.filter(event=world.ids["event.planned"]).count() == 1


@pytest.mark.parametrize("lost", ["sessionid", "csrftoken"])
def test_a_draft_survives_a_session_that_ends_in_the_middle_of_a_form(
    lost: str, world: World, lsp: Installation, sit_down: SitDown
) -> None:
    """The session is over, or another tab signed in again and this page is older than that."""
    joko = sit_down(lsp)("joko@contoh.test", PHONE)
    draft, phone = world.ids["draft.joko"], f"0800 1111 {sum(lost.encode()):04}"
    here = f"{joko.inside}/saya/permohonan/{draft}/data"
    joko.go(here)
    joko.context.clear_cookies(name=lost)
    for name, value in {"phone": phone, "position": f"Pengembang magang {lost}"}.items():
        field = joko.page.locator(f"[name={name}]")
        field.fill(value)
        field.blur()
        expect(joko.page.locator(".saved").first).to_contain_text("Sesi berakhir")

    joko.context.clear_cookies()
    joko.sign_in("joko@contoh.test")
    joko.go(here)

    def arrived() -> bool:
        with lsp.inside():
            row = ApplicationDraft.objects.get(pk=draft)
            return (row.phone, row.position) == (phone, f"Pengembang magang {lost}")

    until(arrived, "what was typed after the session had ended")
    joko.page.reload()
    expect(joko.page.locator("[name=position]")).to_have_value(f"Pengembang magang {lost}")


def test_a_form_sent_after_the_session_ended_says_so_and_loses_no_draft(
    world: World, lsp: Installation, sit_down: SitDown
) -> None:
    joko = sit_down(lsp)("joko@contoh.test", PHONE)
    here = f"{joko.inside}/saya/permohonan/{world.ids['draft.joko']}/data"
    joko.go(here)
    field = joko.page.locator("[name=institution]")
    field.fill("Kedai Web Umpama Baru")
    joko.autosave(field.blur)
    joko.context.clear_cookies()
    joko.press("Lanjut ke bagian 2")
    joko.sees(re.compile("(masuk|Masuk|sesi|Sesi)"), within="body")
    joko.sign_in("joko@contoh.test")
    joko.go(here)
    expect(joko.page.locator("[name=institution]")).to_have_value("Kedai Web Umpama Baru")


def test_what_is_ticked_without_a_line_arrives_when_the_line_is_back(
    world: World, lsp: Installation, sit_down: SitDown
) -> None:
    budi = sit_down(lsp)("budi@contoh.test", PHONE)
    assessment = world.ids["assessment.intan"]
    budi.go(f"{budi.inside}/asesmen/{assessment}/ia01")
    rows = budi.page.locator("details.unit[open] .kuk")
    budi.autosave(partial(budi.tap, rows.nth(0).locator("label:has([value=ya])")))

    budi.context.set_offline(True)
    for number in (1, 2, 3):
        budi.tap(rows.nth(number).locator("label:has([value=ya])"))
    budi.tap(rows.nth(4).locator("label:has([value=tidak])"))
    note = rows.nth(4).locator("[name=catatan]")
    note.fill("Diulang sesudah praktik.")
    note.blur()
    expect(budi.page.locator(".saved").first).to_contain_text("Luring, 5 di ponsel")
    budi.shot("luring-360")

    budi.context.set_offline(False)

    def arrived() -> bool:
        with lsp.inside():
            marks = list(JudgementDraft.objects.filter(assessment=assessment).order_by("saved_at"))
        words = {mark.note for mark in marks}
        return [mark.met for mark in marks].count(True) == 4 and "Diulang sesudah praktik." in words

    until(arrived, "four Ya and one Tidak with its note")
    expect(budi.page.locator(".saved").first).to_contain_text("Tersimpan")
    budi.page.reload()
    budi.told("5 dari 50 KUK dinilai")


def test_a_pdf_left_by_a_killed_worker_is_made_by_the_next_one(world: World, tmp_path: Path, sit_down: SitDown) -> None:
    with copied_world(tmp_path / "home") as place:
        place.serve(worker=False)
        place.start("worker")
        place.kill("worker")
        surya = sit_down(place)("surya@contoh.test")
        surya.go(f"{surya.inside}/jadwal/{world.ids['event.planned']}/")
        surya.sign("Tandatangani surat tugas")
        surya.sees("Surat tugas ditandatangani.", within="body")
        with place.inside():
            letter = Sheet.objects.filter(code=SheetCode.ASSIGNMENT_LETTER).latest("made_at")
            assert Job.objects.get(subject_id=letter.pk).state == JobState.WAITING
        link = f"{surya.inside}/lembar/{letter.pk}.pdf"
        assert surya.context.request.get(link).status == 202

        place.start("worker")

        def printed() -> bool:
            with place.inside():
                return Job.objects.get(subject_id=letter.pk).state == JobState.DONE

        until(printed, "the PDF by the second worker", 60)
        assert "Dimas Kias" in surya.pdf(link)


def test_a_video_whose_line_is_cut_goes_on_and_arrives_whole(
    world: World, lsp: Installation, sit_down: SitDown
) -> None:
    """Three pieces are lost on the way; what arrived is asked for, and the rest goes on from there."""
    video = _mp4(3 * 1024 * 1024)
    budi = sit_down(lsp)("budi@contoh.test", PHONE)
    pieces: list[str] = []

    def cut_after_three(route: Route) -> None:
        pieces.append(route.request.method)
        if route.request.method == "PATCH" and 3 <= pieces.count("PATCH") <= 5:
            route.abort("internetdisconnected")
        else:
            route.continue_()

    budi.context.route("**/unggah/*", cut_after_three)
    budi.go(f"{budi.inside}/asesmen/{world.ids['assessment.intan']}/bukti/baru")
    budi.page.locator("[name=berkas]").set_input_files(
        {"name": "praktik.mp4", "mimeType": "video/mp4", "buffer": video}
    )
    expect(budi.page.locator(".uploads")).to_contain_text("Menunggu jaringan")
    expect(budi.page.locator(".uploads")).to_contain_text("Terkirim seluruhnya", timeout=60_000)
    assert "HEAD" in pieces

    budi.tap(budi.page.locator("[name=title]"))
    budi.fill({"title": "Rekaman tugas praktik"})
    budi.choose("Observasi demonstrasi")
    budi.choose("Semua KUK")
    budi.press("Simpan bukti")
    budi.sees("Bukti ditambahkan.", within="body")
    with lsp.inside():
        file = Evidence.objects.get(title="Rekaman tugas praktik").file
        assert file is not None
        assert file.sha256 == hashlib.sha256(video).hexdigest()
        assert file.media_type == "video/mp4"


def _mp4(size: int) -> bytes:
    """The smallest film that is one by its boxes, filled up with nothing."""

    def box(kind: bytes, data: bytes) -> bytes:
        return (len(data) + 8).to_bytes(4, "big") + kind + data

    return box(b"ftyp", b"isom\0\0\2\0") + box(b"moov", bytes(64)) + box(b"mdat", bytes(size))
