"""The list of MUK, and the record of one: facts, acts, timeline."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.documents.forms import SigningForm
from jamstac.findings.offers import with_offers
from jamstac.instruments import rules, selectors, texts
from jamstac.instruments.actions import (
    draft_tool_set,
    end_tool_set,
    release_tool_set,
    return_tool_set,
    send_tool_set,
    signed_sheets,
)
from jamstac.instruments.forms import EndForm, ReleaseForm, ReturnForm, SendForm
from jamstac.instruments.models import Instrument, ToolSet, Validation
from jamstac.instruments.selectors import Coverage
from jamstac.instruments.states import WITHOUT_FORM, InstrumentCode, ToolSetState
from jamstac.instruments.views.common import TONES, fetch, reads_items, today_of, why_validate
from jamstac.ledger.door import Refused
from jamstac.ledger.selectors import timeline_of
from jamstac.people.models import Person
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import versions_in_force
from jamstac.ui.requests import page_of
from jamstac.ui.why import Reason, reasons

PAGE = 20


@staff_page("toolset.view")
@require_safe
def tool_sets(request: ActorRequest) -> HttpResponse:
    """Every MUK with its state and how far it reaches, and the schemes in force that have none."""
    page = page_of(request, selectors.tool_sets_for(request.lsp.pk), PAGE)
    rows = [_row(tool_set) for tool_set in page.object_list]
    known = set(ToolSet.objects.filter(body=request.lsp).values_list("scheme_version_id", flat=True))
    bare = [version for version in versions_in_force(request.lsp.pk, today_of(request)) if version.pk not in known]
    context = {
        "page_obj": page,
        "rows": rows,
        "bare": bare,
        "why_draft": role_reasons("toolset.write", request.roles),
    }
    return render(request, "instruments/list.html", context)


def _row(tool_set: ToolSet) -> dict[str, Any]:
    """What was sent is complete by rule: only a draft is looked through."""
    tone, shape = TONES[ToolSetState(tool_set.state)]
    percent = selectors.coverage_of(tool_set).percent if tool_set.state == ToolSetState.DRAFT else 100
    return {"tool_set": tool_set, "tone": tone, "shape": shape, "percent": percent}


@staff_page("toolset.write")
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: ActorRequest, version: UUID) -> HttpResponse:
    """Start a MUK from the scheme, or from the latest one (`salin`)."""
    found = get_object_or_404(SchemeVersion, pk=version, body=request.lsp)
    if request.method != "POST":
        return redirect("instruments:list", request.lsp.slug)
    source = None
    if request.POST.get("salin"):
        source = ToolSet.objects.filter(scheme_version=found).order_by("-version").first()
    tool_set = draft_tool_set(request.actor, found, copy_of=source)
    messages.success(request, _("MUK disusun dari skema. Lengkapi yang masih kosong."))
    return redirect("instruments:tool_set", request.lsp.slug, tool_set.pk)


@staff_page("toolset.view")
@require_safe
def record(request: ActorRequest, pk: UUID) -> HttpResponse:
    return record_page(request, fetch(request, pk))


def record_page(
    request: ActorRequest,
    tool_set: ToolSet,
    *,
    forms: dict[str, Any] | None = None,
    refused: dict[str, list[Reason]] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The record page; `forms` and `refused` are what a POST left behind."""
    day = today_of(request)
    found = selectors.coverage_of(tool_set)
    people = selectors.validators_for(request.lsp.pk, tool_set.scheme_version.scheme_id, day)
    tone, shape = TONES[ToolSetState(tool_set.state)]
    given = {
        "send": SendForm(people=people),
        "signing": SigningForm(account=request.user, staff=True),
        "return": ReturnForm(),
        "release": ReleaseForm(initial={"valid_from": day}),
        "end": EndForm(initial={"last_day": day}),
        **(forms or {}),
    }
    reads = reads_items(request, tool_set)
    context = {
        "tool_set": tool_set,
        "scheme": tool_set.scheme_version.scheme,
        "tone": tone,
        "shape": shape,
        "coverage": found,
        "contents": _contents(tool_set, found),
        "reads": reads,
        "writes": tool_set.state == ToolSetState.DRAFT
        and not role_reasons("toolset.write", request.roles)
        and bool(rules.may_write(selectors.writing_facts(tool_set, request.actor.person_id, day))),
        "forms": given,
        "sentence": texts.AUTHOR,
        "why": _why(request, tool_set, found),
        "refused": refused or {},
        "sheets": [sheet for sheet in signed_sheets(tool_set) if reads or sheet.subject_id == tool_set.pk],
        "validations": Validation.objects.filter(tool_set=tool_set).order_by("-recorded_at"),
        "authors": Person.objects.filter(pk__in=tool_set.authors.values("person")).order_by("name"),
        "timeline": timeline_of(request.lsp.pk, subject_id=tool_set.pk),
    }
    return render(request, "instruments/record.html", context, status=status)


