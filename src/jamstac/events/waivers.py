"""The load of an assessor may be waived for one event (HR-29)."""

from __future__ import annotations

from uuid import UUID

from django.urls import reverse

from jamstac.events.bookings import LOAD_RULE
from jamstac.events.models import Event
from jamstac.findings.states import WaiverKind
from jamstac.findings.waivers import Waivable, WaiverSubject, register_waivable


def find(body_id: UUID, pk: UUID) -> WaiverSubject | None:
    event = Event.objects.filter(body_id=body_id, pk=pk).select_related("body").first()
    if event is None:
        return None
    page = reverse("events:event", args=[event.body.slug, event.pk])
    return WaiverSubject(event, f"Jadwal {event.number}", page)


register_waivable(Waivable(LOAD_RULE, WaiverKind.DUAL, "events.event", "beban asesor per hari", find))
