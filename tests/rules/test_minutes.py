from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from jamstac.assessment.rules.minutes import MinutesFacts, may_draw_up

TODAY = date(2026, 11, 24)
WHOLE = MinutesFacts(
    day=TODAY,
    event_day=TODAY,
    assesses_here=True,
    drawn_up=False,
    unfinished=0,
    attendance_open=False,
    unsigned=0,
)


def test_a_berita_acara_of_a_whole_day_is_drawn_up() -> None:
    assert may_draw_up(WHOLE)


@pytest.mark.parametrize(
    ("changes", "refusals"),
    [
        ({"assesses_here": False}, [("ASM-07", "minutes.not_assessor")]),
        ({"event_day": date(2026, 11, 25)}, [("ASM-07", "minutes.too_early")]),
        ({"unfinished": 2}, [("ASM-07", "minutes.unfinished")]),
        ({"attendance_open": True}, [("ASM-07", "minutes.attendance_open")]),
        ({"attendance_open": True, "unsigned": 1}, [("ASM-07", "minutes.attendance_open")]),
        ({"unsigned": 1}, [("ASM-07", "minutes.attendance_unsigned")]),
        ({"drawn_up": True}, [("HR-50", "minutes.drawn_up_before")]),
    ],
)
def test_what_keeps_a_berita_acara_from_being_drawn_up(
    changes: dict[str, Any], refusals: list[tuple[str, str]]
) -> None:
    verdict = may_draw_up(replace(WHOLE, **changes))
    assert [(each.rule, each.code) for each in verdict.refusals] == refusals
