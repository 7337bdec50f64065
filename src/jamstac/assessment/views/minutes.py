"""The berita acara asesmen: what it will say, and signing it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jamstac.assessment import minutes, texts
from jamstac.assessment.actions.minutes import draw_up_minutes, sign_event_minutes
from jamstac.assessment.forms import MinutesForm
from jamstac.assessment.rules.minutes import may_draw_up
from jamstac.documents.forms import SigningForm
from jamstac.documents.models import Signature
from jamstac.events import day
from jamstac.events.views.day import fetch_day
from jamstac.ledger.access import roles_for
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.why import Reason, reasons


@staff_page("event_minutes.view")
@require_http_methods(["GET", "HEAD", "POST"])
def record(request: ActorRequest, event: UUID) -> HttpResponse:
    about, me = fetch_day(request, event), request.actor.person_id
    made = minutes.minutes_of(about)
    signed = [] if made is None else list(Signature.objects.filter(sheet=made.sheet).order_by("signed_at"))
    mine = any(each.person_id == me for each in signed)
    sending = request.method == "POST" and not mine
    form = MinutesForm(request.POST if sending else None)
    signing = SigningForm(request.POST if sending else None, account=request.user, staff=True)
    why: list[Reason] = []
    if sending and form.is_valid():
        statement = signing.statement(texts.MINUTES)
        try:
            if made is None:
                draw_up_minutes(request.actor, about, notes=form.cleaned_data["notes"], statement=statement)
            else:
                sign_event_minutes(request.actor, made, statement=statement)
        except Refused as no:
            why = reasons(no.refusals)
        else:
            messages.success(request, _("Berita acara asesmen ditandatangani."))
            return redirect("assessment:minutes", request.lsp.slug, about.pk)
    facts = minutes.minutes_facts(about, me, timezone.localdate(timezone=request.lsp.zone))
    rows = minutes.result_rows(about)
    context: dict[str, Any] = {
        "event": about,
        "minutes": made,
        "rows": rows,
        "counts": {each: sum(row.result == each for row in rows) for each in ("K", "BK", minutes.ABSENT)},
        "incidents": day.incidents_of(about),
        "photos": about.photos.select_related("file").order_by("taken_at"),
        "signed": signed,
        "form": form,
        "signing": signing,
        "sentence": texts.MINUTES,
        "why": why,
        "why_draw_up": [*role_reasons("event_minutes.draw_up", request.roles), *reasons(may_draw_up(facts))],
        "to_sign": made is not None and not mine and bool(day.role_in(about, me, request.roles)),
        "reads_sheets": bool(roles_for("sheet.view") & request.roles),
    }
    status = 409 if why else 400 if sending else 200
    return render(request, "assessment/minutes.html", context, status=status)
