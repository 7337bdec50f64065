"""Pages of batches: the list, one batch with everybody in it, their slips, their files; and what a sponsor sees."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Count
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from jamstac.applications.batches import filing, progress
from jamstac.applications.batches.actions import change_batch, open_batch, remove_member
from jamstac.applications.batches.forms import BatchForm
from jamstac.applications.batches.rules import may_remove_member
from jamstac.applications.batches.selectors import batch_facts
from jamstac.applications.exports import csv_response
from jamstac.applications.models import Batch, BatchFileDraft, BatchMember
from jamstac.applications.selectors import requirements_of
from jamstac.applications.views.draft import today
from jamstac.documents.files import keep_upload
from jamstac.documents.models import StoredFile
from jamstac.ledger import access
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 50
FILES_A_DAY = 3000
"""A class of a hundred with six papers each, and room for doing it again."""


def batches_of(request: ActorRequest) -> Any:
    rows = Batch.objects.filter(body=request.lsp).select_related("scheme_version__scheme", "sponsor")
    return rows.annotate(size=Count("members")).order_by("-opened_at")


def batch_of(request: ActorRequest, pk: UUID) -> Batch:
    return get_object_or_404(
        Batch.objects.select_related("scheme_version__scheme", "sponsor", "body"), pk=pk, body=request.lsp
    )


@staff_page("batch.view")
@require_safe
def batch_list(request: ActorRequest) -> HttpResponse:
    """Every batch of the LSP, the newest first."""
    page = page_of(request, batches_of(request), PAGE)
    manages = bool(access.roles_for("batch.manage") & request.roles)
    return render(request, "applications/batches/list.html", {"page_obj": page, "manages": manages})


@staff_page("batch.manage")
@require_http_methods(["GET", "HEAD", "POST"])
def batch_new(request: ActorRequest) -> HttpResponse:
    """Open a batch."""
    form = BatchForm(request.POST or None, body=request.lsp, day=today(request))
    return _kept(request, form, None)


@staff_page("batch.manage")
@require_http_methods(["GET", "HEAD", "POST"])
def batch_change(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change what a batch is called, who pays and who is asked."""
    batch = batch_of(request, pk)
    form = BatchForm(request.POST or None, instance=batch, body=request.lsp, day=today(request))
    return _kept(request, form, batch)


def _kept(request: ActorRequest, form: BatchForm, batch: Batch | None) -> HttpResponse:
    refused: list[Reason] = []
    if request.method == "POST" and form.is_valid():
        try:
            if batch is None:
                kept = open_batch(request.actor, request.lsp, **form.cleaned_data)
            else:
                kept = change_batch(request.actor, batch, **form.cleaned_data)
        except Refused as found:
            refused = reasons(found.refusals)
        else:
            messages.success(request, _("Kelompok disimpan."))
            return redirect("applications:batch", request.lsp.slug, kept.pk)
    context = {"form": form, "batch": batch, "refused": refused}
    return render(request, "applications/batches/form.html", context, status=422 if request.method == "POST" else 200)


