"""The XML of a DOCX as a tree of the few elements that matter, read with limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from jamstac.standards.skkni.refusals import Reason, Unreadable

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main "
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main "
MAX_DEPTH = 200
MAX_NODES = 1_500_000


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


def tree(data: bytes) -> Node:
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
