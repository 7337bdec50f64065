"""The numbers Word counts for itself: of list items, by their level and list."""

from __future__ import annotations

from dataclasses import dataclass

from jamstac.standards.skkni.docx_xml import Node


@dataclass
class _Level:
    start: int
    style: str
    pattern: str


class Numbers:
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
