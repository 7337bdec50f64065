"""What comes next in a case, as its assessor walks through it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from jamstac.assessment.models import Assessment
from jamstac.assessment.progress import Progress, Step
from jamstac.assessment.states import AssessmentState, TakingState
from jamstac.instruments.states import TAKEN_BY_CANDIDATE, InstrumentCode

FIRST = (InstrumentCode.PRACTICE, InstrumentCode.PROJECT)
"""Given to the candidate before the observation begins."""


@dataclass(frozen=True)
class NextStep:
    """`waits`: somebody else is at it."""

    label: str
    href: str
    waits: bool = False


def step_url(slug: str, step: Step) -> str:
    case = step.row.assessment_id
    if step.taking is not None:
        return reverse("assessment:taking", args=[slug, case, step.taking.pk])
    name = {InstrumentCode.PORTFOLIO: "portfolio", InstrumentCode.THIRD_PARTY: "third_parties"}
    return reverse(f"assessment:{name.get(InstrumentCode(step.code), 'grid')}", args=[slug, case])


def in_turn(progress: Progress) -> list[Step]:
    """What is still open: tasks to give, then the observation, then the rest; what the candidate works on last."""

    def place(step: Step) -> tuple[int, int]:
        if step.code in FIRST and step.taking is not None and step.taking.state == TakingState.PLANNED:
            return 0, 0
        if step.code == InstrumentCode.OBSERVATION:
            return 1, 0
        return (3 if _is_theirs(step) else 2), 0

    return sorted(progress.open, key=place)


def _is_theirs(step: Step) -> bool:
    working = step.taking is not None and step.taking.state in (TakingState.PLANNED, TakingState.STARTED)
    return working and step.code in TAKEN_BY_CANDIDATE


def next_step(assessment: Assessment, progress: Progress, slug: str) -> NextStep:
    """The next page of the case and what is done there."""
    here = reverse("assessment:assessment", args=[slug, assessment.pk])
    if assessment.state == AssessmentState.OPENED:
        if assessment.self_assessment_ok is not True:
            return NextStep(_("Tinjau FR.APL.02"), f"{here}#tinjau")
        if assessment.identity_checked_at is None:
            return NextStep(_("Periksa identitas"), f"{here}#identitas")
        if not assessment.potential:
            return NextStep(_("Buat rencana FR.AK.07"), reverse("assessment:plan", args=[slug, assessment.pk]))
        return NextStep(_("FR.AK.01, persetujuan"), f"{here}#persetujuan")
    if assessment.state == AssessmentState.AGREED:
        if assessment.identity_checked_at is None:
            return NextStep(_("Periksa identitas"), f"{here}#identitas")
        for step in in_turn(progress):
            return NextStep(f"FR.{step.code}", step_url(slug, step), waits=_is_theirs(step))
        if progress.judged < progress.total:
            return NextStep(_("Nilai KUK"), reverse("assessment:grid", args=[slug, assessment.pk]))
        return NextStep(_("Tulis rekomendasi"), reverse("assessment:recommendation", args=[slug, assessment.pk]))
    return NextStep(_("Lihat"), here, waits=True)
