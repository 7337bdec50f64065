"""Accepting many applications at one step: one statement, one password, but one act for each, and an answer for each.

A row whose evidence is not all judged goes in only where the reviewer says, for that row, to have looked at all of
it; nothing is ever taken as met by silence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jamstac.applications import selectors, texts
from jamstac.applications.actions import accept_application
from jamstac.applications.models import Application
from jamstac.applications.rules import may_accept
from jamstac.applications.states import ApplicationState, EvidenceState
from jamstac.applications.views.draft import today
from jamstac.documents.facts import Statement
from jamstac.documents.forms import SigningForm
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons

AT_ONCE = 100


@dataclass
class Candidate:
    """One application on the page: its evidence as far as it is judged, and what stands in the way."""

    application: Application
    judged: dict[UUID, tuple[bool, str]]
    open: list[UUID]
    note: str
    why: list[Reason] = field(default_factory=list)
    done: bool = False

    @property
    def evidence(self) -> int:
        return len(self.judged) + len(self.open)

    def findings(self, *, seen: bool) -> dict[UUID, tuple[bool, str]]:
        """With `seen` the reviewer says of every row not judged yet that it meets its requirement."""
        return self.judged | (dict.fromkeys(self.open, (True, "")) if seen else {})


def _candidate(application: Application) -> Candidate:
    drafted = selectors.drafted_findings(application)
    found = selectors.findings_from(drafted.values())
    judged: dict[UUID, tuple[bool, str]] = {}
    unjudged: list[UUID] = []
    for row in selectors.evidence_of(application):
        state, note = selectors.judged(row, found)
        if row.requirement_id is None:
            continue
        if state == EvidenceState.UNREVIEWED:
            unjudged.append(row.pk)
        else:
            judged[row.pk] = (state == EvidenceState.MET, note)
    return Candidate(application, judged, unjudged, selectors.drafted_note(application))


def _chosen(request: ActorRequest, ids: list[str]) -> list[Candidate]:
    """Those that wait for review and are not about the reviewer, in the order of the list."""
    try:
        wanted = {UUID(each) for each in ids[:AT_ONCE]}
    except ValueError:
        raise Http404 from None
    rows = selectors.applications_for(request.lsp.pk).filter(pk__in=wanted, state=ApplicationState.SUBMITTED)
    return [_candidate(each) for each in rows.exclude(person=request.actor.person_id)]


@staff_page("application.review")
@require_http_methods(["GET", "HEAD", "POST"])
def accept_many(request: ActorRequest) -> HttpResponse:
    """GET: the chosen ones (`pilih`), each with its evidence. POST: accept them, each by its own act."""
    sent = request.POST if request.method == "POST" else request.GET
    found = _chosen(request, sent.getlist("pilih"))
    if not found and request.method != "POST":
        return redirect("applications:list", request.lsp.slug)
    signing = SigningForm(request.POST or None, account=request.user)
    if request.method == "POST" and not signing.is_valid():
        return _page(request, found, signing, status=422)
    if request.method == "POST":
        statement = signing.statement(texts.ACCEPTANCE)
        for each in found:
            _accept(request, each, statement, seen=f"lihat-{each.application.pk}" in request.POST)
        done = [each for each in found if each.done]
        left = [each for each in found if not each.done]
        return render(request, "applications/accepted.html", {"done": done, "left": left})
    return _page(request, found, signing)


def _accept(request: ActorRequest, candidate: Candidate, statement: Statement, *, seen: bool) -> None:
    try:
        accept_application(
            request.actor,
            candidate.application,
            findings=candidate.findings(seen=seen),
            note=candidate.note,
            statement=statement,
        )
    except Refused as refused:
        candidate.why = reasons(refused.refusals)
    else:
        candidate.done = True


def _page(request: ActorRequest, found: list[Candidate], signing: SigningForm, *, status: int = 200) -> HttpResponse:
    rows: list[dict[str, Any]] = []
    for each in found:
        facts = selectors.review_facts(each.application, each.findings(seen=True), each.note, today(request))
        ticked = f"lihat-{each.application.pk}" in request.POST
        rows.append({"candidate": each, "why": reasons(may_accept(facts)), "ticked": ticked})
    context = {"rows": rows, "signing": signing, "acceptance": texts.ACCEPTANCE, "title": _("Terima yang dipilih")}
    return render(request, "applications/accept_many.html", context, status=status)
