"""Which row is the heading, and what each column means: by its words, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from jamstac.applications.importing.reading import Cell, Grid

NAME, NIK, BIRTH, BIRTH_DATE = "name", "nik", "birth", "birth_date"

FIELDS = {
    NAME: _("Nama lengkap"),
    NIK: _("NIK"),
    "birth_place": _("Tempat lahir"),
    BIRTH_DATE: _("Tanggal lahir"),
    BIRTH: _("Tempat dan tanggal lahir"),
    "sex": _("Jenis kelamin"),
    "nationality": _("Kebangsaan"),
    "address": _("Alamat"),
    "rt": _("RT"),
    "rw": _("RW"),
    "village": _("Kelurahan atau desa"),
    "district": _("Kecamatan"),
    "city": _("Kota atau kabupaten"),
    "province": _("Provinsi"),
    "postcode": _("Kode pos"),
    "phone": _("Nomor ponsel"),
    "email": _("Surel"),
    "education": _("Pendidikan"),
    "institution": _("Sekolah, institusi, atau perusahaan"),
    "position": _("Jabatan"),
    "participant": _("Nomor peserta"),
    "class_name": _("Kelas"),
}
"""What a column may mean, in the order of the select."""

_SYNONYMS: dict[str, str] = {
    NAME: "nama|nama lengkap|nama asesi|nama peserta|nama siswa|nama mahasiswa|nama calon asesi|nama pemohon|nama ktp"
    "|nama sesuai ktp|nama lengkap sesuai ktp|full name|nama peserta didik",
    NIK: "nik|no ktp|nomor ktp|no nik|nomor nik|ktp|nomor induk kependudukan|no identitas|nomor identitas|nik ktp"
    "|no ktp nik|nik no ktp",
    "birth_place": "tempat lahir|tmp lahir|tempat kelahiran|kota lahir|kelahiran tempat|lahir tempat",
    BIRTH_DATE: "tanggal lahir|tgl lahir|tanggal kelahiran|tgl kelahiran|kelahiran tanggal|lahir tanggal"
    "|tanggal lahir dd mm yyyy|tanggal lahir hh bb tttt|birth date|date of birth",
    BIRTH: "tempat tanggal lahir|tempat tgl lahir|ttl|tempat dan tanggal lahir|tempat dan tgl lahir",
    "sex": "jenis kelamin|jk|l p|p l|pl|lp|kelamin|gender|jenis kelamin l p|sex",
    "nationality": "kebangsaan|kewarganegaraan|warga negara",
    "address": "alamat|alamat rumah|tempat tinggal|alamat lengkap|alamat tinggal|alamat ktp|alamat domisili|domisili",
    "rt": "rt",
    "rw": "rw",
    "village": "kelurahan|desa|kelurahan desa|desa kelurahan",
    "district": "kecamatan|kec",
    "city": "kota|kabupaten|kota kabupaten|kabupaten kota|kab kota",
    "province": "provinsi|propinsi|prov",
    "postcode": "kode pos|kodepos",
    "phone": "telepon|telp|no telp|no telepon|nomor telepon|hp|no hp|nomor hp|handphone|no handphone|ponsel"
    "|nomor ponsel|no ponsel|wa|no wa|nomor wa|whatsapp|no whatsapp|nomor whatsapp|telp hp|no hp wa|kontak|phone",
    "email": "email|e mail|surel|alamat email|alamat surel|alamat e mail",
    "education": "pendidikan|pendidikan terakhir|kualifikasi pendidikan|jenjang pendidikan",
    "institution": "sekolah|asal sekolah|institusi|nama institusi|lembaga|perusahaan|instansi|asal lembaga|universitas"
    "|asal institusi|asal instansi|nama sekolah|institusi perusahaan|institusi atau perusahaan",
    "position": "jabatan|pekerjaan|posisi",
    "participant": "no peserta|nomor peserta|nopes|no ujian|nomor ujian|nis|nisn|nim|nis nisn",
    "class_name": "kelas|rombel|rombongan belajar",
}
BY_HEADING = {word: name for name, words in _SYNONYMS.items() for word in words.split("|")}

LEFT_OUT = frozenset(
    [
        "no",
        "nomor",
        "no urut",
        "username",
        "password",
        "kata sandi",
        "kode kota",
        "kode provinsi",
        "kode pendidikan",
        "kode pekerjaan",
        "kode jadwal",
        "kode jadwal bnsp",
        "tanggal uji hh bb yyyy",
        "tanggal uji",
        "nomor registrasi asesor",
        "kode sumber anggaran",
        "kode kementerian",
        "k bk",
        "tahun aktif",
        "no reg met",
        "no blanko",
        "siapkerja",
        "keterangan",
    ]
)
"""Headings of known lists that are not asked here. A password from a list is never used."""

_HEADING_WITHIN = 15
_ENOUGH = 2
_SAMPLE = 50


@dataclass(frozen=True)
class Layout:
    """Where the people of a grid begin, and what the columns are called and mean."""

    headings: list[str]
    fields: list[str]
    start: int
    """Index in the grid's rows of the first person."""

    @property
    def is_understood(self) -> bool:
        return NAME in self.fields


