"""A class of 36 on a Tuesday, from the school's Excel list to the signed SK, with the day that goes wrong: the
assessor ill, one absent, one minor, one disabled, one not yet competent, a conflict found by the system, a signed sheet
corrected, and one agreement signed on paper.

Every staff step is done by hands at a browser, for all 36. Of the candidates four are hands at a phone (a common one,
the minor, the disabled, the one not yet competent); the others walk the same doors in a loop. Taps and seconds are
printed by role."""

from __future__ import annotations

import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from functools import partial

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Q, QuerySet
from django.utils import timezone
from playwright.sync_api import expect

from jamstac.applications.actions import submit_application
from jamstac.applications.batches.actions import check_data
from jamstac.applications.models import Application, ApplicationDraft
from jamstac.applications.states import ApplicationState
from jamstac.assessment import sitting
from jamstac.assessment.actions import acknowledge, agree
from jamstac.assessment.actions.sitting import begin_test, hand_in
from jamstac.assessment.models import Assessment, Taking
from jamstac.assessment.states import AssessmentState, TakingState
from jamstac.assessors.actions import authorise_assessor, enter_assessor_certificate, set_assessor_status, sign_pact
from jamstac.assessors.models import Pact
from jamstac.assessors.states import PactKind, Standing
from jamstac.documents.files import keep_upload
from jamstac.documents.models import Sheet, StoredFile
from jamstac.events.models import EventCandidate
from jamstac.ledger.door import ActorKind, SystemActor
from jamstac.people.actions import appoint, issue_slip, register_person, use_slip
from jamstac.people.actors import PersonActor
from jamstac.people.models import Person
from jamstac.people.states import Function
from jamstac.schemes.models import Scheme
from jamstac.venues.actions import enter_venue
from jamstac.venues.states import VenueKind
from tests.cast import PASSWORD, Member
from tests.journeys import road
from tests.journeys.installation import Installation
from tests.journeys.walker import PHONE, WIDE, Walker
from tests.workbooks import Value, xlsx
from tests.world.applications import SIGNED, fill_draft, pdf
from tests.world.assessments import READ
from tests.world.base import AGREED, World, ago, ahead, today
from tests.world.lsp import account_for

pytestmark = pytest.mark.browser

SCHOOL = "SMK Rekaan Dua"
WORKPLACE = "Kedai Web Umpama"
FIRST = [
    "Abdi",
    "Belia",
    "Cakra",
    "Danu",
    "Elok",
    "Farel",
    "Gendis",
    "Hasta",
    "Ilham",
    "Jelita",
    "Kirana",
    "Lanang",
    "Mahesa",
    "Nirmala",
    "Orisa",
    "Panji",
    "Qonita",
    "Raka",
    "Seruni",
    "Tirta",
    "Utari",
    "Viyata",
    "Wisnu",
    "Xena",
    "Yoga",
    "Zahra",
    "Aruna",
    "Bestari",
    "Cempaka",
    "Dharma",
    "Embun",
    "Fajar",
    "Ganesa",
    "Harum",
    "Indra",
    "Jati",
]
"""36 first names; the surname says that they are invented."""
COMMON, MINOR, DISABLED, LATE, ABSENT, NOT_YET, CORRECTED, ON_PAPER, WORKING, TRAINED = range(10)
"""Places in the list of those whose day is told."""
HANDS = (COMMON, MINOR, DISABLED, NOT_YET)
"""Those who are walked at a phone of their own."""
BK_REASON = "Pengujian aplikasi belum dikerjakan runtut."
TAPS_ALLOWED = 11
"""Of an assessor for one candidate of a class: 50 KUK observed together, three questions asked one by one."""
ROLES = {
    "dewi": "Admin LSP",
    "maya": "Manajer sertifikasi",
    "surya": "Direktur",
    "lila": "Verifikator TUK",
    "tari": "Ketua TUK",
    "budi": "Asesor",
    "rina": "Asesor",
    "eka": "Asesor",
    "hendra": "Pleno",
    "ratna": "Pleno",
    "yusuf": "Pleno",
    "wulan": "Manajer mutu",
}


def name_of(number: int) -> str:
    return f"{FIRST[number]} Contohan"


def born(number: int) -> date:
    year = today().year - (17 if number == MINOR else 19)
    return date(year, 1, 1 + number % 28)


def nik_of(number: int) -> str:
    """Invented, and it looks it: province 00."""
    return f"000000{born(number):%d%m%y}{700 + number:04}"


def email_of(number: int) -> str:
    """Every second pupil has none."""
    return f"{FIRST[number].casefold()}@contoh.test" if number % 2 else ""


