"""The addresses of uploads in pieces, for `ui/unggah.js`. Each answers with `Upload-Offset`, as the IETF draft does:
POST begins (or finds the same file again), HEAD and GET tell the offset, PATCH adds a piece, DELETE cancels."""

from __future__ import annotations

import re
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from jamstac.documents import uploads
from jamstac.documents.uploads import TooLong, Upload, WrongOffset
from jamstac.kernel.verdicts import Verdict, refuse
from jamstac.people.pages import ActorRequest, member_page
from jamstac.ui.why import reasons

_NUMBER = re.compile(r"[0-9]{1,15}")


@member_page("file.upload")
@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: ActorRequest) -> HttpResponse:
    """The own uploads no form has used yet; by POST (`name`, `size`, `mark`) one more, or the same one again."""
    if request.method != "POST":
        rows = [each for each in uploads.all_of(request.lsp, request.user) if not each.kept]
        return JsonResponse({"unggahan": [_told(request, each) for each in rows]})
    size = request.POST.get("size", "")
    upload, verdict = uploads.begin(
        request.lsp,
        request.user,
        name=request.POST.get("name", ""),
        size=int(size) if _NUMBER.fullmatch(size) else 0,
        mark=request.POST.get("mark", ""),
    )
    if upload is None:
        return _refused(verdict, 409)
    return _at(JsonResponse(_told(request, upload), status=201), upload.offset, upload.size)


@member_page("file.upload")
@require_http_methods(["GET", "HEAD", "PATCH", "DELETE"])
def piece(request: ActorRequest, pk: UUID) -> HttpResponse:
    upload = uploads.find(request.lsp, request.user, pk)
    if upload is None:
        raise Http404
    if request.method == "DELETE":
        uploads.drop(upload)
        return HttpResponse(status=204)
    if request.method != "PATCH":
        return _at(JsonResponse(_told(request, upload)), upload.offset, upload.size)
    return _append(request, upload)


def _append(request: ActorRequest, upload: Upload) -> HttpResponse:
    offset, length = request.headers.get("Upload-Offset", ""), request.META.get("CONTENT_LENGTH") or ""
    if not (_NUMBER.fullmatch(offset) and _NUMBER.fullmatch(length)):
        return HttpResponse(status=400)
    if int(length) > uploads.PIECE:
        return HttpResponse(status=413)
    data = request.read(int(length))
    if len(data) != int(length):  # the line broke in the middle of the piece
        return HttpResponse(status=400)
    try:
        return _at(HttpResponse(status=204), uploads.append(upload, int(offset), data), upload.size)
    except WrongOffset as wrong:
        return _at(HttpResponse(status=409), wrong.offset, upload.size)
    except TooLong:
        return _refused(refuse("upload.too_long"), 413)
    except FileNotFoundError:  # used by a form or cancelled a moment ago
        raise Http404 from None


def _told(request: ActorRequest, upload: Upload) -> dict[str, str | int]:
    url = reverse("documents:upload", args=[request.lsp.slug, upload.pk])
    return {"id": str(upload.pk), "url": url, "name": upload.name, "size": upload.size, "offset": upload.offset}


def _refused(verdict: Verdict, status: int) -> HttpResponse:
    why = reasons(verdict)[0]
    return JsonResponse({"sentence": str(why.sentence), "remedy": str(why.remedy)}, status=status)


def _at(response: HttpResponse, offset: int, size: int) -> HttpResponse:
    response["Upload-Offset"] = str(offset)
    response["Upload-Length"] = str(size)
    response["Cache-Control"] = "private, no-store"
    return response
