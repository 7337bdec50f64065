"""DOCX → lines with the places of their cells: paragraphs and tables of the main text, automatic numbers written out.

A DOCX is an archive that strangers made: what it unpacks to is limited, and XML with a document type is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from jamstac.standards.skkni.docx_numbers import Numbers
from jamstac.standards.skkni.docx_xml import Node, tree
from jamstac.standards.skkni.paper import Line, Page, Paper, Progress, Word
from jamstac.standards.skkni.refusals import Limits, Reason, Unreadable

CELL = 1000.0
"""Distance between the columns of a table: more than a line has letters."""
MAIN, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"


def read_docx(data: bytes, limits: Limits, progress: Progress) -> Paper:
    """Raises `Unreadable`: DAMAGED, NOT_A_DOCUMENT, HOSTILE, ENCRYPTED, TOO_MANY_PAGES. Pages are those the file says
    it breaks at, by hand or when it was last laid out; without such marks all is page 1."""
    parts = _unpacked(data, limits)
    numbers = Numbers(*(tree(parts[name]) if name in parts else Node("", "") for name in (NUMBERING, STYLES)))
    body = next((node for node in tree(parts[MAIN]).children if node.name == "body"), None)
    if body is None:
        raise Unreadable(Reason.DAMAGED)
    writer = _Writer(numbers)
    for done, block in enumerate(body.children, start=1):
        writer.block(block, 0.0)
        if writer.page > limits.pages:
            raise Unreadable(Reason.TOO_MANY_PAGES, f"batasnya {limits.pages}")
        if done % 200 == 0:
            progress(writer.page, 0)
    pages = [Page(number, tuple(writer.lines.get(number, []))) for number in range(1, writer.page + 1)]
    progress(len(pages), len(pages))
    return Paper(tuple(pages), placed=True)


def _unpacked(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The parts needed, never more than the limit however the archive describes itself."""
    found: dict[str, bytes] = {}
    left = limits.unpacked
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if MAIN not in names:
                raise Unreadable(Reason.NOT_A_DOCUMENT)
            for name in (MAIN, NUMBERING, STYLES):
                if name in names:
                    with archive.open(name) as part:
                        found[name] = part.read(left + 1)
                    left -= len(found[name])
                    if left < 0:
                        raise Unreadable(Reason.HOSTILE)
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, zlib.error) as error:
        raise Unreadable(Reason.DAMAGED) from error
    except RuntimeError as error:
        raise Unreadable(Reason.ENCRYPTED if "encrypted" in str(error) else Reason.DAMAGED) from error
    return found


class _Writer:
    """Puts paragraphs and cells into lines, one under the other."""

    def __init__(self, numbers: Numbers) -> None:
        self.lines: dict[int, list[Line]] = {}
        self.page = 1
        self._numbers = numbers
        self._y = 0.0

    def block(self, node: Node, x: float) -> None:
        if node.name == "p":
            self._put(self._paragraph(node), x)
        elif node.name == "tbl":
            for row in node.children:
                self._row(row, x)
        elif node.name in {"sdt", "sdtContent", "ins", "customXml", "smartTag"}:
            for child in node.children:
                self.block(child, x)

    def _row(self, row: Node, x: float) -> None:
        """The paragraphs of the cells of one row stand beside one another, the first with the first."""
        cells: list[tuple[float, list[tuple[int, str]]]] = []
        column = 0
        for cell in _through(row, "tc"):
            texts: list[tuple[int, str]] = []
            for block in cell.children:
                for paragraph in _through(block, "p") if block.name != "p" else [block]:
                    texts += self._paragraph(paragraph)
            cells.append((x + column * CELL, texts))
            column += cell.number("tcPr", "gridSpan") or 1
        for at in range(max((len(texts) for _, texts in cells), default=0)):
            words: list[Word] = []
            page = self.page
            for left, texts in cells:
                if at < len(texts):
                    words += _words(texts[at][1], left, self._y)
                    page = min(page, texts[at][0])
            self._line(page, words)

    def _put(self, texts: list[tuple[int, str]], x: float) -> None:
        for page, text in texts:
            self._line(page, _words(text, x, self._y))

    def _line(self, page: int, words: list[Word]) -> None:
        if words:
            self.lines.setdefault(page, []).append(Line(page, " ".join(word.text for word in words), tuple(words)))
            self._y += 20

    def _paragraph(self, node: Node) -> list[tuple[int, str]]:
        """(page, text) of each line the paragraph is broken into by hand."""
        texts = [(self.page, "")]
        for piece in _pieces(node):
            if piece.name == "t":
                texts[-1] = (texts[-1][0], texts[-1][1] + piece.value)
            elif piece.name == "tab":
                texts[-1] = (texts[-1][0], texts[-1][1] + " ")
            elif piece.name == "noBreakHyphen":
                texts[-1] = (texts[-1][0], texts[-1][1] + "-")
            elif piece.name == "lastRenderedPageBreak" or (piece.name == "br" and piece.value == "page"):
                self.page += 1
                if texts[-1][1].strip():
                    texts.append((self.page, ""))
                else:
                    texts[-1] = (self.page, "")
            elif piece.name in {"br", "cr"}:
                texts.append((self.page, ""))
        number = self._numbers.of(node)
        if number and any(text.strip() for _, text in texts):
            texts[0] = (texts[0][0], f"{number} {texts[0][1]}")
        return [(page, text) for page, text in texts if text.strip()]


def _words(text: str, x: float, y: float) -> list[Word]:
    words = []
    for at, word in enumerate(text.split()):
        words.append(Word(word, x + at, x + at + 0.5, y, 10.0))
    return words


def _through(node: Node, name: str) -> Iterator[Node]:
    """Nodes of that name below, not those inside one another."""
    for child in node.children:
        if child.name == name:
            yield child
        else:
            yield from _through(child, name)


def _pieces(node: Node) -> Iterator[Node]:
    """Text and breaks of a paragraph in their order."""
    for child in node.children:
        if child.name in {"t", "tab", "br", "cr", "noBreakHyphen", "lastRenderedPageBreak"}:
            yield child
        elif child.name not in {"pPr", "p"}:
            yield from _pieces(child)
