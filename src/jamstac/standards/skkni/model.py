"""What a decree says, once read. Every part keeps the page it came from (1 is the first page of the file)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Criterion:
    """A kriteria unjuk kerja. `number` as printed, without spaces and closing dot: "1.2"."""

    number: str
    text: str
    page: int


@dataclass(frozen=True)
class Element:
    """An elemen kompetensi. `number` as printed, without leading noughts, or the one its criteria carry when it has
    none."""

    number: str
    title: str
    page: int
    criteria: tuple[Criterion, ...]


@dataclass(frozen=True)
class Unit:
    """A unit as printed at its own head, not as the list at the front has it."""

    code: str
    title: str
    page: int
    description: str
    elements: tuple[Element, ...]
    variables: str
    """Batasan variabel, one numbered item a line; empty when the unit has none."""
    variables_page: int
    guide: str
    """Panduan penilaian whole, with its headings; empty when the unit has none."""
    guide_page: int
    critical_aspects: str
    """The part of `guide` under "Aspek kritis"."""
    key_competencies: str
    """The table "Kompetensi kunci" of decrees before 2012, as lines of text."""


@dataclass(frozen=True)
class Listed:
    """A row of the list of units at the front. `title` is empty when the text does not tie it to the code."""

    code: str
    title: str
    page: int


@dataclass(frozen=True)
class Doubt:
    """Something a human must look at. `code` is empty when it is about the decree; `message` is Indonesian."""

    page: int
    code: str
    message: str


@dataclass(frozen=True)
class Decree:
    """The whole document. `pages` counts the pages of the file."""

    number: str
    """As printed without spaces, "321" or "KEP.46/MEN/II/2009"; empty when not found."""
    year: int | None
    name: str
    """How the decree is cited: "Keputusan Menteri Ketenagakerjaan Nomor 321 Tahun 2016"."""
    title: str
    sector: str
    """Kategori, golongan pokok, golongan and bidang, each after " / "."""
    page: int
    pages: int
    listed: tuple[Listed, ...]
    units: tuple[Unit, ...]
    doubts: tuple[Doubt, ...]
