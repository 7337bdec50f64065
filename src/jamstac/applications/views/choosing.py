"""Choosing a scheme."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from jamstac.applications import drafts, selectors
from jamstac.applications.models import ApplicationDraft
from jamstac.applications.states import TRANSITIONS
from jamstac.applications.views.draft import today
from jamstac.fees.selectors import open_versions
from jamstac.people.pages import ActorRequest, self_page
from jamstac.schemes.models import Requirement, SchemeUnit, SchemeVersion
from jamstac.schemes.states import RequirementKind


@dataclass(frozen=True)
class Offer:
    """A scheme that takes applications, as its card shows it."""

    version: SchemeVersion
    price: int | None
    units: int
    basic: list[list[Requirement]]
    administrative: list[Requirement]
    draft: ApplicationDraft | None

    @property
    def finished(self) -> bool:
        """An earlier application for it is closed: a new one may start."""
        application = self.draft.application if self.draft else None
        return application is not None and not TRANSITIONS[application.state]


def _offers(request: ActorRequest) -> list[Offer]:
    """Six queries, however many schemes."""
    if not request.lsp.open_for_applications:
        return []
    found = open_versions(request.lsp.pk, today(request))
    ids = [each.version.pk for each in found]
    units = Counter(SchemeUnit.objects.filter(version__in=ids).values_list("version_id", flat=True))
    asked: dict[UUID, list[Requirement]] = defaultdict(list)
    for row in Requirement.objects.filter(version__in=ids).order_by("alternative", "position"):
        asked[row.version_id].append(row)
    own = {row.scheme_version_id: row for row in selectors.drafts_of(request.actor.person_id)}
    offers = []
    for each in found:
        basic: dict[int, list[Requirement]] = defaultdict(list)
        for row in asked[each.version.pk]:
            if row.kind == RequirementKind.BASIC:
                basic[row.alternative].append(row)
        offers.append(
            Offer(
                version=each.version,
                price=each.price.amount if each.price else None,
                units=units[each.version.pk],
                basic=list(basic.values()),
                administrative=[row for row in asked[each.version.pk] if row.kind == RequirementKind.ADMINISTRATIVE],
                draft=own.get(each.version.pk),
            )
        )
    return offers


@self_page("application.self")
def open_schemes(request: ActorRequest) -> HttpResponse:
    return render(request, "applications/schemes.html", {"offers": _offers(request)})


@require_POST
@self_page("application.self")
def start(request: ActorRequest, version: UUID) -> HttpResponse:
    """Begin, or continue, the draft for a scheme. A second click finds the same draft."""
    chosen = get_object_or_404(SchemeVersion, pk=version, body=request.lsp)
    if chosen.pk not in {offer.version.pk for offer in _offers(request)}:
        messages.warning(request, _("Skema ini sedang tidak menerima permohonan."))
        return redirect("applications:schemes", request.lsp.slug)
    draft = drafts.start(request.actor.person, chosen)
    return redirect("applications:draft_biodata", request.lsp.slug, draft.pk)
