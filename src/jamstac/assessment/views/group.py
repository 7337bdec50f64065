"""One KUK, many candidates: the grid for observing a group at work at the same time."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from jamstac.assessment import selectors
from jamstac.assessment.drafts import made_at, save_mark
from jamstac.assessment.models import Assessment, Judgement, JudgementDraft
from jamstac.assessment.scope import in_scope
from jamstac.assessment.views.assessor import not_yours
from jamstac.assessment.views.grid import MARKS, YES_NO, is_closed, material, shut
from jamstac.events.models import Event
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.requests import uuid_or_404, wants_fragment
from jamstac.ui.why import reasons

WORDS = {True: "Ya", False: "Tidak", None: "–"}


@staff_page("assessment.assess")
def group(request: ActorRequest, event: UUID) -> HttpResponse:
    """My candidates of one event beside each other, unit by unit."""
    row = get_object_or_404(Event.objects.select_related("scheme_version__scheme"), pk=event, body=request.lsp)
    mine = selectors.assessments_for(request.lsp.pk).filter(event=row)
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
    trees = {tree.unit.pk: tree for case in cases for tree in in_scope(case)}
    scope = {case.pk: {tree.unit.pk for tree in in_scope(case)} for case in cases}
    wanted = request.GET.get("unit", "")
    unit = next((tree for pk, tree in trees.items() if str(pk) == wanted), next(iter(trees.values()), None))
    shows = [case for case in cases if verdicts[case.pk] or is_closed(case)]
    criteria = [each for element in unit.elements for each in element.criteria] if unit and shows else []
    marks = _marks(cases)
    names = {case.pk: case.application.name for case in cases}

    def cell(case: Assessment, criterion: UUID) -> dict[str, Any]:
        mark = marks.get((case.pk, criterion))
        here = unit is not None and unit.unit.pk in scope[case.pk]
        return {
            "assessment": case.pk,
            "name": names[case.pk],
            "open": bool(verdicts[case.pk]) and here,
            "value": {True: "ya", False: "tidak", None: ""}[mark],
            "word": WORDS[mark],
            "shape": {True: "tick", False: "dash", None: "held"}[mark],
        }

    return {
        "event": event,
        "scheme": event.scheme_version.scheme,
        "columns": [{"name": names[case.pk]} for case in cases],
        "units": list(trees.values()),
        "unit": unit,
        "rows": [{"criterion": each, "cells": [cell(case, each.pk) for case in cases]} for each in criteria],
        "options": YES_NO,
        "shuts": [
            {"name": names[case.pk], "why": reasons(verdicts[case.pk])}
            for case in cases
            if not verdicts[case.pk] and not is_closed(case)
        ],
    }


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
    quick = wants_fragment(request)
    if not verdict:
        if not quick:
            return shut(request, assessment, verdict, status=409)
        why = [{"rule": each.rule, "sentence": each.sentence, "remedy": each.remedy} for each in reasons(verdict)]
        return JsonResponse({"reasons": why}, status=409)
    criterion = get_object_or_404(
        selectors.criteria_of(assessment).select_related("element"), pk=uuid_or_404(request.POST.get("kriteria", ""))
    )
    save_mark(
        assessment,
        criterion.pk,
        saved_at=made_at(request.POST.get("saved_at", "")),
        met=MARKS.get(request.POST.get("nilai", "")),
    )
    if quick:
        return HttpResponse(status=204)
    here = reverse("assessment:group", args=[request.lsp.slug, assessment.event_id])
    return redirect(f"{here}?unit={criterion.element.unit_id}#k-{criterion.pk}")
