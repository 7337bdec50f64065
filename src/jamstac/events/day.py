"""The assessment day: who came, what happened, and what its rules ask. Scoped by event."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from jamstac.applications.models import Application
from jamstac.documents.models import Sheet, StoredFile
from jamstac.documents.states import MediaType, SheetCode
from jamstac.events.day_facts import (
    AbsenceFacts,
    CardFacts,
    CheckInFacts,
    ClearingFacts,
    ClosingFacts,
    ListFacts,
    PartFacts,
    PhotoFacts,
    ReportFacts,
    UndoFacts,
)
from jamstac.events.models import (
    Attendance,
    AttendanceList,
    Departure,
    Event,
    EventCandidate,
    Incident,
    IncidentCase,
    VerifierLetter,
)
from jamstac.events.selectors import candidates_of, letter_of
from jamstac.events.states import ARRIVED, AttendanceState, CaseOutcome, DepartureKind, IncidentKind, IncidentState
from jamstac.parameters.selectors import number
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Consent, Person
from jamstac.people.states import ConsentPurpose, Function

KEEPERS = frozenset({Function.ADMIN, Function.VENUE_HEAD})
"""Functions on duty at every event of the LSP: they note who came, and add photos."""

WITNESSES = KEEPERS | {Function.CERTIFICATION_MANAGER, Function.QUALITY_MANAGER}
"""Those who may report an incident at any event."""

PICTURES = frozenset({MediaType.JPEG, MediaType.PNG})


@dataclass(frozen=True)
class CaseOutcomeGiven:
    """What closing an incident says about one case."""

    outcome: str
    reason: str = ""


@dataclass(frozen=True)
class DayRow:
    """A candidate of the day: still in the event, or gone because they did not come. `earlier` was noted for the day
    the event stood on before it was moved: it counts for nothing, and is written anew."""

    application: Application
    assessor: Person
    candidate: EventCandidate | None
    attendance: Attendance | None
    earlier: Attendance | None = None

    @property
    def state(self) -> str:
        """A value of `AttendanceState`; empty while nobody noted anything."""
        return self.attendance.state if self.attendance else ""

    @property
    def opened(self) -> bool:
        return self.candidate is not None and self.candidate.opened_at is not None

    @property
    def came_before(self) -> datetime | None:
        """When they came on a day the event was moved from."""
        return None if self.earlier is None else self.earlier.arrived_at


def assesses_here(event: Event, person_id: UUID | None) -> bool:
    """One of the event's assessors, also of a candidate who did not come."""
    if person_id is None:
        return False
    absent = Departure.objects.filter(event=event, assessor=person_id, kind=DepartureKind.ABSENT)
    return EventCandidate.objects.filter(event=event, assessor=person_id).exists() or absent.exists()


def on_duty(event: Event, person_id: UUID | None, roles: Collection[str], everywhere: Collection[str]) -> bool:
    """A function of `everywhere`, an assessor of the event, or the verifikator sent to it by letter."""
    if set(everywhere) & set(roles) or assesses_here(event, person_id):
        return True
    sent = VerifierLetter.objects.filter(event=event, verifier=person_id)
    return everywhere is WITNESSES and person_id is not None and sent.exists()


def assessors_here(event: Event) -> list[Person]:
    """Everybody who assessed, or should have assessed somebody who did not come, by name."""
    there = EventCandidate.objects.filter(event=event).values("assessor")
    gone = Departure.objects.filter(event=event, kind=DepartureKind.ABSENT).values("assessor")
    return list(Person.objects.filter(pk__in=there.union(gone)).order_by("name"))


def venue_head_on(body_id: UUID, day: date) -> Person | None:
    """The ketua TUK the LSP appointed, where it has one."""
    rows = Appointment.objects.filter(in_force(day), body_id=body_id, function=Function.VENUE_HEAD)
    first = rows.select_related("person").order_by("valid_from", "pk").first()
    return first.person if first else None


def rows_of(event: Event) -> list[DayRow]:
    """Everybody the day is about, in the order of the list; who did not come is among them. Three queries."""
    noted = {row.application_id: row for row in Attendance.objects.filter(event=event).select_related("checked_by")}
    rows = [
        DayRow(each.application, each.assessor, each, *_of_this_day(event, noted.get(each.application_id)))
        for each in candidates_of(event.pk)
    ]
    there = {row.application.pk for row in rows}
    absent = Departure.objects.filter(event=event, kind=DepartureKind.ABSENT).exclude(application__in=there)
    latest = {
        each.application_id: each
        for each in absent.select_related("application__person", "assessor").order_by("at")
        if each.at.astimezone(event.body.zone).date() >= event.date
    }
    rows += [DayRow(each.application, each.assessor, None, noted.get(pk)) for pk, each in latest.items()]
    return sorted(rows, key=lambda row: row.application.number)


def is_noted(row: DayRow) -> bool:
    """Who was absent and is back in the event waits to be noted again."""
    if row.candidate is None:
        return row.attendance is not None
    return row.state in ARRIVED


