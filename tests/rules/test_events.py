from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jamstac.events.facts import (
    AssignmentFacts,
    CancelFacts,
    CandidateFacts,
    LetterFacts,
    PlanFacts,
    RemovalFacts,
    ReplacementFacts,
    ReplanFacts,
    StartFacts,
    WithdrawalFacts,
)
from jamstac.events.rules import (
    letter_covers_assessor,
    letter_covers_today,
    may_add_candidate,
    may_cancel,
    may_plan,
    may_remove_candidate,
    may_replace,
    may_replan,
    may_sign_letter,
    may_withdraw,
    recording_is_agreed,
)
from jamstac.events.states import TRANSITIONS, EventState

TODAY, LATER, BEFORE = date(2026, 11, 24), date(2026, 12, 1), date(2026, 11, 23)
FREE: dict[str, Any] = {
    "venue_taken": False,
    "venue_capacity": None,
    "venue_candidates": 0,
    "candidates_taken": 0,
    "assessors_taken": 0,
    "persons_unavailable": 0,
    "load_limit": None,
    "heaviest_load": 0,
    "load_waived": False,
}
PLAN = PlanFacts(
    **FREE,
    day=LATER,
    today=TODAY,
    ends_after_start=True,
    licence_in_force=True,
    scheme_in_annex=True,
    scheme_in_force=True,
    venue_verified=True,
    remote=False,
    remote_approved=False,
    tool_set_released=True,
    coverage_complete=True,
)
CANDIDATE = CandidateFacts(
    **FREE,
    reason_given=False,
    day=LATER,
    today=TODAY,
    state=EventState.PLANNED,
    application_accepted=True,
    same_scheme=True,
    in_an_event=False,
    needs_undecided=0,
    assessor_is_candidate=False,
    assessor_appointed=True,
    assessor_certificate_valid=True,
    assessor_authorised=True,
    assessor_standing="active",
    companion_ready=True,
    trained_pairs=0,
    close_pairs=0,
    open_conflicts=0,
    replaced_pairs=0,
)
LETTER = LetterFacts(
    **FREE,
    venue_permanent=True,
    venue_fit=True,
    remote=False,
    remote_approved=False,
    day=LATER,
    today=TODAY,
    state=EventState.PLANNED,
    candidates=2,
    candidates_accepted=True,
    licence_in_force=True,
    scheme_in_annex=True,
    scheme_in_force=True,
    assessor_appointed=True,
    assessor_certificate_valid=True,
    assessor_authorised=True,
    assessor_standing="active",
    companion_ready=True,
    trained_pairs=0,
    close_pairs=0,
    open_conflicts=0,
    replaced_pairs=0,
    pacts_missing=(),
    unbound=0,
    tool_set_released=True,
    coverage_complete=True,
)
ASSIGNMENT = AssignmentFacts(
    letter_signed=True,
    event_cancelled=False,
    covers_scheme=True,
    covers_candidate=True,
    event_day=TODAY,
    today=TODAY,
    is_assigned=True,
)


