"""Slips: for one person, or for those chosen in a batch. What is shown here is shown once."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from jamstac.applications.models import BatchMember
from jamstac.applications.slips import Issued, printed
from jamstac.applications.views.batches import batch_of
from jamstac.applications.views.draft import today
from jamstac.ledger.door import Refused
from jamstac.parameters.selectors import is_set, number
from jamstac.people.actions import issue_slip
from jamstac.people.models import Person, Slip
from jamstac.people.pages import ActorRequest, staff_page
from jamstac.people.rules import may_issue_slip
from jamstac.people.selectors import slip_facts
from jamstac.ui.why import Reason, reasons


@dataclass(frozen=True)
class Unissued:
    person: Person
    reasons: list[Reason]


@staff_page("slip.issue")
@require_http_methods(["GET", "HEAD", "POST"])
def slip(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One person's slip: why it is needed, the one that is open, a new one."""
    person = get_object_or_404(Person.objects.select_related("body", "account"), pk=pk, body=request.lsp)
    if request.method == "POST":
        return _answer(request, [person], _("Slip %(name)s") % {"name": person.name})
    blocked = may_issue_slip(slip_facts(person)) & is_set(
        "slip_validity", number(request.lsp.pk, "slip_validity", today(request))
    )
    context = {
        "person": person,
        "nik_end": person.nik[-4:],
        "latest": Slip.objects.filter(person=person).order_by("-issued_at").first(),
        "why": reasons(blocked),
    }
    return render(request, "applications/batches/slip.html", context)


@staff_page("slip.issue")
@require_POST
def slips(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Slips for the members chosen (`pilih`), printed (`cara` = cetak) or as links to send by hand."""
    batch = batch_of(request, pk)
    try:
        chosen = {UUID(each) for each in request.POST.getlist("pilih")}
    except ValueError:
        raise Http404 from None
    members = BatchMember.objects.filter(batch=batch, pk__in=chosen).order_by("class_name", "person__name")
    rows = Person.objects.select_related("body").in_bulk(members.values_list("person_id", flat=True))
    persons = [rows[row.person_id] for row in members]
    return _answer(request, persons, batch.title, back=str(batch.pk))


def _answer(request: ActorRequest, persons: list[Person], title: str, *, back: str = "") -> HttpResponse:
    """Each by its own act; who may not have one is listed with why, and the rest goes on."""
    issued: list[Issued] = []
    refused: list[Unissued] = []
    for person in persons:
        try:
            kept, code = issue_slip(request.actor, person)
        except Refused as found:
            refused.append(Unissued(person, reasons(found.refusals)))
        else:
            issued.append(Issued(person, kept, code))
    if issued and not refused and request.POST.get("cara") == "cetak":
        return _pdf(printed(request.lsp, title, issued), f"Slip masuk {title}.pdf")
    context = {"title": title, "issued": issued, "refused": refused, "batch_id": back}
    response = render(request, "applications/batches/issued.html", context)
    response["Cache-Control"] = "private, no-store"
    return response


def _pdf(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["Cache-Control"] = "private, no-store"
    return response
