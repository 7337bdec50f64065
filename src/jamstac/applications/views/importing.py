"""Importing a list of people: upload, what the columns mean, what becomes of each row, and the rows that go in."""

from __future__ import annotations

from collections import Counter
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jamstac.applications.batches.forms import ColumnForm, UploadForm
from jamstac.applications.exports import csv_response
from jamstac.applications.importing import working
from jamstac.applications.importing.rows import Outcome, Row
from jamstac.applications.models import Batch, ImportDraft
from jamstac.applications.views.batches import batch_of
from jamstac.applications.views.draft import today
from jamstac.kernel.verdicts import refuse
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 50
_WORDS = {
    Outcome.NEW: (gettext_lazy("Baru"), "go", "half"),
    Outcome.KNOWN: (gettext_lazy("Sudah ada"), "idle", "ring"),
    Outcome.REFUSED: (gettext_lazy("Ditolak"), "bad", "bad"),
    Outcome.ENTERED: (gettext_lazy("Sudah masuk"), "ok", "tick"),
}


@staff_page("batch.manage")
@require_http_methods(["GET", "HEAD", "POST"])
def upload(request: ActorRequest, batch: UUID | None = None) -> HttpResponse:
    """Choose a file. What is no list is told here, and nothing is kept of it."""
    record = batch_of(request, batch) if batch else None
    form = UploadForm(request.POST if request.method == "POST" else None)
    found: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        draft, found = _kept(request, record, form.cleaned_data["institution"])
        if draft is not None:
            return redirect("applications:import", request.lsp.slug, draft.pk)
    recent = ImportDraft.objects.filter(body=request.lsp, batch=record).order_by("-uploaded_at")[:5]
    context = {"batch": record, "form": form, "refused": found, "recent": recent}
    return render(request, "applications/batches/upload.html", context, status=422 if request.method == "POST" else 200)


def _kept(request: ActorRequest, batch: Batch | None, institution: str) -> tuple[ImportDraft | None, list[Reason]]:
    file = request.FILES.get("berkas")
    if file is None:
        return None, reasons(refuse("import.empty"))
    if file.size and file.size > settings.UPLOAD_LIMIT:
        return None, reasons(refuse("import.too_big", limit=settings.UPLOAD_LIMIT // 1024 // 1024))
    draft, verdict = working.keep_list(
        file.read(),
        file.name or "",
        body=request.lsp,
        account=request.user,
        batch=batch,
        institution=batch.institution if batch else institution,
    )
    return draft, reasons(verdict)


def _draft_of(request: ActorRequest, pk: UUID) -> ImportDraft:
    return get_object_or_404(ImportDraft.objects.select_related("batch", "body"), pk=pk, body=request.lsp)


@staff_page("batch.manage")
@require_http_methods(["GET", "HEAD", "POST"])
def preview(request: ActorRequest, pk: UUID) -> HttpResponse:
    """What the columns mean (a POST changes that: `kolom-N-field`) and what will become of every row."""
    draft = _draft_of(request, pk)
    columns = list(draft.columns.order_by("position"))
    if request.method == "POST":
        working.tell_columns(
            draft, {each.position: request.POST.get(f"kolom-{each.position}-field", "") for each in columns}
        )
        return redirect("applications:import", request.lsp.slug, draft.pk)
    rows = working.preview(draft, today(request))
    counts = Counter(row.outcome for row in rows)
    only = request.GET.get("hanya", "")
    shown = [row for row in rows if row.outcome.value == only] if only else rows
    if only == "peringatan":
        shown = [row for row in rows if row.warnings and not row.problems]
    page = page_of(request, shown, PAGE)
    ready = counts[Outcome.NEW] + counts[Outcome.KNOWN]
    context = {
        "draft": draft,
        "batch": draft.batch,
        "columns": [ColumnForm(each.position, each.heading, each.field)["field"] for each in columns],
        "understood": working.is_understood(draft),
        "page_obj": page,
        "rows": [_line(row) for row in page.object_list],
        "filters": [(each.value, _WORDS[each][0], counts[each], each.value == only) for each in Outcome],
        "warned": sum(bool(row.warnings) and not row.problems for row in rows),
        "only": only,
        "total": len(rows),
        "ready": ready,
        "refused": counts[Outcome.REFUSED],
        "entered": counts[Outcome.ENTERED],
    }
    return render(request, "applications/batches/preview.html", context)


def _line(row: Row) -> dict[str, Any]:
    word, tone, shape = _WORDS[row.outcome]
    nik = str(row.values.get("nik", ""))
    return {
        "row": row,
        "word": word,
        "tone": tone,
        "shape": shape,
        "nik": f"…{nik[-6:]}" if nik else "",
        "born": row.values.get("birth_date"),
        "contact": row.values.get("phone") or row.values.get("email") or "",
    }


@staff_page("batch.manage")
@require_POST
def enter(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The rows that may go in go in, each by its own act; a second press finds nothing left to do."""
    draft = _draft_of(request, pk)
    rows = working.preview(draft, today(request))
    before = sum(row.entered for row in rows)
    working.enter(request.actor, draft, rows)
    entered = sum(row.entered for row in rows) - before
    left = sum(row.outcome is Outcome.REFUSED for row in rows)
    if entered:
        messages.success(request, ngettext("%(n)d asesi masuk.", "%(n)d asesi masuk.", entered) % {"n": entered})
    if left:
        messages.warning(
            request,
            ngettext("%(n)d baris ditolak; alasannya di bawah.", "%(n)d baris ditolak; alasannya di bawah.", left)
            % {"n": left},
        )
    return redirect("applications:import", request.lsp.slug, draft.pk)


@staff_page("batch.manage")
@require_safe
def refused_rows(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The refused rows as they came, with why, to be put right in a spreadsheet."""
    draft = _draft_of(request, pk)
    rows = working.preview(draft, today(request))
    return csv_response(_("Baris ditolak.csv"), working.refused_as_csv(draft, rows))


@staff_page("batch.manage")
@require_POST
def forget(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Forget the list; people who went in stay."""
    draft = _draft_of(request, pk)
    batch = draft.batch_id
    draft.delete()
    messages.success(request, _("Daftar dihapus. Asesi yang sudah masuk tetap tercatat."))
    if batch:
        return redirect("applications:batch", request.lsp.slug, batch)
    return redirect("applications:import_upload", request.lsp.slug)
