"""FR.AK.05 and FR.AK.06 of an event: what their rules ask, what the pages show, what the sheets print."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from jamstac.assessment.models import Assessment, AssessorReport, ProcessReview, UnitResult
from jamstac.assessment.rules.reporting import ReportFacts, ReviewFacts
from jamstac.assessment.states import (
    BY_DIMENSION,
    BY_PRINCIPLE,
    AssessmentState,
    Dimension,
    Principle,
    Result,
    ReviewAspect,
)
from jamstac.documents.sheets import letterhead
from jamstac.events.models import Departure, Event, EventCandidate
from jamstac.events.sheets import day_in_words, scheme_block, venue_block
from jamstac.events.states import DepartureKind
from jamstac.kernel.workdays import add_workdays
from jamstac.parameters.selectors import number_by_day
from jamstac.people.models import Person

FINISHED = (AssessmentState.RECOMMENDED, AssessmentState.SIGNED)
Ticks = Mapping[str, Collection[str]]
"""Aspect → principles or dimensions ticked."""


@dataclass(frozen=True)
class ReportRow:
    """One candidate in FR.AK.05. `result` is K or BK, empty for who did not come or is not recommended yet."""

    name: str
    case: str
    origin: str
    result: str
    note: str


def assessors_of(event: Event) -> list[UUID]:
    """Everybody who assessed or should have assessed somebody at the event."""
    there = EventCandidate.objects.filter(event=event).values_list("assessor_id", flat=True)
    gone = Departure.objects.filter(event=event, kind=DepartureKind.ABSENT).values_list("assessor_id", flat=True)
    return list(dict.fromkeys([*there, *gone]))


def report_rows(event: Event, assessor_id: UUID) -> list[ReportRow]:
    """Candidates of one assessor in one event, with the recommendation; the units of a BK by code and title."""
    cases = EventCandidate.objects.filter(event=event, assessor=assessor_id).select_related("application")
    done = {row.application_id: row for row in Assessment.objects.filter(event=event, assessor=assessor_id)}
    open_units: dict[UUID, list[str]] = {}
    results = UnitResult.objects.filter(assessment__in=list(done.values()), result=Result.NOT_YET)
    for row in results.select_related("unit", "assessment"):
        if row.round == row.assessment.round:
            open_units.setdefault(row.assessment_id, []).append(f"{row.unit.code} {row.unit.title}")
    rows = []
    for each in cases.order_by("id"):
        assessment = done.get(each.application_id)
        finished = assessment is not None and assessment.state in FINISHED
        rows.append(
            ReportRow(
                each.application.name,
                each.application.number,
                each.application.institution or "Perorangan",
                assessment.result if assessment is not None and finished else "",
                "; ".join(open_units.get(assessment.pk, [])) if assessment is not None and finished else "",
            )
        )
    absent = Departure.objects.filter(event=event, assessor=assessor_id, kind=DepartureKind.ABSENT)
    rows += [
        ReportRow(
            row.application.name,
            row.application.number,
            row.application.institution or "Perorangan",
            "",
            f"Tidak hadir: {row.reason}",
        )
        for row in absent.select_related("application").order_by("id")
    ]
    return rows


def report_facts(event: Event, assessor_id: UUID | None, day: date) -> ReportFacts:
    cases = EventCandidate.objects.filter(event=event, assessor=assessor_id)
    absent = Departure.objects.filter(event=event, assessor=assessor_id, kind=DepartureKind.ABSENT)
    finished = Assessment.objects.filter(event=event, assessor=assessor_id, state__in=FINISHED)
    return ReportFacts(
        day=day,
        event_day=event.date,
        cases=cases.count() + absent.count(),
        unfinished=cases.exclude(application__in=finished.values("application")).count(),
        reported=AssessorReport.objects.filter(event=event, assessor=assessor_id).exists(),
    )


def review_facts(event: Event, person_id: UUID | None, ticks: Ticks) -> ReviewFacts:
    assessors = assessors_of(event)
    reported = set(AssessorReport.objects.filter(event=event).values_list("assessor_id", flat=True))
    return ReviewFacts(
        is_reviewer=person_id == event.lead_id if event.lead_id else person_id in assessors,
        reports_missing=sum(each not in reported for each in assessors),
        reviewed=ProcessReview.objects.filter(event=event).exists(),
        aspects=len(ReviewAspect),
        aspects_ticked=sum(bool(known_ticks(aspect, ticks)) for aspect in ReviewAspect),
    )


def known_ticks(aspect: ReviewAspect, ticks: Ticks) -> list[str]:
    """Those of the boxes ticked that the form has in this row, in its order."""
    values = Principle.values if aspect in BY_PRINCIPLE else Dimension.values
    return [value for value in values if value in ticks.get(aspect, ())]


def report_due(event: Event) -> date | None:
    """Last day of FR.AK.05 by the LSP's own parameter; None while it is unset."""
    return reports_due(event.body_id, [event])[event.pk]


def reports_due(body_id: UUID, events: Iterable[Event]) -> dict[UUID, date | None]:
    """`report_due` of many events of one LSP, by event. One query."""
    days_on = number_by_day(body_id, "report_deadline")
    due: dict[UUID, date | None] = {}
    for event in events:
        days = days_on(event.date)
        due[event.pk] = None if days is None else add_workdays(event.date, days)
    return due


# ---------------------------------------------------------------- sheets


def _head(event: Event, licence_number: str, assessor: str) -> dict[str, Any]:
    return {
        "lsp": letterhead(event.body, licence_number),
        "scheme": scheme_block(event.scheme_version.scheme),
        "tuk": venue_block(event),
        "asesor": assessor,
        "date": day_in_words(event.date),
    }


def ak05_content(event: Event, assessor: Person, licence_number: str, said: Mapping[str, str]) -> dict[str, Any]:
    """`said`: aspects, refusals, improvement, note."""
    return {
        **_head(event, licence_number, assessor.name),
        "rows": [
            {
                "name": row.name,
                "case": row.case,
                "origin": row.origin,
                "result": row.result or None,
                "note": row.note or None,
            }
            for row in report_rows(event, assessor.pk)
        ],
        "aspects": said["aspects"] or None,
        "refusals": said["refusals"] or None,
        "improvements": said["improvement"] or None,
        "note": said["note"] or None,
    }


def ak06_content(
    event: Event, reviewer: Person, number: str, licence_number: str, ticks: Ticks, said: Mapping[str, str]
) -> dict[str, Any]:
    """`said`: principles, dimensions, note. `number` is the reviewer's MET."""
    names = Person.objects.filter(pk__in=assessors_of(event)).order_by("name").values_list("name", flat=True)
    return {
        **_head(event, licence_number, ", ".join(names)),
        "principles": {str(aspect): known_ticks(aspect, ticks) for aspect in BY_PRINCIPLE},
        "principles_recommendation": said["principles"] or None,
        "dimensions": {str(aspect): known_ticks(aspect, ticks) for aspect in BY_DIMENSION},
        "dimensions_recommendation": said["dimensions"] or None,
        "comment": said["note"] or None,
        "signatures": {"lead": {"name": reviewer.name, "number_label": "No. Reg", "number": number}},
    }