class Day:
    """Who sits where, and what it cost them. `at("dewi")` is Dewi at her desk."""

    def __init__(self, world: World, lsp: Installation, opened: Callable[..., Walker]) -> None:
        self.world, self.lsp, self._opened = world, lsp, opened
        self.walkers: dict[str, Walker] = {}
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self.taps: Counter[str] = Counter()
        self.addresses: dict[str, str] = {}
        self.last: Walker | None = None

    def kept(self) -> dict[str, object]:
        """What a later phase needs of the earlier ones."""
        return {"seconds": self.seconds, "taps": self.taps, "addresses": self.addresses}

    def seat(self, key: str, login: str = "", size: tuple[int, int] = WIDE) -> Walker:
        if key not in self.walkers:
            walker = self._opened(size=size)
            self.walkers[key] = walker.sign_in(login or f"{key}@contoh.test")
        self.last = self.walkers[key]
        return self.walkers[key]

    def stranger(self, key: str) -> Walker:
        """Somebody at a phone whom the LSP does not know yet."""
        self.walkers[key] = self.last = self._opened(size=PHONE)
        return self.walkers[key]

    def at(self, key: str, size: tuple[int, int] = WIDE) -> AbstractContextManager[Walker]:
        """That member of staff at work: taps and time count for the role."""
        return self.clock(ROLES[key], self.seat(key, size=size))

    @contextmanager
    def clock(self, role: str, walker: Walker) -> Iterator[Walker]:
        before, start = walker.taps, time.monotonic()
        yield walker
        self.taps[role] += walker.taps - before
        self.seconds[role] += time.monotonic() - start

    def table(self) -> str:
        rows = [f"{role:22} {self.taps[role]:5} ketukan {self.seconds[role]:7.1f} s" for role in sorted(self.taps)]
        return "\n".join(["Kelas 36 orang, menurut peran (detik peramban, bukan detik manusia):", *rows, ""])


def the_lsp_grows(day: Day) -> None:
    """Before the story: a third assessor, who works where one of the pupils does, and a TUK for the class that is
    verified for each event."""
    world = day.world
    with day.lsp.inside():
        account = account_for(world, Member("eka", "Eka Pengandaian"))
        account.password = world.account("budi").password
        account.save()
        installer = SystemActor("installer", world.body.pk)
        eka = register_person(
            installer,
            world.body,
            account=account,
            name="Eka Pengandaian",
            email="eka@contoh.test",
            institution=WORKPLACE,
        )
        world.put("person.eka", eka)
        since = ago(300)
        appoint(
            installer,
            eka,
            function=Function.ASSESSOR,
            decree_number="004/SK/CTH",
            decree_date=since,
            valid_from=since,
        )
        for kind in PactKind:
            sign_pact(world.actor("eka"), world.get(Pact, f"pact.{kind.value}"), statement=AGREED)
        enter_assessor_certificate(
            world.actor("dewi"), eka, met_number="MET.000.000103 2025", valid_from=ago(250), valid_until=ahead(800)
        )
        scheme = world.get(Scheme, "scheme")
        authorise_assessor(world.actor("maya"), eka, scheme=scheme, basis="Sertifikat 03/CTH", valid_from=ago(250))
        set_assessor_status(world.actor("maya"), eka, standing=Standing.ACTIVE, reason="Sertifikat diperiksa")
        enter_venue(
            world.actor("dewi"),
            world.body,
            code="TUK-02",
            name="Aula SMK Rekaan Dua",
            kind=VenueKind.TEMPORARY,
            address="Jalan Contoh 9, Bandung",
            capacity=40,
        )


# ------------------------------------------------------------ the school's list


def _the_list(*, corrected: bool) -> bytes:
    """As a school keeps it. In the first one a NIK lacks a digit."""
    heading = [
        "No",
        "Nama Siswa",
        "NIK",
        "Tempat Lahir",
        "Tgl Lahir",
        "L/P",
        "Alamat",
        "No HP",
        "Email",
        "NISN",
        "Kelas",
        "Asal Sekolah",
    ]
    rows: list[list[Value]] = []
    for number in range(len(FIRST)):
        nik = nik_of(number) if corrected or number != len(FIRST) - 1 else nik_of(number)[:-1]
        rows.append(
            [
                number + 1,
                name_of(number),
                nik,
                "Bandung",
                born(number),
                "P" if number % 2 else "L",
                f"Jalan Rekaan {number + 1}, Bandung",
                f"0800 3000 {number:04}",
                email_of(number),
                f"00{number + 1:08}",
                "XII RPL 2",
                WORKPLACE if number == WORKING else SCHOOL,
            ]
        )
    return xlsx([["Daftar siswa kelas XII RPL 2"], heading, *rows])


def the_list_comes_in(day: Day) -> None:
    with day.at("dewi") as dewi:
        dewi.go(f"{dewi.inside}/kelompok/")
        dewi.follow("Buka kelompok")
        dewi.page.locator("[name=scheme_version]").select_option(index=1)
        dewi.fill({"title": "Kelas XII RPL 2", "institution": SCHOOL, "contact_name": "Guru Umpama"})
        dewi.fill({"contact_phone": "0800 9000 0002"})
        dewi.tap(dewi.page.locator("label:has([name=payer][value=institution])"))
        dewi.press("Simpan kelompok")
        day.addresses["kelompok"] = dewi.page.url
        _brings(dewi, _the_list(corrected=False), "Daftar Kelas XII RPL 2.xlsx")
        dewi.sees("Unduh 1 baris ditolak")
        dewi.press("Impor 35 baris")
        dewi.sees("35 baris sudah masuk")
        dewi.go(day.addresses["kelompok"])
        _brings(dewi, _the_list(corrected=True), "Daftar Kelas XII RPL 2 betul.xlsx")
        dewi.sees(re.compile("^Sudah ada$"))
        dewi.press("Impor 36 baris")
        dewi.go(day.addresses["kelompok"])
        dewi.sees("36 asesi")


