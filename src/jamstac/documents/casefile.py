"""Every sheet of a case in one PDF: a contents page, the sheets in the order of the process, the scans of paper
sheets, and "Berkas … · hal. x/y" on every page. A copy for reading: what counts are the sheets with their digests.
"""

from __future__ import annotations

import base64
import ctypes
import io
import logging
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import pypdfium2
import pypdfium2.raw as pdfium

from jamstac.bodies.models import Body
from jamstac.documents import files
from jamstac.documents.catalogue import ORDER
from jamstac.documents.jobs import RENDER_SHEET
from jamstac.documents.models import PaperSheet, Sheet, StoredFile
from jamstac.documents.readers import EvidenceFile
from jamstac.documents.render import Record, compile_template, logo_of, plain_document, render_pdf
from jamstac.documents.sheets import letterhead
from jamstac.documents.states import VIDEOS, MediaType, SheetCode
from jamstac.documents.writing import long_date, moment
from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState

log = logging.getLogger(__name__)

_ABOVE_EDGE = 13.0
_FROM_RIGHT = 28.0
_SIZE = 7.0
"""Where "Berkas … hal. x/y" ends, and how big it is (points): below every foot and border."""


@dataclass(frozen=True)
class Part:
    """One sheet of the file. `code` is the number of an official form; `note` says what the title does not: that
    it came on paper."""

    code: str
    title: str
    version: int | None
    pdf: bytes
    note: str = ""


def parts_of(sheets: Iterable[Sheet], papers: Iterable[PaperSheet]) -> list[Part]:
    """The sheets and the scans as parts, in the order of the process. Raises RenderError."""
    rows = list(sheets)
    printed = _printed({sheet.pk for sheet in rows})
    found = [(ORDER[sheet.code], sheet.made_at, _sheet_part(sheet, sheet.pk in printed)) for sheet in rows]
    found += [(ORDER[paper.code], paper.entered_at, _paper_part(paper)) for paper in papers]
    return [part for _, _, part in sorted(found, key=lambda each: each[:2])]


def _printed(ids: set[UUID]) -> set[UUID]:
    """Sheets whose stored PDF has every signature they have now."""
    rows = Job.objects.filter(kind=RENDER_SHEET, subject_id__in=ids, state=JobState.DONE)
    return set(rows.values_list("subject_id", flat=True))


def _sheet_part(sheet: Sheet, is_printed: bool) -> Part:
    pdf = _stored(sheet.pdf) if is_printed and sheet.pdf is not None else None
    return Part(sheet.form_number, str(SheetCode(sheet.code).label), sheet.version, pdf or render_pdf(sheet))


def _stored(file: StoredFile) -> bytes | None:
    try:
        return files.read(file)
    except (OSError, ValueError):
        log.exception("the PDF %s is damaged or lost: printed again for the case file", file.pk)
        return None


def _paper_part(paper: PaperSheet) -> Part:
    label = str(SheetCode(paper.code).label)
    note = f"Diisi di kertas pada {long_date(paper.filled_on)}"
    try:
        data = files.read(paper.file)
    except (OSError, ValueError):
        log.exception("the scan %s is damaged or lost: the case file says so in its place", paper.file_id)
        note += ". Pindaian tidak bisa dibuka"
        return Part(paper.code, label, 1, _page_of_lost_scan(paper, f"{paper.code}. {note}"), note)
    pdf = data if paper.file.media_type == MediaType.PDF else _page_of_image(paper, data, f"{paper.code}. {note}")
    return Part(paper.code, label, 1, pdf, note)


def evidence_part(cover: Cover, evidence: Sequence[EvidenceFile]) -> Part:
    """The evidence files, which are not printed: what each is called, how long it is, and its SHA-256, by which
    anybody finds out that a file is the one that was judged. Raises RenderError."""
    title = "Daftar berkas bukti"
    record = {
        **_about(cover),
        "rows": [
            {
                "title": each.title,
                "place": each.place,
                "name": each.file.name,
                "kind": str(MediaType(each.file.media_type).label),
                "type": each.file.media_type,
                "video": each.file.media_type in VIDEOS,
                "size": in_megabytes(each.file.size),
                "sha256": each.file.sha256,
            }
            for each in evidence
        ],
    }
    return Part("", title, None, compile_template("berkas-bukti", record, called=title), "Tidak ikut tercetak")


def in_megabytes(size: int) -> str:
    """A number of bytes as people say it: 12,3 MB."""
    if size < 100_000:
        return f"{max(1, round(size / 1000))} kB"
    return f"{size / 1_000_000:.1f} MB".replace(".", ",")


def _page_of_lost_scan(paper: PaperSheet, title: str) -> bytes:
    """What stands where the scan would: the rest of the case is still read."""
    sentence = "Berkas di penyimpanan hilang atau tidak sama lagi dengan yang diunggah. Pulihkan dari salinan cadangan."
    return compile_template("pindaian", _page(paper, title) | {"lost": sentence}, called=title)


