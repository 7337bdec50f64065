"""Files that are not read end in a reason and a sentence, in a child process, and never in a crash."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import zlib
from pathlib import Path

import pytest

from jamstac.standards.skkni import Limits, Reason, Unreadable, read_decree
from jamstac.standards.skkni.worker import read_apart
from tests.standards.decrees import NAMESPACE, Docx, document, flowing, packed, pdf, shape, three

UNITS = three("J.620100")
MIB = 1024 * 1024


def refusal(data: bytes | Path, limits: Limits = Limits()) -> Unreadable:  # noqa: B008
    with pytest.raises(Unreadable) as stopped:
        read_apart(data, limits=limits)
    return stopped.value


def raw_pdf(objects: list[bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A PDF of these objects, numbered from 1."""
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d %s >>\nstartxref\n%d\n%%%%EOF"
    return out + end % (len(objects) + 1, table, len(objects) + 1, trailer, len(out))


def paged(kids: bytes, count: int, *more: bytes, trailer: bytes = b"/Root 1 0 R") -> bytes:
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"
    tree = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count)
    return raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page, *more], trailer)


@pytest.fixture(scope="module")
def good() -> bytes:
    return pdf(UNITS)


def test_a_decree_is_read_apart_as_it_is_read_here(good: bytes, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    path = tmp_path / "keputusan.pdf"
    path.write_bytes(good)
    here = read_decree(good)
    assert read_apart(good, progress=lambda done, of: told.append((done, of))) == here
    assert read_apart(path) == here
    assert shape(here.units) == shape(UNITS)
    assert told == [(page, here.pages) for page in range(1, here.pages + 1)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.EMPTY),
        (b"  \n\t ", Reason.EMPTY),
        (bytes(range(256)) * 40, Reason.NOT_A_DOCUMENT),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 4000, Reason.NOT_A_DOCUMENT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 4000, Reason.NOT_A_DOCUMENT),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), Reason.ENCRYPTED),
        (packed({"xl/workbook.xml": "<x/>"}), Reason.NOT_A_DOCUMENT),
        (b"PK\x03\x04" + b"\0" * 500, Reason.DAMAGED),
        (Docx(UNITS).bytes()[:900], Reason.DAMAGED),
        (packed({"word/document.xml": "<w:document"}), Reason.DAMAGED),
        (packed({"word/document.xml": f'<w:document xmlns:w="{NAMESPACE}"/>'}), Reason.DAMAGED),
        (b"%PDF-1.7\nnot a pdf", Reason.DAMAGED),
        (paged(b"3 0 R", 1), Reason.SCANNED),
        (b"Surat biasa tentang kebun.\n" * 20, Reason.NO_UNIT),
        (packed({"word/document.xml": document("<w:p><w:r><w:t>Surat</w:t></w:r></w:p>")}), Reason.NO_UNIT),
    ],
    ids=[
        "empty", "blanks", "binary", "picture", "old word", "locked word", "spreadsheet", "archive header only",
        "cut docx", "cut xml", "no body", "pdf header only", "scan", "letter", "letter in word",
    ],
)  # fmt: skip
def test_what_is_not_a_decree_is_refused_with_its_reason(data: bytes, reason: Reason) -> None:
    assert refusal(data).reason is reason


def test_a_locked_pdf_is_refused() -> None:
    locked = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    data = paged(b"3 0 R", 1, locked, trailer=b"/Root 1 0 R /Encrypt 4 0 R /ID [<00><00>]")
    assert refusal(data).reason is Reason.ENCRYPTED


@pytest.mark.parametrize("share", [0.02, 0.2, 0.5, 0.8, 0.999])
def test_a_truncated_pdf_is_refused_not_read_in_part(good: bytes, share: float) -> None:
    assert refusal(good[: int(len(good) * share)]).reason is Reason.DAMAGED


def test_a_pdf_laid_out_for_the_web_that_is_shorter_than_it_says_is_refused() -> None:
    web = paged(b"3 0 R", 1).replace(b"%PDF-1.4\n", b"%PDF-1.4\n%<< /Linearized 1 /L 99999 /O 3 >>\n")
    assert refusal(web).reason is Reason.DAMAGED


def test_what_a_mail_server_puts_behind_the_end_does_not_matter(good: bytes) -> None:
    assert shape(read_apart(good + b"\r\n-- \r\nterkirim dari ponsel" * 100).units) == shape(UNITS)


