"""Pages of the assessor: my assessments, and one case step by step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jamstac.applications.models import ApplicationEvidence
from jamstac.applications.selectors import evidence_of_elements
from jamstac.assessment import selectors, texts
from jamstac.assessment.actions import (
    agree_on_paper,
    check_identity,
    open_assessment,
    propose_agreement,
    review_self_assessment,
)
from jamstac.assessment.checklist import checklist_of
from jamstac.assessment.forms import AgreementForm, IdentityForm, ReviewForm
from jamstac.assessment.models import Assessment
from jamstac.assessment.progress import Progress, Step, progress_of
from jamstac.assessment.rules import may_agree_on_paper, may_check_identity, may_judge, may_propose, may_review
from jamstac.assessment.rules.judging import case_is_in_hand
from jamstac.assessment.scope import in_scope
from jamstac.assessment.standing import standing_of
from jamstac.assessment.states import KIND_OF, AssessmentState, EvidenceKind, IdentityDocument
from jamstac.assessment.views.steps import FIRST, next_step, step_url
from jamstac.documents.forms import SigningForm
from jamstac.events.models import EventCandidate
from jamstac.events.rules import letter_covers_assessor
from jamstac.events.selectors import assignment_facts
from jamstac.instruments.states import InstrumentCode
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons

P = ParamSpec("P")

TONES = {
    AssessmentState.OPENED: ("go", "half"),
    AssessmentState.AGREED: ("go", "half"),
    AssessmentState.RECOMMENDED: ("warn", "warn"),
    AssessmentState.SIGNED: ("ok", "tick"),
    AssessmentState.RELEASED: ("idle", "ring"),
}


def today_of(request: ActorRequest) -> date:
    return timezone.localdate(timezone=request.lsp.zone)


def own_assessment(view: Callable[Concatenate[ActorRequest, Assessment, P], HttpResponse]) -> Any:
    """A page on one assessment for the assessor it was given to. A colleague reads why not (403), unless it is
    an act: then the door refuses and writes it down. Whatever the view would show, the case is not on it."""

    @wraps(view)
    def fetched(request: ActorRequest, pk: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        assessment = get_object_or_404(selectors.assessments_for(request.lsp.pk), pk=pk)
        if assessment.assessor_id == request.actor.person_id:
            if assessment.state == AssessmentState.RELEASED and request.method != "POST":
                return released(request, assessment)
            return view(request, assessment, *args, **kwargs)
        if request.method == "POST":
            answer = view(request, assessment, *args, **kwargs)
            if 300 <= answer.status_code < 400:
                return answer
        return not_yours(request, assessment)

    guarded: Callable[[Any], Any] = staff_page("assessment.assess")
    return guarded(fetched)


def not_yours(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    facts = assignment_facts(
        assessment.event,
        assessment.application,
        assessor_id=assessment.assessor_id,
        person_id=request.actor.person_id,
        today=today_of(request),
    )
    context = {"why": reasons(letter_covers_assessor(facts))}
    return render(request, "assessment/not_yours.html", context, status=403)


def released(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """Nothing is shown of a case that is in nobody's hands."""
    why = reasons(case_is_in_hand(selectors.agreement_facts(assessment)))
    return render(request, "assessment/released.html", {"application": assessment.application, "why": why}, status=409)


@staff_page("assessment.assess")
def open_case(request: ActorRequest, candidate: UUID) -> HttpResponse:
    """Open a case; opened already, go there: the second click of a double click does no harm."""
    rows = EventCandidate.objects.filter(body=request.lsp).select_related("event__scheme_version", "application")
    row = get_object_or_404(rows, pk=candidate)
    if request.method != "POST":
        return redirect("assessment:mine", request.lsp.slug)
    known = Assessment.objects.filter(application=row.application, assessor_id=request.actor.person_id)
    assessment = known.exclude(state=AssessmentState.RELEASED).first() or open_assessment(request.actor, row)
    return redirect("assessment:assessment", request.lsp.slug, assessment.pk)


