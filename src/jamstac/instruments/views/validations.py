"""FR.VA: writing it, reading it, signing it as a member of the team."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, cast
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.documents.forms import SigningForm
from jamstac.findings.offers import with_offers
from jamstac.instruments import rules, selectors, texts
from jamstac.instruments.actions import ValidationInput, record_validation, sign_validation, validate_tool_set
from jamstac.instruments.forms import ValidationForm
from jamstac.instruments.models import ToolSet, Validation
from jamstac.instruments.states import ToolSetState
from jamstac.instruments.validation_states import (
    BOXES,
    EVIDENCE_RULES,
    PRINCIPLES,
    Quality,
    RelevantRole,
    ValidationAspect,
    ValidationPart,
)
from jamstac.instruments.views.common import fetch, today_of, why_validate
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.ui.why import Reason, reasons

ALL = "semua"
"""The box at the end of an aspect's row: all eight of it."""


@staff_page("toolset.validate")
@require_http_methods(["GET", "HEAD", "POST"])
def validate(request: ActorRequest, pk: UUID) -> HttpResponse:
    """FR.VA before the first use (the named validator), else during or after it (`jadwal`: the event looked at)."""
    tool_set = fetch(request, pk)
    first = tool_set.state != ToolSetState.RELEASED
    people = [
        person
        for person in selectors.validators_for(request.lsp.pk, tool_set.scheme_version.scheme_id, today_of(request))
        if person.pk != request.actor.person_id
    ]
    form = ValidationForm(request.POST or None, people=people, period=not first, initial={"held_on": today_of(request)})
    signing = SigningForm(request.POST or None, account=request.user, staff=True)
    refused: list[Reason] = []
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                _act(request, tool_set, form, signing, first=first)
            except Refused as error:
                refused, status = with_offers(request, reasons(error.refusals), tool_set), 409
            else:
                messages.success(request, _("Validasi ditandatangani."))
                return redirect("instruments:tool_set", request.lsp.slug, pk)
    context = {
        "tool_set": tool_set,
        "form": form,
        "signing": signing,
        "sentence": texts.VALIDATOR if first else texts.MEMBER,
        "parts": _parts(request, form),
        "aspects": _aspects(request),
        "qualities": (
            [(each.value, each.label) for each in EVIDENCE_RULES],
            [(each.value, each.label) for each in PRINCIPLES],
        ),
        "why": why_validate(request, tool_set, first=first),
        "refused": refused,
        "first": first,
        "event": request.GET.get("jadwal", ""),
    }
    return render(request, "instruments/validate.html", context, status=status)


def _act(request: ActorRequest, tool_set: ToolSet, form: ValidationForm, signing: SigningForm, *, first: bool) -> None:
    given = cast(ValidationInput, {**form.written(), "boxes": _boxes(request), "ticks": _ticks(request)})
    if first:
        validate_tool_set(request.actor, tool_set, validation=given, statement=signing.statement(texts.VALIDATOR))
        return
    record_validation(
        request.actor,
        tool_set,
        validation=given,
        period=form.cleaned_data["period"],
        statement=signing.statement(texts.MEMBER),
        event_id=_event(request.POST.get("jadwal", "")),
    )


def _event(value: str) -> UUID | None:
    try:
        return UUID(value) if value else None
    except ValueError as error:
        raise Http404 from error


def _boxes(request: ActorRequest) -> dict[str, list[str]]:
    return {
        part: [box for box in request.POST.getlist(f"kotak-{part}") if box in boxes] for part, boxes in BOXES.items()
    }


def _ticks(request: ActorRequest) -> dict[str, list[str]]:
    given = {aspect: request.POST.getlist(f"aspek-{aspect}") for aspect in ValidationAspect.values}
    return {
        aspect: [each for each in Quality.values if each in ticked or ALL in ticked] for aspect, ticked in given.items()
    }


def _parts(request: ActorRequest, form: ValidationForm) -> list[dict[str, Any]]:
    """The lists of boxes; a first validation starts with what it always looks at."""
    ticked = _boxes(request) if request.method == "POST" else defaultdict(list)
    if request.method != "POST":
        ticked[ValidationPart.REFERENCE] = ["standard", "scheme"]
        ticked[ValidationPart.DOCUMENT] = ["tools"]
        ticked[ValidationPart.PURPOSE] = ["assurance", "tools"]
    return [
        {
            "name": f"kotak-{part.value}",
            "label": part.label,
            "boxes": [(box, words, box in ticked[part.value]) for box, words in BOXES[part].items()],
            "other": form[f"other_{part.value}"] if f"other_{part.value}" in form.fields else None,
        }
        for part in ValidationPart
    ]


def _aspects(request: ActorRequest) -> list[dict[str, Any]]:
    ticked = _ticks(request) if request.method == "POST" else {}
    return [
        {
            "name": f"aspek-{aspect.value}",
            "label": aspect.label,
            "boxes": [
                (each.value, each.label, each.value in ticked.get(aspect.value, ()))
                for each in (*EVIDENCE_RULES, *PRINCIPLES)
            ],
        }
        for aspect in ValidationAspect
    ]


def _fetch(request: ActorRequest, pk: UUID) -> Validation:
    rows = Validation.objects.filter(body=request.lsp).select_related("tool_set__scheme_version__scheme")
    return get_object_or_404(rows, pk=pk)


@staff_page("toolset.view")
@require_safe
def validation(request: ActorRequest, pk: UUID) -> HttpResponse:
    return _page(request, _fetch(request, pk))


def _page(
    request: ActorRequest, found: Validation, *, signing: SigningForm | None = None, refused: list[Reason] | None = None
) -> HttpResponse:
    members = list(found.members.select_related("person"))
    facts = selectors.countersigning_facts(found, request.actor.person_id)
    ticked = {(row.aspect, row.quality) for row in found.ticks.all()}

    def labels(aspect: ValidationAspect, qualities: Iterable[Quality]) -> str:
        return ", ".join(str(each.label) for each in qualities if (aspect.value, each.value) in ticked)

    context = {
        "validation": found,
        "tool_set": found.tool_set,
        "members": members,
        "witnesses": [(RelevantRole(row.role).label, row.name, row.outcome) for row in found.witnesses.all()],
        "findings": found.findings.all(),
        "improvements": found.improvements.all(),
        "aspects": [(each.label, labels(each, EVIDENCE_RULES), labels(each, PRINCIPLES)) for each in ValidationAspect],
        "member": any(row.person_id == request.actor.person_id and row.signed_at is None for row in members),
        "signing": signing or SigningForm(account=request.user, staff=True),
        "sentence": texts.MEMBER,
        "why": role_reasons("toolset.validate", request.roles) or reasons(rules.may_countersign(facts)),
        "refused": refused or [],
        "timeline": timeline_of(request.lsp.pk, subject_id=found.pk),
    }
    return render(request, "instruments/validation.html", context, status=409 if refused else 200)


@staff_page("toolset.validate")
@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: ActorRequest, pk: UUID) -> HttpResponse:
    found = _fetch(request, pk)
    here = redirect("instruments:validation", request.lsp.slug, pk)
    if request.method != "POST":
        return here
    signing = SigningForm(request.POST, account=request.user, staff=True)
    try:
        sign_validation(request.actor, found, statement=signing.statement(texts.MEMBER))
    except Refused as refused:
        return _page(request, _fetch(request, pk), signing=signing, refused=reasons(refused.refusals))
    messages.success(request, _("Validasi ditandatangani."))
    return here
