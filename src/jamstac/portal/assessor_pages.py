"""The assessors of the LSP: who may be assigned, what runs out, how they stand, and what they have to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.db.models import Count, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from jamstac.assessors.actions import set_assessor_status
from jamstac.assessors.models import AssessorCertificate, AssessorStatus, Authorisation, PactSignature
from jamstac.assessors.selectors import pacts_on, unsigned_pacts
from jamstac.assessors.states import Standing
from jamstac.events.models import EventCandidate
from jamstac.events.states import EventState
from jamstac.impartiality.selectors import conflicts_for
from jamstac.ledger import access
from jamstac.ledger.selectors import timeline_of
from jamstac.parameters.selectors import number
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.people.states import Function
from jamstac.portal.attempts import Outcome, attempt, why_of
from jamstac.portal.setup_forms import AssessorStatusForm

TONES = {
    "": ("warn", "warn"),
    Standing.ACTIVE: ("ok", "tick"),
    Standing.TRAINEE: ("go", "half"),
    Standing.RESTRICTED: ("warn", "held"),
    Standing.SUSPENDED: ("bad", "bad"),
}


@dataclass(frozen=True)
class Lapse:
    """A day on which something runs out, with its colour: `bad` when it did, `warn` when it soon will."""

    until: date | None
    tone: str
    shape: str


def lapse_of(until: date | None, day: date, reminder: int | None) -> Lapse:
    if until is None:
        return Lapse(None, "ok", "tick")
    left = (until - day).days
    if left < 0:
        return Lapse(until, "bad", "bad")
    soon = reminder is not None and left <= reminder
    return Lapse(until, "warn" if soon else "ok", "warn" if soon else "tick")


@dataclass(frozen=True)
class Row:
    person: Person
    certificate: AssessorCertificate | None
    lapse: Lapse
    schemes: list[str]
    standing: str
    word: str
    bound: bool
    load: int

    @property
    def tone(self) -> tuple[str, str]:
        return TONES[self.standing]


def _on_duty(request: ActorRequest, day: date) -> QuerySet[Person]:
    appointed = Appointment.objects.filter(in_force(day), body=request.lsp, function=Function.ASSESSOR)
    return Person.objects.filter(pk__in=appointed.values("person")).order_by("name")


@staff_page("assessor.view")
@require_safe
def assessors(request: ActorRequest) -> HttpResponse:
    """Everybody appointed as asesor. Some ten queries, whatever their number."""
    day = timezone.localdate(timezone=request.lsp.zone)
    reminder = number(request.lsp.pk, "assessor_lapse_reminder", day)
    persons = list(_on_duty(request, day))
    certificates: dict[UUID, AssessorCertificate] = {}
    for row in AssessorCertificate.objects.filter(body=request.lsp, person__in=persons).order_by("valid_until"):
        certificates[row.person_id] = row
    schemes: dict[UUID, list[str]] = {}
    for each in Authorisation.objects.filter(in_force(day), body=request.lsp).select_related("scheme"):
        schemes.setdefault(each.person_id, []).append(each.scheme.title)
    statuses = {row.person_id: row for row in AssessorStatus.objects.filter(in_force(day), body=request.lsp)}
    pacts = pacts_on(request.lsp.pk, day)
    signed = PactSignature.objects.filter(pact__in=list(pacts.values()), person__in=persons).values("person")
    bound = {row["person"]: row["n"] for row in signed.annotate(n=Count("pk")).order_by()}
    coming = EventCandidate.objects.filter(body=request.lsp, event__date__gte=day).exclude(
        event__state=EventState.CANCELLED
    )
    loads = {row["assessor"]: row["n"] for row in coming.values("assessor").annotate(n=Count("pk")).order_by()}
    rows = [
        Row(
            person,
            certificates.get(person.pk),
            lapse_of(certificates[person.pk].valid_until if person.pk in certificates else None, day, reminder),
            schemes.get(person.pk, []),
            statuses[person.pk].standing if person.pk in statuses else "",
            _(statuses[person.pk].get_standing_display()) if person.pk in statuses else _("Belum ditetapkan"),
            bool(pacts) and bound.get(person.pk, 0) == len(pacts),
            loads.get(person.pk, 0),
        )
        for person in persons
    ]
    context = {
        "rows": rows,
        "may_enter": bool(access.roles_for("person.view") & request.roles),
        "may_see_conflicts": bool(access.roles_for("conflict.view") & request.roles),
    }
    return render(request, "portal/assessors.html", context)


def _with_lapses(
    certificates: QuerySet[AssessorCertificate], day: date, reminder: int | None
) -> list[tuple[AssessorCertificate, Lapse]]:
    """The one that lasts longest first; those it took the place of have run out without alarm."""
    rows = [(row, lapse_of(row.valid_until, day, reminder)) for row in certificates]
    return rows[:1] + [
        (row, Lapse(lapse.until, "idle", "ring") if lapse.tone == "bad" else lapse) for row, lapse in rows[1:]
    ]


@staff_page("assessor.view")
@require_http_methods(["GET", "HEAD", "POST"])
def assessor(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One assessor: facts, status with its history, coming events, conflicts; a new status."""
    day, outcome = timezone.localdate(timezone=request.lsp.zone), Outcome(False)
    ever = Appointment.objects.filter(body=request.lsp, function=Function.ASSESSOR)
    person = get_object_or_404(Person.objects.filter(pk__in=ever.values("person")), pk=pk, body=request.lsp)
    form = AssessorStatusForm(
        request.POST or None,
        companions=_on_duty(request, day).exclude(pk=pk),
        initial={"valid_from": day, "standing": Standing.ACTIVE},
    )
    if request.method == "POST":
        outcome = attempt(form, lambda data: set_assessor_status(request.actor, person, **data))
        if outcome.done:
            messages.success(request, _("Status asesor ditetapkan."))
            return redirect("portal:assessor", request.lsp.slug, pk)
    reminder = number(request.lsp.pk, "assessor_lapse_reminder", day)
    history = list(AssessorStatus.objects.filter(person=person).select_related("companion").order_by("-valid_from"))
    current = next(
        (row for row in history if row.valid_from <= day and (row.valid_until is None or day <= row.valid_until)), None
    )
    standing = current.standing if current else ""
    certificates = AssessorCertificate.objects.filter(person=person).order_by("-valid_until")
    authorisations = Authorisation.objects.filter(person=person).select_related("scheme").order_by("-valid_from")
    coming = EventCandidate.objects.filter(assessor=person, event__date__gte=day).exclude(
        event__state=EventState.CANCELLED
    )
    context = {
        "person": person,
        "current": current,
        "word": _(current.get_standing_display()) if current else _("Status belum ditetapkan"),
        "tone": TONES[standing],
        "history": history,
        "certificates": _with_lapses(certificates, day, reminder),
        "authorisations": [(row, lapse_of(row.valid_until, day, reminder)) for row in authorisations],
        "unsigned": unsigned_pacts(request.lsp.pk, person.pk, day),
        "has_pacts": bool(pacts_on(request.lsp.pk, day)),
        "coming": coming.values("event", "event__number", "event__date")
        .annotate(n=Count("pk"))
        .order_by("event__date", "event__number"),
        "conflicts": conflicts_for(request.lsp.pk).filter(person=person, lapsed_at=None)[:10],
        "may_see_conflicts": bool(access.roles_for("conflict.view") & request.roles),
        "may_see_events": bool(access.roles_for("event.view") & request.roles),
        "may_enter": bool(access.roles_for("person.view") & request.roles),
        "form": form,
        "why": why_of(request, "assessor.set_status", outcome),
        "timeline": timeline_of(request.lsp.pk, subject_id=person.pk),
    }
    return render(request, "portal/assessor.html", context, status=422 if request.method == "POST" else 200)
