"""The ledger of one LSP for its manajer mutu: is it whole, what was refused, which background work failed."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jamstac.ledger import jobs
from jamstac.ledger.actions import close_alarm
from jamstac.ledger.chain import head_is_intact
from jamstac.ledger.models import Alarm, Chain
from jamstac.ledger.selectors import newest_of
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.selectors import failed_jobs
from jamstac.portal.setup_forms import ExplanationForm


@staff_page("ledger.view")
@require_http_methods(["GET", "HEAD", "POST"])
def ledger(request: ActorRequest) -> HttpResponse:
    """State of the chain, the open alarm with its form, the newest acts, failed jobs."""
    chain = Chain.objects.filter(body_id=request.lsp.pk).first()
    form, outcome = ExplanationForm(request.POST or None), Outcome(False)
    if request.method == "POST":
        outcome = attempt(form, lambda data: close_alarm(request.actor, request.lsp, **data))
        if outcome.done:
            messages.success(request, _("Alarm ditutup. Penjelasan Anda tercatat."))
            return redirect("portal:ledger", request.lsp.slug)
    context = {
        "chain": chain,
        "intact": chain is None or head_is_intact(chain),
        "alarm": Alarm.objects.filter(chain=chain, closed_at=None).first(),
        "closed": Alarm.objects.filter(chain=chain, closed_at__isnull=False).order_by("-closed_at")[:10],
        "form": form,
        "why": why_of(request, "ledger.close_alarm", outcome),
        "entries": newest_of(request.lsp.pk, limit=40),
        "failed": failed_jobs(request.lsp.pk)[:50],
    }
    return render(request, "portal/ledger.html", context, status=422 if request.method == "POST" else 200)


@staff_page("job.retry")
@require_POST
def retry_job(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A failed job once more. Jobs are idempotent, so a second tap does no harm."""
    job = get_object_or_404(failed_jobs(request.lsp.pk), pk=pk)
    jobs.enqueue(job.kind, job.subject_id, timezone.now())
    messages.success(request, _("Dikerjakan ulang."))
    return redirect("portal:ledger", request.lsp.slug)
