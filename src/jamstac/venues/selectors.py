from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from jamstac.venues.facts import EntryFacts, VenueFacts
from jamstac.venues.models import Venue, VenueVerification
from jamstac.venues.states import VenueKind


def verified(venue_id: UUID, scheme_id: UUID, day: date) -> bool:
    """The last verification of the TUK for the scheme up to `day` found it fit and still holds; those for one
    event speak of that event only."""
    return _fit(VenueVerification.objects.filter(venue_id=venue_id, scheme_id=scheme_id, event=None), day)


def fit_for_event(venue: Venue, scheme_id: UUID, day: date, event_id: UUID) -> bool:
    """HR-24: a TUK mandiri by its period, any other by what was found for this very event. One query."""
    if venue.kind == VenueKind.INDEPENDENT:
        return verified(venue.pk, scheme_id, day)
    return _fit(VenueVerification.objects.filter(venue=venue, scheme_id=scheme_id, event=event_id), day)


def _fit(rows: QuerySet[VenueVerification], day: date) -> bool:
    last = rows.filter(verified_on__lte=day).order_by("-verified_on", "-pk").first()
    return last is not None and last.fit and day <= last.valid_until


def verifications_for_event(event_id: UUID) -> QuerySet[VenueVerification]:
    """What verifiers found for one event, latest first."""
    rows = VenueVerification.objects.filter(event=event_id).select_related("venue", "verifier")
    return rows.order_by("-verified_on", "-pk")


def venue_facts(venue_id: UUID, scheme_id: UUID, day: date) -> VenueFacts:
    """For `venue_is_verified`. One query."""
    return VenueFacts(day=day, venue_verified=verified(venue_id, scheme_id, day))


def venues_for(body_id: UUID, scheme_id: UUID, day: date) -> list[Venue]:
    """TUK verified for the scheme on `day`, by name. One query."""
    rows = (
        VenueVerification.objects.filter(body_id=body_id, scheme_id=scheme_id, event=None, verified_on__lte=day)
        .select_related("venue")
        .order_by("verified_on", "pk")
    )
    last = {row.venue_id: row for row in rows}
    return sorted((row.venue for row in last.values() if row.fit and day <= row.valid_until), key=lambda v: v.name)


def entry_facts(venue: Venue) -> EntryFacts:
    same = Venue.objects.filter(body_id=venue.body_id, code=venue.code)
    return EntryFacts(known=same.exclude(pk=venue.pk).exists())