def _brings(dewi: Walker, data: bytes, name: str) -> None:
    dewi.follow("Impor daftar asesi")
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    dewi.page.locator("[name=berkas]").set_input_files({"name": name, "mimeType": kind, "buffer": data})
    dewi.press("Baca berkas")


def the_slips_go_out(day: Day) -> None:
    """A link for everybody on the list; the school hands them on."""
    with day.at("dewi") as dewi:
        dewi.go(day.addresses["kelompok"])
        dewi.follow("Pilih semua di halaman ini")
        dewi.press("Tautan yang dipilih")
        dewi.sees("36 slip terbit")
        for number in range(len(FIRST)):
            row = dewi.page.locator("tr").filter(
                has=dewi.page.get_by_role("rowheader", name=re.compile(name_of(number)))
            )
            day.addresses[f"slip-{number}"] = row.locator("td[data-label=Tautan] code").inner_text()
        dewi.shot("slip-terbit")


# ------------------------------------------------------------ the pupils apply


def _pupil(day: Day, number: int) -> AbstractContextManager[Walker]:
    """That pupil at a phone, signed in with NIK and the password they chose."""
    return day.clock("Asesi", day.seat(f"murid-{number}", nik_of(number), PHONE))


def some_apply_by_hand(day: Day) -> None:
    for number in HANDS:
        with day.clock("Asesi", day.stranger(f"murid-{number}")) as pupil:
            pupil.go(day.addresses[f"slip-{number}"])
            pupil.fill({"login": nik_of(number)})
            pupil.press("Lanjut")
            pupil.fill({"password1": PASSWORD, "password2": PASSWORD})
            pupil.press("Simpan kata sandi")
            _applies(day, pupil, number)


def _applies(day: Day, pupil: Walker, number: int) -> None:
    pupil.go(f"{pupil.inside}/saya/")
    pupil.follow("Periksa data")
    expect(pupil.page.locator("[name=nik]")).to_have_value(nik_of(number))
    for name, value in {"nationality": "Indonesia", "postcode": "40000", "education": "SMK"}.items():
        field = pupil.page.locator(f"main [name={name}]").first
        if field.input_value() != value:
            field.fill(value)
            pupil.autosave(field.blur)
    pupil.press("Data saya sudah benar")
    if number == MINOR:
        pupil.follow(re.compile("Persetujuan wali"))
        _guardian(day, pupil)
        _onward(pupil)
    road.choose_purpose(pupil)
    _onward(pupil)
    if number == DISABLED:
        _tells_a_need(pupil)
    _onward(pupil)
    road.show_evidence(pupil)
    _onward(pupil)
    road.answer_elements(pupil)
    _onward(pupil)
    for box in pupil.page.locator("#informasi input[type=checkbox]").all():
        pupil.autosave(partial(pupil.tap, box.locator("xpath=ancestor::label")), "/setuju")
    pupil.sign("Kirim permohonan")
    pupil.sees("Menunggu tinjauan LSP")


def _onward(who: Walker) -> None:
    """The one way on from a part of the form, a button where something is still to be saved."""
    named = re.compile("^Lanjut ke bagian")
    way = who.page.get_by_role("button", name=named).or_(who.page.get_by_role("link", name=named))
    who.leave_by(way.first)


def _guardian(day: Day, pupil: Walker) -> None:
    """The mother says yes by the link, at her own phone."""
    pupil.fill({"nama": "Ibu Rekaan Contohan", "hubungan": "ibu", "ponsel": "0800 4000 0001"})
    pupil.press("Buat tautan")
    link = pupil.page.locator("main code").inner_text()
    with day.clock("Wali", day.stranger("wali")) as mother:
        mother.go(link)
        mother.tap(mother.page.locator("label:has([name=setuju])"))
        mother.fill({"nama": "Ibu Rekaan Contohan"})
        mother.press("Saya menyetujui")
        mother.sees("Terima kasih, persetujuan Anda sudah tercatat")
    pupil.page.reload()
    pupil.sees("Disetujui")


def _tells_a_need(pupil: Walker) -> None:
    """Fourth line of FR.AK.07: stamina."""
    pupil.autosave(lambda: pupil.tap(pupil.page.locator("label:has([name=perlu][value='4'])")), "/kebutuhan")
    wish = pupil.page.locator("[name$=harap-4]")
    wish.fill("Waktu lebih panjang karena tangan kanan mudah lelah")
    pupil.autosave(wish.blur, "/kebutuhan")
    pupil.autosave(lambda: pupil.tap(pupil.page.locator("#setuju label")), "/kebutuhan")
    pupil.is_narrow()


def the_others_apply(day: Day) -> None:
    """The same doors in a loop: slip, check of the own data, draft, signature."""
    with day.lsp.inside():
        admin, body = day.world.actor("dewi"), day.world.body
        for number in range(len(FIRST)):
            if number in HANDS:
                continue
            slip, _code = issue_slip(admin, _person(number))
            use_slip(SystemActor("slip", body.pk), slip)
            person = _person(number)
            draft = ApplicationDraft.objects.get(person=person)
            own = {"nationality": "Indonesia", "postcode": "40000", "education": "SMK"}
            fill_draft(draft, person, own, partial(_stored, person))
            check_data(_me(person), person, draft=draft, progress=False)
            submit_application(_me(person), person, draft=draft, statement=SIGNED)
        assert Application.objects.filter(person__nik__in=map(nik_of, range(len(FIRST)))).count() == len(FIRST)


