"""Pages of the guardian, special needs, consents and asesmen ulang."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jamstac.applications import drafts
from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    GuardianConsent,
    SpecialNeed,
)
from jamstac.applications.selectors import special_needs_of
from jamstac.applications.states import GuardianState
from jamstac.applications.views import guardian
from jamstac.ledger.door import open_guard
from jamstac.people.models import Consent
from jamstac.schemes.models import SchemeVersion
from tests.world.applications import pdf
from tests.world.base import World, today

Visit = Callable[[str], Client]
SIXTEEN = date(today().year - 16, 1, 5)


def url(name: str, *args: object) -> str:
    return reverse(f"applications:{name}", args=["cth", *args])


@pytest.fixture
def minor(world: World) -> ApplicationDraft:
    """The complete draft of lestari, who is 16 here."""
    pk = world.ids["draft.lestari"]
    ApplicationDraft.objects.filter(pk=pk).update(birth_date=SIXTEEN)
    return ApplicationDraft.objects.get(pk=pk)


def named(client: Client, draft: ApplicationDraft, **change: str) -> Any:
    typed = {"nama": "Ibu Rekaan", "hubungan": "ibu kandung", "ponsel": "0800 0000 0099", **change}
    return client.post(url("draft_guardian", draft.pk), typed)


def link_of(client: Client, draft: ApplicationDraft) -> str:
    """The link as the page shows it, once."""
    named(client, draft)
    page = client.get(url("draft_guardian", draft.pk)).content.decode()
    return "/lsp/cth/wali/" + page.split("/lsp/cth/wali/", 1)[1].split("<", 1)[0].strip()


def test_the_link_is_shown_once_and_whatsapp_takes_it(visit: Visit, minor: ApplicationDraft) -> None:
    client = visit("lestari")
    answer = named(client, minor)
    assert answer.status_code == 302
    page = client.get(url("draft_guardian", minor.pk)).content.decode()
    assert "https://wa.me/62800" in page
    assert "/lsp/cth/wali/" in page
    assert "/lsp/cth/wali/" not in client.get(url("draft_guardian", minor.pk)).content.decode()


def test_only_a_minor_has_the_step_of_the_guardian(visit: Visit, world: World) -> None:
    client, draft = visit("lestari"), world.ids["draft.lestari"]
    assert "Persetujuan wali" not in client.get(url("draft_scheme", draft)).content.decode()
    ApplicationDraft.objects.filter(pk=draft).update(birth_date=SIXTEEN)
    assert "Persetujuan wali" in client.get(url("draft_scheme", draft)).content.decode()
    sent = client.get(url("draft_send", draft)).content.decode()
    assert f'href="{url("draft_guardian", draft)}"' in sent


@pytest.mark.parametrize(
    ("change", "status", "said"),
    [
        ({"nama": ""}, 409, "Nama wali atau hubungannya belum ditulis"),
        ({"nama": "Lestari Misalkan"}, 409, "Nama wali sama dengan nama pemohon"),
        ({"ponsel": "abc"}, 422, "Tulis 10 sampai 15 angka"),
    ],
)
def test_a_guardian_wrongly_named_is_told_and_nothing_typed_is_lost(
    visit: Visit, minor: ApplicationDraft, change: dict[str, str], status: int, said: str
) -> None:
    answer = named(visit("lestari"), minor, **change)
    assert answer.status_code == status
    assert said in answer.content.decode()
    assert "ibu kandung" in answer.content.decode()


def test_the_guardian_reads_what_it_is_about_and_agrees(visit: Visit, minor: ApplicationDraft, client: Client) -> None:
    link = link_of(visit("lestari"), minor)
    client.logout()
    page = client.get(link).content.decode()
    assert "Pengembang Web Muda" in page
    assert "checked" not in page
    assert minor.nik not in page
    wanting = client.post(link, {"jawaban": "setuju", "nama": "Ibu Rekaan"})
    assert wanting.status_code == 409
    assert "Tanda setuju belum diberikan" in wanting.content.decode()
    done = client.post(link, {"jawaban": "setuju", "nama": "Ibu Rekaan", "setuju": "on"}, follow=True)
    assert "Terima kasih, persetujuan Anda sudah tercatat" in done.content.decode()
    again = client.post(link, {"jawaban": "tolak"})
    assert again.status_code == 409
    assert GuardianConsent.objects.get(person=minor.person_id).state == GuardianState.CONSENTED


def test_the_guardian_may_say_no(visit: Visit, minor: ApplicationDraft, client: Client) -> None:
    link = link_of(visit("lestari"), minor)
    client.logout()
    assert "Anda tidak menyetujui" in client.post(link, {"jawaban": "tolak"}, follow=True).content.decode()
    page = visit("lestari").get(url("draft_guardian", minor.pk)).content.decode()
    assert "Tidak disetujui wali" in page
    assert "Buat tautan" in page


def test_the_minor_does_not_answer_the_own_link(visit: Visit, minor: ApplicationDraft) -> None:
    client = visit("lestari")
    link = link_of(client, minor)
    assert "harus diberikan wali, bukan pemohon" in client.get(link).content.decode()
    assert client.post(link, {"jawaban": "setuju", "nama": "Ibu", "setuju": "on"}).status_code == 409


def test_an_expired_or_unknown_link_says_so(visit: Visit, minor: ApplicationDraft, client: Client) -> None:
    link = link_of(visit("lestari"), minor)
    client.logout()
    with open_guard("test"):
        GuardianConsent.objects.update(expires_at=timezone.now() - timedelta(hours=1))
    assert "Masa berlaku tautan ini sudah lewat" in client.get(link).content.decode()
    unknown = client.get(url("guardian", "bukan-tautan"))
    assert (unknown.status_code, "Tautan ini tidak lengkap" in unknown.content.decode()) == (404, True)


def test_a_paper_is_printed_uploaded_and_confirmed(visit: Visit, minor: ApplicationDraft, client: Client) -> None:
    applicant = visit("lestari")
    blank = applicant.get(url("draft_guardian_blank", minor.pk))
    assert blank.content.startswith(b"%PDF")
    scan = SimpleUploadedFile("surat.pdf", pdf("surat wali"))
    typed = {"nama": "Ibu Rekaan", "hubungan": "ibu kandung", "surat": scan}
    assert applicant.post(url("draft_guardian_paper", minor.pk), typed).status_code == 302
    consent = GuardianConsent.objects.get(person=minor.person_id)
    staff = visit("dewi")
    assert "Lestari Misalkan" in staff.get(url("minors")).content.decode()
    page = staff.get(url("minor", minor.pk)).content.decode()
    assert "Benarkan surat" in page
    assert staff.get(reverse("documents:file", args=["cth", consent.scan_id])).status_code == 200
    assert staff.post(url("guardian_settle", consent.pk), {"langkah": "benarkan"}).status_code == 302
    assert "Wali menarik persetujuan" in staff.get(url("minor", minor.pk)).content.decode()
    assert staff.post(url("guardian_settle", consent.pk), {"langkah": "entah"}).status_code == 404


def test_staff_take_a_paper_brought_to_the_lsp(visit: Visit, minor: ApplicationDraft) -> None:
    staff = visit("dewi")
    empty = staff.post(url("minor", minor.pk), {"nama": "Ibu", "hubungan": "ibu"})
    assert empty.status_code == 422
    scan = SimpleUploadedFile("surat.pdf", pdf("surat wali"))
    typed = {"nama": "Ibu Rekaan", "hubungan": "ibu kandung", "surat": scan}
    assert staff.post(url("minor", minor.pk), typed).status_code == 302
    consent = GuardianConsent.objects.get(person=minor.person_id)
    staff.post(url("guardian_settle", consent.pk), {"langkah": "tolak", "alasan": "Tidak terbaca"})
    assert "Tidak terbaca" in staff.get(url("minor", minor.pk)).content.decode()


def test_the_list_of_minors_says_when_it_is_empty(
    visit: Visit, world: World, django_assert_max_num_queries: Any
) -> None:
    client = visit("dewi")
    assert "Belia Andaian" in client.get(url("minors")).content.decode()
    ApplicationDraft.objects.filter(pk=world.ids["draft.belia"]).delete()
    with django_assert_max_num_queries(20):
        page = client.get(url("minors")).content.decode()
    assert "Tidak ada yang menunggu" in page


def test_a_long_list_of_minors_is_turned_page_by_page(
    visit: Visit, world: World, monkeypatch: pytest.MonkeyPatch, django_assert_max_num_queries: Any
) -> None:
    monkeypatch.setattr(guardian, "PAGE", 1)
    ApplicationDraft.objects.filter(pk=world.ids["draft.lestari"]).update(birth_date=SIXTEEN)
    client = visit("dewi")
    with django_assert_max_num_queries(20):
        first = client.get(url("minors")).content.decode()
    second = client.get(url("minors"), {"page": "2"}).content.decode()
    names = ["Belia Andaian", "Lestari Misalkan"]
    assert [name in first for name in names] == [True, False]
    assert [name in second for name in names] == [False, True]
    assert "2 draf pemohon" in first


def test_needs_are_told_in_plain_words_without_a_tick_beforehand(visit: Visit, world: World) -> None:
    client, draft = visit("lestari"), world.ids["draft.lestari"]
    page = client.get(url("draft_needs", draft)).content.decode()
    assert "Alat bantu atau teknologi khusus" in page
    assert " checked" not in page
    answer = client.post(url("draft_needs", draft), {"perlu": "4", "harap-4": "Jeda minum obat", "data": "ya"})
    assert answer.status_code == 302
    told = ApplicationDraft.objects.get(pk=draft)
    assert [(each.characteristic, each.wish) for each in told.needs.all()] == [(4, "Jeda minum obat")]
    assert told.consent_needs
    assert "Jeda minum obat" in client.get(url("draft_needs", draft)).content.decode()


def test_needs_are_read_by_who_must_and_by_nobody_else(visit: Visit, world: World) -> None:
    page = url("needs", world.ids["application.wayan"])
    for key in ("dewi", "maya"):
        assert "Waktu lebih panjang" in visit(key).get(page).content.decode()
    for key in ("hendra", "surya", "wulan", "agus"):
        assert visit(key).get(page).status_code == 403
        review = visit(key).get(url("review", world.ids["application.wayan"])).content.decode()
        assert "mudah lelah" not in review
        assert "kebutuhan" not in review.lower().replace("kebutuhan khusus disampaikan", "").replace(
            "kebutuhan khusus diputus", ""
        )
    assert visit("budi").get(page).status_code == 404
    assert "mudah lelah" in visit("wayan").get(url("mine", world.ids["application.wayan"])).content.decode()


def test_a_need_is_decided_on_its_page(visit: Visit, world: World) -> None:
    application = world.get(Application, "application.wayan")
    with open_guard("test"):
        SpecialNeed.objects.filter(application=application).update(decision="", decided_at=None)
    need = special_needs_of(application)[0]
    client = visit("maya")
    page = client.get(url("needs", application.pk)).content.decode()
    assert "Tugas dengan waktu lebih pendek" in page
    wanting = client.post(url("need", application.pk, need.pk), {"putusan": "refused", "alasan": ""})
    assert wanting.status_code == 409
    assert "Alasan tidak dikabulkan belum ditulis" in wanting.content.decode()
    wrong = client.post(url("need", application.pk, need.pk), {"putusan": "granted", "menit": "-5"})
    assert wrong.status_code == 422
    client.post(
        url("need", application.pk, need.pk), {"putusan": "granted", "tindakan": "Jeda tiap jam", "menit": "20"}
    )
    assert "tambahan waktu 20 menit" in client.get(url("needs", application.pk)).content.decode()
    assert "Menunggu putusan" not in client.get(url("needs", application.pk)).content.decode()


def test_consents_stand_apart_and_are_not_ticked_beforehand(visit: Visit, world: World) -> None:
    draft = world.ids["draft.lestari"]
    ApplicationDraft.objects.filter(pk=draft).update(
        consent=False, consent_publication=False, consent_documentation=False
    )
    page = visit("lestari").get(url("draft_send", draft)).content.decode()
    for name in ("data", "publikasi", "dokumentasi"):
        assert f'name="{name}" value="ya" >' in page or f'name="{name}" value="ya">' in page


def test_somebody_takes_a_consent_back_on_the_own_page(visit: Visit, world: World) -> None:
    client = visit("sari")
    page = client.get(url("consents")).content.decode()
    assert page.count("Tarik persetujuan") == 2
    consent = Consent.objects.get(person=world.person("sari"), purpose="publication")
    for _again in range(2):
        assert client.post(url("consent", consent.pk), {"langkah": "tarik"}).status_code == 302
    assert "Setujui lagi" in client.get(url("consents")).content.decode()
    client.post(url("consent", consent.pk), {"langkah": "beri"})
    assert client.get(url("consents")).content.decode().count("Tarik persetujuan") == 2


def test_who_never_agreed_to_anything_reads_so(visit: Visit) -> None:
    assert "Belum ada persetujuan" in visit("lestari").get(url("consents")).content.decode()


def test_the_page_of_a_reassessment_says_what_and_when(visit: Visit, world: World) -> None:
    client = visit("galih")
    page = client.get(url("again", world.ids["application.galih"]))
    assert "Masa tunggu asesmen ulang belum selesai" in page.content.decode()
    assert "Hanya unit yang belum kompeten" in page.content.decode()
    assert client.post(url("again", world.ids["application.galih"])).status_code == 409
    assert (
        url("again", world.ids["application.galih"])
        in client.get(url("mine", world.ids["application.galih"])).content.decode()
    )


def test_another_purpose_keeps_its_words(visit: Visit, world: World) -> None:
    client, draft = visit("lestari"), world.ids["draft.lestari"]
    client.post(url("draft_scheme", draft), {"tujuan": "other", "lainnya": "Syarat lomba"})
    assert "Syarat lomba" in client.get(url("draft_scheme", draft)).content.decode()
    client.post(url("draft_scheme", draft), {"tujuan": "rpl", "lainnya": "Syarat lomba"})
    assert ApplicationDraft.objects.get(pk=draft).purpose_words == ""


def test_the_whole_scheme_says_on_its_page_that_it_waits(world: World, visit: Visit) -> None:
    draft = drafts.start(world.person("galih"), world.get(SchemeVersion, "version"))
    page = visit("galih").get(url("draft_send", draft.pk)).content.decode()
    assert "Masa tunggu sesudah keputusan Belum Kompeten berlaku juga untuk permohonan baru" in page
