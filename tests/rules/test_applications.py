from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from jamstac.applications.facts import EditFacts, ReapplicationFacts, ReassessmentFacts, ReviewFacts, SubmissionFacts
from jamstac.applications.rules import (
    application_is_sent_once,
    draft_is_open,
    may_accept,
    may_apply_again,
    may_edit,
    may_reassess,
    may_reject,
    may_return,
    may_submit,
)
from jamstac.applications.states import TRANSITIONS, ApplicationState

COMPLETE = SubmissionFacts(
    state=None,
    day=date(2026, 11, 23),
    takes_applications=True,
    scheme_in_force=True,
    licence_in_force=True,
    scheme_in_annex=True,
    identity_missing=(),
    nik_is_valid=True,
    nik_of_other=False,
    birth_date_is_possible=True,
    contact_invalid=(),
    purpose_given=True,
    purpose_words_missing=False,
    is_minor=False,
    guardian_agreed=False,
    needs=0,
    needs_undescribed=0,
    needs_consent=False,
    basic_is_complete=True,
    basic_missing=(),
    administrative_missing=(),
    information_accepted=True,
    consent_given=True,
    price=450_000,
    price_accepted=450_000,
    elements=15,
    elements_open=0,
    signed=True,
)
REVIEWED = ReviewFacts(
    state=ApplicationState.SUBMITTED,
    unreviewed=0,
    basic_is_met=True,
    administrative_unmet=(),
    unmet=0,
    unmet_without_note=0,
    note_given=False,
    is_minor=False,
    guardian_agreed=False,
)


def test_a_complete_application_may_be_sent() -> None:
    assert may_submit(COMPLETE)


@pytest.mark.parametrize(
    ("change", "rule", "code"),
    [
        ({"state": "submitted"}, "HR-50", "application.sent_already"),
        ({"state": "accepted"}, "HR-50", "application.sent_already"),
        ({"takes_applications": False}, "APL-01", "application.closed"),
        ({"price": None, "price_accepted": None}, "APL-01", "application.no_price"),
        ({"scheme_in_force": False}, "HR-17", "scheme.not_in_force"),
        ({"licence_in_force": False}, "HR-16", "licence.not_in_force"),
        ({"scheme_in_annex": False}, "HR-16", "licence.scheme_not_in_annex"),
        ({"identity_missing": ("NIK",)}, "HR-30", "application.identity_missing"),
        ({"nik_is_valid": False}, "HR-30", "application.nik_invalid"),
        ({"birth_date_is_possible": False}, "HR-30", "application.birth_date_impossible"),
        ({"contact_invalid": ("surel",)}, "HR-30", "application.contact_invalid"),
        ({"nik_of_other": True}, "APL-06", "application.nik_of_other"),
        ({"purpose_given": False}, "APL-02", "application.purpose_missing"),
        ({"purpose_words_missing": True}, "APL-02", "application.purpose_words_missing"),
        ({"is_minor": True}, "HR-32", "guardian.not_agreed"),
        ({"needs": 2, "needs_consent": True, "needs_undescribed": 1}, "APL-04", "need.undescribed"),
        ({"needs": 1}, "PDP-07", "need.no_consent"),
        ({"basic_is_complete": False, "basic_missing": ("Ijazah",)}, "HR-30", "application.basic_missing"),
        ({"administrative_missing": ("KTP",)}, "HR-30", "application.administrative_missing"),
        ({"information_accepted": False}, "HR-30", "application.information_not_accepted"),
        ({"consent_given": False}, "HR-30", "application.consent_missing"),
        ({"price_accepted": None}, "HR-30", "application.price_not_accepted"),
        ({"price_accepted": 400_000}, "HR-30", "application.price_not_accepted"),
        ({"elements_open": 1}, "APL-05", "application.elements_open"),
        ({"elements": 0}, "APL-05", "application.elements_open"),
        ({"signed": False}, "HR-30", "application.not_signed"),
    ],
)
def test_one_thing_wrong_is_one_refusal(change: dict[str, object], rule: str, code: str) -> None:
    verdict = may_submit(replace(COMPLETE, **change))  # type: ignore[arg-type]
    assert [(each.rule, each.code) for each in verdict.refusals] == [(rule, code)]


