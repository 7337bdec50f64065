"""DOCX → lines with the places of their cells: paragraphs and tables of the main text, automatic numbers written out.

A DOCX is an archive that strangers made: what it unpacks to is limited, and XML with a document type is refused.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from jamstac.standards.skkni.paper import Line, Page, Paper, Progress, Word
from jamstac.standards.skkni.refusals import Limits, Reason, Unreadable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
CELL = 1000.0
"""Distance between the columns of a table: more than a line has letters."""
MAX_DEPTH = 200
MAX_NODES = 1_500_000
MAIN, NUMBERING, STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"


def read_docx(data: bytes, limits: Limits, progress: Progress) -> Paper:
    """Raises `Unreadable`: DAMAGED, NOT_A_DOCUMENT, HOSTILE, ENCRYPTED, TOO_MANY_PAGES. Pages are those the file says
    it breaks at, by hand or when it was last laid out; without such marks all is page 1."""
    parts = _unpacked(data, limits)
    numbers = _Numbers(*(_tree(parts[name]) if name in parts else Node("", "") for name in (NUMBERING, STYLES)))
    body = next((node for node in _tree(parts[MAIN]).children if node.name == "body"), None)
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


@dataclass(slots=True)
class Node:
    """An element of the WordprocessingML namespace, by its name without prefix."""

    name: str
    value: str
    """Its `w:val`, or its text when it is text."""
    children: list[Node] = field(default_factory=list)

    def child(self, *path: str) -> Node | None:
        node: Node | None = self
        for name in path:
            node = next((each for each in node.children if each.name == name), None) if node else None
        return node

    def number(self, *path: str) -> int | None:
        node = self.child(*path)
        return int(node.value) if node is not None and node.value.lstrip("-").isdigit() else None


_KEPT = {"ilvl", "numId", "start", "numFmt", "lvlText", "abstractNumId", "gridSpan", "type", "startOverride", "pStyle"}
_SKIPPED = {"rPr", "sectPr", "tblPr", "tblGrid", "trPr", "del", "txbxContent", "instrText"}
"""What holds no text of the document, or text that is not printed in its place."""
_NAMED = {
    "num": "numId",
    "abstractNum": "abstractNumId",
    "lvl": "ilvl",
    "br": "type",
    "lvlOverride": "ilvl",
    "style": "styleId",
}


def _tree(data: bytes) -> Node:
    """Read without document types, entities or deep nesting. Raises `Unreadable` (HOSTILE, DAMAGED)."""
    root = Node("", "")
    stack = [root]
    count = skipped = 0
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: object) -> None:
        raise Unreadable(Reason.HOSTILE)

    def start(name: str, attributes: dict[str, str]) -> None:
        nonlocal count, skipped
        count += 1
        if count > MAX_NODES or len(stack) > MAX_DEPTH:
            raise Unreadable(Reason.HOSTILE)
        space, _, short = name.rpartition(" ")
        kind = short if f"{space} " in (W, STRICT) else "?"
        if skipped or kind in _SKIPPED:
            skipped += 1
            return
        node = Node(kind, attributes.get(f"{space} {'val' if kind in _KEPT else _NAMED.get(kind, 'val')}", ""))
        stack[-1].children.append(node)
        stack.append(node)

    def end(_: str) -> None:
        nonlocal skipped
        if skipped:
            skipped -= 1
        else:
            stack.pop()

    def text(letters: str) -> None:
        if not skipped and stack[-1].name == "t":
            stack[-1].value += letters

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, text
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(Reason.DAMAGED) from error
    if not root.children:
        raise Unreadable(Reason.DAMAGED)
    return root.children[0]


class _Writer:
    """Puts paragraphs and cells into lines, one under the other."""

    def __init__(self, numbers: _Numbers) -> None:
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


@dataclass
class _Level:
    start: int
    style: str
    pattern: str


class _Numbers:
    """Numbers Word writes before paragraphs without storing them."""

    def __init__(self, numbering: Node, styles: Node) -> None:
        self._styles = {node.value: node for node in styles.children if node.name == "style"}
        self._levels: dict[str, dict[int, _Level]] = {}
        self._lists: dict[str, str] = {}
        self._starts: dict[tuple[str, int], int] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._opened: set[str] = set()
        for node in numbering.children:
            if node.name == "abstractNum":
                self._levels[node.value] = {
                    int(level.value): _Level(
                        1 if (start := level.number("start")) is None else start,
                        getattr(level.child("numFmt"), "value", "decimal"),
                        getattr(level.child("lvlText"), "value", ""),
                    )
                    for level in node.children
                    if level.name == "lvl" and level.value.isdigit()
                }
            elif node.name == "num":
                self._lists[node.value] = getattr(node.child("abstractNumId"), "value", "")
                for override in node.children:
                    start = override.number("startOverride")
                    if override.name == "lvlOverride" and start is not None and override.value.isdigit():
                        self._starts[node.value, int(override.value)] = start

    def of(self, paragraph: Node) -> str:
        """The number of this paragraph, by itself or by its style, counting on; empty without one and for bullets."""
        style = self._styles.get(getattr(paragraph.child("pPr", "pStyle"), "value", ""), Node("", ""))
        given = [node for node in (paragraph, style) if node.child("pPr", "numPr", "numId")]
        which = getattr(given[0].child("pPr", "numPr", "numId"), "value", "") if given else ""
        depth = next((level for node in given if (level := node.number("pPr", "numPr", "ilvl")) is not None), 0)
        abstract = self._lists.get(which, "")
        levels = self._levels.get(abstract, {})
        if depth not in levels:
            return ""
        counts = self._counts.setdefault(abstract, {})
        if which not in self._opened:
            self._opened.add(which)
            for (number, level), start in self._starts.items():
                if number == which:
                    counts[level] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        if levels[depth].style in {"bullet", "none"}:
            return ""
        text = levels[depth].pattern
        for level in range(9):
            if f"%{level + 1}" in text and level in levels:
                value = counts.get(level, levels[level].start)
                text = text.replace(f"%{level + 1}", _written(value, levels[level].style))
        return text.strip()


def _written(value: int, style: str) -> str:
    if style == "decimalZero":
        return f"{value:02}"
    if style in {"lowerLetter", "upperLetter"} and 1 <= value <= 26:
        return chr((97 if style == "lowerLetter" else 65) + value - 1)
    if style in {"lowerRoman", "upperRoman"} and 0 < value < 4000:
        text = ""
        for size, letters in _ROMAN:
            while value >= size:
                text, value = text + letters, value - size
        return text if style == "lowerRoman" else text.upper()
    return str(value)


_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