@own_assessment
@require_safe
def case(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """The case for its assessor: steps, the next act, facts, timeline."""
    return _page(request, assessment)


def _word(assessment: Assessment, today: date) -> str:
    """What the LSP decides afterwards is not told to the one who assessed."""
    if assessment.state == AssessmentState.SIGNED:
        return _("Selesai bagi Anda")
    return standing_of(assessment, today).word


def _page(
    request: ActorRequest,
    assessment: Assessment,
    *,
    shown: dict[str, forms.Form] | None = None,
    refused: dict[str, list[Reason]] | None = None,
    status: int = 200,
) -> HttpResponse:
    today, me = today_of(request), request.actor.person_id
    agreement = selectors.agreement_of(assessment)
    material = may_judge(selectors.material_facts(assessment, me, today))
    progress = progress_of([assessment])[assessment.pk]
    judged, total = progress.judged, progress.total
    tone, shape = TONES[AssessmentState(assessment.state)]
    drawn: dict[str, Any] = {
        "review": ReviewForm(initial={"can_continue": "ya"}),
        "identity": IdentityForm(),
        "agreement": AgreementForm(initial={"evidence_kinds": evidence_kinds(progress)}),
        "signing": SigningForm(account=request.user, staff=True),
        **(shown or {}),
    }
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "event": assessment.event,
        "scheme": assessment.application.scheme_version.scheme,
        "word": _word(assessment, today),
        "tone": tone,
        "shape": shape,
        "judged": judged,
        "total": total,
        "agreement": agreement,
        "opened": assessment.state == AssessmentState.OPENED,
        "steps": _steps(request, assessment, progress, proposed=agreement is not None),
        "next": next_step(assessment, progress, request.lsp.slug),
        "checklist": checklist_of(assessment),
        "needs_review": assessment.state == AssessmentState.OPENED and assessment.self_assessment_ok is not True,
        "needs_identity": assessment.identity_checked_at is None,
        "needs_plan": assessment.state == AssessmentState.OPENED and not assessment.potential,
        "needs_proposal": assessment.state == AssessmentState.OPENED and agreement is None,
        "waits_for_agreement": assessment.state == AssessmentState.OPENED and agreement is not None,
        "judging": assessment.state == AssessmentState.AGREED,
        "waits_for_signature": assessment.state == AssessmentState.RECOMMENDED,
        "finished": assessment.state == AssessmentState.SIGNED,
        "why_review": reasons(may_review(selectors.self_assessment_facts(assessment, me, today))),
        "why_identity": reasons(
            may_check_identity(selectors.identity_facts(assessment, me, today, IdentityDocument.KTP))
        ),
        "why_proposal": reasons(may_propose(selectors.proposal_facts(assessment, me, today, 1))),
        "why_paper": reasons(may_agree_on_paper(selectors.paper_agreement_facts(assessment, me, today))),
        "why_material": reasons(material),
        "forms": drawn,
        "refused": refused or {},
        "texts": {"review": texts.REVIEW, "agreement": texts.ASSESSOR_AGREEMENT},
        "self_assessment": _self_assessment(assessment) if assessment.self_assessment_ok is not True else [],
        "timeline": timeline_of(request.lsp.pk, case_id=assessment.application_id, without=texts.UNTOLD),
    }
    return render(request, "assessment/case.html", context, status=status)


def evidence_kinds(progress: Progress) -> list[str]:
    """What FR.AK.01 names, as it follows from the plan; observation and questions before there is one."""
    kinds = [KIND_OF[InstrumentCode(step.code)] for step in progress.steps]
    return list(dict.fromkeys(kinds)) or [EvidenceKind.OBSERVATION, EvidenceKind.QUESTIONS]


def _steps(
    request: ActorRequest, assessment: Assessment, progress: Progress, *, proposed: bool
) -> list[dict[str, Any]]:
    """The steps of the day; the first that is not done is now."""
    recommended = assessment.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED)
    agreed = assessment.agreed_at is not None
    slug = request.lsp.slug
    here = (slug, assessment.pk)
    done = [
        (assessment.self_assessment_ok is True, _("Tinjau FR.APL.02"), "", "#tinjau"),
        (
            assessment.identity_checked_at is not None,
            _("Periksa identitas"),
            assessment.identity_document,
            "#identitas",
        ),
        (
            bool(assessment.potential),
            _("FR.AK.07, rencana dan penyesuaian"),
            _("potensi %(n)s") % {"n": assessment.potential} if assessment.potential else "",
            "plan",
        ),
        (agreed, _("FR.AK.01, persetujuan"), _("menunggu asesi") if proposed and not agreed else "", "#persetujuan"),
        *(
            (recommended or step.done, _step_title(step), _side(step, progress), step_url(slug, step))
            for step in sorted(progress.by_form, key=lambda each: each.code not in FIRST)
        ),
        (
            recommended,
            _("FR.AK.02, rekomendasi"),
            _(assessment.get_result_display()) if recommended else "",
            "recommendation",
        ),
        (
            assessment.state == AssessmentState.SIGNED,
            _("Tanda tangan asesi"),
            _("menunggu asesi") if assessment.state == AssessmentState.RECOMMENDED else "",
            "",
        ),
    ]
    first = next((n for n, each in enumerate(done) if not each[0]), len(done))

    def href(target: str, n: int) -> str:
        if not target or (n > first and not agreed):
            return ""
        return target if target.startswith(("#", "/")) else reverse(f"assessment:{target}", args=here)

    return [
        {
            "state": "done" if finished else "now" if n == first else "later",
            "n": n + 1,
            "title": title,
            "side": side,
            "href": "" if finished and target.startswith("#") else href(target, n),
        }
        for n, (finished, title, side, target) in enumerate(done)
    ]


