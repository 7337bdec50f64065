"""Reads of events, and the facts their rules ask. Scoped by LSP: callers name the body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from jamstac.applications.models import Application
from jamstac.applications.selectors import special_needs_of
from jamstac.applications.states import ApplicationState
from jamstac.assessors.rules import assessor_is_active
from jamstac.assessors.selectors import assessor_facts, pact_facts
from jamstac.assessors.states import Standing
from jamstac.events.bookings import Slot, booking_facts, event_bookings, slot_of
from jamstac.events.facts import (
    AssignmentFacts,
    CancelFacts,
    CandidateFacts,
    LeadFacts,
    LetterFacts,
    PlaceFacts,
    PlanFacts,
    RemovalFacts,
    ReplacementFacts,
    ReplanFacts,
    WithdrawalFacts,
)
from jamstac.events.impartial import counts_of, pair_of, pairs_of
from jamstac.events.models import AssignmentLetter, Event, EventCandidate
from jamstac.events.states import REMOTE, EventState
from jamstac.instruments.selectors import tool_facts
from jamstac.licensing.selectors import remote_approval_on, scope_facts
from jamstac.people.models import Person
from jamstac.people.selectors import consent_in_force
from jamstac.people.states import ConsentPurpose
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import in_force
from jamstac.venues.models import Venue
from jamstac.venues.selectors import fit_for_event, verified
from jamstac.venues.states import VenueKind


def events_for(body_id: UUID) -> QuerySet[Event]:
    """Events of the LSP with their scheme, venue and number of candidates."""
    rows = Event.objects.filter(body_id=body_id).select_related("scheme_version__scheme", "venue")
    return rows.annotate(candidate_count=Count("candidates"))


def events_with(rows: QuerySet[Event], words: str) -> QuerySet[Event]:
    """Those in whose number, scheme or TUK every one of `words` stands."""
    for word in words.split():
        rows = rows.filter(
            Q(number__icontains=word)
            | Q(scheme_version__scheme__title__icontains=word)
            | Q(venue__name__icontains=word)
        )
    return rows


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


def letter_of(event_id: UUID) -> AssignmentLetter | None:
    """The surat tugas in force; none before it is signed, nor after a change until the next one is."""
    rows = AssignmentLetter.objects.filter(event_id=event_id, superseded_at=None)
    return rows.select_related("sheet", "signer", "replaces").first()


def letters_of(event_id: UUID) -> list[AssignmentLetter]:
    """Every surat tugas of an event, the newest first."""
    rows = AssignmentLetter.objects.filter(event_id=event_id).select_related("sheet", "signer", "replaces")
    return list(rows.order_by("-version"))


def _plan(version: SchemeVersion, venue: Venue, mode: str, day: date) -> dict[str, Any]:
    permanent = venue.kind == VenueKind.INDEPENDENT
    return {
        "scheme_in_force": in_force(version, day),
        "venue_verified": not permanent or verified(venue.pk, version.scheme_id, day),
        "remote": mode in REMOTE,
        "remote_approved": remote_approval_on(version.body_id, day) is not None,
        **asdict(scope_facts(version.body_id, version.scheme_id, day)),
        **asdict(tool_facts(version.pk, day)),
    }


def plan_facts(version: SchemeVersion, venue: Venue, slot: Slot, *, mode: str, today: date) -> PlanFacts:
    return PlanFacts(
        today=today,
        ends_after_start=slot.end > slot.start,
        **_plan(version, venue, mode, slot.day),
        **asdict(booking_facts(slot, venue, assessors={}, candidates=(), today=today)),
    )


def replan_facts(event: Event, slot: Slot, venue: Venue, *, reason: str, today: date) -> ReplanFacts:
    """Another time, or another TUK, for an event with all its candidates."""
    rows = candidates_of(event.pk)
    return ReplanFacts(
        today=today,
        ends_after_start=slot.end > slot.start,
        state=event.state,
        begun=sum(row.opened_at is not None for row in rows),
        differs=slot != slot_of(event) or venue.pk != event.venue_id,
        reason_given=bool(reason.strip()),
        **_plan(event.scheme_version, venue, event.mode, slot.day),
        **asdict(event_bookings(event, rows, today, slot=slot, venue=venue)),
    )


def candidate_facts(
    event: Event,
    application: Application,
    assessor: Person,
    today: date,
    *,
    reason: str = "",
    load: int | None = None,
    seats: int | None = None,
) -> CandidateFacts:
    """`load` and `seats`: candidates the assessor, and the event, would have; None: one more than now (a preview of
    many counts those before it)."""
    rows = EventCandidate.objects.filter(event=event).exclude(application=application)
    own = rows.filter(assessor=assessor).count() + 1 if load is None else load
    return CandidateFacts(
        today=today,
        state=event.state,
        application_accepted=application.state == ApplicationState.ACCEPTED,
        same_scheme=application.scheme_version_id == event.scheme_version_id,
        in_an_event=EventCandidate.objects.filter(application=application).exists(),
        needs_undecided=sum(not each.decision for each in special_needs_of(application)),
        reason_given=bool(reason.strip()),
        assessor_is_candidate=assessor.pk == application.person_id,
        **asdict(assessor_facts(assessor.pk, event.scheme_version.scheme_id, event.date)),
        **asdict(counts_of(event, [pair_of(application, assessor, today)], event.date, entering=True)),
        **asdict(
            booking_facts(
                slot_of(event),
                event.venue,
                assessors={assessor.pk: own},
                candidates={application.person_id},
                today=today,
                seats=rows.count() + 1 if seats is None else seats,
            )
        ),
    )


def withdrawal_facts(event: Event, application: Application, reason: str) -> WithdrawalFacts:
    row = EventCandidate.objects.filter(event=event, application=application).first()
    return WithdrawalFacts(
        state=event.state,
        in_this_event=row is not None,
        begun=int(row is not None and row.opened_at is not None),
        reason_given=bool(reason.strip()),
    )


def replacement_facts(
    event: Event, rows: Iterable[EventCandidate], before: Person, after: Person, reason: str
) -> ReplacementFacts:
    """`rows` are the candidates that would change hands."""
    affected = list(rows)
    return ReplacementFacts(
        state=event.state,
        handed_over=len(affected),
        begun=sum(row.opened_at is not None for row in affected),
        differs=before.pk != after.pk,
        reason_given=bool(reason.strip()),
    )


def lead_facts(event: Event, person: Person) -> LeadFacts:
    here = EventCandidate.objects.filter(event=event, assessor=person).exists()
    return LeadFacts(state=event.state, assesses_here=here)


def removal_facts(event: Event, application: Application) -> RemovalFacts:
    there = EventCandidate.objects.filter(event=event, application=application).exists()
    return RemovalFacts(state=event.state, in_this_event=there)


def letter_facts(event: Event, candidates: Iterable[EventCandidate], today: date) -> LetterFacts:
    """What signing asks; the facts about assessors hold only when they hold for each of them."""
    rows = list(candidates)
    version, day = event.scheme_version, event.date
    each = [assessor_facts(pk, version.scheme_id, day) for pk in {row.assessor_id for row in rows}]
    idle = next((one for one in each if not assessor_is_active(one)), None)
    scope = scope_facts(event.body_id, version.scheme_id, day)
    tools = tool_facts(version.pk, day)
    pairs = pairs_of([row for row in rows if row.opened_at is None], today)  # an opened pair was asked before
    return LetterFacts(
        day=day,
        today=today,
        state=event.state,
        candidates=len(rows),
        candidates_accepted=all(row.application.state == ApplicationState.ACCEPTED for row in rows),
        licence_in_force=scope.licence_in_force,
        scheme_in_annex=scope.scheme_in_annex,
        scheme_in_force=in_force(version, day),
        tool_set_released=tools.tool_set_released,
        coverage_complete=tools.coverage_complete,
        assessor_appointed=all(one.assessor_appointed for one in each),
        assessor_certificate_valid=all(one.assessor_certificate_valid for one in each),
        assessor_authorised=all(one.assessor_authorised for one in each),
        assessor_standing=idle.assessor_standing if idle else Standing.ACTIVE,
        companion_ready=idle is None or idle.companion_ready,
        **asdict(pact_facts(event.body_id, {row.assessor_id for row in rows}, today)),
        **asdict(counts_of(event, pairs, day)),
        **asdict(place_facts(event, day)),
        **asdict(event_bookings(event, rows, today)),
    )


def place_facts(event: Event, day: date) -> PlaceFacts:
    """HR-24 and the LSP's part of HR-28 for an event, on `day`."""
    return PlaceFacts(
        venue_permanent=event.venue.kind == VenueKind.INDEPENDENT,
        venue_fit=fit_for_event(event.venue, event.scheme_version.scheme_id, day, event.pk),
        remote=event.remote,
        remote_approved=remote_approval_on(event.body_id, day) is not None,
    )


