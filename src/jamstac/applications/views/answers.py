"""FR.APL.02: K or BK per element, with evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.forms.boundfield import BoundField
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from jamstac.applications import drafts, selectors
from jamstac.applications.forms import ProofForm
from jamstac.applications.models import ApplicationDraft, DraftEvidence
from jamstac.applications.states import Answer
from jamstac.applications.views.draft import after, draft_page, render_part
from jamstac.applications.views.evidence import keep_uploads
from jamstac.documents.models import StoredFile
from jamstac.documents.uploads import sent_files
from jamstac.people.pages import ActorRequest
from jamstac.schemes.selectors import structure
from jamstac.ui.requests import uuid_or_404, wants_fragment
from jamstac.ui.why import Reason, reasons


@dataclass
class Question:
    """One element of FR.APL.02 as the page asks it."""

    element: Any
    criteria: list[Any]
    answer: str
    text: str
    files: list[DraftEvidence]
    choices: list[tuple[DraftEvidence, bool]]
    errors: list[Reason]
    fresh: bool = False
    """A file was uploaded for it just now."""

    @property
    def title(self) -> str:
        """As the question goes on: a small first letter, unless an abbreviation begins it."""
        text: str = self.element.title
        return text if text[1:2].isupper() else text[:1].lower() + text[1:]

    @property
    def open(self) -> bool:
        """The files are unfolded where they are asked for."""
        return self.fresh or self.unproven or bool(self.errors)

    @property
    def proof(self) -> BoundField:
        return ProofForm({f"bukti-{self.element.pk}": self.text}, prefix=str(self.element.pk))["bukti"]

    @property
    def unproven(self) -> bool:
        """K without evidence: worth a word, no reason to refuse."""
        return self.answer == Answer.COMPETENT and not self.text.strip() and not self.files


@dataclass
class UnitQuestions:
    unit: Any
    questions: list[Question]
    open: bool = False

    @property
    def total(self) -> int:
        return len(self.questions)

    @property
    def done(self) -> int:
        return sum(bool(each.answer) for each in self.questions)


def questions_of(draft: ApplicationDraft, errors: dict[UUID, list[Reason]]) -> list[UnitQuestions]:
    answers = selectors.answers_of(draft)
    files = selectors.draft_evidence(draft)
    units = []
    scope = selectors.scope_of(draft.reassessment)
    for tree in structure(draft.scheme_version):
        if scope is not None and tree.unit.pk not in scope:
            continue
        questions = []
        for each in tree.elements:
            row = answers.get(each.element.pk)
            shown = list(row.files.all()) if row else []
            chosen = {file.pk for file in shown}
            questions.append(
                Question(
                    element=each.element,
                    criteria=list(each.criteria),
                    answer=row.answer if row else "",
                    text=row.evidence_text if row else "",
                    files=shown,
                    choices=[(file, file.pk in chosen) for file in files],
                    errors=errors.get(each.element.pk, []),
                )
            )
        units.append(UnitQuestions(tree.unit, questions))
    return units


def _answers_context(units: list[UnitQuestions]) -> dict[str, Any]:
    total = sum(unit.total for unit in units)
    done = sum(unit.done for unit in units)
    first = next((unit for unit in units if unit.done < unit.total), None)
    if first is not None:
        first.open = True
    return {
        "units": units,
        "total": total,
        "done": done,
        "answer_options": [(Answer.COMPETENT, _("Kompeten")), (Answer.NOT_YET, _("Belum kompeten"))],
    }


def _posted(request: ActorRequest) -> dict[UUID, dict[str, Any]]:
    """What came along, by element. Names: `jawaban-ID`, `bukti-ID`, `pakai-ID` (files; `pakai_ada-ID` says the
    list came along, even when nothing is ticked), `berkas-ID` (uploads)."""
    found: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for key in request.POST:
        kind, _dash, pk = key.partition("-")
        if kind in ("jawaban", "bukti"):
            found[uuid_or_404(pk)][kind] = request.POST[key]
        elif kind == "pakai_ada":
            found[uuid_or_404(pk)]["pakai"] = {uuid_or_404(each) for each in request.POST.getlist(f"pakai-{pk}")}
    files = sent_files(request, request.lsp, request.user)
    for key in files:
        kind, _dash, pk = key.partition("-")
        if kind == "berkas":
            found[uuid_or_404(pk)]["berkas"] = files.getlist(key)
    return found


@draft_page
def answers(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """FR.APL.02: K or BK per element, with evidence. With htmx one element at a time."""
    if request.method != "POST":
        return render_part(request, draft, "draft_answers", _answers_context(questions_of(draft, {})))
    posted = _posted(request)
    errors: dict[UUID, list[Reason]] = {}
    kept: dict[UUID, list[StoredFile]] = {}
    for pk, came in posted.items():
        kept[pk], refused = keep_uploads(request, came.get("berkas", []))
        if not refused:
            errors[pk] = reasons(refused)
    with drafts.writing(request.actor.person_id, draft.pk) as working:
        for pk, came in posted.items():
            row = drafts.keep_answer(working, pk, answer=came.get("jawaban"), text=came.get("bukti"))
            if "pakai" in came:
                row = drafts.show_for_element(working, pk, came["pakai"])
            for file in kept[pk]:
                row.files.add(drafts.add_file(working, file, None))
    context = _answers_context(questions_of(working, errors))
    if wants_fragment(request):
        touched = [unit for unit in context["units"] if any(each.element.pk in posted for each in unit.questions)]
        shown = [each for unit in touched for each in unit.questions if each.element.pk in posted]
        uploaded = any(came.get("berkas") for came in posted.values())
        for each in shown:
            each.fresh = uploaded
        context |= {"touched": touched, "shown": shown, "uploaded": uploaded, "swapped": True}
        return render(request, "applications/_answers_kept.html", context)
    if errors:
        for unit in context["units"]:
            unit.open = unit.open or any(each.errors for each in unit.questions)
        return render_part(request, working, "draft_answers", context, status=422)
    return after(request, working, "draft_send" if "lanjut" in request.POST else "draft_answers")
