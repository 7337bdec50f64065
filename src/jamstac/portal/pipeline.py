"""Where the cases of an LSP are, and how long they have been there. One query for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from jamstac.applications.models import Application
from jamstac.applications.states import ApplicationState
from jamstac.assessment.states import AssessmentState
from jamstac.certification.models import Certificate, Decision
from jamstac.certification.states import Outcome

STALE, STUCK = 7, 14
"""Days after which a bead is half filled, and filled."""

STAGES = [
    ("review", _("Ditinjau")),
    ("returned", _("Dilengkapi asesi")),
    ("to_schedule", _("Menunggu jadwal")),
    ("scheduled", _("Dijadwalkan")),
    ("assessing", _("Diases")),
    ("deciding", _("Menunggu pleno")),
    ("issuing", _("Menunggu sertifikat")),
]

_COLUMNS = (
    "state",
    "state_since",
    "event_candidate__event__state_since",
    "assessment__state",
    "assessment__state_since",
    "outcome",
    "decided_at",
)


@dataclass(frozen=True)
class Stage:
    """Cases at one place. `ages` are days, oldest first."""

    key: str
    name: str
    ages: list[int]

    @property
    def count(self) -> int:
        return len(self.ages)

    @property
    def oldest(self) -> int | None:
        return self.ages[0] if self.ages else None

    @property
    def tone(self) -> str:
        return "warn" if self.oldest is not None and self.oldest > STUCK else ""


def pipeline(body_id: UUID, now: datetime) -> list[Stage]:
    """Every stage, in the order of the journey. Finished cases (refused, BK, certified) are in none."""
    decisions = Decision.objects.filter(meeting_case__assessment__application=OuterRef("pk"))
    rows = (
        Application.objects.filter(body_id=body_id)
        .exclude(state=ApplicationState.REJECTED)
        .annotate(
            outcome=Subquery(decisions.values("outcome")[:1]),
            decided_at=Subquery(decisions.values("decided_at")[:1]),
            certified=Exists(
                Certificate.objects.filter(decision__meeting_case__assessment__application=OuterRef("pk"))
            ),
        )
        .exclude(certified=True)
        .filter(Q(outcome=None) | Q(outcome=Outcome.COMPETENT))
        .values_list(*_COLUMNS)
    )
    found: dict[str, list[int]] = {key: [] for key, _name in STAGES}
    for row in rows:
        key, since = _place(*row)
        found[key].append(max(0, (now - since).days))
    return [Stage(key, str(name), sorted(found[key], reverse=True)) for key, name in STAGES]


def _place(
    state: str,
    since: datetime,
    scheduled: datetime | None,
    assessment: str | None,
    assessment_since: datetime | None,
    outcome: str | None,
    decided: datetime | None,
) -> tuple[str, datetime]:
    if outcome is not None and decided is not None:
        return "issuing", decided
    if assessment is not None and assessment_since is not None:
        return "deciding" if assessment == AssessmentState.SIGNED else "assessing", assessment_since
    if scheduled is not None:
        return "scheduled", scheduled
    return {ApplicationState.SUBMITTED: "review", ApplicationState.RETURNED: "returned"}.get(
        ApplicationState(state), "to_schedule"
    ), since