def _contents(tool_set: ToolSet, found: Coverage) -> list[dict[str, Any]]:
    """Each written instrument and each ticked one that is not written, in the order of FR.MAPA.02."""
    lacking = {row.instrument.pk: row.lacks for row in found.unwritten if row.instrument}
    rows = [
        {
            "code": instrument.code,
            "label": instrument.get_code_display(),
            "instrument": instrument,
            "group": instrument.group,
            "lacks": [texts.LACKS[each] for each in lacking.get(instrument.pk, ())],
        }
        for instrument in Instrument.objects.filter(tool_set=tool_set)
    ]
    rows += [
        {
            "code": row.code,
            "label": InstrumentCode(row.code).label,
            "instrument": None,
            "group": row.group,
            "lacks": [texts.LACKS["form"]],
        }
        for row in found.unwritten
        if row.instrument is None
    ]
    rows += [
        {"code": code.value, "label": code.label, "instrument": None, "group": "", "lacks": []}
        for code in WITHOUT_FORM
        if any(code.value in codes for row in found.rows for codes in row.by.values())
    ]
    return sorted(rows, key=lambda row: (row["code"], row["group"]))


def _why(request: ActorRequest, tool_set: ToolSet, found: Coverage) -> dict[str, list[Reason]]:
    """What stops each act, before anybody tries it."""
    day, person = today_of(request), request.actor.person_id
    sending = selectors.sending_facts(tool_set, None, person, day, coverage=found)
    returning = selectors.returning_facts(tool_set, person, day, reason="…")
    releasing = selectors.release_facts(tool_set, valid_from=day, valid_until=None, coverage=found)
    drafting = selectors.drafting_facts(tool_set.scheme_version, None, person, day)
    return {
        "send": role_reasons("toolset.write", request.roles) or reasons(rules.may_send(sending)),
        "return": role_reasons("toolset.return", request.roles) or reasons(rules.may_return(returning)),
        "release": role_reasons("toolset.release", request.roles)
        or [each for each in reasons(rules.may_release(releasing)) if each.code != "toolset.overlap"],
        "end": role_reasons("toolset.release", request.roles)
        or reasons(rules.may_end(selectors.ending_facts(tool_set, day, day))),
        "review": why_validate(request, tool_set, first=False) if tool_set.state == ToolSetState.RELEASED else [],
        "copy": role_reasons("toolset.write", request.roles) or reasons(rules.may_draft(drafting)),
    }


@staff_page("toolset.write")
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: ActorRequest, pk: UUID) -> HttpResponse:
    tool_set = fetch(request, pk)
    here = redirect("instruments:tool_set", request.lsp.slug, pk)
    if request.method != "POST" or (
        tool_set.state == ToolSetState.SENT and tool_set.author_id == request.actor.person_id
    ):
        return here
    people = selectors.validators_for(request.lsp.pk, tool_set.scheme_version.scheme_id, today_of(request))
    form = SendForm(request.POST, people=people)
    signing = SigningForm(request.POST, account=request.user, staff=True)
    if not form.is_valid():
        return record_page(request, tool_set, forms={"send": form}, status=400)
    try:
        send_tool_set(
            request.actor,
            tool_set,
            validator=form.cleaned_data["validator"],
            statement=signing.statement(texts.AUTHOR),
        )
    except Refused as refused:
        left = {"send": form, "signing": signing}
        why = {"send": with_offers(request, reasons(refused.refusals), tool_set)}
        return record_page(request, tool_set, forms=left, refused=why, status=409)
    messages.success(request, _("MUK ditandatangani dan dikirim kepada validator."))
    return here


@staff_page("toolset.return")
@require_http_methods(["GET", "HEAD", "POST"])
def send_back(request: ActorRequest, pk: UUID) -> HttpResponse:
    tool_set = fetch(request, pk)
    here = redirect("instruments:tool_set", request.lsp.slug, pk)
    if request.method != "POST":
        return here
    form = ReturnForm(request.POST)
    form.is_valid()
    try:
        return_tool_set(request.actor, tool_set, reason=form.cleaned_data.get("reason", ""))
    except Refused as refused:
        why = {"return": reasons(refused.refusals)}
        return record_page(request, tool_set, forms={"return": form}, refused=why, status=409)
    messages.success(request, _("MUK dikembalikan kepada penyusun."))
    return here


@staff_page("toolset.release")
@require_http_methods(["GET", "HEAD", "POST"])
def release(request: ActorRequest, pk: UUID) -> HttpResponse:
    tool_set = fetch(request, pk)
    here = redirect("instruments:tool_set", request.lsp.slug, pk)
    if request.method != "POST" or tool_set.state == ToolSetState.RELEASED:
        return here
    form = ReleaseForm(request.POST)
    if not form.is_valid():
        return record_page(request, tool_set, forms={"release": form}, status=400)
    try:
        release_tool_set(request.actor, tool_set, **form.cleaned_data)
    except Refused as refused:
        why = {"release": reasons(refused.refusals)}
        return record_page(request, tool_set, forms={"release": form}, refused=why, status=409)
    messages.success(request, _("MUK ditetapkan. Jadwal dengan skema ini dapat disusun."))
    return here


@staff_page("toolset.release")
@require_http_methods(["GET", "HEAD", "POST"])
def end(request: ActorRequest, pk: UUID) -> HttpResponse:
    tool_set = fetch(request, pk)
    here = redirect("instruments:tool_set", request.lsp.slug, pk)
    if request.method != "POST":
        return here
    form = EndForm(request.POST)
    if not form.is_valid():
        return record_page(request, tool_set, forms={"end": form}, status=400)
    try:
        end_tool_set(request.actor, tool_set, last_day=form.cleaned_data["last_day"])
    except Refused as refused:
        why = {"end": reasons(refused.refusals)}
        return record_page(request, tool_set, forms={"end": form}, refused=why, status=409)
    messages.success(request, _("Masa berlaku MUK diakhiri."))
    return here
