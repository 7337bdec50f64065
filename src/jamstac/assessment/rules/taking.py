"""Rules of the plan (FR.AK.07) and of the instruments a candidate takes (FR.IA.02 to FR.IA.11)."""

from __future__ import annotations

from typing import Protocol

from jamstac.assessment.facts import (
    MarkFacts,
    PlanChangeFacts,
    PlanFacts,
    PortfolioFacts,
    StatementFacts,
    TakingFacts,
    ThirdPartyFacts,
)
from jamstac.assessment.rules.judging import BEGUN, case_is_in_hand, judgement_is_open, material_is_open
from jamstac.assessment.states import TAKING_TRANSITIONS, TakingState
from jamstac.events.rules import letter_covers_assessor
from jamstac.kernel.verdicts import Policy, Verdict, all_of, refuse_if, rule


class _Covering(Protocol):
    @property
    def gaps(self) -> tuple[str, ...]: ...


class _Planned(Protocol):
    @property
    def planned(self) -> bool: ...


SHOWN = 6
"""How many KUK or instruments a refusal names."""


def _named(values: tuple[str, ...]) -> str:
    return ", ".join(values[:SHOWN]) + (", …" if len(values) > SHOWN else "")


# ---------------------------------------------------------------- FR.AK.07


@rule("HR-50", source="ASM-05; REC-03")
def plan_is_open(f: PlanFacts) -> Verdict:
    """FR.AK.07 is made, and made again, until FR.AK.01 was put before the candidate."""
    return refuse_if(f.proposed or f.state in BEGUN, "plan.agreed_before")


@rule("HR-25", source="ISO/IEC 17024 9.2.3; MUK-01")
def tool_set_is_there(f: PlanFacts) -> Verdict:
    """The candidate is assessed with released materials."""
    return refuse_if(not f.tool_set_in_force, "plan.no_tool_set")


@rule("MUK-01", source="FR.MAPA.02")
def potential_is_named(f: PlanFacts) -> Verdict:
    """The potensi asesi chooses the column of FR.MAPA.02."""
    return refuse_if(not f.potential_known, "plan.no_potential")


@rule("APL-04", source="FR.AK.07")
def characteristics_are_answered(f: PlanFacts) -> Verdict:
    """Each of the eight characteristics is answered, and what is needed is described."""
    return all_of(
        [
            refuse_if(bool(f.unanswered), "plan.unanswered", numbers=", ".join(str(each) for each in f.unanswered)),
            refuse_if(bool(f.undescribed), "plan.undescribed", numbers=", ".join(str(each) for each in f.undescribed)),
        ]
    )


@rule("APL-04", source="FR.AK.07")
def part_b_is_decided(f: PlanFacts) -> Verdict:
    """What does not fit in part B was decided upon: another benchmark is named, instruments or circumstances change."""
    return all_of(
        [
            refuse_if(f.benchmark_unnamed, "plan.no_benchmark"),
            refuse_if(bool(f.unadjusted), "plan.unadjusted", numbers=", ".join(str(each) for each in f.unadjusted)),
        ]
    )


@rule("HR-33", source="PBNSP 201 9.2.5; APL-04")
def granted_needs_are_carried(f: PlanFacts) -> Verdict:
    """What the LSP granted for special needs is in the plan."""
    return refuse_if(bool(f.needs_left), "plan.need_left", numbers=", ".join(str(each) for each in f.needs_left))


@rule("ASM-01", source="PBNSP 201 9.2.1; FR.AK.07")
def changes_are_sound(f: PlanFacts) -> Verdict:
    """An instrument is taken in or left out with a reason, and it exists."""
    return all_of(
        [
            refuse_if(bool(f.without_reason), "plan.no_reason", instruments=_named(f.without_reason)),
            refuse_if(bool(f.unknown), "plan.unknown", instruments=_named(f.unknown)),
        ]
    )


@rule("ASM-01", source="PBNSP 201 9.2.1; FR.AK.07")
def change_is_sound(f: PlanChangeFacts) -> Verdict:
    """After FR.AK.07 too: with a reason, of something that is there and was not begun."""
    return all_of(
        [
            refuse_if(not f.reason_given, "plan.change_without_reason"),
            refuse_if(not f.known, "plan.change_unknown"),
            refuse_if(f.begun, "plan.begun"),
        ]
    )


@rule("HR-25", source="ISO/IEC 17024 9.2.3; MUK-01")
def plan_covers_scope(f: _Covering) -> Verdict:
    """The instruments a candidate takes look at every KUK in scope."""
    return refuse_if(bool(f.gaps), "plan.gaps", count=len(f.gaps), criteria=_named(f.gaps))


# ---------------------------------------------------------------- FR.IA.02 to FR.IA.11


@rule("HR-50", source="ASM-05; REC-03")
def taking_is_unmarked(f: TakingFacts) -> Verdict:
    """What was marked stays as it was marked."""
    return refuse_if(f.taking_state == TakingState.MARKED, "taking.marked_before")


