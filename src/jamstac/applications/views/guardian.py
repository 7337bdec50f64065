"""The guardian of an applicant under 18: the applicant asks, the guardian answers, staff hold a paper."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from jamstac.applications import guardians
from jamstac.applications.actions import (
    ask_guardian,
    confirm_paper,
    consent_as_guardian,
    decline_as_guardian,
    refuse_paper,
    show_paper,
    withdraw_guardian,
)
from jamstac.applications.forms import GuardianAnswerForm, GuardianForm, GuardianPaperForm, NoteForm
from jamstac.applications.guardians import Guardian
from jamstac.applications.models import ApplicationDraft, GuardianConsent
from jamstac.applications.rules import may_ask_guardian, may_confirm_paper, may_decline_as_guardian
from jamstac.applications.states import GuardianState
from jamstac.applications.views.draft import draft_page, render_part, today
from jamstac.bodies.models import Body
from jamstac.documents.files import keep_upload
from jamstac.documents.render import compile_template, logo_of
from jamstac.documents.sheets import letterhead
from jamstac.kernel.verdicts import ALLOW, Verdict
from jamstac.ledger.door import GuestActor, Refused
from jamstac.licensing.selectors import number_on
from jamstac.messaging.phones import international
from jamstac.people.pages import ActorRequest, public_page, staff_page
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 50
KEPT = "guardian_link"

_TONES = {
    GuardianState.ASKED: ("go", "half"),
    GuardianState.CONSENTED: ("ok", "tick"),
    GuardianState.DECLINED: ("bad", "bad"),
    GuardianState.REFUSED: ("warn", "warn"),
    GuardianState.WITHDRAWN: ("bad", "bad"),
    GuardianState.REPLACED: ("idle", "ring"),
}


def tone_of(consent: GuardianConsent | None) -> dict[str, Any]:
    """Tone, shape and word of where the consent stands; nobody was asked: still to do."""
    if consent is None:
        return {"tone": "idle", "shape": "ring", "word": _("Belum diminta")}
    tone, shape = _TONES[GuardianState(consent.state)]
    return {"tone": tone, "shape": shape, "word": _(GuardianState(consent.state).label)}


# ---------------------------------------------------------------- the applicant


@draft_page
def ask(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """The applicant names a guardian and gets the link, once."""
    form = GuardianForm(request.POST or None)
    if request.method != "POST":
        return _draft_page(request, draft, form, GuardianPaperForm())
    if not form.is_valid() and not _only_missing(form):
        return _draft_page(request, draft, form, GuardianPaperForm(), status=422)
    try:
        consent, token = ask_guardian(request.actor, request.actor.person, draft=draft, guardian=form.guardian())
    except Refused as refused:
        return _draft_page(request, draft, form, GuardianPaperForm(), reasons(refused.refusals), status=409)
    request.session[KEPT] = {"consent": str(consent.pk), "token": token}
    return redirect("applications:draft_guardian", request.lsp.slug, draft.pk)


def _only_missing(form: GuardianForm) -> bool:
    """What is missing the door refuses, so that the attempt is on record; what is wrong is told at the field."""
    return all(error.code == "required" for found in form.errors.as_data().values() for error in found)


@draft_page
def paper(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """The applicant uploads the paper that the guardian signed."""
    here = redirect("applications:draft_guardian", request.lsp.slug, draft.pk)
    if request.method != "POST":
        return here
    form = GuardianPaperForm(request.POST, request.FILES)
    found = _show(request, draft, form)
    if found is not None:
        return _draft_page(request, draft, GuardianForm(), form, found, status=422)
    messages.success(request, _("Surat wali terunggah. LSP memeriksanya."))
    return here


def _show(request: ActorRequest, draft: ApplicationDraft, form: GuardianPaperForm) -> list[Reason] | None:
    """Keep the scan and show it; why not, or None. A missing or wrong file is told at the field."""
    if not form.is_valid():
        return []
    file, verdict = keep_upload(form.cleaned_data["surat"], request.lsp, request.user)
    if file is None:
        return reasons(verdict)
    try:
        show_paper(request.actor, draft.person, draft=draft, guardian=form.guardian(), scan=file)
    except Refused as refused:
        return reasons(refused.refusals)
    return None


def _draft_page(
    request: ActorRequest,
    draft: ApplicationDraft,
    form: GuardianForm,
    paper_form: GuardianPaperForm,
    refused: list[Reason] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    consent = guardians.guardian_of(draft.person_id, draft.scheme_version_id)
    nobody = Guardian(name="-", relationship="-")
    context: dict[str, Any] = {
        "consent": consent,
        "form": form,
        "paper_form": paper_form,
        "refused": refused or [],
        "why_ask": reasons(may_ask_guardian(guardians.guardian_facts(draft, nobody, today(request), by_link=True))),
        **tone_of(consent),
    }
    kept = request.session.pop(KEPT, None)
    if consent is not None and kept is not None and kept["consent"] == str(consent.pk):
        context["link"] = request.build_absolute_uri(
            reverse("applications:guardian", args=[request.lsp.slug, kept["token"]])
        )
        context["whatsapp"] = _whatsapp(consent, context["link"])
    return render_part(request, draft, "draft_guardian", context, status=status)


def _whatsapp(consent: GuardianConsent, link: str) -> str:
    words = _("%(name)s meminta persetujuan Anda sebagai wali untuk sertifikasi %(scheme)s: %(link)s") % {
        "name": consent.person.name,
        "scheme": consent.scheme_version.scheme.title,
        "link": link,
    }
    return f"https://wa.me/{international(consent.phone)}?text={quote(words)}"


@draft_page
@require_safe
def blank(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """The letter to print and sign by hand."""
    return blank_letter(draft, request.lsp)


def blank_letter(draft: ApplicationDraft, body: Body) -> HttpResponse:
    """The paper twin: no record, until a signed one comes back as a scan."""
    now = timezone.localtime(timezone.now(), body.zone)
    record = guardians.letter_record(draft, body) | {
        "lsp": {**letterhead(body, number_on(body.pk, now.date())), "logo": logo_of(body)},
        "date": [now.year, now.month, now.day],
    }
    response = HttpResponse(
        compile_template("surat-wali", record, called=_("Surat persetujuan wali")), content_type="application/pdf"
    )
    response["Content-Disposition"] = f'inline; filename="{_("surat-persetujuan-wali")}.pdf"'
    response["Cache-Control"] = "private, no-store"
    return response


# ---------------------------------------------------------------- the guardian


@public_page
@never_cache
def answer(request: HttpRequest, lsp: str, token: str) -> HttpResponse:
    """What the guardian reads behind the link, and answers once."""
    consent = guardians.by_link(token)
    if consent is None or consent.body.slug != lsp:
        return render(request, "applications/guardian_unknown.html", status=404)
    with timezone.override(consent.body.zone):
        form = GuardianAnswerForm(request.POST or None)
        if request.method != "POST":
            return _answer_page(request, consent, form)
        form.is_valid()
        guest = GuestActor(consent.body_id, time_zone=consent.body.zone)
        account = request.user.pk if request.user.is_authenticated else None
        try:
            if request.POST.get("jawaban") == "tolak":
                decline_as_guardian(guest, consent, account_id=account)
            else:
                consent_as_guardian(
                    guest,
                    consent,
                    name=form.cleaned_data.get("nama", ""),
                    agreed=bool(form.cleaned_data.get("setuju")),
                    account_id=account,
                )
        except Refused as refused:
            fresh = guardians.by_link(token)
            assert fresh is not None
            return _answer_page(request, fresh, form, reasons(refused.refusals), status=409)
        return redirect("applications:guardian", lsp, token)


def _answer_page(
    request: HttpRequest,
    consent: GuardianConsent,
    form: GuardianAnswerForm,
    refused: list[Reason] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    account = request.user.pk if request.user.is_authenticated else None
    facts = guardians.answer_facts(consent, timezone.now(), name="", agreed=False, account_id=account)
    closed = may_decline_as_guardian(facts)
    context = {
        "consent": consent,
        "body": consent.body,
        "scheme": consent.scheme_version.scheme,
        "form": form,
        "refused": refused if closed else [],
        "closed": reasons(closed),
        **tone_of(consent),
    }
    return render(request, "applications/guardian.html", context, status=status)


# ---------------------------------------------------------------- staff


@staff_page("guardian.confirm")
def minors(request: ActorRequest) -> HttpResponse:
    """Applicants under 18 who have not sent yet, and how far their guardians are."""
    page = page_of(request, guardians.drafts_of_minors(request.lsp, today(request)), PAGE)
    found = guardians.newest(request.lsp.pk, page)
    rows = []
    for draft in page:
        consent = found.get((draft.person_id, draft.scheme_version_id))
        rows.append({"draft": draft, "consent": consent, **tone_of(consent)})
    return render(request, "applications/minors.html", {"rows": rows, "page_obj": page})


def _draft_of_minor(request: ActorRequest, pk: UUID) -> ApplicationDraft:
    return get_object_or_404(guardians.drafts_of_minors(request.lsp, today(request)), pk=pk)


@staff_page("guardian.confirm")
def minor(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One of them: the word of the guardian, and a paper brought to the LSP."""
    draft = _draft_of_minor(request, pk)
    form = GuardianPaperForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return _minor_page(request, draft, form)
    found = _show(request, draft, form)
    if found is not None:
        return _minor_page(request, draft, form, found, status=422)
    messages.success(request, _("Surat wali terunggah. Periksa lalu benarkan."))
    return redirect("applications:minor", request.lsp.slug, draft.pk)


