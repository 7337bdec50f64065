"""From `jamstac init` in an empty folder, through the guided setup and a real scheme file, to a certificate."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from jamstac.assessors.actions import sign_pact
from jamstac.assessors.models import Pact
from jamstac.assessors.states import PactKind
from jamstac.bodies.models import Body
from jamstac.bodies.states import NumberPurpose
from jamstac.events.actions import sign_assignment_letter
from jamstac.instruments.models import ToolSet
from jamstac.parameters.keys import KEYS
from jamstac.people.models import Account, Person
from jamstac.people.states import Function
from jamstac.schemes.models import SchemeVersion
from jamstac.venues.models import Venue
from tests.cast import PASSWORD, STAFF
from tests.journeys import road
from tests.journeys.installation import Installation, empty_home
from tests.journeys.walker import PHONE, Walker
from tests.world import applications, assessments, certificates, instruments, lsp
from tests.world.base import AGREED, World, ago, ahead, today

pytestmark = pytest.mark.browser

SCHEME_FILE = Path("/work/shared/data/schemes/open/smkn1ciamis-junior-content-marketing.json")
SLUG = "rintisan"
COLLEAGUES = [member for member in STAFF if member.key in ("dewi", "maya", "wulan", "budi", "hendra", "ratna", "yusuf")]
VERIFIER = next(member for member in STAFF if member.key == "lila")
DIRECTOR = next(member for member in STAFF if member.key == "surya")
SINCE = ago(30).isoformat()
PARAMETERS = {key: value for key, value in lsp.PARAMETERS.items() if not KEYS[key].only_warns}


@pytest.mark.skipif(not SCHEME_FILE.exists(), reason=f"tidak ada {SCHEME_FILE}")
def test_an_lsp_walks_from_an_empty_folder_to_the_certificate_of_a_real_scheme(
    world: World, tmp_path: Path, sit_down: Callable[[Installation], Callable[..., Walker]]
) -> None:
    with empty_home(tmp_path / "home", SLUG) as place:
        _initialised(place)
        place.serve()
        opened = sit_down(place)
        surya = opened(DIRECTOR.email)
        _introduced(surya)
        _people(surya, opened())
        _licensed(surya)
        _scheme(surya)
        _venue(surya, opened(VERIFIER.email))
        _pacts(opened("wulan@contoh.test"))
        _assessor(surya, opened("maya@contoh.test"))
        _tools(place, opened("maya@contoh.test"), opened("budi@contoh.test"))
        _numbered(surya)
        _set(surya)
        surya.go(f"{surya.inside}/pengaturan/")
        surya.sees("Skema pertama sudah bisa dibuka")
        surya.sees("LSP ini menerima permohonan dari halaman depan.")

        sari = opened(size=PHONE)
        _entered(sari)
        meeting = _to_the_decree(place)
        number, code = _issued(surya, sari, meeting)
        _checked(opened(size=PHONE), number, code)
        assert all(chain["ok"] for chain in place.verified()["chains"])


def _initialised(place: Installation) -> None:
    secret = place.home / "kata-sandi.txt"
    secret.write_text(PASSWORD)
    done = place.run(
        *("init", "--name", "LSP Rintisan", "--slug", SLUG, "--kind", "P1", "--code", "LSP-RTS"),
        *("--director", DIRECTOR.name, "--email", DIRECTOR.email, "--password-file", str(secret)),
        *("--decree-number", "001/SK/YYS/CTH", "--decree-date", SINCE),
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "LSP Rintisan" in done.stdout


def _introduced(surya: Walker) -> None:
    surya.go(f"{surya.inside}/pengaturan/")
    surya.sees("1 dari 13 langkah selesai")
    surya.follow("Kerjakan")
    surya.fill({"address": "Jalan Rintisan 1", "city": "Ciamis", "phone": "(000) 000000", "email": "halo@contoh.test"})
    surya.choose("Buka untuk permohonan baru")
    surya.press("Simpan profil")
    surya.sees("Profil disimpan.", within="body")


def _people(surya: Walker, somebody: Walker) -> None:
    """Everybody by name and SK; each makes a password by the link that only their mailbox gets."""
    for member in [*COLLEAGUES, VERIFIER]:
        surya.go(f"{surya.inside}/pengaturan/orang/")
        surya.fill({"name": member.name, "email": member.email}, within="#baru")
        surya.press("Catat dan kirim tautan")
        surya.sees("Belum memegang fungsi")
        _appointed(surya, member.functions[0])
        somebody.go(surya.at.link_to(member.email, "/akun/password/reset/key/"))
        somebody.fill({"password1": PASSWORD, "password2": PASSWORD})
        somebody.press("Simpan kata sandi")
        somebody.sees("Kata sandi baru sudah berlaku.")
    surya.go(f"{surya.inside}/pengaturan/orang/")
    surya.sees("9 orang bertugas hari ini")
    assert "belum ada pemegangnya" not in surya.page.content()


def _appointed(surya: Walker, function: Function) -> None:
    surya.fill(
        {"function": function.value, "decree_number": "002/SK/CTH", "decree_date": SINCE, "valid_from": SINCE},
        within="#fungsi",
    )
    surya.press("Angkat")
    surya.sees("Tercatat.", within="body")
    expect(surya.page.locator("#fungsi table")).to_contain_text(str(function.label))


def _licensed(surya: Walker) -> None:
    surya.go(f"{surya.inside}/pengaturan/lisensi/")
    licence = {"number": "BNSP-LSP-0000-ID", "decree_number": "KEP.0000/BNSP/CTH", "decree_date": SINCE}
    surya.fill({**licence, "valid_from": SINCE, "valid_until": ahead(900).isoformat()}, within="#data")
    surya.upload(surya.page.locator("[name=scan]"), "sk-lisensi.pdf")
    surya.press("Catat lisensi")
    surya.sees("Lampiran masih kosong")


def _scheme(surya: Walker) -> None:
    """The file, what it lacks, the approval, the annex, the price."""
    surya.go(f"{surya.inside}/pengaturan/skema/")
    surya.page.locator("[name=file]").set_input_files(SCHEME_FILE)
    surya.press("Muat skema")
    surya.sees("Skema dimuat sebagai rancangan. Lengkapi, lalu sahkan.", within="body")
    assert len(surya.page.locator("#unit details").all()) == 8
    expect(surya.page.locator("#sahkan .why")).to_contain_text("HR-18")
    surya.fill({"number": "00/STK/CTH/2024", "year": "2024", "valid_from": "2024-01-15"}, within="#standar")
    surya.press("Simpan standar")
    surya.sees("Tercatat.", within="body")
    surya.fill(
        {
            "field": "Pemasaran",
            "kbli": "73100",
            "kbji": "2431",
            "level": "4",
            "validity_years": "3",
        },
        within="#data",
    )
    surya.press("Simpan data skema")
    surya.sees("Tercatat.", within="body")
    surya.fill(
        {"basic": "Siswa SMK pemasaran paling rendah semester 5", "administrative": "KTP atau kartu pelajar"},
        within="#syarat",
    )
    surya.press("Simpan persyaratan")
    surya.sees("Tercatat.", within="body")
    surya.fill({"valid_from": SINCE}, within="#sahkan")
    surya.press("Sahkan skema")
    expect(surya.page.locator("#sahkan")).to_have_count(0)
    surya.fill(
        {"amount": "350000", "source": "SK tarif 003/SK/CTH", "valid_from": today().isoformat()}, within="#biaya"
    )
    surya.press("Tetapkan biaya")
    expect(surya.page.locator("#biaya")).to_contain_text("Rp350.000")

    surya.go(f"{surya.inside}/pengaturan/lisensi/")
    surya.page.locator("#lampiran [name=scheme]").select_option(index=1)
    surya.fill({"valid_from": SINCE}, within="#lampiran")
    surya.press("Tambahkan")
    expect(surya.page.locator("#lampiran table")).to_be_visible()


def _venue(surya: Walker, lila: Walker) -> None:
    surya.go(f"{surya.inside}/pengaturan/tuk/")
    venue = {"code": "TUK-01", "name": "Ruang Praktik Pemasaran", "address": "Jalan Rintisan 1", "capacity": "20"}
    surya.fill({**venue, "kind": "Mandiri"}, within="#baru")
    surya.press("Catat TUK")
    surya.sees("Belum pernah diverifikasi")
    lila.go(surya.page.url)
    lila.page.locator("#verifikasi [name=scheme]").select_option(index=1)
    lila.tap(lila.page.locator("#verifikasi label:has([name=fit][value=ya])"))
    lila.fill({"verified_on": ago(5).isoformat(), "valid_until": ahead(360).isoformat()}, within="#verifikasi")
    lila.press("Catat verifikasi")
    expect(lila.page.locator("#verifikasi table")).to_contain_text("Layak")


def _pacts(wulan: Walker) -> None:
    """The LSP's own texts, entered by the quality manager; she signs hers first."""
    for kind in PactKind:
        wulan.go(f"{wulan.inside}/pengaturan/pakta/")
        wulan.fill(
            {
                "kind": kind.value,
                "version": "1",
                "title": f"{kind.label} LSP Rintisan",
                "text": "Kami menilai dari bukti dan menjaga rahasia asesi.",
                "source": "SK Direktur 006/SK/CTH",
                "valid_from": today().isoformat(),
            },
            within="#baru",
        )
        wulan.press("Tetapkan naskah")
        wulan.sees("Naskah ditetapkan.", within="body")
    wulan.home()
    wulan.follow("Baca")
    wulan.sign("Tandatangani pakta integritas")
    wulan.sees("Pakta integritas Anda tandatangani.", within="body")


