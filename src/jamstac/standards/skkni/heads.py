"""Finds where each unit begins and reads its code, title and description."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.paper import Line

REACH = 60
"""Lines within which the labels of a head follow one another."""
CODE, TITLE, DESCRIPTION = range(3)
_FIRST_ROW = re.compile(r"^1\s?[.)]\s*[A-Z]|(?:^|\s)1\s?\.\s?1\.?(?:\s|$)")
_LABELS = (labels.CODE_LABEL, labels.TITLE_LABEL, labels.DESCRIPTION_LABEL)


@dataclass(frozen=True)
class Head:
    """Places in the list of lines: `start` is the first line of the unit, `table` the first of its table."""

    start: int
    table: int


@dataclass
class HeadText:
    """What stands at the labels. Values as lines, so that a line out of place can still be found."""

    values: tuple[list[str], list[str], list[str]] = field(default_factory=lambda: ([], [], []))


def find_heads(lines: Sequence[Line]) -> list[Head]:
    """The units in the order of the document. The list at the front and the chapter that explains the format carry
    the same labels; they are told apart by what follows."""
    heads: list[Head] = []
    at = 0
    while at < len(lines):
        head = _head_at(lines, at)
        if head is None:
            at += 1
        else:
            heads.append(head)
            at = head.table
    return heads


def _head_at(lines: Sequence[Line], at: int) -> Head | None:
    text = lines[at].text
    code = labels.CODE_LABEL.match(text)
    if code is None:
        return _head_without_code(lines, at)
    rest = text[code.end() :]
    if labels.TITLE_LABEL.match(rest) or re.match(r"[^:]*\bjudul\b", rest, re.IGNORECASE):
        return None
    table = _table_after(lines, at + 1)
    if table is None:
        return None
    first = min(table, at + 14)
    near = [rest, *(line.text for line in lines[at + 1 : first])]
    before = lines[at - 1].text if at else ""
    above = before.startswith(":") and _is_code(before) and lines[at - 1].page == lines[at].page
    if not above and not any(_is_code(each) for each in near) and not rest.startswith(":"):
        return None
    return Head(at - 1 if above else at, table)


def _head_without_code(lines: Sequence[Line], at: int) -> Head | None:
    """A head whose first label is lost: the label of the title with a colon, and a table not far below."""
    found = labels.TITLE_LABEL.match(lines[at].text)
    if found is None or not lines[at].text[found.end() :].startswith(":"):
        return None
    if any(labels.CODE_LABEL.match(line.text) for line in lines[max(0, at - 6) : at]):
        return None
    table = _table_after(lines, at + 1)
    if table is None:
        return None
    above = at and labels.CODE.match(lines[at - 1].text.lstrip(": "))
    return Head(at - 1 if above else at, table)


def _is_code(text: str) -> bool:
    return labels.CODE.match(text.lstrip(": ")) is not None


def _table_after(lines: Sequence[Line], start: int) -> int | None:
    """Where the table of elements begins, when the labels of a head stand before it and no other head does."""
    described = False
    for at in range(start, min(start + REACH, len(lines))):
        text = lines[at].text
        if labels.CODE_LABEL.match(text) and not described and _opens(text):
            return None
        half = labels.HALF_LABEL.match(text)
        if labels.DESCRIPTION_LABEL.match(text) or (half and _label(text)[0] == DESCRIPTION):
            described = True
        if starts_table(lines, at):
            return at if described or _titled(lines[start - 1 : at]) else None
        if labels.VARIABLES_HEADING.match(text) or labels.GUIDE_HEADING.match(text):
            return _first_row(lines, start, at) if described else None
        if labels.CLOSING.match(text):
            return None
    return None


def _first_row(lines: Sequence[Line], start: int, end: int) -> int:
    """Where a table begins whose header row is missing: at its first number, or nowhere before `end`."""
    rows = range(start, end)
    return next((at for at in rows if _FIRST_ROW.search(lines[at].text)), end)


def _opens(text: str) -> bool:
    found = labels.CODE_LABEL.match(text)
    return found is not None and not labels.TITLE_LABEL.match(text[found.end() :])


def _titled(lines: Sequence[Line]) -> bool:
    return any(labels.TITLE_LABEL.match(line.text) for line in lines)


def starts_table(lines: Sequence[Line], at: int) -> bool:
    """The header row of the table of elements begins on this line."""
    text = lines[at].text
    if labels.ELEMENT_HEADER.match(text) or labels.CRITERIA_HEADER.match(text):
        return labels.is_table_header(text) or _names_both(text)
    if labels.is_table_header(text):
        window = " ".join(line.text for line in lines[at : at + 4])
        return _names_both(window)
    return False


def _names_both(text: str) -> bool:
    upper = text.upper()
    return ("ELEMEN" in upper or "KOMPETENSI" in upper) and "KRITERIA" in upper


def read_head(lines: Sequence[Line]) -> HeadText:
    """The lines of one head. Labels and values need not stand on the same line: a value that begins with a colon
    belongs to the first label still without one, in the order code, title, description. Colons in a column of their
    own say nothing: then the values stay together under the first label, for their content to part them."""
    head = HeadText()
    waiting: list[int] = []
    current: int | None = None
    half = False
    colons = any(":" in line.text[:40] for line in lines)
    colons_alone = sum(1 for line in lines if line.text == ":") >= 2
    for line in lines:
        text = line.text
        if half:
            text = labels.REST_OF_LABEL.sub("", text)
            half = False
        label, value = _label(text)
        if label is not None and labels.HALF_LABEL.match(line.text) and not _LABELS[label].match(line.text):
            half = True
        if label is not None:
            if value.strip():
                current = label
                waiting = [each for each in waiting if each != label]
                head.values[label].append(value.lstrip(": "))
            elif not head.values[label]:
                waiting.append(label)
            continue
        if text == ":" and colons_alone:
            continue
        if text.startswith(":"):
            current = waiting.pop(0) if waiting else _next(head, current)
            head.values[current].append(text.lstrip(": "))
        elif waiting and (current is None or not colons):
            current = waiting.pop(0)
            head.values[current].append(text)
        elif current is not None:
            head.values[current].append(text)
    return head


def _label(text: str) -> tuple[int | None, str]:
    for number, pattern in enumerate(_LABELS):
        found = pattern.match(text)
        if found:
            return number, text[found.end() :].strip()
    found = labels.HALF_LABEL.match(text)
    if found:
        word = found.group(1)[:1].upper()
        return {"K": CODE, "J": TITLE}.get(word, DESCRIPTION), text[found.end() :].strip()
    return None, text


def _next(head: HeadText, current: int | None) -> int:
    for number in range(3):
        if not any(head.values[number]):
            return number
    return current if current is not None else DESCRIPTION
