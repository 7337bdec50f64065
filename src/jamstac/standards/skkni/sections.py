"""The parts of a unit after its head: table, batasan variabel, panduan penilaian, kompetensi kunci."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.heads import starts_table
from jamstac.standards.skkni.paper import Line

_GROUP = re.compile(
    r"^(?:[IVX]{1,5}|[A-Z0-9]{1,2})\s?[.)]\s*(?:kelompok|sub\s?-?bidang|bidang|fungsi|kompetensi\s+(?:umum|inti|khusus))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sections:
    table: tuple[Line, ...]
    variables: tuple[Line, ...]
    guide: tuple[Line, ...]
    critical: tuple[Line, ...]
    key: tuple[Line, ...]


def cut(lines: Sequence[Line]) -> Sections:
    """The lines of one unit, from its table on, by the heading they stand under; headings themselves left out."""
    parts: dict[str, list[Line]] = {"table": [], "variables": [], "guide": [], "key": []}
    current = "table"
    back = ("", 0)
    """The section a table interrupts when the text brings it late, and the page it stands on."""
    for at, line in enumerate(lines):
        if current in {"variables", "guide"} and not parts["table"] and starts_table(lines, at):
            back = (current, line.page)
            current = "table"
        elif back[0] and current == "table" and line.page != back[1] and not starts_table(lines, at):
            current, back = back[0], ("", 0)
        heading = _heading(line.text)
        if heading and not (heading == "variables" and parts["guide"]):
            current, back = heading, ("", 0)
        rest = line if not heading or labels.CONTEXT_ITEM.match(line.text) else _after_heading(line)
        if rest.text:
            parts[current].append(rest)
    return Sections(
        tuple(parts["table"]),
        tuple(parts["variables"]),
        tuple(parts["guide"]),
        tuple(_critical(parts["guide"])),
        tuple(parts["key"]),
    )


def _heading(text: str) -> str:
    if labels.VARIABLES_HEADING.match(text):
        return "variables"
    if labels.GUIDE_HEADING.match(text):
        return "guide"
    if labels.KEY_HEADING.match(text):
        return "key"
    found = labels.CONTEXT_ITEM.match(text)
    if found:
        return "guide" if "penilaian" in found.group().lower() else "variables"
    return ""


def _after_heading(line: Line) -> Line:
    """What stands behind a heading on its own line: its first item, or nothing."""
    for pattern in (labels.VARIABLES_HEADING, labels.GUIDE_HEADING):
        found = pattern.match(line.text)
        if found:
            return line.shortened(line.text[found.end() :])
    return line.shortened("")


def _critical(guide: Sequence[Line]) -> list[Line]:
    """The item "Aspek kritis", up to the next item of its level."""
    for at, line in enumerate(guide):
        found = labels.CRITICAL_HEADING.match(line.text)
        if found:
            after = int(found.group(1)) + 1 if found.group(1) else 0
            stop = re.compile(rf"^{after}\s?[.)]?\s+[A-Z](?!.*\d\.\d)") if after else None
            end = next((to for to in range(at + 1, len(guide)) if stop and stop.match(guide[to].text)), len(guide))
            return list(guide[at:end])
    return []


def trimmed(lines: Sequence[Line], *, last: bool) -> list[Line]:
    """Without what stands between this unit and the next: headings of groups, or the closing of the decree."""
    kept = list(lines)
    if last:
        for at, line in enumerate(kept):
            if labels.CLOSING.match(line.text):
                return kept[:at]
        return kept
    while len(kept) > 1 and (_GROUP.match(kept[-1].text) or kept[-1].text.isupper()):
        kept.pop()
    return kept