def _person(number: int) -> Person:
    return Person.objects.select_related("body", "account").get(nik=nik_of(number))


def _me(person: Person) -> PersonActor:
    return PersonActor(person, ActorKind.SELF)


def _stored(person: Person, name: str) -> StoredFile:
    assert person.account is not None
    file, verdict = keep_upload(SimpleUploadedFile(name, pdf(f"{name} {person.nik}")), person.body, person.account)
    assert file is not None, verdict
    return file


# ------------------------------------------------------------ the LSP accepts


def _turns_to(who: Walker, task: str) -> None:
    """From the own worklist to what waits there."""
    who.home()
    row = who.page.locator("main tr").filter(has_text=task).first
    who.leave_by(row.get_by_role("link").last)


def the_need_is_decided(day: Day) -> None:
    with day.at("maya") as maya:
        _turns_to(maya, f"Putuskan kebutuhan khusus {name_of(DISABLED)}")
        maya.tap(maya.page.locator("label:has([name=putusan][value=granted])"))
        maya.fill({"tindakan": "Jeda sepuluh menit tiap jam", "menit": "30"})
        maya.press("Simpan putusan")
        maya.sees("Jeda sepuluh menit tiap jam")


def all_are_accepted(day: Day) -> None:
    """36 at one signature, after each one's evidence was looked at."""
    with day.at("dewi") as dewi:
        dewi.go(f"{dewi.inside}/permohonan/?keadaan=submitted&q=Contohan")
        dewi.follow("Pilih semua yang menunggu di halaman ini")
        dewi.press("Terima yang dipilih…")
        for box in dewi.page.locator("label:has(input[name^=lihat-])").all():
            dewi.tap(box)
        dewi.sign("Terima permohonan ini")
        dewi.told("36")
        dewi.shot("diterima-sekaligus")


# ------------------------------------------------------------ the event is planned


def the_day_is_planned(day: Day) -> None:
    """Budi and Rina share the class; Rina trained one of them, so says the roster, and the rest goes on without."""
    with day.at("maya") as maya:
        maya.go(f"{maya.inside}/ketidakberpihakan/hubungan/")
        roster = f"{ago(200).isoformat()};{ago(190).isoformat()}"
        maya.page.locator("textarea").first.fill(f"Rina Ibarat;{name_of(TRAINED)};melatih;{roster}")
        maya.press("Impor", within="#impor")
        maya.sees("1 dari 1 tercatat")

        maya.go(f"{maya.inside}/jadwal/")
        maya.follow("Susun jadwal")
        maya.page.locator("[name=scheme_version]").select_option(index=1)
        maya.page.locator("[name=venue]").select_option(label="Aula SMK Rekaan Dua")
        maya.fill({"date": today().isoformat(), "start_time": "17:00", "end_time": "22:00"})
        maya.press("Susun jadwal", within="main")
        day.addresses["jadwal"] = maya.page.url
        _shared_out(maya)


def _shared_out(maya: Walker) -> None:
    maya.follow("Pilih semua", within="#tambah")
    for box in maya.page.locator("#tambah label:has([name=asesi])").filter(has_not_text="Contohan").all():
        maya.tap(box)
    for name in ("Budi Rekaan", "Rina Ibarat"):
        maya.choose(name, within="#tambah")
    maya.press("Lihat pembagian")
    maya.shot("pembagian")
    rows = maya.page.locator("#pratinjau tr")
    expect(rows.filter(has_text="Belum bisa")).to_have_count(1)
    expect(rows.filter(has_text="Belum bisa")).to_contain_text(name_of(TRAINED))
    expect(rows.filter(has_text="Belum bisa")).to_contain_text("HR-03")
    maya.press("Tambahkan yang dapat")
    maya.sees("35 asesi ditambahkan.", within="body")
    maya.choose(name_of(TRAINED), within="#tambah")
    maya.choose("Budi Rekaan", within="#tambah")
    maya.press("Tambahkan langsung")
    maya.sees("1 asesi ditambahkan.", within="body")
    maya.page.locator("select[name=person]").select_option(label="Rina Ibarat")
    maya.press("Tunjuk lead asesor")


def the_tuk_is_verified(day: Day) -> None:
    """A TUK sewaktu is verified for its event before anybody is sent there (HR-24)."""
    with day.at("surya") as surya:
        _turns_to(surya, "Tandatangani surat tugas jadwal")
        day.addresses["jadwal"] = surya.page.url
        surya.sees("HR-24")
        surya.tap(surya.page.locator("summary").filter(has_text="Surat tugas verifikator"))
        surya.page.locator("[name=verifier]").select_option(label="Lila Rekayasa")
        surya.fill({"due_on": today().isoformat()})
        surya.sign("Tandatangani surat tugas verifikator")
    with day.at("lila") as lila:
        _turns_to(lila, "Verifikasi Aula SMK Rekaan Dua")
        lila.fill({"verified_on": today().isoformat()})
        lila.tap(lila.page.locator("label:has([name=fit])").first)
        lila.press("Catat hasil verifikasi")
        lila.sees("Layak")
    with day.at("surya") as surya:
        surya.go(day.addresses["jadwal"])
        surya.sign("Tandatangani surat tugas")
        surya.sees("Surat tugas ditandatangani.", within="body")
    for key in ("budi", "rina"):
        with day.at(key, PHONE) as assessor:
            road.declare_relations(assessor)


