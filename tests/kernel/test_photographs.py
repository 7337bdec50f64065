"""What a camera writes is read, and is gone from the copy that is kept."""

from __future__ import annotations

import struct
import zlib
from datetime import datetime, timedelta, timezone

import pytest

from jamstac.documents.photographs import Taken, bare, read

SCAN = b"\xff\xda\x00\x08\x01\x01\x00\x00\x3f\x00" + b"\x12\x34" + b"\xff\xd9"
JFIF = b"\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"


def _entry(order: str, tag: int, kind: int, count: int, value: bytes) -> bytes:
    return struct.pack(f"{order}HHI", tag, kind, count) + value.ljust(4, b"\x00")


def exif(*, order: str = "<", orientation: int = 6, gps: bool = True, taken: bytes = b"2026:11:24 08:05:30") -> bytes:
    """A TIFF block as a phone writes it: orientation, time with its zone, place (6°54'0"S, 107°37'12"E)."""
    long = f"{order}I"
    entries = 3 if gps else 2
    ifd0, sub, place, data = 8, 8 + 2 + 12 * entries + 4, 0, 0
    place = sub + 2 + 12 * 2 + 4
    data = place + (2 + 12 * 4 + 4 if gps else 0)
    stamp = taken + b"\x00"
    zone = b"+07:00\x00"
    lat = struct.pack(f"{order}6I", 6, 1, 54, 1, 0, 1)
    lon = struct.pack(f"{order}6I", 107, 1, 37, 1, 1200, 100)
    at_zone, at_lat = data + len(stamp), data + len(stamp) + len(zone)
    short = struct.pack(f"{order}H", orientation)
    head = (b"II*\x00" if order == "<" else b"MM\x00*") + struct.pack(long, ifd0)
    first = [
        _entry(order, 0x0112, 3, 1, short),
        _entry(order, 0x8769, 4, 1, struct.pack(long, sub)),
    ] + ([_entry(order, 0x8825, 4, 1, struct.pack(long, place))] if gps else [])
    camera = [
        _entry(order, 0x9003, 2, len(stamp), struct.pack(long, data)),
        _entry(order, 0x9011, 2, len(zone), struct.pack(long, at_zone)),
    ]
    where = [
        _entry(order, 1, 2, 2, b"S\x00"),
        _entry(order, 2, 5, 3, struct.pack(long, at_lat)),
        _entry(order, 3, 2, 2, b"E\x00"),
        _entry(order, 4, 5, 3, struct.pack(long, at_lat + len(lat))),
    ]
    blocks = [first, camera, *([where] if gps else [])]
    packed = b"".join(struct.pack(f"{order}H", len(each)) + b"".join(each) + b"\x00" * 4 for each in blocks)
    return head + packed + stamp + zone + lat + lon


def jpeg(block: bytes | None = None, tail: bytes = b"") -> bytes:
    app1 = b"" if block is None else b"\xff\xe1" + struct.pack(">H", len(block) + 8) + b"Exif\x00\x00" + block
    note = b"\xff\xfe\x00\x09rahasia"
    return b"\xff\xd8" + JFIF + app1 + note + SCAN + tail


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(block: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = [
        (b"IHDR", header),
        (b"eXIf", block),
        (b"tEXt", b"Author\x00Rekaan"),
        (b"IDAT", zlib.compress(b"\x00\x00")),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


WIB = timezone(timedelta(hours=7))
THERE = Taken(datetime(2026, 11, 24, 8, 5, 30, tzinfo=WIB), -6_900_000, 107_620_000)


@pytest.mark.parametrize("order", ["<", ">"])
def test_time_and_place_are_read_in_either_byte_order(order: str) -> None:
    assert read(jpeg(exif(order=order))) == THERE


def test_a_png_tells_the_same() -> None:
    assert read(png(exif())) == THERE


def test_a_photo_without_a_place_still_has_its_time() -> None:
    assert read(jpeg(exif(gps=False))) == Taken(THERE.at)


def test_a_photo_without_notes_tells_nothing() -> None:
    assert read(jpeg()) == Taken()


@pytest.mark.parametrize("cut", range(8, 190, 7))
def test_damaged_notes_are_as_good_as_none(cut: int) -> None:
    told = read(jpeg(exif()[:cut]))
    assert told.latitude in (None, THERE.latitude)


def test_nonsense_for_a_time_is_no_time() -> None:
    assert read(jpeg(exif(taken=b"0000:00:00 00:00:00"))).at is None


def test_the_copy_keeps_nothing_but_which_side_is_up() -> None:
    copy = bare(jpeg(exif()))
    assert read(copy) == Taken()
    assert b"rahasia" not in copy
    assert b"2026" not in copy
    assert struct.pack(">HHIH", 0x0112, 3, 1, 6) in copy
    assert copy.endswith(SCAN)


def test_a_photo_that_stands_upright_keeps_no_notes_at_all() -> None:
    assert b"Exif" not in bare(jpeg(exif(orientation=1)))


def test_what_rides_behind_the_picture_is_left_behind() -> None:
    assert bare(jpeg(exif(), tail=b"video" * 30)).endswith(SCAN)


def test_a_png_keeps_its_picture_only() -> None:
    copy = bare(png(exif()))
    assert b"eXIf" not in copy
    assert b"Rekaan" not in copy
    assert b"IDAT" in copy
    assert copy.endswith(b"IEND\xaeB`\x82")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"\xff\xd8", b"\xff\xd8\xff\xe0"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="JPEG"):
        bare(data)