def _step_title(step: Step) -> str:
    return f"{step.name}, {step.taking.instrument.title}" if step.taking is not None else step.name


def _side(step: Step, progress: Progress) -> str:
    if step.code == InstrumentCode.OBSERVATION:
        return _("%(judged)d dari %(total)d KUK") % {"judged": progress.judged, "total": progress.total}
    return "" if step.taking is None else _(step.taking.get_state_display())


def _self_assessment(assessment: Assessment) -> list[dict[str, Any]]:
    """FR.APL.02 as the candidate answered it, with the files shown: elements, never the KUK (HR-34)."""
    application = assessment.application
    answers = {row.element_id: row for row in application.self_assessments.all()}
    files: dict[UUID, list[ApplicationEvidence]] = {}
    for link in evidence_of_elements(application):
        files.setdefault(link.element_id, []).append(link.evidence)
    units = []
    for tree in in_scope(assessment):
        shown = [
            {"element": each.element, "answer": answers.get(each.element.pk), "files": files.get(each.element.pk, [])}
            for each in tree.elements
        ]
        answered = sum(row["answer"] is not None for row in shown)
        units.append({"unit": tree.unit, "rows": shown, "answered": answered, "total": len(shown)})
    return units


def _here(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    return redirect("assessment:assessment", request.lsp.slug, assessment.pk)


@own_assessment
def review(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    if request.method != "POST" or assessment.self_assessment_ok is True:
        return _here(request, assessment)
    form, signing = ReviewForm(request.POST), SigningForm(request.POST, account=request.user, staff=True)
    shown: dict[str, Any] = {"review": form, "signing": signing}
    if not form.is_valid():
        return _page(request, assessment, shown=shown, status=400)
    can_continue = form.cleaned_data["can_continue"] == "ya"
    try:
        review_self_assessment(
            request.actor,
            assessment,
            can_continue=can_continue,
            note=form.cleaned_data["note"],
            statement=signing.statement(texts.REVIEW),
        )
    except Refused as refused:
        why = {"review": reasons(refused.refusals)}
        return _page(request, assessment, shown=shown, refused=why, status=409)
    messages.success(
        request,
        _("FR.APL.02 ditinjau: asesmen dapat dilanjutkan.")
        if can_continue
        else _("FR.APL.02 ditinjau: asesmen tidak dapat dilanjutkan."),
    )
    return _here(request, assessment)


@own_assessment
def identity(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    if request.method != "POST" or assessment.identity_checked_at is not None:
        return _here(request, assessment)
    try:
        check_identity(request.actor, assessment, document=request.POST.get("document", ""))
    except Refused as refused:
        shown: dict[str, Any] = {"identity": IdentityForm(request.POST)}
        why = {"identity": reasons(refused.refusals)}
        return _page(request, assessment, shown=shown, refused=why, status=409)
    messages.success(request, _("Identitas asesi dicatat sudah diperiksa."))
    return _here(request, assessment)


@own_assessment
def agreement(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    if request.method != "POST" or selectors.agreement_of(assessment) is not None:
        return _here(request, assessment)
    form, signing = AgreementForm(request.POST), SigningForm(request.POST, account=request.user, staff=True)
    shown: dict[str, Any] = {"agreement": form, "signing": signing}
    if not form.is_valid():
        return _page(request, assessment, shown=shown, status=400)
    try:
        propose_agreement(
            request.actor,
            assessment,
            evidence_kinds=form.cleaned_data["evidence_kinds"],
            statement=signing.statement(texts.ASSESSOR_AGREEMENT),
        )
    except Refused as refused:
        why = {"agreement": reasons(refused.refusals)}
        return _page(request, assessment, shown=shown, refused=why, status=409)
    messages.success(request, _("FR.AK.01 ditandatangani. Asesi menyetujuinya dari akunnya sendiri."))
    return _here(request, assessment)


@own_assessment
def paper_agreement(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """The candidate signed on paper: note it."""
    if request.method != "POST" or assessment.agreed_at is not None:
        return _here(request, assessment)
    try:
        agree_on_paper(request.actor, assessment)
    except Refused as refused:
        return _page(request, assessment, refused={"paper": reasons(refused.refusals)}, status=409)
    messages.success(request, _("Persetujuan asesi di kertas dicatat. Penilaian dapat dimulai."))
    return _here(request, assessment)
