"""Decrees of our own invention, printed in the ways decrees are printed: PDF by typst, DOCX, and text as extractors
write it. No word of a real decree stands here."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import dataclass, field, replace
from typing import Any

import typst


@dataclass(frozen=True)
class Element:
    title: str
    criteria: tuple[str, ...]


@dataclass(frozen=True)
class Unit:
    code: str
    title: str
    elements: tuple[Element, ...]
    description: str = "Unit kompetensi ini berhubungan dengan pengetahuan, keterampilan, dan sikap kerja rekaan."
    variables: tuple[str, ...] = (
        "1. Konteks variabel",
        "1.1 Unit ini berlaku untuk kebun percobaan rekaan.",
        "2. Peralatan dan perlengkapan",
        "2.1 Peralatan",
        "2.1.1 Gunting pangkas",
    )
    guide: tuple[str, ...] = (
        "1. Konteks penilaian",
        "1.1 Penilaian dilakukan di kebun.",
        "2. Persyaratan kompetensi",
        "(Tidak ada.)",
        "5. Aspek kritis",
        "5.1 Ketelitian memilih benih.",
    )


@dataclass(frozen=True)
class Style:
    """How a decree is printed."""

    code_label: str = "KODE UNIT"
    title_label: str = "JUDUL UNIT"
    description_label: str = "DESKRIPSI UNIT"
    element_header: str = "ELEMEN KOMPETENSI"
    criteria_header: str = "KRITERIA UNJUK KERJA"
    variables_heading: str = "BATASAN VARIABEL"
    guide_heading: str = "PANDUAN PENILAIAN"
    element_number: str = "{e}."
    """Of an element; empty for none."""
    criterion_number: str = "{e}.{c}"
    number_column: bool = False
    """The number of an element in a column of its own."""
    borders: bool = True
    centred: bool = False
    """Cells centred from top to bottom."""
    head_centred: bool = False
    """Labels in the middle of their values."""
    running_head: str = ""
    page_number: str = "1"
    """A pattern of typst: "1", "- 1 -", "i"."""
    heading: str = "KEPUTUSAN MENTERI KETENAGAKERJAAN\nREPUBLIK INDONESIA\nNOMOR 777 TAHUN 2019"
    subject: str = (
        "PENETAPAN STANDAR KOMPETENSI KERJA NASIONAL INDONESIA KATEGORI PERTANIAN REKAAN GOLONGAN POKOK "
        "KEBUN PERCOBAAN BIDANG TANAMAN PAGAR"
    )
    page_break: bool = True
    """Each unit on a page of its own."""
    key_competencies: bool = False
    list_centred: bool = False
    width: str = "auto"
    size: str = "11pt"


def unit(code: str, title: str = "Merawat Tanaman Pagar", elements: int = 2, criteria: int = 2, **more: Any) -> Unit:
    made = tuple(
        Element(
            f"Mengerjakan langkah {WORDS[at]}",
            tuple(f"Hasil langkah {WORDS[at]} bagian {WORDS[place]} diperiksa." for place in range(criteria)),
        )
        for at in range(elements)
    )
    return Unit(code, title, made, **more)


WORDS = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh")


def listing(units: list[Unit]) -> list[tuple[str, str]]:
    return [(each.code, each.title) for each in units]


def shape(units: Any) -> list[tuple[str, str, list[int]]]:
    """What is compared: code, title, criteria per element. For invented and for read units alike."""
    return [(each.code, each.title, [len(part.criteria) for part in each.elements]) for each in units]


def pdf(units: list[Unit], style: Style = Style(), listed: list[tuple[str, str]] | None = None) -> bytes:
    """The decree as PDF. `listed`: rows of the list at the front, those of the units when not given."""
    rows = listing(units) if listed is None else listed
    given = {
        "style": {name: getattr(style, name) for name in Style.__dataclass_fields__},
        "rows": [list(row) for row in rows],
        "units": [
            {
                "code": each.code,
                "title": each.title,
                "description": each.description,
                "variables": list(each.variables),
                "guide": list(each.guide),
                "elements": [
                    {
                        "number": style.element_number.format(e=at, z=f"{at:02}"),
                        "title": part.title,
                        "criteria": [
                            [style.criterion_number.format(e=at, c=place), text]
                            for place, text in enumerate(part.criteria, start=1)
                        ],
                    }
                    for at, part in enumerate(each.elements, start=1)
                ],
            }
            for each in units
        ],
    }
    return typst.compile(TEMPLATE.encode(), sys_inputs={"data": json.dumps(given)}, ignore_system_fonts=True)


TEMPLATE = r"""
#let data = json(bytes(sys.inputs.data))
#let style = data.style
#set page(paper: "a4", margin: (x: 70pt, y: 70pt),
  header: align(center, style.running_head),
  footer: context align(center, counter(page).display(style.page_number)))
#set text(size: eval(style.size), hyphenate: false)
#set par(justify: false)
#align(center)[LAMPIRAN \ #style.heading \ TENTANG \ #style.subject \ \ BAB I \ PENDAHULUAN]

A. Latar Belakang

