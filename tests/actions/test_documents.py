from __future__ import annotations

import struct
import zlib
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from django.conf import settings
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from jamstac.assessment.actions.minutes import draw_up_minutes
from jamstac.bodies.models import Body
from jamstac.documents import files
from jamstac.documents.actions import attach_pdf
from jamstac.documents.jobs import RENDER_SHEET, render_sheet
from jamstac.documents.models import Sheet, StoredFile
from jamstac.documents.render import RenderError, record_of, render_pdf
from jamstac.documents.selectors import sheets_of_case, signatures_of
from jamstac.documents.signatures import block_of
from jamstac.documents.states import SheetCode
from jamstac.events.actions import close_attendance, issue_cards, sign_invitation
from jamstac.events.models import Event
from jamstac.kernel.uuid7 import uuid7
from jamstac.ledger import jobs
from jamstac.ledger.door import SystemActor, facts_of, open_guard
from jamstac.ledger.models import Entry, Job
from jamstac.ledger.scope import OutOfScope
from jamstac.ledger.states import JobState
from tests.actions import (
    test_appeals,
    test_assurance,
    test_corrections,
    test_event_letters,
    test_reporting,
    test_taking,
)
from tests.records import content, make_sheet, make_signature
from tests.refusing import refuses
from tests.world.assessments import signed
from tests.world.base import AGREED, World

JPEG = b"\xff\xd8\xff\xe0" + b"\0" * 40 + b"\xff\xd9"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 40 + b"IEND\xaeB`\x82"


def worker(world: World) -> SystemActor:
    return SystemActor("worker", world.body.pk)


def one_page() -> bytes:
    document = pypdfium2.PdfDocument.new()
    document.new_page(595, 842)
    path = Path(settings.HOME) / f"{uuid7()}.pdf"
    document.save(path)
    data = path.read_bytes()
    path.unlink()
    return data


def rendered_entries(sheet: Sheet) -> list[Entry]:
    return list(Entry.objects.filter(event="sheet.rendered", subject_id=sheet.pk).order_by("seq"))


def text_of(file: StoredFile | None) -> str:
    assert file is not None
    document = pypdfium2.PdfDocument(files.read(file))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())


def job_of(sheet: Sheet) -> Job:
    return Job.objects.get(kind=RENDER_SHEET, subject_id=sheet.pk)


# ---------------------------------------------------------------- the door


