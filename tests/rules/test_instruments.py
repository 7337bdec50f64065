from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from jamstac.instruments.facts import (
    CountersigningFacts,
    DraftingFacts,
    EndingFacts,
    ReleaseFacts,
    ReturningFacts,
    ReviewFacts,
    SendingFacts,
    ToolFacts,
    ValidatingFacts,
    WritingFacts,
)
from jamstac.instruments.rules import (
    may_countersign,
    may_draft,
    may_end,
    may_release,
    may_return,
    may_review,
    may_send,
    may_validate,
    may_write,
    tool_set_is_released,
)
from jamstac.instruments.states import TRANSITIONS, WITHOUT_FORM, WRITTEN, InstrumentCode, ToolSetState
from jamstac.kernel.verdicts import Override

DAY = date(2026, 11, 24)
DRAFTING = DraftingFacts(units=6, open_draft=False, source_fits=True, is_writer=True)
WRITING = WritingFacts(state=ToolSetState.DRAFT, is_writer=True)
SENDING = SendingFacts(
    state=ToolSetState.DRAFT,
    criteria=58,
    potentials=5,
    gaps=0,
    units_unplanned=0,
    unwritten=0,
    sender_is_author=True,
    validator_competent=True,
    authors=1,
    validator_is_author=False,
    waived=False,
)
VALIDATING = ValidatingFacts(
    state=ToolSetState.SENT,
    is_named_validator=True,
    validator_competent=True,
    authors=1,
    validator_is_author=False,
    waived=False,
    aspects_ticked=8,
    team=1,
    unfinished_rows=0,
)
RETURNING = ReturningFacts(state=ToolSetState.SENT, may_return=True, reason_given=True)
RELEASE = ReleaseFacts(
    state=ToolSetState.VALIDATED,
    criteria=58,
    potentials=5,
    gaps=0,
    units_unplanned=0,
    unwritten=0,
    period_is_valid=True,
    overlaps=False,
)
ENDING = EndingFacts(state=ToolSetState.RELEASED, starts_before_end=True, ended=False)
REVIEW = ReviewFacts(
    state=ToolSetState.RELEASED,
    aspects_ticked=1,
    team=2,
    unfinished_rows=0,
    is_member=True,
    validator_competent=True,
)
COUNTERSIGNING = CountersigningFacts(is_member=True, signed_before=False)


def said(verdict: Any) -> list[tuple[str, str]]:
    return [(refusal.rule, refusal.code) for refusal in verdict.refusals]


