"""Pages of the candidate: what waits for me, FR.AK.01 to agree to, the result to read and sign."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.assessment import selectors, texts
from jamstac.assessment.actions import acknowledge, agree
from jamstac.assessment.grid import grid_of
from jamstac.assessment.models import Assessment
from jamstac.assessment.rules import may_acknowledge, may_agree
from jamstac.assessment.selectors import unplanned
from jamstac.assessment.states import AssessmentState
from jamstac.assessment.takings import tasks_shown, tests_waiting
from jamstac.assessment.views.assessor import TONES
from jamstac.documents.forms import SigningForm
from jamstac.documents.selectors import own_sheets_of_case
from jamstac.documents.sheets import content_of, latest
from jamstac.documents.states import SheetCode
from jamstac.events.models import EventCandidate
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, self_page
from jamstac.ui.why import Reason, reasons


def _own(request: ActorRequest, pk: UUID) -> Assessment:
    rows = selectors.assessments_for(request.lsp.pk)
    return get_object_or_404(rows, pk=pk, application__person_id=request.actor.person_id)


@self_page("assessment.self")
def own(request: ActorRequest, pk: UUID) -> HttpResponse:
    """My assessment: the step that waits for me, facts, sheets."""
    return _page(request, _own(request, pk))


def _word(assessment: Assessment, *, proposed: bool, told: bool) -> str:
    """How it stands, in the words of the one assessed: what the LSP does behind the door is not told before its
    letter."""
    if assessment.state == AssessmentState.OPENED and not proposed:
        return _("Menunggu asesor")
    if assessment.state == AssessmentState.RELEASED:
        return _("Dihentikan dulu")
    if assessment.state == AssessmentState.SIGNED:
        return _("Sudah diputus") if told else _("Menunggu keputusan")
    return _(assessment.get_state_display())


def _again(assessment: Assessment) -> EventCandidate | None:
    """Where and when a released case goes on, once that is planned."""
    today = timezone.localdate(timezone=assessment.event.body.zone)
    if assessment.state != AssessmentState.RELEASED or unplanned([assessment], today):
        return None
    rows = EventCandidate.objects.filter(application=assessment.application_id)
    return rows.select_related("event__venue", "assessor").first()


def _page(
    request: ActorRequest,
    assessment: Assessment,
    *,
    signing: SigningForm | None = None,
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    agreement = selectors.agreement_of(assessment)
    decided = assessment.state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED)
    tone, shape = TONES[AssessmentState(assessment.state)]
    sheets = own_sheets_of_case(assessment.application_id, request.actor.person_id)
    told = any(sheet.code == SheetCode.RESULT_LETTER for sheet in sheets)
    again = _again(assessment)
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "event": assessment.event if again is None else again.event,
        "assessor": assessment.assessor if again is None else again.assessor,
        "again": again,
        "word": _word(assessment, proposed=agreement is not None, told=told),
        "scheme": assessment.application.scheme_version.scheme,
        "tone": tone,
        "shape": shape,
        "waits_for_proposal": assessment.state == AssessmentState.OPENED and agreement is None,
        "agreeing": assessment.state == AssessmentState.OPENED and agreement is not None,
        "agreement": content_of(agreement) if agreement else None,
        "agreement_sheet": agreement,
        "assessing": assessment.state == AssessmentState.AGREED,
        "released": assessment.state == AssessmentState.RELEASED,
        "reading": assessment.state == AssessmentState.RECOMMENDED,
        "finished": assessment.state == AssessmentState.SIGNED,
        "grid": grid_of(assessment) if decided else None,
        "why_agree": reasons(may_agree(selectors.agreement_facts(assessment))),
        "why_acknowledge": reasons(may_acknowledge(selectors.acknowledgement_facts(assessment))),
        "signing": signing or SigningForm(account=request.user, staff=False),
        "texts": {"agree": texts.CANDIDATE_AGREEMENT, "acknowledge": texts.ACKNOWLEDGEMENT},
        "refused": refused or [],
        "tests": tests_waiting(assessment) if assessment.state == AssessmentState.AGREED else [],
        "tasks": tasks_shown(assessment) if assessment.state == AssessmentState.AGREED else [],
        "plan_sheet": latest(assessment.pk, SheetCode.AK07) if agreement else None,
        "sheets": sheets,
        "told": told,
        "certified": any(sheet.code == SheetCode.CERTIFICATE for sheet in sheets),
    }
    return render(request, "assessment/own.html", context, status=status)


@self_page("assessment.self")
def sign_agreement(request: ActorRequest, pk: UUID) -> HttpResponse:
    assessment = _own(request, pk)
    if request.method != "POST" or assessment.agreed_at is not None:
        return redirect("assessment:self", request.lsp.slug, assessment.pk)
    signing = SigningForm(request.POST, account=request.user, staff=False)
    try:
        agree(request.actor, assessment, statement=signing.statement(texts.CANDIDATE_AGREEMENT))
    except Refused as refused:
        return _page(request, assessment, signing=signing, refused=reasons(refused.refusals), status=409)
    messages.success(request, _("FR.AK.01 Anda setujui. Asesor dapat memulai penilaian."))
    return redirect("assessment:self", request.lsp.slug, assessment.pk)


@self_page("assessment.self")
def sign_result(request: ActorRequest, pk: UUID) -> HttpResponse:
    assessment = _own(request, pk)
    if request.method != "POST" or assessment.state == AssessmentState.SIGNED:
        return redirect("assessment:self", request.lsp.slug, assessment.pk)
    signing = SigningForm(request.POST, account=request.user, staff=False)
    try:
        acknowledge(request.actor, assessment, statement=signing.statement(texts.ACKNOWLEDGEMENT))
    except Refused as refused:
        return _page(request, assessment, signing=signing, refused=reasons(refused.refusals), status=409)
    messages.success(request, _("FR.IA.01 dan FR.AK.02 Anda tandatangani. Berkas Anda menunggu pleno."))
    return redirect("assessment:self", request.lsp.slug, assessment.pk)
