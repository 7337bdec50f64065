"""FR.AK.05 of the assessor and FR.AK.06 of the lead, one page per event."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.assessment import reporting, texts
from jamstac.assessment.actions.reporting import review_process, sign_report
from jamstac.assessment.forms import ProcessReviewForm, ReportForm
from jamstac.assessment.models import AssessorReport, ProcessReview
from jamstac.assessment.rules.reporting import may_look_back, may_report
from jamstac.documents.forms import SigningForm
from jamstac.events.models import Departure, Event, EventCandidate
from jamstac.events.states import DepartureKind, EventState
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.why import Reason, reasons


def _mine(request: ActorRequest) -> list[Event]:
    """Events this person assesses or assessed at, the newest first."""
    person = request.actor.person_id
    there = EventCandidate.objects.filter(assessor=person).values("event")
    gone = Departure.objects.filter(assessor=person, kind=DepartureKind.ABSENT).values("event")
    rows = Event.objects.filter(body=request.lsp, pk__in=there.union(gone)).exclude(state=EventState.CANCELLED)
    return list(rows.select_related("venue", "scheme_version__scheme").order_by("-date", "-start_time"))


@staff_page("report.write")
@require_safe
def mine(request: ActorRequest) -> HttpResponse:
    """My events that took place, with the state of both sheets."""
    today = timezone.localdate(timezone=request.lsp.zone)
    events = [event for event in _mine(request) if event.date <= today]
    ids = [event.pk for event in events]
    mine_signed = dict(
        AssessorReport.objects.filter(event__in=ids, assessor=request.actor.person_id).values_list("event", "sheet")
    )
    reviews = dict(ProcessReview.objects.filter(event__in=ids).values_list("event", "sheet"))
    due = reporting.reports_due(request.lsp.pk, events)
    rows = [
        {
            "event": event,
            "report": mine_signed.get(event.pk),
            "review": reviews.get(event.pk),
            "due": due[event.pk],
            "leads": event.lead_id in (None, request.actor.person_id),
        }
        for event in events
    ]
    context = {"rows": rows, "today": today, "feedback": not role_reasons("feedback.about_me", request.roles)}
    return render(request, "assessment/reports.html", context)


def _event(request: ActorRequest, pk: UUID) -> Event:
    rows = Event.objects.filter(body=request.lsp).select_related("venue", "scheme_version__scheme", "body", "lead")
    event = get_object_or_404(rows, pk=pk)
    if request.actor.person_id not in {*reporting.assessors_of(event), event.lead_id}:
        raise Http404
    return event


@staff_page("report.write")
@require_http_methods(["GET", "HEAD", "POST"])
def report(request: ActorRequest, event: UUID) -> HttpResponse:
    """FR.AK.05: the list fills itself, four boxes are written, one signature."""
    about, person = _event(request, event), request.actor.person_id
    signed = AssessorReport.objects.filter(event=about, assessor=person).first()
    sending = request.method == "POST" and signed is None
    form, signing = _forms(request, ReportForm, sending=sending)
    refused: list[Reason] = []
    if sending and form.is_valid():
        try:
            sign_report(request.actor, about, statement=signing.statement(texts.REPORT), **form.cleaned_data)
        except Refused as no:
            refused = reasons(no.refusals)
        else:
            messages.success(request, _("FR.AK.05 ditandatangani."))
            return redirect("assessment:report", request.lsp.slug, about.pk)
    facts = reporting.report_facts(about, person, timezone.localdate(timezone=request.lsp.zone))
    context = {
        "event": about,
        "rows": reporting.report_rows(about, person),
        "signed": signed,
        "due": reporting.report_due(about),
        "form": form,
        "signing": signing,
        "sentence": texts.REPORT,
        "blocked": reasons(may_report(facts)),
        "refused": refused,
        "timeline": timeline_of(request.lsp.pk, subject_id=signed.pk, limit=10) if signed else [],
    }
    return render(request, "assessment/report.html", context, status=422 if sending else 200)


@staff_page("report.write")
@require_http_methods(["GET", "HEAD", "POST"])
def review(request: ActorRequest, event: UUID) -> HttpResponse:
    """FR.AK.06: five aspects × principles, two × dimensions, three boxes, one signature."""
    about, person = _event(request, event), request.actor.person_id
    reviewed = ProcessReview.objects.filter(event=about).select_related("reviewer").first()
    sending = request.method == "POST" and reviewed is None
    form, signing = _forms(request, ProcessReviewForm, sending=sending)
    refused: list[Reason] = []
    if sending and form.is_valid():
        said = {name: form.cleaned_data[name] for name in ("principles", "dimensions", "note")}
        statement = signing.statement(texts.PROCESS_REVIEW)
        try:
            review_process(request.actor, about, ticks=form.ticks(), statement=statement, **said)
        except Refused as no:
            refused = reasons(no.refusals)
        else:
            messages.success(request, _("FR.AK.06 ditandatangani."))
            return redirect("assessment:process_review", request.lsp.slug, about.pk)
    context = {
        "event": about,
        "reviewed": reviewed,
        "form": form,
        "boxes": list(form.boxes()),
        "signing": signing,
        "sentence": texts.PROCESS_REVIEW,
        "blocked": reasons(may_look_back(reporting.review_facts(about, person, {}))),
        "refused": refused,
        "timeline": timeline_of(request.lsp.pk, subject_id=reviewed.pk, limit=10) if reviewed else [],
    }
    return render(request, "assessment/process_review.html", context, status=422 if sending else 200)


def _forms(request: ActorRequest, kind: type[Any], *, sending: bool) -> tuple[Any, SigningForm]:
    data = request.POST if sending else None
    return kind(data), SigningForm(data, account=request.user, staff=True)