def said(verdict: Any) -> list[tuple[str, str]]:
    return [(each.rule, each.code) for each in verdict.refusals]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"day": TODAY}, []),
        ({"day": BEFORE}, [("PER-04", "event.day_past")]),
        ({"ends_after_start": False}, [("PER-04", "event.ends_before_start")]),
        ({"licence_in_force": False}, [("HR-16", "licence.not_in_force")]),
        ({"scheme_in_annex": False}, [("HR-16", "licence.scheme_not_in_annex")]),
        ({"scheme_in_force": False}, [("HR-17", "scheme.not_in_force")]),
        ({"venue_verified": False}, [("TUK-01", "venue.not_verified")]),
        ({"remote": True}, [("HR-28", "remote.not_approved")]),
        ({"venue_taken": True}, [("HR-29", "booking.venue_taken")]),
    ],
)
def test_an_event_is_planned_when_everything_holds_on_its_day(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(may_plan(replace(PLAN, **change))) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": EventState.ASSIGNED}, [("REC-01", "change.no_reason")]),
        ({"state": EventState.CHANGED}, [("REC-01", "change.no_reason")]),
        ({"state": EventState.ASSIGNED, "reason_given": True}, []),
        ({"state": EventState.CANCELLED}, [("HR-50", "event.cancelled")]),
        ({"assessors_taken": 1}, [("HR-29", "booking.assessor_taken")]),
        ({"venue_capacity": 1, "venue_candidates": 2}, [("HR-29", "booking.venue_full")]),
        ({"load_limit": 1, "heaviest_load": 2}, [("HR-29", "booking.load")]),
        ({"application_accepted": False}, [("HR-31", "candidate.not_accepted")]),
        ({"same_scheme": False}, [("PER-04", "candidate.other_scheme")]),
        ({"in_an_event": True}, [("PER-04", "candidate.in_an_event")]),
        ({"day": BEFORE}, [("PER-04", "event.day_past")]),
        ({"assessor_is_candidate": True}, [("HR-15", "candidate.own_assessor")]),
        ({"assessor_certificate_valid": False}, [("HR-19", "assessor.certificate_not_valid")]),
        ({"assessor_appointed": False}, [("HR-20", "assessor.not_appointed")]),
        ({"assessor_authorised": False}, [("HR-20", "assessor.not_authorised")]),
        ({"assessor_standing": ""}, [("HR-22", "assessor.no_status")]),
        ({"assessor_standing": "suspended"}, [("HR-22", "assessor.suspended")]),
        ({"companion_ready": False}, [("HR-22", "assessor.no_companion")]),
        ({"trained_pairs": 1}, [("HR-03", "pair.trainer")]),
        ({"close_pairs": 1}, [("HR-04", "pair.close")]),
        ({"open_conflicts": 1}, [("HR-06", "pair.conflict_open")]),
        ({"replaced_pairs": 1}, [("HR-06", "pair.replaced")]),
    ],
)
def test_a_candidate_and_an_assessor_fit_the_event(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(may_add_candidate(replace(CANDIDATE, **change))) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (RemovalFacts(EventState.PLANNED, True), []),
        (RemovalFacts(EventState.PLANNED, False), [("PER-04", "candidate.not_in_event")]),
        (RemovalFacts(EventState.ASSIGNED, True), [("HR-50", "event.letter_signed")]),
    ],
)
def test_a_candidate_leaves_only_before_the_letter(facts: RemovalFacts, expected: list[Any]) -> None:
    assert said(may_remove_candidate(facts)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": EventState.ASSIGNED}, [("HR-50", "letter.signed")]),
        ({"day": BEFORE}, [("PER-04", "event.day_past")]),
        ({"candidates": 0}, [("HR-31", "letter.no_candidates")]),
        ({"candidates_accepted": False}, [("HR-31", "candidate.not_accepted")]),
        ({"scheme_in_annex": False}, [("HR-16", "licence.scheme_not_in_annex")]),
        ({"scheme_in_force": False}, [("HR-17", "scheme.not_in_force")]),
        ({"venue_fit": False}, [("HR-24", "venue.not_verified")]),
        ({"venue_fit": False, "venue_permanent": False}, [("HR-24", "venue.not_verified_for_event")]),
        ({"remote": True}, [("HR-28", "remote.not_approved")]),
        ({"remote": True, "remote_approved": True}, []),
        ({"venue_taken": True}, [("HR-29", "booking.venue_taken")]),
        ({"state": EventState.CHANGED}, []),
        ({"assessor_certificate_valid": False}, [("HR-19", "assessor.certificate_not_valid")]),
        ({"assessor_authorised": False}, [("HR-20", "assessor.not_authorised")]),
        ({"assessor_standing": ""}, [("HR-22", "assessor.no_status")]),
        ({"assessor_standing": "suspended"}, [("HR-22", "assessor.suspended")]),
        ({"companion_ready": False}, [("HR-22", "assessor.no_companion")]),
        ({"trained_pairs": 1}, [("HR-03", "pair.trainer")]),
        ({"close_pairs": 1}, [("HR-04", "pair.close")]),
        ({"open_conflicts": 1}, [("HR-06", "pair.conflict_open")]),
        ({"replaced_pairs": 1}, [("HR-06", "pair.replaced")]),
        ({"unbound": 1}, [("HR-23", "pact.unsigned")]),
        ({"pacts_missing": ("ethics",)}, [("HR-23", "pact.none")]),
    ],
)
def test_a_letter_is_signed_when_everything_still_holds(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(may_sign_letter(replace(LETTER, **change))) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (CancelFacts(EventState.PLANNED, 0, True), []),
        (CancelFacts(EventState.ASSIGNED, 0, True), []),
        (CancelFacts(EventState.ASSIGNED, 1, True), [("HR-50", "event.begun")]),
        (CancelFacts(EventState.CANCELLED, 0, True), [("HR-50", "event.cancelled")]),
        (CancelFacts(EventState.PLANNED, 0, False), [("REC-01", "event.no_reason")]),
    ],
)
def test_an_event_is_cancelled_before_anything_was_assessed(facts: CancelFacts, expected: list[Any]) -> None:
    assert said(may_cancel(facts)) == expected


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"letter_signed": False}, [("HR-21", "assignment.no_letter")]),
        ({"event_cancelled": True}, [("HR-21", "event.cancelled")]),
        ({"covers_scheme": False}, [("HR-21", "assignment.other_scheme")]),
        ({"covers_candidate": False}, [("HR-21", "assignment.other_candidate")]),
        ({"is_assigned": False}, [("HR-21", "assignment.other_assessor")]),
        ({"event_day": LATER}, [("HR-21", "assignment.other_day")]),
    ],
)
def test_the_letter_covers_event_scheme_day_candidate_and_assessor(change: dict[str, Any], expected: list[Any]) -> None:
    facts = replace(ASSIGNMENT, **change)
    assert said(letter_covers_assessor(facts) & letter_covers_today(facts)) == expected


