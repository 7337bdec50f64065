from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from types import SimpleNamespace
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jamstac.applications.models import (
    Application,
    ApplicationDraft,
    DraftAnswer,
    DraftEvidence,
    FindingDraft,
    ReviewDraft,
)
from jamstac.applications.selectors import elements_of, evidence_of, requirements_of
from jamstac.bodies.actions import change_profile
from jamstac.documents.models import StoredFile
from jamstac.ledger.models import Entry
from jamstac.parameters.actions import set_parameter
from jamstac.schemes.actions import retire_scheme
from jamstac.schemes.models import SchemeVersion
from jamstac.standards.models import Element
from tests.cast import PASSWORD
from tests.world.applications import all_met, biodata, pdf
from tests.world.base import World, ago, today

Visit = Callable[[str], Client]
HTMX: dict[str, Any] = {"headers": {"HX-Request": "true"}}
PARTS = ["draft_biodata", "draft_scheme", "draft_evidence", "draft_answers", "draft_send"]


def url(name: str, *args: object, lsp: str = "cth") -> str:
    return reverse(f"applications:{name}", args=[lsp, *args])


def draft_of(world: World, key: str = "lestari") -> ApplicationDraft:
    return world.get(ApplicationDraft, f"draft.{key}")


def application_of(world: World, key: str) -> Application:
    return world.get(Application, f"application.{key}")


def send(client: Client, draft: ApplicationDraft, **change: str) -> Any:
    typed = {"informasi": "ya", "data": "ya", "biaya": "450000", "agree": "on", **change}
    return client.post(url("draft_send", draft.pk), {key: value for key, value in typed.items() if value})


def a_file(name: str = "bukti.pdf", content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, pdf(name) if content is None else content)


# ---------------------------------------------------------------- choosing


def test_an_applicant_sees_open_schemes_with_price_and_requirements(world: World, visit: Visit) -> None:
    page = visit("lestari").get(url("schemes")).content.decode()
    assert "Pengembang Web Muda" in page
    assert "Rp450.000" in page
    assert "Pas foto berwarna" in page
    assert "Lanjutkan mengisi" in page


def test_the_list_of_schemes_takes_the_same_queries_however_long(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("lestari")
    with django_assert_max_num_queries(16):
        client.get(url("schemes"))


def test_an_lsp_that_is_not_open_shows_that_nothing_is_open(world: World, visit: Visit) -> None:
    change_profile(world.actor("dewi"), world.body, open_for_applications=False)
    assert "Belum ada skema yang dibuka" in visit("lestari").get(url("schemes")).content.decode()


def test_starting_twice_finds_the_same_draft(world: World, visit: Visit) -> None:
    client, version = visit("budi"), world.ids["version"]
    first = client.post(url("start", version))
    second = client.post(url("start", version))
    draft = ApplicationDraft.objects.get(person=world.person("budi"))
    assert first.headers["Location"] == second.headers["Location"] == url("draft_biodata", draft.pk)
    assert draft.email == "budi@contoh.test"


def test_a_scheme_out_of_force_is_not_started(world: World, visit: Visit) -> None:
    retire_scheme(world.actor("surya"), world.get(SchemeVersion, "version"), last_day=ago(1))
    answer = visit("budi").post(url("start", world.ids["version"]), follow=True)
    assert "tidak menerima permohonan" in answer.content.decode()
    assert not ApplicationDraft.objects.filter(person=world.person("budi")).exists()


def test_a_scheme_of_nowhere_is_not_found(world: World, visit: Visit) -> None:
    assert visit("budi").post(url("start", uuid4())).status_code == 404


# ---------------------------------------------------------------- the draft


@pytest.mark.parametrize("name", PARTS)
def test_every_part_of_an_own_draft_opens(
    world: World, visit: Visit, name: str, django_assert_max_num_queries: Any
) -> None:
    client = visit("lestari")
    with django_assert_max_num_queries(40):
        page = client.get(url(name, draft_of(world).pk))
    assert page.status_code == 200
    assert "Bagian" in page.content.decode()


@pytest.mark.parametrize("name", [*PARTS, "draft"])
def test_the_draft_of_another_is_not_found(world: World, visit: Visit, name: str) -> None:
    draft = draft_of(world)
    for key in ("ayu", "dewi"):
        client = visit(key)
        assert client.get(url(name, draft.pk), follow=True).status_code == 404
        assert client.post(url(name, draft.pk), {"name": "Orang Lain"}, follow=True).status_code == 404
    draft.refresh_from_db()
    assert draft.name == "Lestari Misalkan"


def test_a_draft_opens_at_the_first_part_that_is_not_complete(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    assert client.get(url("draft", draft.pk)).headers["Location"] == url("draft_send", draft.pk)
    ApplicationDraft.objects.filter(pk=draft.pk).update(purpose="")
    assert client.get(url("draft", draft.pk)).headers["Location"] == url("draft_scheme", draft.pk)


def test_one_field_is_saved_and_the_others_stay(world: World, visit: Visit) -> None:
    draft = draft_of(world)
    answer = visit("lestari").post(url("draft_biodata", draft.pk), {"address": "Jalan Baru 9"}, **HTMX)
    draft.refresh_from_db()
    assert answer.status_code == 200
    assert (draft.address, draft.phone) == ("Jalan Baru 9", biodata(world, "lestari")["phone"])


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("nik", "12345", "NIK terdiri atas 16 angka."),
        ("birth_date", (today() + timedelta(days=1)).isoformat(), "Tanggal ini tidak mungkin"),
        ("birth_date", "1899-01-01", "Tanggal ini tidak mungkin"),
        ("phone", "0812", "Tulis 10 sampai 15 angka"),
    ],
)
def test_a_wrong_field_is_told_and_kept_as_typed(
    world: World, visit: Visit, field: str, typed: str, sentence: str
) -> None:
    client, draft = visit("lestari"), draft_of(world)
    answer = client.post(url("draft_biodata", draft.pk), {field: typed}, **HTMX)
    assert sentence in answer.content.decode()
    draft.refresh_from_db()
    assert str(getattr(draft, field)) == typed
    again = client.get(url("draft_biodata", draft.pk)).content.decode()
    assert sentence in again
    assert typed in again
    page = client.get(url("draft_send", draft.pk)).content.decode()
    assert "HR-30" in page


