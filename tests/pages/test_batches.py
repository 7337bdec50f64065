"""Pages of batches, lists, slips, and the acceptance of many."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from jamstac.applications.batches.actions import change_batch
from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    Batch,
    BatchFileDraft,
    BatchMember,
    DraftEvidence,
    ImportDraft,
)
from jamstac.applications.states import ApplicationState, Payer
from jamstac.ledger.models import Entry
from jamstac.people.actions import issue_slip
from jamstac.people.models import Person, Slip
from tests.cast import PASSWORD
from tests.refusing import sentence_of
from tests.workbooks import xlsx
from tests.world.applications import pdf, submitted
from tests.world.base import World

Visit = Callable[[str], Client]
NEW_PASSWORD = "kuda-terbang-di-sawah"


def url(name: str, *args: object) -> str:
    return reverse(f"applications:{name}", args=["cth", *args])


@pytest.fixture(autouse=True)
def _no_attempts_yet() -> None:
    cache.clear()


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


# ---------------------------------------------------------------- batches


def test_the_office_opens_a_batch_and_finds_it_in_the_list(world: World, visit: Visit) -> None:
    client = visit("dewi")
    typed = {
        "scheme_version": world.ids["version"],
        "title": "Kelas Baru",
        "institution": "SMK Rekaan Dua",
        "payer": Payer.SELF,
    }
    response = client.post(url("batch_new"), typed)
    batch = Batch.objects.get(title="Kelas Baru")
    assert response.headers["Location"] == url("batch", batch.pk)
    assert "Belum ada asesi" in text_of(client.get(url("batch", batch.pk)))
    assert "Kelas Baru" in text_of(client.get(url("batches")))


def test_a_batch_form_with_a_fault_keeps_what_was_typed(world: World, visit: Visit) -> None:
    response = visit("dewi").post(url("batch_new"), {"title": "Kelas Baru", "payer": Payer.SELF})
    assert response.status_code == 422
    assert "Kelas Baru" in text_of(response)


def test_the_page_of_a_batch_tells_how_far_each_is(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("dewi")
    with django_assert_max_num_queries(22):
        page = text_of(client.get(url("batch", world.ids["batch"])))
    assert "Nanda Seumpama" in page
    assert "Mengisi" in page
    assert "Belum masuk" in page
    only = text_of(client.get(url("batch", world.ids["batch"]), {"tahap": "belum"}))
    assert "Oka Laksana Rekaan" in only
    assert "Nanda Seumpama" not in only
    nobody = text_of(client.get(url("batch", world.ids["batch"]), {"q": "tidak ada"}))
    assert "Tidak ada yang cocok" in nobody


def test_select_all_ticks_everybody_without_script(world: World, visit: Visit) -> None:
    page = visit("dewi").get(url("batch", world.ids["batch"]), {"pilih": "semua"}).content.decode()
    assert len(re.findall(r'name="pilih" value="[^"]+" checked', page)) == 2


def test_the_list_of_a_batch_leaves_without_whole_nik(world: World, visit: Visit) -> None:
    response = visit("dewi").get(url("batch_csv", world.ids["batch"]))
    text = response.content.decode("utf-8-sig")
    assert "Nanda Seumpama" in text
    assert world.person("nanda").nik not in text


def test_somebody_is_taken_out_of_a_batch_and_a_second_click_is_harmless(world: World, visit: Visit) -> None:
    client, target = visit("dewi"), url("member_remove", world.ids["batch"], world.ids["member.oka"])
    assert f'action="{target}"' in client.get(url("batch", world.ids["batch"])).content.decode()
    assert client.post(target).status_code == 302
    assert client.post(target).status_code == 302
    assert not BatchMember.objects.filter(pk=world.ids["member.oka"]).exists()


def test_a_sponsor_sees_how_far_and_nothing_else(world: World, visit: Visit) -> None:
    client = visit("wira")
    page = text_of(client.get(url("followed")))
    assert "Nanda Seumpama" in page
    assert "Oka Laksana Rekaan" not in page, "oka has not agreed to be seen"
    assert "1 asesi belum menyetujui" in page
    for key in ("nanda", "oka"):
        person = world.person(key)
        assert person.nik not in page
        assert person.nik[-4:] not in page
        assert person.phone not in page
    assert client.get(reverse("portal:start")).headers["Location"] == url("followed")
    assert client.get(url("batch", world.ids["batch"])).status_code == 403


def test_a_sponsor_without_groups_is_told_so(world: World, visit: Visit) -> None:
    change_batch(
        world.actor("dewi"), world.get(Batch, "batch"), title="Kelas", institution="SMK Rekaan", payer=Payer.SELF
    )
    assert "Belum ada kelompok" in text_of(visit("wira").get(url("followed")))


# ---------------------------------------------------------------- lists


def test_a_list_is_uploaded_looked_at_and_entered(world: World, visit: Visit) -> None:
    client, batch = visit("dewi"), world.ids["batch"]
    data = xlsx(
        [
            ["Nama", "NIK", "Kelas"],
            ["Pupila Contohan", "0000001203010099", "XII RPL 2"],
            ["Salah Nomor", "123", "XII RPL 2"],
        ]
    )
    sent = client.post(url("batch_import", batch), {"berkas": SimpleUploadedFile("kelas.xlsx", data)})
    draft = ImportDraft.objects.get(batch=batch)
    assert sent.headers["Location"] == url("import", draft.pk)
    page = text_of(client.get(url("import", draft.pk)))
    assert "Impor 1 baris" in page
    assert "NIK terdiri atas 3 angka" in page
    assert "0000001203010099" not in page
    done = client.post(url("import_enter", draft.pk), follow=True)
    assert "1 asesi masuk." in text_of(done)
    member = BatchMember.objects.get(batch=batch, person__nik="0000001203010099")
    assert member.class_name == "XII RPL 2"
    assert ApplicationDraft.objects.get(person=member.person).filled_by == "SMK Rekaan Satu"
    client.post(url("import_enter", draft.pk))
    assert Person.objects.filter(nik="0000001203010099").count() == 1
    refused = client.get(url("import_refused", draft.pk)).content.decode("utf-8-sig")
    assert "Salah Nomor" in refused
    assert "Pupila" not in refused


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("kosong.xlsx", b"", "Berkas ini kosong"),
        ("surat.pdf", b"%PDF-1.4", "bukan lembar kerja"),
        ("rusak.xlsx", b"PK\x03\x04rusak", "tidak bisa dibuka"),
    ],
)
def test_a_file_that_is_no_list_is_told_on_the_page(
    world: World, visit: Visit, name: str, data: bytes, sentence: str
) -> None:
    response = visit("dewi").post(url("import_upload"), {"berkas": SimpleUploadedFile(name, data)})
    assert response.status_code == 422
    assert sentence in text_of(response)


def test_a_list_over_the_limit_is_not_read(world: World, visit: Visit, settings: Any) -> None:
    settings.UPLOAD_LIMIT = 2 * 1024 * 1024
    before = ImportDraft.objects.count()
    file = SimpleUploadedFile("besar.csv", b"Nama\n" + b"x" * settings.UPLOAD_LIMIT)
    response = visit("dewi").post(url("import_upload"), {"berkas": file})
    assert response.status_code == 422
    assert sentence_of("import.too_big", limit=2) in text_of(response)
    assert ImportDraft.objects.count() == before


def test_columns_told_by_hand_change_what_becomes_of_the_rows(world: World, visit: Visit) -> None:
    client = visit("dewi")
    data = xlsx([["Kode", "Peserta Uji"], ["A", "Contoh"]])
    client.post(url("import_upload"), {"berkas": SimpleUploadedFile("daftar.xlsx", data)})
    draft = ImportDraft.objects.latest("uploaded_at")
    assert "Kolom nama belum dikenali" in text_of(client.get(url("import", draft.pk)))
    client.post(url("import", draft.pk), {"kolom-0-field": "", "kolom-1-field": "name"})
    assert "Impor 1 baris" in text_of(client.get(url("import", draft.pk)))


def test_a_list_is_forgotten_and_its_people_stay(world: World, visit: Visit) -> None:
    client = visit("dewi")
    client.post(url("import_enter", world.ids["import"]))
    client.post(url("import_forget", world.ids["import"]))
    assert not ImportDraft.objects.filter(pk=world.ids["import"]).exists()
    assert Person.objects.filter(nik="0000001203010099").exists()


# ---------------------------------------------------------------- files


def test_files_are_dropped_in_a_heap_and_the_rest_is_told_by_hand(world: World, visit: Visit) -> None:
    client, target = visit("dewi"), url("batch_files", world.ids["batch"])
    heap = [SimpleUploadedFile(name, pdf(name)) for name in ("P-001 foto.pdf", "scan.pdf")]
    client.post(target, {"berkas": heap})
    assert DraftEvidence.objects.filter(draft=world.ids["draft.nanda"]).count() == 1
    waiting = BatchFileDraft.objects.get(batch=world.ids["batch"])
    assert "scan.pdf" in text_of(client.get(target))
    requirement = DraftEvidence.objects.get(draft=world.ids["draft.nanda"]).requirement_id
    told = {f"siapa-{waiting.pk}": world.ids["member.oka"], f"syarat-{waiting.pk}": requirement}
    client.post(target, told)
    assert DraftEvidence.objects.filter(draft=world.ids["draft.oka"]).count() == 1
    assert "Tidak ada yang menunggu" in text_of(client.get(target))


def test_a_file_that_is_no_evidence_is_told_and_the_rest_is_kept(world: World, visit: Visit) -> None:
    heap = [SimpleUploadedFile("a.txt", b"teks"), SimpleUploadedFile("P-001 foto.pdf", pdf("x"))]
    response = visit("dewi").post(url("batch_files", world.ids["batch"]), {"berkas": heap})
    assert response.status_code == 422
    assert "a.txt" in text_of(response)
    assert DraftEvidence.objects.filter(draft=world.ids["draft.nanda"]).count() == 1


# ---------------------------------------------------------------- slips


def test_slips_of_a_batch_are_printed_with_four_digits_of_each_nik(world: World, visit: Visit) -> None:
    response = visit("dewi").post(
        url("batch_slips", world.ids["batch"]),
        {"pilih": [world.ids["member.oka"], world.ids["member.nanda"]], "cara": "cetak"},
    )
    assert response.headers["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF")
    assert Slip.objects.filter(used_at=None, revoked_at=None).count() == 2


def test_links_are_shown_once_with_a_way_to_whatsapp(world: World, visit: Visit) -> None:
    response = visit("dewi").post(
        url("batch_slips", world.ids["batch"]), {"pilih": [world.ids["member.oka"]], "cara": "tautan"}
    )
    page = text_of(response)
    assert "https://wa.me/62" in page
    assert re.search(r"/masuk/slip/[0-9A-Z]{15}/", page)
    assert world.person("oka").nik not in page


def test_choosing_nobody_issues_no_slip(world: World, visit: Visit) -> None:
    response = visit("dewi").post(url("batch_slips", world.ids["batch"]), {"cara": "cetak"})
    assert "Belum ada yang dipilih" in text_of(response)


def test_the_slip_page_of_a_colleague_says_why_not(world: World, visit: Visit) -> None:
    page = text_of(visit("dewi").get(url("slip", world.ids["person.rina"])))
    assert "pernah memegang fungsi" in page


def enter(client: Client, login: str, code: str) -> Any:
    return client.post(reverse("portal:slip"), {"login": login, "code": code})


def test_oka_comes_in_by_the_slip_sets_a_password_and_comes_back_with_the_nik(world: World, client: Client) -> None:
    _slip, code = issue_slip(world.actor("dewi"), world.person("oka"))
    nik = world.person("oka").nik
    opened = client.get(reverse("portal:slip-link", args=[code]))
    assert "Kode Anda sudah terisi" in text_of(opened)
    assert Slip.objects.filter(person=world.person("oka"), used_at=None, revoked_at=None).exists()
    assert enter(client, nik, code).headers["Location"] == reverse("portal:slip-password")
    weak = client.post(reverse("portal:slip-password"), {"password1": f"{nik}!", "password2": f"{nik}!"})
    assert weak.status_code == 422
    done = client.post(reverse("portal:slip-password"), {"password1": NEW_PASSWORD, "password2": NEW_PASSWORD})
    assert done.headers["Location"] == reverse("portal:start")
    mine = text_of(client.get(reverse("portal:mine", args=["cth"])))
    assert "Periksa data Anda" in mine
    client.post(reverse("account_logout"))
    back = client.post(reverse("account_login"), {"login": nik, "password": NEW_PASSWORD})
    assert back.headers["Location"] == reverse("portal:start")


def test_a_wrong_code_and_an_unknown_nik_read_the_same(world: World, client: Client) -> None:
    _slip, code = issue_slip(world.actor("dewi"), world.person("oka"))
    nik = world.person("oka").nik
    told = [enter(client, *pair) for pair in ((nik, "0" * 15), ("0000000000000001", code), ("tidak ada", "x"))]
    assert {each.status_code for each in told} == {422}
    assert all("tidak cocok" in text_of(each) for each in told)
    assert not Slip.objects.filter(person=world.person("oka")).exclude(used_at=None).exists()


def test_a_used_slip_says_so_to_whoever_holds_it(world: World, client: Client) -> None:
    _slip, code = issue_slip(world.actor("dewi"), world.person("oka"))
    enter(client, world.person("oka").nik, code)
    again = enter(Client(), world.person("oka").nik, code)
    assert "sudah dipakai" in text_of(again)


def test_guessing_at_a_slip_ends_after_a_few_attempts(world: World, client: Client) -> None:
    nik = world.person("oka").nik
    last = [enter(client, nik, "0" * 15) for _ in range(7)][-1]
    assert "Terlalu banyak percobaan" in text_of(last)


@pytest.mark.parametrize("login", ["0000000000000009", "0811 9999 9999", "tidakada@contoh.test"])
def test_signing_in_tells_nobody_who_exists(world: World, client: Client, login: str) -> None:
    unknown = client.post(reverse("account_login"), {"login": login, "password": "salah-sekali"})
    cache.clear()
    known = client.post(reverse("account_login"), {"login": world.person("nanda").nik, "password": "salah-sekali"})
    assert "tidak cocok" in text_of(unknown)
    assert "tidak cocok" in text_of(known)


def test_nanda_signs_in_with_the_phone_on_the_usual_page(world: World, client: Client) -> None:
    response = client.post(reverse("account_login"), {"login": world.person("nanda").phone, "password": PASSWORD})
    assert response.headers["Location"] == reverse("portal:start")
    assert client.get(reverse("account_email")).status_code == 200
    assert client.get(reverse("mfa_index")).status_code == 200


def test_the_page_of_a_forgotten_password_knows_people_without_mail(world: World, client: Client) -> None:
    assert "slip baru" in text_of(client.get(reverse("account_reset_password")))


# ---------------------------------------------------------------- one's own data


def test_the_data_of_a_school_is_checked_on_ones_own_page(world: World, visit: Visit) -> None:
    draft = world.get(ApplicationDraft, "draft.nanda")
    ApplicationDraft.objects.filter(pk=draft.pk).update(checked_at=None)
    client = visit("nanda")
    page = text_of(client.get(url("draft_biodata", draft.pk)))
    assert "Data ini diisi dari daftar SMK Rekaan Satu" in page
    client.post(url("draft_checked", draft.pk))
    assert world.get(ApplicationDraft, "draft.nanda").checked_at is not None
    assert "Data saya sudah benar" not in text_of(client.get(url("draft_biodata", draft.pk)))
    count = Entry.objects.count()
    client.post(url("draft_checked", draft.pk))
    assert Entry.objects.count() == count, "a second press is no second act"


# ---------------------------------------------------------------- accepting many


def two_waiting(world: World) -> list[Application]:
    return [world.get(Application, "application.ayu"), submitted(world, "lestari")]


def accept(client: Client, applications: list[Application], *seen: Application, password: str = PASSWORD) -> Any:
    sent: dict[str, Any] = {"pilih": [each.pk for each in applications], "agree": "on", "password": password}
    return client.post(url("accept_many"), sent | {f"lihat-{each.pk}": "ya" for each in seen})


def test_the_chosen_are_accepted_with_one_password_and_the_rest_is_told(world: World, visit: Visit) -> None:
    first, second = two_waiting(world)
    client = visit("dewi")
    asked = text_of(client.get(url("accept_many"), {"pilih": [str(first.pk), str(second.pk)]}))
    assert "Saya sudah membuka dan memeriksa" in asked
    result = text_of(accept(client, [first, second], first))
    assert "1 permohonan diterima" in result
    assert "belum dinilai" in result
    states = [Application.objects.get(pk=each.pk).state for each in (first, second)]
    assert states == [ApplicationState.ACCEPTED, ApplicationState.SUBMITTED]
    again = accept(client, [first, second], first, second)
    assert "1 permohonan diterima" in text_of(again)


def test_a_wrong_password_accepts_nobody(world: World, visit: Visit) -> None:
    chosen = two_waiting(world)
    response = accept(visit("dewi"), chosen, *chosen, password="salah-sekali")
    assert response.status_code == 422
    assert {Application.objects.get(pk=each.pk).state for each in chosen} == {ApplicationState.SUBMITTED}


def test_the_list_of_applications_can_be_ticked_whole_without_script(world: World, visit: Visit) -> None:
    page = visit("dewi").get(url("list"), {"pilih": "semua"}).content.decode()
    waiting = Application.objects.filter(body=world.body, state=ApplicationState.SUBMITTED).count()
    assert len(re.findall(r'name="pilih" value="[^"]+" checked', page)) == waiting
    assert "Terima yang dipilih" in page


def test_choosing_nobody_leads_back_to_the_list(world: World, visit: Visit) -> None:
    assert visit("dewi").get(url("accept_many")).headers["Location"] == url("list")