def _assessor(surya: Walker, maya: Walker) -> None:
    surya.go(f"{surya.inside}/asesor/")
    surya.follow("Budi Rekaan")
    surya.follow("Sertifikat, kewenangan, dan SK")
    certificate = {"met_number": "MET.000.000101 2025", "valid_from": SINCE, "valid_until": ahead(900).isoformat()}
    surya.fill(certificate, within="#met")
    surya.press("Catat sertifikat")
    expect(surya.page.locator("#met table")).to_contain_text("MET.000.000101 2025")
    surya.page.locator("#wenang [name=scheme]").select_option(index=1)
    surya.fill({"basis": "Sertifikat teknis 01/CTH", "valid_from": SINCE}, within="#wenang")
    surya.press("Beri kewenangan")
    expect(surya.page.locator("#wenang table")).to_be_visible()
    maya.go(f"{maya.inside}/asesor/")
    maya.follow("Budi Rekaan")
    maya.choose("Aktif", within="#tetapkan")
    maya.fill({"reason": "Sertifikat dan kewenangan diperiksa"}, within="#tetapkan")
    maya.press("Tetapkan status")
    maya.sees("Status asesor ditetapkan.", within="body")


def _tools(place: Installation, maya: Walker, budi: Walker) -> None:
    """The MUK from the scheme: started by one button, its questions written, validated by another, released."""
    maya.go(f"{maya.inside}/muk/")
    maya.press("Susun MUK awal dari skema")
    maya.sees("Lengkapi MUK")
    with place.inside():
        there = _known()
        instruments.written(there, ToolSet.objects.get(), by="maya")
    maya.page.reload()
    maya.sees("Kirim kepada validator")
    maya.page.locator("[name=validator]").select_option(label="Budi Rekaan")
    maya.sign("Tandatangani dan kirim")
    maya.sees("MUK ditandatangani dan dikirim kepada validator.", within="body")
    budi.go(maya.page.url)
    budi.follow("Isi FR.VA dan validasi")
    budi.fill({"place": "Ruang rapat LSP"})
    for box in budi.page.locator("[name^=aspek-][value=semua]").all():
        budi.tap(box)
    budi.sign("Tandatangani validasi")
    maya.page.reload()
    maya.press("Tetapkan MUK")
    maya.sees("MUK ditetapkan. Jadwal dengan skema ini dapat disusun.", within="body")


