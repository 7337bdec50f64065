"""One instrument on the assessor's phone: the task for both, the questions with their keys, the marks."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jamstac.assessment import takings
from jamstac.assessment.actions import add_question, mark_taking, show_taking
from jamstac.assessment.drafts import made_at, save_answer
from jamstac.assessment.grid import VATM
from jamstac.assessment.instrument_sheets import asked
from jamstac.assessment.models import Assessment, Evidence, Taking, TakingItem
from jamstac.assessment.progress import progress_of
from jamstac.assessment.rules import may_mark, may_question, may_show_taking
from jamstac.assessment.states import TakingState
from jamstac.assessment.takings import NAMED, ItemMark, Vatm
from jamstac.assessment.views.assessor import not_yours, own_assessment, today_of
from jamstac.assessment.views.grid import MARKS, YES_NO, is_closed, material, shut
from jamstac.assessment.views.steps import FIRST, next_step
from jamstac.instruments.states import TAKEN_BY_CANDIDATE, InstrumentCode
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest
from jamstac.ui.requests import uuid_or_404, wants_fragment
from jamstac.ui.why import Reason, reasons

TONES = {
    TakingState.PLANNED: ("idle", "ring"),
    TakingState.STARTED: ("go", "half"),
    TakingState.SUBMITTED: ("warn", "warn"),
    TakingState.MARKED: ("ok", "tick"),
}


def _taking(assessment: Assessment, pk: UUID) -> Taking:
    return get_object_or_404(takings.takings_for(assessment.body_id), pk=pk, assessment=assessment)


@own_assessment
@require_safe
def taking(request: ActorRequest, assessment: Assessment, taking: UUID) -> HttpResponse:
    """The instrument. Before FR.AK.01 and the identity check the page says why, and shows nothing of it (HR-34)."""
    verdict = material(request, assessment)
    if not verdict and not is_closed(assessment):
        return shut(request, assessment, verdict)
    return _taking_page(request, assessment, _taking(assessment, taking))


def _taking_page(
    request: ActorRequest,
    assessment: Assessment,
    row: Taking,
    *,
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    me, today = request.actor.person_id, today_of(request)
    items = takings.items_of(row)
    portfolio = takings.portfolio_of(assessment) if row.instrument.code == InstrumentCode.INTERVIEW else []
    closed = row.state == TakingState.MARKED or is_closed(assessment)
    alone = row.instrument.code in TAKEN_BY_CANDIDATE
    everything = {item.pk: ItemMark(True, evidence=portfolio[0].pk if portfolio else None) for item in items}
    tone, shape = TONES[TakingState(row.state)]
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "scheme": assessment.application.scheme_version.scheme,
        "taking": row,
        "instrument": row.instrument,
        "equipment": [line.strip() for line in row.instrument.equipment.splitlines() if line.strip()],
        "tone": tone,
        "shape": shape,
        "items": [_line(request, item, portfolio, alone, row) for item in items],
        "options": YES_NO,
        "closed": closed,
        "alone": alone,
        "task": row.instrument.code in FIRST,
        "on_paper": alone and row.state == TakingState.PLANNED,
        "handed_in": row.state == TakingState.SUBMITTED,
        "names": row.instrument.code in NAMED,
        "interviews": row.instrument.code == InstrumentCode.INTERVIEW,
        "product": request.POST.get("produk", row.product),
        "feedback": request.POST.get("umpan_balik", row.feedback),
        "vatm": vatm_sent(request),
        "why_show": reasons(may_show_taking(takings.taking_facts(row, me, today))),
        "why_question": reasons(may_question(takings.taking_facts(row, me, today))),
        "why_mark": reasons(may_mark(takings.mark_facts(row, items, everything, "x", me, today))),
        "refused": refused or [],
        "evidence": Evidence.objects.filter(taking=row, removed=False).first(),
    }
    return render(request, "assessment/taking.html", context, status=status)


def _line(
    request: ActorRequest, item: TakingItem, portfolio: list[Evidence], alone: bool, row: Taking
) -> dict[str, Any]:
    """What was sent just now, else what is being written, else what was handed in; for a choice, what its key
    says is proposed (HR-40)."""
    draft = takings.draft_of(item)
    chosen = item.option or (draft.option if draft else None)
    met = takings.shown_mark(item, by_key=row.state == TakingState.SUBMITTED or alone)
    sent = request.POST.get(f"nilai-{item.pk}")
    tied = request.POST.get(f"bukti-{item.pk}") or str(item.evidence_id or "")
    right = takings.right_option(item)
    return {
        "item": item,
        "text": asked(item),
        "section": item.item.section if item.item else "",
        "key": (item.item.key if item.item else "") or (f"{right.letter}. {right.text}" if right else ""),
        "choices": list(item.item.options.all()) if item.item else [],
        "chosen": chosen,
        "value": sent or {True: "ya", False: "tidak", None: ""}[met],
        "answer": request.POST.get(f"jawaban-{item.pk}", item.answer or (draft.answer if draft else "")),
        "note": request.POST.get(f"catatan-{item.pk}", item.note or (draft.note if draft else "")),
        "portfolio": [(each, str(each.pk) == (tied or str(portfolio[0].pk))) for each in portfolio],
        "tied": item.evidence,
    }


def vatm_sent(request: ActorRequest) -> dict[str, bool]:
    """Ticked until the assessor unticks: what was done before the assessor's own eyes."""
    sent = request.method == "POST" and "vatm" in request.POST
    return {name: bool(request.POST.get(f"vatm-{name}")) if sent else True for name in VATM}


