from __future__ import annotations

from datetime import date

import pytest

from jamstac.kernel.periods import Period, add_years
from jamstac.kernel.workdays import add_workdays, is_workday

JANUARY = Period(date(2026, 1, 1), date(2026, 1, 31))
HOLIDAY = date(2026, 8, 17)  # a Monday


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 1, 31), True),
        (date(2026, 2, 1), False),
    ],
)
def test_a_period_holds_its_first_and_last_day(day: date, inside: bool) -> None:
    assert (day in JANUARY) is inside


def test_a_period_without_end_stays_in_force() -> None:
    assert date(2100, 1, 1) in Period(date(2026, 1, 1))
    assert date(2025, 1, 1) not in Period(date(2026, 1, 1))


def test_a_period_never_ends_before_it_starts() -> None:
    assert date(2026, 1, 1) in Period(date(2026, 1, 1), date(2026, 1, 1))
    with pytest.raises(ValueError, match="before it starts"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


@pytest.mark.parametrize(
    ("other", "overlaps"),
    [
        (Period(date(2026, 1, 31), date(2026, 2, 5)), True),
        (Period(date(2026, 2, 1), date(2026, 2, 5)), False),
        (Period(date(2025, 12, 1), date(2026, 1, 1)), True),
        (Period(date(2025, 12, 1), date(2025, 12, 31)), False),
        (Period(date(2026, 1, 10)), True),
        (Period(date(2026, 2, 1)), False),
    ],
)
def test_periods_overlap_when_they_share_a_day(other: Period, overlaps: bool) -> None:
    assert JANUARY.overlaps(other) is overlaps
    assert other.overlaps(JANUARY) is overlaps


def test_periods_without_end_overlap() -> None:
    assert Period(date(2026, 1, 1)).overlaps(Period(date(2030, 1, 1)))


def test_a_year_later_is_the_same_day_but_for_the_leap_day() -> None:
    assert add_years(date(2026, 3, 5), 3) == date(2029, 3, 5)
    assert add_years(date(2024, 2, 29), 3) == date(2027, 2, 28)
    assert add_years(date(2024, 2, 29), 4) == date(2028, 2, 29)


def test_saturday_sunday_and_holidays_are_no_working_days() -> None:
    assert is_workday(date(2026, 8, 14))
    assert not is_workday(date(2026, 8, 15))
    assert not is_workday(date(2026, 8, 16))
    assert is_workday(HOLIDAY)
    assert not is_workday(HOLIDAY, {HOLIDAY})


def test_working_days_are_counted_after_the_first_day() -> None:
    friday = date(2026, 8, 14)
    assert add_workdays(friday, 0) == friday
    assert add_workdays(friday, 1) == HOLIDAY
    assert add_workdays(friday, 1, {HOLIDAY}) == date(2026, 8, 18)
    assert add_workdays(friday, 14) == date(2026, 9, 3)
    with pytest.raises(ValueError, match="negative"):
        add_workdays(friday, -1)
