"""From a paper to a decree: cuts it into units and reads each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from jamstac.standards.skkni import labels, titles
from jamstac.standards.skkni.cleaning import Joiner, without_furniture
from jamstac.standards.skkni.columns import body_rows, second_column, shows_columns, split
from jamstac.standards.skkni.cover import read_cover
from jamstac.standards.skkni.doubts import compare, gaps, small_beginnings, unfinished
from jamstac.standards.skkni.elements import Doubtful, Table, element_number, from_columns, tie
from jamstac.standards.skkni.heads import Head, find_heads, read_head
from jamstac.standards.skkni.lists import front_list, front_passage
from jamstac.standards.skkni.model import Decree, Doubt, Listed, Unit
from jamstac.standards.skkni.paper import Line, Paper, Progress
from jamstac.standards.skkni.pdf import has_text
from jamstac.standards.skkni.reading import Kind, read_paper
from jamstac.standards.skkni.refusals import USUAL, Limits, Reason, Unreadable
from jamstac.standards.skkni.sections import Sections, cut, trimmed
from jamstac.standards.skkni.stream import from_stream, is_scattered, spilled
from jamstac.standards.skkni.wording import Passage

SLACK = 3.0
"""Points by which what stands side by side in a PDF may differ in height."""


def silent(_done: int, _of: int) -> None:
    """Nobody watches."""


def read_decree(
    source: Path | bytes,
    kind: Kind | None = None,
    limits: Limits = USUAL,
    progress: Progress = silent,
) -> Decree:
    """The decree in a file or its bytes. `kind` is found from the content when not given. Raises `Unreadable`.

    Reads in this process: time and memory are limited only by `worker.read_apart`."""
    return understand(read_paper(source, kind, limits, progress))


def understand(paper: Paper) -> Decree:
    """Raises `Unreadable` (NO_UNIT)."""
    lines = [replace(line, text=labels.corrected(line.text)) for line in without_furniture(paper)]
    joiner = Joiner(line.text for line in lines)
    heads = find_heads(lines)
    if not heads:
        raise Unreadable(Reason.NO_UNIT, f"{len(paper.pages)} halaman")
    front = lines[: heads[0].start]
    whole = " ".join(line.text for line in lines)
    cover, doubts = read_cover(front or lines, whole)
    listed = front_list(front, joiner, placed=paper.placed)
    ends = [head.start for head in heads[1:]] + [len(lines)]
    passage = front_passage(front)
    reader = _UnitReader(lines, joiner, listed, passage, placed=paper.placed)
    reader.learn(heads, ends)
    units = [reader.read(head, end) for head, end in zip(heads, ends, strict=True)]
    doubts += small_beginnings(reader.sure) + unfinished(reader.sure) + gaps(units)
    doubts += _unread_pages(paper) + compare(listed, units, passage) + reader.doubts
    doubts.sort(key=lambda doubt: (doubt.page, doubt.code))
    return Decree(
        number=cover.number,
        year=cover.year,
        name=cover.name,
        title=cover.title,
        sector=cover.sector,
        page=cover.page,
        pages=len(paper.pages),
        listed=tuple(listed),
        units=tuple(units),
        doubts=tuple(doubts),
    )


def _opens_element(line: Line) -> bool:
    return element_number(line.text, 0)[0] > 0


def _unread_pages(paper: Paper) -> list[Doubt]:
    bare = [page.number for page in paper.pages if not has_text(page)]
    if not bare:
        return []
    return [Doubt(bare[0], "", f"Halaman tanpa teks, mungkin hasil pindai atau gambar: {_ranges(bare)}.")]


def _ranges(numbers: Sequence[int]) -> str:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)


class _UnitReader:
    def __init__(
        self, lines: Sequence[Line], joiner: Joiner, listed: Sequence[Listed], front: Passage, *, placed: bool
    ) -> None:
        self.lines = lines
        self.joiner = joiner
        self.listed = listed
        self.front = front
        self.placed = placed
        self.doubts: list[Doubt] = []
        self.sure: list[Unit] = []
        """Units whose words are in the order of the page."""
        self._usual: float | None = None

    def learn(self, heads: Sequence[Head], ends: Sequence[int]) -> None:
        """Where the second column begins in most tables, for those that do not show it."""
        edges = []
        for head, end in zip(heads, ends, strict=True):
            edge = second_column(cut(self.lines[head.table : end]).table, placed=self.placed)
            if edge is not None:
                edges.append(round(edge))
        self._usual = float(Counter(edges).most_common(1)[0][0]) if edges else None

    def read(self, head: Head, end: int) -> Unit:
        lines = self.lines
        first = lines[head.start]
        text = read_head(lines[head.start : head.table])
        code, over = self._code(text.values[0])
        title, description, slips = titles.read(
            code, [*over, *text.values[1]], text.values[2], self.listed, self.front, self.joiner
        )
        sections = cut(trimmed(lines[head.table : end], last=end == len(lines)))
        page = next((line.page for line in lines[head.start : head.table] if line.text.lstrip(": ")), first.page)

        def doubt(at: int, message: str) -> None:
            self.doubts.append(Doubt(at, code, message))

        for slip in slips:
            doubt(page, slip)
        self._look(code, title, description, sections, page)
        table, late, sure = self._table(sections, doubt, page)
        elements = tie(table, self.joiner, doubt, page)
        joiner = self.joiner
        unit = Unit(
            code=code,
            title=title,
            page=page,
            description=description,
            elements=elements,
            variables=joiner.paragraphs(
                [
                    line
                    for at, line in enumerate(sections.variables)
                    if at >= late or labels.CONTEXT_ITEM.match(line.text)
                ]
            ),
            variables_page=sections.variables[0].page if sections.variables else 0,
            guide=joiner.paragraphs(sections.guide),
            guide_page=sections.guide[0].page if sections.guide else 0,
            critical_aspects=joiner.paragraphs(sections.critical),
            key_competencies=joiner.paragraphs(sections.key),
        )
        if sure:
            self.sure.append(unit)
        return unit

    def _code(self, values: Sequence[str]) -> tuple[str, list[str]]:
        """The code, and the lines after it: a title whose label stands in the middle of its lines begins there."""
        lines = [value.strip(" :") for value in values if value.strip(" :")]
        for count in range(1, len(lines) + 1):
            for between in (" ", ""):
                text = between.join(lines[:count])
                found = labels.CODE.match(text)
                if found:
                    rest = text[found.end() :].strip()
                    return labels.tidy_code(found.group()), [each for each in [rest, *lines[count:]] if each]
        text = " ".join(lines)
        return labels.tidy_code(text) if len(text) <= 30 else "", []

    def _look(self, code: str, title: str, description: str, sections: Sections, page: int) -> None:
        missing = [
            ("Kode unit", bool(code)),
            ("Judul unit", bool(title)),
            ("Deskripsi unit", bool(description)),
            ("Batasan variabel", bool(sections.variables)),
            ("Panduan penilaian", bool(sections.guide)),
        ]
        for name, there in missing:
            if not there:
                self.doubts.append(Doubt(page, code, f"{name} tidak ditemukan."))
        if sections.guide and not sections.critical:
            self.doubts.append(
                Doubt(sections.guide[0].page, code, "Aspek kritis tidak ditemukan dalam panduan penilaian.")
            )
        if code and not labels.CODE.fullmatch(code):
            self.doubts.append(Doubt(page, code, f"Kode “{code}” tidak berbentuk kode unit."))

    def _table(self, sections: Sections, doubt: Doubtful, page: int) -> tuple[Table, int, bool]:
        """The table, how many lines of batasan variabel were its, and whether its words are in their order."""
        body = body_rows(sections.table)
        if self.placed or shows_columns(body):
            columns = split(body, placed=self.placed, usual=self._usual)
            if columns is not None and (columns.left or not any(_opens_element(line) for line in body)):
                return from_columns(columns, SLACK if self.placed else 0), 0, True
        late = spilled(body, sections.variables)
        rows = [line for line in sections.variables[:late] if not labels.CONTEXT_ITEM.match(line.text)]
        table, unsure = from_stream(body, rows)
        scattered = is_scattered([*body, *rows])
        if unsure:
            doubt(page, "Teks KUK terpisah dari nomornya dalam berkas ini; pasangannya perlu diperiksa.")
        elif scattered:
            doubt(page, "Kata-kata dalam tabel elemen dan KUK terpencar dalam berkas ini; urutannya perlu diperiksa.")
        if table.fragments:
            doubt(page, f"Potongan teks yang tidak dapat ditempatkan pada satu KUK: “{table.fragments}”.")
        return table, late, not (unsure or scattered)
