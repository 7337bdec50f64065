"""Special needs: told by the applicant, decided by the manajer sertifikasi."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from jamstac.applications import drafts, needs, selectors
from jamstac.applications.actions import decide_need
from jamstac.applications.forms import NeedForm, WishForm
from jamstac.applications.models import Application, ApplicationDraft, SpecialNeed
from jamstac.applications.needs import CHARACTERISTICS
from jamstac.applications.states import NeedDecision
from jamstac.applications.texts import CONSENTS
from jamstac.applications.views.draft import after, draft_page, kept_answer, render_part
from jamstac.documents.readers import reads_case
from jamstac.ledger import access
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page, stand_back
from jamstac.people.states import ConsentPurpose
from jamstac.ui.requests import wants_fragment
from jamstac.ui.why import Reason, reasons


@draft_page
def tell(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """Optional: what an applicant needs, in the eight characteristics of FR.AK.07 and own words.

    Names: `perlu` (numbers ticked), `harap-N` (the wish), `data` (the consent to use it)."""
    if request.method == "POST":
        wishes = {
            number: request.POST.get(f"harap-{number}", "")
            for number in CHARACTERISTICS
            if str(number) in request.POST.getlist("perlu") or request.POST.get(f"harap-{number}", "").strip()
        }
        with drafts.writing(request.actor.person_id, draft.pk) as working:
            drafts.keep_needs(working, wishes, consent="data" in request.POST)
        return kept_answer() if wants_fragment(request) else after(request, working, "draft_evidence")
    told = needs.told(draft)
    rows = [
        {
            "number": number,
            "title": title,
            "example": example,
            "told": number in told,
            "field": WishForm({f"harap-{number}": told[number].wish if number in told else ""}, prefix=str(number))[
                "harap"
            ],
        }
        for number, (title, example) in CHARACTERISTICS.items()
    ]
    context = {"rows": rows, "sentence": CONSENTS[ConsentPurpose.SPECIAL_NEEDS]}
    return render_part(request, draft, "draft_needs", context)


def needs_shown(request: ActorRequest, application: Application) -> list[SpecialNeed] | None:
    """The special needs of a case for a reader who may know of them; None for anybody else (PDP-07)."""
    reading = access.roles_for("special_need.view") & request.roles
    if not reads_case(reading, request.actor.person_id, application.pk):
        return None
    return selectors.special_needs_of(application)


@staff_page("special_need.view")
def decisions(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The special needs of one application, and their decisions."""
    return _page(request, _fetch(request, pk))


def _fetch(request: ActorRequest, pk: UUID) -> Application:
    application = get_object_or_404(selectors.applications_for(request.lsp.pk), pk=pk)
    if needs_shown(request, application) is None:
        return get_object_or_404(Application.objects.none())
    stand_back(request, application.concerned_person_ids)
    return application


def _page(
    request: ActorRequest,
    application: Application,
    *,
    typed: tuple[UUID, NeedForm, str] | None = None,
    refused: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    deciding = bool(access.roles_for("special_need.decide") & request.roles)
    rows: list[dict[str, Any]] = []
    for need in selectors.special_needs_of(application):
        form, decision = NeedForm(auto_id=f"{need.pk}_%s"), ""
        if typed is not None and typed[0] == need.pk:
            _pk, form, decision = typed
        rows.append(
            {
                "need": need,
                "title": needs.title_of(need.characteristic),
                "proposals": needs.PROPOSALS[need.characteristic],
                "form": form,
                "decision": decision,
                "open": deciding and not need.decision,
            }
        )
    context = {
        "application": application,
        "scheme": application.scheme_version.scheme,
        "rows": rows,
        "refused": refused or [],
        "options": NeedDecision.choices,
        "listable": bool(access.roles_for("application.list") & request.roles),
    }
    return render(request, "applications/needs.html", context, status=status)


@staff_page("special_need.decide")
def decide(request: ActorRequest, pk: UUID, need: UUID) -> HttpResponse:
    """Grant or refuse one special need."""
    application = _fetch(request, pk)
    chosen = get_object_or_404(SpecialNeed, pk=need, application=application)
    here = redirect("applications:needs", request.lsp.slug, application.pk)
    if request.method != "POST":
        return here
    form = NeedForm(request.POST, auto_id=f"{chosen.pk}_%s")
    decision = request.POST.get("putusan", "")
    if not form.is_valid():
        return _page(request, application, typed=(chosen.pk, form, decision), status=422)
    given = form.cleaned_data
    try:
        decide_need(
            request.actor,
            chosen,
            decision=decision,
            measure=given["tindakan"],
            extra_minutes=given["menit"] or 0,
            note=given["alasan"],
        )
    except Refused as refused:
        return _page(
            request,
            application,
            typed=(chosen.pk, form, decision),
            refused=reasons(refused.refusals),
            status=409,
        )
    messages.success(request, _("Putusan tersimpan; asesi diberi tahu."))
    return here