@dataclass(frozen=True)
class EventLike:
    """Facts of an upper app that happen to have what HR-25 asks."""

    day: date = DAY
    tool_set_released: bool = True
    coverage_complete: bool = True


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"tool_set_released": False, "coverage_complete": False}, [("HR-25", "toolset.not_released")]),
        ({"coverage_complete": False}, [("HR-25", "toolset.released_with_gaps")]),
    ],
)
def test_what_is_planned_and_assessed_uses_a_released_tool_set_that_covers_all(
    change: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert said(tool_set_is_released(replace(EventLike(), **change))) == expected
    known: dict[str, Any] = {"day": DAY, "tool_set_released": True, "coverage_complete": True} | change
    assert said(tool_set_is_released(ToolFacts(**known))) == expected
    assert tool_set_is_released.override is Override.NONE


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"units": 0}, [("MUK-01", "toolset.no_units")]),
        ({"open_draft": True}, [("MUK-01", "toolset.open_draft")]),
        ({"source_fits": False}, [("MUK-01", "toolset.other_scheme")]),
        ({"is_writer": False}, [("MUK-04", "toolset.not_a_writer")]),
    ],
)
def test_a_tool_set_is_started_by_who_knows_the_scheme(change: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert said(may_draft(replace(DRAFTING, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"draw": 3, "items": 3}, []),
        ({"state": ToolSetState.SENT}, [("HR-50", "toolset.sent")]),
        ({"state": ToolSetState.VALIDATED}, [("HR-50", "toolset.sent")]),
        ({"state": ToolSetState.RELEASED}, [("HR-50", "toolset.released")]),
        ({"is_writer": False}, [("MUK-04", "toolset.not_a_writer")]),
        ({"code_is_written": False}, [("MUK-01", "instrument.not_written")]),
        ({"group_known": False}, [("MUK-01", "instrument.group_unknown")]),
        ({"foreign_units": 1}, [("MUK-01", "plan.unit_unknown")]),
        ({"foreign_criteria": 2}, [("MUK-01", "instrument.criterion_unknown")]),
        ({"of_this_set": False}, [("MUK-01", "instrument.other_set")]),
        ({"draw": 4, "items": 3}, [("MUK-01", "instrument.draw_too_many")]),
        ({"repeated": True}, [("MUK-01", "instrument.twice")]),
    ],
)
def test_only_a_draft_is_written_and_only_about_its_scheme(
    change: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert said(may_write(replace(WRITING, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": ToolSetState.RELEASED}, [("HR-50", "toolset.released")]),
        ({"potentials": 0}, [("HR-25", "toolset.no_potential")]),
        ({"gaps": 1}, [("HR-25", "toolset.gaps")]),
        ({"units_unplanned": 1}, [("HR-25", "toolset.unplanned")]),
        ({"unwritten": 1}, [("HR-25", "toolset.unwritten")]),
        ({"sender_is_author": False}, [("MUK-02", "toolset.sender_wrote_nothing")]),
        ({"validator_competent": False}, [("MUK-02", "toolset.validator_not_competent")]),
        ({"validator_is_author": True}, [("HR-12", "toolset.validator_is_author")]),
        ({"validator_is_author": True, "authors": 2}, []),
        ({"validator_is_author": True, "waived": True}, []),
    ],
)
def test_a_tool_set_is_sent_whole_to_another_competent_person(
    change: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert said(may_send(replace(SENDING, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": ToolSetState.DRAFT}, [("MUK-02", "toolset.not_sent")]),
        ({"state": ToolSetState.RELEASED}, [("MUK-02", "toolset.validated_before")]),
        ({"is_named_validator": False}, [("MUK-02", "toolset.other_validator")]),
        ({"validator_competent": False}, [("MUK-02", "toolset.validator_not_competent")]),
        ({"validator_is_author": True}, [("HR-12", "toolset.validator_is_author")]),
        ({"validator_is_author": True, "waived": True}, []),
        ({"aspects_ticked": 0}, [("MUK-02", "validation.no_aspects")]),
        ({"team": 3}, []),
        ({"team": 4}, [("MUK-02", "validation.team")]),
        ({"unfinished_rows": 1}, [("MUK-02", "validation.unfinished")]),
    ],
)
def test_the_named_validator_validates_who_is_not_the_only_author(
    change: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    verdict = may_validate(replace(VALIDATING, **change))
    assert said(verdict) == expected
    assert all(each.override is Override.DUAL for each in verdict.refusals if each.rule == "HR-12")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": ToolSetState.VALIDATED}, []),
        ({"state": ToolSetState.DRAFT}, [("MUK-02", "toolset.not_sent")]),
        ({"state": ToolSetState.RELEASED}, [("MUK-02", "toolset.released")]),
        ({"may_return": False}, [("MUK-02", "toolset.not_yours_to_return")]),
        ({"reason_given": False}, [("MUK-02", "toolset.no_reason")]),
    ],
)
def test_a_tool_set_comes_back_with_a_reason(change: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert said(may_return(replace(RETURNING, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": ToolSetState.DRAFT}, [("HR-25", "toolset.not_validated")]),
        ({"state": ToolSetState.SENT}, [("HR-25", "toolset.not_validated")]),
        ({"state": ToolSetState.RELEASED}, [("HR-25", "toolset.released")]),
        ({"gaps": 3}, [("HR-25", "toolset.gaps")]),
        ({"period_is_valid": False}, [("MUK-01", "toolset.period")]),
        ({"overlaps": True}, [("MUK-01", "toolset.overlap")]),
    ],
)
def test_a_validated_and_complete_tool_set_is_released_alone(
    change: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert said(may_release(replace(RELEASE, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": ToolSetState.VALIDATED}, [("MUK-01", "toolset.not_in_force")]),
        ({"ended": True}, [("MUK-01", "toolset.ended_already")]),
        ({"starts_before_end": False}, [("MUK-01", "toolset.period")]),
    ],
)
def test_a_tool_set_in_force_ends_after_it_began(change: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert said(may_end(replace(ENDING, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": ToolSetState.DRAFT}, [("MUK-02", "toolset.not_in_force")]),
        ({"is_member": False}, [("MUK-02", "validation.not_member")]),
        ({"validator_competent": False}, [("MUK-02", "toolset.validator_not_competent")]),
        ({"team": 0}, [("MUK-02", "validation.team")]),
    ],
)
def test_a_validation_after_use_is_held_by_a_competent_team(
    change: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    assert said(may_review(replace(REVIEW, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"signed_before": True}, [("MUK-02", "validation.signed_before")]),
        ({"is_member": False}, [("MUK-02", "validation.not_member")]),
    ],
)
def test_each_member_of_the_team_signs_once(change: dict[str, Any], expected: list[tuple[str, str]]) -> None:
    assert said(may_countersign(replace(COUNTERSIGNING, **change))) == expected


def test_a_released_tool_set_goes_nowhere_and_every_other_state_is_reached() -> None:
    assert TRANSITIONS[ToolSetState.RELEASED] == frozenset()
    reached = {state for states in TRANSITIONS.values() for state in states}
    assert reached == set(ToolSetState.values)


def test_every_instrument_is_written_or_comes_from_scheme_and_case() -> None:
    assert set(WRITTEN) | WITHOUT_FORM == set(InstrumentCode)
    assert not set(WRITTEN) & WITHOUT_FORM
