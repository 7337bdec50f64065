"""Pages of the LSP: conflicts and what is done about them, and the register of relations."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jamstac.impartiality import rules, selectors
from jamstac.impartiality.actions import (
    confirm_disposition,
    end_relation,
    propose_disposition,
    return_disposition,
)
from jamstac.impartiality.forms import ConfirmationForm, EndingForm, ProposalForm, RelationForm, RosterForm
from jamstac.impartiality.models import Conflict
from jamstac.impartiality.roster import Line, lines_of
from jamstac.impartiality.states import Disposition
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.actions import record_relation
from jamstac.people.models import Relation
from jamstac.people.pages import ActorRequest, role_reasons, staff_page, stand_back
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 50


def _state(conflict: Conflict) -> tuple[str, str, str]:
    """Word, tone and shape."""
    if conflict.lapsed_at is not None:
        return _("Gugur, pasangan tidak ada lagi"), "idle", "dash"
    if conflict.confirmed_at is not None:
        replaced = conflict.disposition == Disposition.REPLACE
        return _(conflict.get_disposition_display()), "warn" if replaced else "ok", "held" if replaced else "tick"
    if conflict.disposition:
        return _("Menunggu pengesahan"), "go", "half"
    return _("Terbuka"), "bad", "bad"


def _row(conflict: Conflict) -> dict[str, Any]:
    word, tone, shape = _state(conflict)
    return {"conflict": conflict, "word": word, "tone": tone, "shape": shape}


def _words(rows: QuerySet[Any], text: str) -> QuerySet[Any]:
    for word in text.split():
        rows = rows.filter(Q(person__name__icontains=word) | Q(other__name__icontains=word))
    return rows


@staff_page("conflict.view")
@require_safe
def conflicts(request: ActorRequest) -> HttpResponse:
    """What waits for a disposition, what waits for its second person, and everything before."""
    every = selectors.conflicts_for(request.lsp.pk).exclude(other=request.actor.person_id)
    shown = {
        "": every.filter(selectors.OPEN),
        "sah": every.exclude(confirmed_at=None),
        "semua": every,
    }
    which, words = request.GET.get("tampil", ""), request.GET.get("q", "").strip()
    rows = _words(shown.get(which, shown[""]), words)
    page = page_of(request, rows, PAGE)
    context = {
        "rows": [_row(conflict) for conflict in page],
        "page_obj": page,
        "q": words,
        "which": which,
        "toggles": [
            ("", _("Terbuka"), shown[""].count(), which not in ("sah", "semua")),
            ("sah", _("Sudah disahkan"), shown["sah"].count(), which == "sah"),
            ("semua", _("Semua"), every.count(), which == "semua"),
        ],
    }
    return render(request, "impartiality/conflicts.html", context)


def _fetch(request: ActorRequest, pk: UUID) -> Conflict:
    conflict = get_object_or_404(selectors.conflicts_for(request.lsp.pk), pk=pk)
    stand_back(request, [conflict.other_id])
    return conflict


@staff_page("conflict.view")
@require_safe
def conflict(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _page(request, _fetch(request, pk))


def _page(
    request: ActorRequest,
    conflict: Conflict,
    *,
    proposing: ProposalForm | None = None,
    confirming: ConfirmationForm | None = None,
    refused: dict[str, list[Reason]] | None = None,
    status: int = 200,
) -> HttpResponse:
    today, me = timezone.localdate(timezone=request.lsp.zone), request.actor.person_id
    confirmation = selectors.confirmation_facts(conflict, me, "…")
    proposed = bool(conflict.disposition) and conflict.confirmed_at is None
    context = {
        **_row(conflict),
        "proposed": proposed,
        "live": conflict.lapsed_at is None and conflict.confirmed_at is None,
        "close": selectors.proposal_facts(conflict, Disposition.SAFEGUARD, "…", today).is_close,
        "proposing": proposing
        or ProposalForm(initial={"disposition": conflict.disposition, "reason": conflict.reason}),
        "confirming": confirming or _confirming(conflict),
        "why_propose": [
            *role_reasons("conflict.propose", request.roles),
            *reasons(
                rules.may_propose_disposition(selectors.proposal_facts(conflict, Disposition.REPLACE, "…", today))
            ),
        ],
        "why_confirm": [
            *role_reasons("conflict.confirm", request.roles),
            *reasons(rules.may_confirm_disposition(confirmation)),
        ],
        "why_return": [
            *role_reasons("conflict.confirm", request.roles),
            *reasons(rules.may_return_disposition(confirmation)),
        ],
        "refused": refused or {},
        "timeline": timeline_of(request.lsp.pk, subject_id=conflict.pk),
    }
    return render(request, "impartiality/conflict.html", context, status=status)


def _confirming(conflict: Conflict, reason: str = "") -> ConfirmationForm:
    """Says which proposal is read: another one made meanwhile is not confirmed with it."""
    read = conflict.proposed_at.isoformat() if conflict.proposed_at else ""
    return ConfirmationForm(initial={"read": read, "confirm_reason": reason})


@staff_page("conflict.propose")
@require_POST
def propose(request: ActorRequest, pk: UUID) -> HttpResponse:
    conflict, form = _fetch(request, pk), ProposalForm(request.POST)
    if not form.is_valid():
        return _page(request, conflict, proposing=form, status=400)
    try:
        propose_disposition(request.actor, conflict, **form.cleaned_data)
    except Refused as refused:
        why = {"propose": reasons(refused.refusals)}
        return _page(request, _fetch(request, pk), proposing=form, refused=why, status=409)
    messages.success(request, _("Penanganan diusulkan. Manajer mutu mengesahkannya."))
    return redirect("impartiality:conflict", request.lsp.slug, pk)


@staff_page("conflict.confirm")
@require_POST
def confirm(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Hold the proposal right, or send it back (`kembali`)."""
    conflict, form = _fetch(request, pk), ConfirmationForm(request.POST)
    here = redirect("impartiality:conflict", request.lsp.slug, pk)
    if conflict.confirmed_by_id == request.actor.person_id:  # the second click of a double click
        return here
    if not form.is_valid():
        return _page(request, conflict, confirming=form, status=400)
    returned = "kembali" in request.POST
    act = return_disposition if returned else confirm_disposition
    try:
        act(request.actor, conflict, reason=form.cleaned_data["confirm_reason"], read=form.cleaned_data["read"])
    except Refused as refused:
        why, fresh = {"confirm": reasons(refused.refusals)}, _fetch(request, pk)
        again = _confirming(fresh, form.cleaned_data["confirm_reason"])
        return _page(request, fresh, confirming=again, refused=why, status=409)
    messages.success(request, _("Usulan dikembalikan.") if returned else _("Penanganan disahkan."))
    return here


