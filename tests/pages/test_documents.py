from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.test import Client
from django.utils import timezone

from jamstac.applications.models import ApplicationEvidence
from jamstac.documents import files, readers, views
from jamstac.documents.forms import ATTEMPTS, SigningForm
from jamstac.documents.jobs import RENDER_SHEET
from jamstac.documents.models import Sheet, StoredFile
from jamstac.documents.selectors import sheets_of_case
from jamstac.documents.states import SheetCode
from jamstac.events.models import AssignmentLetter
from jamstac.kernel.uuid7 import uuid7
from jamstac.ledger import jobs
from jamstac.ledger.models import Entry, Job
from jamstac.ledger.states import JobState
from jamstac.licensing.actions import change_licence
from jamstac.licensing.models import Licence
from jamstac.people.actions import end_appointment
from jamstac.people.models import Appointment
from tests.actions.test_documents import PNG, one_page
from tests.cast import PASSWORD
from tests.records import content, make_sheet, make_signature
from tests.world.base import World, ago

Visit = Callable[[str], Client]
READERS = ["dewi", "maya", "hendra", "surya", "wulan", "agus"]
"""Admin, manajer sertifikasi, decider, direktur, manajer mutu, auditor internal."""


@pytest.fixture(autouse=True)
def _fresh_cache() -> None:
    cache.clear()


def page_of(sheet: Sheet, slug: str = "cth") -> str:
    return f"/lsp/{slug}/lembar/{sheet.pk}.pdf"


def link_of(file: StoredFile, slug: str = "cth") -> str:
    return f"/lsp/{slug}/berkas/{file.pk}"


def printed(world: World, **fields: Any) -> Sheet:
    sheet = make_sheet(world, SheetCode.AK01, **fields)
    jobs.run(Job.objects.get(subject_id=sheet.pk).pk)
    return sheet


def uploaded(world: World, key: str = "sari", data: bytes = PNG, name: str = "foto ijazah.png") -> StoredFile:
    return files.keep(data, name, world.body, world.account(key))


# ---------------------------------------------------------------- sheets


@pytest.mark.parametrize("key", READERS)
def test_staff_that_work_with_cases_read_a_sheet(world: World, visit: Visit, key: str) -> None:
    response = visit(key).get(page_of(printed(world, owner=world.person("sari"))))
    assert response.status_code == 200
    assert response["Content-Type"] == "application/pdf"
    assert response.content.startswith(b"%PDF-")
    assert response["Content-Disposition"] == 'inline; filename="FR.AK.01 2026-0417.pdf"'
    assert response["Cache-Control"] == "private, no-store"
    assert response["X-Content-Type-Options"] == "nosniff"


def test_the_asesi_reads_the_own_sheet_at_the_same_address(world: World, visit: Visit) -> None:
    sheet = printed(world, owner=world.person("sari"))
    assert visit("sari").get(page_of(sheet)).status_code == 200


@pytest.mark.parametrize("key", ["galih", "budi", "lila", "tono"])
def test_for_everybody_else_the_sheet_is_not_there(world: World, visit: Visit, key: str) -> None:
    """Another asesi, an assessor without the case, a verifikator, another LSP."""
    sheet = printed(world, owner=world.person("sari"), case=uuid7())
    assert visit(key).get(page_of(sheet)).status_code == 404


def test_a_sheet_is_not_found_under_another_lsp(world: World, visit: Visit) -> None:
    sheet = printed(world)
    assert visit("tono").get(page_of(sheet, "luar")).status_code == 404


def test_a_visitor_is_asked_to_sign_in(world: World, client: Client) -> None:
    response = client.get(page_of(printed(world)))
    assert response.status_code == 302
    assert "/akun/" in response["Location"]