def _known() -> World:
    """The people, scheme and TUK of the LSP by the names that the builders of the tests' world use."""
    there = World()
    body = Body.objects.get(slug=SLUG)
    there.put("body", body)
    for person in Person.objects.filter(body=body):
        there.put(f"person.{person.email.partition('@')[0]}", person)
    for account in Account.objects.all():
        there.put(f"account.{(account.email or '').partition('@')[0]}", account)
    there.put("version", SchemeVersion.objects.get(body=body))
    there.put("venue", Venue.objects.get(body=body))
    return there


def _numbered(surya: Walker) -> None:
    """Every kind of number by the first usual pattern."""
    for purpose in NumberPurpose:
        surya.go(f"{surya.inside}/pengaturan/penomoran/{purpose.value}/")
        surya.leave_by(surya.page.locator("#usulan button").first)
        surya.press("Tetapkan pola")
        surya.sees("Pola ditetapkan.", within="body")


def _set(surya: Walker) -> None:
    for key, value in PARAMETERS.items():
        surya.go(f"{surya.inside}/pengaturan/parameter/{key}/")
        surya.fill(
            {
                "value": value,
                "reason": "Ditetapkan rapat pimpinan",
                "source_title": "SK Direktur tentang pleno",
                "source_number": "004/SK/CTH",
                "valid_from": today().isoformat(),
            }
        )
        surya.press("Tetapkan")
        surya.sees("Parameter ditetapkan.", within="body")


