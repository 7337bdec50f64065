"""Uploads in pieces: a line that is lost costs one piece, not the whole video.

The idea is that of "Resumable Uploads for HTTP" (IETF draft) and tus: the server says how many bytes it has
(`Upload-Offset`), the browser goes on from there. What has arrived stands under
`JAMSTAC_HOME/uploads/<LSP>/<account>/<id>.part`: a path is made of ids only, so that nobody reaches the upload of
another person, another LSP, or another folder. A form names the finished ones in `<field>.unggahan`; they are then
checked and kept like any uploaded file (`documents.files.keep_upload`). After a day they are cleared away.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest
from django.utils.datastructures import MultiValueDict

from jamstac.bodies.models import Body
from jamstac.documents.files import LostUpload, SentUpload, clean_name
from jamstac.kernel.verdicts import Verdict, refuse
from jamstac.people.models import Account
from jamstac.ui.requests import uuid_or_none

AGE = timedelta(days=1)
AT_ONCE = 40
"""Uploads of one account at one LSP that are not part of a form yet."""
PIECE = 2 * 1024 * 1024
"""No piece is longer; the script sends shorter ones."""
SENT = ".unggahan"
_FINGERPRINT = 80


class WrongOffset(Exception):
    """The piece does not begin where the upload ends; `offset` is where it does."""

    def __init__(self, offset: int) -> None:
        super().__init__(offset)
        self.offset = offset


class TooLong(Exception):
    """More bytes than were announced."""


@dataclass(frozen=True)
class Upload:
    """One upload. `mark` tells the same file chosen again; `kept` is the stored file once a form used it."""

    pk: UUID
    folder: Path
    name: str
    size: int
    mark: str
    kept: str = ""

    @property
    def part(self) -> Path:
        return self.folder / f"{self.pk.hex}.part"

    @property
    def note(self) -> Path:
        return self.folder / f"{self.pk.hex}.json"

    @property
    def offset(self) -> int:
        if self.kept:
            return self.size
        return self.part.stat().st_size if self.part.exists() else 0

    @property
    def is_whole(self) -> bool:
        return self.offset == self.size

    def write(self) -> None:
        fresh = self.note.with_suffix(".new")
        fresh.write_text(json.dumps({"name": self.name, "size": self.size, "mark": self.mark, "kept": self.kept}))
        fresh.replace(self.note)


def folder_of(body: Body, account: Account) -> Path:
    return Path(settings.UPLOAD_ROOT) / body.pk.hex / str(account.pk)


def find(body: Body, account: Account, pk: UUID) -> Upload | None:
    """An upload of this very person at this very LSP."""
    return _read(folder_of(body, account), pk)


def _read(folder: Path, pk: UUID) -> Upload | None:
    try:
        kept = json.loads((folder / f"{pk.hex}.json").read_text())
    except (FileNotFoundError, NotADirectoryError, ValueError):
        return None
    return Upload(pk, folder, kept["name"], kept["size"], kept["mark"], kept["kept"])


def all_of(body: Body, account: Account) -> list[Upload]:
    folder = folder_of(body, account)
    found = [_read(folder, UUID(note.stem)) for note in folder.glob("*.json")]
    return [each for each in found if each is not None]


def begin(body: Body, account: Account, *, name: str, size: int, mark: str) -> tuple[Upload | None, Verdict]:
    """The upload of the same file, be it unfinished or sent already, else a new one, or why not."""
    if size <= 0:
        return None, refuse("file.empty")
    if size > settings.VIDEO_LIMIT:
        return None, refuse("file.too_big", limit=settings.VIDEO_LIMIT // 1024 // 1024)
    folder = folder_of(body, account)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name, mark = clean_name(name), mark[:_FINGERPRINT]
    with _locked(folder / "lock"):
        known = all_of(body, account)
        same = [each for each in known if mark and (each.name, each.size, each.mark) == (name, size, mark)]
        if same:
            return same[0], Verdict()
        waiting = [each for each in known if not each.kept]
        if len(waiting) >= AT_ONCE or sum(each.size for each in waiting) + size > settings.UPLOADS_LIMIT:
            return None, refuse("upload.too_many", limit=settings.UPLOADS_LIMIT // 1024 // 1024)
        made = Upload(uuid4(), folder, name, size, mark)
        made.part.touch(mode=0o600)
        made.write()
    return made, Verdict()


def append(upload: Upload, offset: int, piece: bytes) -> int:
    """Add a piece that begins at `offset`; the new offset. Raises WrongOffset, TooLong, FileNotFoundError."""
    with open(upload.part, "r+b") as part:
        fcntl.flock(part, fcntl.LOCK_EX)
        have = part.seek(0, os.SEEK_END)
        if offset != have:
            raise WrongOffset(have)
        if have + len(piece) > upload.size:
            raise TooLong
        part.write(piece)
        return have + len(piece)


def drop(upload: Upload) -> None:
    for path in (upload.part, upload.note):
        path.unlink(missing_ok=True)


def sent_files(request: HttpRequest, body: Body, account: Account) -> MultiValueDict[str, UploadedFile[Any]]:
    """`request.FILES` with the finished uploads the form names beside them. What is not there, not whole, or not of
    this person is a `LostUpload`: it is refused where the file is kept, never passed over."""
    files: MultiValueDict[str, UploadedFile[Any]] = MultiValueDict(
        {field: list(sent) for field, sent in request.FILES.lists()}
    )
    for field in request.POST:
        if not field.endswith(SENT):
            continue
        for text in request.POST.getlist(field):
            pk = uuid_or_none(text)
            found = None if pk is None else find(body, account, pk)
            files.appendlist(field.removesuffix(SENT), LostUpload() if found is None else opened(found))
    return files


def opened(upload: Upload) -> UploadedFile[Any]:
    """What a form gets of it: the finished file, or a `LostUpload`."""

    def used(stored: str) -> None:
        Upload(upload.pk, upload.folder, upload.name, upload.size, upload.mark, stored).write()
        upload.part.unlink(missing_ok=True)

    if upload.kept:
        return SentUpload(None, upload.name, upload.size, upload.kept, used)
    if not upload.part.exists() or not upload.is_whole:
        return LostUpload()
    return SentUpload(upload.part, upload.name, upload.size, "", used)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    with open(path, "w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def clear(now: datetime) -> int:
    """Take away what is older than a day. How many files went."""
    gone = 0
    for path in Path(settings.UPLOAD_ROOT).glob("*/*/*.*"):
        try:
            if path.stat().st_mtime < (now - AGE).timestamp():
                path.unlink()
                gone += 1
        except FileNotFoundError:  # another worker was first
            continue
    return gone
