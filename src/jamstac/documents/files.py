"""Evidence files: checked by content, kept under their SHA-256. Never called inside a door: hashing takes time."""

from __future__ import annotations

import hashlib
import re
from datetime import timedelta
from typing import Any

import pypdfium2
from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone

from jamstac.bodies.models import Body
from jamstac.documents.models import StoredFile
from jamstac.documents.states import MediaType
from jamstac.kernel.verdicts import ALLOW, Verdict, refuse, refuse_if
from jamstac.people.models import Account

UPLOADS_A_DAY = 300
"""Files of one account at one LSP in a day: far more than a case needs, too few to fill a disk."""
_PNG_END = b"IEND\xaeB`\x82"


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
        return refuse("file.type")
    return ALLOW if _is_whole(data, media_type) else refuse("file.damaged")


def clean_name(name: str) -> str:
    """A file name that is safe to show and to offer for download; at most 120 characters."""
    name = re.sub(r"[^\w .()-]+", "_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" .")
    return name[-120:] or "berkas"


def keep(data: bytes, name: str, body: Body, account: Account | None) -> StoredFile:
    """Store checked bytes; the same bytes are stored once. The caller has asked `check`."""
    media_type = sniff(data)
    assert media_type is not None, "keep() takes checked bytes"
    return StoredFile.objects.create(
        body=body,
        sha256=put(data),
        name=clean_name(name),
        media_type=media_type,
        size=len(data),
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
    upload: UploadedFile[Any] | None, body: Body, account: Account | None, *, a_day: int | None = None
) -> tuple[StoredFile | None, Verdict]:
    """Check and store an uploaded file: the stored file, or why not. Reads at most the limit + 1 bytes. `a_day`:
    how many an account may keep (staff who file for a whole class need more)."""
    if upload is None:
        return None, refuse("file.empty")
    data = upload.read(settings.UPLOAD_LIMIT + 1)
    verdict = check(data) & _may_keep_more(body, account, a_day or UPLOADS_A_DAY)
    return (keep(data, upload.name or "", body, account), verdict) if verdict else (None, verdict)


def _may_keep_more(body: Body, account: Account | None, a_day: int) -> Verdict:
    since = timezone.now() - timedelta(days=1)
    kept = StoredFile.objects.filter(body=body, uploaded_by=account, uploaded_at__gte=since).count()
    return refuse_if(account is not None and kept >= a_day, "file.too_many", count=a_day)


def path_of(sha256: str) -> str:
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def read(file: StoredFile) -> bytes:
    """The bytes, checked against their digest. Raises ValueError when the storage changed them."""
    with default_storage.open(path_of(file.sha256)) as handle:
        data: bytes = handle.read()
    if hashlib.sha256(data).hexdigest() != file.sha256:
        raise ValueError(f"file {file.pk} is not what it was")
    return data
