"""Doors: FR.AK.05 of each assessor, FR.AK.06 of the lead asesor. What they say of the process is kept for quality."""

from __future__ import annotations

from jamstac.assessment import reporting
from jamstac.assessment.actions.signing import person_of, sign_as_assessor
from jamstac.assessment.models import AssessorReport, ProcessReview, ReviewTick
from jamstac.assessment.rules.reporting import may_report, may_review_process
from jamstac.assessment.states import ReviewAspect
from jamstac.assessors.selectors import certificate_on
from jamstac.documents.facts import Statement
from jamstac.documents.rules import may_sign
from jamstac.documents.sheets import freeze, sign
from jamstac.documents.states import SheetCode
from jamstac.events.models import Event
from jamstac.findings.remarks import keep_remark
from jamstac.findings.states import RemarkKind, RemarkSource
from jamstac.ledger.door import Act, action, store
from jamstac.licensing.selectors import number_on


@action("report.signed", access="report.write", policies=[may_report, may_sign])
def sign_report(
    act: Act, event: Event, *, aspects: str, refusals: str, improvement: str, note: str, statement: Statement
) -> AssessorReport:
    """FR.AK.05, once per assessor and event, after every own case was recommended. ASM-07, HR-50."""
    act.require(may_report, reporting.report_facts(event, act.actor.person_id, act.day))
    assessor = person_of(act)
    said: dict[str, str] = {
        RemarkKind.ASPECTS: aspects.strip(),
        RemarkKind.REFUSALS: refusals.strip(),
        RemarkKind.IMPROVEMENT: improvement.strip(),
        RemarkKind.NOTE: note.strip(),
    }
    report = AssessorReport(body_id=event.body_id, event=event, assessor=assessor, signed_at=act.now)
    report.sheet = freeze(
        act,
        SheetCode.AK05,
        subject=report,
        content=reporting.ak05_content(event, assessor, number_on(event.body_id, act.day), said),
        case_number=event.number,
    )
    sign_as_assessor(act, report.sheet, statement)
    store(report)
    for kind, text in said.items():
        keep_remark(
            act,
            source=RemarkSource.REPORT,
            source_id=report.pk,
            event_id=event.pk,
            event_number=event.number,
            kind=kind,
            text=text,
        )
    act.record(report, event_id=event.pk, remarks=sum(bool(text) for text in said.values()))
    return report


@action("process.reviewed", access="report.write", policies=[may_review_process, may_sign])
def review_process(
    act: Act,
    event: Event,
    *,
    ticks: reporting.Ticks,
    principles: str,
    dimensions: str,
    note: str,
    statement: Statement,
) -> ProcessReview:
    """FR.AK.06, by the lead asesor once every assessor has reported. ASM-03, HR-50."""
    act.require(may_review_process, reporting.review_facts(event, act.actor.person_id, ticks))
    reviewer = person_of(act)
    certificate = certificate_on(reviewer.pk, act.day)
    number = certificate.met_number if certificate else ""
    said: dict[str, str] = {
        RemarkKind.PRINCIPLES: principles.strip(),
        RemarkKind.DIMENSIONS: dimensions.strip(),
        RemarkKind.NOTE: note.strip(),
    }
    review = ProcessReview(body_id=event.body_id, event=event, reviewer=reviewer, signed_at=act.now)
    review.sheet = freeze(
        act,
        SheetCode.AK06,
        subject=review,
        content=reporting.ak06_content(event, reviewer, number, number_on(event.body_id, act.day), ticks, said),
        case_number=event.number,
    )
    sign(act, review.sheet, statement, person=reviewer, role="lead", number_label="No. Reg", number=number)
    store(review)
    for aspect in ReviewAspect:
        for value in reporting.known_ticks(aspect, ticks):
            store(ReviewTick(body_id=event.body_id, review=review, aspect=aspect, value=value))
    for kind, text in said.items():
        keep_remark(
            act,
            source=RemarkSource.REVIEW,
            source_id=review.pk,
            event_id=event.pk,
            event_number=event.number,
            kind=kind,
            text=text,
        )
    act.record(review, event_id=event.pk, remarks=sum(bool(text) for text in said.values()))
    return review