def _minor_page(
    request: ActorRequest,
    draft: ApplicationDraft,
    form: GuardianPaperForm,
    refused: list[Reason] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    consent = guardians.guardian_of(draft.person_id, draft.scheme_version_id)
    verdict: Verdict = ALLOW if consent is None else may_confirm_paper(guardians.paper_facts(consent))
    context = {
        "draft": draft,
        "scheme": draft.scheme_version.scheme,
        "consent": consent,
        "paper_waits": consent is not None and bool(verdict),
        "form": form,
        "note": NoteForm()["alasan"],
        "refused": refused or [],
        **tone_of(consent),
    }
    return render(request, "applications/minor.html", context, status=status)


@staff_page("guardian.confirm")
@require_safe
def minor_blank(request: ActorRequest, pk: UUID) -> HttpResponse:
    return blank_letter(_draft_of_minor(request, pk), request.lsp)


@require_POST
@staff_page("guardian.confirm")
def settle(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Confirm or refuse the paper, or write down that the guardian takes the consent back."""
    consent = get_object_or_404(guardians.consents_for(request.lsp.pk), pk=pk)
    reason = request.POST.get("alasan", "")
    doors = {
        "benarkan": lambda: confirm_paper(request.actor, consent),
        "tolak": lambda: refuse_paper(request.actor, consent, reason=reason),
        "tarik": lambda: withdraw_guardian(request.actor, consent, reason=reason),
    }
    if request.POST.get("langkah") not in doors:
        raise Http404
    doors[request.POST["langkah"]]()
    messages.success(request, _("Tersimpan."))
    draft = guardians.drafts_of_minors(request.lsp, today(request)).filter(
        person=consent.person_id, scheme_version=consent.scheme_version_id
    )
    found = draft.first()
    if found is None:
        return redirect("applications:minors", request.lsp.slug)
    return redirect("applications:minor", request.lsp.slug, found.pk)