def the_assessor_is_ill(day: Day) -> None:
    """The evening before: Eka instead of Budi, a new surat tugas, and a conflict the system finds and two settle."""
    with day.at("maya") as maya:
        maya.go(day.addresses["jadwal"])
        maya.follow("Ubah rencana")
        maya.tap(maya.page.locator("#asesor summary").first)
        maya.page.locator("#asesor [name$=before]").select_option(label="Budi Rekaan")
        maya.page.locator("#asesor [name$=after]").select_option(label="Eka Pengandaian")
        maya.fill({"reason": "Budi sakit sejak tadi malam."}, within="#asesor")
        maya.press("Ganti asesor", within="#asesor")
        maya.sees("Eka Pengandaian")
        maya.shot("asesor-diganti")
        _turns_to(maya, "Usulkan penanganan benturan Eka Pengandaian")
        maya.sees(name_of(WORKING))
        maya.choose("Lanjut dengan pengaman")
        maya.fill({"reason": "Magang selesai tahun lalu; Rina ikut mengamati tugas praktiknya."})
        maya.press("Usulkan penanganan")
    with day.at("wulan") as wulan:
        _turns_to(wulan, "Sahkan penanganan benturan Eka Pengandaian")
        wulan.press("Sahkan penanganan")
        wulan.sees("Disahkan")
    with day.at("surya") as surya:
        _turns_to(surya, "Tandatangani surat tugas jadwal")
        surya.sign("Tandatangani surat tugas")
        surya.sees("tidak berlaku sejak")
        letter = surya.page.locator("main a[href*='/lembar/']").first
        assert "Eka Pengandaian" in surya.pdf(letter.get_attribute("href") or "")
    with day.at("eka", PHONE) as eka:
        road.declare_relations(eka)
    with day.at("maya") as maya:
        maya.go(day.addresses["jadwal"])
        maya.sign("Tandatangani undangan")


# ------------------------------------------------------------ the day


def everybody_comes_but_one(day: Day) -> None:
    """Attendance by the list, one absent with its reason, one late."""
    page = day.addresses["jadwal"].replace("/jadwal/", "/hari/")
    with day.at("dewi") as dewi:
        dewi.go(page)
        dewi.press("Buat kartu peserta")
        cards = dewi.page.locator("#kartu a[href$='kartu.pdf']").get_attribute("href") or ""
        assert name_of(COMMON) in dewi.pdf(cards)
    with day.at("tari") as tari:
        tari.go(page)
        absent = tari.page.locator("#hadir li").filter(has_text=name_of(ABSENT))
        tari.tap(absent.locator("summary"))
        absent.locator("[name=reason]").fill("Sakit, surat dokter menyusul.")
        tari.leave_by(absent.get_by_role("button", name="Catat tidak hadir"))
        tari.tap(tari.page.locator("summary").filter(has_text="Catat hadir sekaligus"))
        tari.choose(name_of(LATE), within="#hadir fieldset")
        tari.press("Catat hadir yang dicentang")
        tari.sees("35 dari 36 dicatat")
        late = tari.page.locator("#hadir li").filter(has_text=name_of(LATE))
        tari.leave_by(late.get_by_role("button", name="Hadir", exact=True))
        tari.sees("36 dari 36 dicatat")
        tari.shot("hari-asesmen")


# ------------------------------------------------------------ the assessment


def _together(day: Day, who: Walker) -> None:
    """The page on which an assessor does one step for many."""
    who.go(day.addresses["jadwal"].replace("/jadwal/", "/tugas/bersama/"))


def _tick_all(who: Walker, step: str) -> None:
    """Also those the page left unticked because there was something to read first."""
    boxes = who.page.locator(f"#{step} label:has([name=pilih]:not(:checked))")
    while boxes.count():
        who.tap(boxes.first)


def the_cases_open(day: Day) -> None:
    """Review, identity, FR.AK.07 and FR.AK.01 for all who came, one signature a step; the disabled one alone."""
    for key in ("rina", "eka"):
        with day.at(key, PHONE) as assessor:
            _together(day, assessor)
            assessor.is_narrow()
            assessor.press("Buka asesmen yang dicentang")
            assessor.shot(f"bersama-{key}")
            _tick_all(assessor, "tinjau")
            assessor.sign("Tandatangani tinjauan yang dicentang")
            assessor.press("Identitas yang dicentang cocok")
            assessor.choose("1.", within="#rencana fieldset")
            assessor.sign("Tandatangani FR.AK.07 yang dicentang")
            if key == "rina":
                _plans_for_the_disabled(day, assessor)
            assessor.sign("Tandatangani FR.AK.01 yang dicentang")
            assessor.told("FR.AK.01")


