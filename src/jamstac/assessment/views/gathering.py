"""FR.IA.08 from the candidate's portfolio, FR.IA.10 from a third party: pages of the assessor, and the third party's
own page behind a one-time link."""

from __future__ import annotations

from secrets import token_urlsafe
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from jamstac.assessment import takings
from jamstac.assessment.actions import answer_third_party, ask_third_party, hear_third_party, take_portfolio
from jamstac.assessment.actions.gathering import digest_of
from jamstac.assessment.forms import StatementForm, ThirdPartyForm
from jamstac.assessment.grid import grid_of
from jamstac.assessment.models import Assessment, ThirdParty
from jamstac.assessment.rules import may_answer, may_ask, may_take_portfolio
from jamstac.assessment.texts import THIRD_PARTY_QUESTIONS
from jamstac.assessment.views.assessor import own_assessment, today_of
from jamstac.assessment.views.grid import YES_NO, evidence_line, is_closed, material, shut
from jamstac.ledger.door import GuestActor, Refused
from jamstac.people.pages import ActorRequest, public_page
from jamstac.ui.why import Reason, reasons

LINK = "third_party_link"


@own_assessment
def portfolio(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """FR.IA.08: the candidate's files, each judged VATM."""
    verdict = material(request, assessment)
    if request.method == "POST":
        made = take_portfolio(request.actor, assessment)
        messages.success(request, _("%(n)d bukti portofolio diambil.") % {"n": len(made)})
        return redirect("assessment:portfolio", request.lsp.slug, assessment.pk)
    if not verdict and not is_closed(assessment):
        return shut(request, assessment, verdict)
    whole = grid_of(assessment)
    taken = takings.portfolio_of(assessment)
    known = {each.file_id for each in taken}
    facts = takings.portfolio_facts(assessment, request.actor.person_id, today_of(request))
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "lines": [evidence_line(each, whole) for each in taken],
        "waiting": [row for row in takings.portfolio_shown(assessment) if row.file_id not in known],
        "why": reasons(may_take_portfolio(facts)),
        "closed": is_closed(assessment),
    }
    return render(request, "assessment/portfolio.html", context)


@own_assessment
@require_safe
def third_parties(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """FR.IA.10: who was asked, and the link just made, once."""
    verdict = material(request, assessment)
    if not verdict and not is_closed(assessment):
        return shut(request, assessment, verdict)
    return _third_parties_page(request, assessment, link=request.session.pop(LINK, None))


def _third_parties_page(
    request: ActorRequest,
    assessment: Assessment,
    *,
    link: str | None = None,
    form: ThirdPartyForm | None = None,
    statement: StatementForm | None = None,
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    facts = takings.third_party_facts(assessment, request.actor.person_id, today_of(request), name="x", workplace="x")
    rows = ThirdParty.objects.filter(assessment=assessment).order_by("id")
    words = _("Mohon isi verifikasi pihak ketiga (rahasia): %(link)s") % {"link": link} if link else ""
    context = {
        "assessment": assessment,
        "application": assessment.application,
        "rows": rows.prefetch_related("answers"),
        "now": timezone.now(),
        "link": link,
        "whatsapp": f"https://wa.me/?text={quote(words)}",
        "mail": f"mailto:?subject={quote(_('Verifikasi pihak ketiga'))}&body={quote(words)}",
        "form": form or ThirdPartyForm(),
        "statement": statement or StatementForm(),
        "answers": _answers_shown(request),
        "options": YES_NO,
        "why": reasons(may_ask(facts)),
        "refused": refused or [],
        "closed": is_closed(assessment),
    }
    return render(request, "assessment/third_parties.html", context, status=status)


def _answers_shown(request: HttpRequest) -> list[tuple[int, str, str]]:
    return [
        (number, text, request.POST.get(f"jawaban-{number}", ""))
        for number, text in enumerate(THIRD_PARTY_QUESTIONS, 1)
    ]


def _answers(request: HttpRequest) -> dict[int, bool]:
    said = {number: value for number, _text, value in _answers_shown(request)}
    return {number: value == "ya" for number, value in said.items() if value in ("ya", "tidak")}


@own_assessment
def ask(request: ActorRequest, assessment: Assessment) -> HttpResponse:
    """A third party is asked by link, or was asked by the assessor already (`cara` = telepon)."""
    if request.method != "POST":
        return redirect("assessment:third_parties", request.lsp.slug, assessment.pk)
    form, statement = ThirdPartyForm(request.POST), StatementForm(request.POST)
    heard = request.POST.get("cara") == "telepon"
    if not form.is_valid() or (heard and not statement.is_valid()):
        return _third_parties_page(request, assessment, form=form, statement=statement, status=400)
    token = token_urlsafe(24)
    try:
        if heard:
            hear_third_party(
                request.actor, assessment, answers=_answers(request), said=statement.cleaned_data, **form.cleaned_data
            )
            messages.success(request, _("Pernyataan pihak ketiga dicatat."))
        else:
            ask_third_party(request.actor, assessment, token=token, **form.cleaned_data)
            path = reverse("assessment:third_party", args=[request.lsp.slug, token])
            request.session[LINK] = f"{settings.ORIGIN}{path}"
    except Refused as refused:
        why = reasons(refused.refusals)
        return _third_parties_page(request, assessment, form=form, statement=statement, refused=why, status=409)
    return redirect("assessment:third_parties", request.lsp.slug, assessment.pk)


@public_page
def third_party(request: HttpRequest, lsp: str, token: str) -> HttpResponse:
    """The third party's page: whose work it is about, six questions, a few words. Nothing else of the case."""
    row = ThirdParty.objects.filter(token_digest=digest_of(token), body__slug=lsp).first()
    if row is None:
        raise Http404
    statement = StatementForm(request.POST or None)
    given = _answers(request)
    if request.method == "POST" and statement.is_valid() and row.answered_at is None:
        try:
            answer_third_party(
                GuestActor(row.body_id, time_zone=row.body.zone), row, answers=given, said=statement.cleaned_data
            )
        except Refused as refused:
            return _statement_page(request, row, statement, reasons(refused.refusals), 409)
        return redirect("assessment:third_party", lsp, token)
    return _statement_page(request, row, statement, [], 400 if statement.errors else 200)


def _statement_page(
    request: HttpRequest, row: ThirdParty, statement: StatementForm, refused: list[Reason], status: int
) -> HttpResponse:
    every = dict.fromkeys(range(1, takings.QUESTIONS + 1), True)
    why = may_answer(takings.statement_facts(row, every, timezone.now(), by_link=True))
    application = row.assessment.application
    context: dict[str, Any] = {
        "body": row.body,
        "third_party": row,
        "application": application,
        "scheme": application.scheme_version.scheme,
        "answers": _answers_shown(request),
        "options": YES_NO,
        "statement": statement,
        "refused": refused,
        "why": reasons(why),
        "done": row.answered_at is not None,
    }
    return render(request, "assessment/third_party.html", context, status=status)
