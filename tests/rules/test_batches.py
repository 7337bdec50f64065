from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from jamstac.applications.batches.facts import BatchFacts
from jamstac.applications.batches.rules import (
    follower_is_a_sponsor,
    may_add_member,
    may_open_batch,
    may_remove_member,
    member_enters_once,
    member_has_not_sent,
)
from jamstac.applications.rules import applicant_checks_own_data
from jamstac.people.facts import SlipFacts
from jamstac.people.rules import may_issue_slip, may_use_slip, slip_is_for_a_candidate, slip_is_open

OPEN = BatchFacts(day=date(2026, 11, 24), scheme_in_force=True, sponsor_holds_function=True)
GOOD = SlipFacts(identified=True, holds_function=False, has_email=False, shared=False)


@pytest.mark.parametrize("policy", [may_open_batch, may_add_member, may_remove_member])
def test_a_good_batch_is_allowed_everything(policy: Any) -> None:
    assert policy(OPEN)


@pytest.mark.parametrize(
    ("rule", "facts", "code"),
    [
        (follower_is_a_sponsor, replace(OPEN, sponsor_holds_function=False), "batch.no_sponsor"),
        (member_enters_once, replace(OPEN, is_member=True), "batch.member_already"),
        (member_has_not_sent, replace(OPEN, has_sent=True), "batch.member_sent"),
        (applicant_checks_own_data, SimpleNamespace(data_checked=False), "application.data_unchecked"),
        (slip_is_for_a_candidate, replace(GOOD, holds_function=True), "slip.holds_function"),
        (slip_is_for_a_candidate, replace(GOOD, has_email=True), "slip.has_email"),
        (slip_is_for_a_candidate, replace(GOOD, shared=True), "slip.shared_account"),
        (slip_is_for_a_candidate, replace(GOOD, identified=False), "slip.not_identified"),
        (slip_is_open, replace(GOOD, used=True), "slip.used"),
        (slip_is_open, replace(GOOD, used=True, expired=True), "slip.used"),
        (slip_is_open, replace(GOOD, revoked=True, expired=True), "slip.revoked"),
        (slip_is_open, replace(GOOD, expired=True), "slip.expired"),
    ],
)
def test_each_rule_refuses_with_one_code(rule: Any, facts: Any, code: str) -> None:
    assert [each.code for each in rule(facts).refusals] == [code]


def test_a_slip_of_a_candidate_is_issued_and_used() -> None:
    assert may_issue_slip(GOOD)
    assert may_use_slip(GOOD)
    assert not may_use_slip(replace(GOOD, holds_function=True))
