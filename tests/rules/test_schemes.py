from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest

from jamstac.schemes import rules
from jamstac.schemes.facts import ApprovalFacts, DraftFacts, RetirementFacts

DAY = date(2026, 3, 4)
DRAFT = DraftFacts(known=False, approved=False, units=2, repeated_codes=(), foreign_codes=())
READY = ApprovalFacts(
    approved=False,
    standard_numbered=True,
    standard_in_force=True,
    period_is_valid=True,
    overlaps=False,
    units_without_criteria=(),
    units=2,
    basic_requirements=1,
    validity_is_set=True,
)


@dataclass(frozen=True)
class SomeFacts:
    """Facts of an upper app: more than the rule asks for."""

    day: date
    scheme_in_force: bool
    candidates: int = 3


def test_a_scheme_not_in_force_takes_nothing_hr17() -> None:
    assert rules.scheme_is_in_force(SomeFacts(DAY, True))
    refusal = rules.scheme_is_in_force(SomeFacts(DAY, False)).refusals[0]
    assert (refusal.rule, refusal.code, refusal.facts) == ("HR-17", "scheme.not_in_force", {"day": "2026-03-04"})


@pytest.mark.parametrize(
    ("change", "drafting", "changing"),
    [
        ({}, [], []),
        ({"known": True}, ["scheme.known"], []),
        ({"approved": True}, [], ["scheme.approved_before"]),
        ({"renames_approved": True}, [], ["scheme.name_fixed"]),
        ({"units": 0}, ["scheme.no_units"], ["scheme.no_units"]),
        ({"foreign_codes": ("X",)}, ["scheme.unit_unknown"], ["scheme.unit_unknown"]),
        ({"repeated_codes": ("A",)}, ["scheme.unit_twice"], ["scheme.unit_twice"]),
    ],
)
def test_a_draft_holds_units_of_its_standard(change: Any, drafting: list[str], changing: list[str]) -> None:
    facts = replace(DRAFT, **change)
    assert [refusal.code for refusal in rules.may_draft_scheme(facts).refusals] == drafting
    assert [refusal.code for refusal in rules.may_change_scheme(facts).refusals] == changing


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"approved": True}, [("SCH-09", "scheme.approved_before")]),
        ({"standard_numbered": False}, [("HR-18", "scheme.standard_unnumbered")]),
        ({"standard_in_force": False}, [("HR-18", "scheme.standard_not_in_force")]),
        ({"units": 0}, [("SCH-01", "scheme.no_units")]),
        ({"units_without_criteria": ("A",)}, [("SCH-01", "scheme.units_without_criteria")]),
        ({"basic_requirements": 0}, [("SCH-01", "scheme.no_requirements")]),
        ({"validity_is_set": False}, [("SCH-01", "scheme.no_validity")]),
        ({"period_is_valid": False}, [("SCH-01", "scheme.period")]),
        ({"overlaps": True}, [("SCH-01", "scheme.overlap")]),
    ],
)
def test_a_scheme_is_approved_when_whole_and_on_a_standard_in_force(change: Any, found: list[Any]) -> None:
    verdict = rules.may_approve_scheme(replace(READY, **change))
    assert [(refusal.rule, refusal.code) for refusal in verdict.refusals] == found


@pytest.mark.parametrize(
    ("approved", "starts_before_end", "ended", "codes"),
    [
        (True, True, False, []),
        (True, False, False, ["scheme.period"]),
        (True, True, True, ["scheme.ended_already"]),
        (False, False, False, ["scheme.not_approved"]),
    ],
)
def test_a_version_in_force_ends_once(approved: bool, starts_before_end: bool, ended: bool, codes: list[str]) -> None:
    verdict = rules.may_retire_scheme(RetirementFacts(approved, starts_before_end, ended))
    assert [refusal.code for refusal in verdict.refusals] == codes
