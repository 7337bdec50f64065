"""The way to an exception, shown where a rule that knows one refuses."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from jamstac.bodies.models import TenantRecord
from jamstac.findings.waivers import waivable
from jamstac.kernel.verdicts import Override
from jamstac.people.pages import ActorRequest, role_reasons
from jamstac.ui.why import Reason


def with_offers(request: ActorRequest, why: Iterable[Reason], *records: TenantRecord) -> list[Reason]:
    """`why`, each with the way to ask where its rule can be waived for one of `records` and this reader may ask."""
    if role_reasons("waiver.ask", request.roles):
        return list(why)
    return [_offered(request, each, records) for each in why]


def _offered(request: ActorRequest, why: Reason, records: tuple[TenantRecord, ...]) -> Reason:
    if why.override is Override.NONE:
        return why
    for record in records:
        known = waivable(why.rule, record._meta.label_lower)
        if known is not None:
            where = [request.lsp.slug, known.rule, known.subject_type, record.pk]
            return why.asking(reverse("findings:ask", args=where))
    return why
