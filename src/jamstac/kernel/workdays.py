"""Working days (hari kerja): Monday to Friday without the public holidays handed in.

Holidays are data of the installation (a joint ministerial decree fixes them each year), never constants.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta


def is_workday(day: date, holidays: Collection[date] = ()) -> bool:
    return day.weekday() < 5 and day not in holidays


def add_workdays(day: date, count: int, holidays: Collection[date] = ()) -> date:
    """The `count`-th working day after `day` (day itself is not counted). `count` >= 0."""
    if count < 0:
        raise ValueError("count must not be negative")
    while count:
        day += timedelta(days=1)
        if is_workday(day, holidays):
            count -= 1
    return day
