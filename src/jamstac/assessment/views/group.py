"""One KUK, many candidates: the grid for observing a group at work at the same time."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from jamstac.assessment import selectors
from jamstac.assessment.drafts import fill_yes, made_at, save_mark
from jamstac.assessment.models import Assessment, Judgement, JudgementDraft
from jamstac.assessment.scope import in_scope
from jamstac.assessment.states import AssessmentState
from jamstac.assessment.views.assessor import not_yours
from jamstac.assessment.views.grid import MARKS, YES_NO, is_closed, material, shut
from jamstac.events.models import Event
from jamstac.kernel.verdicts import Verdict
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.standards.models import Criterion
from jamstac.ui.requests import uuid_or_404, wants_fragment
from jamstac.ui.why import reasons

WORDS = {True: "Ya", False: "Tidak", None: "–"}


@staff_page("assessment.assess")
def group(request: ActorRequest, event: UUID) -> HttpResponse:
    """My candidates of one event beside each other, unit by unit."""
    row = get_object_or_404(Event.objects.select_related("scheme_version__scheme"), pk=event, body=request.lsp)
    mine = selectors.assessments_for(request.lsp.pk).filter(event=row).exclude(state=AssessmentState.RELEASED)
    if request.method == "POST" and "semua" in request.POST:
        return _fill(request, row, list(mine.filter(assessor_id=request.actor.person_id).order_by("id")))
    if request.method == "POST":
        return _mark(request, get_object_or_404(mine, pk=uuid_or_404(request.POST.get("asesmen", ""))))
    return render(
        request,
        "assessment/group.html",
        _table(request, row, list(mine.filter(assessor_id=request.actor.person_id).order_by("id"))),
    )


def _table(request: ActorRequest, event: Event, cases: list[Assessment]) -> dict[str, Any]:
    """Rows are the KUK of one unit. A case whose material is shut stands there with the reason (HR-34)."""
    verdicts = {case.pk: material(request, case) for case in cases}
    scope = {case.pk: {tree.unit.pk: tree for tree in in_scope(case)} for case in cases}
    trees = {pk: tree for units in scope.values() for pk, tree in units.items()}
    wanted = request.GET.get("unit", "")
    unit = next((tree for pk, tree in trees.items() if str(pk) == wanted), next(iter(trees.values()), None))
    shows = [case for case in cases if verdicts[case.pk] or is_closed(case)]
    criteria = [each for element in unit.elements for each in element.criteria] if unit and shows else []
    names = {case.pk: case.application.name for case in cases}
    writes = {case.pk for case in cases if unit and verdicts[case.pk] and unit.unit.pk in scope[case.pk]}
    return {
        "event": event,
        "scheme": event.scheme_version.scheme,
        "columns": [{"name": names[case.pk]} for case in cases],
        "units": list(trees.values()),
        "unit": unit,
        "rows": _rows(cases, criteria, writes),
        "options": YES_NO,
        "shuts": [
            {"name": names[case.pk], "why": reasons(verdicts[case.pk])}
            for case in cases
            if not verdicts[case.pk] and not is_closed(case)
        ],
    }


def _rows(cases: list[Assessment], criteria: list[Criterion], writes: Collection[UUID]) -> list[dict[str, Any]]:
    """KUK by KUK, the cell of each case; `writes` are the cases that may be marked there."""
    marks = _marks(cases)

    def cell(case: Assessment, criterion: UUID) -> dict[str, Any]:
        mark = marks.get((case.pk, criterion))
        return {
            "assessment": case.pk,
            "name": case.application.name,
            "open": case.pk in writes,
            "value": {True: "ya", False: "tidak", None: ""}[mark],
            "word": WORDS[mark],
            "shape": {True: "tick", False: "dash", None: "held"}[mark],
        }

    lines = [(each, [cell(case, each.pk) for case in cases]) for each in criteria]
    return [
        {"criterion": each, "cells": cells, "unjudged": any(one["open"] and not one["value"] for one in cells)}
        for each, cells in lines
    ]


def _marks(cases: list[Assessment]) -> dict[tuple[UUID, UUID], bool | None]:
    """Drafts of the open cases, signed judgements of the closed ones. Two queries."""
    closed = {case.pk: case.round for case in cases if is_closed(case)}
    found: dict[tuple[UUID, UUID], bool | None] = {}
    for draft in JudgementDraft.objects.filter(assessment__in=[case.pk for case in cases if case.pk not in closed]):
        found[draft.assessment_id, draft.criterion_id] = draft.met
    for judgement in Judgement.objects.filter(assessment__in=closed):
        if judgement.round == closed[judgement.assessment_id]:
            found[judgement.assessment_id, judgement.criterion_id] = judgement.met
    return found


def _mark(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """One tap: `asesmen`, `kriteria`, `nilai`, `saved_at`. Safe to send again and late."""
    if assessment.assessor_id != request.actor.person_id:
        return not_yours(request, assessment)
    verdict = material(request, assessment)
    if not verdict:
        return _shut(request, assessment, verdict)
    criterion = get_object_or_404(
        selectors.criteria_of(assessment).select_related("element"), pk=uuid_or_404(request.POST.get("kriteria", ""))
    )
    save_mark(
        assessment,
        criterion.pk,
        saved_at=made_at(request.POST.get("saved_at", "")),
        met=MARKS.get(request.POST.get("nilai", "")),
    )
    if wants_fragment(request):
        return HttpResponse(status=204)
    here = reverse("assessment:group", args=[request.lsp.slug, assessment.event_id])
    return redirect(f"{here}?unit={criterion.element.unit_id}#k-{criterion.pk}")


def _shut(request: ActorRequest, assessment: Assessment, verdict: Verdict) -> HttpResponse:
    if not wants_fragment(request):
        return shut(request, assessment, verdict, status=409)
    why = [{"rule": each.rule, "sentence": each.sentence, "remedy": each.remedy} for each in reasons(verdict)]
    return JsonResponse({"reasons": why}, status=409)


def _fill(request: ActorRequest, event: Event, cases: list[Assessment]) -> HttpResponse:
    """ "Ya untuk yang belum dinilai" of one KUK (`semua`), in every case of mine that is open there; what was judged
    stays. htmx gets the row again."""
    wanted = uuid_or_404(request.POST.get("semua", ""))
    criterion = get_object_or_404(Criterion.objects.select_related("element"), pk=wanted)
    scope = [case for case in cases if selectors.criteria_of(case).filter(pk=wanted).exists()]
    if not scope:
        raise Http404
    writes = [case for case in scope if material(request, case)]
    if not writes:
        return _shut(request, scope[0], material(request, scope[0]))
    at = made_at(request.POST.get("saved_at", ""))
    for case in writes:
        fill_yes(case, [criterion.pk], saved_at=at)
    if not wants_fragment(request):
        here = reverse("assessment:group", args=[request.lsp.slug, event.pk])
        return redirect(f"{here}?unit={criterion.element.unit_id}#k-{criterion.pk}")
    row = _rows(cases, [criterion], {case.pk for case in writes})[0]
    return render(request, "assessment/_group_row.html", {"event": event, "row": row, "options": YES_NO})
