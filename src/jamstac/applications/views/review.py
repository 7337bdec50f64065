"""Pages of the LSP: the list of applications, and the review of one."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jamstac.applications import selectors, texts
from jamstac.applications.actions import accept_application, reject_application, return_application
from jamstac.applications.forms import FindingForm, ReviewForm, SchemeFilter
from jamstac.applications.guardians import guardian_of_case
from jamstac.applications.models import Application, ApplicationEvidence, FindingDraft, ReviewDraft
from jamstac.applications.rules import may_accept, may_reject, may_return
from jamstac.applications.states import Answer, ApplicationState, EvidenceState
from jamstac.applications.views import tone_of
from jamstac.applications.views.needs import needs_shown
from jamstac.documents.forms import SigningForm
from jamstac.documents.readers import reads_case
from jamstac.documents.selectors import sheets_of_case
from jamstac.ledger import access
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.parameters.selectors import number
from jamstac.people.pages import ActorRequest, staff_page, stand_back
from jamstac.schemes.models import Scheme
from jamstac.schemes.selectors import structure
from jamstac.ui.requests import page_of, wants_fragment
from jamstac.ui.why import Reason, reasons

PAGE = 50

SHORT = {
    ApplicationState.SUBMITTED: gettext_lazy("Menunggu ditinjau"),
    ApplicationState.RETURNED: gettext_lazy("Dikembalikan"),
    ApplicationState.ACCEPTED: gettext_lazy("Diterima"),
    ApplicationState.REJECTED: gettext_lazy("Tidak diterima"),
}
"""The states in the words of a narrow column."""


@staff_page("application.list")
def application_list(request: ActorRequest) -> HttpResponse:
    """Every application of the LSP, those waiting longest first."""
    state = request.GET.get("keadaan", "")
    state = state if state in ApplicationState.values else ""
    scheme, text = request.GET.get("skema", ""), request.GET.get("q", "").strip()
    schemes = list(Scheme.objects.filter(body=request.lsp).order_by("title"))
    chosen = next((each for each in schemes if str(each.pk) == scheme), None)
    rows = selectors.searched(
        selectors.applications_for(request.lsp.pk), state=state, scheme=chosen.pk if chosen else None, text=text
    )
    page = page_of(request, rows, PAGE)
    now = timezone.now()
    limit = number(request.lsp.pk, "review_reminder", timezone.localdate(timezone=request.lsp.zone))
    counts = selectors.counts_by_state(request.lsp.pk)
    context = {
        "page_obj": page,
        "rows": [
            {
                "application": row,
                "word": SHORT[ApplicationState(row.state)],
                "days": (now - row.state_since).days,
                "late": _is_late(row, now, limit),
                "tone": tone_of(row.state)[0],
                "shape": tone_of(row.state)[1],
            }
            for row in page.object_list
        ],
        "states": [(each.value, SHORT[each], counts[each.value], each == state) for each in ApplicationState],
        "total": sum(counts.values()),
        "state": state,
        "everything": not state,
        "scheme_field": SchemeFilter(schemes, chosen)["skema"] if len(schemes) > 1 else None,
        "q": text,
        "filtered": bool(state or chosen or text),
        "reviewable": bool(access.roles_for("application.review") & request.roles)
        and any(row.state == ApplicationState.SUBMITTED for row in page.object_list),
        "all_chosen": request.GET.get("pilih") == "semua",
        "guardians": bool(access.roles_for("guardian.confirm") & request.roles),
    }
    return render(request, "applications/list.html", context)


def _is_late(application: Application, now: datetime, limit: int | None) -> bool:
    """It waits for the LSP longer than the LSP wants to be reminded of (days); never where that is not set."""
    waits = application.state == ApplicationState.SUBMITTED
    return waits and limit is not None and (now - application.state_since).days > limit


def _fetch(request: ActorRequest, pk: UUID) -> Application:
    rows = selectors.applications_for(request.lsp.pk).select_related("reviewer", "body", "scheme_version__standard")
    application = get_object_or_404(rows, pk=pk)
    reading = access.roles_for("application.view") & request.roles
    if not reads_case(reading, request.actor.person_id, application.pk):
        raise Http404
    stand_back(request, application.concerned_person_ids)
    return application


@staff_page("application.view")
def review(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One application: facts, evidence, the three acts, timeline."""
    application = _fetch(request, pk)
    return _page(request, application)


