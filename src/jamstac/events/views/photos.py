"""Photos of an event, from the phone."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.files.uploadedfile import SimpleUploadedFile, UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.applications.models import Application
from jamstac.documents import photographs
from jamstac.documents.files import LostUpload, SentUpload, keep_upload
from jamstac.documents.models import StoredFile
from jamstac.documents.photographs import Taken
from jamstac.documents.uploads import sent_files
from jamstac.events import day
from jamstac.events.actions import add_photo
from jamstac.events.forms import PhotoForm
from jamstac.events.models import Event, EventPhoto
from jamstac.events.states import PhotoSource
from jamstac.events.views.day import fetch_day
from jamstac.events.views.record import uuids
from jamstac.kernel.verdicts import Verdict, refuse
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons

MILLION = 1_000_000


def _kept(request: ActorRequest, upload: UploadedFile[Any]) -> tuple[StoredFile | None, Taken, Verdict]:
    """What the camera wrote is read, then the picture is kept without it."""
    if isinstance(upload, LostUpload) or (isinstance(upload, SentUpload) and upload.kept):
        file, verdict = keep_upload(upload, request.lsp, request.user)
        return file, Taken(), verdict
    if isinstance(upload, SentUpload):
        with upload.opened():
            data = upload.read(settings.UPLOAD_LIMIT + 1)
    else:
        data = upload.read(settings.UPLOAD_LIMIT + 1)
    try:
        clean = SimpleUploadedFile(upload.name or "foto.jpg", photographs.bare(data))
    except ValueError:
        return None, Taken(), refuse("photo.no_picture")
    file, verdict = keep_upload(clean, request.lsp, request.user)
    if file is not None and isinstance(upload, SentUpload):
        upload.used(str(file.pk))
    return file, photographs.read(data), verdict


def _facts(form: PhotoForm, taken: Taken, event: Event) -> dict[str, Any]:
    """Time and place: those of the camera, else those given on the form, else now and nowhere."""
    given, zone = form.cleaned_data, event.body.zone
    now = timezone.now()
    if taken.at is not None:
        at = taken.at if taken.at.tzinfo else taken.at.replace(tzinfo=zone)
        moment, time_source = at, PhotoSource.CAMERA
    elif given["taken_at"] is not None:
        today = timezone.localdate(timezone=zone)
        moment, time_source = datetime.datetime.combine(today, given["taken_at"], zone), PhotoSource.TYPED
    else:
        moment, time_source = now, PhotoSource.DEVICE
    if taken.latitude is not None and taken.longitude is not None:
        place: dict[str, Any] = {
            "latitude": taken.latitude,
            "longitude": taken.longitude,
            "place_source": PhotoSource.CAMERA,
        }
    else:
        source = PhotoSource.DEVICE if given["place_source"] == PhotoSource.DEVICE else PhotoSource.TYPED
        latitude, longitude = _micro(given["latitude"]), _micro(given["longitude"])
        nowhere = latitude is None and longitude is None
        place = {"latitude": latitude, "longitude": longitude, "place_source": None if nowhere else source}
    return {"taken_at": moment, "time_source": time_source, **place}


def _micro(value: Decimal | None) -> int | None:
    return None if value is None else int(value * MILLION)


@staff_page("event.add_photo")
def add(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch_day(request, pk)
    form = PhotoForm(request.POST or None, sent_files(request, request.lsp, request.user) or None)
    asked = uuids(request.POST.getlist("terlihat")) if request.method == "POST" else set()
    why: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        file, taken, verdict = _kept(request, form.cleaned_data["photo"])
        why = reasons(verdict)
        if file is not None:
            if EventPhoto.objects.filter(event=event, file__sha256=file.sha256).exists():
                messages.info(request, _("Foto ini sudah ada."))
                return redirect("events:day", request.lsp.slug, event.pk)
            try:
                add_photo(
                    request.actor,
                    event,
                    file=file,
                    caption=form.cleaned_data["caption"],
                    shown=list(Application.objects.filter(body=request.lsp, pk__in=asked)),
                    **_facts(form, taken, event),
                )
            except Refused as no:
                why = reasons(no.refusals)
            else:
                messages.success(request, _("Foto disimpan, tanpa catatan kamera di dalamnya."))
                return redirect("events:day", request.lsp.slug, event.pk)
    rows = [row.application for row in day.rows_of(event) if day.is_noted(row) and row.candidate is not None]
    agreed = day.willing(rows)
    context = {
        "event": event,
        "form": form,
        "why": why,
        "willing": [{"application": each, "checked": each.pk in asked} for each in rows if each.pk in agreed],
        "unwilling": [each for each in rows if each.pk not in agreed],
    }
    status = 409 if why else 400 if request.method == "POST" else 200
    return render(request, "events/photo_new.html", context, status=status)
