"""Acts of the day: arrivals, absences, cards scanned, the daftar hadir signed and printed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from jamstac.documents.forms import SigningForm
from jamstac.events import day, texts
from jamstac.events.actions import (
    check_in,
    close_attendance,
    mark_absent,
    sign_attendance,
    undo_check_in,
)
from jamstac.events.day_printing import blank_attendance
from jamstac.events.forms import AbsenceForm, ArrivalForm, TicketForm
from jamstac.events.models import AttendanceList, Event, EventCandidate
from jamstac.events.states import ARRIVED, CheckInVia
from jamstac.events.tickets import candidate_by_ticket
from jamstac.events.views.day import fetch_day, page, why_note
from jamstac.events.views.record import uuids
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons

# ---------------------------------------------------------------- attendance


def _back(request: ActorRequest, event: Event) -> HttpResponse:
    """To the page the tap came from: the assessor's list, or the day."""
    if request.POST.get("kembali") == "tugas":
        return redirect("assessment:mine", request.lsp.slug)
    return redirect("events:day", request.lsp.slug, event.pk)


def _chosen(request: ActorRequest, event: Event) -> list[EventCandidate]:
    """The candidates of the event ticked on the form; who left it meanwhile is not among them."""
    asked = uuids(request.POST.getlist("asesi"))
    rows = EventCandidate.objects.filter(event=event, pk__in=asked).select_related("event__body", "application")
    return list(rows.order_by("application__number"))


@staff_page("event.check_in")
@require_POST
def arrive(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Those ticked are here. Who is noted already is passed over: a second click does no harm."""
    event = fetch_day(request, pk)
    form = ArrivalForm(request.POST)
    if not form.is_valid():
        return page(
            request, event, refused_rows=[{"name": "", "sentences": [_("Jam tiba tidak terbaca.")]}], status=400
        )
    done, refused_rows = 0, []
    for row in _chosen(request, event):
        if day.checked_in(row):
            continue
        try:
            check_in(request.actor, row, via=CheckInVia.LIST, arrived_at=form.cleaned_data["arrived_at"])
            done += 1
        except Refused as no:
            refused_rows.append({"name": row.application.name, "reasons": reasons(no.refusals)})
    if done:
        messages.success(
            request, ngettext("%(n)d asesi dicatat hadir.", "%(n)d asesi dicatat hadir.", done) % {"n": done}
        )
    if refused_rows:
        return page(request, event, refused_rows=refused_rows, status=409)
    return _back(request, event)


@staff_page("event.check_in")
@require_POST
def undo(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch_day(request, pk)
    done, refused_rows = 0, []
    for row in _chosen(request, event):
        if not day.checked_in(row):
            continue
        try:
            undo_check_in(request.actor, row)
            done += 1
        except Refused as no:
            refused_rows.append({"name": row.application.name, "reasons": reasons(no.refusals)})
    if done:
        told = ngettext("%(n)d catatan hadir dibatalkan.", "%(n)d catatan hadir dibatalkan.", done)
        messages.success(request, told % {"n": done})
    if refused_rows:
        return page(request, event, refused_rows=refused_rows, status=409)
    return _back(request, event)


@staff_page("event.check_in")
@require_POST
def absent(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch_day(request, pk)
    form = AbsenceForm(request.POST)
    rows = _chosen(request, event)
    if not rows:
        return _back(request, event)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    try:
        mark_absent(request.actor, rows[0], reason=reason)
    except Refused as no:
        told = [{"name": rows[0].application.name, "reasons": reasons(no.refusals)}]
        return page(request, event, refused_rows=told, status=409)
    name = rows[0].application.name
    messages.success(request, _("%(name)s tidak hadir. Permohonannya dapat dijadwalkan lagi.") % {"name": name})
    return _back(request, event)


@staff_page("event.check_in")
def scan(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One card after the other: a scanner types the code and Enter; the camera where the browser can read QR."""
    event = fetch_day(request, pk)
    form = TicketForm(request.POST or None)
    why: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        row = candidate_by_ticket(event, form.cleaned_data["code"])
        if row is None:
            form.add_error("code", _("Kode ini bukan kartu peserta jadwal ini."))
        elif day.checked_in(row):
            messages.info(request, _("%(name)s sudah tercatat hadir.") % {"name": row.application.name})
            return redirect("events:scan", request.lsp.slug, event.pk)
        else:
            try:
                noted = check_in(request.actor, row, via=CheckInVia.QR)
            except Refused as no:
                why = reasons(no.refusals)
            else:
                word = _(noted.get_state_display())
                messages.success(request, f"{row.application.name}: {word}")
                return redirect("events:scan", request.lsp.slug, event.pk)
    rows = day.rows_of(event)
    context = {
        "event": event,
        "form": form,
        "why": why,
        "came": sum(day.is_noted(row) and row.state in ARRIVED for row in rows),
        "total": len(rows),
        "why_note": [] if why else why_note(request, event, rows),
    }
    status = 409 if why else 400 if request.method == "POST" else 200
    return render(request, "events/scan.html", context, status=status)


# ---------------------------------------------------------------- daftar hadir


@staff_page("event.close_attendance")
@require_POST
def close(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch_day(request, pk)
    signing = SigningForm(request.POST, account=request.user, staff=True)
    try:
        close_attendance(request.actor, event, statement=signing.statement(texts.ATTENDANCE))
    except Refused as no:
        return page(request, event, refused={"list": reasons(no.refusals)}, signing=signing, status=409)
    messages.success(request, _("Daftar hadir ditandatangani. Kehadiran yang tercatat tidak berubah lagi."))
    return _back(request, event)


@staff_page("event.sign_day")
@require_POST
def sign_list(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch_day(request, pk)
    attendance = AttendanceList.objects.filter(event=event).order_by("-version").first()
    if attendance is None:
        raise Http404
    signing = SigningForm(request.POST, account=request.user, staff=True)
    try:
        sign_attendance(request.actor, attendance, statement=signing.statement(texts.ATTENDANCE))
    except Refused as no:
        return page(request, event, refused={"list": reasons(no.refusals)}, signing=signing, status=409)
    messages.success(request, _("Daftar hadir ditandatangani."))
    return _back(request, event)


def pdf_answer(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name.replace("/", "-")}.pdf"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@staff_page("event.day")
@require_safe
def blank(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The daftar hadir for a day without power: names printed, room for a pen."""
    event = fetch_day(request, pk)
    link = request.build_absolute_uri(reverse("events:day", args=[request.lsp.slug, event.pk]))
    return pdf_answer(blank_attendance(event, link), f"Daftar hadir {event.number}")
