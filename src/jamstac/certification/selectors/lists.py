"""Lists and look-ups of certification, scoped to one LSP or one meeting."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from jamstac.assessment.models import Assessment
from jamstac.assessment.states import AssessmentState
from jamstac.certification.models import (
    Attendance,
    Certificate,
    Decision,
    Decree,
    Meeting,
    MeetingCase,
)
from jamstac.certification.states import Outcome
from jamstac.documents.models import Signature
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function


def members_of(meeting: Meeting) -> list[Attendance]:
    return list(Attendance.objects.filter(meeting=meeting).select_related("person").order_by("person__name"))


def deciders_from(body_id: UUID, day: date) -> QuerySet[Appointment, UUID]:
    """Ids of the persons appointed as decider on `day` or later: who can be named for a coming meeting."""
    rows = Appointment.objects.filter(body_id=body_id, function=Function.DECIDER).exclude(valid_until__lt=day)
    return rows.values_list("person_id", flat=True)


def is_decided(case: MeetingCase) -> bool:
    return Decision.objects.filter(meeting_case=case).exists()


def open_cases(meeting: Meeting) -> QuerySet[MeetingCase]:
    """Cases on the table that nobody has decided yet."""
    return MeetingCase.objects.filter(meeting=meeting, postponed_at=None, decision=None)


def present_ids(meeting: Meeting) -> frozenset[UUID]:
    present = Attendance.objects.filter(meeting=meeting, present_at__isnull=False)
    return frozenset(present.values_list("person_id", flat=True))


def minutes_signers(meeting: Meeting) -> frozenset[UUID]:
    if meeting.minutes_id is None:
        return frozenset()
    return frozenset(Signature.objects.filter(sheet=meeting.minutes_id).values_list("person_id", flat=True))


def decisions_of(meeting: Meeting) -> QuerySet[Decision]:
    return (
        Decision.objects.filter(meeting_case__meeting=meeting)
        .select_related(
            "certificate",
            "meeting_case__assessment__application__scheme_version__scheme",
            "meeting_case__assessment__application__scheme_version__standard",
            "meeting_case__assessment__application__person",
            "meeting_case__assessment__assessor",
            "meeting_case__assessment__event__venue",
        )
        .order_by("meeting_case__assessment__application__name", "pk")
    )


def certification_manager(body_id: UUID, day: date) -> Person | None:
    """Whose name stands on the back of a certificate."""
    row = (
        Appointment.objects.filter(in_force(day), body_id=body_id, function=Function.CERTIFICATION_MANAGER)
        .select_related("person")
        .order_by("valid_from", "pk")
        .first()
    )
    return None if row is None else row.person


def meetings(body_id: UUID) -> QuerySet[Meeting]:
    """The meetings of an LSP, newest first, with `on_table` and `decided` counted. One query."""
    on_table = Q(cases__postponed_at=None)
    return (
        Meeting.objects.filter(body_id=body_id)
        .select_related("chair")
        .annotate(
            on_table=Count("cases", filter=on_table, distinct=True),
            decided=Count("cases__decision", distinct=True),
            has_decree=Exists(Decree.objects.filter(meeting=OuterRef("pk"))),
        )
        .order_by("-date", "-pk")
    )


def waiting_for_table(body_id: UUID) -> QuerySet[Assessment]:
    """Signed assessments on no table, the longest waiting first."""
    return (
        Assessment.objects.filter(body_id=body_id, state=AssessmentState.SIGNED)
        .exclude(Exists(MeetingCase.objects.filter(assessment=OuterRef("pk"), postponed_at=None)))
        .select_related("application__scheme_version__scheme", "event", "assessor")
        .order_by("state_since", "pk")
    )


def waiting_for_candidate(body_id: UUID) -> QuerySet[Assessment]:
    """Recommended cases whose candidate has not signed yet, the longest waiting first."""
    rows = Assessment.objects.filter(body_id=body_id, state=AssessmentState.RECOMMENDED)
    return rows.select_related("application__scheme_version__scheme", "assessor").order_by("state_since", "pk")


def table_of(meeting: Meeting) -> QuerySet[MeetingCase]:
    """Every case that ever stood on the table, those still there first."""
    return (
        MeetingCase.objects.filter(meeting=meeting)
        .select_related(
            "meeting__body",
            "decision",
            "assessment__assessor",
            "assessment__event__venue",
            "assessment__application__person",
            "assessment__application__scheme_version__scheme",
        )
        .order_by("postponed_at", "frozen_at", "pk")
    )


def certificates(body_id: UUID, *, query: str, status: str, day: date) -> QuerySet[Certificate]:
    """Of one LSP, newest first; `query` in number, registration or holder's name; `status` a CertificateStatus."""
    found = Certificate.objects.filter(body_id=body_id).select_related("scheme_version__scheme")
    if query:
        found = found.filter(
            Q(number__icontains=query) | Q(registration__icontains=query) | Q(holder_name__icontains=query)
        )
    if status == "valid":
        found = found.filter(issued_on__lte=day, valid_until__gte=day)
    elif status == "expired":
        found = found.filter(valid_until__lt=day)
    return found.order_by("-issued_on", "-pk")


def unissued(meeting: Meeting) -> list[Decision]:
    """Decisions Kompeten of a meeting without a certificate yet: what the one-click issue walks over."""
    rows = Decision.objects.filter(meeting_case__meeting=meeting, outcome=Outcome.COMPETENT, certificate=None)
    return list(rows.order_by("decided_at", "pk"))


def certificate_of(decision: Decision) -> Certificate | None:
    return Certificate.objects.filter(decision=decision).first()


def told_decision(application_id: UUID) -> Decision | None:
    """The decision of a case, once its result letter was sent. One query."""
    rows = Decision.objects.filter(meeting_case__assessment__application=application_id, result_letter__isnull=False)
    return rows.select_related("decree", "meeting_case__assessment", "body").order_by("-decided_at").first()
