"""Short videos from a phone: MP4 and QuickTime (ISO/IEC 14496-12), WebM. The type is read from the content; nothing
is decoded. A file cut short is found by its boxes, which must fill it exactly."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import IO

from jamstac.documents.states import MediaType

HEAD = 4096
_HEIC = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif", b"avis"})
_MP4 = frozenset({b"isom", b"avc1", b"mp41", b"mp42", b"M4V ", b"M4VH", b"MSNV", b"dash", b"3gp4", b"3gp5", b"3gp6"})
_EBML, _SEGMENT = b"\x1a\x45\xdf\xa3", b"\x18\x53\x80\x67"


def is_heic(head: bytes) -> bool:
    """A photo as iPhones keep it, which not every computer opens."""
    return head[4:8] == b"ftyp" and head[8:12] in _HEIC


def sniff(head: bytes) -> MediaType | None:
    """The type of a video by its first bytes."""
    if head[4:8] == b"ftyp":
        brand = head[8:12]
        if brand == b"qt  ":
            return MediaType.MOV
        return MediaType.MP4 if brand in _MP4 or brand[:3] == b"iso" else None
    if head.startswith(_EBML) and b"\x42\x82\x84webm" in head[:64]:
        return MediaType.WEBM
    return None


def is_whole(video: IO[bytes], media_type: MediaType) -> bool:
    """Whether the boxes fill the file and there is a picture to play. The place in the file is moved."""
    if media_type is MediaType.WEBM:
        video.seek(0)
        return _SEGMENT in video.read(HEAD)
    try:
        kinds = set(_boxes(video))
    except ValueError:
        return False
    return b"moov" in kinds and bool({b"mdat", b"moof"} & kinds)


def _boxes(video: IO[bytes]) -> Iterator[bytes]:
    """Kinds of the outermost boxes. Raises ValueError where they do not end with the file."""
    end = video.seek(0, os.SEEK_END)
    at = 0
    while at < end:
        video.seek(at)
        head = video.read(16)
        size, kind = int.from_bytes(head[:4]), head[4:8]
        least = 8
        if size == 1:
            size, least = int.from_bytes(head[8:16]), 16
        elif size == 0:  # the last one: to the end of the file
            size = end - at
        if len(head) < 8 or size < least or at + size > end:
            raise ValueError("a box longer than its file")
        yield kind
        at += size