def _page_of_image(paper: PaperSheet, data: bytes, title: str) -> bytes:
    """A photograph of a paper on a page of its own."""
    inside = f"data:{paper.file.media_type};base64,{base64.b64encode(data).decode()}"
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 190 255">'
        f'<image href="{inside}" width="190" height="255" preserveAspectRatio="xMidYMid meet"/></svg>'
    )
    record = _page(paper, title) | {"scan": {"svg": svg, "alt": title}}
    return compile_template("pindaian", record, called=title)


def _page(paper: PaperSheet, title: str) -> Record:
    made = paper.entered_at
    return {"title": title, "lsp": {"name": paper.body.name}, "date": [made.year, made.month, made.day]}


@dataclass(frozen=True)
class Cover:
    """What the contents page says of the case."""

    body: Body
    licence_number: str
    case_number: str
    name: str
    now: datetime


def bind(cover: Cover, parts: Sequence[Part]) -> bytes:
    """One PDF of all parts. Raises RenderError where the contents cannot be printed."""
    opened = [pypdfium2.PdfDocument(part.pdf) for part in parts]
    target = pypdfium2.PdfDocument.new()
    try:
        opened.insert(0, _contents(cover, parts, [len(each) for each in opened]))
        for source in opened:
            target.import_pages(source)
        _number(target, cover.case_number)
        return _bytes_of(target)
    finally:
        target.close()
        for source in opened:
            source.close()


def _contents(cover: Cover, parts: Sequence[Part], sizes: Sequence[int]) -> pypdfium2.PdfDocument:
    """The contents with the page of every part; printed again where they turn out longer than one page."""
    length = 1
    while True:
        printed = pypdfium2.PdfDocument(compile_template("isi-berkas", _contents_record(cover, parts, sizes, length)))
        if len(printed) == length:
            return printed
        length = len(printed)
        printed.close()


def _about(cover: Cover) -> Record:
    return {
        "lsp": {**letterhead(cover.body, cover.licence_number), "logo": logo_of(cover.body)},
        "document": plain_document(cover.now.astimezone(cover.body.zone), case=cover.case_number),
        "name": cover.name,
        "printed": moment(cover.now, cover.body.zone),
    }


def _contents_record(cover: Cover, parts: Sequence[Part], sizes: Sequence[int], own: int) -> Record:
    pages = [own + 1 + sum(sizes[:place]) for place in range(len(parts))]
    return {
        **_about(cover),
        "pages": own + sum(sizes),
        "rows": [
            {"code": part.code, "title": part.title, "note": part.note, "version": part.version, "page": page}
            for part, page in zip(parts, pages, strict=True)
        ],
    }


def _number(document: pypdfium2.PdfDocument, case_number: str) -> None:
    """Berkas 2026/0417 · hal. 3/57, at the right of the lower edge of every page. Laid over the page as a stamp and
    flattened into it: PDFium would take the page's whole content apart to write into it, fifty times as long."""
    font = pdfium.FPDFText_LoadStandardFont(document, b"Helvetica")
    total = len(document)
    for place in range(total):
        page = document[place]
        text, box = _words(document, page, font, f"Berkas {case_number} · hal. {place + 1}/{total}")
        stamp = pdfium.FPDFPage_CreateAnnot(page, pdfium.FPDF_ANNOT_STAMP)
        pdfium.FPDFAnnot_SetRect(stamp, box)
        pdfium.FPDFAnnot_SetFlags(stamp, pdfium.FPDF_ANNOT_FLAG_PRINT)
        pdfium.FPDFAnnot_AppendObject(stamp, text)
        pdfium.FPDFPage_CloseAnnot(stamp)
        pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT)
        page.close()
    pdfium.FPDFFont_Close(font)


def _words(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, font: Any, words: str) -> tuple[Any, Any]:
    """The text where it belongs on the page, and the box around it."""
    text = pdfium.FPDFPageObj_CreateTextObj(document, font, _SIZE)
    data = ctypes.create_string_buffer((words + "\0").encode("utf-16-le"))
    pdfium.FPDFText_SetText(text, ctypes.cast(data, pdfium.FPDF_WIDESTRING))
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    pdfium.FPDFPageObj_GetBounds(text, left, bottom, right, top)
    x0, y0, x1, _ = page.get_mediabox()
    start = max(x0, x1 - _FROM_RIGHT - (right.value - left.value))
    pdfium.FPDFPageObj_Transform(text, 1, 0, 0, 1, start, y0 + _ABOVE_EDGE)
    pdfium.FPDFPageObj_GetBounds(text, left, bottom, right, top)
    return text, pdfium.FS_RECTF(left.value - 1, top.value + 1, right.value + 1, bottom.value - 1)


def _bytes_of(document: pypdfium2.PdfDocument) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()