@rule("HR-50", source="ASM-05; REC-03")
def taking_is_shown_once(f: TakingFacts) -> Verdict:
    """An instrument is begun once; one that the candidate takes alone is begun by the candidate."""
    return all_of(
        [
            refuse_if(
                TakingState.STARTED not in TAKING_TRANSITIONS[f.taking_state] and f.taking_state != TakingState.MARKED,
                "taking.started_before",
            ),
            refuse_if(f.taken_alone, "taking.taken_alone"),
        ]
    )


@rule("ASM-01", source="PBNSP 201 9.2.3")
def own_question_fits(f: TakingFacts) -> Verdict:
    """A question of the assessor's own belongs to an instrument the assessor asks."""
    return refuse_if(f.taken_alone, "taking.no_own_question")


@rule("ASM-01", source="PBNSP 201 9.2.3")
def answers_are_in(f: MarkFacts) -> Verdict:
    """What the candidate is still writing is not marked yet."""
    return refuse_if(f.taken_alone and f.taking_state == TakingState.STARTED, "taking.still_working")


@rule("ASM-01", source="PBNSP 201 9.2.3; FR.IA.02–11")
def taking_is_complete(f: MarkFacts) -> Verdict:
    """Every item carries the assessor's mark, every interview question its portfolio item, a product its name."""
    return all_of(
        [
            refuse_if(f.unmarked > 0, "taking.unmarked", count=f.unmarked),
            refuse_if(f.untied > 0, "taking.untied", count=f.untied),
            refuse_if(f.product_missing, "taking.no_product"),
        ]
    )


@rule("ASM-01", source="PBNSP 201 9.2.1; FR.MAPA.02")
def instrument_is_planned(f: _Planned) -> Verdict:
    """Only what is in the plan of the case is used."""
    return refuse_if(not f.planned, "taking.unplanned")


@rule("ASM-01", source="FR.IA.08; FR.APL.02")
def portfolio_is_there(f: PortfolioFacts) -> Verdict:
    """FR.IA.08 looks at the evidence the candidate showed with FR.APL.02."""
    return refuse_if(f.files == 0, "portfolio.empty")


# ---------------------------------------------------------------- FR.IA.10


@rule("ASM-01", source="FR.IA.10")
def third_party_is_known(f: ThirdPartyFacts) -> Verdict:
    """A third party has a name and a workplace, and is not the candidate."""
    return all_of(
        [
            refuse_if(not f.named, "third_party.unnamed"),
            refuse_if(f.asks_oneself, "third_party.oneself"),
        ]
    )


@rule("HR-50", source="ASM-05; REC-03")
def statement_is_open(f: StatementFacts) -> Verdict:
    """A statement is given once, while its link holds and before the recommendation."""
    return all_of(
        [
            refuse_if(f.answered, "third_party.answered_before"),
            refuse_if(f.expired and not f.answered, "third_party.expired"),
            refuse_if(f.judged, "third_party.too_late"),
        ]
    )


@rule("ASM-01", source="FR.IA.10")
def statement_is_complete(f: StatementFacts) -> Verdict:
    """All six questions are answered Ya or Tidak."""
    return refuse_if(f.unanswered > 0, "third_party.unanswered", count=f.unanswered)


may_plan: Policy[PlanFacts] = Policy(
    "may_plan",
    case_is_in_hand,
    letter_covers_assessor,
    plan_is_open,
    tool_set_is_there,
    potential_is_named,
    characteristics_are_answered,
    part_b_is_decided,
    granted_needs_are_carried,
    changes_are_sound,
    plan_covers_scope,
)
may_change_plan: Policy[PlanChangeFacts] = Policy(
    "may_change_plan", letter_covers_assessor, judgement_is_open, change_is_sound, plan_covers_scope
)
may_show_taking: Policy[TakingFacts] = Policy(
    "may_show_taking",
    letter_covers_assessor,
    material_is_open,
    judgement_is_open,
    taking_is_unmarked,
    taking_is_shown_once,
)
may_question: Policy[TakingFacts] = Policy(
    "may_question", letter_covers_assessor, material_is_open, judgement_is_open, taking_is_unmarked, own_question_fits
)
may_mark: Policy[MarkFacts] = Policy(
    "may_mark",
    letter_covers_assessor,
    material_is_open,
    judgement_is_open,
    taking_is_unmarked,
    answers_are_in,
    taking_is_complete,
)
may_take_portfolio: Policy[PortfolioFacts] = Policy(
    "may_take_portfolio",
    letter_covers_assessor,
    material_is_open,
    judgement_is_open,
    instrument_is_planned,
    portfolio_is_there,
)
may_ask: Policy[ThirdPartyFacts] = Policy(
    "may_ask", letter_covers_assessor, material_is_open, judgement_is_open, instrument_is_planned, third_party_is_known
)
may_answer: Policy[StatementFacts] = Policy("may_answer", statement_is_open, statement_is_complete)