Kebun percobaan memerlukan orang yang terampil merawat tanaman pagar.
#pagebreak()
#align(center)[BAB II \ STANDAR KOMPETENSI]

B. Daftar Unit Kompetensi

#let where = if style.list_centred { horizon } else { top }
#table(columns: (40pt, 130pt, 1fr), align: (left + where), stroke: if style.borders { 0.5pt } else { none },
  table.header[NO][KODE UNIT][JUDUL UNIT KOMPETENSI],
  ..data.rows.enumerate().map(((at, row)) => ([#(at + 1).], row.at(0), row.at(1))).flatten())

C. Uraian Unit Kompetensi

#let head-align = if style.head_centred { horizon } else { top }
#for unit in data.units {
  if style.page_break { pagebreak() } else { v(20pt) }
  table(columns: (130pt, 12pt, 1fr), stroke: none, align: left + head-align,
    [#style.code_label], [:], unit.code,
    [#style.title_label], [:], unit.title,
    [#style.description_label], [:], unit.description)
  let cells = ()
  for element in unit.elements {
    let first = true
    if style.number_column { cells.push(element.number) }
    cells.push(if style.number_column { element.title } else { element.number + " " + element.title })
    cells.push(grid(columns: (36pt, 1fr), row-gutter: 5pt, ..element.criteria.flatten()))
  }
  let widths = if style.number_column { (30pt, 1fr, 1.3fr) } else { (1fr, 1.3fr) }
  let heads = if style.number_column { ([NO], style.element_header, style.criteria_header) } else {
    (style.element_header, style.criteria_header) }
  table(columns: widths, stroke: if style.borders { 0.5pt } else { none },
    align: left + (if style.centred { horizon } else { top }),
    table.header(..heads), ..cells)
  if unit.variables.len() > 0 {
    [#style.variables_heading \ ]
    for line in unit.variables { [#line \ ] }
  }
  if unit.guide.len() > 0 {
    [ \ #style.guide_heading \ ]
    for line in unit.guide { [#line \ ] }
  }
  if style.key_competencies {
    [ \ KOMPETENSI KUNCI \ ]
    table(columns: 3, [NO], [KOMPETENSI KUNCI DALAM UNIT INI], [TINGKAT],
      [1], [Mengumpulkan bahan], [2], [2], [Menata bahan], [1])
  }
}
#pagebreak()
#align(center)[BAB III \ PENUTUP]

Standar ini berlaku sejak ditetapkan.
"""


def flowing(units: list[Unit], style: Style = Style(), listed: list[tuple[str, str]] | None = None) -> str:
    """Text cell by cell, as stream-order extractors write it; pages end with a form feed."""
    rows = listing(units) if listed is None else listed
    pages = [
        f"LAMPIRAN\n{style.heading}\nTENTANG\n{style.subject}\nBAB I\nPENDAHULUAN\nA. Latar Belakang\nKebun rekaan.\n1",
        "BAB II\nB. Daftar Unit Kompetensi\nNO KODE UNIT JUDUL UNIT KOMPETENSI\n"
        + "\n".join(f"{at}. {code} {title}" for at, (code, title) in enumerate(rows, start=1))
        + "\nC. Uraian Unit Kompetensi\n2",
    ]
    for number, each in enumerate(units, start=3):
        lines = [
            f"{style.code_label} : {each.code}",
            f"{style.title_label} : {each.title}",
            f"{style.description_label} : {each.description}",
            f"{style.element_header} {style.criteria_header}",
        ]
        for at, part in enumerate(each.elements, start=1):
            lines.append(f"{style.element_number.format(e=at, z=f'{at:02}')} {part.title}".strip())
            lines += [
                f"{style.criterion_number.format(e=at, c=place)} {text}" for place, text in enumerate(part.criteria, 1)
            ]
        if each.variables:
            lines += [style.variables_heading, *each.variables]
        if each.guide:
            lines += [style.guide_heading, *each.guide]
        pages.append("\n".join([*lines, str(number)]))
    return "\f".join(pages)


def spaced(units: list[Unit], style: Style = Style()) -> str:
    """Text with the columns of the table side by side, as position-sorting extractors write it."""
    left, right = 26, 34
    sheets = flowing(units, style).split("\f")[:2]
    for each in units:
        lines = [
            f"{style.code_label:<16} :  {each.code}",
            f"{style.title_label:<16} :  {each.title}",
            f"{style.description_label:<16} :  {each.description}",
            f"  {style.element_header:<{left}}{style.criteria_header}",
        ]
        for at, part in enumerate(each.elements, start=1):
            lefts = _wrapped(f"{style.element_number.format(e=at, z=f'{at:02}')} {part.title}", left - 3)
            rights = []
            for place, text in enumerate(part.criteria, 1):
                number = style.criterion_number.format(e=at, c=place)
                rights += [
                    f"{number:<5}{row}" if not count else f"     {row}"
                    for count, row in enumerate(_wrapped(text, right))
                ]
            for row in range(max(len(lefts), len(rights))):
                cell = lefts[row] if row < len(lefts) else ""
                lines.append(f" {cell:<{left}} {rights[row] if row < len(rights) else ''}".rstrip())
        lines += ["", style.variables_heading, *each.variables, "", style.guide_heading, *each.guide]
        sheets.append("\n".join(lines))
    return "\f".join(sheets)


def _wrapped(text: str, width: int) -> list[str]:
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + 1 + len(word) > width:
            rows.append("")
        rows[-1] = f"{rows[-1]} {word}".strip()
    return rows


@dataclass
class Docx:
    """A DOCX made part by part. `numbered` lets Word count elements and criteria itself, `styled` by the style of the
    paragraph. `rows` gives each criterion a row of its own."""

    units: list[Unit]
    style: Style = field(default_factory=Style)
    numbered: bool = False
    styled: bool = False
    rows: bool = False

    def bytes(self) -> bytes:
        style = self.style
        parts = [self._p(line) for line in ("LAMPIRAN", *style.heading.split("\n"), "TENTANG", style.subject, "BAB I")]
        parts.append(self._p("B. Daftar Unit Kompetensi"))
        rows = [["NO", "KODE UNIT", "JUDUL UNIT KOMPETENSI"]]
        rows += [[f"{at}.", each.code, each.title] for at, each in enumerate(self.units, 1)]
        parts.append(self._table([[[cell] for cell in row] for row in rows]))
        for at, each in enumerate(self.units, start=1):
            parts.append('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')
            parts.append(
                self._table(
                    [
                        [[style.code_label], [":"], [each.code]],
                        [[style.title_label], [":"], [each.title]],
                        [[style.description_label], [":"], [each.description]],
                    ]
                )
            )
            body = [[[style.element_header], [style.criteria_header]]]
            for number, part in enumerate(each.elements, start=1):
                left = [f"{number}. {part.title}"]
                right = [f"{number}.{place} {text}" for place, text in enumerate(part.criteria, 1)]
                if self.numbered:
                    left = [self._counted(part.title, at, 0)]
                    right = [self._counted(text, at, 1) for text in part.criteria]
                if self.rows:
                    body += [[left if not row else [], [text]] for row, text in enumerate(right)]
                else:
                    body.append([left, right])
            parts.append(self._table(body))
            for line in (style.variables_heading, *each.variables, style.guide_heading, *each.guide):
                parts.append(self._p(line))
        return packed(
            {
                "word/document.xml": document("".join(parts)),
                "word/numbering.xml": self._numbering(),
                "word/styles.xml": self._styles(),
            }
        )

    def _styles(self) -> str:
        styles = "".join(
            f'<w:style w:styleId="L{at}-{level}"><w:pPr>{NUMBERED.format(level=level, which=at)}</w:pPr></w:style>'
            for at in range(1, len(self.units) + 1)
            for level in (0, 1)
        )
        return f'<w:styles xmlns:w="{NAMESPACE}">{styles}</w:styles>'

    def _numbering(self) -> str:
        lists = "".join(
            f'<w:num w:numId="{at}"><w:abstractNumId w:val="0"/>'
            f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
            for at in range(1, len(self.units) + 1)
        )
        return (
            f'<w:numbering xmlns:w="{NAMESPACE}"><w:abstractNum w:abstractNumId="0">'
            '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
            '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl>'
            f"</w:abstractNum>{lists}</w:numbering>"
        )

    def _table(self, rows: list[list[list[str]]]) -> str:
        made = "".join(
            "<w:tr>" + "".join(f"<w:tc>{''.join(self._p(text) for text in cell)}</w:tc>" for cell in row) + "</w:tr>"
            for row in rows
        )
        return f"<w:tbl>{made}</w:tbl>"

    @staticmethod
    def _p(text: str) -> str:
        return text if text.startswith("<w:p>") else f'<w:p><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p>'

    def _counted(self, text: str, which: int, level: int) -> str:
        number = NUMBERED.format(level=level, which=which)
        if self.styled:
            number = f'<w:pStyle w:val="L{which}-{level}"/>'
        return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>{text}</w:t></w:r></w:p>"


NUMBERED = '<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{which}"/></w:numPr>'
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def document(body: str, before: str = "") -> str:
    return f'<?xml version="1.0"?>{before}<w:document xmlns:w="{NAMESPACE}"><w:body>{body}</w:body></w:document>'


def packed(parts: dict[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def three(prefix: str, version: str = "01") -> list[Unit]:
    """Three units of one family, with different counts."""
    return [
        unit(f"{prefix}.001.{version}", "Memilih Benih Tanaman Pagar", 2, 2),
        unit(
            f"{prefix}.002.{version}",
            "Menyiram Tanaman Pagar pada Musim Kemarau yang Panjang di Kebun Percobaan Rekaan",
            3,
            2,
        ),
        unit(f"{prefix}.003.{version}", "Memangkas Tanaman Pagar", 1, 4),
    ]


__all__ = [
    "Docx",
    "Element",
    "Style",
    "Unit",
    "document",
    "flowing",
    "listing",
    "packed",
    "pdf",
    "replace",
    "shape",
    "spaced",
    "three",
    "unit",
]
