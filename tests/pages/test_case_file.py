"""The whole file of a case on paper and on the screen, papers that came in by scan, and empty forms."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from jamstac.applications.models import Application, ApplicationEvidence
from jamstac.applications.paper_sheets import enter_paper_sheet
from jamstac.assessment.actions import add_evidence
from jamstac.assessment.models import Evidence
from jamstac.assessment.states import Method
from jamstac.documents import files
from jamstac.documents.blanks import FORMS
from jamstac.documents.casefile import Cover, Part, bind, parts_of
from jamstac.documents.catalogue import NEVER_READ_BY_THE_CANDIDATE
from jamstac.documents.jobs import render_sheet
from jamstac.documents.models import PaperSheet, Sheet, StoredFile
from jamstac.documents.readers import evidence_of_case
from jamstac.documents.selectors import file_of_case, own_sheets_of_case, sheets_of_case
from jamstac.documents.states import PaperState, SheetCode
from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import structure
from tests.pages.test_uploads import video
from tests.records import make_sheet
from tests.world.assessments import assessment_of
from tests.world.base import World, today
from tests.world.papers import scan

Visit = Callable[[str], Client]


def pages_of(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def png(width: int = 40, height: int = 60) -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    rows = b"".join(b"\0" + b"\x80" * width for _ in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


@pytest.fixture
def sari(world: World) -> Application:
    return world.get(Application, "application.sari")


def cover(world: World) -> Cover:
    return Cover(world.body, "BNSP-LSP-0000-ID", "2026/0417", "Sari Contoh", timezone.now())


def part(number: int, pages: int = 2) -> Part:
    document = pypdfium2.PdfDocument.new()
    for _ in range(pages):
        document.new_page(595, 842).close()
    buffer = BytesIO()
    document.save(buffer)
    document.close()
    return Part("FR.IA.01", f"Lembar rekaan {number}", number, buffer.getvalue())


def waiting_paper(world: World, code: str = SheetCode.IA01, file: StoredFile | None = None) -> PaperSheet:
    application = world.get(Application, "application.sari")
    return enter_paper_sheet(
        world.actor("dewi"), application, code=code, file=file or scan(world), filled_on=today(), reason="Listrik padam"
    )


# ---------------------------------------------------------------- binding


def test_every_page_says_where_in_the_file_it_stands(world: World) -> None:
    read = pages_of(bind(cover(world), [part(1), part(2, pages=3)]))
    assert len(read) == 6
    for number, text in enumerate(read, 1):
        assert f"Berkas 2026/0417 · hal. {number}/6" in text


def test_the_contents_name_every_sheet_with_version_and_first_page(world: World) -> None:
    contents = pages_of(bind(cover(world), [part(1), part(2, pages=3)]))[0]
    assert "2 lembar, 6 halaman dengan daftar isi ini" in contents
    assert "1. FR.IA.01 Lembar rekaan 1 1 2" in contents
    assert "2. FR.IA.01 Lembar rekaan 2 2 4" in contents


def test_contents_of_two_pages_count_themselves(world: World) -> None:
    read = pages_of(bind(cover(world), [part(number, pages=1) for number in range(1, 71)]))
    assert len(read) == 72
    assert "1. FR.IA.01 Lembar rekaan 1 1 3" in read[0]
    assert "70. FR.IA.01 Lembar rekaan 70 70 72" in read[1]


def test_a_sheet_in_the_file_still_says_its_title(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    parts = parts_of([sheet], [])
    read = pages_of(bind(cover(world), parts))
    assert "FR.AK.01. PERSETUJUAN ASESMEN DAN KERAHASIAAN" in read[1]


def test_a_photograph_of_a_paper_becomes_a_page(world: World) -> None:
    photo = files.keep(png(), "foto.png", world.body, world.account("dewi"))
    paper = waiting_paper(world, file=photo)
    read = pages_of(parts_of([], [paper])[0].pdf)
    assert len(read) == 1
    assert "FR.IA.01. Diisi di kertas pada" in read[0]


@pytest.mark.parametrize("damage", ["lost", "changed"])
def test_a_lost_scan_is_a_page_that_says_so(world: World, damage: str) -> None:
    paper = waiting_paper(world)
    path = files.path_of(paper.file.sha256)
    default_storage.delete(path)
    if damage == "changed":
        default_storage.save(path, ContentFile(b"%PDF-1.7 lain"))
    (part,) = parts_of([], [paper])
    (read,) = pages_of(part.pdf)
    assert "Berkas di penyimpanan hilang atau tidak sama lagi" in read
    assert part.note.endswith("Pindaian tidak bisa dibuka")


def test_a_lost_pdf_is_printed_again_for_the_file(world: World) -> None:
    sheet = make_sheet(world, SheetCode.AK01)
    render_sheet(sheet.pk)
    Job.objects.filter(subject_id=sheet.pk).update(state=JobState.DONE)
    sheet = Sheet.objects.select_related("pdf", "body").get(pk=sheet.pk)
    assert sheet.pdf is not None
    default_storage.delete(files.path_of(sheet.pdf.sha256))
    assert "FR.AK.01. PERSETUJUAN" in pages_of(parts_of([sheet], [])[0].pdf)[0]


# ---------------------------------------------------------------- what belongs into the file


def test_the_file_holds_the_papers_of_event_tool_set_and_meeting(world: World, sari: Application) -> None:
    codes = {sheet.code for sheet in file_of_case(sari.pk)}
    assert {sheet.code for sheet in sheets_of_case(sari.pk)} < codes
    assert {SheetCode.ASSIGNMENT_LETTER, SheetCode.MAPA01, SheetCode.MAPA02} <= codes


def test_the_file_holds_each_sheet_once(world: World, sari: Application) -> None:
    rows = [(sheet.subject_id, sheet.code) for sheet in file_of_case(sari.pk)]
    assert len(rows) == len(set(rows))


@pytest.mark.parametrize("code", sorted(NEVER_READ_BY_THE_CANDIDATE))
def test_the_candidate_reads_neither_keys_nor_what_a_third_party_said(
    world: World, sari: Application, visit: Visit, code: SheetCode
) -> None:
    sheet = make_sheet(world, code, owner=world.person("sari"), case=sari.pk)
    assert sheet not in own_sheets_of_case(sari.pk, sari.person_id)
    assert visit("sari").get(f"/lsp/cth/lembar/{sheet.pk}.pdf").status_code == 404


# ---------------------------------------------------------------- pages


def file_page(application: Application) -> str:
    return f"/lsp/cth/berkas-kasus/{application.pk}/"


def whole(client: Client, application: Application) -> list[str]:
    answer = client.get(f"{file_page(application)}lengkap.pdf")
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Cache-Control"] == "private, no-store"
    return pages_of(answer.content)


def test_staff_print_the_whole_file_with_papers(world: World, sari: Application, visit: Visit) -> None:
    read = whole(visit("dewi"), sari)
    assert "Surat Tugas" in read[0]
    assert "FR.IA.08 Ceklis Verifikasi Portofolio Diisi di kertas pada" in read[0]
    assert f"hal. {len(read)}/{len(read)}" in read[-1]


def test_the_file_ends_with_a_list_of_the_evidence_that_is_not_printed(world: World, visit: Visit) -> None:
    intan = world.get(Application, "application.intan")
    upload = SimpleUploadedFile("praktik.mp4", video())
    file, _verdict = files.keep_upload(upload, world.body, world.account("budi"), with_video=True)
    assert file is not None
    case = assessment_of(world, "intan")
    add_evidence(
        world.actor("budi"),
        case,
        method=Method.OBSERVATION,
        title="Video tugas praktik",
        file=file,
        note="",
        criteria=[],
    )
    read = whole(visit("maya"), intan)
    assert "Daftar berkas bukti Tidak ikut tercetak" in read[0]
    for words in ("BERKAS BUKTI", "Video tugas praktik", "praktik.mp4", "Video MP4", "video/mp4", "3 kB"):
        assert words in read[-1]
    assert file.sha256 in read[-1].replace(" ", "")
    shown = evidence_of_case(intan.pk)
    assert len(shown) == Evidence.objects.filter(assessment=case, removed=False, file__isnull=False).count() + (
        ApplicationEvidence.objects.filter(application=intan, removed=False).count()
    )
    page = visit("maya").get(file_page(intan)).content.decode()
    assert f"/lsp/cth/berkas/{file.pk}" in page
    own = whole(visit("intan"), intan)[-1]
    assert "BERKAS BUKTI" in own
    assert "Video tugas praktik" not in own, "what the asesor gathered is read by the LSP"


def test_the_candidate_prints_the_own_sheets_only(world: World, sari: Application, visit: Visit) -> None:
    contents = whole(visit("sari"), sari)[0]
    assert "FR.AK.01 Persetujuan Asesmen" in contents
    assert "Surat Tugas" not in contents
    assert "FR.MAPA.01" not in contents


@pytest.mark.parametrize("who", ["sari", "dewi", "maya"])
def test_letters_and_lists_are_called_by_their_title(sari: Application, visit: Visit, who: str) -> None:
    ours = [each.value for each in SheetCode if not each.form_number]
    client = visit(who)
    page, contents = client.get(file_page(sari)).content.decode(), whole(client, sari)[0]
    for title in ("Surat Pemberitahuan Hasil", "Sertifikat Kompetensi"):
        assert title in page
        assert title in contents
    for code in ours:
        assert f">{code}<" not in page
        assert code not in contents
    assert "FR.AK.01</a>" in page


def test_a_paper_that_waits_is_no_sheet_yet(world: World, sari: Application, visit: Visit) -> None:
    waiting_paper(world, SheetCode.IA11)
    assert "FR.IA.11 Ceklis Reviu Produk Diisi di kertas" not in whole(visit("dewi"), sari)[0]


@pytest.mark.parametrize("who", ["ayu", "rina", "tono"])
def test_the_file_of_another_is_not_there(sari: Application, visit: Visit, who: str) -> None:
    client = visit(who)
    assert client.get(file_page(sari)).status_code == 404
    assert client.get(f"{file_page(sari)}lengkap.pdf").status_code == 404


def test_the_file_page_shows_sheets_papers_and_who_waits(
    world: World, sari: Application, visit: Visit, django_assert_max_num_queries: Any
) -> None:
    waiting_paper(world)
    client = visit("budi")
    with django_assert_max_num_queries(60):
        page = client.get(file_page(sari)).content.decode()
    assert "Cetak seluruh berkas" in page
    assert "Menunggu orang kedua" in page
    assert "Sahkan" in page


def test_whoever_entered_a_paper_sees_why_it_waits(world: World, sari: Application, visit: Visit) -> None:
    waiting_paper(world)
    assert "Anda sendiri yang memasukkan pindaian ini." in visit("dewi").get(file_page(sari)).content.decode()


def test_a_scan_is_entered_and_confirmed_on_its_pages(world: World, sari: Application, visit: Visit) -> None:
    before = PaperSheet.objects.count()
    upload = SimpleUploadedFile("foto.png", png(), "image/png")
    typed = {"formulir": "FR.IA.03", "tanggal": today().isoformat(), "alasan": "Listrik padam", "pindaian": upload}
    assert visit("dewi").post(f"{file_page(sari)}kertas", typed).status_code == 302
    assert PaperSheet.objects.count() == before + 1
    paper = PaperSheet.objects.latest("entered_at")
    answer = visit("budi").post(f"/lsp/cth/kertas/{paper.pk}/putus", {"langkah": "sahkan"})
    assert answer.status_code == 302
    assert PaperSheet.objects.get(pk=paper.pk).state == PaperState.CONFIRMED
    assert visit("sari").get(f"/lsp/cth/kertas/{paper.pk}").content == png()


def test_a_rejected_scan_is_not_shown_to_the_candidate(world: World, visit: Visit) -> None:
    paper = waiting_paper(world)
    assert visit("sari").get(f"/lsp/cth/kertas/{paper.pk}").status_code == 404
    typed = {"langkah": "tolak", "alasan": "Halaman kedua tidak ada"}
    assert visit("budi").post(f"/lsp/cth/kertas/{paper.pk}/putus", typed).status_code == 302
    assert PaperSheet.objects.get(pk=paper.pk).settled_reason == "Halaman kedua tidak ada"
    assert visit("sari").get(f"/lsp/cth/kertas/{paper.pk}").status_code == 404


def test_a_file_that_is_no_scan_keeps_what_was_typed(sari: Application, visit: Visit) -> None:
    upload = SimpleUploadedFile("catatan.txt", b"halo", "text/plain")
    typed = {"formulir": "FR.IA.03", "tanggal": today().isoformat(), "alasan": "Listrik padam", "pindaian": upload}
    answer = visit("dewi").post(f"{file_page(sari)}kertas", typed)
    assert answer.status_code == 422
    assert "Isi berkas bukan PDF, JPG, atau PNG" in answer.content.decode()
    assert "Listrik padam" in answer.content.decode()


# ---------------------------------------------------------------- empty forms


FRAMES = ["", "skema:version", "jadwal:event", "kasus:application.sari"]


def address(world: World, frame: str) -> str:
    kind, _, name = frame.partition(":")
    return f"?untuk={kind}:{world.ids[name]}" if kind else ""


@pytest.mark.parametrize("frame", FRAMES)
def test_every_form_is_printed_empty(world: World, visit: Visit, frame: str) -> None:
    client = visit("dewi")
    for code in FORMS:
        answer = client.get(f"/lsp/cth/formulir/{code.value}.pdf{address(world, frame)}")
        assert answer.status_code == 200, code
        read = " ".join(pages_of(answer.content))
        assert "Formulir kosong, dicetak" in read, code
        assert "none" not in read, code


def test_an_empty_form_of_a_scheme_lists_its_units_and_kuk(world: World, visit: Visit) -> None:
    answer = visit("dewi").get(f"/lsp/cth/formulir/FR.IA.01.pdf{address(world, 'skema:version')}")
    read = " ".join(pages_of(answer.content))
    version = world.get(SchemeVersion, "version")
    unit = structure(version)[0]
    assert version.scheme.number in read
    assert unit.unit.code in read
    assert "Edisi 2023" in read


def test_an_empty_attendance_list_of_an_event_has_the_names(world: World, sari: Application, visit: Visit) -> None:
    answer = visit("dewi").get(f"/lsp/cth/formulir/DAFTAR-HADIR.pdf{address(world, 'jadwal:event')}")
    assert sari.name in " ".join(pages_of(answer.content))


def test_the_list_of_empty_forms_offers_schemes_and_cases(world: World, sari: Application, visit: Visit) -> None:
    client = visit("dewi")
    page = client.get("/lsp/cth/formulir/").content.decode()
    assert "FR.AK.07" in page
    assert f"skema:{world.ids['version']}" in page
    page = client.get(f"/lsp/cth/formulir/{address(world, 'kasus:application.sari')}").content.decode()
    assert f"FR.AK.07.pdf?untuk=kasus%3A{sari.pk}" in page


@pytest.mark.parametrize("asked", ["kasus:bukan-id", "entah:00000000-0000-7000-8000-000000000000", "kasus"])
def test_a_frame_that_is_not_there_is_404(visit: Visit, asked: str) -> None:
    client = visit("dewi")
    assert client.get(f"/lsp/cth/formulir/?untuk={asked}").status_code == 404
    assert client.get(f"/lsp/cth/formulir/FR.AK.01.pdf?untuk={asked}").status_code == 404


def test_an_assessor_prints_forms_of_given_cases_only(world: World, visit: Visit) -> None:
    client = visit("budi")
    mine, other = (address(world, f"kasus:application.{key}") for key in ("sari", "ayu"))
    assert client.get(f"/lsp/cth/formulir/FR.IA.01.pdf{mine}").status_code == 200
    assert client.get(f"/lsp/cth/formulir/FR.IA.01.pdf{other}").status_code == 404


def test_the_certificate_is_no_form_to_print(visit: Visit) -> None:
    assert visit("dewi").get("/lsp/cth/formulir/SERTIFIKAT.pdf").status_code == 404


# ---------------------------------------------------------------- editions


def test_the_edition_is_set_in_the_setup(world: World, visit: Visit) -> None:
    client = visit("maya")
    assert "2023" in client.get("/lsp/cth/pengaturan/edisi/").content.decode()
    typed = {"edition": "2027", "source_title": "SK Direktur", "valid_from": today().isoformat()}
    assert client.post("/lsp/cth/pengaturan/edisi/", typed).status_code == 302
    assert "2027" in client.get("/lsp/cth/pengaturan/edisi/").content.decode()


def test_an_edition_in_the_past_is_refused_with_its_reason(world: World, visit: Visit) -> None:
    typed = {"edition": "2027", "source_title": "SK Direktur", "valid_from": "2020-01-01"}
    answer = visit("maya").post("/lsp/cth/pengaturan/edisi/", typed)
    assert answer.status_code == 422
    assert "Pergantian edisi tidak berlaku surut." in answer.content.decode()


def test_a_lost_scan_says_so(world: World, visit: Visit) -> None:
    paper = world.get(PaperSheet, "paper.sari")
    default_storage.delete(files.path_of(paper.file.sha256))
    assert visit("dewi").get(f"/lsp/cth/kertas/{paper.pk}").status_code == 500
