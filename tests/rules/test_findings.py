from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from jamstac.findings.facts import AskFacts, ConfirmFacts, WithdrawFacts
from jamstac.findings.rules import may_ask_waiver, may_confirm_waiver, may_withdraw_waiver

ASK = AskFacts(
    rule="HR-29",
    rule_can_be_waived=True,
    already_open=False,
    reason_given=True,
    ends_in_past=False,
    document_needed=False,
    document_given=False,
)
CONFIRM = ConfirmFacts(
    dual=True, confirmed=False, withdrawn=False, over=False, same_person=False, quality_among_two=True
)


def codes(verdict: Any) -> list[str]:
    return [each.code for each in verdict.refusals]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"rule_can_be_waived": False}, ["waiver.not_possible"]),
        ({"already_open": True}, ["waiver.open_already"]),
        ({"reason_given": False}, ["waiver.no_reason"]),
        ({"ends_in_past": True}, ["waiver.ends_in_past"]),
        ({"document_needed": True}, ["waiver.no_document"]),
        ({"document_needed": True, "document_given": True}, []),
    ],
)
def test_an_exception_has_a_rule_a_reason_an_end_and_its_document(change: dict[str, Any], expected: list[str]) -> None:
    assert codes(may_ask_waiver(replace(ASK, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"dual": False}, ["waiver.in_force_already"]),
        ({"confirmed": True}, ["waiver.in_force_already"]),
        ({"withdrawn": True}, ["waiver.withdrawn"]),
        ({"over": True}, ["waiver.over"]),
        ({"same_person": True}, ["waiver.same_person"]),
        ({"quality_among_two": False}, ["waiver.no_quality_manager"]),
    ],
)
def test_two_persons_grant_one_of_them_from_quality(change: dict[str, Any], expected: list[str]) -> None:
    assert codes(may_confirm_waiver(replace(CONFIRM, **change))) == expected


def test_an_exception_is_withdrawn_once_while_it_lasts() -> None:
    assert codes(may_withdraw_waiver(WithdrawFacts(withdrawn=False, over=False))) == []
    assert codes(may_withdraw_waiver(WithdrawFacts(withdrawn=True, over=False))) == ["waiver.withdrawn"]
    assert codes(may_withdraw_waiver(WithdrawFacts(withdrawn=False, over=True))) == ["waiver.over"]
