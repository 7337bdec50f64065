"""FR.APL.01 parts 1 and 2: who applies, and for what."""

from __future__ import annotations

from typing import Any

from django.forms.models import model_to_dict
from django.http import HttpResponse
from django.shortcuts import redirect, render

from jamstac.applications import drafts, selectors
from jamstac.applications.forms import PERSONAL, WORK, BiodataForm
from jamstac.applications.models import ApplicationDraft
from jamstac.applications.selectors import BIODATA
from jamstac.applications.states import Purpose
from jamstac.applications.views.draft import (
    after,
    draft_page,
    facts_of,
    is_htmx,
    kept_answer,
    parts_of,
    render_part,
    today,
)
from jamstac.people.pages import ActorRequest


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
        return render_part(request, draft, "draft_biodata", _biodata(form))
    with drafts.writing(request.actor.person_id, draft.pk) as working:
        drafts.keep_biodata(working, request.POST.dict())
    form = BiodataForm({**model_to_dict(working, BIODATA), **request.POST.dict()}, instance=working, day=day)
    if is_htmx(request):
        form.is_valid()
        fields = [form[name] for name in BIODATA if name in request.POST]
        context = {"fields": fields, "nik_differs": form.nik_hint(), "swapped": True}
        return render(request, "applications/_fields.html", context)
    if not form.is_valid():
        working.refresh_from_db()
        return render_part(request, working, "draft_biodata", _biodata(form), status=422)
    return after(request, working, "draft_scheme")


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
        return kept_answer() if is_htmx(request) else after(request, working, "draft_evidence")
    units = selectors.units_of(draft.scheme_version)
    purposes = [(value, name, value == draft.purpose) for value, name in Purpose.choices]
    return render_part(request, draft, "draft_scheme", {"units": units, "purposes": purposes})
