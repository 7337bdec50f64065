"""From a stranger's first visit to a certificate that another stranger checks: every step in a browser, each role
with its own account, on a real server with a real worker."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import partial

import pytest
from playwright.sync_api import expect

from tests.cast import PASSWORD
from tests.journeys import road
from tests.journeys.installation import Installation
from tests.journeys.walker import PHONE, Walker
from tests.world.base import World, today

pytestmark = pytest.mark.browser

NURMALA = road.Applicant("Nurmala Andaikan", "nurmala@contoh.test", "0000004711050001", "2005-11-07")
TAPS_ALLOWED = 64
BK_REASON = "Pengujian aplikasi belum dikerjakan runtut."


def test_a_candidate_walks_from_a_new_account_to_a_certificate_a_stranger_checks(
    world: World, lsp: Installation, sit_down: Callable[[Installation], Callable[..., Walker]]
) -> None:
    opened = sit_down(lsp)
    nurmala = opened(size=PHONE)
    _account(nurmala)
    _application(nurmala)

    dewi = opened("dewi@contoh.test")
    _returned(dewi)
    _corrected(nurmala)
    _accepted(dewi)

    maya, surya = opened("maya@contoh.test"), opened("surya@contoh.test")
    _planned(maya)
    _assigned(surya)

    budi = opened("budi@contoh.test", PHONE)
    _agreed(budi, nurmala)
    road.take_test(nurmala)
    taps = _judged(budi)
    _signed(budi, nurmala)

    intan = opened("intan@contoh.test", PHONE)
    _recommended_bk(budi, intan)

    board = [opened(f"{key}@contoh.test") for key in ("hendra", "ratna", "yusuf")]
    _decided(maya, board, surya)
    number, code = _issued(nurmala)
    _letter_of_bk(intan)

    stranger = opened(size=PHONE)
    _checked(stranger, number, code)
    chains = {each["chain"]: each for each in lsp.verified()["chains"]}
    assert chains["jamstac/cth"]["ok"]
    sys.stdout.write(f"50 KUK dengan bukti dan VATM: {taps} ketukan\n")


def _account(nurmala: Walker) -> None:
    road.register(nurmala, NURMALA.email, road.FORGOTTEN)
    nurmala.sign_in(NURMALA.email, road.FORGOTTEN)
    nurmala.sees("Mulai dari sebuah LSP")
    nurmala.sign_out()
    road.replace_password(nurmala, NURMALA.email, PASSWORD)
    nurmala.sign_in(NURMALA.email)


def _application(nurmala: Walker) -> None:
    road.join(nurmala, NURMALA.name)
    nurmala.sees("Rp450.000")
    nurmala.press("Mulai permohonan")
    road.fill_biodata(nurmala, NURMALA)

    nurmala.go(f"{nurmala.inside}/saya/")
    nurmala.sees("Lanjutkan permohonan")
    nurmala.follow("Lanjutkan mengisi")
    nurmala.sees("Bagian 2 dari 6")
    nurmala.follow(re.compile("Data pemohon"))
    nurmala.sees("Bagian 1 dari 6")
    expect(nurmala.page.locator("[name=nik]")).to_have_value(NURMALA.nik)
    nurmala.press("Lanjut ke bagian 2")
    nurmala.sees("Bagian 2 dari 6")

    road.choose_purpose(nurmala)
    nurmala.press("Lanjut ke bagian 3")
    nurmala.sees("Bagian 3 dari 6")
    nurmala.is_narrow()
    nurmala.press("Lanjut ke bagian 4")
    nurmala.sees("Bagian 4 dari 6")
    road.show_evidence(nurmala)
    nurmala.is_narrow()
    nurmala.follow("Lanjut ke bagian 5")
    nurmala.sees("Bagian 5 dari 6")
    assert road.answer_elements(nurmala) == 15
    nurmala.told("15 dari 15 elemen terjawab")
    nurmala.press("Lanjut ke bagian 6")
    nurmala.sees("Bagian 6 dari 6")
    road.accept_terms(nurmala)
    nurmala.sign("Kirim permohonan")
    nurmala.sees("Menunggu tinjauan LSP")


def _returned(dewi: Walker) -> None:
    """Back with a reason on the item it concerns."""
    dewi.home()
    dewi.shot("daftar-kerja-admin")
    dewi.go(f"{dewi.inside}/permohonan/?keadaan=submitted")
    dewi.follow(NURMALA.name)
    first, *rest = dewi.page.locator("#temuan .seg").all()
    for each in rest:
        dewi.autosave(partial(dewi.tap, each.locator("label:has([value=met])")), "/temuan")
    dewi.autosave(lambda: dewi.tap(first.locator("label:has([value=unmet])")), "/temuan")
    note = dewi.page.locator("#temuan textarea[name^=catatan-]").first
    note.fill("Halaman kedua ijazah belum ada.")
    dewi.autosave(note.blur, "/temuan")
    whole = dewi.page.locator("#catatan textarea")
    whole.fill("Tinggal satu berkas lagi.")
    dewi.autosave(whole.blur, "/temuan")
    dewi.press("Kembalikan untuk dilengkapi")
    dewi.sees("Permohonan dikembalikan kepada pemohon.", within="body")


def _corrected(nurmala: Walker) -> None:
    nurmala.at.link_to(NURMALA.email, "/saya/berkas/")
    nurmala.home()
    nurmala.follow("Lihat yang kurang")
    nurmala.sees("Halaman kedua ijazah belum ada.")
    nurmala.follow("Perbaiki permohonan")
    nurmala.sees("Tinggal satu berkas lagi.")
    wanting = nurmala.page.locator("li[id^=syarat-]").filter(has_text="Halaman kedua ijazah belum ada.")
    nurmala.autosave(
        lambda: nurmala.upload(wanting.locator("input[type=file]"), "ijazah-lengkap.pdf"),
        "/unggah",
    )
    nurmala.sees("ijazah-lengkap.pdf")
    nurmala.follow(re.compile("Pernyataan dan kirim"))
    nurmala.sign("Kirim permohonan")
    nurmala.sees("pengiriman ke-2")


def _accepted(dewi: Walker) -> None:
    dewi.go(f"{dewi.inside}/permohonan/?keadaan=submitted")
    dewi.follow(NURMALA.name)
    for each in dewi.page.locator("#temuan .seg").all():
        choice = each.locator("label:has([value=met])")
        if not choice.locator("input").is_checked():
            dewi.autosave(partial(dewi.tap, choice), "/temuan")
    expect(dewi.page.get_by_role("button", name="Terima permohonan", exact=True)).not_to_have_attribute(
        "aria-disabled", "true"
    )
    dewi.sign("Terima permohonan", password="bukan-kata-sandinya")
    dewi.sees("Belum bisa; tidak ada yang berubah pada permohonan")
    dewi.sign("Terima permohonan")
    dewi.sees("Permohonan diterima.", within="body")


def _planned(maya: Walker) -> None:
    maya.go(f"{maya.inside}/jadwal/")
    maya.follow("Susun jadwal")
    maya.page.locator("[name=scheme_version]").select_option(index=1)
    maya.page.locator("[name=venue]").select_option(label=_option(maya, "venue"))
    maya.fill({"date": today().isoformat(), "start_time": "16:30", "end_time": "20:00"})
    maya.press("Susun jadwal", within="main")
    maya.choose(NURMALA.name, within="#tambah")
    maya.choose("Budi Rekaan", within="#tambah")
    maya.press("Tambahkan langsung", within="#tambah")
    expect(maya.page.locator("#asesi")).to_contain_text(NURMALA.name)
    maya.told("Tandatangani surat tugas")


def _option(walker: Walker, name: str) -> str:
    return walker.page.locator(f"[name={name}] option").nth(1).inner_text()


def _assigned(surya: Walker) -> None:
    surya.home()
    surya.follow(re.compile("urat tugas"), within="main")
    surya.sign("Tandatangani surat tugas")
    surya.sees("Surat tugas ditandatangani.", within="body")
    letter = surya.page.locator("main a[href*='/lembar/']").first
    assert NURMALA.name in surya.pdf(letter.get_attribute("href") or "")


def _agreed(budi: Walker, nurmala: Walker) -> None:
    road.declare_relations(budi)
    budi.go(f"{budi.inside}/tugas/")
    row = budi.page.locator("li").filter(has_text=NURMALA.name)
    budi.leave_by(row.get_by_role("button", name="Catat hadir"))
    budi.leave_by(row.get_by_role("button", name="Buka asesmen"))
    case = budi.page.url
    budi.sign("Tandatangani tinjauan")
    budi.choose("KTP", within="#identitas")
    budi.press("Identitas cocok")
    road.plan_case(budi)
    budi.sign("Tandatangani FR.AK.01")
    budi.sees("Asesi menyetujui FR.AK.01")

    shut = budi.go(f"{case}ia01")
    assert shut.status == 200
    budi.sees("Materi belum terbuka")
    budi.sees("HR-34")
    assert not budi.page.locator(".kuk").count()

    nurmala.home()
    nurmala.shot("asesi-beranda")
    nurmala.is_narrow()
    nurmala.follow("Baca dan tandatangani")
    nurmala.sees("Hasil Observasi Langsung")
    nurmala.sign("Setuju dan tandatangani")
    nurmala.sees("Asesmen berlangsung")
    budi.go(case)


def _judged(budi: Walker) -> int:
    """The task given and closed as evidence for all KUK, one tap per KUK, three questions, the written test."""
    before = budi.taps
    road.give_task(budi)
    assert road.judge_one_by_one(budi) == 50
    budi.told("50 dari 50 KUK dinilai")
    budi.shot("kuk-360")
    budi.is_narrow()
    budi.page.reload()
    assert budi.page.locator(".kuk input[value=ya]:checked").count() == 50
    grid = budi.page.url
    budi.leave_by(budi.page.locator("#berikut"))
    assert road.ask_questions(budi, "FR.IA.03") == 3
    road.confirm_test(budi)
    taps = budi.taps - before
    assert taps <= TAPS_ALLOWED, f"{taps} taps for 50 KUK"
    budi.go(grid)
    budi.sees("VATM terpenuhi")
    return taps


def _signed(budi: Walker, nurmala: Walker) -> None:
    road.recommend(budi, feedback="Bekerja runtut dan teliti.")
    nurmala.home()
    nurmala.follow("Baca dan tandatangani")
    nurmala.sees("Bekerja runtut dan teliti.")
    nurmala.sign("Tandatangani hasil")
    nurmala.sees("Bagian Anda selesai")


def _recommended_bk(budi: Walker, intan: Walker) -> None:
    """The second candidate agreed this morning; one KUK is not met."""
    budi.go(f"{budi.inside}/tugas/")
    budi.leave_by(budi.page.locator("li").filter(has_text="Intan Semisal").get_by_role("link", name="Langkah"))
    case = budi.page.url
    road.give_task(budi)
    road.judge_by_unit(budi, 40, "Pengujian belum runtut.")
    road.add_evidence(budi, "Foto hasil tugas praktik")
    road.take_test(intan)
    budi.go(case)
    budi.follow("Lanjut: FR.IA.03")
    assert road.ask_questions(budi, "FR.IA.03") == 3
    road.confirm_test(budi)
    budi.sees("Belum Kompeten")
    budi.fill({"feedback": "Struktur halaman rapi.", "follow_up": "Ulangi unit pengujian.", "comment": ""})
    budi.sign("Tandatangani rekomendasi")
    budi.sees("Menunggu asesi")
    intan.home()
    intan.follow("Baca dan tandatangani")
    intan.sees("Pengujian belum runtut.")
    intan.sign("Tandatangani hasil")
    intan.sees("Bagian Anda selesai")


def _decided(maya: Walker, board: list[Walker], surya: Walker) -> None:
    hendra, *others = board
    maya.go(f"{maya.inside}/pleno/")
    maya.follow("Buka rapat pleno")
    for name in ("Hendra Andai", "Ratna Khayal", "Yusuf Seandainya"):
        maya.choose(name)
    maya.page.locator("[name=chair]").select_option(label="Hendra Andai")
    maya.fill({"date": today().isoformat(), "time": "09:00", "place": "Ruang rapat LSP"})
    maya.press("Buka rapat")
    meeting = maya.page.url
    for each in board:
        each.go(meeting)
        each.press("Saya hadir")
        expect(each.page.get_by_role("button", name="Saya hadir")).to_have_count(0)
    maya.go(meeting)
    maya.choose(NURMALA.name)
    maya.choose("Intan Semisal")
    maya.press("Bekukan dan ajukan")
    maya.sees("2 berkas dibekukan dan diajukan.", within="body")

    hendra.go(meeting)
    hendra.follow(re.compile(NURMALA.name))
    hendra.shot("pleno-1280")
    hendra.tap(hendra.page.locator("label:has([name=outcome][value=K])"))
    hendra.press("Catat keputusan")
    hendra.sees("Keputusan dicatat.", within="body")
    hendra.go(meeting)
    hendra.follow(re.compile("Intan Semisal"))
    hendra.tap(hendra.page.locator("label:has([name=outcome][value=BK])"))
    hendra.press("Catat keputusan")
    hendra.sees("Belum dicatat")
    assert hendra.page.locator("[name=outcome][value=BK]").is_checked()
    hendra.fill({"reason": BK_REASON})
    hendra.press("Catat keputusan")
    hendra.sees("Keputusan dicatat.", within="body")
    hendra.sign("Tutup rapat")
    hendra.sees("Rapat ditutup", within="body")
    for each in others:
        each.go(meeting)
        each.sign("Tandatangani berita acara")
        each.sees("Berita acara Anda tandatangani.", within="body")

    surya.go(meeting)
    surya.sign("Tandatangani SK dan surat hasil")
    surya.sees("surat hasil dibuat", within="body")
    surya.sign("Terbitkan 1 sertifikat")
    surya.sees("1 sertifikat terbit.", within="body")


def _issued(nurmala: Walker) -> tuple[str, str]:
    """Number and printed code, as the holder's own PDF has them."""
    road.give_feedback(nurmala)
    nurmala.home()
    nurmala.follow("Buka sertifikat")
    nurmala.shot("sertifikat-saya")
    number = nurmala.fact("Nomor sertifikat")
    code = nurmala.fact("Kode pemeriksaan")
    link = nurmala.page.get_by_role("link", name="Unduh sertifikat (PDF)").get_attribute("href") or ""
    data = nurmala.fetch_pdf(link)
    nurmala.keep("sertifikat", data)
    text = nurmala.text_of(data)
    assert number in text
    assert code in text
    assert NURMALA.name in text
    assert "Pengembang Web Muda" in text
    return number, code


