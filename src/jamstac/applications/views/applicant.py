"""Pages of the applicant up to the sending. Every part saves by itself; every POST also works without script."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.forms.boundfield import BoundField
from django.forms.models import model_to_dict
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jamstac.applications import drafts, selectors, texts
from jamstac.applications.actions import resubmit_application, submit_application
from jamstac.applications.facts import SubmissionFacts
from jamstac.applications.forms import PERSONAL, WORK, BiodataForm, ProofForm
from jamstac.applications.models import ApplicationDraft, DraftEvidence
from jamstac.applications.rules import may_edit, may_submit
from jamstac.applications.selectors import BIODATA, Shown
from jamstac.applications.states import TRANSITIONS, Answer, EvidenceState, Purpose
from jamstac.documents.files import keep_upload
from jamstac.documents.forms import SigningForm
from jamstac.documents.models import StoredFile
from jamstac.fees.selectors import open_versions, price_on
from jamstac.kernel.verdicts import Verdict
from jamstac.ledger.door import Refused
from jamstac.people.pages import ActorRequest, self_page
from jamstac.schemes.models import Requirement, SchemeUnit, SchemeVersion
from jamstac.schemes.selectors import requirements, structure
from jamstac.schemes.states import RequirementKind
from jamstac.ui.why import Reason, reasons

P = ParamSpec("P")

UPLOAD = "berkas"


def today(request: ActorRequest) -> Any:
    return timezone.localdate(timezone=request.lsp.zone)


# ---------------------------------------------------------------- choosing a scheme


@dataclass(frozen=True)
class Offer:
    """A scheme that takes applications, as its card shows it."""

    version: SchemeVersion
    price: int | None
    units: int
    basic: list[list[Requirement]]
    administrative: list[Requirement]
    draft: ApplicationDraft | None

    @property
    def finished(self) -> bool:
        """An earlier application for it is closed: a new one may start."""
        application = self.draft.application if self.draft else None
        return application is not None and not TRANSITIONS[application.state]


def _offers(request: ActorRequest) -> list[Offer]:
    """Six queries, however many schemes."""
    if not request.lsp.open_for_applications:
        return []
    found = open_versions(request.lsp.pk, today(request))
    ids = [each.version.pk for each in found]
    units = Counter(SchemeUnit.objects.filter(version__in=ids).values_list("version_id", flat=True))
    asked: dict[UUID, list[Requirement]] = defaultdict(list)
    for row in Requirement.objects.filter(version__in=ids).order_by("alternative", "position"):
        asked[row.version_id].append(row)
    own = {row.scheme_version_id: row for row in selectors.drafts_of(request.actor.person_id)}
    offers = []
    for each in found:
        basic: dict[int, list[Requirement]] = defaultdict(list)
        for row in asked[each.version.pk]:
            if row.kind == RequirementKind.BASIC:
                basic[row.alternative].append(row)
        offers.append(
            Offer(
                version=each.version,
                price=each.price.amount if each.price else None,
                units=units[each.version.pk],
                basic=list(basic.values()),
                administrative=[row for row in asked[each.version.pk] if row.kind == RequirementKind.ADMINISTRATIVE],
                draft=own.get(each.version.pk),
            )
        )
    return offers


@self_page("application.self")
def open_schemes(request: ActorRequest) -> HttpResponse:
    return render(request, "applications/schemes.html", {"offers": _offers(request)})


@require_POST
@self_page("application.self")
def start(request: ActorRequest, version: UUID) -> HttpResponse:
    """Begin, or continue, the draft for a scheme. A second click finds the same draft."""
    chosen = get_object_or_404(SchemeVersion, pk=version, body=request.lsp)
    if chosen.pk not in {offer.version.pk for offer in _offers(request)}:
        messages.warning(request, _("Skema ini sedang tidak menerima permohonan."))
        return redirect("applications:schemes", request.lsp.slug)
    draft = drafts.start(request.actor.person, chosen)
    return redirect("applications:draft_biodata", request.lsp.slug, draft.pk)


# ---------------------------------------------------------------- the parts of a draft


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
    if _is_htmx(request):
        return HttpResponse(headers={"HX-Redirect": target})
    return redirect(target)


def _is_htmx(request: ActorRequest) -> bool:
    return bool(getattr(request, "htmx", False))


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


_HOMES = {
    "application.identity_missing": "draft_biodata",
    "application.nik_invalid": "draft_biodata",
    "application.nik_of_other": "draft_biodata",
    "application.birth_date_impossible": "draft_biodata",
    "application.contact_invalid": "draft_biodata",
    "application.purpose_missing": "draft_scheme",
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
        each.at(reverse(f"applications:{_HOMES[each.code]}", args=[request.lsp.slug, draft.pk]))
        if each.code in _HOMES
        else each
        for each in found
    ]


def _facts(request: ActorRequest, draft: ApplicationDraft, *, signed: bool = True) -> SubmissionFacts:
    return selectors.submission_facts(draft, request.lsp, today(request), signed=signed)


def _parts(request: ActorRequest, draft: ApplicationDraft, facts: SubmissionFacts, current: str) -> list[Part]:
    identity = not (facts.identity_missing or facts.contact_invalid or facts.nik_of_other)
    shown = facts.basic_is_complete and not facts.administrative_missing
    answered = facts.elements - facts.elements_open
    rows = [
        (
            "draft_biodata",
            _("Data pemohon"),
            identity and facts.nik_is_valid and facts.birth_date_is_possible,
            _("lengkap"),
            _("belum lengkap"),
        ),
        (
            "draft_scheme",
            _("Data sertifikasi"),
            facts.purpose_given,
            draft.scheme_version.scheme.title,
            _("tujuan belum dipilih"),
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


def _render(
    request: ActorRequest,
    draft: ApplicationDraft,
    name: str,
    context: dict[str, Any],
    *,
    facts: SubmissionFacts | None = None,
    status: int = 200,
) -> HttpResponse:
    facts = facts or _facts(request, draft)
    parts = _parts(request, draft, facts, name)
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


def _kept() -> HttpResponse:
    """The answer to an autosave that changes nothing else on the page."""
    return HttpResponse(status=204)


def _after(request: ActorRequest, draft: ApplicationDraft, name: str) -> HttpResponse:
    return redirect(f"applications:{name}", request.lsp.slug, draft.pk)


@draft_page
def draft_home(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """The address of a draft as a whole: its first part that is not complete."""
    parts = _parts(request, draft, _facts(request, draft), "draft_home")
    return redirect(next((part.href for part in parts if part.state == "later"), parts[-1].href))


@draft_page
def biodata(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """Part 1. With htmx one field at a time, without script all at once."""
    day = today(request)
    if request.method != "POST":
        form = BiodataForm(model_to_dict(draft, BIODATA), instance=draft, day=day)
        return _render(request, draft, "draft_biodata", _biodata(form))
    with drafts.writing(request.actor.person_id, draft.pk) as working:
        drafts.keep_biodata(working, request.POST.dict())
    form = BiodataForm({**model_to_dict(working, BIODATA), **request.POST.dict()}, instance=working, day=day)
    if _is_htmx(request):
        form.is_valid()
        fields = [form[name] for name in BIODATA if name in request.POST]
        context = {"fields": fields, "nik_differs": form.nik_hint(), "swapped": True}
        return render(request, "applications/_fields.html", context)
    if not form.is_valid():
        working.refresh_from_db()
        return _render(request, working, "draft_biodata", _biodata(form), status=422)
    return _after(request, working, "draft_scheme")


def _biodata(form: BiodataForm) -> dict[str, Any]:
    form.is_valid()
    return {
        "personal": [form[name] for name in PERSONAL],
        "work": [form[name] for name in WORK],
        "nik_differs": form.nik_hint(),
    }


@draft_page
def scheme(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """Part 2: the scheme, what the assessment is for, the units."""
    if request.method == "POST":
        with drafts.writing(request.actor.person_id, draft.pk) as working:
            if "tujuan" in request.POST:
                drafts.keep_purpose(working, request.POST["tujuan"])
        return _kept() if _is_htmx(request) else _after(request, working, "draft_evidence")
    units = selectors.units_of(draft.scheme_version)
    purposes = [(value, name, value == draft.purpose) for value, name in Purpose.choices]
    return _render(request, draft, "draft_scheme", {"units": units, "purposes": purposes})


# ---------------------------------------------------------------- files


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
    return _render(request, draft, "draft_evidence", _items(draft, {}))


def _keep(request: ActorRequest, uploads: list[UploadedFile[Any]]) -> tuple[list[StoredFile], Verdict]:
    """Store each upload that can be evidence: (stored files, why the others cannot)."""
    kept, refused = [], Verdict()
    for upload in uploads:
        file, verdict = keep_upload(upload, request.lsp, request.user)
        refused &= verdict
        if file is not None:
            kept.append(file)
    return kept, refused


@draft_page
def upload(request: ActorRequest, draft: ApplicationDraft, requirement: UUID) -> HttpResponse:
    """Files for one requirement. What cannot be evidence is refused next to it; the rest is kept."""
    if request.method != "POST":
        return _after(request, draft, "draft_evidence")
    asked = drafts.requirement_of(draft, requirement)
    uploads = request.FILES.getlist(UPLOAD)
    kept, refused = _keep(request, uploads)
    with drafts.writing(request.actor.person_id, draft.pk) as working:
        for file in kept:
            drafts.add_file(working, file, asked)
    if not refused:
        status = 200 if _is_htmx(request) else 422
        return _render(request, working, "draft_evidence", _items(working, {asked.pk: reasons(refused)}), status=status)
    if _is_htmx(request):
        return _render(request, working, "draft_evidence", _items(working, {}))
    return _after(request, working, "draft_evidence")


@draft_page
def remove(request: ActorRequest, draft: ApplicationDraft, evidence: UUID) -> HttpResponse:
    """Take a file out, from part 3 or from the self-assessment. A second click finds it gone already."""
    back = "draft_answers" if request.POST.get("dari") == "jawaban" else "draft_evidence"
    if request.method == "POST":
        with drafts.writing(request.actor.person_id, draft.pk) as working:
            drafts.remove_file(working, evidence)
    return _after(request, draft, back)


# ---------------------------------------------------------------- FR.APL.02


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


def _questions(draft: ApplicationDraft, errors: dict[UUID, list[Reason]]) -> list[UnitQuestions]:
    answers = selectors.answers_of(draft)
    files = selectors.draft_evidence(draft)
    units = []
    for tree in structure(draft.scheme_version):
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


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Http404 from None


def _posted(request: ActorRequest) -> dict[UUID, dict[str, Any]]:
    """What came along, by element. Names: `jawaban-ID`, `bukti-ID`, `pakai-ID` (files; `pakai_ada-ID` says the
    list came along, even when nothing is ticked), `berkas-ID` (uploads)."""
    found: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for key in request.POST:
        kind, _dash, pk = key.partition("-")
        if kind in ("jawaban", "bukti"):
            found[_uuid(pk)][kind] = request.POST[key]
        elif kind == "pakai_ada":
            found[_uuid(pk)]["pakai"] = {_uuid(each) for each in request.POST.getlist(f"pakai-{pk}")}
    for key in request.FILES:
        kind, _dash, pk = key.partition("-")
        if kind == "berkas":
            found[_uuid(pk)]["berkas"] = request.FILES.getlist(key)
    return found


@draft_page
def answers(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """FR.APL.02: K or BK per element, with evidence. With htmx one element at a time."""
    if request.method != "POST":
        return _render(request, draft, "draft_answers", _answers_context(_questions(draft, {})))
    posted = _posted(request)
    errors: dict[UUID, list[Reason]] = {}
    kept: dict[UUID, list[StoredFile]] = {}
    for pk, came in posted.items():
        kept[pk], refused = _keep(request, came.get("berkas", []))
        if not refused:
            errors[pk] = reasons(refused)
    with drafts.writing(request.actor.person_id, draft.pk) as working:
        for pk, came in posted.items():
            row = drafts.keep_answer(working, pk, answer=came.get("jawaban"), text=came.get("bukti"))
            if "pakai" in came:
                row = drafts.show_for_element(working, pk, came["pakai"])
            for file in kept[pk]:
                row.files.add(drafts.add_file(working, file, None))
    context = _answers_context(_questions(working, errors))
    if _is_htmx(request):
        touched = [unit for unit in context["units"] if any(each.element.pk in posted for each in unit.questions)]
        shown = [each for unit in touched for each in unit.questions if each.element.pk in posted]
        for each in shown:
            each.fresh = bool(request.FILES)
        context |= {"touched": touched, "shown": shown, "uploaded": bool(request.FILES), "swapped": True}
        return render(request, "applications/_answers_kept.html", context)
    if errors:
        for unit in context["units"]:
            unit.open = unit.open or any(each.errors for each in unit.questions)
        return _render(request, working, "draft_answers", context, status=422)
    return _after(request, working, "draft_send" if "lanjut" in request.POST else "draft_answers")


# ---------------------------------------------------------------- sending


@draft_page
def accept(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """Autosave of the three acceptances."""
    if request.method == "POST":
        with drafts.writing(request.actor.person_id, draft.pk) as working:
            _keep_acceptance(request, working)
        if _is_htmx(request):
            return _kept()
    return _after(request, draft, "draft_send")


def _keep_acceptance(request: ActorRequest, working: ApplicationDraft) -> None:
    price = request.POST.get("biaya", "")
    drafts.keep_acceptance(
        working,
        information="informasi" in request.POST,
        consent="data" in request.POST,
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
    facts = _facts(request, draft)
    found = [each for each in reasons(may_submit(facts)) if _HOMES.get(each.code) != "draft_send"]
    price = price_on(draft.scheme_version.scheme_id, today(request))
    amount = price.amount if price else None
    units = _questions(draft, {})
    questions = [each for unit in units for each in unit.questions]
    context = {
        "refused": linked(request, draft, refused or []),
        "blocking": linked(request, draft, found),
        "information": texts.INFORMATION,
        "signing": signing,
        "statement": texts.STATEMENT,
        "consents": list(texts.CONSENTS.values()),
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
    return _render(request, draft, "draft_send", context, facts=facts, status=status)
