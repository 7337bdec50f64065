"""The candidate's FR.AK.03, and what all of them say together."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.applications.models import Application
from jamstac.assurance import selectors
from jamstac.assurance.actions import give_feedback
from jamstac.assurance.forms import OPTIONS, FeedbackForm, SummaryForm
from jamstac.assurance.models import Feedback
from jamstac.assurance.rules import may_start_feedback
from jamstac.assurance.texts import STATEMENT
from jamstac.documents.forms import SigningForm
from jamstac.ledger.door import Refused
from jamstac.parameters.selectors import number
from jamstac.people.models import Person
from jamstac.people.pages import ActorRequest, self_page, staff_page
from jamstac.ui.why import Reason, reasons


@self_page("feedback.self")
@require_http_methods(["GET", "HEAD", "POST"])
def give(request: ActorRequest, application: UUID) -> HttpResponse:
    """Ten taps and a signature. What was typed survives a refusal."""
    case = get_object_or_404(
        Application.objects.select_related("scheme_version__scheme"),
        pk=application,
        body=request.lsp,
        person=request.actor.person_id,
    )
    given = selectors.feedback_of(case.pk)
    sending = request.method == "POST" and given is None
    form = FeedbackForm(request.POST if sending else None)
    signing = SigningForm(request.POST if sending else None, account=request.user, staff=False)
    refused: list[Reason] = []
    if sending and form.is_valid():
        statement, comment = signing.statement(STATEMENT), form.cleaned_data["comment"]
        try:
            give_feedback(request.actor, case, answers=form.answers(), comment=comment, statement=statement)
        except Refused as no:
            refused = reasons(no.refusals)
        else:
            messages.success(request, _("Terima kasih. Umpan balik Anda diterima."))
            return redirect("assurance:give", request.lsp.slug, case.pk)
    context = {
        "case": case,
        "given": given,
        "form": form,
        "rows": list(form.rows()),
        "options": OPTIONS,
        "signing": signing,
        "sentence": STATEMENT,
        "blocked": reasons(may_start_feedback(selectors.feedback_facts(case, {}))),
        "refused": refused,
    }
    return render(request, "assurance/give.html", context, status=422 if sending else 200)


@staff_page("feedback.view")
@require_safe
def summary(request: ActorRequest) -> HttpResponse:
    """Ten components over a period and, when asked, one assessor; with n and interval. Small groups stay hidden."""
    form = SummaryForm(request.GET or None, people=_assessors(request.lsp.pk))
    asked_for = form.cleaned_data if form.is_valid() else {}
    since, until = asked_for.get("since"), asked_for.get("until")
    chosen = asked_for.get("assessor")
    rows = selectors.feedback_for(request.lsp.pk, assessor_id=chosen.pk if chosen else None, since=since, until=until)
    asked, answered = selectors.asked_and_given(request.lsp.pk, since, until)
    words = list(rows.exclude(comment="").values_list("comment", flat=True)[:50])
    return _summed(
        request,
        rows,
        "assurance/summary.html",
        {"form": form, "asked": asked, "answered": answered, "words": words},
    )


@staff_page("feedback.about_me")
@require_safe
def about_me(request: ActorRequest) -> HttpResponse:
    """An assessor reads sums only, and none of a small group (ASM-08)."""
    rows = selectors.feedback_for(request.lsp.pk, assessor_id=request.actor.person_id)
    return _summed(request, rows, "assurance/about_me.html", {})


def _summed(request: ActorRequest, rows: QuerySet[Feedback], template: str, more: dict[str, object]) -> HttpResponse:
    count = rows.count()
    limit = number(request.lsp.pk, "small_group", timezone.localdate(timezone=request.lsp.zone))
    shown = limit is not None and count >= limit
    context = {
        "count": count,
        "limit": limit,
        "shown": shown,
        "sums": selectors.sums(rows) if shown else [],
        **more,
    }
    return render(request, template, context)


def _assessors(body_id: UUID) -> QuerySet[Person]:
    """Assessors with feedback, by name."""
    return Person.objects.filter(pk__in=Feedback.objects.filter(body_id=body_id).values("assessor")).order_by("name")
