"""FR.IA.01 on the assessor's phone: the grid and its autosave."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_safe

from jamstac.assessment import selectors
from jamstac.assessment.drafts import fill_yes, made_at, save_mark
from jamstac.assessment.grid import Grid, grid_of, is_marked, is_sound
from jamstac.assessment.models import Assessment, Evidence
from jamstac.assessment.progress import progress_of
from jamstac.assessment.rules import may_judge, may_recommend
from jamstac.assessment.states import AssessmentState, FollowUp
from jamstac.assessment.views.assessor import not_yours, own_assessment, today_of
from jamstac.assessment.views.steps import in_turn, step_url
from jamstac.instruments.states import InstrumentCode
from jamstac.kernel.verdicts import Verdict
from jamstac.people.pages import ActorRequest
from jamstac.standards.models import Criterion
from jamstac.ui.requests import uuid_or_404, wants_fragment
from jamstac.ui.why import reasons

YES_NO = [("ya", gettext_lazy("Ya")), ("tidak", gettext_lazy("Tidak"))]
MARKS = {"ya": True, "tidak": False}


def material(request: ActorRequest, assessment: Assessment) -> Verdict:
    """Whether the material may be on this screen and written on (HR-34, HR-50)."""
    return may_judge(selectors.material_facts(assessment, request.actor.person_id, today_of(request)))


def is_closed(assessment: Assessment) -> bool:
    return assessment.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED)


def shut(request: ActorRequest, assessment: Assessment, verdict: Verdict, status: int = 200) -> HttpResponse:
    context = {"assessment": assessment, "application": assessment.application, "why": reasons(verdict)}
    return render(request, "assessment/shut.html", context, status=status)


@own_assessment
@require_safe
def grid(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """FR.IA.01. Before FR.AK.01 and the identity check the page says why, and shows no KUK (HR-34)."""
    verdict = material(request, assessment)
    if not verdict and not is_closed(assessment):
        return shut(request, assessment, verdict)
    return _grid_page(request, assessment)


def _grid_page(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    whole = grid_of(assessment)
    wanted = request.GET.get("unit", "")
    incomplete = [unit.key for unit in whole.units if not unit.complete]
    context = {
        **grid_context(request, assessment, whole),
        "open_unit": wanted if wanted in {unit.key for unit in whole.units} else next(iter(incomplete), ""),
        "closed": is_closed(assessment),
        "evidence": [evidence_line(each, whole) for each in whole.evidence],
    }
    return render(request, "assessment/grid.html", context)


def grid_context(request: ActorRequest, assessment: Assessment, whole: Grid) -> dict[str, Any]:
    facts = selectors.recommendation_facts(assessment, whole, request.actor.person_id, today_of(request))
    return {
        "assessment": assessment,
        "application": assessment.application,
        "event": assessment.event,
        "scheme": assessment.application.scheme_version.scheme,
        "grid": whole,
        "options": YES_NO,
        "follow_ups": [(value, label) for value, label in FollowUp.choices if value],
        "next_row": next((row for row in whole.criteria if row.mark is None), None),
        "lacks_evidence": any(not row.evidence for row in whole.criteria),
        "next_instrument": _next_instrument(request, assessment),
        "why_recommend": reasons(may_recommend(facts)),
    }


def _next_instrument(request: ActorRequest, assessment: Assessment) -> dict[str, str] | None:
    """What is still to take besides FR.IA.01."""
    for step in in_turn(progress_of([assessment])[assessment.pk]):
        if step.code != InstrumentCode.OBSERVATION:
            return {"label": step.name, "href": step_url(request.lsp.slug, step)}
    return None


def evidence_line(evidence: Evidence, whole: Grid) -> dict[str, Any]:
    served = [row for row in whole.criteria if evidence in row.evidence]
    if not is_marked(evidence):
        word, tone, shape = _("VATM belum dinilai"), "warn", "warn"
    elif is_sound(evidence):
        word, tone, shape = _("VATM terpenuhi"), "ok", "tick"
    else:
        word, tone, shape = _("VATM tidak terpenuhi"), "warn", "dash"
    note = ngettext("%(n)d KUK", "%(n)d KUK", len(served)) % {"n": len(served)}
    return {
        "evidence": evidence,
        "note": f"{_(evidence.get_method_display())}, {note}",
        "served": served,
        "word": word,
        "tone": tone,
        "shape": shape,
    }


# ---------------------------------------------------------------- autosave


@own_assessment
def mark(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """One tap, one POST. Names: `kriteria`, `nilai` (ya, tidak), `catatan`, `lanjut`, `saved_at`.

    Safe to send again and late: an older mark never takes the place of a newer one. A KUK of another scheme is
    not there (404); a closed grid says why (409)."""
    stopped = _stopped(request, assessment)
    if stopped is not None:
        return stopped
    criterion = _criterion(assessment, request.POST.get("kriteria", ""))
    save_mark(
        assessment,
        criterion.pk,
        saved_at=made_at(request.POST.get("saved_at", "")),
        met=MARKS.get(request.POST.get("nilai", "")),
        note=request.POST.get("catatan"),
        follow_up=request.POST.get("lanjut"),
    )
    if not wants_fragment(request):
        return redirect(f"{grid_url(request, assessment)}?unit={criterion.element.unit_id}#k-{criterion.pk}")
    whole = grid_of(assessment)
    unit = next(each for each in whole.units if each.unit.pk == criterion.element.unit_id)
    return render(request, "assessment/_saved.html", {**grid_context(request, assessment, whole), "unit": unit})


@own_assessment
def fill(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """ "Semua Ya" of one unit (`unit`) or element (`elemen`): the assessor's judgement of all KUK in it that
    carry no mark yet. Each can be changed afterwards."""
    stopped = _stopped(request, assessment)
    if stopped is not None:
        return stopped
    unit, element = request.POST.get("unit", ""), request.POST.get("elemen", "")
    criteria = selectors.criteria_of(assessment).select_related("element")
    found = list(
        criteria.filter(element_id=uuid_or_404(element))
        if element
        else criteria.filter(element__unit_id=uuid_or_404(unit))
    )
    if not found:
        raise Http404
    fill_yes(assessment, [each.pk for each in found], saved_at=made_at(request.POST.get("saved_at", "")))
    unit_id = found[0].element.unit_id
    if not wants_fragment(request):
        return redirect(f"{grid_url(request, assessment)}?unit={unit_id}#u-{unit_id}")
    whole = grid_of(assessment)
    context = grid_context(request, assessment, whole)
    context |= {
        "unit": next(each for each in whole.units if each.unit.pk == unit_id),
        "open_unit": str(unit_id),
        "replaced": True,
    }
    return render(request, "assessment/_unit.html", context)


def _stopped(request: ActorRequest, assessment: Assessment) -> HttpResponse | None:
    """Why a draft is not written now; None when it may be."""
    if request.method != "POST":
        return redirect(grid_url(request, assessment))
    if assessment.assessor_id != request.actor.person_id:
        return not_yours(request, assessment)
    verdict = material(request, assessment)
    if verdict:
        return None
    if wants_fragment(request):
        why = [{"rule": each.rule, "sentence": each.sentence, "remedy": each.remedy} for each in reasons(verdict)]
        return JsonResponse({"reasons": why}, status=409)
    return shut(request, assessment, verdict, status=409)


def _criterion(assessment: Assessment, text: str) -> Criterion:
    return get_object_or_404(selectors.criteria_of(assessment).select_related("element"), pk=uuid_or_404(text))


def grid_url(request: ActorRequest, assessment: Assessment) -> str:
    return reverse("assessment:grid", args=[request.lsp.slug, assessment.pk])