def _letter_of_bk(intan: Walker) -> None:
    intan.home()
    intan.follow("Lihat hasil dan alasannya")
    intan.sees(BK_REASON)
    intan.sees("Hak banding")
    link = intan.page.get_by_role("link", name="Unduh surat hasil (PDF)").get_attribute("href") or ""
    text = intan.pdf(link)
    assert "belum kompeten" in text.casefold()
    assert BK_REASON in text
    assert "banding" in text


def _checked(stranger: Walker, number: str, code: str) -> None:
    stranger.go("/cek/")
    stranger.fill({"code": code})
    stranger.press("Periksa")
    stranger.sees("Sertifikat berlaku")
    for printed in (NURMALA.name, number, "Pengembang Web Muda", "Surya Andaian"):
        stranger.told(printed)
    assert NURMALA.nik not in stranger.page.content()
    assert code not in stranger.page.url
    stranger.is_narrow()
    stranger.shot("periksa")

    stranger.go(f"/cek/#{code}")
    stranger.sees("Sertifikat berlaku")

    stranger.go("/cek/")
    _by_number(stranger, number)
    stranger.sees("Nomor terdaftar")
    assert NURMALA.name not in stranger.page.content()
    _by_number(stranger, "62019 2513 4 9999999 2026", again=True)
    stranger.sees("Nomor tidak terdaftar")
    stranger.go("/cek/")
    stranger.fill({"code": "ABCD-EFGH-JKMN-PQRS"})
    stranger.press("Periksa")
    stranger.sees("Kode tidak dikenal")
    stranger.sees("Tidak dikenal bukan berarti palsu.")


def _by_number(stranger: Walker, number: str, *, again: bool = False) -> None:
    if not again:
        stranger.tap(stranger.page.locator("summary").filter(has_text="Periksa dengan nomor"))
    stranger.fill({"number": number})
    stranger.press("Periksa lagi" if again else "Periksa nomor")
