"""Reads of feedback: of one case, and summed up. Nobody sees sums of fewer answers than the LSP's own limit."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from jamstac.applications.models import Application
from jamstac.assurance.facts import FeedbackFacts
from jamstac.assurance.intervals import wilson
from jamstac.assurance.models import Feedback, FeedbackAnswer
from jamstac.assurance.texts import COMPONENTS
from jamstac.certification.models import Decision
from jamstac.certification.selectors import told_decision


@dataclass(frozen=True)
class ComponentSum:
    """One component over many answers: how many said Ya, of how many, and the 95 % interval in percent."""

    number: int
    text: str
    yes: int
    n: int

    @property
    def share(self) -> int:
        return round(100 * self.yes / self.n) if self.n else 0

    @property
    def interval(self) -> tuple[int, int] | None:
        if not self.n:
            return None
        low, high = wilson(self.yes, self.n)
        return round(100 * low), round(100 * high)


def feedback_of(application_id: UUID) -> Feedback | None:
    return Feedback.objects.filter(application=application_id).select_related("sheet").first()


def feedback_facts(application: Application, answers: Mapping[int, tuple[bool, str]]) -> FeedbackFacts:
    return FeedbackFacts(
        result_told=told_decision(application.pk) is not None,
        given_before=Feedback.objects.filter(application=application).exists(),
        components=len(COMPONENTS),
        answered=sum(number in answers for number in range(1, len(COMPONENTS) + 1)),
    )


def feedback_for(
    body_id: UUID, *, assessor_id: UUID | None = None, since: date | None = None, until: date | None = None
) -> QuerySet[Feedback]:
    """Feedback of an LSP, newest first; of one assessor, of a period (both days included) when given."""
    rows = Feedback.objects.filter(body_id=body_id)
    if assessor_id is not None:
        rows = rows.filter(assessor=assessor_id)
    if since is not None:
        rows = rows.filter(given_at__date__gte=since)
    if until is not None:
        rows = rows.filter(given_at__date__lte=until)
    return rows.order_by("-given_at")


def sums(rows: QuerySet[Feedback]) -> list[ComponentSum]:
    """Every component over `rows`. One query."""
    answers = FeedbackAnswer.objects.filter(feedback__in=rows.order_by().values("pk")).order_by()
    counted = answers.values("number").annotate(n=Count("pk"), yes=Count("pk", filter=Q(yes=True)))
    found = {row["number"]: (row["yes"], row["n"]) for row in counted}
    return [ComponentSum(number, text, *found.get(number, (0, 0))) for number, text in enumerate(COMPONENTS, 1)]


def asked_and_given(body_id: UUID, since: date | None, until: date | None) -> tuple[int, int]:
    """How many candidates were told their result in the period, and how many of these gave feedback."""
    told = Decision.objects.filter(body_id=body_id, result_letter__isnull=False)
    if since is not None:
        told = told.filter(decree__signed_at__date__gte=since)
    if until is not None:
        told = told.filter(decree__signed_at__date__lte=until)
    cases = told.values("meeting_case__assessment__application")
    return told.count(), Feedback.objects.filter(body_id=body_id, application__in=cases).count()
