"""Handing out PDFs and evidence files. What a reader may not open is not there (404)."""

from __future__ import annotations

import logging
import re
from datetime import timedelta
from pathlib import PurePath
from typing import IO, TypeVar
from uuid import UUID

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from jamstac.documents import files, selectors
from jamstac.documents.catalogue import file_name
from jamstac.documents.jobs import RENDER_SHEET
from jamstac.documents.models import PaperSheet, Sheet, StoredFile
from jamstac.documents.states import VIDEOS, MediaType
from jamstac.ledger import jobs
from jamstac.ledger.models import Job
from jamstac.ledger.states import JobState
from jamstac.people.pages import ActorRequest, member_page

log = logging.getLogger(__name__)

OVERDUE = timedelta(seconds=5)
"""How long a reader waits for the worker before the page prints the sheet itself."""
_RELOAD_SECONDS = 3

_ENDINGS = {
    MediaType.PDF: (".pdf",),
    MediaType.JPEG: (".jpg", ".jpeg"),
    MediaType.PNG: (".png",),
    MediaType.MP4: (".mp4", ".m4v", ".3gp"),
    MediaType.MOV: (".mov", ".qt"),
    MediaType.WEBM: (".webm",),
}
_PLAYED = "sandbox; default-src 'none'; media-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
# A PDF is shown by the browser's own viewer, which a sandbox would switch off; it runs no script of ours.
_POLICY = {
    MediaType.PDF: "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'none'",
    MediaType.JPEG: "sandbox; default-src 'none'; frame-ancestors 'none'",
    MediaType.PNG: "sandbox; default-src 'none'; frame-ancestors 'none'",
    **dict.fromkeys(VIDEOS, _PLAYED),
}
_RANGE = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")


Answer = TypeVar("Answer", bound=HttpResponseBase)


def send(data: bytes, media_type: str, name: str) -> HttpResponse:
    """Bytes of a type we checked ourselves, shown in the browser under a safe name, and kept by nobody."""
    return _as(HttpResponse(data), MediaType(media_type), name)


def _as(response: Answer, kind: MediaType, name: str) -> Answer:
    if PurePath(name).suffix.lower() not in _ENDINGS[kind]:
        name += _ENDINGS[kind][0]
    response["Content-Type"] = kind.value
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=name) or "inline"
    response["Content-Security-Policy"] = _POLICY[kind]
    response["X-Content-Type-Options"] = "nosniff"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = "private, no-store"
    return response


@member_page("sheet.view")
@require_safe
def sheet(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The PDF of a sheet, with every signature it has. Where the worker is late the page prints it."""
    asked = get_object_or_404(Sheet.objects.select_related("body"), pk=pk, body=request.lsp)
    if not selectors.may_read_sheet(request.actor, request.roles, asked):
        raise Http404
    job = Job.objects.filter(kind=RENDER_SHEET, subject_id=asked.pk).first()
    if job is None:
        job = jobs.enqueue(RENDER_SHEET, asked.pk, timezone.now())
    if job.state != JobState.DONE and job.run_after < timezone.now() - OVERDUE:
        jobs.run(job.pk)
        job.refresh_from_db()
    data = _stored(asked) if job.state == JobState.DONE else None
    if data is not None:
        return send(data, MediaType.PDF, file_name(asked))
    failed = job.state == JobState.FAILED
    context = {"sheet": asked, "failed": failed, "problem": job.last_error.partition(": ")[2]}
    response = render(request, "documents/preparing.html", context, status=202)
    if not failed:
        response["Refresh"] = str(_RELOAD_SECONDS)
    response["Cache-Control"] = "private, no-store"
    return response


def _stored(asked: Sheet) -> bytes | None:
    """The bytes of the PDF. Damaged or lost ones are printed again from the signed record."""
    pdf = Sheet.objects.select_related("pdf").get(pk=asked.pk).pdf
    if pdf is None:
        jobs.enqueue(RENDER_SHEET, asked.pk, timezone.now())
        return None
    try:
        return files.read(pdf)
    except (OSError, ValueError):
        log.exception("the PDF of sheet %s is damaged or lost: printed again", asked.pk)
        default_storage.delete(files.path_of(pdf.sha256))
        jobs.enqueue(RENDER_SHEET, asked.pk, timezone.now() - OVERDUE)
        return None


@member_page("sheet.view")
@require_safe
def paper(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """The scan of a paper sheet, for whoever may read the sheet it stands for."""
    asked = get_object_or_404(PaperSheet.objects.select_related("file"), pk=pk, body=request.lsp)
    if not selectors.may_read_paper(request.actor, request.roles, asked):
        raise Http404
    return _stored_file(request, asked.file, f"{asked.code} kertas")


@member_page("file.view")
@require_safe
def file(request: ActorRequest, pk: UUID) -> HttpResponseBase:
    """An evidence file, for whoever uploaded it and for staff that work with its case."""
    asked = get_object_or_404(StoredFile, pk=pk, body=request.lsp)
    if not selectors.may_read_file(request.actor, request.roles, asked):
        raise Http404
    return _stored_file(request, asked, asked.name)


def _stored_file(request: ActorRequest, asked: StoredFile, name: str) -> HttpResponseBase:
    try:
        if asked.media_type in VIDEOS:
            return _played(request.headers.get("Range", ""), files.opened(asked), asked, name)
        return send(files.read(asked), asked.media_type, name)
    except (OSError, ValueError):
        log.exception("file %s is damaged or lost", asked.pk)
        return render(request, "documents/damaged.html", {"file": asked}, status=500)


def _played(asked_range: str, video: IO[bytes], file: StoredFile, name: str) -> HttpResponseBase:
    """A video, or the one stretch of it a player asks for (RFC 9110, 14.2), never whole in memory."""
    found = _RANGE.fullmatch(asked_range)
    first, last, status = 0, file.size - 1, 200
    if found is not None and any(found.groups()):
        start, end = found.groups()
        first = int(start) if start else max(0, file.size - int(end))
        last = min(last, int(end)) if start and end else last
        status = 206 if first <= last else 416
    length = 0 if status == 416 else last + 1 - first
    response = StreamingHttpResponse(files.Stretch(video, first, length), status=status)
    response["Content-Length"] = str(length)
    response["Accept-Ranges"] = "bytes"
    if status != 200:
        response["Content-Range"] = f"bytes {first}-{last}/{file.size}" if status == 206 else f"bytes */{file.size}"
    return _as(response, MediaType(file.media_type), name)
