"""Guided setup: who works for the LSP, under which SK, and who assesses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jamstac.assessors.actions import authorise_assessor, end_authorisation, enter_assessor_certificate
from jamstac.assessors.models import AssessorCertificate, Authorisation
from jamstac.ledger import access
from jamstac.ledger.selectors import timeline_of
from jamstac.people.actions import appoint, end_appointment, register_person
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.pages import ActorRequest, role_reasons, staff_page
from jamstac.people.states import REQUIRED_FUNCTIONS, Function
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.install import make_account
from jamstac.portal.invitations import invite
from jamstac.portal.setup_forms import (
    AppointmentForm,
    AssessorCertificateForm,
    AuthorisationForm,
    EndAppointmentForm,
    LastDayForm,
    PersonForm,
)
from jamstac.ui.requests import page_of


@dataclass(frozen=True)
class Worker:
    person: Person
    functions: list[str]


@staff_page("person.view")
@require_http_methods(["GET", "HEAD", "POST"])
def people(request: ActorRequest) -> HttpResponse:
    """Those on duty with their functions, the functions nobody has, and a way to enter somebody."""
    body, outcome = request.lsp, Outcome(False)
    form = PersonForm(request.POST or None)
    if request.method == "POST":
        outcome = attempt(form, lambda data: _enter(request, data["name"], data["email"]))
        if outcome.done:
            messages.success(request, _("Orang dicatat. Tautan membuat kata sandi dikirim ke surelnya."))
            return redirect("portal:setup-person", body.slug, outcome.result.pk)
    day = timezone.localdate(timezone=body.zone)
    workers = _workers(body.pk, day)
    held = {function for worker in workers for function in worker.functions}
    labels = dict(Function.choices)
    context = {
        "form": form,
        "workers": workers,
        "vacant": [_(function.label) for function in REQUIRED_FUNCTIONS if labels[function] not in held],
        "others": _others(request, {worker.person.pk for worker in workers}),
        "q": request.GET.get("q", "").strip(),
        "why": why_of(request, "person.register", outcome),
    }
    return render(request, "portal/setup/people.html", context, status=422 if request.method == "POST" else 200)


def _enter(request: ActorRequest, name: str, email: str) -> Person:
    """The account, the person, the letter. Who may not enter people is stopped by the door, without an account."""
    if role_reasons("person.register", request.roles):
        return register_person(request.actor, request.lsp, name=name, email=email)
    known = Person.objects.filter(body=request.lsp, account__email=email.strip().lower()).first()
    if known is not None:
        return known
    account = make_account(email, None)
    person = register_person(request.actor, request.lsp, account=account, name=name, email=account.email or "")
    invite(person)
    return person


def _workers(body_id: UUID, day: date) -> list[Worker]:
    rows = Appointment.objects.filter(in_force(day), body_id=body_id).select_related("person").order_by("person__name")
    found: dict[UUID, Worker] = {}
    for row in rows:
        found.setdefault(row.person_id, Worker(row.person, [])).functions.append(_(row.get_function_display()))
    return list(found.values())


def _others(request: ActorRequest, on_duty: set[UUID]) -> object:
    """Everybody else the LSP knows, found by name or address: an asesi may become a colleague."""
    words = request.GET.get("q", "").strip()
    rows = Person.objects.filter(body=request.lsp).exclude(pk__in=on_duty).order_by("name")
    for word in words.split():
        rows = rows.filter(name__icontains=word) | rows.filter(email__icontains=word)
    return page_of(request, rows, 20)


@staff_page("person.view")
@require_http_methods(["GET", "HEAD", "POST"])
def person(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One person: functions with their SK, and what an assessor needs. Each form posts its own `act`."""
    record = get_object_or_404(Person.objects.select_related("account"), pk=pk, body=request.lsp)
    act, outcome = request.POST.get("act", ""), Outcome(False)
    filled: dict[str, forms.BaseForm] = {
        "appoint": AppointmentForm(request.POST if act == "appoint" else None, auto_id="sk_%s"),
        "certify": AssessorCertificateForm(request.POST if act == "certify" else None, auto_id="met_%s"),
        "authorise": AuthorisationForm(
            request.POST if act == "authorise" else None, auto_id="wenang_%s", body=request.lsp
        ),
    }
    if request.method == "POST" and act in filled:
        outcome = attempt(filled[act], _door(request, record, act))
        if outcome.done:
            messages.success(request, _("Tercatat."))
            return redirect("portal:setup-person", request.lsp.slug, record.pk)
    return render(
        request,
        "portal/setup/person.html",
        _person_context(request, record, filled, act, outcome),
        status=422 if request.method == "POST" else 200,
    )


