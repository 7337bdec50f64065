"""A written test on the candidate's phone: begin, answer, hand in. Nothing here knows a key."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from jamstac.assessment import sitting
from jamstac.assessment.actions.sitting import begin_test, hand_in
from jamstac.assessment.drafts import made_at
from jamstac.assessment.models import Taking
from jamstac.assessment.rules.sitting import may_begin, may_hand_in, may_write
from jamstac.assessment.states import TakingState
from jamstac.people.pages import ActorRequest, self_page
from jamstac.ui.requests import uuid_or_none, wants_fragment
from jamstac.ui.why import reasons


def _test(request: ActorRequest, pk: UUID) -> Taking:
    return get_object_or_404(sitting.own_tests(request.lsp.pk, request.actor.person_id), pk=pk)


def _close_if_over(request: ActorRequest, taking: Taking) -> Taking:
    """The worker takes a paper away at its end; where it is late, the candidate's next look does."""
    facts = sitting.sitting_facts(taking, timezone.now(), grace=sitting.GRACE)
    over = facts.time_left is not None and facts.time_left <= 0
    if over and may_hand_in(facts):
        return hand_in(request.actor, taking)
    return taking


@self_page("assessment.self")
@require_safe
def test(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Before: what it is and how long. During: the paper. After: handed in."""
    taking = _close_if_over(request, _test(request, pk))
    now = timezone.now()
    begun = taking.state == TakingState.STARTED
    shut = reasons(may_write(sitting.sitting_facts(taking, now, grace=sitting.GRACE))) if begun else []
    running = begun and not shut
    paper = sitting.paper_of(taking) if running else []
    context = {
        "taking": taking,
        "form": taking.instrument,
        "event": taking.assessment.event,
        "count": len(paper) if running else taking.items.count(),
        "paper": paper,
        "answered": sum(each.answered for each in paper),
        "running": running,
        "shut": shut,
        "choice": sitting.is_choice(taking),
        "fresh": taking.state == TakingState.PLANNED,
        "blocked": reasons(may_begin(sitting.sitting_facts(taking, now))),
        "length": sitting.ANSWER_LENGTH,
    }
    return render(request, "assessment/test.html", context)


@self_page("assessment.self")
@require_POST
def begin(request: ActorRequest, pk: UUID) -> HttpResponse:
    taking = _test(request, pk)
    if taking.state == TakingState.PLANNED:
        begin_test(request.actor, taking)
    return redirect("assessment:test", request.lsp.slug, pk)


@self_page("assessment.self")
@require_POST
def answer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One answer. Names: `butir`, `pilihan` or `jawaban`, `saved_at`. A closed paper says why (409)."""
    taking = _test(request, pk)
    verdict = may_write(sitting.sitting_facts(taking, timezone.now(), grace=sitting.GRACE))
    if not verdict:
        if wants_fragment(request):
            why = [{"rule": each.rule, "sentence": each.sentence} for each in reasons(verdict)]
            return JsonResponse({"reasons": why}, status=409)
        return redirect("assessment:test", request.lsp.slug, pk)
    kept = sitting.write_answer(
        taking,
        uuid_or_none(request.POST.get("butir", "")) or taking.pk,
        saved_at=made_at(request.POST.get("saved_at", "")),
        option_id=uuid_or_none(request.POST.get("pilihan", "")),
        answer=request.POST.get("jawaban"),
    )
    if wants_fragment(request):
        return HttpResponse(status=204 if kept else 200)
    return redirect("assessment:test", request.lsp.slug, pk)


@self_page("assessment.self")
@require_POST
def finish(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Hand in. A second tap finds it handed in."""
    taking = _test(request, pk)
    if taking.state == TakingState.STARTED:
        hand_in(request.actor, taking)
        messages.success(request, _("Jawaban Anda diserahkan. Asesor menilainya."))
    return redirect("assessment:test", request.lsp.slug, pk)