@staff_page("batch.view")
@require_safe
def batch(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One batch: how far everybody is, who may be given a slip, what goes in next."""
    record = batch_of(request, pk)
    everybody = progress.standings(record)
    stage = request.GET.get("tahap", "")
    shown = [row for row in everybody if row.stage == stage] if stage in progress.Stage.values else everybody
    words = request.GET.get("q", "").strip().lower()
    shown = [row for row in shown if words in f"{row.member.person.name} {row.member.participant_number}".lower()]
    page = page_of(request, shown, PAGE)
    manages = bool(access.roles_for("batch.manage") & request.roles)
    context = {
        "batch": record,
        "page_obj": page,
        "rows": page.object_list,
        "stages": [(each, _(each.label), n, each == stage) for each, n in progress.counted(everybody)],
        "stage": stage,
        "q": request.GET.get("q", "").strip(),
        "total": len(everybody),
        "all_chosen": request.GET.get("pilih") == "semua",
        "filtered": bool(stage or words),
        "everybody": not stage,
        "manages": manages,
        "why_slip": role_reasons("slip.issue", request.roles),
        "why_stays": _why_stays(request, record) if any(row.application for row in page.object_list) else [],
        "waiting": BatchFileDraft.objects.filter(batch=record).count(),
        "timeline": timeline_of(request.lsp.pk, subject_id=record.pk, limit=10),
    }
    return render(request, "applications/batches/batch.html", context)


def _why_stays(request: ActorRequest, record: Batch) -> list[Reason]:
    """What keeps those in the batch who have sent their application."""
    return reasons(may_remove_member(batch_facts(today(request), record.scheme_version, None, has_sent=True)))


@staff_page("batch.view")
@require_safe
def batch_csv(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Everybody of a batch for a spreadsheet, without NIK beyond its last digits."""
    record = batch_of(request, pk)
    head = [_("Nama"), _("Nomor peserta"), _("Kelas"), _("NIK berakhir"), _("Tahap"), _("Nomor permohonan")]
    rows = [
        [
            row.member.person.name,
            row.member.participant_number,
            row.member.class_name,
            row.member.person.nik[-4:],
            _(row.stage.label),
            row.application.number if row.application else "",
        ]
        for row in progress.standings(record)
    ]
    return csv_response(f"{record.title}.csv", [head, *rows])


@staff_page("batch.manage")
@require_POST
def member_remove(request: ActorRequest, pk: UUID, member: UUID) -> HttpResponse:
    """Take somebody out of a batch. A second click finds them gone."""
    record = batch_of(request, pk)
    row = BatchMember.objects.filter(pk=member, batch=record).first()
    if row is not None:
        remove_member(request.actor, row)
        messages.success(request, _("%(name)s dikeluarkan dari kelompok.") % {"name": row.person.name})
    return redirect("applications:batch", request.lsp.slug, record.pk)


# ---------------------------------------------------------------- files


@staff_page("batch.manage")
@require_http_methods(["GET", "HEAD", "POST"])
def batch_files(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Many files at once: placed by their names, the others told by hand. Names: `berkas` (uploads), and for a
    file that waits `siapa-ID` and `syarat-ID`."""
    record = batch_of(request, pk)
    refused: list[tuple[str, list[Reason]]] = []
    if request.method == "POST":
        kept: list[StoredFile] = []
        for upload in request.FILES.getlist("berkas"):
            file, verdict = keep_upload(upload, request.lsp, request.user, a_day=FILES_A_DAY)
            if file is None:
                refused.append((upload.name or "", reasons(verdict)))
            else:
                kept.append(file)
        placed, left = filing.take_files(record, kept, request.actor.person)
        placed += _told_by_hand(request, record)
        if placed:
            messages.success(
                request,
                ngettext("%(n)d berkas masuk ke draf asesi.", "%(n)d berkas masuk ke draf asesi.", placed)
                % {"n": placed},
            )
        if left:
            messages.warning(
                request,
                ngettext("%(n)d berkas perlu ditentukan.", "%(n)d berkas perlu ditentukan.", left) % {"n": left},
            )
        if not refused:
            return redirect("applications:batch_files", request.lsp.slug, record.pk)
    members = list(BatchMember.objects.filter(batch=record).select_related("person").order_by("person__name"))
    waiting = BatchFileDraft.objects.filter(batch=record).select_related("file").order_by("id")
    page = page_of(request, waiting, 25)
    context = {
        "batch": record,
        "page_obj": page,
        "members": members,
        "requirements": list(requirements_of(record.scheme_version_id)),
        "refused": refused,
    }
    return render(request, "applications/batches/files.html", context, status=422 if refused else 200)


def _told_by_hand(request: ActorRequest, record: Batch) -> int:
    placed = 0
    for key in request.POST:
        kind, dash, waiting = key.partition("-")
        member, requirement = request.POST.get(f"siapa-{waiting}"), request.POST.get(f"syarat-{waiting}")
        if kind != "siapa" or not dash or not member or not requirement:
            continue
        try:
            ids = UUID(waiting), UUID(member), UUID(requirement)
        except ValueError:
            raise Http404 from None
        placed += not filing.place_by_hand(record, *ids, request.actor.person)
    return placed


@staff_page("batch.manage")
@require_POST
def file_drop(request: ActorRequest, pk: UUID, waiting: UUID) -> HttpResponse:
    """A file that belongs to nobody here is taken out of the heap."""
    record = batch_of(request, pk)
    BatchFileDraft.objects.filter(pk=waiting, batch=record).delete()
    return redirect("applications:batch_files", request.lsp.slug, record.pk)


# ---------------------------------------------------------------- the sponsor


@staff_page("batch.follow")
@require_safe
def followed(request: ActorRequest) -> HttpResponse:
    """The batches a sponsor follows: how many are how far; by name only those who agreed to that."""
    rows = batches_of(request).filter(sponsor=request.actor.person_id)
    found = []
    for record in rows:
        everybody = progress.standings(record)
        named = [row for row in everybody if row.named]
        found.append(
            {
                "batch": record,
                "stages": [(_(each.label), n) for each, n in progress.counted(everybody) if n],
                "named": [(row.member.person.name, _(row.stage.label), row.tone) for row in named],
                "unnamed": len(everybody) - len(named),
            }
        )
    return render(request, "applications/batches/followed.html", {"found": found})