def counts_for(event: Event, noted: Attendance) -> bool:
    """Who came counts for the day they came on. An event moved to another day waits for them again."""
    if noted.arrived_at is not None:
        return noted.arrived_at.astimezone(event.body.zone).date() == event.date
    return noted.checked_at.astimezone(event.body.zone).date() >= event.date


def _of_this_day(event: Event, noted: Attendance | None) -> tuple[Attendance | None, Attendance | None]:
    """What counts for the day as it is planned now, and what was noted for an earlier one."""
    return (noted, None) if noted is None or counts_for(event, noted) else (None, noted)


def checked_in(candidate: EventCandidate) -> bool:
    return row_of(candidate).state in ARRIVED


def arrived_at_events(body_id: UUID, events: Collection[UUID]) -> frozenset[UUID]:
    """Applications of those who came to one of `events` on its day. One query."""
    rows = Attendance.objects.filter(body_id=body_id, event__in=events, state__in=ARRIVED)
    return frozenset(row.application_id for row in rows.select_related("event__body") if counts_for(row.event, row))


def starts_at(event: Event) -> datetime:
    return datetime.combine(event.date, event.start_time, event.body.zone)


def state_at(event: Event, arrived_at: datetime) -> AttendanceState:
    """Late only where the LSP says how many minutes are too many."""
    grace = number(event.body_id, "late_after", event.date)
    late = grace is not None and arrived_at > starts_at(event) + timedelta(minutes=grace)
    return AttendanceState.LATE if late else AttendanceState.PRESENT


def moment_on(event: Event, at: time) -> datetime:
    return datetime.combine(event.date, at, event.body.zone)


def lists_of(event: Event) -> list[AttendanceList]:
    """The newest first."""
    rows = AttendanceList.objects.filter(event=event).select_related("sheet", "closed_by")
    return list(rows.order_by("-version"))


# ---------------------------------------------------------------- facts


def _duty(event: Event, person_id: UUID | None, roles: Collection[str], today: date) -> dict[str, Any]:
    return {
        "on_duty": on_duty(event, person_id, roles, KEEPERS),
        "letter_in_force": letter_of(event.pk) is not None,
        "event_day": event.date,
        "today": today,
    }


def check_in_facts(
    row: DayRow, event: Event, person_id: UUID | None, roles: Collection[str], *, arrived_at: datetime, now: datetime
) -> CheckInFacts:
    today = now.astimezone(event.body.zone).date()
    return CheckInFacts(
        in_this_event=row.candidate is not None,
        arrived=row.state in ARRIVED,
        in_future=arrived_at > now,
        **_duty(event, person_id, roles, today),
    )


def absence_facts(
    row: DayRow, event: Event, person_id: UUID | None, roles: Collection[str], *, reason: str, today: date
) -> AbsenceFacts:
    return AbsenceFacts(
        in_this_event=row.candidate is not None,
        arrived=row.candidate is not None and row.state in ARRIVED,
        opened=row.opened,
        reason_given=bool(reason.strip()),
        **_duty(event, person_id, roles, today),
    )


def undo_facts(row: DayRow, event: Event, person_id: UUID | None, roles: Collection[str], *, today: date) -> UndoFacts:
    return UndoFacts(
        arrived=row.state in ARRIVED,
        opened=row.opened,
        listed=row.attendance is not None and row.attendance.listed_on_id is not None,
        **_duty(event, person_id, roles, today),
    )


def rows_among(candidates: Iterable[EventCandidate]) -> dict[UUID, DayRow]:
    """Candidates of one event with what was noted of each, by candidate. One query."""
    rows = list(candidates)
    events = {row.event_id for row in rows}
    found = Attendance.objects.filter(event__in=events, application__in=[row.application_id for row in rows])
    noted = {each.application_id: each for each in found}
    return {
        row.pk: DayRow(row.application, row.assessor, row, *_of_this_day(row.event, noted.get(row.application_id)))
        for row in rows
    }


def row_of(candidate: EventCandidate) -> DayRow:
    return rows_among([candidate])[candidate.pk]


def list_facts(
    event: Event, rows: Iterable[DayRow], person_id: UUID | None, roles: Collection[str], *, today: date
) -> ListFacts:
    every = list(rows)
    return ListFacts(
        assesses_here=assesses_here(event, person_id),
        unnoted=sum(not is_noted(row) for row in every),
        unlisted=sum(row.attendance is not None and row.attendance.listed_on_id is None for row in every),
        **_duty(event, person_id, roles, today),
    )


def role_in(event: Event, person_id: UUID | None, roles: Collection[str]) -> str:
    """As what a person signs the sheets of the day; empty for everybody else."""
    if assesses_here(event, person_id):
        return "asesor"
    return "venue_head" if Function.VENUE_HEAD in roles else ""


