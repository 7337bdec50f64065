"""The steps of the road as hands at a browser take them; the tests say who goes and in which order."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial

from playwright.sync_api import expect

from tests.journeys.walker import Walker

FORGOTTEN = "kata-sandi-yang-dilupakan"


@dataclass(frozen=True)
class Applicant:
    """Invented, and it looks it: province 00."""

    name: str
    email: str
    nik: str
    birth_date: str

    @property
    def biodata(self) -> dict[str, str]:
        return {
            "name": self.name,
            "nik": self.nik,
            "birth_place": "Bandung",
            "birth_date": self.birth_date,
            "nationality": "Indonesia",
            "address": "Jalan Rekaan 77, Bandung",
            "postcode": "40000",
            "phone": "0800 0000 0077",
            "email": self.email,
            "education": "SMK Rekayasa Perangkat Lunak",
        }


# ------------------------------------------------------------ account


def register(who: Walker, address: str, password: str) -> None:
    """A new account, its address proved through the page that shows the demo's mail."""
    who.go("/")
    who.follow("Buat akun", within="main")
    who.fill({"email": address, "password1": password, "password2": password})
    who.press("Buat akun")
    who.sees("Buktikan alamat surel Anda")
    who.go("/surel/")
    who.leave_by(who.page.locator("main a[href*='/akun/confirm-email/']").first)
    who.press("Ya, ini alamat saya")
    expect(who.page).to_have_url(re.compile("/akun/login/"))


def replace_password(who: Walker, address: str, password: str) -> None:
    """Forgotten: the link from the mail, a new password, used once."""
    who.go("/akun/login/")
    who.follow("Lupa kata sandi?")
    who.fill({"email": address})
    who.press("Kirim tautan")
    who.sees("Periksa kotak surat Anda")
    link = who.at.link_to(address, "/akun/password/reset/key/")
    who.go(link)
    who.fill({"password1": password, "password2": password})
    who.press("Simpan kata sandi")
    who.sees("Kata sandi baru sudah berlaku.")
    who.go(link)
    who.sees("Tautan ini sudah dipakai atau sudah kedaluwarsa.")


# ------------------------------------------------------------ FR.APL.01 and FR.APL.02


def join(who: Walker, name: str) -> None:
    """Become known to the LSP and see what it opens."""
    who.home()
    opening = f"form[action='/beranda/{who.at.slug}/mulai']"
    who.fill({"name": name}, within=opening)
    who.press("Mulai permohonan di LSP ini", within=opening)
    who.sees("Pilih skema sertifikasi")


def fill_biodata(who: Walker, applicant: Applicant) -> None:
    """Field by field, each saved on its own."""
    for name, value in applicant.biodata.items():
        field = who.page.locator(f"main [name={name}]").first
        if field.input_value() != value:
            field.fill(value)
            who.autosave(field.blur)
    if not who.page.locator("[name=sex]:checked").count():
        who.autosave(lambda: who.choose("Perempuan", within="#isian-sex"))


def choose_purpose(who: Walker) -> None:
    who.autosave(lambda: who.choose("Sertifikasi", within="#tujuan"))


def show_evidence(who: Walker) -> None:
    """One file for the first basic requirement, one for each administrative one."""
    wanted = who.page.locator("#dasar li[id^=syarat-]").first.or_(who.page.locator("#administratif li[id^=syarat-]"))
    ids = [each.get_attribute("id") for each in wanted.all()]
    for number, each in enumerate(ids, 1):
        drop = who.page.locator(f"#{each} input[type=file]").first
        who.autosave(partial(who.upload, drop, f"bukti-{number}.pdf"), "/unggah")
        expect(who.page.locator(f"#{each}")).to_contain_text("Ada")


def answer_elements(who: Walker) -> int:
    """K for every element of FR.APL.02; one file uploaded at the first is shown for the second as well."""
    questions = who.page.locator("[id^=elemen-]")
    total = questions.count()
    for number in range(total):
        question = questions.nth(number)
        pk = (question.get_attribute("id") or "").removeprefix("elemen-")
        _unfold(who, f"details.unit:has(#elemen-{pk})")
        answer = who.page.locator(f"label:has([name='jawaban-{pk}'][value=K])")
        who.autosave(partial(who.tap, answer))
        if number < 2:
            _unfold(who, f"#elemen-{pk} details.more:has(input[type=file])")
        if number == 0:
            drop = question.locator("input[type=file]")
            who.autosave(partial(who.upload, drop, "portofolio.pdf"))
            expect(who.page.locator(f"#keadaan-{pk}")).to_contain_text("portofolio.pdf")
        if number == 1:
            shown = who.page.locator(f"#pakai-{pk} label").filter(has_text="portofolio.pdf")
            who.autosave(partial(who.tap, shown))
            expect(who.page.locator(f"#keadaan-{pk}")).to_contain_text("portofolio.pdf")
    return total


def _unfold(who: Walker, details: str) -> None:
    closed = who.page.locator(f"{details}:not([open]) > summary")
    if closed.count():
        who.tap(closed.first)


def accept_terms(who: Walker) -> None:
    for name in ("informasi", "biaya", "data", "publikasi"):
        box = who.page.locator(f"label:has([name={name}])")
        who.autosave(partial(who.tap, box), "/setuju")


# ------------------------------------------------------------ impartiality


