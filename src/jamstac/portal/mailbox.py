"""The demo's letter box: mail that Django's file backend wrote to a folder, read back for a page."""

from __future__ import annotations

import email
import email.policy
import re
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.utils import parsedate_to_datetime
from pathlib import Path

_RULE = re.compile(rb"^-{79}\n", re.MULTILINE)
_LINK = re.compile(r"(https?://[^\s<>\"]+)")


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `link` is set where it is an address to follow."""

    text: str
    link: str = ""


@dataclass(frozen=True)
class Letter:
    at: datetime | None
    to: str
    subject: str
    paragraphs: list[list[Piece]]


def letters(folder: Path, limit: int = 20) -> list[Letter]:
    """The newest letters first. A folder that is not there holds none."""
    files = sorted(folder.glob("*.log"), key=lambda path: path.stat().st_mtime_ns, reverse=True)[:limit]
    found: list[Letter] = []
    for path in files:
        raw = [part for part in _RULE.split(path.read_bytes()) if part.strip()]
        found += [_letter(part) for part in reversed(raw)]
        if len(found) >= limit:
            break
    return found[:limit]


def _letter(raw: bytes) -> Letter:
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    body = message.get_body(preferencelist=("plain", "html"))
    text = "" if body is None else str(body.get_content())
    paragraphs = [_pieces(part.strip()) for part in re.split(r"\n\s*\n", text) if part.strip()]
    return Letter(_date(message), str(message["To"] or ""), str(message["Subject"] or ""), paragraphs)


def _date(message: EmailMessage) -> datetime | None:
    try:
        return parsedate_to_datetime(str(message["Date"]))
    except ValueError:
        return None


def _pieces(paragraph: str) -> list[Piece]:
    return [Piece(part, part if _LINK.fullmatch(part) else "") for part in _LINK.split(paragraph) if part]
