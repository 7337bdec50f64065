"""The pleno: list, new, and the page of one meeting with its files, the decision and the quorum."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.certification import rules, selectors, texts
from jamstac.certification.actions import open_meeting
from jamstac.certification.corrections import committee_facts
from jamstac.certification.facts import DecisionFacts
from jamstac.certification.forms import DecisionForm, MeetingForm, ReasonForm
from jamstac.certification.models import Attendance, CommitteeLetter, Decree, Meeting, MeetingCase
from jamstac.certification.selectors import decision_facts
from jamstac.certification.states import MeetingState, Outcome
from jamstac.documents.forms import SigningForm
from jamstac.findings.offers import with_offers
from jamstac.ledger import access
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 50


@staff_page("meeting.view")
def meeting_list(request: ActorRequest) -> HttpResponse:
    """Every pleno of the LSP, the newest first."""
    page = page_of(request, selectors.meetings(request.lsp.pk), PAGE)
    context = {
        "page_obj": page,
        "may_open": holds(request, "meeting.open"),
        "waiting": selectors.waiting_for_table(request.lsp.pk).count(),
        "unsigned": selectors.waiting_for_candidate(request.lsp.pk).count(),
    }
    return render(request, "certification/meetings.html", context)


@staff_page("meeting.open")
def new_meeting(request: ActorRequest) -> HttpResponse:
    """Name the deciders, the chair, the day and the place."""
    today = timezone.localdate(timezone=request.lsp.zone)
    form = MeetingForm(
        request.lsp, today, request.POST or None, initial={"date": today, "time": "09:00", "place": request.lsp.city}
    )
    refused: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        try:
            made = open_meeting(request.actor, request.lsp, **form.cleaned_data)
        except Refused as stop:
            refused = reasons(stop.refusals)
        else:
            messages.success(request, _("Rapat %(number)s dibuka.") % {"number": made.number})
            return redirect("certification:meeting", request.lsp.slug, made.pk)
    status = 409 if refused else 422 if form.errors else 200
    return render(request, "certification/new.html", {"form": form, "refused": refused}, status=status)


def holds(request: ActorRequest, permission: str) -> bool:
    return bool(access.roles_for(permission) & request.roles)


def fetch(request: ActorRequest, pk: UUID) -> Meeting:
    rows = Meeting.objects.filter(body=request.lsp).select_related("body", "chair", "minutes")
    return get_object_or_404(rows, pk=pk)


def signing_form(request: ActorRequest, data: QueryDict | None = None) -> SigningForm:
    account = request.actor.person.account
    assert account is not None
    return SigningForm(data, account=account, staff=True)


@staff_page("meeting.view")
def meeting(request: ActorRequest, pk: UUID) -> HttpResponse:
    return meeting_page(request, fetch(request, pk), chosen=request.GET.get("berkas", ""))


@dataclass(frozen=True)
class Seat:
    """A member as the quorum of one case shows it."""

    row: Attendance
    is_chair: bool
    is_self: bool
    recusal: str
    rules: tuple[tuple[str, str], ...]
    """Rule and sentence for which this member must not take part."""


def meeting_page(
    request: ActorRequest,
    shown: Meeting,
    *,
    chosen: str = "",
    typed: Mapping[str, str] | None = None,
    refused: Mapping[str, list[Reason]] | None = None,
    signing: SigningForm | None = None,
    status: int = 200,
) -> HttpResponse:
    """`typed` are fields of an act that was refused, shown again; `refused` its reasons under the act's name."""
    day = timezone.localdate(timezone=request.lsp.zone)
    members = selectors.members_of(shown)
    cases = [each for each in selectors.table_of(shown) if not _is_about(request, each)]
    case = _chosen(cases, chosen)
    is_open = shown.state == MeetingState.OPEN
    decree = Decree.objects.filter(meeting=shown).select_related("sheet", "signer").first()
    on_table = [each for each in cases if each.postponed_at is None]
    mine = next((row for row in members if row.person_id == request.actor.person_id), None)
    context: dict[str, Any] = {
        "meeting": shown,
        "is_open": is_open,
        "cases": cases,
        "on_table": len(on_table),
        "decided": sum(_is_decided(each) for each in on_table),
        "members": members,
        "present": sum(row.present_at is not None for row in members),
        "decree": decree,
        "timeline": timeline_of(request.lsp.pk, subject_id=shown.pk),
        "is_member": mine is not None,
        "is_chair": shown.chair_id == request.actor.person_id,
        "may_table": is_open and holds(request, "meeting.table"),
        "may_postpone": is_open and holds(request, "meeting.postpone"),
        "refused": refused or {},
        "typed": typed or {},
    }
    if context["may_table"]:
        context["waiting"] = list(selectors.waiting_for_table(request.lsp.pk)[:PAGE])
        context["all_waiting"] = request.GET.get("ajukan") == "semua"
    if is_open and context["is_chair"]:
        undecided = [each for each in on_table if not _is_decided(each)]
        context["undecided"] = undecided
        context["all_chosen"] = request.GET.get("pilih") == "semua"
    context |= _committee_context(request, shown, day)
    if mine is not None and is_open and mine.present_at is None:
        facts = selectors.attendance_facts(shown, members, request.actor, day)
        context["attend"] = True
        context["why_attend"] = reasons(rules.may_attend(facts))
    if case is not None:
        context |= _case_context(request, case, members, context["typed"])
    context |= _closing_context(request, shown, decree)
    if "signing_sentence" in context:
        context["signing"] = signing or signing_form(request)
    return render(request, "certification/meeting.html", context, status=status)