# ---------------------------------------------------------------- relations


@staff_page("relation.view")
@require_http_methods(["GET", "HEAD", "POST"])
def relations(request: ActorRequest) -> HttpResponse:
    """The register, searched by name; one more relation; a whole roster."""
    form = RelationForm(request.POST or None, body_id=request.lsp.pk)
    why: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            record_relation(request.actor, data.pop("person"), **data)
        except Refused as refused:
            why = reasons(refused.refusals)
        else:
            messages.success(request, _("Hubungan dicatat."))
            return redirect("impartiality:relations", request.lsp.slug)
    status = 409 if why else 400 if request.method == "POST" else 200
    return _register(request, form=form, why=why, status=status)


def _register(
    request: ActorRequest,
    *,
    form: RelationForm | None = None,
    roster: RosterForm | None = None,
    results: list[dict[str, Any]] | None = None,
    why: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    words, today = request.GET.get("q", "").strip(), timezone.localdate(timezone=request.lsp.zone)
    rows = _words(selectors.relations_for(request.lsp.pk), words)
    context = {
        "page_obj": page_of(request, rows, PAGE),
        "q": words,
        "today": today,
        "form": form or RelationForm(body_id=request.lsp.pk),
        "roster": roster or RosterForm(),
        "results": results or [],
        "kept": sum(row["kept"] for row in results or []),
        "why": why or [],
        "may_relate": not role_reasons("person.relate", request.roles),
        "may_end": not role_reasons("relation.end", request.roles),
    }
    return render(request, "impartiality/relations.html", context, status=status)


@staff_page("relation.view")
@require_POST
def import_roster(request: ActorRequest) -> HttpResponse:
    """Each line is an act of its own: those refused are told one by one, the others are in."""
    roster = RosterForm(request.POST, request.FILES)
    if not roster.is_valid():
        return _register(request, roster=roster, status=400)
    results = [_keep(request, line) for line in lines_of(request.lsp.pk, roster.text())]
    if not results:
        roster.add_error("rows", _("Tempel baris, atau pilih berkas CSV."))
        return _register(request, roster=roster, status=400)
    kept = sum(row["kept"] for row in results)
    messages.success(request, ngettext("%(n)d baris tercatat.", "%(n)d baris tercatat.", kept) % {"n": kept})
    return _register(request, results=results)


def _keep(request: ActorRequest, line: Line) -> dict[str, Any]:
    row: dict[str, Any] = {"line": line, "kept": False, "told": line.wrong, "reasons": []}
    if line.wrong or line.person is None or line.other is None or line.valid_from is None:
        return row
    known = Relation.objects.filter(
        person=line.person, other=line.other, kind=line.kind, valid_from=line.valid_from
    ).exists()
    if known:
        return {**row, "told": _("Sudah tercatat sebelumnya.")}
    try:
        record_relation(
            request.actor,
            line.person,
            other=line.other,
            kind=line.kind,
            valid_from=line.valid_from,
            valid_until=line.valid_until,
        )
    except Refused as refused:
        return {**row, "reasons": reasons(refused.refusals)}
    return {**row, "kept": True, "told": _("Tercatat.")}


@staff_page("relation.end")
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    relation = get_object_or_404(selectors.relations_for(request.lsp.pk), pk=pk)
    form, why = EndingForm(request.POST or None), list[Reason]()
    if request.method == "POST" and form.is_valid():
        try:
            end_relation(request.actor, relation, **form.cleaned_data)
        except Refused as refused:
            why = reasons(refused.refusals)
        else:
            messages.success(request, _("Hubungan diakhiri."))
            return redirect("impartiality:relations", request.lsp.slug)
    status = 409 if why else 400 if request.method == "POST" else 200
    return render(request, "impartiality/end.html", {"relation": relation, "form": form, "why": why}, status=status)
