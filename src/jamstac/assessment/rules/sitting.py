"""Rules of a written test the candidate takes alone (FR.IA.05, FR.IA.06): begun once, on its day, inside its time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jamstac.assessment.rules.judging import material_is_open
from jamstac.assessment.states import AssessmentState, TakingState
from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule


@dataclass(frozen=True)
class SittingFacts:
    """A test in a candidate's hand. `time_left` is in seconds, None before it was begun."""

    taking_state: str
    taken_alone: bool
    agreed: bool
    identity_checked: bool
    case_state: str
    today: date
    event_day: date
    time_left: float | None


@rule("ASM-01", source="FR.IA.05; FR.IA.06")
def test_is_taken_alone(f: SittingFacts) -> Verdict:
    """Only what is answered in writing is handed to the candidate; the rest is asked by the assessor."""
    return refuse_if(not f.taken_alone, "sitting.asked_by_assessor")


@rule("HR-50", source="ASM-05; REC-03")
def test_is_begun_once(f: SittingFacts) -> Verdict:
    """A paper is opened once; whoever comes back goes on where they stopped."""
    return refuse_if(f.taking_state != TakingState.PLANNED, "sitting.begun_before")


@rule("HR-21", source="PBNSP 201 6.2.2; PER-04")
def test_is_on_its_day(f: SittingFacts) -> Verdict:
    """Questions open on the day the surat tugas names."""
    return refuse_if(f.today != f.event_day, "sitting.other_day", day=f.event_day.isoformat())


@rule("HR-21", source="PBNSP 201 6.2.2; PER-04")
def test_is_of_a_case_in_hand(f: SittingFacts) -> Verdict:
    """A test is written while its assessor has the case: before the recommendation, and not once it was released."""
    waits = f.case_state in (AssessmentState.OPENED, AssessmentState.RELEASED)
    return all_of(
        [
            refuse_if(f.case_state in (AssessmentState.RECOMMENDED, AssessmentState.SIGNED), "sitting.case_closed"),
            refuse_if(waits and f.taking_state != TakingState.PLANNED, "sitting.case_stopped"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def test_is_under_way(f: SittingFacts) -> Verdict:
    """What was handed in stays as it was handed in."""
    return all_of(
        [
            refuse_if(f.taking_state == TakingState.PLANNED, "sitting.not_begun"),
            refuse_if(f.taking_state in (TakingState.SUBMITTED, TakingState.MARKED), "sitting.handed_in_before"),
        ]
    )


@rule("MUK-07", source="ISO/IEC 17024 9.3.2–9.3.3")
def time_is_not_over(f: SittingFacts) -> Verdict:
    """Everybody writes for the same time, and what FR.AK.07 added."""
    return refuse_if(f.time_left is not None and f.time_left <= 0, "sitting.time_over")


@rule("MUK-07", source="ISO/IEC 17024 9.3.2–9.3.3")
def time_is_over(f: SittingFacts) -> Verdict:
    """A paper is taken away only when its time is over."""
    return refuse_if(f.time_left is None or f.time_left > 0, "sitting.time_left")


may_begin = Policy(
    "may_begin",
    test_is_taken_alone,
    material_is_open,
    test_is_on_its_day,
    test_is_of_a_case_in_hand,
    test_is_begun_once,
)
may_write = Policy("may_write", test_is_taken_alone, test_is_of_a_case_in_hand, test_is_under_way, time_is_not_over)
may_hand_in = Policy("may_hand_in", test_is_taken_alone, test_is_of_a_case_in_hand, test_is_under_way)
may_take_away = Policy("may_take_away", test_is_taken_alone, test_is_under_way, time_is_over)
