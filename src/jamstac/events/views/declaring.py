"""The page on which an assessor says of every candidate of an event whether there is a relation; and the search for
conflicts that a planner asks for."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from jamstac.documents.forms import SigningForm
from jamstac.events import selectors
from jamstac.events.actions import declare_relations, search_conflicts
from jamstac.events.models import Event, EventCandidate
from jamstac.impartiality import texts
from jamstac.impartiality.models import Declaration
from jamstac.impartiality.selectors import Disclosure, declared_by
from jamstac.impartiality.states import DeclaredKind
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons

NO, YES = "tidak", "ada"


@dataclass
class Row:
    """One candidate on the page: what was declared, and what was typed now."""

    candidate: EventCandidate
    declared: Declaration | None
    said: str = ""
    kind: str = ""
    note: str = ""
    until: str = ""
    errors: list[str] = field(default_factory=list)

    @property
    def case(self) -> UUID:
        return self.candidate.application_id

    def read(self, typed: QueryDict) -> None:
        self.said, self.kind = typed.get(f"ada-{self.case}", ""), typed.get(f"jenis-{self.case}", "")
        self.note, self.until = typed.get(f"catatan-{self.case}", "").strip(), typed.get(f"sampai-{self.case}", "")

    @property
    def answer(self) -> Disclosure | None:
        """What the fields say; None where nothing was answered. Raises ValueError for what is no date."""
        if self.said not in (NO, YES):
            return None
        until = date.fromisoformat(self.until) if self.until and self.kind == DeclaredKind.TRAINED else None
        return Disclosure(self.said == YES, self.kind, self.note[:300], until)


def _rows(event: Event, person_id: UUID) -> list[Row]:
    """Every candidate of the event, as its assessor sees them. Raises Http404 for somebody else."""
    candidates = selectors.candidates_of(event.pk)
    if not any(row.assessor_id == person_id for row in candidates):
        raise Http404
    told = declared_by(event.pk, person_id)
    return [Row(row, told.get(row.application.person_id)) for row in candidates]


@staff_page("event.declare")
@require_http_methods(["GET", "HEAD", "POST"])
def declare(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One form for all candidates, one signature. Nothing is ticked beforehand; one button answers "no" for all."""
    event = get_object_or_404(selectors.events_for(request.lsp.pk), pk=pk)
    rows = _rows(event, request.actor.person_id)
    if request.method != "POST":
        return _page(request, event, rows)
    for row in rows:
        row.read(request.POST)
    if "semua" in request.POST:
        for row in rows:
            if row.declared is None and not row.said:
                row.said = NO
        return _page(request, event, rows)
    return _sign(request, event, rows)


def _sign(request: ActorRequest, event: Event, rows: list[Row]) -> HttpResponse:
    here = redirect("events:declare", request.lsp.slug, event.pk)
    answers: dict[UUID, Disclosure] = {}
    for row in rows:
        try:
            answer = row.answer
        except ValueError:
            row.errors.append(_("Tanggal tidak terbaca."))
            continue
        if answer is not None and not answer.explained:
            row.errors.append(_("Pilih jenis hubungan; untuk kepentingan lain, tulis penjelasannya."))
        if answer is not None:
            answers[row.case] = answer
    if not answers and all(row.declared is not None for row in rows):  # the second click of a double click
        return here
    signing = SigningForm(request.POST, account=request.user, staff=True)
    if any(row.errors for row in rows):
        return _page(request, event, rows, signing=signing, status=400)
    try:
        declare_relations(request.actor, event, answers=answers, statement=signing.statement(texts.DECLARATION))
    except Refused as refused:
        return _page(request, event, rows, signing=signing, why=reasons(refused.refusals), status=409)
    told = sum(answer.conflicted for answer in answers.values())
    if told:
        messages.success(request, _("Pernyataan ditandatangani. Penanganan hubungan Anda ditetapkan dua orang."))
    else:
        messages.success(request, _("Pernyataan ditandatangani."))
    return here


def _page(
    request: ActorRequest,
    event: Event,
    rows: list[Row],
    *,
    signing: SigningForm | None = None,
    why: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    waiting = [row for row in rows if row.declared is None]
    context: dict[str, Any] = {
        "event": event,
        "scheme": event.scheme_version.scheme,
        "waiting": waiting,
        "declared": [row for row in rows if row.declared is not None],
        "unanswered": sum(not row.said for row in waiting),
        "options": [(NO, _("Tidak ada")), (YES, _("Ada"))],
        "kinds": [(value, _(label)) for value, label in DeclaredKind.choices],
        "signing": signing or SigningForm(account=request.user, staff=True),
        "sentence": texts.DECLARATION,
        "why": why or [],
    }
    return render(request, "events/declare.html", context, status=status)


@staff_page("event.plan")
@require_POST
def search(request: ActorRequest, pk: UUID) -> HttpResponse:
    event = get_object_or_404(selectors.events_for(request.lsp.pk), pk=pk)
    new = search_conflicts(request.actor, event)
    told = ngettext("%(n)d benturan baru dicatat.", "%(n)d benturan baru dicatat.", new) % {"n": new}
    messages.success(request, told if new else _("Tidak ada benturan baru."))
    return redirect("events:event", request.lsp.slug, event.pk)