def _plans_for_the_disabled(day: Day, rina: Walker) -> None:
    row = rina.page.locator("#rencana").get_by_role("link", name=re.compile(name_of(DISABLED)))
    rina.leave_by(row)
    rina.follow("Pilih potensi 1")
    rina.told("tambahan 30 menit")
    rina.sign("Tandatangani FR.AK.07")
    _together(day, rina)


def the_candidates_agree(day: Day) -> None:
    """Four by hand; one has no phone and signs on paper, a scan confirmed by a second person; the rest in a loop."""
    for number in HANDS:
        with _pupil(day, number) as pupil:
            pupil.go(f"{pupil.inside}/saya/")
            pupil.follow("Baca dan tandatangani")
            pupil.sign("Setuju dan tandatangani")
            pupil.sees("Asesmen berlangsung")
    _agrees_on_paper(day)
    with day.lsp.inside():
        for case in _cases(AssessmentState.OPENED):
            agree(_me(case.application.person), case, statement=READ)


def _agrees_on_paper(day: Day) -> None:
    with day.at("rina", PHONE) as rina:
        rina.go(f"{rina.inside}/tugas/")
        row = rina.page.locator("li").filter(has_text=name_of(ON_PAPER))
        rina.leave_by(row.get_by_role("link", name="Langkah"))
        case = rina.page.url
        rina.tap(rina.page.locator("summary").filter(has_text="Asesi menandatangani di kertas"))
        rina.follow("Lembar kertas kasus ini")
        for code in ("FR.AK.07", "FR.AK.01"):
            rina.follow("Masukkan lembar kertas")
            option = rina.page.locator("[name=formulir] option").filter(has_text=code).first
            rina.page.locator("[name=formulir]").select_option(option.get_attribute("value"))
            rina.fill({"tanggal": today().isoformat(), "alasan": "Ponsel asesi mati, listrik padam."})
            rina.upload(rina.page.locator("[name=pindaian]"), f"{code} {name_of(ON_PAPER)}.pdf")
            rina.press("Simpan pindaian")
    with day.at("dewi") as dewi:
        for _ in range(2):
            _turns_to(dewi, "Sahkan lembar kertas")
            dewi.press("Sahkan")
        dewi.home()
        expect(dewi.page.locator("main tr").filter(has_text="Sahkan lembar kertas")).to_have_count(0)
    with day.at("rina", PHONE) as rina:
        rina.go(case)
        rina.tap(rina.page.locator("summary").filter(has_text="Asesi menandatangani di kertas"))
        rina.press("Catat persetujuan di kertas")
        rina.sees("KUK dinilai")


def the_task_and_the_test(day: Day) -> None:
    """The practical task put before all at once; watched together, a KUK at a tap; the test on each own phone."""
    for key in ("rina", "eka"):
        with day.at(key, PHONE) as assessor:
            _together(day, assessor)
            assessor.press("Mulai: buka bagi asesi")
            assessor.press("Selesai, yang dicentang")
    for number in HANDS:
        with _pupil(day, number) as pupil:
            road.take_test(pupil)


def the_others_take_the_test(day: Day) -> None:
    """The first option of every question, handed in."""
    mine = Q(assessment__application__person__nik__in=[nik_of(number) for number in range(len(FIRST))])
    with day.lsp.inside():
        papers = Taking.objects.filter(mine, instrument__code="IA.05", state=TakingState.PLANNED)
        for paper in papers.select_related("instrument", "assessment__application__person"):
            me = _me(paper.assessment.application.person)
            begun = begin_test(me, paper)
            for question in sitting.paper_of(begun):
                assert sitting.write_answer(
                    begun, question.pk, saved_at=timezone.now(), option_id=question.options[0].id
                )
            hand_in(me, begun)


def all_are_judged(day: Day) -> None:
    """A KUK at a tap for all; one candidate does not meet one; the questions asked one by one; the tests confirmed."""
    for key in ("rina", "eka"):
        with day.at(key) as assessor:
            assessor.go(day.addresses["jadwal"].replace("/jadwal/", "/tugas/kelompok/"))
            units = assessor.page.locator("[name=unit] option").evaluate_all("all => all.map(each => each.value)")
            for unit in units:
                assessor.go(f"{day.addresses['jadwal'].replace('/jadwal/', '/tugas/kelompok/')}?unit={unit}")
                assessor.shot(f"amati-{key}")
                buttons = assessor.page.get_by_role("button", name=re.compile("^Ya untuk yang belum dinilai"))
                while buttons.count():
                    assessor.autosave(partial(assessor.tap, buttons.first), "/tugas/kelompok/")
            if key == "rina":
                _does_not_meet_one(assessor)
            for number in _of(assessor):
                _asked(assessor, number)
            _together(day, assessor)
            assessor.press("Nilai yang dicentang")


def _of(who: Walker) -> list[str]:
    """The cases of an assessor, by their address."""
    who.go(f"{who.inside}/tugas/")
    rows = who.page.locator("main li").filter(has_text="Contohan").get_by_role("link", name=re.compile("^Langkah$"))
    return [each.get_attribute("href") or "" for each in rows.all()]


