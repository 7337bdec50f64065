"""Guided setup: schemes from a file to in force, with requirements, price and standard."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from jamstac.fees.actions import set_price
from jamstac.fees.selectors import price_on
from jamstac.ledger.selectors import timeline_of
from jamstac.licensing.selectors import scope_facts
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.portal.attempts import Outcome, Why, attempt, why_of
from jamstac.portal.setup_forms import (
    ApproveForm,
    PriceForm,
    RequirementsForm,
    SchemeDraftForm,
    SchemeFileForm,
    StandardForm,
)
from jamstac.schemes import rules
from jamstac.schemes.actions import RequirementInput, approve_scheme, change_scheme_draft, load_scheme
from jamstac.schemes.loading import Unreadable, read
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import approval_facts, in_force, requirements, structure
from jamstac.schemes.states import RequirementKind
from jamstac.standards.actions import change_standard
from jamstac.ui.why import reasons

FILE_LIMIT = 2 * 1024 * 1024


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def schemes(request: ActorRequest) -> HttpResponse:
    """Every scheme with its state, and the upload of a scheme file."""
    body, outcome = request.lsp, Outcome(False)
    form = SchemeFileForm(request.POST or None, request.FILES or None)
    slips: list[str] = []
    if request.method == "POST":
        outcome = attempt(form, lambda data: _load(request, form, data["file"], slips))
        if outcome.done and outcome.result is not None:
            messages.success(request, _("Skema dimuat sebagai rancangan. Lengkapi, lalu sahkan."))
            for slip in slips[:10]:
                messages.warning(request, slip)
            if len(slips) > 10:
                messages.warning(request, _("… dan %(n)d kejanggalan lain.") % {"n": len(slips) - 10})
            return redirect("portal:setup-scheme", body.slug, outcome.result.pk)
    versions = SchemeVersion.objects.filter(body=body).select_related("scheme", "standard")
    day = timezone.localdate(timezone=body.zone)
    context = {
        "form": form,
        "rows": [(row, in_force(row, day)) for row in versions.order_by("scheme__title", "-version")],
        "why": why_of(request, "scheme.draft", outcome),
    }
    return render(request, "portal/setup/schemes.html", context, status=422 if request.method == "POST" else 200)


def _load(request: ActorRequest, form: forms.BaseForm, file: Any, slips: list[str]) -> SchemeVersion | None:
    data = file.read(FILE_LIMIT + 1)
    if len(data) > FILE_LIMIT:
        form.add_error("file", _("Berkas lebih besar dari 2 MB. Berkas skema biasanya kurang dari 200 KB."))
        return None
    try:
        content = read(data)
    except Unreadable as error:
        form.add_error("file", str(error))
        return None
    slips += [f"{slip.place}: {slip.sentence}" for slip in content.slips]
    return load_scheme(request.actor, request.lsp, content=content.content)


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def scheme(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One scheme version: facts, what it still lacks, and the forms that fill it. Each form posts its own `act`."""
    version = get_object_or_404(SchemeVersion.objects.select_related("scheme", "standard"), pk=pk, body=request.lsp)
    day = timezone.localdate(timezone=request.lsp.zone)
    act, outcome = request.POST.get("act", ""), Outcome(False)
    filled = _forms(request, version, day, act)
    if request.method == "POST" and act in filled:
        outcome = attempt(filled[act], _door(request, version, act))
        if outcome.done:
            messages.success(request, _("Tercatat."))
            return redirect("portal:setup-scheme", request.lsp.slug, version.pk)
        version = get_object_or_404(SchemeVersion.objects.select_related("scheme", "standard"), pk=pk)
    context = {
        "version": version,
        "forms": filled,
        "why": _why(request, version, day, act, outcome),
        "in_force": in_force(version, day),
        "scope": scope_facts(request.lsp.pk, version.scheme_id, day),
        "price": price_on(version.scheme_id, day),
        "units": structure(version),
        "requirements": requirements(version),
        "timeline": timeline_of(request.lsp.pk, subject_id=version.pk, limit=10),
    }
    return render(request, "portal/setup/scheme.html", context, status=422 if request.method == "POST" else 200)


def _forms(request: ActorRequest, version: SchemeVersion, day: date, act: str) -> dict[str, forms.BaseForm]:
    def typed(name: str) -> Any:
        return request.POST if act == name else None

    return {
        "draft": SchemeDraftForm(
            typed("draft"),
            instance=version,
            initial={"title_en": version.scheme.title_en, "kind": version.scheme.kind},
            auto_id="skema_%s",
        ),
        "standard": StandardForm(typed("standard"), instance=version.standard, auto_id="standar_%s"),
        "requirements": RequirementsForm(typed("requirements"), initial=_written(version), auto_id="syarat_%s"),
        "approve": ApproveForm(typed("approve"), initial={"valid_from": day}, auto_id="sah_%s"),
        "price": PriceForm(typed("price"), initial={"valid_from": day}, auto_id="biaya_%s"),
    }


def _door(request: ActorRequest, version: SchemeVersion, act: str) -> Callable[[dict[str, Any]], Any]:
    actor = request.actor
    doors: dict[str, Callable[[dict[str, Any]], Any]] = {
        "draft": lambda data: change_scheme_draft(actor, version, **data),
        "standard": lambda data: change_standard(actor, version.standard, **data),
        "requirements": lambda data: change_scheme_draft(actor, version, requirements=_rows(data)),
        "approve": lambda data: approve_scheme(actor, version, **data),
        "price": lambda data: set_price(actor, request.lsp, scheme=version.scheme, **data),
    }
    return doors[act]


_PERMISSIONS = {
    "draft": "scheme.draft",
    "standard": "standard.enter",
    "requirements": "scheme.draft",
    "approve": "scheme.approve",
    "price": "price.set",
}


def _why(request: ActorRequest, version: SchemeVersion, day: date, act: str, outcome: Outcome) -> dict[str, Why]:
    """Per form: what stops it. Approval says beforehand what its rules will say."""
    why = {
        name: why_of(request, permission, outcome if name == act else None) for name, permission in _PERMISSIONS.items()
    }
    if version.approved_at is None:
        missing = reasons(rules.may_approve_scheme(approval_facts(version, day=day, valid_from=day)))
        why["approve"] = Why(why["approve"].blocked + missing, why["approve"].refused)
    return why


def _written(version: SchemeVersion) -> dict[str, str]:
    """The requirements as lines, the way the form wants them back."""
    tree = requirements(version)
    return {
        "basic": "\n\n".join("\n".join(row.text for row in group) for group in tree.basic),
        "administrative": "\n".join(row.text for row in tree.administrative),
    }


def _rows(data: dict[str, Any]) -> list[RequirementInput]:
    rows: list[RequirementInput] = []
    for alternative, group in enumerate(_groups(data["basic"]), start=1):
        rows += [{"kind": RequirementKind.BASIC, "alternative": alternative, "text": text} for text in group]
    lines = [line for group in _groups(data["administrative"]) for line in group]
    return rows + [{"kind": RequirementKind.ADMINISTRATIVE, "text": text} for text in lines]


def _groups(text: str) -> list[list[str]]:
    """Lines, grouped where an empty line stands between them."""
    groups: list[list[str]] = [[]]
    for line in (" ".join(each.split()) for each in text.splitlines()):
        if line:
            groups[-1].append(line)
        elif groups[-1]:
            groups.append([])
    return [group for group in groups if group]