def test_a_file_larger_than_the_limit_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "besar.pdf"
    with path.open("wb") as file:
        file.truncate(3 * MIB)
    refused = refusal(path, Limits(size=2 * MIB))
    assert refused.reason is Reason.TOO_BIG
    assert "2 MB" in str(refused)
    assert refusal(b"%PDF-" + b"0" * 3 * MIB, Limits(size=2 * MIB)).reason is Reason.TOO_BIG


@pytest.mark.parametrize(
    "data",
    [
        paged(b"3 0 R " * 10_000, 10_000),
        ("\f".join(["halaman"] * 10_000)).encode(),
        packed({"word/document.xml": document('<w:p><w:r><w:br w:type="page"/><w:t>a</w:t></w:r></w:p>' * 2_000)}),
    ],
    ids=["pdf", "text", "docx"],
)
def test_too_many_pages_are_refused(data: bytes) -> None:
    assert refusal(data).reason is Reason.TOO_MANY_PAGES


BOMB = "".join(f'<!ENTITY {chr(98 + at)} "{f"&{chr(97 + at)};" * 10}">' for at in range(8))
HOSTILE = {
    "zip bomb": packed({"word/document.xml": document("<w:p/>" + " " * (80 * MIB))}),
    "entities": packed({"word/document.xml": document("<w:p/>", f'<!DOCTYPE d [<!ENTITY a "ha">{BOMB}]>')}),
    "external entity": packed(
        {"word/document.xml": document("&x;", '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>')}
    ),
    "deep nesting": packed(
        {"word/document.xml": document("<w:tbl><w:tr><w:tc>" * 60_000 + "</w:tc></w:tr></w:tbl>" * 60_000)}
    ),
    "many nodes": packed({"word/document.xml": document("<w:p/>" * 4_000_000)}),
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_docx_that_swells_or_nests_is_refused(data: bytes) -> None:
    assert refusal(data).reason in {Reason.HOSTILE, Reason.TOO_MUCH_MEMORY}


def content(operators: bytes) -> bytes:
    packed_operators = zlib.compress(operators)
    return b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed_operators), packed_operators)


def drawn(operators: bytes) -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    page = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F 5 0 R >> /XObject << /X 6 0 R >> >> >>"
    )
    form = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >> /Length 4 >>\n"
        b"stream\n/X Do\nendstream"
    )
    tree = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
    return raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", tree, page, content(operators), font, form])


NESTED = [
    b"<< /Type /Catalog /Pages 2 0 R >>",
    *[b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (number + 1) for number in range(2, 5000)],
    b"<< /Type /Page /MediaBox [0 0 595 842] >>",
]
HOSTILE_PDF = {
    "page tree that holds itself": paged(b"2 0 R", 5),
    "page tree five thousand deep": raw_pdf(NESTED),
    "claims two billion pages": paged(b"3 0 R", 2_000_000_000),
    "negative count": paged(b"3 0 R", -5),
    "form that draws itself": drawn(b"/X Do"),
    "letters without end": drawn(b"BT /F 1 Tf (" + b"a" * 3_000_000 + b") Tj ET"),
    "swelling stream": drawn(b" " * (300 * MIB)),
    "arrays without end": paged(b"3 0 R", 1, b"[" * 200_000),
}


@pytest.mark.parametrize("data", HOSTILE_PDF.values(), ids=HOSTILE_PDF.keys())
def test_a_pdf_made_to_harm_is_refused(data: bytes) -> None:
    start = time.monotonic()
    assert refusal(data).reason is not Reason.FAILED
    assert time.monotonic() - start < 20


def test_reading_that_takes_too_long_is_stopped(good: bytes) -> None:
    start = time.monotonic()
    assert refusal(good, Limits(seconds=0.01)).reason is Reason.TOO_LONG
    assert time.monotonic() - start < 5


def test_reading_that_needs_too_much_memory_is_stopped() -> None:
    big = (flowing(UNITS) + "\n" + "kebun pagar " * 4_000_000).encode()
    assert refusal(big, Limits(memory=150 * MIB)).reason is Reason.TOO_MUCH_MEMORY


def test_the_child_gets_no_secrets_and_leaves_no_process(good: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET_KEY", "rahasia")
    read_apart(good)
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def test_every_refusal_has_a_sentence() -> None:
    assert all(reason.value.endswith(".") and reason.value[0].isupper() for reason in Reason)
    assert str(Unreadable(Reason.SCANNED, "3 halaman")).endswith("(3 halaman)")


def test_the_reader_knows_no_django() -> None:
    probe = "import sys, jamstac.standards.skkni.worker; sys.exit('django' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", probe], env={"PYTHONPATH": "src"}, check=False).returncode == 0
