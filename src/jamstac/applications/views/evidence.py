"""FR.APL.01 part 3: what the scheme asks to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.translation import gettext as _

from jamstac.applications import drafts, selectors
from jamstac.applications.models import ApplicationDraft, DraftEvidence
from jamstac.applications.selectors import Shown
from jamstac.applications.states import EvidenceState
from jamstac.applications.views.draft import UPLOAD, after, draft_page, render_part
from jamstac.documents.files import keep_upload
from jamstac.documents.models import StoredFile
from jamstac.documents.uploads import sent_files
from jamstac.kernel.verdicts import Verdict
from jamstac.people.pages import ActorRequest
from jamstac.schemes.models import Requirement
from jamstac.ui.requests import wants_fragment
from jamstac.ui.why import Reason, reasons


@dataclass
class Item:
    """One requirement on the page: its status in shape, word and tone, and why an upload was refused."""

    shown: Shown[DraftEvidence]
    errors: list[Reason]
    needed: bool = True

    @property
    def requirement(self) -> Requirement:
        return self.shown.requirement

    @property
    def rows(self) -> list[DraftEvidence]:
        return self.shown.files

    @property
    def is_shown(self) -> bool:
        return any(selectors.usable(row) for row in self.rows)

    @property
    def status(self) -> tuple[str, str, str]:
        """Tone, shape, word."""
        states = {row.review_state for row in self.rows}
        if not self.rows:
            return ("idle", "ring", _("Belum ada")) if self.needed else ("idle", "ring", _("Tidak diperlukan lagi"))
        if not self.is_shown:
            return "warn", "warn", _("Perlu diganti")
        if EvidenceState.MET in states:
            return "ok", "tick", _("Diterima")
        return "ok", "tick", _("Ada")


def _items(draft: ApplicationDraft, errors: dict[UUID, list[Reason]]) -> dict[str, Any]:
    plan = selectors.plan_of(draft.scheme_version_id, selectors.draft_evidence(draft))
    met = not selectors.basic_missing(plan)

    def item(shown: Shown[DraftEvidence], needed: bool) -> Item:
        return Item(shown, errors.get(shown.requirement.pk, []), needed)

    alternatives = [[item(each, not met) for each in alternative.items] for alternative in plan.alternatives]
    administrative = [item(each, True) for each in plan.administrative]
    return {
        "alternatives": alternatives,
        "basic_met": met,
        "administrative": administrative,
        "administrative_ready": sum(each.is_shown for each in administrative),
        "upload_name": UPLOAD,
    }


@draft_page
def evidence(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """Part 3: what the scheme asks to be shown."""
    return render_part(request, draft, "draft_evidence", _items(draft, {}))


def keep_uploads(request: ActorRequest, uploads: list[UploadedFile[Any]]) -> tuple[list[StoredFile], Verdict]:
    """Store each upload that can be evidence: (stored files, why the others cannot)."""
    kept, refused = [], Verdict()
    for upload in uploads:
        file, verdict = keep_upload(upload, request.lsp, request.user, with_video=True)
        refused &= verdict
        if file is not None:
            kept.append(file)
    return kept, refused


@draft_page
def upload(request: ActorRequest, draft: ApplicationDraft, requirement: UUID) -> HttpResponse:
    """Files for one requirement. What cannot be evidence is refused next to it; the rest is kept."""
    if request.method != "POST":
        return after(request, draft, "draft_evidence")
    asked = drafts.requirement_of(draft, requirement)
    uploads = sent_files(request, request.lsp, request.user).getlist(UPLOAD)
    kept, refused = keep_uploads(request, uploads)
    with drafts.writing(request.actor.person_id, draft.pk) as working:
        for file in kept:
            drafts.add_file(working, file, asked)
    if not refused:
        status = 200 if wants_fragment(request) else 422
        return render_part(
            request, working, "draft_evidence", _items(working, {asked.pk: reasons(refused)}), status=status
        )
    if wants_fragment(request):
        return render_part(request, working, "draft_evidence", _items(working, {}))
    return after(request, working, "draft_evidence")


@draft_page
def remove(request: ActorRequest, draft: ApplicationDraft, evidence: UUID) -> HttpResponse:
    """Take a file out, from part 3 or from the self-assessment. A second click finds it gone already."""
    back = "draft_answers" if request.POST.get("dari") == "jawaban" else "draft_evidence"
    if request.method == "POST":
        with drafts.writing(request.actor.person_id, draft.pk) as working:
            drafts.remove_file(working, evidence)
    return after(request, draft, back)