def agreed_to_recording(event: Event, application: Application) -> bool:
    """The candidate's part of HR-28."""
    return not event.remote or consent_in_force(application.person_id, ConsentPurpose.RECORDING)


def cancel_facts(event: Event, reason: str) -> CancelFacts:
    begun = EventCandidate.objects.filter(event=event, opened_at__isnull=False).count()
    return CancelFacts(state=event.state, begun=begun, reason_given=bool(reason.strip()))


def assignment_facts(
    event: Event, application: Application, *, assessor_id: UUID | None, person_id: UUID | None, today: date
) -> AssignmentFacts:
    """HR-21 for `person_id`, who is about to act on the case that `assessor_id` was given."""
    return assignments_of(event, {application: assessor_id}, person_id=person_id, today=today)[application.pk]


def assignments_of(
    event: Event, given: Mapping[Application, UUID | None], *, person_id: UUID | None, today: date
) -> dict[UUID, AssignmentFacts]:
    """HR-21 for cases of one event, each with the assessor it was given to. By application; two queries."""
    rows = {row.application_id: row for row in EventCandidate.objects.filter(event=event, application__in=given)}
    letters = list(AssignmentLetter.objects.filter(event=event))
    found = {}
    for application, assessor_id in given.items():
        row = rows.get(application.pk)
        if row is not None and row.assessor_id != assessor_id:
            row = None
        found[application.pk] = AssignmentFacts(
            letter_signed=_letter_holds(letters, row),
            event_cancelled=event.state == EventState.CANCELLED,
            covers_scheme=application.scheme_version_id == event.scheme_version_id,
            covers_candidate=row is not None,
            event_day=event.date,
            today=today,
            is_assigned=person_id is not None and person_id == assessor_id,
        )
    return found


def _letter_holds(letters: Iterable[AssignmentLetter], row: EventCandidate | None) -> bool:
    """A surat tugas is in force; or the case was opened under one that was, and goes on under it."""
    opened = None if row is None else row.opened_at
    return any(
        letter.superseded_at is None or (opened is not None and letter.signed_at <= opened <= letter.superseded_at)
        for letter in letters
    )
