"""What the pages of a draft share: who may open one, its parts in the side steps, where each refusal is cleared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from jamstac.applications import selectors
from jamstac.applications.facts import SubmissionFacts
from jamstac.applications.models import ApplicationDraft
from jamstac.applications.rules import may_edit
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, self_page
from jamstac.ui.requests import wants_fragment
from jamstac.ui.why import Reason

P = ParamSpec("P")

UPLOAD = "berkas"


def today(request: ActorRequest) -> Any:
    return timezone.localdate(timezone=request.lsp.zone)


@dataclass(frozen=True)
class Part:
    """One part of the form in the side steps. `state` is done, now or later."""

    number: int
    title: str
    side: str
    state: str
    href: str


def _to_record(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """The draft was sent, perhaps in another tab: show what was sent."""
    assert draft.application_id is not None
    target = reverse("applications:mine", args=[request.lsp.slug, draft.application_id])
    messages.info(request, _("Permohonan ini sudah dikirim; isinya tidak berubah lagi."))
    if wants_fragment(request):
        return HttpResponse(headers={"HX-Redirect": target})
    return redirect(target)


def draft_page(
    view: Callable[Concatenate[ActorRequest, ApplicationDraft, P], HttpResponse],
) -> Any:
    """A page of one's own draft that is still open. A sent one leads to its record."""

    @wraps(view)
    def opened(request: ActorRequest, pk: UUID, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        draft = get_object_or_404(selectors.drafts_of(request.actor.person_id), pk=pk, person__body=request.lsp)
        if not may_edit(selectors.edit_facts(draft)):
            return _to_record(request, draft)
        try:
            return view(request, draft, *args, **kwargs)
        except Refused as refused:
            if "application.sent_already" not in refused.codes:
                raise
            draft.refresh_from_db()
            return _to_record(request, draft)

    page: Callable[..., HttpResponse] = opened
    return self_page("application.self")(page)


HOMES = {
    "application.identity_missing": "draft_biodata",
    "application.nik_invalid": "draft_biodata",
    "application.nik_of_other": "draft_biodata",
    "application.birth_date_impossible": "draft_biodata",
    "application.data_unchecked": "draft_biodata",
    "application.contact_invalid": "draft_biodata",
    "application.purpose_missing": "draft_scheme",
    "application.purpose_words_missing": "draft_scheme",
    "guardian.not_agreed": "draft_guardian",
    "need.undescribed": "draft_needs",
    "need.no_consent": "draft_needs",
    "application.basic_missing": "draft_evidence",
    "application.administrative_missing": "draft_evidence",
    "application.elements_open": "draft_answers",
    "application.information_not_accepted": "draft_send",
    "application.consent_missing": "draft_send",
    "application.price_not_accepted": "draft_send",
}
"""Refusal → the page where the applicant clears it."""


def linked(request: ActorRequest, draft: ApplicationDraft, found: list[Reason]) -> list[Reason]:
    """The reasons, each with the link to where it is cleared."""
    return [
        each.at(reverse(f"applications:{HOMES[each.code]}", args=[request.lsp.slug, draft.pk]))
        if each.code in HOMES
        else each
        for each in found
    ]


def facts_of(request: ActorRequest, draft: ApplicationDraft, *, signed: bool = True) -> SubmissionFacts:
    return selectors.submission_facts(draft, request.lsp, today(request), signed=signed)


def parts_of(request: ActorRequest, draft: ApplicationDraft, facts: SubmissionFacts, current: str) -> list[Part]:
    identity = not (facts.identity_missing or facts.contact_invalid or facts.nik_of_other)
    shown = facts.basic_is_complete and not facts.administrative_missing
    answered = facts.elements - facts.elements_open
    rows: list[tuple[str, str, bool, str, str]] = [
        (
            "draft_biodata",
            _("Data pemohon"),
            identity and facts.nik_is_valid and facts.birth_date_is_possible and facts.data_checked,
            _("lengkap"),
            _("belum lengkap"),
        ),
        (
            "draft_scheme",
            _("Data sertifikasi"),
            facts.purpose_given and not facts.purpose_words_missing,
            draft.scheme_version.scheme.title,
            _("tujuan belum dipilih"),
        ),
        (
            "draft_needs",
            _("Kebutuhan khusus"),
            not facts.needs_undescribed and (facts.needs_consent or not facts.needs),
            _("tidak ada") if not facts.needs else _("disampaikan"),
            _("belum lengkap"),
        ),
        ("draft_evidence", _("Bukti kelengkapan"), shown, _("lengkap"), _("belum lengkap")),
        (
            "draft_answers",
            _("Asesmen mandiri"),
            facts.elements_open == 0,
            _("semua elemen terjawab"),
            _("%(done)d dari %(all)d elemen") % {"done": answered, "all": facts.elements},
        ),
        ("draft_send", _("Pernyataan dan kirim"), False, "", ""),
    ]
    if facts.is_minor or current == "draft_guardian":
        guardian = ("draft_guardian", _("Persetujuan wali"), facts.guardian_agreed, _("diberikan"), _("belum ada"))
        rows.insert(1, guardian)
    return [
        Part(
            number=i,
            title=title,
            side=good if done else bad,
            state="now" if name == current else "done" if done else "later",
            href="" if name == current else reverse(f"applications:{name}", args=[request.lsp.slug, draft.pk]),
        )
        for i, (name, title, done, good, bad) in enumerate(rows, 1)
    ]


def render_part(
    request: ActorRequest,
    draft: ApplicationDraft,
    name: str,
    context: dict[str, Any],
    *,
    facts: SubmissionFacts | None = None,
    status: int = 200,
) -> HttpResponse:
    facts = facts or facts_of(request, draft)
    parts = parts_of(request, draft, facts, name)
    here = next(part for part in parts if part.state == "now")
    shell = {
        "draft": draft,
        "scheme": draft.scheme_version.scheme,
        "parts": parts,
        "here": here,
        "before": parts[here.number - 2] if here.number > 1 else None,
        "after": parts[here.number] if here.number < len(parts) else None,
        "returned": draft.application,
        "facts": facts,
    }
    return render(request, f"applications/{name}.html", shell | context, status=status)


def kept_answer() -> HttpResponse:
    """The answer to an autosave that changes nothing else on the page."""
    return HttpResponse(status=204)


def after(request: ActorRequest, draft: ApplicationDraft, name: str) -> HttpResponse:
    return redirect(f"applications:{name}", request.lsp.slug, draft.pk)
