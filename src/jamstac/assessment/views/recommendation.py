"""FR.AK.02: the results as computed, confirmed by the assessor's signature."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jamstac.assessment import selectors, texts
from jamstac.assessment.actions import recommend
from jamstac.assessment.forms import RecommendationForm
from jamstac.assessment.grid import grid_of
from jamstac.assessment.models import Assessment
from jamstac.assessment.states import AssessmentState
from jamstac.assessment.views.assessor import own_assessment
from jamstac.assessment.views.grid import grid_context, is_closed, material, shut
from jamstac.documents.forms import SigningForm
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest
from jamstac.ui.requests import uuid_or_404
from jamstac.ui.why import Reason, reasons


@own_assessment
def recommendation(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """FR.AK.02: results as computed, confirmed by the assessor's signature."""
    if assessment.state in (AssessmentState.OPENED, AssessmentState.RELEASED):
        return shut(request, assessment, material(request, assessment))
    if request.method != "POST":
        return _recommendation_page(request, assessment)
    if (
        is_closed(assessment)
        and assessment.assessor_id == request.actor.person_id
        and _signed_twice(request, assessment)
    ):
        return redirect("assessment:assessment", request.lsp.slug, assessment.pk)
    form, signing = RecommendationForm(request.POST), SigningForm(request.POST, account=request.user, staff=True)
    if not form.is_valid():
        return _recommendation_page(request, assessment, form=form, signing=signing, status=400)
    confirmed = {
        uuid_or_404(name.removeprefix("hasil-")): str(value)
        for name, value in request.POST.items()
        if name.startswith("hasil-")
    }
    try:
        recommend(
            request.actor,
            assessment,
            **form.cleaned_data,
            statement=signing.statement(texts.RECOMMENDATION),
            unit_results=confirmed,
            result=request.POST.get("hasil", ""),
        )
    except Refused as refused:
        if assessment.assessor_id != request.actor.person_id:
            raise
        fresh = selectors.assessments_for(request.lsp.pk).get(pk=assessment.pk)
        why = reasons(refused.refusals)
        return _recommendation_page(request, fresh, form=form, signing=signing, refused=why, status=409)
    messages.success(request, _("Rekomendasi ditandatangani. Asesi membaca dan menandatanganinya dari akunnya."))
    return redirect("assessment:assessment", request.lsp.slug, assessment.pk)


def _signed_twice(request: HttpRequest, assessment: Assessment) -> bool:
    """The second click of a double click: the very same recommendation arrives again."""
    return request.POST.get("hasil") == assessment.result and all(
        request.POST.get(name, "").strip() == getattr(assessment, name) for name in ("feedback", "follow_up", "comment")
    )


def _recommendation_page(
    request: ActorRequest,
    assessment: Assessment,
    *,
    form: RecommendationForm | None = None,
    signing: SigningForm | None = None,
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    whole = grid_of(assessment)
    context = {
        **grid_context(request, assessment, whole),
        "form": form or RecommendationForm(),
        "signing": signing or SigningForm(account=request.user, staff=True),
        "sentence": texts.RECOMMENDATION,
        "closed": is_closed(assessment),
        "refused": refused or [],
    }
    return render(request, "assessment/recommendation.html", context, status=status)