def declare_relations(who: Walker) -> None:
    """No relation with anybody of the event that waits for a declaration: one tap for all, one signature."""
    who.home()
    who.follow("Nyatakan")
    who.is_narrow()
    who.leave_by(who.page.get_by_role("button", name=re.compile("Tidak ada hubungan dengan")))
    who.sign("Tandatangani pernyataan")
    who.sees("Pernyataan ditandatangani.", within="body")


# ------------------------------------------------------------ FR.AK.07 and the instruments


def plan_case(who: Walker) -> None:
    """Potensi 1, nothing adjusted, the instruments of FR.MAPA.02."""
    who.follow("Buat rencana FR.AK.07")
    who.follow("Pilih potensi 1")
    who.sign("Tandatangani FR.AK.07")
    who.sees("FR.AK.07 ditandatangani.", within="body")


def give_task(who: Walker) -> None:
    """FR.IA.02 put before the candidate; watched, and closed as evidence for every KUK."""
    who.leave_by(who.page.get_by_role("link", name="Lanjut: FR.IA.02", exact=True).first)
    who.press("Mulai: buka bagi asesi")
    who.sees("selesai paling lambat")
    who.press("Selesai dan lanjut")


def ask_questions(who: Walker, title: str) -> int:
    """The instrument that is open: Ya for every item. How many."""
    who.sees(title)
    items = who.page.locator(".kuk label:has([value=ya])")
    total = items.count()
    for number in range(total):
        answer = items.nth(number)
        if not answer.locator("input").is_checked():
            who.autosave(partial(who.tap, answer), "/simpan")
    who.press("Nilai dan lanjut")
    return total


def confirm_test(who: Walker) -> None:
    """The written test that was handed in: what its key proposes, confirmed."""
    who.sees("Jawaban sudah diserahkan")
    who.press("Nilai dan lanjut")


def take_test(who: Walker) -> None:
    """The candidate's own written test: the first option everywhere, handed in."""
    who.go(f"{who.inside}/saya/")
    who.follow("Buka asesmen saya")
    who.follow("Buka tes")
    who.press("Mulai mengerjakan")
    for each in who.page.locator("main form[action$='/jawab']").all():
        who.autosave(partial(who.tap, each.locator("label").first), "/jawab")
    who.press("Serahkan jawaban")
    who.sees("Jawaban Anda sudah diserahkan")


# ------------------------------------------------------------ FR.AK.03


def give_feedback(who: Walker) -> None:
    """The candidate's ten answers after the certificate, all Ya."""
    who.home()
    who.follow("Isi umpan balik (FR.AK.03)")
    for answer in who.page.locator("fieldset .seg label:first-child").all():
        who.tap(answer)
    who.sign("Kirim umpan balik")
    who.sees("Umpan balik Anda diterima")


# ------------------------------------------------------------ the assessor's grid


def judge_one_by_one(who: Walker) -> int:
    """Ya for every KUK with its own tap, unit after unit. How many were judged."""
    units = who.page.locator("details.unit")
    judged = 0
    for at in range(units.count()):
        unit = units.nth(at)
        if unit.get_attribute("open") is None:
            who.tap(unit.locator("> summary"))
        for answer in unit.locator(".kuk label:has([value=ya])").all():
            who.autosave(partial(who.tap, answer), "/ia01/kuk")
            judged += 1
    return judged


def judge_by_unit(who: Walker, but: int, note: str) -> None:
    """One KUK (by its place in the grid) Tidak, with a note and confirmed; all others Ya, a unit at a tap."""
    units = who.page.locator("details.unit")
    row = who.page.locator(".kuk").nth(but)
    for at in range(units.count()):
        unit = units.nth(at)
        if unit.get_attribute("open") is None:
            who.tap(unit.locator("> summary"))
        if row.is_visible() and not row.locator(":checked").count():
            who.autosave(partial(who.tap, row.locator("label:has([value=tidak])")), "/ia01/kuk")
            words = row.locator("[name=catatan]")
            words.fill(note)
            who.autosave(words.blur, "/ia01/kuk")
            who.autosave(partial(who.tap, row.locator("label:has([value=confirmed])")), "/ia01/kuk")
        who.autosave(partial(who.tap, unit.locator("label:has([name=unit])")), "/ia01/semua-ya")


def add_evidence(who: Walker, title: str) -> None:
    """One item for all KUK, with its VATM, in one form."""
    who.leave_by(who.page.locator("a[href$='/bukti/baru']").first)
    who.tap(who.page.locator("[name=title]"))
    who.fill({"title": title})
    who.choose("Observasi demonstrasi")
    who.upload(who.page.locator("[name=berkas]"), "foto-praktik.pdf")
    who.choose("Semua KUK")
    for mark in ("valid", "authentic", "current", "sufficient"):
        who.tap(who.page.locator(f"label:has([name=vatm-{mark}])"))
    who.press("Simpan bukti")
    who.sees("Bukti ditambahkan.", within="body")


def recommend(who: Walker, *, feedback: str, follow_up: str = "") -> None:
    case = re.match(r".*/asesmen/[^/]+/", who.page.url)
    assert case is not None
    who.go(f"{case.group()}rekomendasi")
    who.fill({"feedback": feedback, "follow_up": follow_up, "comment": "Bukti memenuhi aturan bukti."})
    who.sign("Tandatangani rekomendasi")
    who.sees("Menunggu asesi")
