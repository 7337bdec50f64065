"""What waits around events: TUK to verify for one event, undangan to sign, exceptions to confirm."""

from __future__ import annotations

from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext as _

from jamstac.assessment.selectors import released_unplanned
from jamstac.events.models import AssignmentLetter, Event, VerifierLetter
from jamstac.events.states import EventState
from jamstac.findings.models import Waiver
from jamstac.findings.states import WaiverKind
from jamstac.portal.tasks import Desk, Task
from jamstac.venues.models import VenueVerification

_OPEN = (EventState.PLANNED, EventState.ASSIGNED, EventState.CHANGED)


def event_venues_to_verify(desk: Desk) -> list[Task]:
    """TUK I was sent to and did not report on yet."""
    told = VenueVerification.objects.filter(event=OuterRef("event_id"), venue=OuterRef("venue_id"))
    rows = VerifierLetter.objects.filter(
        ~Exists(told),
        body=desk.body,
        verifier=desk.actor.person_id,
        venue=F("event__venue"),
        event__state__in=_OPEN,
        event__date__gte=desk.day,
    )
    return [
        Task(
            _("Verifikasi %(venue)s") % {"venue": row.venue.name},
            _("Untuk jadwal %(number)s") % {"number": row.event.number},
            row.signed_at,
            desk.url("events:verification", row.event_id),
            _("Verifikasi"),
            row.due_on,
        )
        for row in rows.select_related("venue", "event")
    ]


def invitations_to_sign(desk: Desk) -> list[Task]:
    """Events to come whose surat tugas is signed and whose asesi were not invited."""
    letters = AssignmentLetter.objects.filter(event=OuterRef("pk"), superseded_at=None, invitation=None)
    rows = Event.objects.filter(Exists(letters), body=desk.body, state=EventState.ASSIGNED, date__gt=desk.day)
    return [
        Task(
            _("Undang asesi jadwal %(number)s") % {"number": row.number},
            row.venue.name,
            row.state_since,
            desk.url("events:event", row.pk),
            _("Tandatangani"),
            row.date,
        )
        for row in rows.select_related("venue")
    ]


def waivers_to_confirm(desk: Desk) -> list[Task]:
    """Exceptions somebody else asked for."""
    rows = Waiver.objects.filter(
        body=desk.body, kind=WaiverKind.DUAL, confirmed_at=None, withdrawn_at=None, valid_until__gte=desk.day
    )
    return [
        Task(
            _("Setujui atau tolak pengecualian %(rule)s") % {"rule": row.rule},
            row.subject_label,
            row.asked_at,
            desk.url("findings:waivers"),
            _("Periksa"),
            row.valid_until,
        )
        for row in rows.exclude(asked_by=desk.actor.person_id)
    ]


def released_to_plan(desk: Desk) -> list[Task]:
    """Opened cases that were released and that nobody gave another day or assessor. Those out of their event wait
    among the cases to schedule."""
    return [
        Task(
            _("Rencanakan lagi asesmen %(name)s") % {"name": case.application.name},
            _("Dilepas dari %(assessor)s, jadwal %(number)s")
            % {"assessor": case.assessor.name, "number": place.event.number},
            case.state_since,
            desk.url("events:change", place.event_id),
            _("Rencanakan"),
        )
        for case, place in released_unplanned(desk.body.pk, desk.day)
        if case.application.person_id != desk.actor.person_id
    ]
