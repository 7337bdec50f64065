"""Acts of the pleno. Each answers with the meeting's page: redirected when done, with the reasons when refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from jamstac.assessment.models import Assessment
from jamstac.certification import actions, selectors, texts
from jamstac.certification.models import CommitteeLetter, Decree, Meeting, MeetingCase
from jamstac.certification.states import MeetingState
from jamstac.certification.views.meetings import back_to, fetch, meeting_page, signing_form
from jamstac.documents.forms import SigningForm
from jamstac.findings.offers import with_offers
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.requests import uuid_or_none
from jamstac.ui.why import reasons


@staff_page("meeting.attend")
def attend(request: ActorRequest, pk: UUID) -> HttpResponse:
    meeting = fetch(request, pk)
    present = meeting.members.filter(person_id=request.actor.person_id, present_at__isnull=False).exists()
    if request.method == "POST" and not present:
        try:
            actions.confirm_presence(request.actor, meeting)
        except Refused as refused:
            return meeting_page(request, meeting, refused={"attend": reasons(refused.refusals)}, status=409)
    return back_to(request.lsp.slug, meeting.pk)


@staff_page("meeting.table")
def table(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Table the chosen assessments one by one; those refused are told with their reasons."""
    meeting = fetch(request, pk)
    if request.method != "POST":
        return back_to(request.lsp.slug, meeting.pk)
    chosen = [value for value in request.POST.getlist("asesmen") if uuid_or_none(value)]
    rows = Assessment.objects.filter(body=request.lsp, pk__in=chosen).select_related("application")
    tabled, refused = 0, []
    for assessment in rows.order_by("state_since", "pk"):
        try:
            actions.table_case(request.actor, meeting, assessment=assessment)
            tabled += 1
        except Refused as stop:
            if set(stop.codes) != {"case.on_a_table"}:
                refused += with_offers(request, reasons(stop.refusals), assessment.application)
    if tabled:
        done = ngettext("%(n)s berkas dibekukan dan diajukan.", "%(n)s berkas dibekukan dan diajukan.", tabled)
        messages.success(request, done % {"n": tabled})
    if refused:
        return meeting_page(request, meeting, refused={"table": list(dict.fromkeys(refused))}, status=409)
    return back_to(request.lsp.slug, meeting.pk)


def _case(request: ActorRequest, pk: UUID) -> MeetingCase:
    rows = MeetingCase.objects.filter(body=request.lsp).select_related("meeting__body", "meeting__chair", "decision")
    return get_object_or_404(rows, pk=pk)


def _on_case(
    request: ActorRequest, pk: UUID, name: str, done: str, act: Callable[[MeetingCase], object]
) -> HttpResponse:
    case = _case(request, pk)
    if request.method == "POST":
        try:
            act(case)
        except Refused as refused:
            return meeting_page(
                request,
                fetch(request, case.meeting_id),
                chosen=str(case.pk),
                typed={key: str(value) for key, value in request.POST.items()},
                refused={name: with_offers(request, reasons(refused.refusals), case.assessment.application)},
                status=409,
            )
        messages.success(request, done)
    return back_to(request.lsp.slug, case.meeting_id, case.pk)


