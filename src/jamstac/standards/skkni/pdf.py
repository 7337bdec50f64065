"""PDF → words with coordinates, by pypdfium2, character by character."""

from __future__ import annotations

import re
from ctypes import byref, c_double

import pypdfium2
from pypdfium2 import raw

from jamstac.standards.skkni.paper import Line, Page, Paper, Progress, Word, lines_of
from jamstac.standards.skkni.refusals import Limits, Reason, Unreadable

SOFT_HYPHENS = {0x02, 0xAD, 0xFFFE}
"""How pdfium hands over a hyphen at the end of a line."""
LETTERS_OF_A_TEXT_PAGE = 20
END_OF_FILE = 64 * 1024
"""Bytes at the end among which the end mark stands, whatever a mail server put behind it."""
_WEB_LENGTH = re.compile(rb"/Linearized\s[^>]*?/L\s+(\d{1,12})\b")
MAX_CHARACTERS = 60_000
"""Of one page; a page of a decree has some 3,000."""


def read_pdf(data: bytes, limits: Limits, progress: Progress) -> Paper:
    """Raises `Unreadable`: ENCRYPTED, DAMAGED, TOO_MANY_PAGES, SCANNED."""
    if _is_cut(data):
        raise Unreadable(Reason.DAMAGED, "akhir berkas hilang")
    document = _opened(data)
    try:
        count = len(document)
        if count > limits.pages:
            raise Unreadable(Reason.TOO_MANY_PAGES, f"{count} halaman, batasnya {limits.pages}")
        if count == 0:
            raise Unreadable(Reason.DAMAGED)
        pages = []
        for index in range(count):
            pages.append(Page(index + 1, tuple(_lines(document, index))))
            progress(index + 1, count)
    finally:
        document.close()
    if not any(has_text(page) for page in pages):
        raise Unreadable(Reason.SCANNED, f"{count} halaman")
    return Paper(tuple(pages), placed=True)


def _is_cut(data: bytes) -> bool:
    """The end of the file is missing: no end mark, or fewer bytes than a file laid out for the web says it has.
    pdfium would mend such a file and silently leave out its last pages."""
    if b"%%EOF" not in data[-END_OF_FILE:]:
        return True
    said = _WEB_LENGTH.search(data[:2048])
    return said is not None and len(data) < int(said.group(1))


def has_text(page: Page) -> bool:
    return sum(sum(map(str.isalpha, line.text)) for line in page.lines) >= LETTERS_OF_A_TEXT_PAGE


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        encrypted = getattr(error, "err_code", None) in {raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY}
        raise Unreadable(Reason.ENCRYPTED if encrypted else Reason.DAMAGED) from error


def _lines(document: pypdfium2.PdfDocument, index: int) -> list[Line]:
    try:
        page = document[index]
    except pypdfium2.PdfiumError as error:
        raise Unreadable(Reason.DAMAGED, f"halaman {index + 1} tidak terbaca") from error
    try:
        text = page.get_textpage()
        try:
            return lines_of(index + 1, _words(text, page.get_rotation(), page.get_size()))
        finally:
            text.close()
    finally:
        page.close()


def _words(text: pypdfium2.PdfTextPage, rotation: int, size: tuple[float, float]) -> list[Word]:
    count = text.count_chars()
    if count > MAX_CHARACTERS:
        raise Unreadable(Reason.HOSTILE, f"{count} huruf pada satu halaman")
    words: list[Word] = []
    letters: list[str] = []
    x0 = x1 = y = height = 0.0
    box, left, base = raw.FS_RECTF(), c_double(), c_double()

    def flush() -> None:
        if letters:
            words.append(Word("".join(letters), x0, x1, y, height))
            letters.clear()

    for at in range(count):
        number = raw.FPDFText_GetUnicode(text, at)
        if number in SOFT_HYPHENS:
            if letters:
                letters.append("-")
            flush()
            continue
        if number <= 32 or number == 0xA0:
            flush()
            continue
        raw.FPDFText_GetLooseCharBox(text, at, box)
        raw.FPDFText_GetCharOrigin(text, at, byref(left), byref(base))
        edges = _upright(rotation, size, (box.left, box.bottom, box.right, box.top), (left.value, base.value))
        if letters and (
            abs(edges[2] - y) > 0.5 * max(height, 1)
            or edges[0] - x1 > max(0.6 * height, 2)
            or edges[0] < x0 - max(height, 1)
        ):
            flush()
        if letters:
            x1 = max(x1, edges[1])
        else:
            x0, x1, y, height = edges
        letters.append(chr(number))
    flush()
    return words


def _upright(
    rotation: int, size: tuple[float, float], box: tuple[float, float, float, float], origin: tuple[float, float]
) -> tuple[float, float, float, float]:
    """(left, right, baseline, height) as the reader sees the page, y growing downwards."""
    x_low, y_low, x_high, y_high = box
    width, height = size
    if rotation == 90:
        return y_low, y_high, origin[0], x_high - x_low
    if rotation == 180:
        return width - x_high, width - x_low, origin[1], y_high - y_low
    if rotation == 270:
        return width - y_high, width - y_low, height - origin[0], x_high - x_low
    return x_low, x_high, height - origin[1], y_high - y_low