def test_everything_missing_is_told_at_once() -> None:
    verdict = may_submit(
        replace(COMPLETE, identity_missing=("NIK", "alamat rumah"), administrative_missing=("KTP",), elements_open=3)
    )
    assert [each.code for each in verdict.refusals] == [
        "application.identity_missing",
        "application.administrative_missing",
        "application.elements_open",
    ]
    assert verdict.refusals[0].facts["fields"] == "NIK, alamat rumah"
    assert verdict.refusals[2].facts == {"open": 3, "total": 15}


def test_a_returned_application_is_sent_again() -> None:
    assert may_submit(replace(COMPLETE, state=ApplicationState.RETURNED))


@pytest.mark.parametrize(
    ("state", "open_"),
    [(None, True), ("returned", True), ("submitted", False), ("accepted", False), ("rejected", False)],
)
def test_a_draft_is_written_before_the_sending_and_after_a_return(state: str | None, open_: bool) -> None:
    assert bool(may_edit(EditFacts(state))) is open_
    assert bool(draft_is_open(EditFacts(state))) is bool(application_is_sent_once(replace(COMPLETE, state=state)))


def test_a_positive_review_accepts() -> None:
    assert may_accept(REVIEWED)


@pytest.mark.parametrize(
    ("change", "rule", "code"),
    [
        ({"state": "accepted"}, "APL-03", "application.not_under_review"),
        ({"state": "returned"}, "APL-03", "application.not_under_review"),
        ({"unreviewed": 2}, "HR-31", "application.unreviewed"),
        ({"basic_is_met": False}, "HR-31", "application.basic_unmet"),
        ({"administrative_unmet": ("KTP",)}, "HR-31", "application.administrative_unmet"),
    ],
)
def test_no_candidate_without_a_positive_review(change: dict[str, object], rule: str, code: str) -> None:
    verdict = may_accept(replace(REVIEWED, **change))  # type: ignore[arg-type]
    assert [(each.rule, each.code) for each in verdict.refusals] == [(rule, code)]


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, ["application.return_without_reason"]),
        ({"note_given": True}, []),
        ({"unmet": 1}, []),
        ({"unmet": 2, "unmet_without_note": 1, "note_given": True}, ["application.unmet_without_note"]),
        ({"unmet": 1, "state": "accepted"}, ["application.not_under_review"]),
    ],
)
def test_a_return_says_why(change: dict[str, object], codes: list[str]) -> None:
    verdict = may_return(replace(REVIEWED, **change))  # type: ignore[arg-type]
    assert [each.code for each in verdict.refusals] == codes


def test_a_rejection_says_why() -> None:
    assert [each.code for each in may_reject(REVIEWED).refusals] == ["application.reject_without_reason"]
    assert may_reject(replace(REVIEWED, note_given=True))


def test_every_state_is_reached_from_the_first_one() -> None:
    reached, frontier = {ApplicationState.SUBMITTED}, [ApplicationState.SUBMITTED]
    while frontier:
        for state in TRANSITIONS[frontier.pop()]:
            if state not in reached:
                reached.add(ApplicationState(state))
                frontier.append(ApplicationState(state))
    assert reached == set(ApplicationState)


# ---------------------------------------------------------------- asesmen ulang (ASM-10)

OPEN = date(2026, 7, 15)
RIGHT = ReassessmentFacts(scope_set=True, used=False, day=OPEN, opens_on=OPEN, attempt=2, maximum=2)


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"scope_set": False}, ["reassessment.scope_unset"]),
        ({"used": True}, ["reassessment.used"]),
        ({"day": OPEN - timedelta(days=1)}, ["reassessment.too_early"]),
        ({"attempt": 3}, ["reassessment.too_often"]),
        ({"maximum": 0}, ["reassessment.too_often"]),
    ],
)
def test_a_reassessment_keeps_to_its_rule(change: dict[str, Any], codes: list[str]) -> None:
    verdict = may_reassess(replace(RIGHT, **change))
    assert [(each.rule, each.code) for each in verdict.refusals] == [("ASM-10", code) for code in codes]


@pytest.mark.parametrize(
    ("opens_on", "codes"),
    [
        (None, []),
        (OPEN, []),
        (OPEN - timedelta(days=1), []),
        (OPEN + timedelta(days=1), ["reassessment.whole_too_early"]),
    ],
)
def test_the_whole_scheme_waits_as_long(opens_on: date | None, codes: list[str]) -> None:
    verdict = may_apply_again(ReapplicationFacts(OPEN, opens_on))
    assert [(each.rule, each.code) for each in verdict.refusals] == [("ASM-10", code) for code in codes]
