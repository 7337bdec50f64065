"""Reads of events, and the facts their rules ask. Scoped by LSP: callers name the body."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, time
from uuid import UUID

from django.db.models import Count, QuerySet

from jamstac.applications.models import Application
from jamstac.applications.states import ApplicationState
from jamstac.assessors.selectors import assessor_facts
from jamstac.events.facts import (
    AssignmentFacts,
    CancelFacts,
    CandidateFacts,
    LetterFacts,
    PlanFacts,
    RemovalFacts,
)
from jamstac.events.models import AssignmentLetter, Event, EventCandidate
from jamstac.events.states import EventState
from jamstac.licensing.selectors import scope_facts
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import in_force
from jamstac.venues.models import Venue
from jamstac.venues.selectors import verified


def events_for(body_id: UUID) -> QuerySet[Event]:
    """Events of the LSP with their scheme, venue and number of candidates."""
    rows = Event.objects.filter(body_id=body_id).select_related("scheme_version__scheme", "venue")
    return rows.annotate(candidate_count=Count("candidates"))


def candidates_of(event_id: UUID) -> list[EventCandidate]:
    """In the order in which they were put in. One query."""
    rows = EventCandidate.objects.filter(event_id=event_id)
    return list(rows.select_related("application__person", "assessor").order_by("id"))


def candidates_of_assessor(body_id: UUID, person_id: UUID) -> QuerySet[EventCandidate]:
    """Whom a person assesses, in events that were not cancelled."""
    rows = EventCandidate.objects.filter(body_id=body_id, assessor_id=person_id)
    rows = rows.exclude(event__state=EventState.CANCELLED)
    return rows.select_related("event__venue", "event__scheme_version__scheme", "application")


def waiting_applications(event: Event) -> QuerySet[Application]:
    """Accepted applications for the event's scheme version that stand in no event, oldest first."""
    rows = Application.objects.filter(
        body_id=event.body_id,
        scheme_version_id=event.scheme_version_id,
        state=ApplicationState.ACCEPTED,
        event_candidate=None,
    )
    return rows.order_by("state_since", "id")


def load_on(body_id: UUID, day: date) -> dict[UUID, int]:
    """How many candidates each assessor has on `day`, over all events that were not cancelled."""
    rows = EventCandidate.objects.filter(body_id=body_id, event__date=day).exclude(event__state=EventState.CANCELLED)
    counted = rows.values("assessor_id").annotate(n=Count("id")).order_by()
    return {row["assessor_id"]: row["n"] for row in counted}


def letter_of(event_id: UUID) -> AssignmentLetter | None:
    rows = AssignmentLetter.objects.filter(event_id=event_id)
    return rows.select_related("sheet", "signer").first()


def plan_facts(
    version: SchemeVersion, venue: Venue, *, day: date, today: date, start_time: time, end_time: time
) -> PlanFacts:
    return PlanFacts(
        today=today,
        ends_after_start=end_time > start_time,
        scheme_in_force=in_force(version, day),
        venue_verified=verified(venue.pk, version.scheme_id, day),
        **asdict(scope_facts(version.body_id, version.scheme_id, day)),
    )


def candidate_facts(event: Event, application: Application, assessor: Person, today: date) -> CandidateFacts:
    return CandidateFacts(
        today=today,
        state=event.state,
        application_accepted=application.state == ApplicationState.ACCEPTED,
        same_scheme=application.scheme_version_id == event.scheme_version_id,
        in_an_event=EventCandidate.objects.filter(application=application).exists(),
        assessor_is_candidate=assessor.pk == application.person_id,
        **asdict(assessor_facts(assessor.pk, event.scheme_version.scheme_id, event.date)),
    )


def removal_facts(event: Event, application: Application) -> RemovalFacts:
    there = EventCandidate.objects.filter(event=event, application=application).exists()
    return RemovalFacts(state=event.state, in_this_event=there)


def letter_facts(event: Event, candidates: Iterable[EventCandidate], today: date) -> LetterFacts:
    """What signing asks; the facts about assessors hold only when they hold for each of them."""
    rows = list(candidates)
    version, day = event.scheme_version, event.date
    each = [assessor_facts(pk, version.scheme_id, day) for pk in {row.assessor_id for row in rows}]
    scope = scope_facts(event.body_id, version.scheme_id, day)
    return LetterFacts(
        day=day,
        today=today,
        state=event.state,
        candidates=len(rows),
        candidates_accepted=all(row.application.state == ApplicationState.ACCEPTED for row in rows),
        licence_in_force=scope.licence_in_force,
        scheme_in_annex=scope.scheme_in_annex,
        scheme_in_force=in_force(version, day),
        venue_verified=verified(event.venue_id, version.scheme_id, day),
        assessor_appointed=all(one.assessor_appointed for one in each),
        assessor_certificate_valid=all(one.assessor_certificate_valid for one in each),
        assessor_authorised=all(one.assessor_authorised for one in each),
    )


def cancel_facts(event: Event, reason: str) -> CancelFacts:
    begun = EventCandidate.objects.filter(event=event, opened_at__isnull=False).count()
    return CancelFacts(state=event.state, begun=begun, reason_given=bool(reason.strip()))


def assignment_facts(
    event: Event, application: Application, *, assessor_id: UUID | None, person_id: UUID | None, today: date
) -> AssignmentFacts:
    """HR-21 for `person_id`, who is about to act on the case that `assessor_id` was given."""
    letter = AssignmentLetter.objects.filter(event=event).exists()
    return AssignmentFacts(
        letter_signed=letter,
        event_cancelled=event.state == EventState.CANCELLED,
        covers_scheme=application.scheme_version_id == event.scheme_version_id,
        covers_candidate=EventCandidate.objects.filter(
            event=event, application=application, assessor_id=assessor_id
        ).exists(),
        event_day=event.date,
        today=today,
        is_assigned=person_id is not None and person_id == assessor_id,
    )