def test_a_pdf_is_attached_with_its_digest_in_the_ledger(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    file = files.keep(render_pdf(sheet), "FR.AK.01.pdf", world.body, None)
    attach_pdf(worker(world), sheet, file=file, signatures=0)
    sheet.refresh_from_db()
    assert sheet.pdf == file
    (entry,) = rendered_entries(sheet)
    assert facts_of(entry)["sha256"] == file.sha256
    assert facts_of(entry)["size"] == file.size


def test_a_pdf_without_the_newest_signature_is_not_attached(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    file = files.keep(render_pdf(sheet), "FR.AK.01.pdf", world.body, None)
    make_signature(sheet, world.person("sari"), "asesi")
    with refuses(world, "sheet.rendered", "sheet.pdf_outdated"):
        attach_pdf(worker(world), sheet, file=file, signatures=0)
    sheet.refresh_from_db()
    assert sheet.pdf is None


def test_no_person_attaches_a_pdf(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    file = files.keep(one_page(), "lain.pdf", world.body, None)
    with refuses(world, "sheet.rendered", "door.no_role"):
        attach_pdf(world.actor("dewi"), sheet, file=file, signatures=0)
    sheet.refresh_from_db()
    assert sheet.pdf is None


def test_a_worker_of_another_lsp_does_not_find_the_sheet(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    file = files.keep(one_page(), "lain.pdf", world.body, None)
    with pytest.raises(OutOfScope):
        attach_pdf(SystemActor("worker", world.ids["body.luar"]), sheet, file=file, signatures=0)


# ---------------------------------------------------------------- the job


@pytest.mark.parametrize("code", list(SheetCode))
def test_the_worker_prints_every_kind_of_sheet(world: World, code: SheetCode) -> None:
    sheet = make_sheet(world, code)
    jobs.run(job_of(sheet).pk)
    sheet.refresh_from_db()
    assert sheet.pdf is not None
    assert sheet.pdf.media_type == "application/pdf"
    assert sheet.digest[:4] in text_of(sheet.pdf)
    assert job_of(sheet).state == JobState.DONE


def test_printing_twice_leaves_one_pdf_and_one_entry(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    render_sheet(sheet.pk)
    render_sheet(sheet.pk)
    assert len(rendered_entries(sheet)) == 1
    assert StoredFile.objects.filter(body=world.body, uploaded_by=None, sha256=sheet_pdf(sheet).sha256).count() == 1


def sheet_pdf(sheet: Sheet) -> StoredFile:
    pdf = Sheet.objects.select_related("pdf").get(pk=sheet.pk).pdf
    assert pdf is not None
    return pdf


def test_a_worker_that_died_after_storing_leaves_no_second_file(world: World) -> None:
    """Killed between the file and the door: the next worker takes the file that is there."""
    sheet = make_sheet(world, SheetCode.AK01)
    left = files.keep(render_pdf(sheet), "FR.AK.01 2026-0417.pdf", world.body, None)
    render_sheet(sheet.pk)
    assert sheet_pdf(sheet) == left


def test_a_worker_killed_while_printing_is_followed_by_the_next(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    job = job_of(sheet)
    handler = jobs._HANDLERS[RENDER_SHEET]

    def killed(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setitem(jobs._HANDLERS, RENDER_SHEET, killed)
    with pytest.raises(KeyboardInterrupt):
        jobs.run(job.pk)
    monkeypatch.setitem(jobs._HANDLERS, RENDER_SHEET, handler)
    job.refresh_from_db()
    assert job.state == JobState.RUNNING
    assert not jobs.run(job.pk), "the dead worker's lease still runs"
    Job.objects.exclude(pk=job.pk).update(state=JobState.DONE)
    Job.objects.filter(pk=job.pk).update(lease_until=timezone.now() - timedelta(seconds=1))
    assert jobs.sweep() == 1
    job.refresh_from_db()
    assert job.state == JobState.DONE
    assert job.attempts == 2
    assert len(rendered_entries(sheet)) == 1
    assert sheet_pdf(sheet).size > 0


def test_a_signature_given_while_the_sheet_is_printed_is_printed_next(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    job = job_of(sheet)
    handler = jobs._HANDLERS[RENDER_SHEET]

    def signed_meanwhile(sheet_id: object) -> None:
        handler(sheet.pk)
        make_signature(sheet, world.person("sari"), "asesi")

    monkeypatch.setitem(jobs._HANDLERS, RENDER_SHEET, signed_meanwhile)
    jobs.run(job.pk)
    monkeypatch.setitem(jobs._HANDLERS, RENDER_SHEET, handler)
    job.refresh_from_db()
    assert job.state == JobState.WAITING, "the new signature's printing is not ticked off with the old one"
    jobs.run(job.pk)
    assert "Ditandatangani dengan kata sandi" in text_of(sheet_pdf(sheet))
    assert [facts_of(entry)["signatures"] for entry in rendered_entries(sheet)] == [0, 1]


def test_a_letter_that_cannot_be_printed_is_named_in_the_job(world: World) -> None:
    filled = content(SheetCode.AK01)
    filled["asesi"] = "Sari 漢 Contoh"
    sheet = make_sheet(world, SheetCode.AK01, filled)
    jobs.run(job_of(sheet).pk)
    job = job_of(sheet)
    assert job.state == JobState.WAITING
    assert "漢 (U+6F22) pada asesi" in job.last_error
    assert not rendered_entries(sheet)


# ---------------------------------------------------------------- signatures on paper


def test_signatures_stand_where_their_roles_belong(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    make_signature(sheet, world.person("sari"), "asesi")
    make_signature(sheet, world.person("budi"), "asesor", number_label="No. Reg", number="MET.000.000000 2099")
    blocks = record_of(sheet)["signatures"]
    assert blocks["asesi"]["name"] == "Sari Contoh"
    assert blocks["asesor"]["number"] == "MET.000.000000 2099"
    assert blocks["asesor"]["digest"] == sheet.digest
    text = text_of(files.keep(render_pdf(sheet), "a.pdf", world.body, None))
    assert text.index("Budi Rekaan No. Reg MET.000.000000 2099") < text.index("Tanda tangan Asesi :")


def test_the_applicants_signature_stays_on_the_reviewed_version(world: World) -> None:
    first = make_sheet(world, SheetCode.APL01)
    given = make_signature(first, world.person("sari"), "applicant", number_label="NIK", number="0000000000000000")
    filled = content(SheetCode.APL01)
    filled["signatures"] = {"applicant": block_of(given)}
    second = make_sheet(world, SheetCode.APL01, filled)
    make_signature(second, world.person("dewi"), "admin")
    blocks = record_of(second)["signatures"]
    assert blocks["applicant"] == block_of(given)
    assert blocks["applicant"]["digest"] == first.digest
    assert blocks["admin"]["digest"] == second.digest


def test_a_signature_fills_the_block_of_its_office_and_keeps_the_offices_name(world: World) -> None:
    filled = content(SheetCode.DECREE)
    filled["signature"] = {"role": "Ketua LSP", "name": "Surya Andaian"}
    sheet = make_sheet(world, SheetCode.DECREE, filled)
    make_signature(sheet, world.person("surya"), "director")
    block = record_of(sheet)["signature"]
    assert block["role"] == "Ketua LSP"
    assert block["method"] == "Ditandatangani dengan kata sandi"
    assert "KEPUTUSAN KETUA LSP LSP CONTOH" in text_of(files.keep(render_pdf(sheet), "a.pdf", world.body, None))


def test_each_member_of_the_pleno_signs_beside_the_own_name(world: World) -> None:
    filled = content(SheetCode.MINUTES)
    hendra, ratna = world.person("hendra"), world.person("ratna")
    filled["members"] = [
        {"role": "Ketua", "name": hendra.name, "person": str(hendra.pk)},
        {"role": "Anggota", "name": ratna.name},
    ]
    sheet = make_sheet(world, SheetCode.MINUTES, filled)
    for person in (ratna, hendra, world.person("yusuf")):
        make_signature(sheet, person, "decider")
    members = record_of(sheet)["members"]
    assert [(each["role"], each["name"]) for each in members] == [
        ("Ketua", "Hendra Andai"),
        ("Anggota", "Ratna Khayal"),
        ("Anggota", "Yusuf Seandainya"),
    ]
    assert all(each["at"] for each in members)


def test_a_role_without_a_place_on_the_sheet_is_said_loudly(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    make_signature(sheet, world.person("surya"), "director")
    with pytest.raises(RenderError, match="director"):
        render_pdf(sheet)


def test_the_logo_of_the_lsp_is_printed_and_is_no_part_of_the_record(world: World) -> None:
    sheet = make_sheet(world, SheetCode.ASSIGNMENT_LETTER)
    bare = render_pdf(sheet)
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>'
    for logo, kind in ((svg, "image/svg+xml"), (_tiny_png(), "image/png")):
        with open_guard("test"):
            Body.objects.filter(pk=world.body.pk).update(logo=logo, logo_type=kind)
        again = Sheet.objects.get(pk=sheet.pk)
        assert record_of(again)["lsp"]["logo"]["alt"] == "Logo Contoh"
        assert len(render_pdf(again)) > len(bare)
        assert again.digest == sheet.digest


def _tiny_png() -> bytes:
    page = pypdfium2.PdfDocument(one_page())[0]
    bitmap = page.render(scale=0.02)
    rows = b"".join(
        b"\0" + bytes(bitmap.buffer)[row * bitmap.stride : row * bitmap.stride + bitmap.width * 3]
        for row in range(bitmap.height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", bitmap.width, bitmap.height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def test_the_sheets_of_a_case_come_in_the_order_of_the_process(world: World) -> None:
    case = uuid7()
    for code in (SheetCode.CERTIFICATE, SheetCode.AK02, SheetCode.APL01):
        make_sheet(world, code, case=case)
    make_sheet(world, SheetCode.APL02)
    assert [sheet.code for sheet in sheets_of_case(case)] == ["FR.APL.01", "FR.AK.02", "SERTIFIKAT"]


def test_the_signatures_of_a_sheet_come_in_the_order_they_were_given(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK02)
    for key, role in (("budi", "asesor"), ("sari", "asesi")):
        make_signature(sheet, world.person(key), role)
    assert [signature.role for signature in signatures_of(sheet)] == ["asesor", "asesi"]


# ---------------------------------------------------------------- evidence files


@pytest.mark.parametrize(
    ("data", "codes"),
    [
        (b"", ["file.empty"]),
        (b"%PDF-1.7\n" + b"\0" * (10 * 1024 * 1024), ["file.too_big"]),
        (b"bukan berkas", ["file.type"]),
        (b"<html><script>alert(1)</script></html>", ["file.type"]),
        (b"\0\0\0\x10ftypheic\0\0\0\0", ["file.heic"]),
        (b"%PDF-1.7\nterpotong", ["file.damaged"]),
        (JPEG[:-2], ["file.damaged"]),
        (PNG[:-8], ["file.damaged"]),
        (JPEG, []),
        (PNG, []),
    ],
)
def test_a_file_is_judged_by_its_content(data: bytes, codes: list[str]) -> None:
    assert [refusal.code for refusal in files.check(data).refusals] == codes


def test_a_pdf_cut_short_is_damaged_and_a_whole_one_is_not(world: World) -> None:
    whole = render_pdf(make_sheet(world, SheetCode.AK01))
    assert files.check(whole)
    for length in (64, len(whole) // 2):
        assert [refusal.code for refusal in files.check(whole[:length]).refusals] == ["file.damaged"]


def test_a_renamed_picture_is_kept_as_the_picture_it_is(world: World) -> None:
    upload = SimpleUploadedFile("ijazah.pdf", PNG, "application/pdf")
    file, verdict = files.keep_upload(upload, world.body, world.account("sari"))
    assert verdict
    assert file is not None
    assert file.media_type == "image/png"


def test_text_named_pdf_is_refused_and_not_kept(world: World) -> None:
    before = StoredFile.objects.count()
    upload = SimpleUploadedFile("ijazah.pdf", b"hanya teks", "application/pdf")
    file, verdict = files.keep_upload(upload, world.body, world.account("sari"))
    assert file is None
    assert [refusal.code for refusal in verdict.refusals] == ["file.type"]
    assert StoredFile.objects.count() == before


def test_nothing_uploaded_is_an_empty_file(world: World) -> None:
    file, verdict = files.keep_upload(None, world.body, world.account("sari"))
    assert file is None
    assert [refusal.code for refusal in verdict.refusals] == ["file.empty"]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("../../etc/ijazah.pdf", "ijazah.pdf"),
        ("C:\\Users\\sari\\ktp.jpg", "ktp.jpg"),
        ('a"b\r\nX: y;.pdf', "a_b_X_ y_.pdf"),
        ("...", "berkas"),
        ("x" * 300 + ".pdf", "x" * 116 + ".pdf"),
    ],
)
def test_a_file_name_is_made_safe(given: str, kept: str) -> None:
    assert files.clean_name(given) == kept


def test_a_write_cut_short_is_written_again(world: World) -> None:
    file = files.keep(PNG, "foto.png", world.body, None)
    path = files.path_of(file.sha256)
    Path(default_storage.path(path)).write_bytes(PNG[:10])
    with pytest.raises(ValueError, match="is not what it was"):
        files.read(file)
    files.put(PNG)
    assert files.read(file) == PNG


# ---------------------------------------------------------------- what the doors froze


def test_the_newest_sheet_of_every_kind_the_doors_froze_is_printed_with_its_signatures(world: World) -> None:
    event, ahead = world.get(Event, "event"), world.get(Event, "event.planned")
    test_event_letters.send(world, ahead)
    test_event_letters.sign(world, ahead)
    sign_invitation(world.actor("maya"), test_event_letters.fresh(world, ahead), statement=AGREED)
    issue_cards(world.actor("dewi"), event)
    test_corrections.letter(world)
    test_assurance.give(world, "sari")
    test_appeals.appeal(world, "galih")
    test_taking.every_form_taken(world)
    signed(world, "intan")
    test_taking.by_portfolio(world)
    close_attendance(world.actor("budi"), event, statement=AGREED)
    draw_up_minutes(world.actor("budi"), event, notes="Lancar.", statement=AGREED)
    test_reporting.report(world)
    test_reporting.review(world)
    newest = {sheet.code: sheet for sheet in Sheet.objects.filter(body=world.body).order_by("made_at", "version")}
    assert set(newest) >= set(SheetCode) - {SheetCode.VERIFICATION_REPORT}
    for sheet in newest.values():
        assert jobs.run(job_of(sheet).pk), job_of(sheet).last_error
        text = text_of(sheet_pdf(sheet))
        for signature in signatures_of(sheet):
            assert signature.name in text
            assert signature.digest[:4] in text