def _page(
    request: ActorRequest,
    application: Application,
    *,
    signed: tuple[str, SigningForm] | None = None,
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; after a refused act with its reasons, and the signature as it was given."""
    drafted = selectors.drafted_findings(application)
    findings, note = selectors.findings_from(drafted.values()), selectors.drafted_note(application)
    facts = selectors.review_facts(application, findings, note, timezone.localdate(timezone=request.lsp.zone))
    may_review = bool(access.roles_for("application.review") & request.roles)
    plan = selectors.plan_of(application.scheme_version_id, selectors.evidence_of(application))
    tone, shape = tone_of(application.state)

    def item(shown: selectors.Shown[ApplicationEvidence]) -> dict[str, Any]:
        rows = []
        for row in shown.files:
            state, text = drafted[row.pk].state if row.pk in drafted else row.state, row.note
            if row.pk in drafted:
                text = drafted[row.pk].note
            field = FindingForm({f"catatan-{row.pk}": text}, prefix=str(row.pk))["catatan"]
            opened = state == EvidenceState.UNMET or bool(text)
            rows.append({"row": row, "state": state, "note": text, "field": field, "open": opened} | _status(state))
        return {"requirement": shown.requirement, "rows": rows}

    context = {
        "application": application,
        "scheme": application.scheme_version.scheme,
        "tone": tone,
        "shape": shape,
        "days": (timezone.now() - application.state_since).days,
        "nik_end": application.nik[-4:],
        "alternatives": [[item(each) for each in alternative.items] for alternative in plan.alternatives],
        "administrative": [item(each) for each in plan.administrative],
        "portfolio": plan.portfolio,
        "units": _answers(application),
        "sheets": sheets_of_case(application.pk),
        "needs": needs_shown(request, application),
        "guardian": guardian_of_case(application),
        "may_review": may_review,
        "reviewing": may_review and application.state == ApplicationState.SUBMITTED,
        "options": [(EvidenceState.MET, _("Memenuhi")), (EvidenceState.UNMET, _("Tidak memenuhi"))],
        "note_field": ReviewForm({"catatan": note})["catatan"],
        "why_accept": reasons(may_accept(facts)),
        "why_return": reasons(may_return(facts)),
        "why_reject": reasons(may_reject(facts)),
        "refused": refused or [],
        "signing_accept": _signing(request, "accept", signed),
        "signing_reject": _signing(request, "reject", signed),
        "listable": bool(access.roles_for("application.list") & request.roles),
        "acceptance": texts.ACCEPTANCE,
        "rejection": texts.REJECTION,
        "timeline": timeline_of(request.lsp.pk, case_id=application.pk),
    }
    return render(request, "applications/review.html", context, status=status)


def _signing(request: ActorRequest, verb: str, signed: tuple[str, SigningForm] | None) -> SigningForm:
    if signed is not None and signed[0] == verb:
        return signed[1]
    return SigningForm(account=request.user, auto_id=f"{verb}_%s")


def _status(state: str) -> dict[str, Any]:
    tone, shape = {"met": ("ok", "tick"), "unmet": ("warn", "warn")}.get(state, ("idle", "ring"))
    return {"tone": tone, "shape": shape, "word": _(EvidenceState(state).label)}


def _answers(application: Application) -> list[dict[str, Any]]:
    """FR.APL.02 as it was sent, unit by unit. Six queries."""
    answers = {row.element_id: row for row in application.self_assessments.all()}
    files: dict[UUID, list[ApplicationEvidence]] = {}
    for row in selectors.evidence_of_elements(application):
        files.setdefault(row.element_id, []).append(row.evidence)
    units = []
    scope = selectors.units_in_scope(application)
    for tree in structure(application.scheme_version):
        if scope is not None and tree.unit.pk not in scope:
            continue
        rows: list[dict[str, Any]] = [
            {"element": each.element, "answer": answers.get(each.element.pk), "files": files.get(each.element.pk, [])}
            for each in tree.elements
        ]
        competent = sum(row["answer"] is not None and row["answer"].answer == Answer.COMPETENT for row in rows)
        units.append({"unit": tree.unit, "rows": rows, "competent": competent})
    return units


@staff_page("application.review")
def finding(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Keep what the reviewer found so far: no act yet. Without script the whole form at once.

    Names: `nilai-ID` (met, unmet), `catatan-ID`, and `catatan` for the note to the applicant."""
    application = _fetch(request, pk)
    back = redirect("applications:review", request.lsp.slug, application.pk)
    if request.method != "POST" or application.state != ApplicationState.SUBMITTED:
        return back
    rows = {str(row.pk): row for row in selectors.evidence_of(application)}
    with transaction.atomic():
        for key, value in request.POST.items():
            kind, dash, evidence = key.partition("-")
            if kind not in ("nilai", "catatan") or not dash:
                continue
            if evidence not in rows:
                raise Http404
            _keep_finding(rows[evidence], kind, str(value))
        if "catatan" in request.POST:
            ReviewDraft.objects.update_or_create(
                application=application, defaults={"note": request.POST["catatan"].strip()}
            )
    return _page(request, application) if wants_fragment(request) else back


def _keep_finding(row: ApplicationEvidence, kind: str, value: str) -> None:
    found, _created = FindingDraft.objects.get_or_create(evidence=row, defaults={"state": row.state, "note": row.note})
    if kind == "catatan":
        found.note = value.strip()[: FindingDraft._meta.get_field("note").max_length]
    elif value in (EvidenceState.MET, EvidenceState.UNMET):
        found.state = value
    found.save()


def _act(request: ActorRequest, pk: UUID, verb: str, wanted: ApplicationState, done: str) -> HttpResponse:
    """One of the three acts. A second click, or a page that was left open, finds what is there now."""
    application = _fetch(request, pk)
    here = redirect("applications:review", request.lsp.slug, application.pk)
    if request.method != "POST":
        return here
    if application.state == wanted and application.reviewer_id == request.actor.person_id:
        return here
    findings = selectors.findings_from(selectors.drafted_findings(application).values())
    note = selectors.drafted_note(application)
    signing = SigningForm(request.POST, account=request.user, auto_id=f"{verb}_%s")
    try:
        if verb == "accept":
            accept_application(
                request.actor,
                application,
                findings=findings,
                note=note,
                statement=signing.statement(texts.ACCEPTANCE),
            )
        elif verb == "reject":
            reject_application(
                request.actor,
                application,
                findings=findings,
                note=note,
                statement=signing.statement(texts.REJECTION),
            )
        else:
            return_application(request.actor, application, findings=findings, note=note)
    except Refused as refused:
        fresh = _fetch(request, pk)
        return _page(request, fresh, signed=(verb, signing), refused=reasons(refused.refusals), status=409)
    messages.success(request, done)
    return here


@staff_page("application.review")
def accept(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _act(request, pk, "accept", ApplicationState.ACCEPTED, _("Permohonan diterima."))


@staff_page("application.review")
def send_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _act(request, pk, "return", ApplicationState.RETURNED, _("Permohonan dikembalikan kepada pemohon."))


@staff_page("application.review")
def reject(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _act(request, pk, "reject", ApplicationState.REJECTED, _("Permohonan tidak diterima."))
