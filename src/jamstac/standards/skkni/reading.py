"""Decides what a file is and hands it to its reader."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from jamstac.standards.skkni.docx import read_docx
from jamstac.standards.skkni.paper import Paper, Progress
from jamstac.standards.skkni.pdf import read_pdf
from jamstac.standards.skkni.plain import read_text
from jamstac.standards.skkni.refusals import Limits, Reason, Unreadable


class Kind(Enum):
    PDF = "pdf"
    DOCX = "docx"
    TEXT = "text"


def read_paper(source: Path | bytes, kind: Kind | None, limits: Limits, progress: Progress) -> Paper:
    """Raises `Unreadable`."""
    data = _bytes(source, limits)
    kind = kind or kind_of(data)
    if kind is Kind.PDF:
        return read_pdf(data, limits, progress)
    if kind is Kind.DOCX:
        return read_docx(data, limits, progress)
    return read_text(_decoded(data), limits, progress)


def kind_of(data: bytes) -> Kind:
    """By content, not by name. Raises `Unreadable` (EMPTY, NOT_A_DOCUMENT, ENCRYPTED)."""
    if not data.strip():
        raise Unreadable(Reason.EMPTY)
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data[:4] == b"PK\x03\x04":
        return Kind.DOCX
    if data[:8] == b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1":
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise Unreadable(Reason.ENCRYPTED)
        raise Unreadable(Reason.NOT_A_DOCUMENT, "berkas Word lama; simpan sebagai DOCX atau PDF")
    _decoded(data)
    return Kind.TEXT


def _bytes(source: Path | bytes, limits: Limits) -> bytes:
    if isinstance(source, bytes):
        data = source
    else:
        with source.open("rb") as file:
            data = file.read(limits.size + 1)
    if len(data) > limits.size:
        raise Unreadable(Reason.TOO_BIG, f"batasnya {limits.size // (1024 * 1024)} MB")
    return data


def _decoded(data: bytes) -> str:
    """Text in UTF-8, UTF-16 with a mark, or Windows-1252. Raises `Unreadable` (NOT_A_DOCUMENT)."""
    encodings = ["utf-16"] if data[:2] in {b"\xff\xfe", b"\xfe\xff"} else ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        strange = sum(1 for letter in text if letter < " " and letter not in "\t\n\r\f\v\x08")
        if strange <= len(text) // 200:
            return text.replace("\v", "\n")
    raise Unreadable(Reason.NOT_A_DOCUMENT)
