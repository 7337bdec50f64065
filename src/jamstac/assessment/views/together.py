"""Kerjakan bersama: my candidates of one event, step by step, many at once. One tick each, one statement and one
password for a step, but one act for each candidate, and an answer for each."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jamstac.assessment.grid import VATM
from jamstac.assessment.states import AssessmentState, Result
from jamstac.assessment.takings import Vatm
from jamstac.assessment.views.steps import next_step
from jamstac.assessment.views.takings import vatm_sent
from jamstac.assessment.views.together_rows import Day, Row
from jamstac.assessment.views.together_steps import STEPS, Given, Together
from jamstac.documents.facts import Statement
from jamstac.documents.forms import SigningForm
from jamstac.events.models import Event
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons

BY_CODE = {step.code: step for step in STEPS}


@dataclass
class Told:
    """What became of the step that was sent. `stopped`: why nothing of it was tried."""

    step: Together
    done: list[Row] = field(default_factory=list)
    left: list[tuple[Row, list[Reason]]] = field(default_factory=list)
    stopped: str = ""

    @property
    def all(self) -> int:
        return len(self.done) + len(self.left)


@dataclass
class Section:
    """One step on the page."""

    step: Together
    rows: list[Row]
    form: forms.Form | None
    signing: SigningForm | None
    vatm: dict[str, bool]

    @property
    def can_act(self) -> bool:
        return any(row.can_tick for row in self.rows)


@staff_page("assessment.assess")
@require_http_methods(["GET", "HEAD", "POST"])
def together(request: ActorRequest, event: UUID) -> HttpResponse:
    """GET: the steps somebody waits at. POST: one step (`langkah`) for the rows ticked (`pilih`), each by its own act.
    Who does not wait there any more is passed over: a second click does no harm."""
    row = get_object_or_404(Event.objects.select_related("scheme_version__scheme", "body"), pk=event, body=request.lsp)
    if request.method != "POST":
        return _page(request, row)
    step = BY_CODE.get(request.POST.get("langkah", ""))
    if step is None:
        raise Http404
    day = Day(request, row, request.POST)
    asked = set(request.POST.getlist("pilih"))
    chosen = [each for each in step.find(day) if each.key in asked and not each.alone]
    form, signing = _forms(request, step, request.POST)
    told = Told(step)
    if not asked:
        told.stopped = _("Belum ada yang dicentang.")
    elif not chosen:
        return redirect("assessment:together", request.lsp.slug, row.pk)
    elif not all(each.is_valid() for each in (form, signing) if each is not None):
        told.stopped = _("Periksa isian yang ditandai.")
    if told.stopped:
        return _page(request, row, told=told, form=form, signing=signing, ticked=asked, status=422)
    given = Given(
        statement=signing.statement(step.sentence) if signing else Statement("", agreed=False),
        chosen=form.cleaned_data if form else {},
        vatm=Vatm(**vatm_sent(request)),
        data=request.POST,
    )
    for each in chosen:
        try:
            step.act(day, each.subject, given)
        except Refused as refused:
            told.left.append((each, reasons(refused.refusals)))
        else:
            told.done.append(each)
    if told.left:
        again = {each.key for each, _why in told.left}
        return _page(request, row, told=told, form=form, ticked=again, status=409)
    messages.success(request, _("%(step)s, %(n)d selesai.") % {"step": step.title, "n": len(told.done)})
    return redirect("assessment:together", request.lsp.slug, row.pk)


def _forms(
    request: ActorRequest, step: Together, sent: QueryDict | None
) -> tuple[forms.Form | None, SigningForm | None]:
    """The choice for all rows, and the signature; ids of their own, for there are several on the page."""
    form = step.form(sent, auto_id=f"{step.code}-%s") if step.form else None
    signing = SigningForm(sent, account=request.user, auto_id=f"{step.code}-%s") if step.sentence else None
    return form, signing


def _page(
    request: ActorRequest,
    event: Event,
    *,
    told: Told | None = None,
    form: forms.Form | None = None,
    signing: SigningForm | None = None,
    ticked: Collection[str] = (),
    status: int = 200,
) -> HttpResponse:
    """Read afresh: what was done just now waits no longer."""
    day = Day(request, event, QueryDict())
    sections = []
    for step in STEPS:
        sent = told is not None and told.step is step
        day.sent = request.POST if sent else QueryDict()
        rows = step.find(day)
        for row in rows:
            row.ticked = row.can_tick and (row.key in ticked if sent else not row.careful)
        if rows:
            own, sign = _forms(request, step, None)
            if sent:
                own, sign = form or own, signing or sign
            vatm = vatm_sent(request) if sent else dict.fromkeys(VATM, True)
            sections.append(Section(step, rows, own, sign, vatm))
    context = {
        "event": event,
        "scheme": event.scheme_version.scheme,
        "sections": sections,
        "told": told,
        "others": _others(day, sections),
        "competent": Result.COMPETENT,
        "several": sum(case.state == AssessmentState.AGREED for case in day.cases) > 1,
    }
    return render(request, "assessment/together.html", context, status=status)


def _others(day: Day, sections: list[Section]) -> list[dict[str, Any]]:
    """Cases under way whose next step is not one of these: on a page of their own, or the candidate's."""
    rows = [row for section in sections for row in section.rows]
    shown, here = {row.href for row in rows}, {row.key for row in rows}
    found = []
    for case in day.cases:
        if case.state == AssessmentState.OPENED and case.pk in day.proposed:
            found.append({"case": case, "waits": _("Asesi menyetujui FR.AK.01"), "next": None})
        elif case.state == AssessmentState.AGREED and str(case.pk) not in here:
            step = next_step(case, day.progress[case.pk], day.request.lsp.slug)
            if step.waits:
                found.append(
                    {"case": case, "waits": _("Asesi mengerjakan %(what)s") % {"what": step.label}, "next": None}
                )
            elif step.href not in shown:
                found.append({"case": case, "waits": "", "next": step})
        elif case.state == AssessmentState.RECOMMENDED:
            found.append({"case": case, "waits": _("Asesi menandatangani hasil"), "next": None})
    return found