def _entered(sari: Walker) -> None:
    """A stranger finds the open scheme on their own."""
    sari.go("/akun/signup/")
    sari.fill({"email": "sari@contoh.test", "password1": PASSWORD, "password2": PASSWORD})
    sari.press("Buat akun", within="main")
    sari.go(sari.at.link_to("sari@contoh.test", "/akun/confirm-email/"))
    sari.press("Ya, ini alamat saya")
    sari.sign_in("sari@contoh.test")
    road.join(sari, "Sari Contoh")
    sari.sees("8 unit kompetensi")
    sari.sees("Rp350.000")


def _to_the_decree(place: Installation) -> str:
    """Through the doors: applied, accepted, assessed on today's event, decided by three. The meeting's page."""
    with place.inside():
        there = _known()
        there.put("application.sari", applications.accepted(there, "sari"))
        for pact in Pact.objects.all():
            for key in ("budi", "hendra", "ratna", "yusuf"):
                sign_pact(there.actor(key), pact, statement=AGREED)
        event = assessments.planned(there, days=0)
        there.put("candidate.sari", assessments.add(there, event, "sari"))
        sign_assignment_letter(there.actor("surya"), event, statement=AGREED)
        assessments.open_and_agree(there, "sari")
        assert len(assessments.criteria(there, "sari")) == 86
        assessments.signed(there, "sari")
        meeting = certificates.attended(there)
        certificates.decided(there, "sari", meeting=meeting)
        certificates.closed(there, meeting)
        return f"/lsp/{SLUG}/pleno/{meeting.pk}/"


def _issued(surya: Walker, sari: Walker, meeting: str) -> tuple[str, str]:
    surya.go(meeting)
    surya.sign("Tandatangani SK dan surat hasil")
    surya.sign("Terbitkan 1 sertifikat")
    surya.sees("1 sertifikat terbit.", within="body")
    road.give_feedback(sari)
    sari.home()
    sari.follow("Buka sertifikat")
    number, code = sari.fact("Nomor sertifikat"), sari.fact("Kode pemeriksaan")
    assert re.fullmatch(r"73100 2431 4 \d{7} \d{4}", number)
    link = sari.page.get_by_role("link", name="Unduh sertifikat (PDF)").get_attribute("href") or ""
    text = sari.pdf(link)
    for printed in (number, code, "Sari Contoh", "Junior Content Marketing"):
        assert printed.casefold() in text.casefold()
    assert "8 unit kompetensi" in text
    return number, code


def _checked(stranger: Walker, number: str, code: str) -> None:
    stranger.go("/cek/")
    stranger.fill({"code": code.replace("-", " ").lower()})
    stranger.press("Periksa")
    stranger.sees("Sertifikat berlaku")
    stranger.told(number)
    stranger.told("Sari Contoh")