def _does_not_meet_one(rina: Walker) -> None:
    rina.go(f"{rina.inside}/tugas/")
    rina.leave_by(rina.page.locator("li").filter(has_text=name_of(NOT_YET)).get_by_role("link", name="Langkah"))
    rina.follow("FR.IA.01")
    unit = rina.page.locator("details.unit").last
    rina.tap(unit.locator("> summary"))
    row = unit.locator(".kuk").last
    rina.autosave(partial(rina.tap, row.locator("label:has([value=tidak])")), "/ia01/kuk")
    words = row.locator("[name=catatan]")
    words.fill("Pengujian belum runtut.")
    rina.autosave(words.blur, "/ia01/kuk")
    rina.autosave(partial(rina.tap, row.locator("label:has([value=confirmed])")), "/ia01/kuk")


def _asked(who: Walker, case: str) -> None:
    """FR.IA.03: each supporting question answered well."""
    who.go(case)
    who.leave_by(who.page.get_by_role("link", name="Lanjut: FR.IA.03", exact=True))
    road.ask_questions(who, "FR.IA.03")


def all_are_recommended(day: Day) -> None:
    for key in ("rina", "eka"):
        with day.at(key, PHONE) as assessor:
            _together(day, assessor)
            for words in assessor.page.locator("#rekomendasi textarea[name$=feedback]").all():
                words.fill("Bekerja runtut dan teliti.")
            for words in assessor.page.locator("#rekomendasi textarea[name$=follow_up]").all():
                words.fill("Ulangi unit pengujian.")
            assessor.sign("Tandatangani rekomendasi yang dicentang")
            assessor.shot(f"direkomendasikan-{key}")


def all_sign_the_result(day: Day) -> None:
    for number in HANDS:
        with _pupil(day, number) as pupil:
            pupil.go(f"{pupil.inside}/saya/")
            pupil.follow("Baca dan tandatangani")
            pupil.sign("Tandatangani hasil")
            pupil.sees("Bagian Anda selesai")
    with day.lsp.inside():
        for case in _cases(AssessmentState.RECOMMENDED):
            acknowledge(_me(case.application.person), case, statement=READ)
        assert _cases(AssessmentState.SIGNED).count() == len(FIRST) - 1


def _cases(state: AssessmentState) -> QuerySet[Assessment]:
    """The cases of the class in a state."""
    niks = [nik_of(number) for number in range(len(FIRST))]
    rows = Assessment.objects.filter(application__person__nik__in=niks, state=state)
    return rows.select_related("application__person__body").order_by("id")


def a_signed_sheet_is_corrected(day: Day) -> None:
    """Back with a reason before the pleno, written again by its assessor, signed again; version 1 stays beside 2."""
    with day.at("maya") as maya:
        maya.go(f"{maya.inside}/pleno/menunggu/")
        for _ in range(2):
            row = maya.page.locator("main tr").filter(has_text=name_of(CORRECTED))
            if row.count():
                break
            maya.leave_by(maya.page.get_by_role("link", name=re.compile("Berikut")).first)
        maya.leave_by(row.get_by_role("link", name="Koreksi"))
        maya.fill({"why": "Umpan balik tertukar dengan asesi lain."})
        maya.press("Kembalikan ke asesor")
    with day.at("eka", PHONE) as eka:
        eka.go(f"{eka.inside}/tugas/")
        eka.leave_by(eka.page.locator("li").filter(has_text=name_of(CORRECTED)).get_by_role("link", name="Langkah"))
        eka.told("Umpan balik tertukar dengan asesi lain.")
        road.recommend(eka, feedback="Struktur halaman rapi, pengujian teliti.")
    with day.lsp.inside():
        (case,) = _cases(AssessmentState.RECOMMENDED)
        assert case.application.person.nik == nik_of(CORRECTED)
        acknowledge(_me(case.application.person), case, statement=READ)
        versions = Sheet.objects.filter(case=case.application_id, code="FR.AK.02").values_list("version", flat=True)
        assert sorted(versions) == [1, 2]


def the_day_is_written_up(day: Day) -> None:
    """An incident, daftar hadir, berita acara, FR.AK.05 of each assessor, FR.AK.06 of the lead."""
    page = day.addresses["jadwal"].replace("/jadwal/", "/hari/")
    with day.at("rina", PHONE) as rina:
        rina.go(page)
        rina.follow("Laporkan insiden")
        rina.choose("Gangguan")
        rina.fill({"description": "Listrik padam sepuluh menit; satu asesi menandatangani di kertas."})
        rina.press("Laporkan")
        rina.go(page)
        rina.sign("Tutup dan tandatangani")
    for key in ("eka", "tari"):
        with day.at(key) as signer:
            signer.go(page)
            signer.sign("Tandatangani daftar hadir")
    with day.at("rina") as rina:
        rina.go(page)
        rina.follow("Buka berita acara")
        rina.sign("Buat dan tandatangani")
        rina.sees("Unduh berita acara (PDF)")
    for key in ("eka", "tari"):
        with day.at(key) as signer:
            signer.go(page)
            signer.follow("Buka berita acara")
            signer.sign("Tandatangani berita acara")
    for key in ("rina", "eka"):
        with day.at(key, PHONE) as assessor:
            _turns_to(assessor, "FR.AK.05")
            assessor.fill({"aspects": "Ruang cukup, jaringan lambat pada jam pertama."})
            assessor.sign("Tandatangani laporan")
            assessor.sees("Laporan ditandatangani")
    with day.at("rina", PHONE) as rina:
        _turns_to(rina, "FR.AK.06")
        for field in rina.page.locator("main fieldset").filter(has=rina.page.locator("[name^=aspect_]")).all():
            rina.tap(field.locator("label").filter(has=rina.page.locator("input")).first)
        rina.fill({"principles": "Jadwalkan paling banyak 16 asesi setiap asesor."})
        rina.sign("Tandatangani tinjauan")
        rina.sees("Proses sudah ditinjau")


