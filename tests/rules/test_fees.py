from __future__ import annotations

from typing import Any

import pytest

from jamstac.fees import rules
from jamstac.fees.facts import PriceFacts


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"starts_in_past": True}, []),
        ({"replaces": True}, []),
        ({"replaces": True, "starts_in_past": True}, ["price.backwards"]),
        ({"replaces": True, "before_the_last": True}, ["price.before_the_last"]),
        ({"source_given": False}, ["price.no_source"]),
    ],
)
def test_a_price_changes_forwards_and_names_its_decree_hr60(change: Any, codes: list[str]) -> None:
    sound: dict[str, Any] = {
        "replaces": False,
        "starts_in_past": False,
        "before_the_last": False,
        "source_given": True,
    }
    verdict = rules.may_set_price(PriceFacts(**(sound | change)))
    assert [refusal.code for refusal in verdict.refusals] == codes
    assert {refusal.rule for refusal in verdict.refusals} <= {"HR-60"}
