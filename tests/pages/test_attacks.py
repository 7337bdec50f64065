"""What an attacker tried on a whole class: ways in, drafts of others, hostile lists, what is said of an assessor."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from jamstac.applications.actions import ask_guardian
from jamstac.applications.batches import progress
from jamstac.applications.batches.actions import add_member, open_batch
from jamstac.applications.guardians import Guardian
from jamstac.applications.importing import working
from jamstac.applications.importing.reading import read_grids
from jamstac.applications.models import Application, ApplicationDraft, Batch, ImportDraft
from jamstac.applications.paper_sheets import confirm_paper_sheet, enter_paper_sheet
from jamstac.assessment.actions import mark_taking
from jamstac.assessment.actions.sitting import begin_test, hand_in
from jamstac.assessment.models import AnswerDraft, Evidence, TakingItem
from jamstac.assessment.takings import ItemMark, Vatm, items_of
from jamstac.bodies.models import Body
from jamstac.documents import files, uploads
from jamstac.documents.states import SheetCode
from jamstac.events import paper
from jamstac.events.actions import open_feed
from jamstac.ledger.door import SystemActor
from jamstac.ledger.scope import OutOfScope
from jamstac.people.actions import end_appointment, issue_slip, join
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function
from jamstac.schemes.models import SchemeVersion
from tests.actions.test_sitting import the_test
from tests.pages.test_uploads import video
from tests.refusing import refuses
from tests.workbooks import xlsx
from tests.world.assessments import assessment_of, taking
from tests.world.base import World, today
from tests.world.papers import scan

Visit = Callable[[str], Client]


def test_no_slip_of_one_lsp_opens_what_another_keeps(world: World) -> None:
    other = world.get(Body, "body.luar")
    join(SystemActor("registration", other.pk), other, account=world.account("nanda"), name="Nanda Seumpama")
    with refuses(world, "slip.issued", "slip.shared_account") as refused:
        issue_slip(world.actor("dewi"), world.person("nanda"))
    assert refused.value.rules == ["SEC-01"]


@pytest.mark.parametrize("code", ["IA.03", "IA.05"])
def test_a_colleague_leaves_no_draft_on_the_paper_of_another_assessor(world: World, visit: Visit, code: str) -> None:
    paper, case = taking(world, "intan", code), assessment_of(world, "intan")
    item = items_of(paper)[0]
    sent = {"pertanyaan": "Mengapa?", f"nilai-{item.pk}": "ya", f"jawaban-{item.pk}": "bukan jawaban asesi"}
    answer = visit("rina").post(reverse("assessment:taking_question", args=["cth", case.pk, paper.pk]), sent)
    assert answer.status_code == 409
    assert not AnswerDraft.objects.filter(taking_item__taking=paper).exists()


def test_what_was_planted_before_a_written_test_is_not_the_candidates(world: World, visit: Visit) -> None:
    paper, case = taking(world, "intan", "IA.05"), assessment_of(world, "intan")
    right = {
        f"pilihan-{row.pk}": str(option.pk)
        for row in items_of(paper)
        if row.item is not None
        for option in row.item.options.all()
        if option.correct
    }
    assert (
        visit("budi").post(reverse("assessment:taking_save", args=["cth", case.pk, paper.pk]), right).status_code == 302
    )
    begin_test(world.me("intan"), the_test(world))
    handed = hand_in(world.me("intan"), the_test(world))
    assert not TakingItem.objects.filter(taking=handed).exclude(option=None).exists()


def test_a_question_is_not_tied_to_the_evidence_of_another_case(world: World) -> None:
    paper = taking(world, "intan", "IA.03")
    foreign = Evidence.objects.filter(assessment=assessment_of(world, "sari"))[0]
    marks = {row.pk: ItemMark(met=True, answer="Ya.", evidence=foreign.pk) for row in items_of(paper)}
    with pytest.raises(OutOfScope):
        mark_taking(world.actor("budi"), paper, marks=marks, vatm=Vatm(True, True, True, True))
    assert not TakingItem.objects.filter(evidence=foreign).exists()


def test_what_a_candidate_said_on_paper_never_reaches_the_assessor(world: World, visit: Visit) -> None:
    application = world.get(Application, "application.sari")
    said = enter_paper_sheet(
        world.actor("dewi"),
        application,
        code=SheetCode.AK03,
        file=scan(world),
        filled_on=today(),
        reason="Listrik padam",
    )
    confirm_paper_sheet(world.actor("maya"), said)
    where = reverse("documents:paper", args=["cth", said.pk])
    whole = reverse("applications:case_file", args=["cth", application.pk])
    assert visit("budi").get(where).status_code == 404
    assert where not in visit("budi").get(whole).content.decode()
    assert visit("maya").get(where).status_code == 200
    assert where in visit("maya").get(whole).content.decode()


def test_a_sponsor_sees_by_name_only_who_agreed_to_that_sponsor(world: World) -> None:
    known = world.get(Batch, "batch")
    assert [row.named for row in progress.standings(known) if row.member.person == world.person("nanda")] == [True]
    other = open_batch(
        world.actor("dewi"),
        world.body,
        scheme_version=world.get(SchemeVersion, "version"),
        title="Kelompok lain",
        institution="PT Lain Contoh",
        payer=known.payer,
    )
    add_member(world.actor("dewi"), other, person=world.person("nanda"))
    assert [row.named for row in progress.standings(other)] == [False]


@pytest.mark.parametrize("contact", ["phone", "email"])
def test_the_link_to_a_guardian_is_not_sent_to_the_minor(world: World, contact: str) -> None:
    draft = ApplicationDraft.objects.get(person=world.person("belia"))
    ApplicationDraft.objects.filter(pk=draft.pk).update(phone="0800 1111 2222", email="belia@contoh.test")
    own = {"phone": "+62 800-1111-2222", "email": "Belia@contoh.test"}[contact]
    with refuses(world, "guardian.asked", "guardian.own_contact") as refused:
        guardian = Guardian("Ibu Rekaan Contoh", "ibu kandung", **{contact: own})
        ask_guardian(world.me("belia"), world.person("belia"), draft=draft, guardian=guardian)
    assert refused.value.rules == ["HR-32"]


def imported(world: World, data: bytes) -> ImportDraft:
    draft, verdict = working.keep_list(
        data, "daftar", body=world.body, account=world.account("dewi"), batch=None, institution=""
    )
    assert draft is not None, verdict
    return ImportDraft.objects.select_related("body").get(pk=draft.pk)


def test_a_name_alone_makes_nobody_of_a_list_a_colleague(world: World) -> None:
    draft = imported(world, b"Nama;NIK;HP\nBudi Rekaan;0000001203010077;0811 9999 0000\n")
    row = working.preview(draft, today())[0]
    assert row.person is None
    working.enter(world.actor("dewi"), draft, [row])
    assert world.person("budi").nik != "0000001203010077"
    assert Person.objects.filter(nik="0000001203010077").exclude(pk=world.person("budi").pk).count() == 1


def test_a_list_taken_in_from_two_windows_makes_nobody_twice(world: World) -> None:
    draft = imported(world, b"Nama;Tanggal Lahir\nAlfa Rekaan;12/03/2001\nBeta Rekaan;13/03/2001\n")
    one, two = working.preview(draft, today()), working.preview(draft, today())
    working.enter(world.actor("dewi"), draft, one)
    working.enter(world.actor("dewi"), draft, two)
    assert [row.entered for row in two] == [True, True]
    assert Person.objects.filter(name__in=["Alfa Rekaan", "Beta Rekaan"]).count() == 2


def test_a_calendar_address_ends_with_the_appointment(world: World) -> None:
    feed = open_feed(world.actor("budi"), world.body)
    address = reverse("events:feed", args=["cth", feed.pk, paper.feed_token(feed)])
    assert Client().get(address).status_code == 200
    row = Appointment.objects.get(person=world.person("budi"), function=Function.ASSESSOR)
    end_appointment(world.actor("surya"), row, last_day=today(), reason="Mengundurkan diri")
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        assert Client().get(address).status_code == 404


def test_cells_that_no_list_has_break_no_preview(world: World) -> None:
    draft = imported(world, xlsx([["Nama", "NIK", "Tanggal Lahir"], ["Budi " + "b" * 200_000, 1, float("inf")]]))
    row = working.preview(draft, today())[0]
    assert row.problems


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_list_that_reaches_too_far_is_refused_before_it_fills_the_memory(kind: str) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        if kind == "xlsx":
            cells = '<row r="1"><c r="A1"><v>1</v></c></row><row r="10000"><c r="XFD10000"><v>1</v></c></row>'
            packed.writestr("xl/worksheets/sheet1.xml", f"<worksheet><sheetData>{cells}</sheetData></worksheet>")
        else:
            cell = '<table:table-cell office:value-type="string" table:number-columns-repeated="1000"/>'
            packed.writestr(
                "content.xml", f'<table:table-row table:number-rows-repeated="20000">{cell}</table:table-row>'
            )
    grids, verdict = read_grids(out.getvalue())
    assert grids == []
    assert [each.code for each in verdict.refusals] == ["import.unpacked_too_big"]


@pytest.mark.parametrize(
    ("name", "beginning"),
    [("xl/worksheets/sheet1.xml", "<c "), ("content.xml", "<table:table-row "), ("content.xml", "<table:table-cell ")],
)
def test_beginnings_without_ends_are_looked_through_once(name: str, beginning: str) -> None:
    """Looked through once for each of them, this would not end within the day."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr(name, beginning * 1_000_000)
    grids, verdict = read_grids(out.getvalue())
    assert grids == []
    assert [each.code for each in verdict.refusals] == ["import.unreadable"]