def the_pleno_decides(day: Day) -> None:
    with day.at("maya") as maya:
        _turns_to(maya, "Siapkan pleno")
        maya.follow("Buka rapat pleno")
        for name in ("Hendra Andai", "Ratna Khayal", "Yusuf Seandainya"):
            maya.choose(name)
        maya.page.locator("[name=chair]").select_option(label="Hendra Andai")
        maya.fill({"date": today().isoformat(), "time": "23:00", "place": "Ruang rapat LSP"})
        maya.press("Buka rapat")
        meeting = maya.page.url
        day.addresses["pleno"] = meeting
    for key in ("hendra", "ratna", "yusuf"):
        with day.at(key) as member:
            member.go(meeting)
            member.press("Saya hadir")
    with day.at("maya") as maya:
        maya.go(meeting)
        maya.follow("Pilih semua", within="#ajukan")
        for box in maya.page.locator("#ajukan label:has([name=asesmen])").filter(has_not_text="Contohan").all():
            maya.tap(box)
        maya.press("Bekukan dan ajukan")
        maya.sees("35 berkas dibekukan dan diajukan.", within="body")
    with day.at("hendra") as hendra:
        hendra.go(meeting)
        hendra.follow("Pilih semua", within="#beberapa")
        hendra.shot("pleno-kelas")
        hendra.fill({"reason": BK_REASON}, within="#beberapa")
        hendra.press("Putuskan yang dipilih")
        hendra.sees("35 berkas diputus", within="body")
        hendra.sign("Tutup rapat")
    for key in ("ratna", "yusuf"):
        with day.at(key) as member:
            member.go(meeting)
            member.sign("Tandatangani berita acara")
    with day.at("surya") as surya:
        _turns_to(surya, "SK")
        surya.sign("Tandatangani SK dan surat hasil")
        surya.sign("Terbitkan 34 sertifikat")
        surya.sees("34 sertifikat terbit.", within="body")


def what_came_of_it(day: Day) -> None:
    """The feedback and the certificate, the letter of BK, the whole file; the absent waits for another day."""
    with _pupil(day, MINOR) as belia:
        road.give_feedback(belia)
        belia.go(f"{belia.inside}/saya/")
        belia.follow("Buka sertifikat")
        link = belia.page.get_by_role("link", name="Unduh sertifikat (PDF)").get_attribute("href") or ""
        assert name_of(MINOR) in belia.pdf(link)
    with _pupil(day, NOT_YET) as farel:
        farel.go(f"{farel.inside}/saya/")
        farel.follow("Lihat hasil dan alasannya")
        farel.sees(BK_REASON)
        farel.sees("Hak banding")
    with day.at("dewi") as dewi:
        dewi.go(f"{dewi.inside}/permohonan/?q={name_of(CORRECTED).replace(' ', '+')}")
        dewi.follow(name_of(CORRECTED))
        dewi.follow("Seluruh berkas")
        link = dewi.page.get_by_role("link", name="Cetak seluruh berkas (PDF)").get_attribute("href") or ""
        whole = dewi.pdf(link)
        for part in ("FR.APL.01", "FR.AK.07", "FR.IA.01", "FR.AK.02"):
            assert part in whole
    with day.lsp.inside():
        absent = Application.objects.get(person__nik=nik_of(ABSENT))
        assert absent.state == ApplicationState.ACCEPTED
        assert not EventCandidate.objects.filter(application=absent).exists()
    chains = {each["chain"]: each for each in day.lsp.verified()["chains"]}
    assert chains["jamstac/cth"]["ok"]


PHASES: list[Callable[[Day], None]] = [
    the_lsp_grows,
    the_list_comes_in,
    the_slips_go_out,
    some_apply_by_hand,
    the_others_apply,
    the_need_is_decided,
    all_are_accepted,
    the_day_is_planned,
    the_tuk_is_verified,
    the_assessor_is_ill,
    everybody_comes_but_one,
    the_cases_open,
    the_candidates_agree,
    the_task_and_the_test,
    the_others_take_the_test,
    all_are_judged,
    all_are_recommended,
    all_sign_the_result,
    a_signed_sheet_is_corrected,
    the_day_is_written_up,
    the_pleno_decides,
    what_came_of_it,
]


def test_a_class_of_36_from_the_list_to_the_sk(
    world: World, lsp: Installation, sit_down: Callable[[Installation], Callable[..., Walker]]
) -> None:
    day = Day(world, lsp, sit_down(lsp))
    for phase in PHASES:
        phase(day)
    assert day.taps["Asesor"] <= TAPS_ALLOWED * len(FIRST)
    sys.stdout.write(day.table())
