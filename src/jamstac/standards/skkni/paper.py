"""A document before it is understood: pages of lines, and of words where the file says where they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

Progress = Callable[[int, int], None]
"""Called with (pages read, pages in all); all is 0 while unknown."""


@dataclass(frozen=True)
class Word:
    """`x0`, `x1`: left and right; `y`: baseline, growing downwards. Points in a PDF, columns and rows in text."""

    text: str
    x0: float
    x1: float
    y: float
    height: float


@dataclass(frozen=True)
class Line:
    page: int
    text: str
    words: tuple[Word, ...] = ()
    """Empty when only the order of the text is known."""
    gap: bool = False
    """A blank line stands before this one in the text."""

    @property
    def y(self) -> float:
        return self.words[0].y if self.words else 0.0

    def shortened(self, text: str) -> Line:
        """The same line without the words that are no longer in `text`, which is an end of its text."""
        count = len(text.split())
        return Line(self.page, text, self.words[-count:] if count and self.words else (), self.gap)


@dataclass(frozen=True)
class Page:
    number: int
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Paper:
    pages: tuple[Page, ...]
    placed: bool
    """Words carry coordinates (PDF, DOCX). False for plain text, whose spacing may still show columns."""

    def lines(self) -> Iterator[Line]:
        for page in self.pages:
            yield from page.lines


def lines_of(page: int, words: list[Word]) -> list[Line]:
    """Words of one page put into lines, from top to bottom and from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda each: (each.y, each.x0)):
        if rows and abs(word.y - _level(rows[-1])) <= 0.45 * max(min(word.height, rows[-1][-1].height), 1):
            rows[-1].append(word)
        else:
            rows.append([word])
    lines = []
    for row in rows:
        row.sort(key=lambda each: each.x0)
        lines.append(Line(page, " ".join(word.text for word in row), tuple(row)))
    return lines


def _level(row: list[Word]) -> float:
    return row[-1].y if len(row) < 3 else sum(word.y for word in row[-3:]) / 3
