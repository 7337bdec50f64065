"""Doors of what went wrong at an event, and of its photos."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from uuid import UUID

from jamstac.applications.models import Application
from jamstac.documents.models import StoredFile
from jamstac.events import day, day_rules
from jamstac.events.actions.day import signer_of
from jamstac.events.models import Event, EventPhoto, Incident, IncidentCase, PhotoSubject
from jamstac.events.states import CaseOutcome, IncidentKind, IncidentState, PhotoSource
from jamstac.findings.holds import place_hold, release_holds
from jamstac.findings.states import HoldSource
from jamstac.ledger.door import Act, action, store


@action("incident.reported", access="event.report_incident", policies=[day_rules.may_report_incident])
def report_incident(
    act: Act,
    event: Event,
    *,
    kind: IncidentKind,
    at: datetime,
    description: str,
    applications: Collection[Application],
) -> Incident:
    """What happened, when, and to which cases: each of them is held until the incident is closed (HR-41)."""
    cases = {each.pk: each for each in applications}
    facts = day.report_facts(
        event,
        act.actor.person_id,
        act.roles,
        kind=kind,
        at=at,
        description=description,
        cases=cases,
        now=act.now,
    )
    act.require(day_rules.may_report_incident, facts)
    incident = Incident(
        body_id=event.body_id,
        event=event,
        kind=kind,
        at=at,
        description=description.strip(),
        reported_by=signer_of(act),
        reported_at=act.now,
    )
    store(incident)
    for case in cases.values():
        store(IncidentCase(body_id=event.body_id, incident=incident, application=case))
        place_hold(
            act,
            case=case.pk,
            candidate_id=case.person_id,
            source=HoldSource.INCIDENT,
            source_id=incident.pk,
            reason=f"{incident.get_kind_display()} pada jadwal {event.number}",
        )
    act.record(incident, event_id=event.pk, kind=kind)
    act.record(incident=incident.pk, kind=kind, cases=list(cases))
    return incident


@action("incident.closed", access="event.close_incident", policies=[day_rules.may_close_incident])
def close_incident(
    act: Act, incident: Incident, *, closing: str, outcomes: Mapping[UUID, day.CaseOutcomeGiven]
) -> Incident:
    """What was done, and for each case (by application) whether it goes on. ASM-09, HR-41."""
    facts = day.closing_facts(incident, act.actor.person_id, closing=closing, outcomes=outcomes)
    act.require(day_rules.may_close_incident, facts)
    for case in IncidentCase.objects.filter(incident=incident):
        given = outcomes[case.application_id]
        case.outcome, case.outcome_reason = given.outcome, given.reason.strip()
        store(case, "outcome", "outcome_reason")
        if case.outcome == CaseOutcome.UNAFFECTED:
            release_holds(act, source_id=incident.pk, reason=closing[:300], case=case.application_id)
    incident.state, incident.closing = IncidentState.CLOSED, closing.strip()
    incident.closed_by, incident.closed_at = signer_of(act), act.now
    store(incident, "state", "closing", "closed_by", "closed_at")
    held = sum(each.outcome == CaseOutcome.HELD for each in outcomes.values())
    act.record(event_id=incident.event_id, held=held)
    return incident


@action("incident.case_cleared", access="event.close_incident", policies=[day_rules.may_clear_case])
def clear_case(act: Act, case: IncidentCase, *, reason: str) -> IncidentCase:
    """A case that stayed held when its incident was closed goes on after all."""
    act.require(day_rules.may_clear_case, day.clearing_facts(case, act.actor.person_id, reason=reason))
    release_holds(act, source_id=case.incident_id, reason=reason, case=case.application_id)
    case.cleared_at = act.now
    store(case, "cleared_at")
    act.record(incident=case.incident_id)
    return case


@action("photo.added", access="event.add_photo", policies=[day_rules.may_add_photo])
def add_photo(
    act: Act,
    event: Event,
    *,
    file: StoredFile,
    caption: str,
    taken_at: datetime,
    time_source: PhotoSource,
    latitude: int | None,
    longitude: int | None,
    place_source: PhotoSource | None,
    shown: Collection[Application],
) -> EventPhoto:
    """A photo of the day, its time and place. Candidates seen on it (`shown`) agreed to photos. The file comes without
    what the camera wrote into it (`documents.photographs`)."""
    facts = day.photo_facts(
        event,
        act.actor.person_id,
        act.roles,
        file=file,
        caption=caption,
        taken_at=taken_at,
        place=(latitude, longitude),
        shown=shown,
        now=act.now,
    )
    act.require(day_rules.may_add_photo, facts)
    photo = EventPhoto(
        body_id=event.body_id,
        event=event,
        file=file,
        caption=caption.strip(),
        taken_at=taken_at,
        time_source=time_source,
        latitude=latitude,
        longitude=longitude,
        place_source=place_source or "",
        added_by=signer_of(act),
        added_at=act.now,
    )
    store(photo)
    for application in {each.pk: each for each in shown}.values():
        store(PhotoSubject(body_id=event.body_id, photo=photo, application=application))
    act.record(photo=photo.pk, sha256=file.sha256, cases=[each.pk for each in shown])
    return photo