def _committee_context(request: ActorRequest, shown: Meeting, day: date) -> dict[str, Any]:
    """The surat tugas komite: its number and sheet, or the act for the direktur while the meeting lies ahead."""
    letter = CommitteeLetter.objects.filter(meeting=shown).first()
    verdict = rules.may_sign_committee_letter(committee_facts(shown, day))
    if letter is not None or not verdict or not holds(request, "committee.sign"):
        return {"letter": letter}
    return {"letter": None, "committee_sentence": texts.COMMITTEE, "committee_signing": signing_form(request)}


def _chosen(cases: list[MeetingCase], chosen: str) -> MeetingCase | None:
    """The case asked for, else the first one still to be decided, else the first."""
    asked = [each for each in cases if str(each.pk) == chosen]
    waiting = [each for each in cases if each.postponed_at is None and not _is_decided(each)]
    return next(iter([*asked, *waiting, *cases]), None)


def _is_about(request: ActorRequest, case: MeetingCase) -> bool:
    """Nobody sits, not even to read, at the file about oneself (HR-15)."""
    return case.assessment.application.person_id == request.actor.person_id


def _is_decided(case: MeetingCase) -> bool:
    return hasattr(case, "decision")


def _case_context(
    request: ActorRequest, case: MeetingCase, members: list[Attendance], typed: Mapping[str, str]
) -> dict[str, Any]:
    day = timezone.localdate(timezone=request.lsp.zone)
    recommendation = case.assessment.result
    facts = decision_facts(case, request.actor, day, outcome=recommendation, reason=_("ada"))
    unset = selectors.quorum_settings(case.body_id, day)
    recusals = {row.person_id: row.reason for row in case.recusals.all()}
    seats = [_seat(row, case, facts, recusals, request) for row in members]
    open_ = not _is_decided(case) and case.postponed_at is None and facts.meeting_open
    return {
        "case": case,
        "case_open": open_,
        "file": selectors.case_file(case.assessment),
        "units_reached": facts.unit_results.count(Outcome.COMPETENT),
        "units": facts.units,
        "quorum": facts.quorum,
        "counted": len(facts.participants),
        "seats": seats,
        "must_recuse": any(seat.is_self and seat.rules and not seat.recusal for seat in seats),
        "why_decide": with_offers(request, reasons(unset & rules.may_decide(facts)), case.assessment.application)
        if open_
        else [],
        "may_recuse": open_
        and any(row.person_id == request.actor.person_id for row in members)
        and request.actor.person_id not in recusals,
        "outcomes": Outcome.choices,
        "outcome": typed.get("outcome", ""),
        "decision_form": DecisionForm(initial=dict(typed)),
        "reason_form": ReasonForm(initial=dict(typed)),
        "decision_members": [row.person for row in case.decision.members.select_related("person")]
        if _is_decided(case)
        else [],
        "may_open_file": holds(request, "assessment.view_case"),
    }


