"""Guided setup: how numbers are written, and the parameters that rules ask for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.bodies.actions import set_pattern
from jamstac.bodies.models import Body, NumberPattern
from jamstac.bodies.numbering import ROMAN, TOKENS, fill, next_sequence, pattern_on, scope_key
from jamstac.bodies.states import NumberPurpose, NumberScope
from jamstac.documents.actions import set_edition
from jamstac.documents.models import SheetEdition
from jamstac.documents.sheets import edition_on
from jamstac.licensing.selectors import licence_on
from jamstac.parameters.actions import set_parameter
from jamstac.parameters.keys import KEYS, Key
from jamstac.parameters.models import ParameterValue
from jamstac.parameters.selectors import values_on
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.setup_forms import EditionForm, ParameterForm, PatternForm
from jamstac.schemes.models import SchemeVersion


@dataclass(frozen=True)
class Suggestion:
    """A pattern seen in the field. One tap fills the form; nothing is set by itself."""

    pattern: str
    scope: NumberScope


_OFFICIAL = {
    NumberPurpose.CERTIFICATE: [
        Suggestion("{kbli} {kbji} {level} {seq:7} {year}", NumberScope.EVER),
        Suggestion("{kbli} {kbji} {level} {seq:8} {year}", NumberScope.EVER),
        Suggestion("{kbli} {kbji} {seq:7} {year}", NumberScope.EVER),
    ],
    NumberPurpose.REGISTRATION: [
        Suggestion("TIK {licence} {seq:5} {year}", NumberScope.YEAR),
        Suggestion("TIK.{licence}.{seq:5}.{year}", NumberScope.YEAR),
    ],
    NumberPurpose.APPLICATION: [Suggestion("{year}/{seq:4}", NumberScope.YEAR)],
    NumberPurpose.EVENT: [
        Suggestion("Jadwal-{code}-{seq:3}-{year}", NumberScope.YEAR),
        Suggestion("J-{year}-{seq:3}", NumberScope.YEAR),
    ],
    NumberPurpose.ASSIGNMENT_LETTER: [Suggestion("{seq:3}/ST/{code}/{roman}/{year}", NumberScope.YEAR)],
    NumberPurpose.VERIFIER_LETTER: [Suggestion("{seq:3}/ST-V/{code}/{roman}/{year}", NumberScope.YEAR)],
    NumberPurpose.COMMITTEE_LETTER: [Suggestion("{seq:3}/ST-K/{code}/{roman}/{year}", NumberScope.YEAR)],
    NumberPurpose.INVITATION: [Suggestion("{seq:3}/UND/{code}/{roman}/{year}", NumberScope.YEAR)],
    NumberPurpose.EVENT_MINUTES: [Suggestion("{seq:3}/BA-A/{code}/{roman}/{year}", NumberScope.YEAR)],
    NumberPurpose.MEETING: [Suggestion("{seq}/{year}", NumberScope.YEAR)],
    NumberPurpose.MINUTES: [Suggestion("{seq:3}/BA/{code}/{roman}/{year}", NumberScope.YEAR)],
    NumberPurpose.DECREE: [Suggestion("{seq:3}/SK/{code}/{roman}/{year}", NumberScope.YEAR)],
    NumberPurpose.RESULT_LETTER: [Suggestion("{seq:3}/SH/{code}/{roman}/{year}", NumberScope.YEAR)],
}

TOKEN_WORDS = {
    "seq": gettext_lazy("urutan; {seq:5} menulis lima angka"),
    "year": gettext_lazy("tahun"),
    "month": gettext_lazy("bulan 01 sampai 12"),
    "roman": gettext_lazy("bulan angka Romawi"),
    "code": gettext_lazy("kode LSP"),
    "licence": gettext_lazy("angka nomor lisensi"),
    "kbli": gettext_lazy("KBLI skema"),
    "kbji": gettext_lazy("KBJI skema"),
    "level": gettext_lazy("jenjang skema"),
}


@dataclass(frozen=True)
class NumberRow:
    purpose: NumberPurpose
    pattern: NumberPattern | None
    preview: str


@staff_page("setup.view")
@require_safe
def numbering(request: ActorRequest) -> HttpResponse:
    """Every kind of number with its pattern and the number that comes next."""
    day = timezone.localdate(timezone=request.lsp.zone)
    values = _sample_values(request.lsp, day)
    rows = [_row(request.lsp, purpose, day, values) for purpose in NumberPurpose]
    return render(request, "portal/setup/numbering.html", {"rows": rows})


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def number(request: ActorRequest, purpose: str) -> HttpResponse:
    """One kind: its pattern, suggestions as buttons, a preview before it is set."""
    if purpose not in NumberPurpose.values:
        raise Http404
    kind, body, outcome = NumberPurpose(purpose), request.lsp, Outcome(False)
    day = timezone.localdate(timezone=body.zone)
    values = _sample_values(body, day)
    held = pattern_on(body.pk, kind, day)
    trying = "coba" in request.POST or "coba" in request.GET
    typed = request.POST or (request.GET if trying else None)
    form = PatternForm(typed, initial={} if held is None else {"pattern": held.pattern, "scope": held.scope})
    if request.method == "POST" and not trying:
        outcome = attempt(form, lambda data: set_pattern(request.actor, body, purpose=kind, **data))
        if outcome.done:
            messages.success(request, _("Pola ditetapkan."))
            return redirect("portal:setup-numbering", body.slug)
    preview = ""
    if typed is not None and form.is_valid():
        preview = _next_number(body, kind, form.cleaned_data["pattern"], form.cleaned_data["scope"], day, values)
    elif held is not None:
        preview = _next_number(body, kind, held.pattern, held.scope, day, values)
    context = {
        "kind": kind,
        "form": form,
        "held": held,
        "preview": preview,
        "suggestions": [
            (each, _next_number(body, kind, each.pattern, each.scope, day, values)) for each in _OFFICIAL[kind]
        ],
        "tokens": [(f"{{{token}}}", TOKEN_WORDS[token]) for token in TOKENS],
        "history": NumberPattern.objects.filter(body=body, purpose=kind).order_by("-valid_from"),
        "why": why_of(request, "numbering.set", outcome),
    }
    status = 422 if request.method == "POST" and not trying else 200
    return render(request, "portal/setup/number.html", context, status=status)


def _row(body: Body, purpose: NumberPurpose, day: date, values: dict[str, str]) -> NumberRow:
    held = pattern_on(body.pk, purpose, day)
    preview = "" if held is None else _next_number(body, purpose, held.pattern, held.scope, day, values)
    return NumberRow(purpose, held, preview)


def _sample_values(body: Body, day: date) -> dict[str, str]:
    """Licence digits and the codes of one scheme, so that a preview looks like the real thing."""
    licence = licence_on(body.pk, day)
    version = SchemeVersion.objects.filter(body=body).exclude(kbli="").first()
    return {
        "year": str(day.year),
        "month": f"{day.month:02}",
        "roman": ROMAN[day.month - 1],
        "code": body.code,
        "licence": "0000" if licence is None else "".join(filter(str.isdigit, licence.number)),
        "kbli": "00000" if version is None else version.kbli,
        "kbji": "0000" if version is None else version.kbji or "0000",
        "level": "0" if version is None else version.level or "0",
    }


def _next_number(
    body: Body, purpose: NumberPurpose, pattern: str, scope: str, day: date, values: dict[str, str]
) -> str:
    sequence = next_sequence(body.pk, purpose, scope_key(scope, day))
    return fill(pattern, {**values, "seq": str(sequence)})


@staff_page("setup.view")
@require_http_methods(["GET", "HEAD", "POST"])
def editions(request: ActorRequest) -> HttpResponse:
    """The edition of the official forms: which one new records are made with, and since when."""
    body, outcome = request.lsp, Outcome(False)
    day = timezone.localdate(timezone=body.zone)
    form = EditionForm(request.POST or None, initial={"valid_from": day})
    if request.method == "POST":
        outcome = attempt(form, lambda data: set_edition(request.actor, body, **data))
        if outcome.done:
            messages.success(request, _("Edisi ditetapkan."))
            return redirect("portal:setup-editions", body.slug)
    context = {
        "form": form,
        "current": edition_on(body.pk, day),
        "history": SheetEdition.objects.filter(body=body).order_by("-valid_from"),
        "why": why_of(request, "edition.set", outcome),
    }
    return render(request, "portal/setup/editions.html", context, status=422 if request.method == "POST" else 200)


@staff_page("parameter.view")
@require_safe
def parameters(request: ActorRequest) -> HttpResponse:
    """Every parameter: the value in force with its source, or that it is unset and what that stops."""
    values = values_on(request.lsp.pk, timezone.localdate(timezone=request.lsp.zone))
    rows = [(key, values.get(key.key)) for key in KEYS.values()]
    return render(request, "portal/setup/parameters.html", {"rows": rows})


@staff_page("parameter.view")
@require_http_methods(["GET", "HEAD", "POST"])
def parameter(request: ActorRequest, key: str) -> HttpResponse:
    """One parameter: its history, and a controlled change."""
    if key not in KEYS:
        raise Http404
    spec, body, outcome = KEYS[key], request.lsp, Outcome(False)
    day = timezone.localdate(timezone=body.zone)
    form = ParameterForm(request.POST or None, initial={"valid_from": day}, key=spec)
    if request.method == "POST":
        outcome = attempt(form, lambda data: _set(request, spec, data))
        if outcome.done:
            messages.success(request, _("Parameter ditetapkan."))
            return redirect("portal:setup-parameters", body.slug)
    history = ParameterValue.objects.filter(body_id=body.pk, key=key).order_by("-valid_from")
    context = {
        "key": spec,
        "form": form,
        "history": history,
        "current": values_on(body.pk, day).get(key),
        "day": day,
        "why": why_of(request, "parameter.set", outcome),
    }
    return render(request, "portal/setup/parameter.html", context, status=422 if request.method == "POST" else 200)


def _set(request: ActorRequest, spec: Key, data: dict[str, object]) -> ParameterValue:
    value = str(data.pop("value"))
    return set_parameter(request.actor, request.lsp, key=spec.key, value=value, **data)  # type: ignore[arg-type]
