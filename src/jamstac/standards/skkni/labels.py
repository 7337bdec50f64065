"""The words a decree marks its parts with, numbers and codes: in every spelling, spacing and slip of OCR seen."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

_ALIKE = {"O": "O0Q", "I": "Il1|!", "S": "S5", "B": "B8", "E": "EF", "L": "L1lI", "A": "A4", "N": "N", "T": "T7"}


def _loose(words: str) -> str:
    """A pattern for `words` with any spacing, either case and letters that OCR mistakes for one another."""
    letters = []
    for letter in words:
        if letter == " ":
            continue
        alike = "".join(sorted(set(_ALIKE.get(letter, letter)) | {letter.lower()}))
        letters.append(f"[{re.escape(alike)}]" if len(alike) > 1 else letter)
    return r"[\s.]{0,3}".join(letters)


def _either(*choices: str) -> str:
    return "(?:" + "|".join(_loose(each) for each in choices) + ")"


_LEAD = r"^[^\w:]{0,4}(?:[0-9A-Za-z]{1,3}[.)]\s*)?"
_NUMBERED = r"^[^\w:]{0,4}(?:[0-9]{1,2}[.)]\s*)?"
_UNIT = rf"(?:[\s.]{{0,12}}{_loose('UNIT')}(?:[\s.]{{0,6}}{_loose('KOMPETENSI')})?)"
_TAIL = r"(?![A-Za-z])[\s.]*"

CODE_LABEL = re.compile(rf"{_LEAD}{_either('KODE', 'NOMOR KODE')}{_UNIT}{_TAIL}")
TITLE_LABEL = re.compile(rf"{_LEAD}{_loose('JUDUL')}{_UNIT}{_TAIL}")
DESCRIPTION_LABEL = re.compile(
    rf"{_NUMBERED}{_either('DESKRIPSI', 'DISKRIPSI', 'URAIAN')}(?:\s*{_loose('JUDUL')})?{_UNIT}{_TAIL}"
)
HALF_LABEL = re.compile(rf"{_LEAD}({_either('KODE', 'JUDUL', 'DESKRIPSI', 'URAIAN')})\s*(?=:|$)")
REST_OF_LABEL = re.compile(rf"^{_loose('UNIT')}(?![A-Za-z])\s*")

ELEMENT_HEADER = re.compile(
    rf"{_LEAD}{_either('SUB KOMPETENSI', 'ELEMEN KOMPETENSI', 'ELEMENT KOMPETENSI', 'ELEMEN UNIT KOMPETENSI')}{_TAIL}"
)
CRITERIA_HEADER = re.compile(
    rf"{_LEAD}{_either('KRITERIA UNJUK KERJA', 'KRITERIA KINERJA')}(?:\s*\(?\s*KUK\s*\)?)?{_TAIL}"
)
_HEADER_WORDS = _either("ELEMEN", "ELEMENT", "SUB", "UNIT", "KOMPETENSI", "KRITERIA", "UNJUK", "KERJA", "KINERJA")
_TELLING_WORDS = _either("ELEMEN", "KRITERIA", "KOMPETENSI", "UNJUK", "KERJA")
_HEADER_WORD = re.compile(rf"^(?=.*{_TELLING_WORDS})(?:NO(?:MOR)?\.?|{_HEADER_WORDS}|\(?KUK\)?|[:/.&-]|DAN)+$")

_REST = r"\s*[:.]?\s*(?=$|1\s?[.)]?\s+[A-Z])"
VARIABLES_HEADING = re.compile(
    rf"{_LEAD}{_either('BATASAN VARIABEL', 'BATASAN VARIABLE', 'BATASAN VARIASI', 'BATASAN VARIABLEL')}{_REST}"
)
GUIDE_HEADING = re.compile(rf"{_LEAD}{_either('PANDUAN PENILAIAN', 'ACUAN PENILAIAN', 'PEDOMAN PENILAIAN')}{_REST}")
KEY_HEADING = re.compile(rf"{_LEAD}(?:TABEL\s+)?{_loose('KOMPETENSI KUNCI')}\s*[:.]?\s*$")
CONTEXT_ITEM = re.compile(r"^1\s*[.)]?\s*konteks\s+(?:variabel|penilaian)", re.IGNORECASE)
CLOSING = re.compile(r"^(?:BAB\s+[IVX]{1,4}\b|(?i:ditetapkan\s+di\b))")
CRITICAL_HEADING = re.compile(r"^(\d{1,2})?\s*[.)]?\s*aspek\s+(?:kritis|penting)\b", re.IGNORECASE)

LIST_HEADING = re.compile(r"daftar\s+(?:nama\s+)?unit\s+(?:kompetensi|standar)", re.IGNORECASE)

_DOT = r"\s?[.,·]\s?"
_FIGURES = r"[0-9]{1,2}|[lI][0-9]?|[0-9][lIO]"
_LAST_FIGURES = r"[0-9]{1,2}(?![0-9])|[0-9]?[lIO](?![0-9A-Za-z])|[lI][0-9](?![0-9])"
CRITERION_NUMBER = re.compile(
    rf"^[({{\[]?\s?({_FIGURES}){_DOT}(?!0(?!\d))({_LAST_FIGURES})(?!\s?[.,·]\d)\s?[.,)]?"
    r"(?=\s|$|[A-Za-z“\"(])\s*"
)
INLINE_CRITERION = re.compile(r"(?<=\s)(\d{1,2})\.\s?(\d{1,2})(?![\d])\.?(?=\s+[A-Za-z“\"(]|\s*$)")
ELEMENT_NUMBER = re.compile(
    r"^[({\[]?\s?(?:[Ee]lemen\s+)?([0-9lI]{1,2})\s?(?:\.\s?0(?=\s)|[.,):])\s*(?![0-9])"
    r"|^[({\[]?0?(\d{1,2})\s*(?:$|(?=\s[A-Z“\"]))\s*"
)

CODE = re.compile(
    r"(?<![A-Za-z0-9.])[A-Z]{1,4}[A-Z0-9]*(?:\s{0,2}[.,–-]\s{0,2}[A-Z0-9lo]{1,8}){0,4}"
    r"\s{0,2}[.,–-]\s{0,2}[0-9lO]{2,3}\s{0,2}[.,–-]\s{0,2}[0-9lO]{1,3}(?![A-Za-z0-9])"
)

BREAK_IN_FLAT_TEXT = re.compile(
    r"\s+(?=(?i:(?:KODE|JUDUL|DESKRIPSI|URAIAN)\s+UNIT\s*:|(?:ELEMEN|SUB)\s+KOMPETENSI\s+KRITERIA"
    r"|(?:BATASAN\s+VARIABEL|(?:PANDUAN|ACUAN)\s+PENILAIAN)\s*:?\s+1\s*\.?\s)"
    r"|BATASAN\s+VARIABEL\b|PANDUAN\s+PENILAIAN\b|KOMPETENSI\s+KUNCI\b|LAMPIRAN\b|TENTANG\b|BAB\s+[IVX]+\b"
    r"|DENGAN\s+RAHMAT\b|[A-Z]\.\s+(?:Daftar|Uraian|Pemetaan)\b|Ditetapkan\s+di\b|\(Tidak\s+ada"
    r"|\d{1,2}(?:\.\s?\d{1,2}){1,3}\.?\s+[A-Z“\"(]|\d{1,2}\.\s+[A-Z“\"(])"
    r"|(?<=KRITERIA UNJUK KERJA)\s+|(?<=Kriteria Unjuk Kerja)\s+(?=1)"
    r"|(?<=Daftar Unit Kompetensi)\s+|(?<=Uraian Unit Kompetensi)\s+"
)


def figure(text: str) -> int:
    """The number in `text`, letters that OCR puts for figures read as figures."""
    return int(text.translate(str.maketrans("lIO", "110")))


def corrected(text: str) -> str:
    """A line whose label or heading is misspelt by a letter or two, with the label as it should be."""
    head, colon, rest = text.partition(":")
    squeezed = re.sub(r"[^A-Z]", "", head.upper().translate(_LOOK_ALIKES))
    if not 7 <= len(squeezed) <= 40:
        return text
    meant = _LABELS if colon and rest.strip() else _HEADINGS if head.isupper() else ()
    for label in meant:
        plain = label.replace(" ", "")
        if squeezed == plain:
            return text
        if abs(len(squeezed) - len(plain)) <= 2 and SequenceMatcher(None, squeezed, plain).ratio() >= 0.87:
            return f"{label} {colon}{rest}".rstrip()
    return text


_LOOK_ALIKES = str.maketrans("01|58", "OIISB")
_LABELS = ("KODE UNIT", "JUDUL UNIT", "DESKRIPSI UNIT")
_HEADINGS = (
    "ELEMEN KOMPETENSI KRITERIA UNJUK KERJA",
    "ELEMEN KOMPETENSI",
    "KRITERIA UNJUK KERJA",
    "BATASAN VARIABEL",
    "PANDUAN PENILAIAN",
)


def is_table_header(text: str) -> bool:
    """A line of nothing but the words of the header row of the table of elements."""
    squeezed = re.sub(r"\s+", "", text)
    return 4 <= len(squeezed) <= 60 and _HEADER_WORD.match(squeezed) is not None


def code_key(code: str) -> str:
    """What makes two codes the same: letters and figures only, OCR's look-alikes aside."""
    return re.sub(r"[^A-Z0-9]", "", code.upper()).replace("O", "0").replace("L", "1")


def code_shape(code: str) -> str:
    """The form of a code: every letter A, every figure 9."""
    return re.sub(r"[0-9]", "9", re.sub(r"[A-Za-z]", "A", code))


def tidy_code(text: str) -> str:
    """A code as printed, without the spaces a table or OCR puts into it."""
    return re.sub(r"\s+", "", text).rstrip(".,;:")
