"""Hari asesmen: who came, what is still to do, and the sheets of the day. Phone first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from jamstac.documents.forms import SigningForm
from jamstac.documents.models import Signature
from jamstac.documents.render import qr_svg
from jamstac.events import day, day_rules, texts
from jamstac.events.actions import (
    check_in,
    close_attendance,
    issue_cards,
    mark_absent,
    sign_attendance,
    undo_check_in,
)
from jamstac.events.day import DayRow
from jamstac.events.day_printing import blank_attendance, cards_pdf
from jamstac.events.forms import AbsenceForm, ArrivalForm, TicketForm
from jamstac.events.models import AttendanceList, Departure, Event, EventCandidate, EventMinutes, VerifierLetter
from jamstac.events.selectors import events_for
from jamstac.events.states import ARRIVED, LETTERED, AttendanceState, CheckInVia, DepartureKind, EventState
from jamstac.events.tickets import candidate_by_ticket, grouped, ticket_of
from jamstac.events.views.record import uuids
from jamstac.ledger.access import roles_for
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.parameters.selectors import number
from jamstac.people.models import Person
from jamstac.people.pages import ActorRequest, role_reasons, self_page, staff_page, stand_back
from jamstac.people.states import Function
from jamstac.ui.why import Reason, reasons

SENT_ONLY = frozenset({Function.ASSESSOR, Function.VENUE_VERIFIER})
"""Functions that see the days they were sent to; every other one sees all."""

RECENT = timedelta(days=14)

TONES = {
    "": ("idle", "ring"),
    AttendanceState.PRESENT: ("ok", "tick"),
    AttendanceState.LATE: ("warn", "half"),
    AttendanceState.ABSENT: ("idle", "dash"),
}


@dataclass(frozen=True)
class Line:
    """A candidate as the page shows them."""

    row: DayRow
    word: str
    tone: str
    shape: str
    waiting: bool
    """Still to be noted."""
    can_undo: bool
    absence: AbsenceForm | None


def sees_all(request: ActorRequest) -> bool:
    return bool((roles_for("event.day") - SENT_ONLY) & request.roles)


def _days(request: ActorRequest) -> Any:
    """Events whose day page this person opens."""
    rows = events_for(request.lsp.pk).select_related("body").exclude(state=EventState.CANCELLED)
    if sees_all(request):
        return rows
    me = request.actor.person_id
    given = EventCandidate.objects.filter(assessor=me).values("event")
    absent = Departure.objects.filter(assessor=me, kind=DepartureKind.ABSENT).values("event")
    sent = VerifierLetter.objects.filter(verifier=me).values("event")
    return rows.filter(Q(pk__in=given) | Q(pk__in=absent) | Q(pk__in=sent))


def fetch_day(request: ActorRequest, pk: UUID) -> Event:
    event: Event = get_object_or_404(_days(request), pk=pk)
    stand_back(request, event.concerned_person_ids)
    return event


@staff_page("event.day")
@require_safe
def days(request: ActorRequest) -> HttpResponse:
    """The days with a surat tugas: today, those to come, those just over."""
    today = timezone.localdate(timezone=request.lsp.zone)
    rows = _days(request).filter(state__in=LETTERED, date__gte=today - RECENT).order_by("date", "start_time")
    groups: dict[str, list[Event]] = {"today": [], "coming": [], "over": []}
    for event in rows:
        name = "today" if event.date == today else "coming" if event.date > today else "over"
        groups[name].append(event)
    groups["over"].reverse()
    return render(request, "events/days.html", {"groups": groups})


@staff_page("event.day")
@require_safe
def record(request: ActorRequest, pk: UUID) -> HttpResponse:
    return page(request, fetch_day(request, pk))


def lines_of(rows: list[DayRow]) -> list[Line]:
    found = []
    for row in rows:
        noted = day.is_noted(row)
        state = row.state if noted else ""
        tone, shape = TONES[AttendanceState(state) if state else ""]
        word = _(AttendanceState(state).label) if state else _("Belum dicatat")
        listed = row.attendance is not None and row.attendance.listed_on_id is not None
        can_undo = noted and state in ARRIVED and not row.opened and not listed
        can_go = not noted and row.candidate is not None
        absence = AbsenceForm(auto_id=f"tidak_hadir_{row.application.pk}_%s") if can_go else None
        found.append(Line(row, word, tone, shape, not noted, can_undo, absence))
    return found


def page(
    request: ActorRequest,
    event: Event,
    *,
    refused: dict[str, list[Reason]] | None = None,
    refused_rows: list[dict[str, Any]] | None = None,
    signing: SigningForm | None = None,
    status: int = 200,
) -> HttpResponse:
    today = timezone.localdate(timezone=request.lsp.zone)
    rows = day.rows_of(event)
    lines = lines_of(rows)
    counts = Counter(line.row.state if not line.waiting else "" for line in lines)
    context = {
        "event": event,
        "today": today,
        "lines": lines,
        "counts": {
            "present": counts[AttendanceState.PRESENT],
            "late": counts[AttendanceState.LATE],
            "absent": counts[AttendanceState.ABSENT],
            "open": counts[""],
        },
        "came": counts[AttendanceState.PRESENT] + counts[AttendanceState.LATE],
        "noted": len(lines) - counts[""],
        "waiting": [line for line in lines if line.waiting],
        "undoable": [line for line in lines if line.can_undo],
        "grace": number(event.body_id, "late_after", event.date),
        "why_note": _why_note(request, event, rows),
        "arrival": ArrivalForm(),
        "incidents": day.incidents_of(event),
        "photos": event.photos.select_related("file", "added_by").order_by("taken_at"),
        "why_incident": role_reasons("event.report_incident", request.roles),
        "why_photo": role_reasons("event.add_photo", request.roles),
        "reads_files": bool(roles_for("file.view") & request.roles),
        "reads_sheets": bool(roles_for("sheet.view") & request.roles),
        "minutes": EventMinutes.objects.filter(event=event).first(),
        "why_minutes": role_reasons("event_minutes.view", request.roles),
        "cards": day.cards_of(event),
        "why_cards": [
            *role_reasons("event.issue_cards", request.roles),
            *reasons(day_rules.may_issue_cards(day.card_facts(event))),
        ],
        "refused": refused or {},
        "refused_rows": refused_rows or [],
        "timeline": timeline_of(request.lsp.pk, subject_id=event.pk),
        **_list_part(request, event, rows, signing),
    }
    return render(request, "events/day.html", context, status=status)


def _why_note(request: ActorRequest, event: Event, rows: list[DayRow]) -> list[Reason]:
    """Why nobody can be noted now, whoever it is; what stands in the way of one row is told at that row."""
    found = role_reasons("event.check_in", request.roles)
    waiting = next((row for row in rows if not day.is_noted(row) and row.candidate is not None), None)
    if waiting is None:
        return found
    now = timezone.now()
    facts = day.check_in_facts(waiting, event, request.actor.person_id, request.roles, arrived_at=now, now=now)
    return [*found, *reasons(day_rules.may_check_in(facts))]


def _list_part(request: ActorRequest, event: Event, rows: list[DayRow], signing: SigningForm | None) -> dict[str, Any]:
    today, me = timezone.localdate(timezone=request.lsp.zone), request.actor.person_id
    lists = day.lists_of(event)
    signed = Signature.objects.filter(sheet__in=[each.sheet_id for each in lists])
    names: dict[UUID, list[str]] = {}
    for signature in signed.order_by("signed_at"):
        names.setdefault(signature.sheet_id, []).append(signature.name)
    current = lists[0] if lists else None
    facts = day.list_facts(event, rows, me, request.roles, today=today)
    mine = current is not None and signed.filter(sheet=current.sheet_id, person=me).exists()
    return {
        "lists": [{"list": each, "names": names.get(each.sheet_id, [])} for each in lists],
        "to_close": current is None or facts.unlisted > 0,
        "why_close": [
            *role_reasons("event.close_attendance", request.roles),
            *reasons(day_rules.may_close_list(facts)),
        ],
        "to_sign": current is not None and not mine and bool(day.role_in(event, me, request.roles)),
        "signing": signing or SigningForm(account=request.user, staff=True),
        "sentence": texts.ATTENDANCE,
    }


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
        "why_note": [] if why else _why_note(request, event, rows),
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


def _pdf(data: bytes, name: str) -> HttpResponse:
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
    return _pdf(blank_attendance(event, link), f"DAFTAR-HADIR {event.number}")


# ---------------------------------------------------------------- kartu peserta


@staff_page("event.issue_cards")
@require_POST
def cards(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = fetch_day(request, pk)
    if day.without_card(event):
        made = issue_cards(request.actor, event)
        told = ngettext("%(n)d kartu peserta dibuat.", "%(n)d kartu peserta dibuat.", len(made))
        messages.success(request, told % {"n": len(made)})
    return _back(request, event)


@staff_page("event.day")
@require_safe
def cards_file(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Every card, four on a sheet of A4."""
    event = fetch_day(request, pk)
    sheets = day.cards_of(event)
    if not sheets:
        raise Http404
    return _pdf(cards_pdf(sheets), f"KARTU-PESERTA {event.number}")


@self_page("event.self")
@require_safe
def own_card(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The asesi's card on the phone: complete in one page, so that it shows without a connection once opened."""
    rows = EventCandidate.objects.filter(body=request.lsp, application__person=request.actor.person_id)
    rows = rows.exclude(event__state=EventState.CANCELLED)
    row = get_object_or_404(
        rows.select_related("event__venue", "event__body", "event__scheme_version__scheme", "assessor", "application"),
        pk=pk,
    )
    ticket = ticket_of(row.pk)
    assessor: Person = row.assessor
    context = {
        "row": row,
        "event": row.event,
        "assessor": assessor,
        "ticket": grouped(ticket),
        "qr": qr_svg(ticket),
        "sure": row.event.state == EventState.ASSIGNED,
        "card": next((each for each in day.cards_of(row.event) if each.subject_id == row.pk), None),
    }
    return render(request, "events/own_card.html", context)
