"""Hari asesmen: who came, what is still to do, and the sheets of the day. Phone first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jamstac.documents.forms import SigningForm
from jamstac.documents.models import Signature
from jamstac.events import day, day_rules, texts
from jamstac.events.day import DayRow
from jamstac.events.forms import AbsenceForm, ArrivalForm
from jamstac.events.models import Departure, Event, EventCandidate, EventMinutes, VerifierLetter
from jamstac.events.selectors import events_for
from jamstac.events.states import ARRIVED, LETTERED, AttendanceState, DepartureKind, EventState
from jamstac.ledger.access import roles_for
from jamstac.ledger.selectors import timeline_of
from jamstac.parameters.selectors import number
from jamstac.people.pages import ActorRequest, role_reasons, staff_page, stand_back
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
        "why_note": why_note(request, event, rows),
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


def why_note(request: ActorRequest, event: Event, rows: list[DayRow]) -> list[Reason]:
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
