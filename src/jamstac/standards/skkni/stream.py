"""The table of elements where only the order of the text is known: cells follow one another, or numbers and texts
come in blocks of their own."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.elements import Mark, Table, criterion_number, element_number
from jamstac.standards.skkni.paper import Line

_NEXT_ITEM = re.compile(r"^(?:Unit\b|ini berlaku\b|2\s?[.)]?(?:\s+[A-Z]|$))")
"""What the first item of batasan variabel reads like, or the second begins with."""


def from_stream(lines: Sequence[Line], late: Sequence[Line]) -> tuple[Table, bool]:
    """The table, and whether the words of some cells could not be tied to their numbers for certain. `late`: lines of
    the table that stand after the next heading."""
    reading = _Reading()
    for order, line in enumerate(lines):
        reading.take(line, float(order))
    reading.resume()
    for order, line in enumerate(late, start=len(lines)):
        reading.take(line, float(order))
    reading.deal_out()
    unnumbered = not reading.elements
    table = Table(
        reading.elements or _between(reading.criteria, reading.loose),
        reading.criteria,
        [],
        slack=0,
        unnumbered=unnumbered,
        fragments=" ".join(reading.fragments),
    )
    return table, reading.unsure


def _between(criteria: Sequence[Mark], before: Sequence[Line]) -> list[Mark]:
    """Elements printed without numbers: what stands before the first criterion of each, after the last sentence of
    the criterion above. Takes those lines from that criterion."""
    elements: list[Mark] = []
    for at, mark in enumerate(criteria):
        if mark.number[1] != 1:
            continue
        parts = [line.text for line in before]
        if at:
            lines = criteria[at - 1].parts
            ends = [place for place in range(1, len(lines)) if lines[place - 1].rstrip().endswith(".")]
            capitals = [place for place in range(1, len(lines)) if lines[place][:1].isupper()]
            cut = next(iter(sorted(set(ends) & set(capitals), reverse=True) or capitals[-1:]), len(lines))
            parts, criteria[at - 1].parts = lines[cut:], lines[:cut]
        elements.append(Mark((mark.number[0],), mark.page, mark.place, parts))
    return elements


class _Reading:
    def __init__(self) -> None:
        self.elements: list[Mark] = []
        self.criteria: list[Mark] = []
        self.loose: list[Line] = []
        self.fragments: list[str] = []
        self.unsure = False
        self._current: Mark | None = None
        self._bare: list[Mark] = []
        """Criteria whose number came without words, one after another."""
        self._block: list[str] = []
        """Lines that follow such numbers."""
        self._order = 0.0

    @property
    def has_block(self) -> bool:
        return bool(self._block)

    def take(self, line: Line, order: float) -> None:
        self._order = order
        text = line.text
        pair, rest = criterion_number(text, self.criteria[-1].number if self.criteria else ())
        if pair:
            self._criterion(*pair, line)
            self._words(rest, line)
            return
        number, rest = element_number(text, max((mark.number[0] for mark in self.elements), default=0))
        if number:
            if self._block:
                self.deal_out()
            self._current = Mark((number,), line.page, (0, order))
            self.elements.append(self._current)
            text = rest
        self._words(text, line)

    def _words(self, text: str, line: Line) -> None:
        """Words go to what was opened last; a number due next inside a line opens the next criterion."""
        while text:
            inline = labels.INLINE_CRITERION.finditer(text)
            found = next(
                (each for each in inline if self._due(each.group(1), each.group(2), text[each.end() :].lstrip())), None
            )
            before = text[: found.start()] if found else text
            if before.strip():
                self._add(before, line)
            if found is None:
                return
            self._criterion(int(found.group(1)), int(found.group(2)), line)
            text = text[found.end() :].lstrip()

    def _due(self, first: str, second: str, after: str) -> bool:
        """A number inside a line opens a criterion when it is the next one; before a small letter only when an element
        of that number has just been opened or the criterion before it is there."""
        last = self.criteria[-1].number if self.criteria else (0, 0)
        wanted = (int(first), int(second))
        opened = bool(self.elements) and self._current is self.elements[-1] and self._current.number == (wanted[0],)
        if wanted == (last[0], last[1] + 1) or (wanted[1] == 1 and opened):
            return True
        return wanted[1] == 1 and last[0] <= wanted[0] <= last[0] + 1 and not after[:1].islower()

    def _criterion(self, first: int, second: int, line: Line) -> None:
        if self._block:
            self.deal_out()
        mark = Mark((first, second), line.page, (0, self._order))
        self.criteria.append(mark)
        self._current = mark
        self._bare.append(mark)

    def resume(self) -> None:
        """What follows are words of criteria, not of the element read last, if criteria wait for words."""
        if self._bare:
            self._current = self._bare[-1]

    def _add(self, text: str, line: Line) -> None:
        if len(self._bare) > 1 and line.gap and text[:1].isupper() and self._current and self._current.parts:
            self.resume()
        if len(self._bare) > 1 and self._current is self._bare[-1]:
            self._block.append(text)
            return
        if self._current is None:
            self.loose.append(line)
            return
        self._current.parts.append(text)
        if self._current in self._bare:
            self._bare.clear()

    def deal_out(self) -> None:
        """Gives a block of words to the bare numbers before it, a sentence to each."""
        if self._block and len(self._bare) > 1:
            first = next((at for at, text in enumerate(self._block) if not text[:1].islower()), 0)
            self.fragments += self._block[:first]
            sentences = _sentences(self._block[first:], len(self._bare))
            if first or len(sentences) != len(self._bare):
                self.unsure = True
            for at, mark in enumerate(self._bare):
                mark.parts += sentences[at] if at < len(sentences) else []
            for extra in sentences[len(self._bare) :]:
                self._bare[-1].parts += extra
            self._bare.clear()
        self._block.clear()


def _sentences(block: Sequence[str], count: int) -> list[list[str]]:
    """Lines of a block put together into sentences: a capital begins one. When that gives too many, only a capital
    after a full stop."""
    by_capital = _split(block, lambda _, text: text[:1].isupper() or text[:1] in '“"')
    if len(by_capital) <= count:
        return by_capital
    by_stop = _split(block, lambda before, text: before.rstrip().endswith(".") and not text[:1].islower())
    return by_stop if len(by_stop) == count else by_capital


def _split(block: Sequence[str], opens: Callable[[str, str], bool]) -> list[list[str]]:
    sentences: list[list[str]] = []
    for text in block:
        before = sentences[-1][-1] if sentences else ""
        if not sentences or opens(before, text):
            sentences.append([text])
        else:
            sentences[-1].append(text)
    return sentences


def is_scattered(lines: Sequence[Line]) -> bool:
    """The words of single lines stand apart from one another, as when an extractor takes the spaces of justified text
    for columns: then the order of words inside a cell is not sure either."""
    small = [line for line in lines if line.text[:1].islower()]
    apart = sum(1 for line in small if line.gap)
    return apart >= 2 and apart < len(small)


def spilled(table: Sequence[Line], variables: Sequence[Line]) -> int:
    """How many lines at the head of the next section belong to the table still: text boxes of the second column that
    the extractor wrote after the heading. They carry the numbers due next, or the words of numbers without any."""
    reading = _Reading()
    for order, line in enumerate(table):
        reading.take(line, float(order))
    start = 1 if variables and labels.CONTEXT_ITEM.match(variables[0].text) else 0
    last = reading.criteria[-1].number if reading.criteria else (0, 0)
    hungry = bool(reading.criteria) and not reading.criteria[-1].parts and not reading.has_block
    elements = {mark.number[0] for mark in reading.elements}
    taken = 0
    for at in range(start, len(variables)):
        text = variables[at].text
        if _NEXT_ITEM.match(text):
            break
        found = labels.CRITERION_NUMBER.match(text)
        if found:
            number = (labels.figure(found.group(1)), labels.figure(found.group(2)))
            due = number == (last[0], last[1] + 1) or (number == (last[0] + 1, 1) and number[0] in elements)
            if not due:
                break
            last, hungry = number, True
            taken = at + 1
        elif hungry:
            taken = at + 1
        else:
            break
    return taken
