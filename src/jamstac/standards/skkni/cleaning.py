"""Takes off what repeats on every page, and puts broken lines and words together again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from jamstac.standards.skkni.labels import is_table_header
from jamstac.standards.skkni.paper import Line, Page, Paper

EDGE = 4
"""Lines at the top and at the bottom of a page that may belong to the page and not to the text."""
SHORT_LINE = 45
"""Letters of a line that ends by intent, not at the margin."""
_PAGE_NUMBER = re.compile(
    r"^[\W_]{0,4}(?:(?:hal(?:aman)?|page)\.?\s*:?\s*)?(\d{1,4}|[ivxlcIVXLC]{1,7})(?:\s*(?:dari|of|/)\s*\d{1,4})?[\W_]{0,4}$",
    re.IGNORECASE,
)
_LEADING_NUMBER = re.compile(r"^(\d{1,4})\s+(?=\S)")
_KEPT_PREFIXES = {"anti", "non", "pra", "pre", "multi", "semi", "sub", "ex", "eks", "e", "co", "re", "self", "post"}
_ITEM = re.compile(
    r"^(?:\d{1,2}(?:\s?[.)]\s?\d{1,2}){0,4}\s?[.)]?\s+|\d{1,2}[.)]$|[a-z][.)]\s|[-–•▪●○*]\s|\(?Tidak ada)"
)


def without_furniture(paper: Paper) -> list[Line]:
    """All lines of the paper but page numbers and the heads and feet of pages. A line belongs to the head of its page
    only when all lines above it do, and to the foot when all below it do."""
    numbers = _page_numbers(paper.pages)
    repeated = _repeated(paper.pages)
    kept: list[Line] = []
    for page in paper.pages:
        rest = [_without_number(line, (page.number, at) in numbers) for at, line in enumerate(page.lines)]
        drop: set[int] = set()
        for order in (range(len(rest)), range(len(rest) - 1, -1, -1)):
            for at in order:
                line = rest[at]
                if line is not None and not _is_furniture(line.text, repeated):
                    break
                drop.add(at)
        kept += [line for at, line in enumerate(rest) if line is not None and at not in drop]
    return kept


def _is_furniture(text: str, repeated: set[str]) -> bool:
    return _furniture_key(text) in repeated and not _ITEM.match(text) and not is_table_header(text)


def _without_number(line: Line, has_number: bool) -> Line | None:
    if not has_number:
        return line
    found = _LEADING_NUMBER.match(line.text)
    if found and not _PAGE_NUMBER.match(line.text):
        return line.shortened(line.text[found.end() :])
    return None


def _furniture_key(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"[\W_]+", "", text)).lower()


def _repeated(pages: Sequence[Page]) -> set[str]:
    """Texts, figures aside, that stand at the edge of so many pages that no heading of a unit does. Long ones only:
    short ones may be table rows."""
    counts: Counter[str] = Counter()
    for page in pages:
        edges = {*page.lines[:EDGE], *page.lines[-EDGE:]} if len(page.lines) > 2 * EDGE else set(page.lines)
        counts.update({_furniture_key(line.text) for line in edges})
    least = max(4, round(0.4 * sum(1 for page in pages if page.lines)))
    return {
        key
        for key, count in counts.items()
        if count >= least and len(key.replace("#", "")) >= 6 and not key.startswith(_CONTENT)
    }


_CONTENT = ("kodeunit", "elemenkompetensi", "batasanvariabel", "panduanpenilaian", "kriteriaunjukkerja", "tidakada")


def _page_numbers(pages: Sequence[Page]) -> set[tuple[int, int]]:
    """(page, place of the line) of the lines that are a page number or begin with one. A figure alone at an edge is
    a page number when it runs along with the pages; "- 12 -" and "12 dari 90" are in any case."""
    seen: list[tuple[int, int, int, bool]] = []
    for page in pages:
        last = len(page.lines) - 1
        for at in sorted({0, 1, last - 1, last} & set(range(last + 1))):
            text = page.lines[at].text
            found = _PAGE_NUMBER.match(text)
            if found:
                value = int(found.group(1)) if found.group(1).isdigit() else _roman(found.group(1))
                certain = not re.fullmatch(r"\d+\.?|[ivxlcIVXLC]+\.?", text) or not found.group(1).isdigit()
                seen.append((page.number, at, value, certain and len(text) > 1))
            elif at == 0 and (lead := _LEADING_NUMBER.match(text)):
                seen.append((page.number, at, int(lead.group(1)), False))
    offsets = Counter(value - page for page, _, value, _ in seen)
    return {(page, at) for page, at, value, certain in seen if certain or offsets[value - page] >= 3}


def _roman(text: str) -> int:
    values = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[letter] for letter in text.lower()]
    return sum(-now if now < then else now for now, then in zip(values, [*values[1:], 0], strict=True))


class Joiner:
    """Joins broken lines. Whether a hyphen at the end of a line belongs to the word is asked of the document itself:
    the form it uses elsewhere wins."""

    def __init__(self, texts: Iterable[str]) -> None:
        self._words: Counter[str] = Counter()
        for text in texts:
            self._words.update(re.findall(r"[a-z]+(?:-[a-z]+)*", text.lower()))

    def join(self, parts: Iterable[str]) -> str:
        """One line of text. Empty parts are left out."""
        joined = ""
        for each in parts:
            part = re.sub(r"\s+", " ", each).strip()
            if not part:
                continue
            if re.search(r"[A-Za-z]-$", joined) and part[0].isalpha():
                joined = self._mend(joined, part)
            elif joined.endswith("/"):
                joined += part
            else:
                joined = f"{joined} {part}" if joined else part
        return joined

    def _mend(self, before: str, after: str) -> str:
        first = re.findall(r"[A-Za-z]+(?=-$)", before)[0].lower()
        second = re.findall(r"^[A-Za-z]+", after)[0].lower()
        with_hyphen, without = self._words[f"{first}-{second}"], self._words[first + second]
        if with_hyphen or not without:
            doubled = first[:3] == second[:3] or first[-4:] in second
            if with_hyphen or doubled or first in _KEPT_PREFIXES or after[0].isupper():
                return before + after
        return before[:-1] + after

    def paragraphs(self, lines: Sequence[Line]) -> str:
        """Lines of a section: each numbered item and each heading on a line of its own."""
        groups: list[list[str]] = []
        for line in lines:
            previous = groups[-1][-1] if groups else ""
            begins = line.text[0].isupper() and (previous.endswith((".", ":")) or _is_heading(previous))
            if not groups or begins or _ITEM.match(line.text):
                groups.append([line.text])
            else:
                groups[-1].append(line.text)
        return "\n".join(self.join(group) for group in groups)


def _is_heading(text: str) -> bool:
    """A line in capitals, or a numbered one that stops well before the margin."""
    return (text.isupper() and len(text) > 3) or (len(text) <= SHORT_LINE and _ITEM.match(text) is not None)
