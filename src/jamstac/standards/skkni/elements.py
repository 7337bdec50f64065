"""Elements and criteria of one unit, put together from what the table shows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from jamstac.standards.skkni import labels
from jamstac.standards.skkni.cleaning import Joiner
from jamstac.standards.skkni.columns import Columns
from jamstac.standards.skkni.model import Criterion, Element
from jamstac.standards.skkni.paper import Line

Place = tuple[int, float]
"""(page, distance from its top) or (page, order in the text)."""
Doubtful = Callable[[int, str], None]
"""Called with the page and the Indonesian sentence."""


@dataclass
class Mark:
    """An element or a criterion while it is being read. `number` is (element,) or (element, criterion); () without."""

    number: tuple[int, ...]
    page: int
    place: Place
    parts: list[str] = field(default_factory=list)

    @property
    def printed(self) -> str:
        return ".".join(map(str, self.number))


@dataclass(frozen=True)
class Table:
    """What a table shows, before elements and criteria are tied to one another."""

    elements: list[Mark]
    criteria: list[Mark]
    loose: list[Line]
    """Lines of the first column that no number opens."""
    slack: float
    """How much higher than its element the first criterion beside it may stand; 0 where only the order is known."""
    unnumbered: bool = False
    """Elements are printed without numbers and were told apart otherwise."""
    fragments: str = ""
    """Words that could not be given to any criterion."""


def from_columns(columns: Columns, slack: float) -> Table:
    """The two columns read one by one. A number in the middle of the height of its cell takes the lines above it that
    stand beside its own criteria. `slack`: by how much what stands side by side may differ in height."""
    elements: list[Mark] = []
    loose: list[Line] = []
    criteria = _criteria(columns.right, loose)
    often = Counter(mark.number for mark in criteria)
    starts = {mark.number: mark.place for mark in criteria if often[mark.number] == 1}
    cell: list[Line] = []
    """Lines of the first column since the last number."""
    for line in columns.left:
        number, text = element_number(line.text, elements[-1].number[0] if elements else 0)
        if not number:
            cell.append(line)
            continue
        top = starts.get((number, 1))
        above = [each for each in cell if top and (each.page, each.y) >= (top[0], top[1] - slack)]
        _close(elements, [each for each in cell if each not in above], loose)
        place = (above[0].page, above[0].y) if above else (line.page, line.y)
        elements.append(Mark((number,), place[0], place, [*(each.text for each in above), text]))
        cell = []
    _close(elements, cell, loose)
    return Table(elements, criteria, loose, slack=slack)


def _criteria(lines: Sequence[Line], loose: list[Line]) -> list[Mark]:
    """Criteria from number to number. Lines before the first are put into `loose`."""
    criteria: list[Mark] = []
    for at, line in enumerate(lines):
        pair, text = criterion_number(line.text, criteria[-1].number if criteria else ())
        if pair:
            parts = [text]
            if _is_between(lines, at, text):
                if criteria and len(criteria[-1].parts) > 1:
                    parts.insert(0, criteria[-1].parts.pop())
                elif not criteria and loose:
                    parts.insert(0, loose.pop().text)
            criteria.append(Mark(pair, line.page, (line.page, line.y), parts))
        elif criteria:
            criteria[-1].parts.append(line.text)
        else:
            loose.append(line)
    return criteria


def _is_between(lines: Sequence[Line], at: int, words: str) -> bool:
    """A number alone, in the middle of the height of its cell: it stands between two lines of one paragraph."""
    if words.strip() or not 0 < at < len(lines) - 1:
        return False
    before, line, after = lines[at - 1 : at + 2]
    if labels.CRITERION_NUMBER.match(before.text) or labels.CRITERION_NUMBER.match(after.text):
        return False
    height = max(before.words[0].height, 1)
    return before.page == line.page == after.page and before.y < line.y and after.y - before.y <= 1.7 * height


def _close(elements: Sequence[Mark], cell: Sequence[Line], loose: list[Line]) -> None:
    if elements:
        elements[-1].parts += [line.text for line in cell]
    else:
        loose += cell


def criterion_number(text: str, last: tuple[int, ...]) -> tuple[tuple[int, int] | None, str]:
    """The number a criterion's line opens with and the rest of the line; (None, text) for a line that goes on. A number
    out of order before a small letter is a measure in a sentence, "2.5 volt"."""
    found = labels.CRITERION_NUMBER.match(text)
    if not found:
        return None, text
    pair = (labels.figure(found.group(1)), labels.figure(found.group(2)))
    rest = text[found.end() :]
    near = not last or pair[1] == 1 or (pair[0] == last[0] and pair[1] <= last[1] + 2)
    return (None, text) if rest[:1].islower() and not near else (pair, rest)


def element_number(text: str, last: int) -> tuple[int, str]:
    """The number an element's line opens with and the rest of the line; (0, text) for a line that goes on. A number
    without a dot opens an element only where the next one is due."""
    found = labels.ELEMENT_NUMBER.match(text)
    if not found or labels.CRITERION_NUMBER.match(text):
        return 0, text
    if found.group(1):
        number = labels.figure(found.group(1))
        return (number, text[found.end() :]) if 0 < number <= last + 4 else (0, text)
    number = int(found.group(2))
    return (number, text[found.end() :]) if number == last + 1 else (0, text)


def tie(table: Table, joiner: Joiner, doubt: Doubtful, page: int) -> tuple[Element, ...]:
    """Elements with their criteria. Printed numbers decide as far as they agree; where they do not, the places in the
    table do, and a doubt says so."""
    elements, criteria = list(table.elements), _ordered(table.criteria)
    if not criteria:
        if elements:
            doubt(page, f"{len(elements)} elemen terbaca tetapi tidak satu pun KUK.")
        else:
            doubt(page, "Tidak ada elemen dan KUK yang terbaca pada unit ini.")
        return tuple(Element(each.printed, joiner.join(each.parts), each.page, ()) for each in elements)
    if elements and table.loose:
        told = " ".join(line.text for line in table.loose)
        doubt(table.loose[0].page, f"Teks tabel sebelum elemen dan KUK pertama tidak dapat ditempatkan: “{told}”.")
    groups = _groups(criteria, len(elements))
    if not elements:
        elements = _unnumbered(table, groups)
    if table.unnumbered or (elements and not table.elements):
        doubt(elements[0].page, "Elemen dicetak tanpa nomor; nomornya diambil dari KUK di sebelahnya.")
    if len(elements) > len(groups):
        groups = _spread(elements, groups, slack=table.slack)
    elif len(elements) < len(groups):
        elements = _filled(elements, groups, doubt)
    tied = tuple(_element(mark, group, joiner) for mark, group in zip(elements, groups, strict=True))
    for at, (mark, group) in enumerate(zip(elements, groups, strict=True), start=1):
        _check(at, mark, group, doubt)
    wordless = [each for each in criteria if not "".join(each.parts).strip()]
    if wordless:
        told = ", ".join(each.printed for each in wordless)
        doubt(wordless[0].page, f"KUK tanpa teks yang terbaca: {told}.")
    return tied


def _element(mark: Mark, group: Sequence[Mark], joiner: Joiner) -> Element:
    criteria = tuple(Criterion(each.printed, joiner.join(each.parts), each.page) for each in group)
    return Element(mark.printed, joiner.join(mark.parts), mark.page, criteria)


def _ordered(criteria: list[Mark]) -> list[Mark]:
    """In the order of their numbers when these are complete and each stands once (text boxes may come in any order);
    else as they stand."""
    numbers = [mark.number for mark in criteria]
    if len(set(numbers)) == len(numbers):
        wanted = sorted(numbers)
        whole = all(now == (then[0], then[1] + 1) or now == (then[0] + 1, 1) for then, now in pairwise(wanted))
        if whole and wanted and wanted[0] == (1, 1):
            return sorted(criteria, key=lambda mark: mark.number)
    return criteria


def _groups(criteria: Sequence[Mark], elements: int) -> list[list[Mark]]:
    """Runs of criteria: a new one where the first figure changes or the second does not grow. Runs of one number are
    put together again when that gives as many as there are elements."""
    groups: list[list[Mark]] = []
    for mark in criteria:
        if groups and groups[-1][-1].number[0] == mark.number[0] and groups[-1][-1].number[1] < mark.number[1]:
            groups[-1].append(mark)
        else:
            groups.append([mark])
    if elements and len(groups) > elements:
        merged: dict[int, list[Mark]] = {}
        for group in groups:
            merged.setdefault(group[0].number[0], []).extend(group)
        if len(merged) == elements:
            return list(merged.values())
    return groups


def _spread(elements: Sequence[Mark], groups: Sequence[list[Mark]], slack: float) -> list[list[Mark]]:
    """Fewer runs than elements: each run to the element of its number. An element left without takes, from the run of
    the element before it, what stands beside or below it; `slack` is how far above it still counts as beside."""
    numbers = [element.number[0] if element.number else 0 for element in elements]
    found: list[list[Mark]] = [[] for _ in elements]
    last = 0
    for group in groups:
        number = group[0].number[0]
        last = numbers.index(number) if number in numbers else last
        found[last].extend(group)
    for at in range(1, len(elements)):
        before = found[at - 1]
        if found[at] or len(before) < 2:
            continue
        page, y = elements[at].place
        taken = [mark for mark in before if mark.place >= (page, y - slack)]
        if taken and len(taken) < len(before):
            found[at] = taken
            found[at - 1] = before[: len(before) - len(taken)]
    return found


def _filled(elements: Sequence[Mark], groups: Sequence[list[Mark]], doubt: Doubtful) -> list[Mark]:
    """One element for each run of criteria: those with its number, then those left over in order, then empty ones."""
    left = list(elements)
    chosen: list[Mark | None] = []
    for group in groups:
        same = next((mark for mark in left if mark.number and mark.number[0] == group[0].number[0]), None)
        if same:
            left.remove(same)
        chosen.append(same)
    filled = []
    for same, group in zip(chosen, groups, strict=True):
        if same is not None:
            filled.append(same)
        elif left:
            filled.append(left.pop(0))
        else:
            first = group[0]
            doubt(first.page, f"KUK {first.printed} dan seterusnya tidak mempunyai elemen yang terbaca.")
            filled.append(Mark((first.number[0],), first.page, first.place))
    return filled


def _unnumbered(table: Table, groups: Sequence[list[Mark]]) -> list[Mark]:
    """Elements printed without numbers: the text of the first column beside the criteria of each run."""
    if not table.loose:
        return []
    starts = [group[0].place for group in groups]
    found = [Mark((group[0].number[0],), group[0].page, group[0].place) for group in groups]
    for line in table.loose:
        above = [at for at, start in enumerate(starts) if start <= (line.page, line.y + 6)]
        found[above[-1] if above else 0].parts.append(line.text)
    return found


def _check(at: int, mark: Mark, group: Sequence[Mark], doubt: Doubtful) -> None:
    """Numbers that are not what order asks for, elements without criteria or words."""
    if not group:
        doubt(mark.page, f"Elemen {mark.printed} tidak mempunyai KUK yang terbaca.")
        return
    if not "".join(mark.parts).strip():
        doubt(mark.page, f"Elemen {mark.printed or at} tidak mempunyai judul yang terbaca.")
    if mark.number and mark.number[0] != at:
        doubt(mark.page, f"Elemen ke-{at} dicetak dengan nomor {mark.printed}.")
    printed = [each.printed for each in group]
    wanted = [f"{at}.{place}" for place in range(1, len(group) + 1)]
    if printed != wanted:
        doubt(
            group[0].page,
            f"Elemen ke-{at}: KUK dicetak {', '.join(printed)}; menurut urutannya {', '.join(wanted)}.",
        )
