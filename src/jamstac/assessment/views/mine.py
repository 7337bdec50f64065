"""Whom the assessor assesses: today, what was begun, what comes, what is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jamstac.assessment import selectors
from jamstac.assessment.models import Assessment
from jamstac.assessment.progress import Progress, progress_of
from jamstac.assessment.states import AssessmentState
from jamstac.assessment.views.assessor import TONES, today_of
from jamstac.assessment.views.steps import next_step
from jamstac.events.day import arrived_at_events
from jamstac.events.impartial import events_to_declare
from jamstac.events.models import EventCandidate
from jamstac.events.selectors import candidates_of_assessor
from jamstac.events.states import EventState
from jamstac.people.pages import ActorRequest, staff_page


@staff_page("assessment.assess")
def mine(request: ActorRequest) -> HttpResponse:
    """Whom I assess: today, what was begun, what comes; of each what comes next. A dozen queries."""
    today = today_of(request)
    candidates = list(candidates_of_assessor(request.lsp.pk, request.actor.person_id).order_by("event__date", "id"))
    rows = selectors.assessments_for(request.lsp.pk).filter(application__in=[row.application_id for row in candidates])
    rows = rows.exclude(state=AssessmentState.RELEASED)  # waits to be opened, as before it was opened first
    assessments = {row.application_id: row for row in rows}
    progress = progress_of(assessments.values())
    proposed = selectors.proposed_among(assessments.values())
    here = arrived_at_events(request.lsp.pk, {row.event_id for row in candidates if row.event.date == today})
    groups: dict[str, list[dict[str, Any]]] = {"today": [], "open": [], "coming": [], "done": []}
    for candidate in candidates:
        assessment = assessments.get(candidate.application_id)
        case = None if assessment is None else (assessment, progress[assessment.pk])
        groups[_group(candidate, assessment, today)].append(
            _line(request, candidate, case, today, here=here, proposed=proposed)
        )
    groups["done"].reverse()
    together = {
        line["candidate"].event_id: line["candidate"].event
        for line in groups["today"]
        if sum(each["judging"] and each["candidate"].event_id == line["candidate"].event_id for each in groups["today"])
        > 1
    }
    at_work = [line["candidate"].event for line in (*groups["today"], *groups["open"])]
    to_declare = events_to_declare(request.lsp.pk, request.actor.person_id, today)
    at_once = [event for event, n in Counter(at_work).items() if n > 1]
    # one primary button on the page: what comes before all cases, or the next step of the first case
    to_do = [] if to_declare or at_once else [line for line in (*groups["today"], *groups["open"]) if line["next"]]
    context = {
        "groups": groups,
        "at_once": at_once,
        "lead": to_do[0]["candidate"].pk if to_do else None,
        "empty": not candidates,
        "today": today,
        "together": list(together.values()),
        "to_declare": to_declare,
    }
    return render(request, "assessment/mine.html", context)


def _group(candidate: EventCandidate, assessment: Assessment | None, today: date) -> str:
    if assessment is not None and assessment.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED):
        return "done"
    if candidate.event.date == today:
        return "today"
    return "coming" if candidate.event.date > today else "open"


def _line(
    request: ActorRequest,
    candidate: EventCandidate,
    case: tuple[Assessment, Progress] | None,
    today: date,
    *,
    here: Collection[UUID],
    proposed: Collection[UUID],
) -> dict[str, Any]:
    """`here` are the applications of those who came today, `proposed` the cases whose FR.AK.01 was signed."""
    signed = candidate.event.state == EventState.ASSIGNED
    if case is not None:
        word, (tone, shape) = _(case[0].get_state_display()), TONES[AssessmentState(case[0].state)]
        if case[0].state == AssessmentState.SIGNED:  # what the LSP decides afterwards is not told here
            word = _("Selesai bagi Anda")
        elif case[0].state == AssessmentState.OPENED and case[0].pk not in proposed:
            word = _("Dibuka")
    elif not signed:
        word, tone, shape = _("Menunggu surat tugas"), "idle", "ring"
    elif candidate.event.date < today:
        word, tone, shape = _("Tidak dibuka pada harinya"), "warn", "warn"
    elif candidate.application_id in here:
        word, tone, shape = _("Hadir, belum dibuka"), "go", "half"
    else:
        word, tone, shape = _("Belum dibuka"), "idle", "ring"
    finished = case is not None and case[0].state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED)
    judging = case is not None and case[0].state == AssessmentState.AGREED
    waits = case is None and signed and candidate.event.date == today
    return {
        "candidate": candidate,
        "assessment": None if case is None else case[0],
        "word": word,
        "tone": tone,
        "shape": shape,
        "judged": case[1].judged if case is not None and judging else 0,
        "needs": list(dict.fromkeys(step.name for step in case[1].open)) if case is not None and judging else [],
        "next": None if case is None or finished else next_step(*case, request.lsp.slug),
        "judging": judging,
        "finished": finished,
        "may_open": waits and candidate.application_id in here,
        "to_check_in": waits and candidate.application_id not in here,
    }
