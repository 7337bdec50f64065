"""Rules of FR.AK.05 and FR.AK.06."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule


@dataclass(frozen=True)
class ReportFacts:
    """An assessor about to report on an event."""

    day: date
    event_day: date
    cases: int
    """Candidates of this assessor in the event, those who did not come included."""
    unfinished: int
    """Cases of this assessor without a signed recommendation."""
    reported: bool


@dataclass(frozen=True)
class ReviewFacts:
    """FR.AK.06 about to be signed."""

    is_reviewer: bool
    """The lead asesor; where the event names none, one of its assessors."""
    reports_missing: int
    reviewed: bool
    aspects: int
    aspects_ticked: int


@rule("ASM-07", source="FR.AK.05")
def event_was_assessed(f: ReportFacts) -> Verdict:
    """A report speaks of an event that took place, by one of its assessors, with every case recommended."""
    return all_of(
        [
            refuse_if(f.cases == 0, "report.not_assessor"),
            refuse_if(f.day < f.event_day, "report.too_early", day=f.event_day.isoformat()),
            refuse_if(f.unfinished > 0, "report.unfinished", count=f.unfinished),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def report_is_signed_once(f: ReportFacts) -> Verdict:
    """A report stays as it was signed."""
    return refuse_if(f.reported, "report.signed_before")


@rule("ASM-03", source="FR.AK.06")
def review_is_the_leads(f: ReviewFacts) -> Verdict:
    """The lead asesor looks back, once every assessor of the event has reported."""
    return refuse_if(not f.is_reviewer, "review.not_lead") & refuse_if(
        f.reports_missing > 0, "review.reports_missing", count=f.reports_missing
    )


@rule("ASM-03", source="FR.AK.06")
def review_says_something(f: ReviewFacts) -> Verdict:
    """Every aspect of the form has at least one principle or dimension ticked."""
    return refuse_if(f.aspects_ticked < f.aspects, "review.open", open=f.aspects - f.aspects_ticked)


@rule("HR-50", source="ASM-05; REC-03")
def review_is_signed_once(f: ReviewFacts) -> Verdict:
    """A review stays as it was signed."""
    return refuse_if(f.reviewed, "review.signed_before")


may_report = Policy("may_report_event", event_was_assessed, report_is_signed_once)
may_look_back = Policy("may_look_back", review_is_the_leads, review_is_signed_once)
may_review_process = Policy("may_review_process", review_is_the_leads, review_says_something, review_is_signed_once)