def normal(heading: object) -> str:
    """`Tanggal Lahir (dd/mm/yyyy)` → `tanggal lahir dd mm yyyy`; `nama_lengkap*` → `nama lengkap`."""
    return " ".join(re.findall(r"[a-z0-9]+", str(heading).lower())) if heading is not None else ""


def meaning(heading: str, remembered: Mapping[str, str]) -> str:
    """The field of a heading: what this LSP said once, else what the words say."""
    word = normal(heading)
    if word in remembered:
        return remembered[word]
    return BY_HEADING.get(word) or BY_HEADING.get(_bare(heading), "")


def _bare(heading: str) -> str:
    """Without what stands in brackets, or after a stroke that only explains."""
    return normal(re.sub(r"\(.*?\)|\[.*?\]", " ", str(heading)))


def layout_of(grid: Grid, remembered: Mapping[str, str]) -> Layout:
    """The heading row with the most columns understood, alone or joined with the row below it (merged cells);
    where no row is a heading, columns are told by what stands in them."""
    best, heaviest = None, 0
    for at in range(min(_HEADING_WITHIN, len(grid.rows))):
        here = [_written(each) for each in grid.rows[at][1]]
        for headings, start in _candidates(grid, at, here):
            fields = _once([meaning(each, remembered) for each in headings])
            known = sum(normal(each) in LEFT_OUT for each in headings)
            weight = 10 * sum(bool(each) for each in fields) + known + 5 * (NAME in fields)
            understood = sum(bool(each) for each in fields)
            if weight > heaviest and (NAME in fields or understood >= _ENOUGH):
                best, heaviest = Layout(headings, fields, start), weight
    return best or _by_content(grid)


def _candidates(grid: Grid, at: int, here: list[str]) -> list[tuple[list[str], int]]:
    found = [(here, at + 1)]
    if at + 1 < len(grid.rows):
        below = [_written(each) for each in grid.rows[at + 1][1]]
        if below and any(not each for each in here + [""] * (len(below) - len(here))):
            found.append((_joined(here, below), at + 2))
    return found


def _joined(above: list[str], below: list[str]) -> list[str]:
    """A heading in two rows: what spans columns above goes before each word below; what spans rows stays."""
    width = max(len(above), len(below))
    above, below = above + [""] * (width - len(above)), below + [""] * (width - len(below))
    headings, spanning = [], ""
    for over, under in zip(above, below, strict=True):
        spanning = over or (spanning if under else "")
        if under and BY_HEADING.get(normal(under)) and not BY_HEADING.get(normal(f"{spanning} {under}")):
            headings.append(under)
        else:
            headings.append(f"{spanning} {under}".strip() if under else over)
    return headings


def _written(cell: Cell) -> str:
    return "" if cell is None else str(cell)[:120]


def _once(fields: Sequence[str]) -> list[str]:
    """A field is given to one column: the first that claims it."""
    seen: set[str] = set()
    found = []
    for each in fields:
        found.append("" if each in seen else each)
        seen.add(each)
    return found


def _by_content(grid: Grid) -> Layout:
    """No heading we know: sixteen digits are a NIK, an @ an e-mail, words beside them a name. A first row with
    neither is a heading in words of its own, to be told by hand."""
    width = max((len(cells) for _number, cells in grid.rows[:_SAMPLE]), default=0)
    rows = [[_written(each) for each in cells] + [""] * (width - len(cells)) for _number, cells in grid.rows[:_SAMPLE]]
    fields = [""] * width
    for at in range(width):
        filled = [row[at] for row in rows if row[at]]
        for guess, test in _LOOKS.items():
            if filled and guess not in fields and sum(map(test, filled)) * 2 > len(filled):
                fields[at] = guess
                break
    telling = [at for at, field in enumerate(fields) if field in (NIK, "email")]
    if not any(_LOOKS[fields[at]](rows[0][at]) for at in telling):
        known = [field if telling else "" for field in fields]
        return Layout(rows[0] if rows else [], known, 1)
    return Layout([_("Kolom %(n)s") % {"n": column_name(at)} for at in range(width)], fields, 0)


_LOOKS: dict[str, Callable[[str], bool]] = {
    NIK: lambda text: len(re.sub(r"\D", "", text.removesuffix(".0"))) == 16,
    "email": lambda text: "@" in text,
    NAME: lambda text: bool(re.fullmatch(r"[^\W\d_]+([ .,'’-]+[^\W\d_]*)+", text)),
}


def column_name(at: int) -> str:
    """0 → A, 25 → Z, 26 → AA: as the spreadsheet calls it."""
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def choose(grids: Sequence[Grid], remembered: Mapping[str, str]) -> tuple[Grid, Layout]:
    """The sheet that is the list: the first that is understood with most columns, else the first of all."""
    found = [(grid, layout_of(grid, remembered)) for grid in grids]
    understood = [each for each in found if each[1].is_understood]
    return max(understood or found[:1], key=lambda each: sum(bool(field) for field in each[1].fields))