@staff_page("decision.make")
def settle(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The chair writes the decision. The same decision sent twice is one; another one is refused."""
    outcome, reason = request.POST.get("outcome", ""), request.POST.get("reason", "")
    case = _case(request, pk)
    if hasattr(case, "decision") and (case.decision.outcome, case.decision.reason) == (outcome, reason.strip()):
        return back_to(request.lsp.slug, case.meeting_id, case.pk)
    return _on_case(
        request,
        pk,
        "decide",
        _("Keputusan dicatat."),
        lambda case: actions.decide(request.actor, case, outcome=outcome, reason=reason),
    )


@staff_page("decision.make")
def settle_many(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The chair decides the chosen cases as recommended, one act each; those refused are told by name. A case that
    needs a reason, or that members discuss, is decided on its own."""
    meeting = fetch(request, pk)
    if request.method != "POST":
        return back_to(request.lsp.slug, meeting.pk)
    chosen = set(request.POST.getlist("berkas"))
    decided, refused = 0, []
    for case in selectors.table_of(meeting):
        if str(case.pk) not in chosen or hasattr(case, "decision"):
            continue
        try:
            actions.decide(request.actor, case, outcome=case.assessment.result, reason=request.POST.get("reason", ""))
            decided += 1
        except Refused as stop:
            application = case.assessment.application
            why = with_offers(request, reasons(stop.refusals), application)
            refused += [replace(each, sentence=f"{application.name}: {each.sentence}") for each in why]
    if decided:
        done = ngettext("%(n)s berkas diputus sesuai rekomendasi.", "%(n)s berkas diputus sesuai rekomendasi.", decided)
        messages.success(request, done % {"n": decided})
    if refused:
        return meeting_page(request, fetch(request, pk), refused={"decide_many": refused}, status=409)
    return back_to(request.lsp.slug, meeting.pk)


@staff_page("meeting.recuse")
def stand_aside(request: ActorRequest, pk: UUID) -> HttpResponse:
    reason = request.POST.get("why", "")
    return _on_case(
        request,
        pk,
        "recuse",
        _("Anda tidak ikut pada berkas ini."),
        lambda case: actions.recuse(request.actor, case, reason=reason),
    )


@staff_page("meeting.postpone")
def postpone(request: ActorRequest, pk: UUID) -> HttpResponse:
    reason = request.POST.get("why", "")
    return _on_case(
        request,
        pk,
        "postpone",
        _("Berkas ditunda; bisa diajukan ke rapat berikutnya."),
        lambda case: actions.postpone_case(request.actor, case, reason=reason),
    )


def _signed(
    request: ActorRequest,
    pk: UUID,
    name: str,
    *,
    is_done: Callable[[Meeting], bool],
    act: Callable[[Meeting, SigningForm], str],
) -> HttpResponse:
    """A signed act on the whole meeting. A second click finds it done."""
    meeting = fetch(request, pk)
    if request.method != "POST" or is_done(meeting):
        return back_to(request.lsp.slug, meeting.pk)
    signing = signing_form(request, request.POST)
    try:
        done = act(meeting, signing)
    except Refused as refused:
        return meeting_page(
            request,
            fetch(request, pk),
            refused={name: reasons(refused.refusals)},
            signing=signing,
            status=409,
        )
    messages.success(request, done)
    return back_to(request.lsp.slug, meeting.pk)


@staff_page("meeting.close")
def close(request: ActorRequest, pk: UUID) -> HttpResponse:
    def act(meeting: Meeting, signing: SigningForm) -> str:
        actions.close_meeting(request.actor, meeting, statement=signing.statement(texts.CLOSING))
        return _("Rapat ditutup; berita acara menunggu tanda tangan anggota.")

    return _signed(request, pk, "close", is_done=_is_closed, act=act)


def _is_closed(meeting: Meeting) -> bool:
    return meeting.state == MeetingState.CLOSED


@staff_page("minutes.sign")
def minutes(request: ActorRequest, pk: UUID) -> HttpResponse:
    def act(meeting: Meeting, signing: SigningForm) -> str:
        actions.sign_minutes(request.actor, meeting, statement=signing.statement(texts.MINUTES))
        return _("Berita acara Anda tandatangani.")

    def is_done(meeting: Meeting) -> bool:
        return request.actor.person_id in selectors.minutes_signers(meeting)

    return _signed(request, pk, "minutes", is_done=is_done, act=act)


@staff_page("committee.sign")
def committee(request: ActorRequest, pk: UUID) -> HttpResponse:
    def act(meeting: Meeting, signing: SigningForm) -> str:
        made = actions.sign_committee_letter(request.actor, meeting, statement=signing.statement(texts.COMMITTEE))
        return _("Surat tugas komite %(number)s ditandatangani.") % {"number": made.number}

    def is_done(meeting: Meeting) -> bool:
        return CommitteeLetter.objects.filter(meeting=meeting).exists()

    return _signed(request, pk, "committee", is_done=is_done, act=act)


@staff_page("decree.sign")
def decree(request: ActorRequest, pk: UUID) -> HttpResponse:
    def act(meeting: Meeting, signing: SigningForm) -> str:
        made = actions.sign_decree(request.actor, meeting, statement=signing.statement(texts.DECREE))
        return _("SK %(number)s ditandatangani; surat hasil dibuat.") % {"number": made.number}

    def is_done(meeting: Meeting) -> bool:
        return Decree.objects.filter(meeting=meeting).exists()

    return _signed(request, pk, "decree", is_done=is_done, act=act)


@staff_page("certificate.issue")
def issue(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Issue every certificate still missing, one act each; what is refused is told by name."""
    meeting = fetch(request, pk)
    waiting = selectors.unissued(meeting)
    if request.method != "POST" or not waiting:
        return back_to(request.lsp.slug, meeting.pk)
    signing = signing_form(request, request.POST)
    statement = signing.statement(texts.ISSUE)
    issued, refused = 0, []
    for decision in waiting:
        try:
            actions.issue_certificate(request.actor, decision, statement=statement)
            issued += 1
        except Refused as stop:
            if "certificate.issued_already" not in stop.codes:
                refused += reasons(stop.refusals)
    if issued:
        done = ngettext("%(n)s sertifikat terbit.", "%(n)s sertifikat terbit.", issued)
        messages.success(request, done % {"n": issued})
    if refused:
        why = {"issue": list(dict.fromkeys(refused))}
        return meeting_page(request, fetch(request, pk), refused=why, signing=signing, status=409)
    return back_to(request.lsp.slug, meeting.pk)
