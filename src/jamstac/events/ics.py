"""Events as iCalendar (RFC 5545): UTC times, text escaped, lines folded at 75 octets and ended by CRLF."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime

PRODUCT = "-//JAMSTAC//Jadwal asesmen//ID"
MEDIA_TYPE = "text/calendar; charset=utf-8"
LIMIT = 75
"""Octets of a line without its CRLF (RFC 5545 3.1)."""


@dataclass(frozen=True)
class Entry:
    """One event in a calendar. `uid` never changes; `sequence` grows with every change of plan (RFC 5545 3.8.7.4)."""

    uid: str
    begins: datetime
    ends: datetime
    changed_at: datetime
    summary: str
    location: str
    description: str
    status: str = "CONFIRMED"
    sequence: int = 0
    url: str = ""


def calendar(name: str, entries: Iterable[Entry]) -> bytes:
    """A whole calendar object."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{PRODUCT}", "CALSCALE:GREGORIAN", "METHOD:PUBLISH"]
    lines += [f"NAME:{escape(name)}", f"X-WR-CALNAME:{escape(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT6H"]
    for entry in entries:
        lines += _lines(entry)
    lines.append("END:VCALENDAR")
    return b"".join(fold(line) for line in lines)


def _lines(entry: Entry) -> list[str]:
    lines = [
        "BEGIN:VEVENT",
        f"UID:{escape(entry.uid)}",
        f"DTSTAMP:{utc(entry.changed_at)}",
        f"LAST-MODIFIED:{utc(entry.changed_at)}",
        f"SEQUENCE:{entry.sequence}",
        f"DTSTART:{utc(entry.begins)}",
        f"DTEND:{utc(entry.ends)}",
        f"STATUS:{entry.status}",
        f"SUMMARY:{escape(entry.summary)}",
        f"LOCATION:{escape(entry.location)}",
        f"DESCRIPTION:{escape(entry.description)}",
    ]
    if entry.url:
        lines.append(f"URL:{entry.url}")
    return [*lines, "END:VEVENT"]


def utc(moment: datetime) -> str:
    """20261126T010000Z. Raises ValueError for a moment without a zone."""
    if moment.tzinfo is None:
        raise ValueError("a moment in a calendar has a zone")
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escape(text: str) -> str:
    """A TEXT value (RFC 5545 3.3.11). Other control characters may not stand in one and are left out."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = "".join(sign for sign in text if sign in "\n\t" or (ord(sign) >= 32 and ord(sign) != 127))
    return text.replace("\\", "\\\\").replace(";", r"\;").replace(",", r"\,").replace("\n", r"\n")


def fold(line: str) -> bytes:
    """The content line in pieces of at most 75 octets, none of which cuts a character in two."""
    pieces: list[bytes] = []
    piece = b""
    for sign in line:
        octets = sign.encode()
        if len(piece) + len(octets) > LIMIT:
            pieces.append(piece)
            piece = b" "
        piece += octets
    pieces.append(piece)
    return b"\r\n".join(pieces) + b"\r\n"
