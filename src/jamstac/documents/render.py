"""From the frozen record to the PDF (PDF/A-3a and PDF/UA-1): same record, same bytes.

The record is the sheet's content plus `document` (what the footer says), `lsp.logo` and the signatures. It goes
to typst as one string of JSON; nothing in it is read as markup, no file but the templates is read, no font of
the machine is used.
"""

from __future__ import annotations

import base64
import io
import json
import re
import tempfile
from collections.abc import Iterator
from datetime import datetime
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import Any, cast

import segno
import typst
from django.conf import settings
from django.urls import reverse

from jamstac.bodies.models import Body
from jamstac.documents.catalogue import CATALOGUE
from jamstac.documents.models import Sheet, Signature
from jamstac.documents.sheets import content_of
from jamstac.documents.signatures import place
from jamstac.documents.states import MediaType, SheetCode

TEMPLATES = Path(__file__).resolve().parent / "typst"
_FACES = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')

Record = dict[str, Any]


class RenderError(Exception):
    """A sheet cannot be printed. Says which sheet, and which letters in which field where that is the reason."""


def render_pdf(sheet: Sheet) -> bytes:
    """The PDF of a sheet with the signatures it has now. Raises RenderError."""
    return compile_record(SheetCode(sheet.code), record_of(sheet))


def record_of(sheet: Sheet) -> Record:
    """What the template reads."""
    code, kind = SheetCode(sheet.code), CATALOGUE[SheetCode(sheet.code)]
    record = content_of(sheet)
    url = record.get("verify_url") or settings.ORIGIN + reverse("documents:sheet", args=[sheet.body.slug, sheet.pk])
    made = sheet.made_at.astimezone(sheet.body.zone)
    record["document"] = {
        "case": sheet.case_number,
        "case_label": kind.case_label,
        "edition": sheet.edition if kind.has_edition else None,
        "version": sheet.version if sheet.version > 1 else None,
        "digest": sheet.digest,
        "verify_url": url,
        "verify_text": record.get("verify_text") or url.split("://", 1)[-1].split("#", 1)[0],
        "qr_svg": qr_svg(url),
        "date": [made.year, made.month, made.day],
        "mark": _mark(),
    }
    record["lsp"] = {**record["lsp"], "logo": logo_of(sheet.body)}
    record |= ticket_of(record)
    signatures = Signature.objects.filter(sheet=sheet).select_related("body").order_by("signed_at", "id")
    try:
        place(record, code, signatures)
    except KeyError as error:
        raise RenderError(f"{code} tidak punya tempat untuk tanda tangan peran {error}") from error
    return record


def plain_document(now: datetime, note: str = "", *, case: str | None = None, edition: str | None = None) -> Record:
    """The `document` block of a page that is no record: an empty form, the contents of a file."""
    return {
        "case": case,
        "edition": edition,
        "digest": None,
        "note": note,
        "date": [now.year, now.month, now.day],
        "mark": _mark(),
    }


def _mark() -> str | None:
    return "DEMO – BUKAN DOKUMEN RESMI" if settings.DEMO else None


def qr_svg(text: str) -> str:
    """A QR code, error level M or better, without a quiet zone (the paper around it is white)."""
    buffer = io.BytesIO()
    segno.make(text, error="m", micro=False).save(buffer, kind="svg", border=0, xmldecl=False)
    return buffer.getvalue().decode().strip()


def ticket_of(record: Record) -> Record:
    """The picture of a ticket code, where a sheet carries one (kartu peserta): made from its text, never stored."""
    return {"ticket_svg": qr_svg(record["ticket"])} if record.get("ticket") else {}


def logo_of(body: Body) -> dict[str, str] | None:
    """The LSP's logo as SVG; a photograph is wrapped in one. Decoration: not part of what is signed."""
    if not body.logo:
        return None
    data = bytes(body.logo)
    if body.logo_type in (MediaType.PNG, MediaType.JPEG):
        inside = f"data:{body.logo_type};base64,{base64.b64encode(data).decode()}"
        svg = (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">'
            f'<image href="{inside}" width="100" height="100" preserveAspectRatio="xMidYMid meet"/></svg>'
        )
    else:
        svg = data.decode()
    return {"svg": svg, "alt": f"Logo {body.name}"}


# ---------------------------------------------------------------- typst

_lock = Lock()
_compilers: dict[str, typst.Compiler] = {}


def compile_record(code: SheetCode, record: Record) -> bytes:
    """Compile the template of `code` with a whole record. Raises RenderError."""
    return compile_template(CATALOGUE[code].template, record, called=code)


def compile_template(template: str, record: Record, *, called: str = "") -> bytes:
    """Print a record that is no sheet (a slip), or the one of a sheet. One at a time: a compiler keeps its caches
    between sheets and is not made for two threads. Raises RenderError."""
    with _lock:
        if template not in _compilers:
            _compilers[template] = typst.Compiler(
                str(TEMPLATES / f"{template}.typ"),
                root=str(TEMPLATES),
                font_paths=[str(_font_folder())],
                ignore_system_fonts=True,
            )
        try:
            pdf = _compilers[template].compile(
                format="pdf",
                pdf_standards=["a-3a", "ua-1"],
                sys_inputs={"json": json.dumps(record, ensure_ascii=False)},
            )
        except typst.TypstError as error:
            raise RenderError(f"{called or template}: {_explained(error, record)}") from error
    return cast("bytes", pdf)


def _font_folder() -> Path:
    """The six faces in a folder of their own: typst takes folders, and the package's holds two files of every
    style, of which either could be chosen."""
    folder: Path = settings.HOME / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    source = resources.files("font_source_sans_pro") / "files"
    for face in _FACES:
        name = f"SourceSansPro-{face}.ttf"
        data = (source / name).read_bytes()
        target = folder / name
        if not target.exists() or target.stat().st_size != len(data):
            with tempfile.NamedTemporaryFile(dir=folder, suffix=".half", delete=False) as half:
                half.write(data)
            Path(half.name).replace(target)
    return folder


def _explained(error: typst.TypstError, record: Record) -> str:
    """The letters no font has and the fields they stand in; else typst's own words."""
    letters = "".join(dict.fromkeys("".join(_UNSHOWN.findall(error.diagnostic))))
    if not letters:
        return str(error)
    fields = [path for path, text in _texts(record) if set(text) & set(letters)]
    shown = ", ".join(f"{letter} (U+{ord(letter):04X})" for letter in letters)
    return f"tidak ada huruf untuk {shown} pada {', '.join(fields)}; tulis dengan huruf Latin"


def _texts(value: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a record with its path, such as `units.3.title`."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield from _texts(each, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _texts(each, f"{path}.{index}")