@own_assessment
def show(request: ActorRequest, assessment: Assessment, taking: UUID) -> HttpResponse:
    """ "Mulai": the candidate sees the task, the clock runs."""
    row = _taking(assessment, taking)
    if request.method == "POST" and row.state == TakingState.PLANNED:
        show_taking(request.actor, row)
        messages.success(request, _("Instrumen terbuka bagi asesi."))
    return _here(request, row)


@own_assessment
def question(request: ActorRequest, assessment: Assessment, taking: UUID) -> HttpResponse:
    """A question of the assessor's own."""
    row = _taking(assessment, taking)
    text = request.POST.get("pertanyaan", "").strip()
    if request.method == "POST" and text:
        last = row.items.order_by("-position").first()
        if last is None or last.question != text:  # the second click of a double click
            add_question(request.actor, row, question=text)
        if assessment.assessor_id == request.actor.person_id and _why_unsaved(request, assessment, row) is None:
            _save(row, request)
    return _here(request, row, "#pertanyaan")


@own_assessment
def save(request: ActorRequest, assessment: Assessment, taking: UUID) -> HttpResponse:
    """Autosave of the whole form. Names per item: `nilai-`, `jawaban-`, `catatan-`, `pilihan-`; and `saved_at`."""
    row = _taking(assessment, taking)
    if request.method != "POST":
        return _here(request, row)
    if assessment.assessor_id != request.actor.person_id:
        return not_yours(request, assessment)
    unsaved = _why_unsaved(request, assessment, row)
    if unsaved is not None:
        why = [{"rule": each.rule, "sentence": each.sentence, "remedy": each.remedy} for each in unsaved]
        return JsonResponse({"reasons": why}, status=409)
    _save(row, request)
    return HttpResponse(status=204) if wants_fragment(request) else _here(request, row)


def _why_unsaved(request: ActorRequest, assessment: Assessment, row: Taking) -> list[Reason] | None:
    """Why a draft is not kept (HR-34; marked before: no reason is needed); None: it is."""
    verdict = material(request, assessment)
    return reasons(verdict) if not verdict or row.state == TakingState.MARKED else None


def _save(row: Taking, request: ActorRequest) -> None:
    at = made_at(request.POST.get("saved_at", ""))
    handed_in = row.instrument.code in TAKEN_BY_CANDIDATE and row.state != TakingState.PLANNED
    for item in takings.items_of(row):
        sent = {name: request.POST.get(f"{name}-{item.pk}") for name in ("nilai", "jawaban", "catatan", "pilihan")}
        if any(value is not None for value in sent.values()):
            save_answer(
                item,
                saved_at=at,
                met=MARKS.get(sent["nilai"] or ""),
                answer=None if handed_in else sent["jawaban"],
                note=sent["catatan"],
                option_id=None if handed_in else _option(item, sent["pilihan"]),
            )


def _option(item: TakingItem, text: str | None) -> UUID | None:
    if not text or item.item is None:
        return None
    found = next((each.pk for each in item.item.options.all() if str(each.pk) == text), None)
    if found is None:
        raise Http404
    return found


@own_assessment
def mark(request: ActorRequest, assessment: Assessment, taking: UUID) -> HttpResponse:
    """The marks as shown on the screen become the act."""
    row = _taking(assessment, taking)
    if request.method != "POST" or (row.state == TakingState.MARKED and not is_closed(assessment)):
        return _here(request, row)
    marks = {}
    for item in takings.items_of(row):
        tied = request.POST.get(f"bukti-{item.pk}", "")
        marks[item.pk] = ItemMark(
            MARKS.get(request.POST.get(f"nilai-{item.pk}", "")),
            answer=request.POST.get(f"jawaban-{item.pk}"),
            note=request.POST.get(f"catatan-{item.pk}", "")[:400],
            option=_option(item, request.POST.get(f"pilihan-{item.pk}")),
            evidence=uuid_or_404(tied) if tied else None,
        )
    try:
        mark_taking(
            request.actor,
            row,
            marks=marks,
            feedback=request.POST.get("umpan_balik", ""),
            product=request.POST.get("produk", "")[:200],
            vatm=Vatm(**vatm_sent(request)),
        )
    except Refused as refused:
        if assessment.assessor_id != request.actor.person_id:
            raise
        return _taking_page(request, assessment, row, refused=reasons(refused.refusals), status=409)
    messages.success(request, _("%(code)s dinilai dan menjadi bukti.") % {"code": f"FR.{row.instrument.code}"})
    step = next_step(assessment, progress_of([assessment])[assessment.pk], request.lsp.slug)
    return redirect(step.href)


def _here(request: ActorRequest, row: Taking, anchor: str = "") -> HttpResponse:
    return redirect(reverse("assessment:taking", args=[request.lsp.slug, row.assessment_id, row.pk]) + anchor)