def test_a_cancelled_event_stays_cancelled() -> None:
    assert set(TRANSITIONS) == set(EventState)
    assert TRANSITIONS[EventState.CANCELLED] == frozenset()


REPLAN = ReplanFacts(**PLAN.__dict__, state=EventState.ASSIGNED, begun=0, differs=True, reason_given=True)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"state": EventState.PLANNED, "reason_given": False}, []),
        ({"reason_given": False}, [("REC-01", "change.no_reason")]),
        ({"begun": 1}, [("HR-50", "change.begun")]),
        ({"differs": False}, [("PER-04", "change.nothing")]),
        ({"state": EventState.CANCELLED}, [("HR-50", "event.cancelled")]),
        ({"day": BEFORE}, [("PER-04", "event.day_past")]),
        ({"assessors_taken": 1}, [("HR-29", "booking.assessor_taken")]),
    ],
)
def test_time_and_place_change_while_nothing_began(change: dict[str, Any], expected: list[Any]) -> None:
    assert said(may_replan(replace(REPLAN, **change))) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (WithdrawalFacts(EventState.PLANNED, True, 0, True), []),
        (WithdrawalFacts(EventState.ASSIGNED, True, 0, False), [("REC-01", "change.no_reason")]),
        (WithdrawalFacts(EventState.ASSIGNED, True, 1, True), [("HR-50", "change.begun")]),
        (WithdrawalFacts(EventState.ASSIGNED, False, 0, True), [("PER-04", "candidate.not_in_event")]),
    ],
)
def test_a_case_leaves_with_a_reason_until_it_is_opened(facts: WithdrawalFacts, expected: list[Any]) -> None:
    assert said(may_withdraw(facts)) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (ReplacementFacts(EventState.PLANNED, 2, 0, True, False), []),
        (ReplacementFacts(EventState.CHANGED, 2, 0, True, False), [("REC-01", "change.no_reason")]),
        (ReplacementFacts(EventState.ASSIGNED, 2, 1, True, True), [("HR-50", "change.begun")]),
        (ReplacementFacts(EventState.ASSIGNED, 0, 0, True, True), [("PER-04", "change.not_theirs")]),
        (ReplacementFacts(EventState.ASSIGNED, 2, 0, False, True), [("PER-04", "change.nothing")]),
    ],
)
def test_candidates_change_hands_until_they_are_opened(facts: ReplacementFacts, expected: list[Any]) -> None:
    assert said(may_replace(facts)) == expected


def test_a_remote_case_starts_with_consent() -> None:
    start = StartFacts(venue_permanent=True, venue_fit=True, remote=True, remote_approved=True, recording_agreed=False)
    assert said(recording_is_agreed(start)) == [("HR-28", "recording.not_agreed")]
    assert said(recording_is_agreed(replace(start, remote=False))) == []
    assert said(recording_is_agreed(replace(start, recording_agreed=True))) == []
