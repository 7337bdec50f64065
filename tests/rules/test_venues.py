from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from jamstac.venues import rules
from jamstac.venues.facts import EntryFacts, VenueFacts, VerificationFacts

DAY = date(2026, 3, 4)


def test_only_a_verified_venue_is_used() -> None:
    assert rules.venue_is_verified(VenueFacts(DAY, True))
    refusal = rules.venue_is_verified(VenueFacts(DAY, False)).refusals[0]
    assert (refusal.rule, refusal.code, refusal.facts) == ("TUK-01", "venue.not_verified", {"day": "2026-03-04"})


def test_a_code_names_one_venue() -> None:
    assert rules.may_enter_venue(EntryFacts(known=False))
    assert rules.may_enter_venue(EntryFacts(known=True)).refusals[0].code == "venue.known"


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"fit": False, "findings_given": True}, []),
        ({"fit": False}, ["verification.no_findings"]),
        ({"in_future": True}, ["verification.in_future"]),
        ({"period_is_valid": False}, ["verification.period"]),
    ],
)
def test_a_verification_says_when_until_when_and_what_is_missing(change: Any, codes: list[str]) -> None:
    sound: dict[str, Any] = {"in_future": False, "period_is_valid": True, "fit": True, "findings_given": False}
    verdict = rules.may_verify_venue(VerificationFacts(**(sound | change)))
    assert [refusal.code for refusal in verdict.refusals] == codes
