"""Evidence files: checked by content, kept under their SHA-256. Never called inside a door: hashing takes time."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import IO, Any

import pypdfium2
from django.conf import settings
from django.core.files.base import ContentFile, File
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.db.models import Sum
from django.utils import timezone

from jamstac.bodies.models import Body
from jamstac.documents import videos
from jamstac.documents.models import StoredFile
from jamstac.documents.states import MediaType
from jamstac.kernel.verdicts import ALLOW, Verdict, refuse, refuse_if
from jamstac.people.models import Account

UPLOADS_A_DAY = 300
"""Files of one account at one LSP in a day: far more than a case needs, too few to fill a disk."""
BYTES_A_DAY = 300 * settings.UPLOAD_LIMIT
"""The same in bytes, since a video is larger than a photo."""
PIECE = 256 * 1024
"""How much of a large file is in memory at a time."""
_PNG_END = b"IEND\xaeB`\x82"


class SentUpload(UploadedFile[Any]):
    """A file that came in pieces (`documents.uploads`). `kept`: the stored file, where a form used it before;
    `used` is told the file it becomes."""

    def __init__(self, path: Path | None, name: str, size: int, kept: str, used: Callable[[str], None]) -> None:
        super().__init__(None, name, size=size)
        self.path, self.kept, self.used = path, kept, used

    def opened(self) -> SentUpload:
        """Only opened while it is read: `with upload.opened():`."""
        assert self.path is not None, "an upload that is kept already has no bytes of its own"
        self.file = self.path.open("rb")
        return self


class LostUpload(UploadedFile[Any]):
    """A form names an upload that is not there, not whole, or not of this person."""

    def __init__(self) -> None:
        super().__init__(ContentFile(b""), "unggahan", size=0)


def sniff(data: bytes) -> MediaType | None:
    """The type by content (magic bytes of ISO 32000, ISO 10918, ISO 15948), whatever the name says."""
    if data.startswith(b"%PDF-"):
        return MediaType.PDF
    if data.startswith(b"\xff\xd8\xff"):
        return MediaType.JPEG
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return MediaType.PNG
    return None


def _is_whole(data: bytes, media_type: MediaType) -> bool:
    if media_type is MediaType.PNG:
        return _PNG_END in data[-64:]
    if media_type is MediaType.JPEG:
        return b"\xff\xd9" in data[-64:]
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return False
    try:
        return len(document) > 0
    finally:
        document.close()


def check(data: bytes, limit: int | None = None) -> Verdict:
    """Why `data` cannot be evidence: empty, over the limit (bytes), another type, damaged."""
    limit = limit or settings.UPLOAD_LIMIT
    if not data:
        return refuse("file.empty")
    if len(data) > limit:
        return refuse("file.too_big", limit=limit // 1024 // 1024)
    media_type = sniff(data)
    if media_type is None:
        return refuse("file.heic" if videos.is_heic(data) else "file.type")
    return ALLOW if _is_whole(data, media_type) else refuse("file.damaged")


def clean_name(name: str) -> str:
    """A file name that is safe to show and to offer for download; at most 120 characters."""
    name = re.sub(r"[^\w .()-]+", "_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")
    return name[-120:] or "berkas"


def keep(data: bytes, name: str, body: Body, account: Account | None) -> StoredFile:
    """Store checked bytes; the same bytes are stored once. The caller has asked `check`."""
    media_type = sniff(data)
    assert media_type is not None, "keep() takes checked bytes"
    return _row(put(data), len(data), media_type, name, body, account)


def _row(sha256: str, size: int, media_type: MediaType, name: str, body: Body, account: Account | None) -> StoredFile:
    return StoredFile.objects.create(
        body=body,
        sha256=sha256,
        name=clean_name(name),
        media_type=media_type,
        size=size,
        uploaded_by=account,
        uploaded_at=timezone.now(),
    )


def put(data: bytes) -> str:
    """The bytes in the storage, once, whatever is there now: a write cut short is written again. Their SHA-256."""
    sha256 = hashlib.sha256(data).hexdigest()
    path = path_of(sha256)
    if default_storage.exists(path) and default_storage.size(path) != len(data):
        default_storage.delete(path)
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(data))
    return sha256


def keep_upload(
    upload: UploadedFile[Any] | None,
    body: Body,
    account: Account | None,
    *,
    a_day: int | None = None,
    with_video: bool = False,
) -> tuple[StoredFile | None, Verdict]:
    """Check and store an uploaded file: the stored file, or why not. Reads at most the limit + 1 bytes, and a video
    piece by piece. `a_day`: how many an account may keep (staff who file for a whole class need more). An upload in
    pieces is stored once, however often its form comes."""
    if upload is None:
        return None, refuse("file.empty")
    if isinstance(upload, LostUpload):
        return None, refuse("upload.gone")
    if isinstance(upload, SentUpload) and upload.kept:
        return StoredFile.objects.get(body=body, pk=upload.kept), ALLOW
    more = _may_keep_more(body, account, a_day or UPLOADS_A_DAY)
    if not isinstance(upload, SentUpload):
        return _keep_read(upload, body, account, more, with_video)
    try:
        with upload.opened():
            file, verdict = _keep_read(upload, body, account, more, with_video)
    except FileNotFoundError:  # another form used it a moment ago
        return None, refuse("upload.gone")
    if file is not None:
        upload.used(str(file.pk))
    return file, verdict


def _keep_read(
    upload: UploadedFile[Any], body: Body, account: Account | None, more: Verdict, with_video: bool
) -> tuple[StoredFile | None, Verdict]:
    video = videos.sniff(upload.read(videos.HEAD)) if with_video else None
    upload.seek(0)
    file = None
    if video is not None:
        verdict = _check_video(upload, video) & more
        if verdict:
            file = _row(_put_file(upload), upload.size or 0, video, upload.name or "", body, account)
    else:
        data = upload.read(settings.UPLOAD_LIMIT + 1)
        verdict = _or_video(check(data), with_video) & more
        if verdict:
            file = keep(data, upload.name or "", body, account)
    return file, verdict


def _check_video(upload: UploadedFile[Any], media_type: MediaType) -> Verdict:
    if (upload.size or 0) > settings.VIDEO_LIMIT:
        return refuse("file.too_big", limit=settings.VIDEO_LIMIT // 1024 // 1024)
    return ALLOW if videos.is_whole(upload, media_type) else refuse("file.damaged")


def _or_video(verdict: Verdict, with_video: bool) -> Verdict:
    """The sentence names videos where a video would have done."""
    only_type = with_video and [each.code for each in verdict.refusals] == ["file.type"]
    return refuse("file.type_or_video") if only_type else verdict


def _put_file(upload: UploadedFile[Any]) -> str:
    """As `put`, without the whole file in memory."""
    upload.seek(0)
    digest = hashlib.sha256()
    for piece in upload.chunks():
        digest.update(piece)
    path = path_of(digest.hexdigest())
    if default_storage.exists(path) and default_storage.size(path) != upload.size:
        default_storage.delete(path)
    if not default_storage.exists(path):
        upload.seek(0)
        default_storage.save(path, File(upload))
    return digest.hexdigest()


def _may_keep_more(body: Body, account: Account | None, a_day: int) -> Verdict:
    since = timezone.now() - timedelta(days=1)
    rows = StoredFile.objects.filter(body=body, uploaded_by=account, uploaded_at__gte=since)
    kept = rows.count()
    if account is None:
        return ALLOW
    size = rows.aggregate(all=Sum("size"))["all"] or 0
    limit = max(BYTES_A_DAY, a_day * settings.UPLOAD_LIMIT)
    return refuse_if(kept >= a_day, "file.too_many", count=a_day) & refuse_if(
        size >= limit, "file.too_much", limit=limit // 1024 // 1024
    )


def path_of(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


class Stretch:
    """Some bytes of an open file, piece by piece; closed with the response that sends them."""

    def __init__(self, handle: IO[bytes], first: int, length: int) -> None:
        self.handle, self.first, self.length = handle, first, length

    def __iter__(self) -> Iterator[bytes]:
        self.handle.seek(self.first)
        left = self.length
        while left > 0 and (piece := self.handle.read(min(PIECE, left))):
            left -= len(piece)
            yield piece

    def close(self) -> None:
        self.handle.close()


def opened(file: StoredFile) -> IO[bytes]:
    """The file as it lies in the storage, open, after every byte was checked against its digest, with one piece of it
    in memory. Whoever asks closes it. Raises ValueError when the storage changed it."""
    handle: IO[bytes] = default_storage.open(path_of(file.sha256))
    digest = hashlib.sha256()
    while piece := handle.read(PIECE):
        digest.update(piece)
    if digest.hexdigest() != file.sha256:
        handle.close()
        raise ValueError(f"file {file.pk} is not what it was")
    return handle


def read(file: StoredFile) -> bytes:
    """The bytes, checked against their digest. Raises ValueError when the storage changed them."""
    with default_storage.open(path_of(file.sha256)) as handle:
        data: bytes = handle.read()
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise ValueError(f"file {file.pk} is not what it was")
    return data
