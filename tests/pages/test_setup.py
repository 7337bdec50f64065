"""The guided setup in a browser: from an LSP without anything to its first open scheme, and what it refuses."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from jamstac.applications.models import Application
from jamstac.assessors.models import AssessorCertificate, Authorisation
from jamstac.bodies.models import Body, NumberPattern
from jamstac.bodies.states import NumberPurpose
from jamstac.fees.models import Price
from jamstac.fees.selectors import open_versions
from jamstac.ledger.models import Chain, Entry
from jamstac.licensing.models import AnnexEntry, Licence
from jamstac.parameters.keys import KEYS
from jamstac.parameters.models import ParameterValue
from jamstac.people.models import Account, Appointment, Person
from jamstac.people.states import Function
from jamstac.portal.install import FirstDecree, first_body, first_director, make_account
from jamstac.portal.readiness import readiness
from jamstac.portal.setup_settings import _OFFICIAL as SUGGESTIONS
from jamstac.schemes.models import Scheme, SchemeVersion
from jamstac.venues.models import Venue, VenueVerification
from tests.world.base import World, ago, ahead, today

SETUP = "/lsp/cth/pengaturan/"
PAGES = ["", "profil/", "lisensi/", "orang/", "pakta/", "tuk/", "penomoran/", "parameter/", "skema/"]
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def scheme_file(content: object, name: str = "skema.json") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, json.dumps(content).encode(), "application/json")


SMALL_SCHEME = {
    "scheme": {"code": "SKM/CTH/00001/1/2026/1", "title": "Penyeduh Kopi", "kind": "Okupasi"},
    "units": [
        {
            "code": "I.56KOP00.001.1",
            "title": "Menyeduh Kopi",
            "elements": [{"title": "Menyiapkan alat", "kuk": ["Alat dibersihkan.", "Air dipanaskan."]}],
        }
    ],
}


@pytest.mark.parametrize("page", PAGES)
def test_the_direktur_opens_every_page_of_the_setup(world: World, visit: Any, page: str) -> None:
    assert visit("surya").get(f"{SETUP}{page}").status_code == 200


@pytest.mark.parametrize("page", PAGES)
def test_an_asesi_and_an_outsider_find_no_setup(world: World, visit: Any, page: str) -> None:
    assert visit("sari").get(f"{SETUP}{page}").status_code == 404
    assert visit("tono").get(f"{SETUP}{page}").status_code == 404


def test_the_overview_names_the_next_step(db: None, world: World, client: Client) -> None:
    body, director = fresh_body(client)
    page = client.get(f"/lsp/{body.slug}/pengaturan/").content.decode()
    assert "Langkah berikutnya" in page
    assert director.name in page


def fresh_body(client: Client) -> tuple[Body, Person]:
    """An LSP as `jamstac init` leaves it, its direktur signed in."""
    body = first_body(
        slug="baru", name="LSP Baru", full_name="LSP Baru Rekaan", kind="P1", code="LSP-BRU", city="", address=""
    )
    account = make_account("direktur@contoh.test", "kata-sandi-contoh")
    director = first_director(body, account, "Direktur Rekaan", FirstDecree("1/SK", ago(30)))
    client.force_login(account, backend=BACKEND)
    return body, director


def enter(client: Client, base: str, key: str, *functions: Function) -> Person:
    """Through the pages: somebody entered, then appointed by SK."""
    answer = client.post(f"{base}orang/", {"name": f"{key.title()} Rekaan", "email": f"{key}@baru.test"})
    assert answer.status_code == 302, answer.content.decode()
    person = Person.objects.get(email=f"{key}@baru.test")
    for function in functions:
        answer = client.post(
            f"{base}orang/{person.pk}/",
            {
                "act": "appoint",
                "function": function,
                "decree_number": "2/SK",
                "decree_date": ago(20),
                "valid_from": ago(20),
            },
        )
        assert answer.status_code == 302, answer.content.decode()
    return person


def test_a_real_lsp_goes_from_nothing_to_its_first_open_scheme(world: World, client: Client) -> None:
    body, _director = fresh_body(client)
    base = f"/lsp/{body.slug}/pengaturan/"

    def post(page: str, data: dict[str, Any]) -> None:
        answer = client.post(f"{base}{page}", data)
        assert answer.status_code == 302, (page, re.findall(r"field__error[^<]*<[^>]*>[^<]*", answer.content.decode()))

    profile = {
        "name": "LSP Baru",
        "full_name": "LSP Baru Rekaan",
        "kind": "P1",
        "code": "LSP-BRU",
        "address": "Jalan Baru 1",
        "city": "Kota Baru",
        "phone": "022 0000000",
        "email": "halo@baru.test",
        "web": "",
        "time_zone": "Asia/Makassar",
        "open_for_applications": "on",
    }
    post("profil/", profile)
    manager = enter(client, base, "mira", Function.CERTIFICATION_MANAGER)
    enter(client, base, "andi", Function.ADMIN)
    quality = enter(client, base, "putu", Function.QUALITY_MANAGER)
    for key in ("satu", "dua", "tiga"):
        enter(client, base, key, Function.DECIDER)
    verifier = enter(client, base, "vera", Function.VENUE_VERIFIER)
    assessor = enter(client, base, "asri", Function.ASSESSOR)
    post(
        "lisensi/",
        {
            "act": "licence",
            "number": "BNSP-LSP-0001-ID",
            "decree_number": "KEP.1",
            "decree_date": ago(30),
            "valid_from": ago(30),
            "valid_until": ahead(1000),
        },
    )
    post("skema/", {"file": scheme_file(SMALL_SCHEME)})
    version = SchemeVersion.objects.get(body=body)
    page = f"skema/{version.pk}/"
    assert client.post(f"{base}{page}", {"act": "approve", "valid_from": today()}).status_code == 422
    post(
        page,
        {"act": "standard", "kind": "skkni", "number": "Nomor 1 Tahun 2026", "year": "2026", "valid_from": ago(100)},
    )
    post(page, {"act": "draft", "title_en": "Coffee Brewer", "kind": "Okupasi", "kbli": "56303", "validity_years": "3"})
    post(
        page,
        {"act": "requirements", "basic": "Ijazah SMK\n\nSurat kerja satu tahun", "administrative": "KTP\nPas foto"},
    )
    post(page, {"act": "approve", "valid_from": today()})
    post(page, {"act": "price", "amount": "300000", "source": "SK Direktur 3", "valid_from": today()})
    scheme = Scheme.objects.get(body=body)
    post("lisensi/", {"act": "annex", "scheme": scheme.pk, "valid_from": today()})
    post(
        "tuk/",
        {"code": "TUK-1", "name": "TUK Baru", "kind": "Sewaktu", "address": "Jalan Baru 2", "capacity": "10"},
    )
    venue = Venue.objects.get(body=body)
    post(
        f"orang/{assessor.pk}/",
        {"act": "certify", "met_number": "MET.000.000009 2026", "valid_from": ago(10), "valid_until": ahead(900)},
    )
    post(
        f"orang/{assessor.pk}/",
        {"act": "authorise", "scheme": scheme.pk, "basis": "Sertifikat barista 1", "valid_from": today()},
    )
    for purpose, suggestions in SUGGESTIONS.items():
        best = suggestions[0]
        post(f"penomoran/{purpose.value}/", {"pattern": best.pattern, "scope": best.scope})
    for asked in (each for each in KEYS.values() if not each.only_warns):
        post(
            f"parameter/{asked.key}/",
            {
                "value": asked.proposal or str(asked.minimum),
                "reason": "Rapat pimpinan",
                "source_title": "Pedoman Mutu",
                "valid_from": today(),
            },
        )
    assert verifier.account is not None
    client.force_login(verifier.account, backend=BACKEND)
    post(
        f"tuk/{venue.pk}/",
        {"act": "verify", "scheme": scheme.pk, "fit": "ya", "verified_on": today(), "valid_until": ahead(300)},
    )
    assert quality.account is not None
    client.force_login(quality.account, backend=BACKEND)
    for kind in ("integrity", "ethics"):
        text = {"title": "Naskah LSP Baru", "text": "Kami menilai dari bukti.", "source": "SK 4"}
        post("pakta/", {"kind": kind, "version": "1", "valid_from": today(), **text})
    assert manager.account is not None
    client.force_login(manager.account, backend=BACKEND)
    status = {"standing": "active", "reason": "Sertifikat diperiksa", "valid_from": today()}
    assert client.post(f"/lsp/{body.slug}/asesor/{assessor.pk}/", status).status_code == 302
    body.refresh_from_db()
    # The MUK is written, validated and released on pages of its own: tests/pages/test_instruments.py.
    assert [item.key for item in readiness(body, today()) if not item.done] == ["tools"]
    assert [row.version.pk for row in open_versions(body.pk, today())] == [version.pk]
    assert AnnexEntry.objects.filter(scheme=scheme).exists()
    assert Price.objects.get(scheme=scheme).amount == 300_000


def test_requirements_keep_their_alternatives(world: World, client: Client) -> None:
    body, _director = fresh_body(client)
    base = f"/lsp/{body.slug}/pengaturan/"
    client.post(f"{base}skema/", {"file": scheme_file(SMALL_SCHEME)})
    version = SchemeVersion.objects.get(body=body)
    client.post(
        f"{base}skema/{version.pk}/",
        {"act": "requirements", "basic": "Ijazah\nTranskrip\n\n\nSurat kerja", "administrative": "KTP"},
    )
    assert list(version.requirements.values_list("kind", "alternative", "text")) == [
        ("administrative", 1, "KTP"),
        ("basic", 1, "Ijazah"),
        ("basic", 1, "Transkrip"),
        ("basic", 2, "Surat kerja"),
    ]
    assert "Ijazah\nTranskrip\n\nSurat kerja" in client.get(f"{base}skema/{version.pk}/").content.decode()


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (SimpleUploadedFile("a.json", b"{"), "bukan JSON"),
        (SimpleUploadedFile("a.json", b"x" * (2 * 1024 * 1024 + 1)), "lebih besar dari 2 MB"),
        (scheme_file({"scheme": {"title": "Kosong"}, "units": []}), "tidak memuat unit"),
    ],
)
def test_a_file_that_is_no_scheme_is_told(world: World, visit: Any, file: Any, sentence: str) -> None:
    file.seek(0)
    answer = visit("surya").post(f"{SETUP}skema/", {"file": file})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert SchemeVersion.objects.filter(body=world.body).count() == 1


def test_somebody_entered_gets_a_link_that_sets_the_first_password(world: World, visit: Any, client: Client) -> None:
    visit("surya").post(f"{SETUP}orang/", {"name": "Nina Rekaan", "email": "Nina@Contoh.Test"})
    person = Person.objects.get(name="Nina Rekaan")
    assert person.account is not None
    assert person.account.email == "nina@contoh.test"
    assert not person.account.has_usable_password()
    letter = mail.outbox[-1]
    assert letter.to == ["nina@contoh.test"]
    link = re.search(r"http://localhost:8000(/akun/\S+)", str(letter.body))
    assert link is not None
    stranger = Client()
    form = stranger.get(link[1], follow=True)
    stranger.post(form.request["PATH_INFO"], {"password1": "sandi-baru-nina-77", "password2": "sandi-baru-nina-77"})
    answer = stranger.post("/akun/login/", {"login": "nina@contoh.test", "password": "sandi-baru-nina-77"})
    assert answer.headers["Location"] == "/beranda/"


def test_entering_the_same_person_twice_makes_one(world: World, visit: Any) -> None:
    client = visit("surya")
    for _ in range(2):
        client.post(f"{SETUP}orang/", {"name": "Nina Rekaan", "email": "nina@contoh.test"})
    assert Person.objects.filter(body=world.body, email="nina@contoh.test").count() == 1


def test_the_link_is_sent_again_only_where_there_is_no_password(world: World, visit: Any) -> None:
    client = visit("surya")
    client.post(f"{SETUP}orang/", {"name": "Nina Rekaan", "email": "nina@contoh.test"})
    person = Person.objects.get(name="Nina Rekaan")
    client.post(f"{SETUP}orang/{person.pk}/tautan")
    assert len(mail.outbox) == 2
    client.post(f"{SETUP}orang/{world.person('budi').pk}/tautan")
    assert len(mail.outbox) == 2


def test_who_may_not_enter_people_makes_no_account(world: World, visit: Any) -> None:
    answer = visit("wulan").post(f"{SETUP}orang/", {"name": "Nina Rekaan", "email": "nina@contoh.test"})
    assert answer.status_code == 422
    assert "Serahkan kepada pemegang tugas: Admin LSP" in answer.content.decode()
    assert not Account.objects.filter(email="nina@contoh.test").exists()
    assert Entry.objects.filter(event="person.registered.refused").exists()


def test_a_function_nobody_holds_is_named(world: World, client: Client) -> None:
    body, _director = fresh_body(client)
    page = client.get(f"/lsp/{body.slug}/pengaturan/orang/").content.decode()
    assert "6 fungsi belum ada pemegangnya" in page
    assert "Verifikator TUK" in page


def test_an_appointment_ends_with_its_reason(world: World, visit: Any) -> None:
    appointment = Appointment.objects.get(person=world.person("lila"))
    client = visit("surya")
    page = f"{SETUP}sk/{appointment.pk}/akhiri"
    assert client.get(page).status_code == 200
    client.post(page, {"last_day": today(), "reason": "Pindah tugas"})
    appointment.refresh_from_db()
    assert (appointment.valid_until, appointment.end_reason) == (today(), "Pindah tugas")


def test_nobody_is_appointed_by_themselves_and_the_page_says_why(world: World, visit: Any) -> None:
    person = world.person("surya")
    answer = visit("surya").post(
        f"{SETUP}orang/{person.pk}/",
        {
            "act": "appoint",
            "function": Function.DECIDER,
            "decree_number": "9",
            "decree_date": today(),
            "valid_from": today(),
        },
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "HR-15" in page
    assert 'value="9"' in page, "what was typed is kept"


def test_a_scan_that_is_no_document_is_refused_before_the_door(world: World, visit: Any) -> None:
    licence = world.get(Licence, "licence")
    data = {
        "act": "licence",
        "number": licence.number,
        "decree_number": "KEP.9",
        "decree_date": licence.decree_date,
        "valid_from": licence.valid_from,
        "valid_until": licence.valid_until,
        "scan": SimpleUploadedFile("sk.pdf", b"bukan pdf"),
    }
    answer = visit("surya").post(f"{SETUP}lisensi/", data)
    assert answer.status_code == 422
    assert "Isi berkas bukan PDF" in answer.content.decode()
    assert Licence.objects.get(pk=licence.pk).decree_number == licence.decree_number


def test_a_scheme_leaves_the_annex(world: World, visit: Any) -> None:
    entry = world.get(AnnexEntry, "annex")
    visit("surya").post(f"{SETUP}lisensi/lampiran/{entry.pk}/akhiri", {"last_day": today()})
    entry.refresh_from_db()
    assert entry.valid_until == today()


def test_only_the_verifikator_records_a_verification(world: World, visit: Any) -> None:
    venue = world.get(Venue, "venue")
    data = {
        "act": "verify",
        "scheme": world.ids["scheme"],
        "fit": "ya",
        "verified_on": today(),
        "valid_until": ahead(30),
    }
    before = VenueVerification.objects.count()
    answer = visit("surya").post(f"{SETUP}tuk/{venue.pk}/", data)
    assert answer.status_code == 422
    assert "Verifikator TUK" in answer.content.decode()
    assert VenueVerification.objects.count() == before
    assert visit("lila").post(f"{SETUP}tuk/{venue.pk}/", data).status_code == 302


def test_a_venue_changes_its_address(world: World, visit: Any) -> None:
    venue = world.get(Venue, "venue")
    data = {"act": "venue", "code": venue.code, "name": venue.name, "kind": venue.kind, "address": "Jalan Pindah 5"}
    visit("dewi").post(f"{SETUP}tuk/{venue.pk}/", data)
    venue.refresh_from_db()
    assert venue.address == "Jalan Pindah 5"


def test_a_pattern_is_previewed_before_it_is_set(world: World, visit: Any) -> None:
    client = visit("surya")
    page = f"{SETUP}penomoran/meeting/"
    shown = client.get(page, {"coba": "1", "pattern": "P-{seq:3}-{year}", "scope": "year"}).content.decode()
    assert re.search(rf"P-\d{{3}}-{today().year}", shown)
    assert not NumberPattern.objects.filter(body=world.body, pattern="P-{seq:3}-{year}").exists()
    client.post(page, {"pattern": "P-{seq:3}-{year}", "scope": "year"})
    assert NumberPattern.objects.filter(body=world.body, pattern="P-{seq:3}-{year}").exists()


def test_a_pattern_that_repeats_itself_is_refused_with_its_rule(world: World, visit: Any) -> None:
    answer = visit("surya").post(f"{SETUP}penomoran/meeting/", {"pattern": "P-{year}", "scope": "year"})
    assert answer.status_code == 422
    assert "HR-43" in answer.content.decode()


def test_the_preview_of_the_next_certificate_number_goes_on_counting(world: World, visit: Any) -> None:
    count = Application.objects.filter(body=world.body).count()
    page = visit("surya").get(f"{SETUP}penomoran/{NumberPurpose.APPLICATION}/").content.decode()
    assert f"{today().year}/{count + 1:04}" in page


def test_a_parameter_shows_its_history_and_takes_no_past_date(world: World, visit: Any) -> None:
    client = visit("surya")
    page = f"{SETUP}parameter/pleno_quorum/"
    data = {"value": "5", "reason": "Rapat", "source_title": "SK 9", "valid_from": ago(2)}
    answer = client.post(page, data)
    assert answer.status_code == 422
    assert "HR-60" in answer.content.decode()
    client.post(page, {**data, "valid_from": ahead(1)})
    values = ParameterValue.objects.filter(body_id=world.body.pk, key="pleno_quorum")
    assert list(values.order_by("valid_from").values_list("value", flat=True)) == ["3", "5"]
    assert "SK 9" in client.get(page).content.decode()


def test_an_unset_parameter_is_shown_as_such(world: World, client: Client) -> None:
    body, _director = fresh_body(client)
    page = client.get(f"/lsp/{body.slug}/pengaturan/parameter/").content.decode()
    assert page.count("Belum ditetapkan") == len(KEYS)
    assert "Tanpa nilai, tindakan yang memakainya ditolak" in page


def test_the_profile_keeps_its_letterhead_logo_only_as_an_image(world: World, visit: Any) -> None:
    client = visit("surya")
    body = world.body
    data = {name: getattr(body, name) for name in ("name", "full_name", "kind", "code", "address", "city", "time_zone")}
    bad = client.post(f"{SETUP}profil/", {**data, "logo_file": SimpleUploadedFile("l.png", b"<svg/>")})
    assert bad.status_code == 422
    good = SimpleUploadedFile("l.png", b"\x89PNG\r\n\x1a\n" + b"0" * 20)
    assert client.post(f"{SETUP}profil/", {**data, "logo_file": good}).status_code == 302
    body.refresh_from_db()
    assert body.logo_type == "image/png"


def test_an_assessor_gets_certificate_and_authority_on_one_page(world: World, visit: Any) -> None:
    person = world.person("rina")
    page = visit("maya").get(f"{SETUP}orang/{person.pk}/").content.decode()
    assert AssessorCertificate.objects.get(person=person).met_number in page
    authorisation = Authorisation.objects.get(person=person)
    visit("maya").post(f"{SETUP}asesor/kewenangan/{authorisation.pk}/akhiri", {"last_day": today()})
    authorisation.refresh_from_db()
    assert authorisation.valid_until == today()


def test_records_of_another_lsp_are_not_there(world: World, visit: Any, client: Client) -> None:
    body, director = fresh_body(client)
    for page in (f"orang/{world.person('budi').pk}/", f"tuk/{world.ids['venue']}/", f"skema/{world.ids['version']}/"):
        assert client.get(f"/lsp/{body.slug}/pengaturan/{page}").status_code == 404
    assert Chain.objects.filter(body_id=body.pk).exists()
    assert director.body_id == body.pk
    assert isinstance(today(), date)
