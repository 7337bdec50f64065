"""The pact and the code of ethics of whoever works for the LSP: read and signed on one's own page."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.assessors import texts
from jamstac.assessors.actions import sign_pact
from jamstac.assessors.models import Pact, PactSignature
from jamstac.assessors.selectors import pacts_on
from jamstac.assessors.states import PactKind
from jamstac.documents.forms import SigningForm
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.why import Reason, reasons


@staff_page("pact.sign")
@require_safe
def mine(request: ActorRequest) -> HttpResponse:
    """What is in force, what I signed of it, and what waits for me."""
    return _page(request)


def _page(
    request: ActorRequest,
    *,
    tried: UUID | None = None,
    signing: SigningForm | None = None,
    why: list[Reason] | None = None,
    status: int = 200,
) -> HttpResponse:
    pacts = pacts_on(request.lsp.pk, timezone.localdate(timezone=request.lsp.zone))
    own = PactSignature.objects.filter(person=request.actor.person_id).select_related("pact").order_by("-signed_at")
    signatures = {row.pact_id: row for row in own}
    shown = [pacts[kind] for kind in PactKind if kind in pacts]
    rows: list[dict[str, Any]] = [
        {
            "pact": pact,
            "signature": signatures.get(pact.pk),
            "signing": signing
            if pact.pk == tried and signing is not None
            else SigningForm(account=request.user, staff=True, auto_id=f"{pact.kind}_%s"),
            "why": why if pact.pk == tried else [],
        }
        for pact in shown
    ]
    context = {
        "rows": rows,
        "waiting": sum(row["signature"] is None for row in rows),
        "missing": [_(kind.label) for kind in PactKind if kind not in pacts],
        "earlier": [row for row in own if row.pact_id not in {pact.pk for pact in shown}],
        "sentence": texts.PACT,
    }
    return render(request, "assessors/pacts.html", context, status=status)


@staff_page("pact.sign")
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: ActorRequest, pk: UUID) -> HttpResponse:
    pact = get_object_or_404(Pact, pk=pk, body=request.lsp)
    here = redirect("assessors:pacts", request.lsp.slug)
    signed = PactSignature.objects.filter(pact=pact, person=request.actor.person_id).exists()
    if request.method != "POST" or signed:  # signed: the second click of a double click
        return here
    signing = SigningForm(request.POST, account=request.user, staff=True, auto_id=f"{pact.kind}_%s")
    try:
        sign_pact(request.actor, pact, statement=signing.statement(texts.PACT))
    except Refused as refused:
        return _page(request, tried=pact.pk, signing=signing, why=reasons(refused.refusals), status=409)
    messages.success(request, _("%(kind)s Anda tandatangani.") % {"kind": _(pact.get_kind_display())})
    return here