def _seat(
    row: Attendance, case: MeetingCase, facts: DecisionFacts, recusals: dict[UUID, str], request: ActorRequest
) -> Seat:
    against = []
    if row.person_id in facts.examiners:
        against.append(("HR-01", _("Menguji asesi ini.")))
    if row.person_id in facts.trainers:
        against.append(("HR-02", _("Melatih asesi ini.")))
    if row.person_id == case.assessment.application.person_id:
        against.append(("HR-15", _("Berkas ini tentang dirinya.")))
    return Seat(
        row=row,
        is_chair=row.person_id == facts.chair,
        is_self=row.person_id == request.actor.person_id,
        recusal=recusals.get(row.person_id, ""),
        rules=tuple(against),
    )


def _closing_context(request: ActorRequest, shown: Meeting, decree: Decree | None) -> dict[str, Any]:
    """The one act that comes next for the meeting as a whole, if it is this person's."""
    day = timezone.localdate(timezone=request.lsp.zone)
    decisions = [row for row in selectors.decisions_of(shown) if not _is_about(request, row.meeting_case)]
    context: dict[str, Any] = {"decisions": decisions, "signed_by": selectors.minutes_signers(shown)}
    unissued = [row for row in decisions if row.outcome == Outcome.COMPETENT and not hasattr(row, "certificate")]
    context["unissued"] = len(unissued)
    if shown.state == MeetingState.OPEN:
        if shown.chair_id == request.actor.person_id:
            verdict = rules.may_close(selectors.closing_facts(shown, request.actor))
            context |= _next("close", _("Tutup rapat"), texts.CLOSING, reasons(verdict))
        return context
    minutes = selectors.minutes_facts(shown, request.actor)
    if request.actor.person_id in minutes.members - context["signed_by"]:
        verdict = rules.may_sign_minutes(minutes)
        context |= _next("minutes", _("Tandatangani berita acara"), texts.MINUTES, reasons(verdict))
    elif decree is None and holds(request, "decree.sign"):
        verdict = selectors.decree_settings(shown, day) & rules.may_sign_decree(
            selectors.decree_facts(shown, request.actor, day)
        )
        context |= _next("decree", _("Tandatangani SK dan surat hasil"), texts.DECREE, reasons(verdict))
    elif decree is not None and unissued and holds(request, "certificate.issue"):
        verdict = rules.may_issue(selectors.issue_facts(unissued[0], request.actor, day))
        label = _("Terbitkan %(count)s sertifikat") % {"count": len(unissued)}
        context |= _next("issue", label, texts.ISSUE, reasons(verdict) if len(unissued) == 1 else [])
    return context


def _next(act: str, label: str, sentence: str, why: list[Reason]) -> dict[str, Any]:
    return {
        "signing_act": f"certification:{act}",
        "signing_key": act,
        "signing_label": label,
        "signing_sentence": sentence,
        "signing_why": why,
    }


def back_to(lsp: str, meeting_id: UUID, case_id: UUID | None = None) -> HttpResponse:
    """The meeting's page, at the case the act was about."""
    response = redirect("certification:meeting", lsp, meeting_id)
    if case_id is not None:
        response["Location"] += f"?berkas={case_id}"
    return response
