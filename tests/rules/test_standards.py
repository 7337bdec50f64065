from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jamstac.standards import rules
from jamstac.standards.facts import StandardFacts

SOUND = StandardFacts(known=False, period_is_valid=True, units=2, repeated_codes=())


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"known": True}, ["standard.known"]),
        ({"period_is_valid": False}, ["standard.period"]),
        ({"units": 0}, ["standard.no_units"]),
        ({"repeated_codes": ("A.1", "A.2")}, ["standard.code_twice"]),
        ({"known": True, "units": 0}, ["standard.known", "standard.no_units"]),
    ],
)
def test_a_standard_is_entered_when_it_is_new_dated_and_packaged(change: Any, codes: list[str]) -> None:
    verdict = rules.may_enter_standard(replace(SOUND, **change))
    assert [refusal.code for refusal in verdict.refusals] == codes


def test_repeated_codes_are_named() -> None:
    verdict = rules.unit_codes_differ(replace(SOUND, repeated_codes=("A.1", "A.2")))
    assert verdict.refusals[0].facts == {"codes": "A.1, A.2"}


def test_units_are_not_asked_when_a_standard_changes() -> None:
    assert rules.may_change_standard(replace(SOUND, units=0))
    assert not rules.may_change_standard(replace(SOUND, known=True))
