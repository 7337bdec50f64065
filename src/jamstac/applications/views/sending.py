"""The last part: what is accepted, the signature, and the sending itself."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from jamstac.applications import drafts, reassessment, selectors, texts
from jamstac.applications.actions import resubmit_application, submit_application
from jamstac.applications.models import ApplicationDraft
from jamstac.applications.rules import may_submit
from jamstac.applications.states import Answer
from jamstac.applications.views.answers import questions_of
from jamstac.applications.views.draft import (
    HOMES,
    after,
    draft_page,
    facts_of,
    kept_answer,
    linked,
    render_part,
    today,
)
from jamstac.documents.forms import SigningForm
from jamstac.fees.selectors import price_on
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest
from jamstac.people.states import ConsentPurpose
from jamstac.schemes.selectors import requirements
from jamstac.ui.requests import wants_fragment
from jamstac.ui.why import Reason, reasons


@draft_page
def accept(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """Autosave of what is accepted, each by itself."""
    if request.method == "POST":
        with drafts.writing(request.actor.person_id, draft.pk) as working:
            _keep_acceptance(request, working)
        if wants_fragment(request):
            return kept_answer()
    return after(request, draft, "draft_send")


def _keep_acceptance(request: ActorRequest, working: ApplicationDraft) -> None:
    price = request.POST.get("biaya", "")
    drafts.keep_acceptance(
        working,
        information="informasi" in request.POST,
        consent="data" in request.POST,
        publication="publikasi" in request.POST,
        documentation="dokumentasi" in request.POST,
        price=int(price) if price.isdecimal() and len(price) < 16 else None,
    )


@draft_page
def send(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """The last part: what is missing, what is accepted, the signature. Sending is the act."""
    if request.method != "POST":
        return _send_page(request, draft, SigningForm(account=request.user, staff=False))
    with drafts.writing(request.actor.person_id, draft.pk) as working:
        _keep_acceptance(request, working)
    signing = SigningForm(request.POST, account=request.user, staff=False)
    statement = signing.statement(texts.STATEMENT)
    try:
        if working.application is None:
            sent = submit_application(request.actor, request.actor.person, draft=working, statement=statement)
        else:
            sent = resubmit_application(request.actor, working.application, draft=working, statement=statement)
    except Refused as refused:
        if "application.sent_already" in refused.codes:
            raise
        fresh = selectors.drafts_of(request.actor.person_id).get(pk=draft.pk)
        return _send_page(request, fresh, signing, reasons(refused.refusals), status=409)
    messages.success(request, _("Permohonan terkirim dengan nomor %(number)s.") % {"number": sent.number})
    return redirect("applications:mine", request.lsp.slug, sent.pk)


def _send_page(
    request: ActorRequest,
    draft: ApplicationDraft,
    signing: SigningForm,
    refused: list[Reason] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """What is missing elsewhere keeps the button grey; what is ticked here is asked when it is pressed."""
    facts = facts_of(request, draft)
    verdict = may_submit(facts)
    if draft.reassessment is not None:
        verdict &= reassessment.verdict_on(draft.reassessment, today(request), sent=draft.application)
    elif draft.application is None:
        verdict &= reassessment.verdict_on_whole(draft, today(request))
    found = [each for each in reasons(verdict) if HOMES.get(each.code) != "draft_send"]
    price = price_on(draft.scheme_version.scheme_id, today(request))
    amount = price.amount if price else None
    units = questions_of(draft, {})
    questions = [each for unit in units for each in unit.questions]
    context = {
        "refused": linked(request, draft, refused or []),
        "blocking": linked(request, draft, found),
        "information": texts.INFORMATION,
        "signing": signing,
        "statement": texts.STATEMENT,
        "consents": [
            (
                name,
                texts.CONSENTS[purpose],
                ticked,
                texts.EFFECTS[purpose] if purpose == ConsentPurpose.CERTIFICATION else _("Boleh tidak disetujui."),
            )
            for name, purpose, ticked in [
                ("data", ConsentPurpose.CERTIFICATION, draft.consent),
                ("publikasi", ConsentPurpose.PUBLICATION, draft.consent_publication),
                ("dokumentasi", ConsentPurpose.DOCUMENTATION, draft.consent_documentation),
            ]
        ],
        "price": amount,
        "price_value": "" if amount is None else str(amount),
        "price_ticked": amount is not None and draft.price_accepted == amount,
        "answered_k": sum(each.answer == Answer.COMPETENT for each in questions),
        "answered_bk": sum(each.answer == Answer.NOT_YET for each in questions),
        "unproven": sum(each.unproven for each in questions),
        "elements": len(questions),
        "files": len(selectors.draft_evidence(draft)),
        "requirements": requirements(draft.scheme_version),
    }
    return render_part(request, draft, "draft_send", context, facts=facts, status=status)