def part_facts(event: Event, person_id: UUID | None, roles: Collection[str]) -> PartFacts:
    return PartFacts(has_part=bool(role_in(event, person_id, roles)))


def cases_of_day(event: Event) -> set[UUID]:
    """Applications that stood in the event on its day."""
    return {row.application.pk for row in rows_of(event)}


def report_facts(
    event: Event,
    person_id: UUID | None,
    roles: Collection[str],
    *,
    kind: str,
    at: datetime,
    description: str,
    cases: Iterable[UUID],
    now: datetime,
) -> ReportFacts:
    return ReportFacts(
        on_duty=on_duty(event, person_id, roles, WITNESSES),
        kind_known=kind in IncidentKind.values,
        described=bool(description.strip()),
        early=at.astimezone(event.body.zone).date() < event.date,
        in_future=at > now,
        strangers=len(set(cases) - cases_of_day(event)),
    )


def closing_facts(
    incident: Incident, person_id: UUID | None, *, closing: str, outcomes: Mapping[UUID, CaseOutcomeGiven]
) -> ClosingFacts:
    """`outcomes` by application."""
    cases = list(IncidentCase.objects.filter(incident=incident).values_list("application", flat=True))
    known = {pk: outcomes[pk] for pk in cases if pk in outcomes and outcomes[pk].outcome in CaseOutcome.values}
    held = [each for each in known.values() if each.outcome == CaseOutcome.HELD]
    return ClosingFacts(
        open=incident.state == IncidentState.OPEN,
        own_report=incident.reported_by_id == person_id,
        involved=assesses_here(incident.event, person_id),
        closing_given=bool(closing.strip()),
        undecided=len(cases) - len(known),
        without_reason=sum(not each.reason.strip() for each in held),
    )


def clearing_facts(case: IncidentCase, person_id: UUID | None, *, reason: str) -> ClearingFacts:
    return ClearingFacts(
        open=case.incident.state == IncidentState.OPEN,
        own_report=case.incident.reported_by_id == person_id,
        involved=assesses_here(case.incident.event, person_id),
        held=case.outcome == CaseOutcome.HELD and case.cleared_at is None,
        reason_given=bool(reason.strip()),
    )


def willing(applications: Iterable[Application]) -> set[UUID]:
    """Those of the candidates (by application) who agreed to photos. One query."""
    people = {each.person_id: each.pk for each in applications}
    rows = Consent.objects.filter(person__in=list(people), purpose=ConsentPurpose.DOCUMENTATION, withdrawn_at=None)
    return {people[pk] for pk in rows.values_list("person", flat=True)}


def photo_facts(
    event: Event,
    person_id: UUID | None,
    roles: Collection[str],
    *,
    file: StoredFile,
    caption: str,
    taken_at: datetime,
    place: tuple[int | None, int | None],
    shown: Collection[Application],
    now: datetime,
) -> PhotoFacts:
    latitude, longitude = place
    nowhere = latitude is None and longitude is None
    there = (
        latitude is not None and longitude is not None and abs(latitude) <= 90_000_000 and abs(longitude) <= 180_000_000
    )
    agreed = willing(shown)
    return PhotoFacts(
        on_duty=on_duty(event, person_id, roles, KEEPERS),
        early=taken_at.astimezone(event.body.zone).date() < event.date,
        in_future=taken_at > now,
        captioned=bool(caption.strip()),
        is_picture=file.media_type in PICTURES,
        place_possible=nowhere or there,
        strangers=len({each.pk for each in shown} - cases_of_day(event)),
        unwilling=sum(each.pk not in agreed for each in shown),
    )


def without_card(event: Event) -> list[EventCandidate]:
    """Candidates without a kartu peserta of the surat tugas in force."""
    letter = letter_of(event.pk)
    if letter is None:
        return []
    rows = candidates_of(event.pk)
    made = Sheet.objects.filter(
        subject_id__in=[row.pk for row in rows], code=SheetCode.CANDIDATE_CARD, made_at__gte=letter.signed_at
    )
    have = set(made.values_list("subject_id", flat=True))
    return [row for row in rows if row.pk not in have]


def card_facts(event: Event) -> CardFacts:
    return CardFacts(letter_in_force=letter_of(event.pk) is not None, due=len(without_card(event)))


def cards_of(event: Event) -> list[Sheet]:
    """The newest card of each candidate, in the order of the list."""
    newest: dict[UUID, Sheet] = {}
    ids = [row.pk for row in candidates_of(event.pk)]
    rows = Sheet.objects.filter(subject_id__in=ids, code=SheetCode.CANDIDATE_CARD).select_related("body")
    for sheet in rows.order_by("version"):
        newest[sheet.subject_id] = sheet
    return [newest[pk] for pk in ids if pk in newest]


def incidents_of(event: Event) -> QuerySet[Incident]:
    rows = Incident.objects.filter(event=event).select_related("reported_by", "closed_by", "event__body")
    return rows.order_by("at", "pk")
