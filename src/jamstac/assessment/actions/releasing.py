"""Door: a case taken out of its assessor's hands, so that the plan can change around it."""

from __future__ import annotations

from django.urls import reverse
from django.utils.formats import date_format

from jamstac.assessment import rules, selectors
from jamstac.assessment.models import Assessment
from jamstac.assessment.states import AssessmentState, ReleaseCause
from jamstac.events.models import EventCandidate
from jamstac.ledger.door import Act, action, store
from jamstac.people.telling import tell

REASON_LENGTH = 300


@action("assessment.released", access="assessment.release", policies=[rules.may_release])
def release_assessment(
    act: Act, assessment: Assessment, *, reason: str, cause: ReleaseCause = ReleaseCause.OTHER
) -> Assessment:
    """The assessor fell ill, or FR.AK.01 was not signed on its day: an opened case that is not recommended waits to be
    opened again. Meanwhile it is a candidate like any other: handed to another assessor, moved to another day, taken
    into another event, each by its own door with its own rules and the next surat tugas. HR-50, REC-01.

    Nothing recorded is lost; the agreement ends, because FR.AK.01 names the asesor and the day. The candidate is told
    `cause`, and that the LSP names another time."""
    act.require(rules.may_release, selectors.release_facts(assessment, reason))
    before = assessment.state
    candidate = EventCandidate.objects.get(application=assessment.application_id)
    candidate.opened_at = None
    store(candidate, "opened_at")
    assessment.state, assessment.state_since = AssessmentState.RELEASED, act.now
    assessment.agreed_at, assessment.potential = None, ""
    assessment.reopen_reason = _with_earlier(assessment, reason.strip())
    store(assessment, "state", "state_since", "agreed_at", "potential", "reopen_reason")
    act.record(before=before, event_id=assessment.event_id, assessor=assessment.assessor_id, cause=cause)
    _tell(act, assessment, cause)
    return assessment


def _tell(act: Act, assessment: Assessment, cause: ReleaseCause) -> None:
    event = assessment.event
    tell(
        act,
        assessment.application.person,
        "assessment.released",
        link=reverse("assessment:self", args=[event.body.slug, assessment.pk]),
        number=event.number,
        scheme=assessment.application.scheme_version.scheme.title,
        date=date_format(event.date, "l, j F Y"),
        cause=cause.label,
    )


def _with_earlier(assessment: Assessment, reason: str) -> str:
    """A case sent back for correction keeps that reason too: both stand on the next versions."""
    if assessment.round == 1 or not assessment.reopen_reason:
        return reason
    return f"{assessment.reopen_reason}; {reason}"[:REASON_LENGTH]