def _door(request: ActorRequest, record: Person, act: str) -> Callable[[dict[str, Any]], Any]:
    doors: dict[str, Callable[[dict[str, Any]], Any]] = {
        "appoint": lambda data: appoint(request.actor, record, **data),
        "certify": lambda data: enter_assessor_certificate(request.actor, record, **data),
        "authorise": lambda data: authorise_assessor(request.actor, record, **data),
    }
    return doors[act]


_PERMISSIONS = {"appoint": "person.appoint", "certify": "assessor.certify", "authorise": "assessor.authorise"}


def _person_context(
    request: ActorRequest, record: Person, filled: dict[str, forms.BaseForm], act: str, outcome: Outcome
) -> dict[str, Any]:
    day = timezone.localdate(timezone=request.lsp.zone)
    appointments = list(Appointment.objects.filter(person=record).order_by("-valid_from"))
    authorisations = Authorisation.objects.filter(person=record).select_related("scheme").order_by("-valid_from")
    why = {
        name: why_of(request, permission, outcome if name == act else None) for name, permission in _PERMISSIONS.items()
    }
    return {
        "record": record,
        "forms": filled,
        "why": why,
        "day": day,
        "appointments": appointments,
        "is_assessor": any(row.function == Function.ASSESSOR for row in appointments),
        "certificates": AssessorCertificate.objects.filter(person=record).order_by("-valid_from"),
        "authorisations": authorisations,
        "timeline": timeline_of(request.lsp.pk, subject_id=record.pk, limit=10),
        "slips": not appointments and bool(access.roles_for("slip.issue") & request.roles),
        "has_password": record.account is not None and record.account.has_usable_password(),
    }


@staff_page("person.view")
@require_http_methods(["GET", "HEAD", "POST"])
def end_function(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End an appointment after a day, with the reason."""
    record = get_object_or_404(Appointment.objects.select_related("person"), pk=pk, body=request.lsp)
    form, outcome = EndAppointmentForm(request.POST or None), Outcome(False)
    if request.method == "POST":
        outcome = attempt(form, lambda data: end_appointment(request.actor, record, **data))
        if outcome.done:
            messages.success(request, _("Pengangkatan diakhiri."))
            return redirect("portal:setup-person", request.lsp.slug, record.person_id)
    context = {
        "form": form,
        "title": _("Akhiri pengangkatan"),
        "line": f"{record.person.name}, {_(record.get_function_display())}",
        "back": reverse("portal:setup-person", args=[request.lsp.slug, record.person_id]),
        "label": _("Akhiri pengangkatan"),
        "why": why_of(request, "person.appoint", outcome),
    }
    return render(request, "portal/setup/ending.html", context, status=422 if request.method == "POST" else 200)


@staff_page("person.view")
@require_http_methods(["GET", "HEAD", "POST"])
def end_authorised(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End the authorisation of an assessor for a scheme."""
    record = get_object_or_404(Authorisation.objects.select_related("person", "scheme"), pk=pk, body=request.lsp)
    form, outcome = LastDayForm(request.POST or None), Outcome(False)
    if request.method == "POST":
        outcome = attempt(form, lambda data: end_authorisation(request.actor, record, **data))
        if outcome.done:
            messages.success(request, _("Kewenangan diakhiri."))
            return redirect("portal:setup-person", request.lsp.slug, record.person_id)
    context = {
        "form": form,
        "title": _("Akhiri kewenangan asesor"),
        "line": f"{record.person.name}, {record.scheme.title}",
        "back": reverse("portal:setup-person", args=[request.lsp.slug, record.person_id]),
        "label": _("Akhiri kewenangan"),
        "why": why_of(request, "assessor.authorise", outcome),
    }
    return render(request, "portal/setup/ending.html", context, status=422 if request.method == "POST" else 200)


@staff_page("person.register")
@require_POST
def send_link(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The link for a password once more, to an account that has none yet."""
    record = get_object_or_404(Person.objects.select_related("account"), pk=pk, body=request.lsp)
    if record.account is not None and record.account.email and not record.account.has_usable_password():
        invite(record)
        messages.success(
            request, _("Tautan membuat kata sandi dikirim ke %(email)s.") % {"email": record.account.email}
        )
    return redirect("portal:setup-person", request.lsp.slug, record.pk)