def test_without_script_the_whole_part_is_saved_and_what_is_wrong_comes_back(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    typed = {**biodata(world, "lestari"), "nik": "99", "birth_date": "besok", "address": "Jalan Ketik 7"}
    answer = client.post(url("draft_biodata", draft.pk), typed)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "besok" in page
    assert "Jalan Ketik 7" in page
    draft.refresh_from_db()
    assert (draft.address, draft.nik) == ("Jalan Ketik 7", "99")
    onward = client.post(url("draft_biodata", draft.pk), biodata(world, "lestari"))
    assert onward.headers["Location"] == url("draft_scheme", draft.pk)


def test_a_nik_with_another_birth_date_is_asked_about_but_sent(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    answer = client.post(url("draft_biodata", draft.pk), {"birth_date": "1990-01-01"}, **HTMX)
    assert "Periksa NIK dan tanggal lahir" in answer.content.decode()
    assert send(client, draft).status_code == 302


def test_a_purpose_is_chosen_and_a_forged_one_is_not_found(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    assert client.post(url("draft_scheme", draft.pk), {"tujuan": "rpl"}, **HTMX).status_code == 204
    draft.refresh_from_db()
    assert draft.purpose == "rpl"
    assert client.post(url("draft_scheme", draft.pk), {"tujuan": "palsu"}).status_code == 404


def test_a_session_that_ended_leads_to_the_login_and_loses_nothing_saved(world: World, client: Client) -> None:
    draft = draft_of(world)
    answer = client.post(url("draft_biodata", draft.pk), {"address": "Jalan Lain"})
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/akun/")
    assert f"next={url('draft_biodata', draft.pk)}" in answer.headers["Location"]
    draft.refresh_from_db()
    assert draft.address == biodata(world, "lestari")["address"]


# ---------------------------------------------------------------- files


def _asked(world: World) -> Any:
    return requirements_of(world.ids["version"]).filter(kind="administrative")[0]


def test_a_file_is_uploaded_once_per_requirement(world: World, visit: Visit) -> None:
    client, draft, asked = visit("lestari"), draft_of(world), _asked(world)
    for _click in range(2):
        answer = client.post(url("draft_upload", draft.pk, asked.pk), {"berkas": a_file("ktp baru.pdf")})
        assert answer.headers["Location"] == url("draft_evidence", draft.pk)
    rows = DraftEvidence.objects.filter(draft=draft, requirement=asked, title="ktp baru.pdf")
    assert rows.count() == 1
    file = rows.get().file
    assert (file.body_id, file.uploaded_by_id) == (world.body.pk, world.account("lestari").pk)
    assert "ktp baru.pdf" in client.get(url("draft_evidence", draft.pk)).content.decode()


@pytest.mark.parametrize(
    ("upload", "sentence"),
    [
        (("kosong.pdf", b""), "Berkas kosong"),
        (("foto.jpg", b"MZ\x90\x00 bukan foto"), "bukan PDF, JPG, PNG, MP4"),
        (("rusak.pdf", b"%PDF-1.7 terpotong"), "rusak atau terpotong"),
        (("besar.pdf", b"%PDF-" + b"0" * (10 * 1024 * 1024)), "lebih besar dari 10 MB"),
    ],
)
def test_what_cannot_be_evidence_is_refused_beside_the_requirement(
    world: World, visit: Visit, upload: tuple[str, bytes], sentence: str
) -> None:
    client, draft, asked = visit("lestari"), draft_of(world), _asked(world)
    before = DraftEvidence.objects.count(), StoredFile.objects.count()
    answer = client.post(url("draft_upload", draft.pk, asked.pk), {"berkas": a_file(*upload)})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert (DraftEvidence.objects.count(), StoredFile.objects.count()) == before
    shown = client.post(url("draft_upload", draft.pk, asked.pk), {"berkas": a_file(*upload)}, **HTMX)
    assert shown.status_code == 200
    assert sentence in shown.content.decode()


def test_an_upload_without_a_file_changes_nothing(world: World, visit: Visit) -> None:
    client, draft, asked = visit("lestari"), draft_of(world), _asked(world)
    before = DraftEvidence.objects.count()
    assert client.post(url("draft_upload", draft.pk, asked.pk)).status_code == 302
    assert DraftEvidence.objects.count() == before


def test_forged_ids_of_files_and_requirements_are_not_found(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    assert client.post(url("draft_upload", draft.pk, uuid4()), {"berkas": a_file()}).status_code == 404
    other = DraftEvidence.objects.filter(draft=draft_of(world, "joko"))[0]
    assert client.post(url("draft_remove", draft.pk, other.pk)).status_code == 404
    assert DraftEvidence.objects.filter(pk=other.pk).exists()


def test_a_file_is_removed_and_a_second_click_finds_it_gone(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    row = DraftEvidence.objects.filter(draft=draft)[0]
    for _click in range(2):
        assert client.post(url("draft_remove", draft.pk, row.pk)).status_code == 302
    assert not DraftEvidence.objects.filter(pk=row.pk).exists()
    assert StoredFile.objects.filter(pk=row.file_id).exists()


# ---------------------------------------------------------------- FR.APL.02


def _element(world: World) -> Element:
    found = elements_of(world.ids["version"]).order_by("unit__position", "number").first()
    assert found is not None
    return found


def test_one_answer_is_saved_and_the_progress_is_told(world: World, visit: Visit) -> None:
    client, draft, element = visit("lestari"), draft_of(world), _element(world)
    DraftAnswer.objects.filter(draft=draft).update(answer="")
    answer = client.post(url("draft_answers", draft.pk), {f"jawaban-{element.pk}": "BK"}, **HTMX)
    assert "1 dari 15 elemen terjawab" in answer.content.decode()
    assert DraftAnswer.objects.get(draft=draft, element=element).answer == "BK"


def test_one_file_serves_many_elements_and_is_taken_back(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    first, second = elements_of(world.ids["version"])[:2]
    DraftAnswer.objects.get(draft=draft, element=first).files.clear()
    DraftAnswer.objects.get(draft=draft, element=second).files.clear()
    answer = client.post(url("draft_answers", draft.pk), {f"berkas-{first.pk}": a_file("karya.pdf")}, **HTMX)
    assert "karya.pdf" in answer.content.decode()
    work = DraftEvidence.objects.get(draft=draft, title="karya.pdf")
    client.post(
        url("draft_answers", draft.pk),
        {f"pakai_ada-{second.pk}": "ya", f"pakai-{second.pk}": str(work.pk)},
        **HTMX,
    )
    assert set(work.answers.values_list("element_id", flat=True)) == {first.pk, second.pk}
    client.post(url("draft_answers", draft.pk), {f"pakai_ada-{second.pk}": "ya"}, **HTMX)
    assert set(work.answers.values_list("element_id", flat=True)) == {first.pk}


def test_a_claim_without_evidence_warns_and_blocks_nothing(world: World, visit: Visit) -> None:
    client, draft, element = visit("lestari"), draft_of(world), _element(world)
    DraftAnswer.objects.get(draft=draft, element=element).files.clear()
    answer = client.post(url("draft_answers", draft.pk), {f"bukti-{element.pk}": ""}, **HTMX)
    assert "Bukti belum ditunjuk" in answer.content.decode()
    assert send(client, draft).status_code == 302


def test_answers_are_saved_all_at_once_without_script(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    typed = {f"jawaban-{pk}": "BK" for pk in elements_of(draft.scheme_version_id).values_list("pk", flat=True)}
    answer = client.post(url("draft_answers", draft.pk), {**typed, "lanjut": "ya"})
    assert answer.headers["Location"] == url("draft_send", draft.pk)
    assert DraftAnswer.objects.filter(draft=draft, answer="BK").count() == 15


@pytest.mark.parametrize("name", ["jawaban-%s", "bukti-%s", "pakai_ada-%s"])
def test_an_answer_about_a_forged_element_is_not_found(world: World, visit: Visit, name: str) -> None:
    client, draft = visit("lestari"), draft_of(world)
    for pk in (uuid4(), "bukan-id"):
        assert client.post(url("draft_answers", draft.pk), {name % pk: "K"}, **HTMX).status_code == 404


def test_a_file_of_another_draft_is_not_shown_for_an_element(world: World, visit: Visit) -> None:
    client, draft, element = visit("lestari"), draft_of(world), _element(world)
    other = DraftEvidence.objects.filter(draft=draft_of(world, "joko"))[0]
    typed = {f"pakai_ada-{element.pk}": "ya", f"pakai-{element.pk}": str(other.pk)}
    assert client.post(url("draft_answers", draft.pk), typed, **HTMX).status_code == 404


def test_an_empty_file_for_an_element_is_refused_beside_it(world: World, visit: Visit) -> None:
    client, draft, element = visit("lestari"), draft_of(world), _element(world)
    answer = client.post(url("draft_answers", draft.pk), {f"berkas-{element.pk}": a_file("kosong.pdf", b"")})
    assert answer.status_code == 422
    assert "Berkas kosong" in answer.content.decode()


# ---------------------------------------------------------------- sending


def test_sending_leads_to_the_record_and_a_second_click_too(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    first = send(client, draft)
    application = Application.objects.get(person=world.person("lestari"))
    assert first.headers["Location"] == url("mine", application.pk)
    entries = Entry.objects.count()
    second = send(client, draft)
    assert second.headers["Location"] == url("mine", application.pk)
    assert Entry.objects.count() == entries
    page = client.get(first.headers["Location"]).content.decode()
    assert application.number in page
    assert "Menunggu tinjauan LSP" in page


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("agree", "Permohonan belum ditandatangani."),
        ("informasi", "Informasi tentang proses, hak, dan kewajiban belum disetujui."),
        ("data", "Persetujuan pemrosesan data pribadi belum diberikan."),
        ("biaya", "Biaya yang berlaku belum disetujui."),
    ],
)
def test_what_was_not_agreed_is_told_and_the_other_ticks_stay(
    world: World, visit: Visit, missing: str, sentence: str
) -> None:
    client, draft = visit("lestari"), draft_of(world)
    answer = send(client, draft, **{missing: ""})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert sentence in page
    assert page.count(" checked") == 3
    assert "aria-disabled" not in page
    assert not Application.objects.filter(person=world.person("lestari")).exists()


def test_a_forged_price_is_not_accepted(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    for price in ("1", "-5", "gratis", "9" * 40):
        assert send(client, draft, biaya=price).status_code == 409
    assert not Application.objects.filter(person=world.person("lestari")).exists()


def test_the_page_says_what_is_missing_with_links_in_the_words_of_the_rules(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    DraftEvidence.objects.filter(draft=draft, requirement__kind="administrative").delete()
    ApplicationDraft.objects.filter(pk=draft.pk).update(nik="")
    page = client.get(url("draft_send", draft.pk)).content.decode()
    assert "Permohonan belum bisa dikirim: 2 hal lagi" in page
    assert f'href="{url("draft_evidence", draft.pk)}"' in page
    assert "aria-disabled" in page
    assert "HR-30" in page


def test_acceptances_are_saved_by_themselves(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    assert client.post(url("draft_accept", draft.pk), {"informasi": "ya"}, **HTMX).status_code == 204
    draft.refresh_from_db()
    assert (draft.information_accepted, draft.consent, draft.price_accepted) == (True, False, None)
    assert client.post(url("draft_accept", draft.pk), {"data": "ya"}).status_code == 302


def test_a_tab_left_open_changes_nothing_after_the_sending(world: World, visit: Visit) -> None:
    client, draft = visit("lestari"), draft_of(world)
    send(client, draft)
    application = Application.objects.get(person=world.person("lestari"))
    for name, typed in (
        ("draft_biodata", {"address": "Jalan Lama"}),
        ("draft_scheme", {"tujuan": "rpl"}),
        ("draft_answers", {f"jawaban-{_element(world).pk}": "BK"}),
        ("draft_accept", {"informasi": "ya"}),
    ):
        answer = client.post(url(name, draft.pk), typed, **HTMX)
        assert answer.headers["HX-Redirect"] == url("mine", application.pk)
        assert client.post(url(name, draft.pk), typed).headers["Location"] == url("mine", application.pk)
    row = DraftEvidence.objects.filter(draft=draft)[0]
    client.post(url("draft_remove", draft.pk, row.pk))
    assert DraftEvidence.objects.filter(pk=row.pk).exists()
    draft.refresh_from_db()
    assert (draft.address, draft.purpose) == (biodata(world, "lestari")["address"], "certification")


@pytest.mark.parametrize("name", PARTS)
def test_the_back_button_after_the_sending_finds_the_record(world: World, visit: Visit, name: str) -> None:
    client, draft = visit("lestari"), draft_of(world)
    send(client, draft)
    application = Application.objects.get(person=world.person("lestari"))
    assert client.get(url(name, draft.pk)).headers["Location"] == url("mine", application.pk)


# ---------------------------------------------------------------- the own record


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("ayu", "Menunggu tinjauan LSP"),
        ("joko", "Lengkapi permohonan lalu kirim kembali"),
        ("sari", "Diterima"),
    ],
)
def test_an_applicant_reads_the_own_record(world: World, visit: Visit, key: str, words: str) -> None:
    page = visit(key).get(url("mine", application_of(world, key).pk))
    assert page.status_code == 200
    assert words in page.content.decode()
    assert "Riwayat" in page.content.decode()


def test_the_own_record_names_no_staff_in_its_timeline(world: World, visit: Visit) -> None:
    answer = visit("sari").get(url("mine", application_of(world, "sari").pk))
    lines = answer.context["timeline"]
    assert {line.who for line in lines} == {"Sari Contoh", world.body.name}
    assert not any(line.refused for line in lines)


def test_the_record_of_another_is_not_found(world: World, visit: Visit) -> None:
    for key in ("lestari", "dewi"):
        assert visit(key).get(url("mine", application_of(world, "ayu").pk)).status_code == 404


def test_a_returned_application_shows_each_reason_where_it_is_cleared(world: World, visit: Visit) -> None:
    client, draft = visit("joko"), draft_of(world, "joko")
    page = client.get(url("draft_evidence", draft.pk)).content.decode()
    assert "Perlu diganti" in page
    assert "Foto terlalu gelap" in page
    assert "Tinggal satu berkas lagi." in page
    wanting = DraftEvidence.objects.get(draft=draft, review_state="unmet")
    client.post(url("draft_upload", draft.pk, wanting.requirement_id), {"berkas": a_file("ktp-terang.pdf")})
    answer = send(client, draft)
    assert answer.headers["Location"] == url("mine", application_of(world, "joko").pk)
    application = application_of(world, "joko")
    assert (application.state, application.round) == ("submitted", 2)


# ---------------------------------------------------------------- the LSP's list


def test_staff_see_every_application_with_its_age(world: World, visit: Visit) -> None:
    page = visit("dewi").get(url("list")).content.decode()
    assert "Ayu Perumpamaan" in page
    assert "Joko Tamsilan" in page
    assert "Lestari Misalkan" not in page


@pytest.mark.parametrize(
    ("query", "found", "left_out"),
    [
        ("keadaan=submitted", "Ayu Perumpamaan", "Joko Tamsilan"),
        ("keadaan=returned", "Joko Tamsilan", "Ayu Perumpamaan"),
        ("q=perump", "Ayu Perumpamaan", "Joko Tamsilan"),
        ("keadaan=palsu&skema=palsu&page=palsu", "Ayu Perumpamaan", "Lestari Misalkan"),
    ],
)
def test_the_list_is_filtered_and_searched(world: World, visit: Visit, query: str, found: str, left_out: str) -> None:
    page = visit("dewi").get(f"{url('list')}?{query}").content.decode()
    assert found in page
    assert left_out not in page


def test_an_application_that_waits_longer_than_the_reminder_is_marked(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = timezone.now() + timedelta(days=5)
    set_parameter(
        world.actor("surya"),
        world.body,
        key="review_reminder",
        value="3",
        reason="Ditetapkan rapat pimpinan",
        source_title="SK Direktur",
    )
    client = visit("dewi")
    clock = SimpleNamespace(now=lambda: later, localdate=timezone.localdate)
    monkeypatch.setattr("jamstac.applications.views.review.timezone", clock)
    rows = {row["application"].name: row["late"] for row in client.get(url("list")).context["rows"]}
    assert (rows["Ayu Perumpamaan"], rows["Joko Tamsilan"], rows["Sari Contoh"]) == (True, False, False)


def test_a_search_without_result_offers_to_clear_it(world: World, visit: Visit) -> None:
    page = visit("dewi").get(f"{url('list')}?q=tidakada&skema={world.ids['scheme']}").content.decode()
    assert "Tidak ada yang cocok" in page
    assert "Hapus penyaring" in page


def test_another_lsp_has_its_own_empty_list(world: World, visit: Visit) -> None:
    client = visit("tono")
    assert "Belum ada permohonan" in client.get(url("list", lsp="luar")).content.decode()
    assert client.get(url("list")).status_code == 404
    assert client.get(url("review", application_of(world, "ayu").pk, lsp="luar")).status_code == 404


def test_the_list_takes_the_same_queries_however_long(
    world: World, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    client = visit("dewi")
    with django_assert_max_num_queries(14):
        client.get(url("list"))


def test_an_asesi_has_no_list(world: World, visit: Visit) -> None:
    assert visit("lestari").get(url("list")).status_code == 404


# ---------------------------------------------------------------- the review


@pytest.mark.parametrize("key", ["dewi", "maya", "surya", "wulan", "hendra", "agus"])
def test_staff_read_an_application(world: World, visit: Visit, key: str, django_assert_max_num_queries: Any) -> None:
    client = visit(key)
    application = application_of(world, "ayu")
    with django_assert_max_num_queries(45):
        page = client.get(url("review", application.pk)).content.decode()
    assert "Ayu Perumpamaan" in page
    assert f"NIK berakhir {application.nik[-4:]}" in page
    assert application.nik not in page
    assert ("Terima permohonan" in page) is (key == "dewi")


def test_an_assessor_reads_no_case_that_was_not_given(world: World, visit: Visit) -> None:
    client = visit("rina")
    assert client.get(url("review", application_of(world, "ayu").pk)).status_code == 404
    assert client.get(url("list")).status_code == 403


def findings(application: Application, state: str = "met") -> dict[str, str]:
    return {f"nilai-{row.pk}": state for row in evidence_of(application) if row.requirement_id}


def judge(client: Client, application: Application, **typed: str) -> Any:
    return client.post(url("finding", application.pk), {**findings(application), **typed}, **HTMX)


def test_the_grey_button_says_why_until_every_row_is_met(world: World, visit: Visit) -> None:
    client, application = visit("dewi"), application_of(world, "ayu")
    page = client.get(url("review", application.pk)).content.decode()
    assert "HR-31" in page
    assert "3 bukti belum dinilai." in page
    after = judge(client, application).content.decode()
    assert "bukti belum dinilai." not in after
    assert FindingDraft.objects.filter(evidence__application=application, state="met").count() == 3


def test_the_reviewer_leaves_and_finds_the_findings_again(world: World, visit: Visit) -> None:
    client, application = visit("dewi"), application_of(world, "ayu")
    row = next(iter(all_met(application)))
    client.post(
        url("finding", application.pk),
        {f"nilai-{row}": "unmet", f"catatan-{row}": "Halaman kedua tidak ada.", "catatan": "Hampir lengkap."},
    )
    page = client.get(url("review", application.pk)).content.decode()
    assert "Halaman kedua tidak ada." in page
    assert "Hampir lengkap." in page
    application.refresh_from_db()
    assert application.state == "submitted"


def test_accepting_with_the_password_and_a_second_click(world: World, visit: Visit) -> None:
    client, application = visit("dewi"), application_of(world, "ayu")
    judge(client, application, catatan="Lengkap.")
    signed = {"agree": "on", "password": PASSWORD}
    assert client.post(url("accept", application.pk), signed).status_code == 302
    application.refresh_from_db()
    assert (application.state, application.review_note) == ("accepted", "Lengkap.")
    entries = Entry.objects.count()
    assert client.post(url("accept", application.pk), signed).status_code == 302
    assert Entry.objects.count() == entries
    page = client.get(url("review", application.pk)).content.decode()
    assert "Diterima" in page


def test_a_wrong_password_signs_nothing_and_keeps_the_findings(world: World, visit: Visit) -> None:
    client, application = visit("dewi"), application_of(world, "ayu")
    judge(client, application)
    answer = client.post(url("accept", application.pk), {"agree": "on", "password": "salah"})
    assert answer.status_code == 409
    assert "Kata sandi" in answer.content.decode()
    application.refresh_from_db()
    assert application.state == "submitted"
    assert FindingDraft.objects.filter(evidence__application=application).count() == 3


def test_returning_tells_the_applicant_item_by_item(world: World, visit: Visit) -> None:
    client, application = visit("dewi"), application_of(world, "ayu")
    row = next(iter(all_met(application)))
    judge(client, application, **{f"nilai-{row}": "unmet"})
    refused = client.post(url("return", application.pk))
    assert refused.status_code == 409
    assert "belum diberi catatan" in refused.content.decode()
    judge(client, application, **{f"nilai-{row}": "unmet", f"catatan-{row}": "Tidak terbaca."})
    assert client.post(url("return", application.pk)).status_code == 302
    application.refresh_from_db()
    assert application.state == "returned"
    page = visit("ayu").get(url("mine", application.pk)).content.decode()
    assert "Tidak terbaca." in page


def test_rejecting_needs_a_reason_and_a_signature(world: World, visit: Visit) -> None:
    client, application = visit("dewi"), application_of(world, "ayu")
    signed = {"agree": "on", "password": PASSWORD}
    assert client.post(url("reject", application.pk), signed).status_code == 409
    client.post(url("finding", application.pk), {"catatan": "Belum cukup umur."})
    assert client.post(url("reject", application.pk), signed).status_code == 302
    application.refresh_from_db()
    assert (application.state, application.review_note) == ("rejected", "Belum cukup umur.")
    assert not ReviewDraft.objects.filter(application=application).exists()


def test_a_page_left_open_meets_what_another_admin_did(world: World, visit: Visit) -> None:
    client, application = visit("dewi"), application_of(world, "sari")
    answer = client.post(url("return", application.pk))
    assert answer.status_code == 409
    assert "tidak sedang menunggu tinjauan" in answer.content.decode()
    client.post(url("finding", application.pk), {"catatan": "Terlambat"})
    assert not ReviewDraft.objects.filter(application=application).exists()


def test_a_finding_about_a_forged_row_is_not_found(world: World, visit: Visit) -> None:
    client, application = visit("dewi"), application_of(world, "ayu")
    other = evidence_of(application_of(world, "joko"))[0]
    for pk in (uuid4(), other.pk, "bukan-id"):
        assert client.post(url("finding", application.pk), {f"nilai-{pk}": "met"}).status_code == 404
    assert not FindingDraft.objects.exists()


@pytest.mark.parametrize("name", ["accept", "return", "reject", "finding"])
def test_the_address_of_an_act_opens_the_record(world: World, visit: Visit, name: str) -> None:
    application = application_of(world, "ayu")
    answer = visit("dewi").get(url(name, application.pk))
    assert answer.headers["Location"] == url("review", application.pk)


@pytest.mark.parametrize("name", ["accept", "return", "reject", "finding"])
def test_a_colleague_without_the_role_does_not_review(world: World, visit: Visit, name: str) -> None:
    application = application_of(world, "ayu")
    assert visit("maya").post(url(name, application.pk), {"catatan": "x"}).status_code == 403
