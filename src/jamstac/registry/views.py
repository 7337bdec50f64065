"""The public check. Answers come by POST and are shown on a page whose address holds no code.

What was found is kept in the visitor's session for half an hour, never in an address or a log."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from jamstac.certification.models import Certificate
from jamstac.certification.states import CertificateStatus
from jamstac.documents.render import render_pdf
from jamstac.ledger.door import GuestActor, Refused
from jamstac.people.pages import public_page
from jamstac.registry import rules, selectors, throttle
from jamstac.registry.actions import report_of, request_verification_report
from jamstac.registry.facts import PUBLIC_FIELDS
from jamstac.registry.forms import CodeForm, NumberForm
from jamstac.ui.why import reasons

SESSION_KEY = "registry.check"
KEPT_SECONDS = 30 * 60
_TONES = {
    CertificateStatus.VALID: ("ok", "tick"),
    CertificateStatus.EXPIRED: ("warn", "bad"),
    CertificateStatus.NOT_YET_VALID: ("idle", "ring"),
}


def _forms() -> dict[str, Any]:
    return {"code_form": CodeForm(), "number_form": NumberForm()}


@public_page
@never_cache
def check(request: HttpRequest) -> HttpResponse:
    """The form, and the answer to it. With script the code behind `#` of a QR fills and sends the form."""
    by_number = "number" in request.POST
    code_form = CodeForm(request.POST if request.method == "POST" and not by_number else None)
    number_form = NumberForm(request.POST if by_number else None)
    asked = number_form if by_number else code_form
    context = {"code_form": code_form, "number_form": number_form, "shut": throttle.is_shut(request)}
    if request.method != "POST":
        return render(request, "registry/check.html", context)
    if context["shut"]:
        return render(request, "registry/check.html", context, status=429)
    if not asked.is_valid():
        return render(request, "registry/check.html", context, status=422)
    kind, answer = _look_up(asked.cleaned_data)
    throttle.note_check(request, found=answer.known)
    request.session[SESSION_KEY] = {
        "kind": kind,
        "certificate": str(answer.certificate.pk) if answer.certificate else "",
        "registered": answer.registered,
        "at": timezone.now().timestamp(),
    }
    return redirect("registry:result")


def _look_up(typed: dict[str, str]) -> tuple[str, selectors.Answer]:
    if "code" in typed:
        return "code", selectors.by_code(typed["code"])
    if typed["name"]:
        return "name", selectors.by_number_and_name(typed["number"], typed["name"])
    return "number", selectors.by_number(typed["number"])


def _kept(request: HttpRequest) -> tuple[dict[str, Any], Certificate | None] | None:
    kept = request.session.get(SESSION_KEY)
    if not kept or timezone.now().timestamp() - kept["at"] > KEPT_SECONDS:
        return None
    return kept, selectors.certificate_shown(UUID(kept["certificate"])) if kept["certificate"] else None


@public_page
@never_cache
def result(request: HttpRequest) -> HttpResponse:
    """What the last check of this visitor found, with the status of this moment (HR-46)."""
    found = _kept(request)
    if found is None:
        return redirect("registry:check")
    kept, certificate = found
    now = timezone.now()
    if certificate is None:
        context = {"kind": kept["kind"], "registered": kept["registered"], "now": now, "number_form": NumberForm()}
        return render(request, "registry/unknown.html", context)
    return _answer(request, certificate)


def _answer(request: HttpRequest, certificate: Certificate) -> HttpResponse:
    now = timezone.now()
    zone = certificate.body.zone
    day = timezone.localdate(timezone=zone)
    record = selectors.public_record(certificate, day)
    shown = rules.may_show(selectors.public_facts(record))
    if not shown:
        raise Refused("registry.shown", shown.refusals)
    facts = selectors.report_facts(certificate, today=day, day=day, fields=PUBLIC_FIELDS)
    tone, shape = _TONES[record["status"]]
    context = {
        "record": record,
        "tone": tone,
        "shape": shape,
        "valid": record["status"] == CertificateStatus.VALID,
        "expired": record["status"] == CertificateStatus.EXPIRED,
        "checked": now.astimezone(zone),
        "zone": certificate.body.get_time_zone_display(),
        "why_report": reasons(rules.may_report(facts)),
    }
    return render(request, "registry/certificate.html", context)


@public_page
@never_cache
def report(request: HttpRequest) -> HttpResponse:
    """The printed answer as a PDF. Asked twice on a day, it is the same statement."""
    found = _kept(request)
    if request.method != "POST" or found is None or found[1] is None:
        return redirect("registry:check" if found is None else "registry:result")
    if not throttle.may_print(request):
        return render(request, "registry/check.html", {"shut": True, **_forms()}, status=429)
    certificate = found[1]
    day = timezone.localdate(timezone=certificate.body.zone)
    made = report_of(certificate, day)
    if made is None:
        verdict = rules.may_report(selectors.report_facts(certificate, today=day, day=day, fields=PUBLIC_FIELDS))
        if not verdict:  # told without the door: a stranger's knocking is nothing to write down each time
            raise Refused("report.made", verdict.refusals)
        guest = GuestActor(certificate.body_id, time_zone=certificate.body.zone)
        made = request_verification_report(guest, certificate)
    response = HttpResponse(render_pdf(made.sheet), content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="{_("hasil-pemeriksaan")}-{made.day:%Y-%m-%d}.pdf"'
    return response
