"""FR.APL.01 parts 1 and 2: who applies, and for what."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from jamstac.applications import drafts, selectors
from jamstac.applications.batches.actions import check_data
from jamstac.applications.batches.texts import PROGRESS_CONSENT
from jamstac.applications.forms import PERSONAL, WORK, BiodataForm, PurposeForm
from jamstac.applications.models import ApplicationDraft
from jamstac.applications.selectors import BIODATA
from jamstac.applications.states import Purpose
from jamstac.applications.texts import PURPOSE_HINTS
from jamstac.applications.views.draft import (
    after,
    draft_page,
    facts_of,
    kept_answer,
    parts_of,
    render_part,
    today,
)
from jamstac.people.pages import ActorRequest
from jamstac.ui.requests import wants_fragment


@draft_page
def draft_home(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """The address of a draft as a whole: its first part that is not complete."""
    parts = parts_of(request, draft, facts_of(request, draft), "draft_home")
    return redirect(next((part.href for part in parts if part.state == "later"), parts[-1].href))


@draft_page
def biodata(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """Part 1. With htmx one field at a time, without script all at once."""
    day = today(request)
    if request.method != "POST":
        form = BiodataForm(model_to_dict(draft, BIODATA), instance=draft, day=day)
        return render_part(request, draft, "draft_biodata", _biodata(form, draft))
    with drafts.writing(request.actor.person_id, draft.pk) as working:
        drafts.keep_biodata(working, request.POST.dict())
    form = BiodataForm({**model_to_dict(working, BIODATA), **request.POST.dict()}, instance=working, day=day)
    if wants_fragment(request):
        form.is_valid()
        fields = [form[name] for name in BIODATA if name in request.POST]
        context = {"fields": fields, "nik_differs": form.nik_hint(), "swapped": True}
        return render(request, "applications/_fields.html", context)
    if not form.is_valid():
        working.refresh_from_db()
        return render_part(request, working, "draft_biodata", _biodata(form, working), status=422)
    minor = selectors.is_minor(working.birth_date, day)
    return after(request, working, "draft_guardian" if minor else "draft_scheme")


def _biodata(form: BiodataForm, draft: ApplicationDraft) -> dict[str, Any]:
    form.is_valid()
    return {
        "personal": [form[name] for name in PERSONAL],
        "work": [form[name] for name in WORK],
        "nik_differs": form.nik_hint(),
        "to_check": bool(draft.filled_by) and draft.checked_at is None,
        "progress_consent": PROGRESS_CONSENT.format(institution=draft.filled_by),
    }


@draft_page
def checked(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """The applicant says that what a school or sponsor gave is right; what is wrong they have changed above."""
    if request.method == "POST" and draft.filled_by and draft.checked_at is None:
        check_data(request.actor, request.actor.person, draft=draft, progress="kemajuan" in request.POST)
        messages.success(request, _("Terima kasih. Data Anda tercatat sudah Anda periksa."))
        return after(request, draft, "draft_scheme")
    return after(request, draft, "draft_biodata")


@draft_page
def scheme(request: ActorRequest, draft: ApplicationDraft) -> HttpResponse:
    """Part 2: the scheme, what the assessment is for, the units."""
    if request.method == "POST":
        with drafts.writing(request.actor.person_id, draft.pk) as working:
            if "tujuan" in request.POST:
                drafts.keep_purpose(working, request.POST["tujuan"], request.POST.get("lainnya", ""))
        return kept_answer() if wants_fragment(request) else after(request, working, "draft_needs")
    scope = selectors.scope_of(draft.reassessment)
    units = selectors.units_of(draft.scheme_version, scope)
    purposes = [
        (each.value, each.label, PURPOSE_HINTS[each], each.value == draft.purpose, each == Purpose.OTHER)
        for each in Purpose
    ]
    words = PurposeForm({"lainnya": draft.purpose_words})["lainnya"]
    return render_part(
        request,
        draft,
        "draft_scheme",
        {"units": units, "purposes": purposes, "limited": scope is not None, "words": words},
    )
