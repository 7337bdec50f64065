from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jamstac.events.day_facts import (
    AbsenceFacts,
    CardFacts,
    CheckInFacts,
    ClearingFacts,
    ClosingFacts,
    ListFacts,
    PartFacts,
    PhotoFacts,
    ReportFacts,
    UndoFacts,
)
from jamstac.events.day_rules import (
    may_add_photo,
    may_check_in,
    may_clear_case,
    may_close_incident,
    may_close_list,
    may_issue_cards,
    may_mark_absent,
    may_report_incident,
    may_sign_part,
    may_undo_check_in,
)
from jamstac.kernel.verdicts import Policy

TODAY, YESTERDAY = date(2026, 11, 24), date(2026, 11, 23)
DUTY: dict[str, Any] = {"on_duty": True, "letter_in_force": True, "event_day": TODAY, "today": TODAY}
GOOD: dict[Policy[Any], Any] = {
    may_check_in: CheckInFacts(in_this_event=True, arrived=False, in_future=False, **DUTY),
    may_mark_absent: AbsenceFacts(in_this_event=True, arrived=False, opened=False, reason_given=True, **DUTY),
    may_undo_check_in: UndoFacts(arrived=True, opened=False, listed=False, **DUTY),
    may_close_list: ListFacts(assesses_here=True, unnoted=0, unlisted=3, **DUTY),
    may_sign_part: PartFacts(has_part=True),
    may_report_incident: ReportFacts(
        on_duty=True, kind_known=True, described=True, early=False, in_future=False, strangers=0
    ),
    may_close_incident: ClosingFacts(
        open=True, own_report=False, involved=False, closing_given=True, undecided=0, without_reason=0
    ),
    may_clear_case: ClearingFacts(open=False, own_report=False, involved=False, held=True, reason_given=True),
    may_add_photo: PhotoFacts(
        on_duty=True,
        early=False,
        in_future=False,
        captioned=True,
        is_picture=True,
        place_possible=True,
        strangers=0,
        unwilling=0,
    ),
    may_issue_cards: CardFacts(letter_in_force=True, due=2),
}
REFUSALS: list[tuple[Policy[Any], dict[str, Any], list[tuple[str, str]]]] = [
    (may_check_in, {"on_duty": False}, [("ASM-04", "day.not_on_duty")]),
    (may_check_in, {"letter_in_force": False}, [("HR-21", "day.no_letter")]),
    (may_check_in, {"event_day": YESTERDAY}, [("ASM-04", "day.other_day")]),
    (may_check_in, {"in_this_event": False}, [("PER-04", "candidate.not_in_event")]),
    (may_check_in, {"arrived": True}, [("HR-50", "day.checked_in_before")]),
    (may_check_in, {"in_future": True}, [("ASM-04", "day.arrival_to_come")]),
    (may_mark_absent, {"on_duty": False}, [("ASM-04", "day.not_on_duty")]),
    (may_mark_absent, {"today": YESTERDAY}, [("ASM-04", "day.too_early")]),
    (may_mark_absent, {"arrived": True}, [("ASM-04", "day.arrived")]),
    (may_mark_absent, {"reason_given": False}, [("ASM-04", "day.no_reason")]),
    (may_mark_absent, {"opened": True}, [("HR-50", "day.opened")]),
    (may_undo_check_in, {"arrived": False}, [("HR-50", "day.nothing_noted")]),
    (may_undo_check_in, {"listed": True}, [("HR-50", "day.listed")]),
    (may_undo_check_in, {"opened": True}, [("HR-50", "day.opened")]),
    (may_close_list, {"assesses_here": False}, [("ASM-04", "day.not_assessor")]),
    (may_close_list, {"unnoted": 2}, [("ASM-04", "day.unnoted")]),
    (may_close_list, {"unlisted": 0}, [("HR-50", "day.list_closed")]),
    (may_close_list, {"today": YESTERDAY}, [("ASM-04", "day.too_early")]),
    (may_sign_part, {"has_part": False}, [("ASM-04", "day.no_part")]),
    (may_report_incident, {"on_duty": False}, [("ASM-04", "day.not_on_duty")]),
    (may_report_incident, {"kind_known": False}, [("ASM-09", "incident.no_kind")]),
    (may_report_incident, {"described": False}, [("ASM-09", "incident.no_description")]),
    (may_report_incident, {"early": True}, [("ASM-09", "incident.before_event")]),
    (may_report_incident, {"in_future": True}, [("ASM-09", "incident.to_come")]),
    (may_report_incident, {"strangers": 1}, [("ASM-09", "incident.strangers")]),
    (may_close_incident, {"open": False}, [("HR-50", "incident.closed")]),
    (may_close_incident, {"own_report": True}, [("ASM-09", "incident.own_report")]),
    (may_close_incident, {"involved": True}, [("ASM-09", "incident.involved")]),
    (may_close_incident, {"closing_given": False}, [("ASM-09", "incident.no_closing")]),
    (may_close_incident, {"undecided": 1}, [("ASM-09", "incident.undecided")]),
    (may_close_incident, {"without_reason": 1}, [("ASM-09", "incident.no_reason")]),
    (may_clear_case, {"open": True}, [("ASM-09", "incident.still_open")]),
    (may_clear_case, {"held": False}, [("ASM-09", "incident.not_held")]),
    (may_clear_case, {"reason_given": False}, [("ASM-09", "incident.no_clearing_reason")]),
    (may_add_photo, {"on_duty": False}, [("ASM-04", "day.not_on_duty")]),
    (may_add_photo, {"is_picture": False}, [("REC-01", "photo.no_picture")]),
    (may_add_photo, {"captioned": False}, [("REC-01", "photo.no_caption")]),
    (may_add_photo, {"early": True}, [("REC-01", "photo.before_event")]),
    (may_add_photo, {"in_future": True}, [("REC-01", "photo.to_come")]),
    (may_add_photo, {"place_possible": False}, [("REC-01", "photo.no_place")]),
    (may_add_photo, {"strangers": 1}, [("PDP-02", "photo.strangers")]),
    (may_add_photo, {"unwilling": 1}, [("PDP-02", "photo.no_consent")]),
    (may_issue_cards, {"due": 0}, [("PER-04", "card.none_due")]),
    (may_issue_cards, {"letter_in_force": False}, [("HR-21", "day.no_letter")]),
]


@pytest.mark.parametrize("policy", GOOD, ids=lambda policy: policy.name)
def test_a_day_as_it_should_be_goes_on(policy: Policy[Any]) -> None:
    assert policy(GOOD[policy])


@pytest.mark.parametrize(("policy", "changes", "expected"), REFUSALS)
def test_what_is_wrong_is_refused_by_its_rule(
    policy: Policy[Any], changes: dict[str, Any], expected: list[tuple[str, str]]
) -> None:
    verdict = policy(replace(GOOD[policy], **changes))
    assert [(each.rule, each.code) for each in verdict.refusals] == expected
