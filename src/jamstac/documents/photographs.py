"""What a camera writes into a photo (EXIF): time, place and which side is up are read; the copy that is kept has
nothing of it but which side is up. JPEG (ISO 10918) and PNG (ISO 15948), without an imaging library.

Whatever is damaged or strange in the metadata is as good as absent: a photo never fails for it.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from fractions import Fraction

_JPEG, _PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\x00\x00"
_SOS = 0xDA
_ADOBE = 0xEE  # how its colours are meant: without it a picture changes its look
_PNG_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs"})
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8}
_ORIENTATION, _EXIF_IFD, _GPS_IFD = 0x0112, 0x8769, 0x8825
_TAKEN, _OFFSET = 0x9003, 0x9011
_MICRO = 1_000_000

Tags = dict[int, bytes]


@dataclass(frozen=True)
class Taken:
    """`at` has a zone only where the camera wrote one; coordinates are millionths of a degree."""

    at: datetime | None = None
    latitude: int | None = None
    longitude: int | None = None


@dataclass(frozen=True)
class _Tiff:
    data: bytes
    order: str

    def number(self, kind: str, at: int) -> int:
        return int(struct.unpack_from(self.order + kind, self.data, at)[0])

    def tags(self, at: int) -> Tags:
        """Tag → its bytes, of one directory."""
        found = {}
        for index in range(self.number("H", at)):
            entry = at + 2 + 12 * index
            tag, kind = self.number("H", entry), self.number("H", entry + 2)
            size = _SIZES.get(kind, 1) * self.number("I", entry + 4)
            start = entry + 8 if size <= 4 else self.number("I", entry + 8)
            found[tag] = self.data[start : start + size]
        return found

    def value(self, raw: bytes) -> int:
        """A SHORT or LONG."""
        return int(struct.unpack_from(self.order + ("H" if len(raw) == 2 else "I"), raw)[0])

    def degrees(self, raw: bytes) -> int:
        """Three rationals, degrees, minutes and seconds, as millionths of a degree."""
        parts = struct.unpack(self.order + "6I", raw)
        whole = sum(Fraction(parts[2 * index], (parts[2 * index + 1] or 1) * 60**index) for index in range(3))
        return round(whole * _MICRO)


def read(data: bytes) -> Taken:
    """Time and place the camera wrote; empty where it wrote none or none that can be read."""
    try:
        tiff = _tiff(data)
        return Taken() if tiff is None else _taken(tiff)
    except (struct.error, ValueError, OverflowError):
        return Taken()


def bare(data: bytes) -> bytes:
    """The same picture without metadata. Of the camera's notes only which side is up remains."""
    try:
        if data.startswith(_JPEG):
            return _bare_jpeg(data)
        if data.startswith(_PNG):
            return _PNG + b"".join(chunk for kind, chunk in _chunks(data) if kind in _PNG_KEPT)
    except struct.error:
        pass
    raise ValueError("no JPEG or PNG that can be read")


# ---------------------------------------------------------------- the containers


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, whole segment); the last one is everything from the scan on."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte
            at += 1
            continue
        if marker == _SOS:
            yield marker, data[at:]
            return
        end = at + 2 + int(struct.unpack_from(">H", data, at + 2)[0])
        yield marker, data[at:end]
        at = end


def _is_app(marker: int) -> bool:
    return 0xE0 <= marker <= 0xEF


def _bare_jpeg(data: bytes) -> bytes:
    segments = list(_segments(data))
    if not segments or segments[-1][0] != _SOS:
        raise ValueError("a JPEG without a picture")
    kept = [each for marker, each in segments if marker in (0xE0, _ADOBE) or not (_is_app(marker) or marker == 0xFE)]
    up = _side_up(data)
    head = [] if up in (None, 1) else [_only_orientation(up)]
    kept[-1] = kept[-1][: kept[-1].find(b"\xff\xd9") + 2]  # nothing rides behind the picture
    return _JPEG + b"".join([*head, *kept])


def _side_up(data: bytes) -> int | None:
    try:
        tiff = _tiff(data)
        if tiff is None:
            return None
        raw = tiff.tags(tiff.number("I", 4)).get(_ORIENTATION)
        return tiff.value(raw[:2]) if raw else None
    except struct.error:
        return None


def _only_orientation(value: int) -> bytes:
    body = _EXIF + b"MM\x00\x2a\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, _ORIENTATION, 3, 1, value, 0, 0)
    return struct.pack(">BBH", 0xFF, 0xE1, len(body) + 2) + body


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_PNG)
    while at + 12 <= len(data):
        size, kind = struct.unpack_from(">I4s", data, at)
        yield kind, data[at : at + 12 + size]
        at += 12 + size


# ---------------------------------------------------------------- what the camera wrote


def _tiff(data: bytes) -> _Tiff | None:
    raw = None
    if data.startswith(_JPEG):
        raw = next((s[10:] for m, s in _segments(data) if m == 0xE1 and s[4:10] == _EXIF), None)
    elif data.startswith(_PNG):
        raw = next((chunk[8:-4] for kind, chunk in _chunks(data) if kind == b"eXIf"), None)
    orders = {b"II": "<", b"MM": ">"}
    return None if raw is None or raw[:2] not in orders else _Tiff(raw, orders[raw[:2]])


def _taken(tiff: _Tiff) -> Taken:
    first = tiff.tags(tiff.number("I", 4))
    camera = tiff.tags(tiff.value(first[_EXIF_IFD])) if _EXIF_IFD in first else {}
    latitude, longitude = _place(tiff, first)
    return Taken(_moment(camera), latitude, longitude)


def _moment(camera: Tags) -> datetime | None:
    text = camera.get(_TAKEN, b"").rstrip(b"\x00 ").decode("ascii", "replace")
    if not text:
        return None
    try:
        at = datetime.strptime(text, "%Y:%m:%d %H:%M:%S")  # noqa: DTZ007 - the zone stands beside it, or nowhere
    except ValueError:
        return None
    return at if (zone := _zone(camera)) is None else at.replace(tzinfo=zone)


def _zone(camera: Tags) -> timezone | None:
    text = camera.get(_OFFSET, b"").rstrip(b"\x00 ").decode("ascii", "replace")
    try:
        sign, hours, minutes = text[0], int(text[1:3]), int(text[4:6])
        offset = timedelta(hours=hours, minutes=minutes)
        return timezone(-offset if sign == "-" else offset)
    except (ValueError, IndexError):
        return None


def _place(tiff: _Tiff, first: Tags) -> tuple[int | None, int | None]:
    if _GPS_IFD not in first:
        return None, None
    gps = tiff.tags(tiff.value(first[_GPS_IFD]))
    if not {1, 2, 3, 4} <= set(gps):
        return None, None
    latitude, longitude = tiff.degrees(gps[2]), tiff.degrees(gps[4])
    if latitude > 90 * _MICRO or longitude > 180 * _MICRO:
        return None, None
    return (-latitude if gps[1][:1] == b"S" else latitude), (-longitude if gps[3][:1] == b"W" else longitude)