def test_numbers_no_upload_has_are_bad_requests(world: World, visit: Visit) -> None:
    sari = visit("sari")
    begun = sari.post(reverse("documents:uploads", args=["cth"]), {"name": "a.mp4", "size": "100"}).json()
    answer = sari.patch(begun["url"], b"x", headers={"Upload-Offset": "1" * 5000})
    assert answer.status_code == 400
    file, verdict = files.keep_upload(
        SimpleUploadedFile("a.mp4", video()), world.body, world.account("sari"), with_video=True
    )
    assert file is not None, verdict
    whole = sari.get(reverse("documents:file", args=["cth", file.pk]), headers={"Range": f"bytes={'9' * 5000}-"})
    assert whole.status_code == 200
    assert b"".join(whole.streaming_content) == video()  # type: ignore[attr-defined]


def test_an_upload_two_forms_use_at_once_is_kept_once(world: World) -> None:
    account, data = world.account("sari"), video()
    upload, _ = uploads.begin(world.body, account, name="v.mp4", size=len(data), mark="")
    assert upload is not None
    uploads.append(upload, 0, data)
    found = uploads.find(world.body, account, upload.pk)
    assert found is not None
    one, two = uploads.opened(found), uploads.opened(found)
    kept, _ = files.keep_upload(one, world.body, account, with_video=True)
    assert kept is not None
    late, verdict = files.keep_upload(two, world.body, account, with_video=True)
    assert late is None
    assert [each.code for each in verdict.refusals] == ["upload.gone"]