def test_an_assessor_reads_the_sheets_of_given_cases(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = printed(world, case=uuid7())
    monkeypatch.setattr(
        readers, "_tests", [lambda person, ids: person == world.person("budi").pk and sheet.case in ids]
    )
    assert visit("budi").get(page_of(sheet)).status_code == 200
    assert visit("rina").get(page_of(sheet)).status_code == 404


def test_a_signer_reads_what_was_signed(world: World, visit: Visit) -> None:
    sheet = make_sheet(world, SheetCode.AK01, case=uuid7())
    make_signature(sheet, world.person("budi"), "asesor")
    jobs.run(Job.objects.get(subject_id=sheet.pk).pk)
    assert visit("budi").get(page_of(sheet)).status_code == 200


def test_a_sheet_being_printed_says_so_and_looks_again(world: World, visit: Visit) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    response = visit("dewi").get(page_of(sheet))
    assert response.status_code == 202
    assert response["Refresh"] == "3"
    assert "PDF sedang disiapkan" in response.content.decode()
    assert "FR.AK.01" in response.content.decode()


def test_a_late_worker_keeps_nobody_waiting(world: World, visit: Visit) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    Job.objects.filter(subject_id=sheet.pk).update(run_after=timezone.now() - timedelta(minutes=1))
    response = visit("dewi").get(page_of(sheet))
    assert response.status_code == 200
    assert Entry.objects.filter(event="sheet.rendered", subject_id=sheet.pk).count() == 1
    assert Job.objects.get(subject_id=sheet.pk).state == JobState.DONE


def test_a_sheet_somebody_else_is_printing_is_waited_for(world: World, visit: Visit) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    now = timezone.now()
    Job.objects.filter(subject_id=sheet.pk).update(
        state=JobState.RUNNING, run_after=now - timedelta(minutes=1), lease_until=now + timedelta(minutes=4)
    )
    assert visit("dewi").get(page_of(sheet)).status_code == 202


def test_a_newer_signature_is_waited_for(world: World, visit: Visit) -> None:
    sheet = printed(world)
    make_signature(sheet, world.person("sari"), "asesi")
    assert visit("dewi").get(page_of(sheet)).status_code == 202
    jobs.run(Job.objects.get(subject_id=sheet.pk).pk)
    assert visit("dewi").get(page_of(sheet)).status_code == 200


def test_a_sheet_without_a_job_gets_one(world: World, visit: Visit) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    Job.objects.filter(subject_id=sheet.pk).delete()
    assert visit("dewi").get(page_of(sheet)).status_code == 202
    assert Job.objects.filter(kind=RENDER_SHEET, subject_id=sheet.pk).exists()


def test_a_sheet_that_cannot_be_printed_says_why(world: World, visit: Visit) -> None:
    filled = content(SheetCode.AK01)
    filled["asesi"] = "漢"
    sheet = make_sheet(world, SheetCode.AK01, filled)
    past = timezone.now() - timedelta(minutes=1)
    Job.objects.filter(subject_id=sheet.pk).update(run_after=past)
    response = visit("dewi").get(page_of(sheet))
    assert response.status_code == 202
    assert "U+6F22" in response.content.decode()
    Job.objects.filter(subject_id=sheet.pk).update(attempts=jobs.MAX_ATTEMPTS - 1, run_after=past)
    response = visit("dewi").get(page_of(sheet))
    assert "PDF belum bisa dibuat" in response.content.decode()
    assert "Refresh" not in response


@pytest.mark.parametrize("hurt", [b"%PDF-dirusak", None])
def test_a_damaged_or_lost_pdf_is_printed_again_from_the_signed_record(
    world: World, visit: Visit, hurt: bytes | None
) -> None:
    sheet = printed(world)
    pdf = Sheet.objects.get(pk=sheet.pk).pdf
    assert pdf is not None
    whole, path = files.read(pdf), Path(default_storage.path(files.path_of(pdf.sha256)))
    path.unlink()
    if hurt is not None:
        path.write_bytes(hurt)
    assert visit("dewi").get(page_of(sheet)).status_code == 202
    Job.objects.filter(subject_id=sheet.pk).update(run_after=timezone.now() - timedelta(minutes=1))
    assert visit("dewi").get(page_of(sheet)).content == whole
    assert Entry.objects.filter(event="sheet.rendered", subject_id=sheet.pk).count() == 1


def test_a_sheet_page_only_reads(world: World, visit: Visit) -> None:
    assert visit("dewi").post(page_of(printed(world))).status_code == 405


def test_handing_out_a_sheet_costs_few_queries(world: World, visit: Visit, django_assert_max_num_queries: Any) -> None:
    sheet, client = printed(world), visit("dewi")
    with django_assert_max_num_queries(12):
        client.get(page_of(sheet))


# ---------------------------------------------------------------- evidence files


def evidence(monkeypatch: pytest.MonkeyPatch, file: StoredFile) -> UUID:
    """`file` becomes evidence of a case. The id of the case."""
    case = uuid7()
    monkeypatch.setattr(readers, "_files", [lambda asked: [case] if asked == file.pk else []])
    return case


@pytest.mark.parametrize("key", READERS)
def test_staff_open_an_evidence_file(world: World, visit: Visit, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    file = uploaded(world)
    evidence(monkeypatch, file)
    assert visit(key).get(link_of(file)).content == PNG


@pytest.mark.parametrize("key", READERS)
def test_what_nobody_has_sent_yet_is_read_by_its_uploader_only(world: World, visit: Visit, key: str) -> None:
    assert visit(key).get(link_of(uploaded(world))).status_code == 404


def test_who_uploaded_evidence_on_duty_reads_it_as_long_as_the_duty_lasts(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = uploaded(world, key="budi")
    evidence(monkeypatch, file)
    monkeypatch.setattr(readers, "_tests", [lambda person, ids: person == world.person("budi").pk])
    assert visit("budi").get(link_of(file)).status_code == 200
    appointment = Appointment.objects.get(person=world.person("budi"))
    end_appointment(world.actor("surya"), appointment, last_day=ago(1), reason="Pindah")
    assert visit("budi").get(link_of(file)).status_code == 404


@pytest.mark.parametrize("key", ["dewi", "surya", "wulan"])
def test_staff_open_the_scan_of_the_licence(world: World, visit: Visit, key: str) -> None:
    file = uploaded(world, key="maya")
    change_licence(world.actor("maya"), Licence.objects.get(body=world.body), file=file)
    assert visit(key).get(link_of(file)).status_code == 200
    assert visit("sari").get(link_of(file)).status_code == 404


def test_an_uploader_opens_the_own_file(world: World, visit: Visit) -> None:
    response = visit("sari").get(link_of(uploaded(world)))
    assert response.status_code == 200
    assert response.content == PNG
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"] == 'inline; filename="foto ijazah.png"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "sandbox; default-src 'none'; frame-ancestors 'none'"
    assert response["Cache-Control"] == "private, no-store"


@pytest.mark.parametrize("key", ["galih", "budi", "lila", "tono"])
def test_for_everybody_else_the_file_is_not_there(world: World, visit: Visit, key: str) -> None:
    assert visit(key).get(link_of(uploaded(world))).status_code == 404


def test_a_file_is_not_found_under_another_lsp(world: World, visit: Visit) -> None:
    assert visit("tono").get(link_of(uploaded(world), "luar")).status_code == 404


def test_an_assessor_opens_the_evidence_of_given_cases(
    world: World, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = uploaded(world)
    case = evidence(monkeypatch, file)
    monkeypatch.setattr(readers, "_tests", [lambda person, ids: person == world.person("budi").pk and case in ids])
    assert visit("budi").get(link_of(file)).status_code == 200
    assert visit("rina").get(link_of(file)).status_code == 404


def test_the_pdf_of_a_sheet_is_read_as_the_sheet(world: World, visit: Visit) -> None:
    pdf = Sheet.objects.get(pk=printed(world).pk).pdf
    assert pdf is not None
    assert visit("dewi").get(link_of(pdf)).status_code == 404


def test_a_file_is_offered_under_the_ending_of_what_it_is(world: World, visit: Visit) -> None:
    response = visit("sari").get(link_of(uploaded(world, name="ijazah.pdf")))
    assert response["Content-Type"] == "image/png"
    assert response["Content-Disposition"] == 'inline; filename="ijazah.pdf.png"'


def test_a_pdf_is_left_to_the_viewer_of_the_browser(world: World, visit: Visit) -> None:
    response = visit("sari").get(link_of(uploaded(world, data=one_page(), name="ijazah.pdf")))
    assert response["Content-Type"] == "application/pdf"
    assert "default-src 'none'" in response["Content-Security-Policy"]
    assert "script" not in response["Content-Security-Policy"]


def test_a_file_that_changed_in_the_storage_is_not_shown(world: World, visit: Visit) -> None:
    file = uploaded(world)
    path = Path(default_storage.path(files.path_of(file.sha256)))
    path.write_bytes(PNG + b"dirusak")
    response = visit("sari").get(link_of(file))
    path.write_bytes(PNG)
    assert response.status_code == 500
    assert "Berkas tidak bisa dibuka" in response.content.decode()
    assert b"dirusak" not in response.content


def test_both_pages_say_whom_they_ask() -> None:
    assert views.sheet.access == "sheet.view"
    assert views.file.access == "file.view"


# ---------------------------------------------------------------- signing


def test_staff_sign_with_the_tick_and_their_password(world: World) -> None:
    form = SigningForm({"agree": "on", "password": PASSWORD}, account=world.account("dewi"))
    statement = form.statement("Saya telah memeriksa.")
    assert (statement.sentence, statement.agreed, statement.reauthenticated) == ("Saya telah memeriksa.", True, True)
    assert not form.errors


def test_asesi_sign_from_their_account_without_a_password(world: World) -> None:
    form = SigningForm({"agree": "on"}, account=world.account("sari"), staff=False)
    statement = form.statement("Saya setuju.")
    assert statement.agreed
    assert not statement.reauthenticated
    assert list(form.fields) == ["agree"]


@pytest.mark.parametrize(
    ("data", "agreed", "proved", "errors"),
    [
        ({"password": PASSWORD}, False, True, {"agree"}),
        ({"agree": "on"}, True, False, {"password"}),
        ({"agree": "on", "password": "salah"}, True, False, {"password"}),
        ({}, False, False, {"agree", "password"}),
    ],
)
def test_an_incomplete_signature_still_makes_a_statement_for_the_door_to_refuse(
    world: World, data: dict[str, str], agreed: bool, proved: bool, errors: set[str]
) -> None:
    form = SigningForm(data, account=world.account("dewi"))
    statement = form.statement("Saya telah memeriksa.")
    assert (statement.agreed, statement.reauthenticated) == (agreed, proved)
    assert set(form.errors) == errors


def test_a_form_nobody_sent_states_nothing(world: World) -> None:
    statement = SigningForm(account=world.account("dewi")).statement("Saya telah memeriksa.")
    assert not statement.agreed
    assert not statement.reauthenticated


def test_after_ten_wrong_passwords_none_is_looked_at(world: World) -> None:
    account = world.account("dewi")
    for _ in range(ATTEMPTS):
        SigningForm({"agree": "on", "password": "salah"}, account=account).statement("x")
    form = SigningForm({"agree": "on", "password": PASSWORD}, account=account)
    assert not form.statement("x").reauthenticated
    assert "Terlalu banyak" in str(form.errors["password"])
    other = SigningForm({"agree": "on", "password": PASSWORD}, account=world.account("maya"))
    assert other.statement("x").reauthenticated


def test_the_right_password_forgets_the_wrong_ones(world: World) -> None:
    account = world.account("dewi")
    for _ in range(ATTEMPTS - 1):
        SigningForm({"agree": "on", "password": "salah"}, account=account).statement("x")
    assert SigningForm({"agree": "on", "password": PASSWORD}, account=account).statement("x").reauthenticated
    SigningForm({"agree": "on", "password": "salah"}, account=account).statement("x")
    assert SigningForm({"agree": "on", "password": PASSWORD}, account=account).statement("x").reauthenticated


# ---------------------------------------------------------------- what was given to an assessor


def test_an_assessor_reads_the_sheets_letter_and_evidence_of_own_candidates_only(world: World, visit: Visit) -> None:
    case = world.ids["application.sari"]
    letter = AssignmentLetter.objects.select_related("sheet").get(event=world.ids["event"]).sheet
    sheets = [*sheets_of_case(case), letter]
    for job in Job.objects.filter(kind=RENDER_SHEET, subject_id__in=[sheet.pk for sheet in sheets]):
        jobs.run(job.pk)
    evidence = ApplicationEvidence.objects.filter(application=case).first()
    assert evidence is not None
    addresses = [*map(page_of, sheets), link_of(evidence.file)]
    assert {visit("budi").get(address).status_code for address in addresses} == {200}
    assert {visit("rina").get(address).status_code for address in addresses} == {404}
