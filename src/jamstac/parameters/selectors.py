from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

from jamstac.kernel.verdicts import ALLOW, Verdict, refuse
from jamstac.parameters.keys import KEYS
from jamstac.parameters.models import ParameterValue


def values_on(body_id: UUID, day: date) -> dict[str, ParameterValue]:
    """Every value in force on `day`, by key. One query."""
    rows = ParameterValue.objects.filter(body_id=body_id, valid_from__lte=day).exclude(valid_until__lt=day)
    return {row.key: row for row in rows}


def number(body_id: UUID, key: str, day: date) -> int | None:
    """The value of `key` on `day`; None when the LSP has not set it. Raises KeyError for an unknown key."""
    KEYS[key]
    row = (
        ParameterValue.objects.filter(body_id=body_id, key=key, valid_from__lte=day)
        .exclude(valid_until__lt=day)
        .order_by("-valid_from")
        .first()
    )
    return None if row is None else int(row.value)


def number_by_day(body_id: UUID, key: str) -> Callable[[date], int | None]:
    """`number` for many days, in one query. Raises KeyError for an unknown key."""
    KEYS[key]
    rows = list(ParameterValue.objects.filter(body_id=body_id, key=key).order_by("-valid_from"))

    def on(day: date) -> int | None:
        held = (row for row in rows if row.valid_from <= day and (row.valid_until is None or row.valid_until >= day))
        return next((int(row.value) for row in held), None)

    return on


def is_set(key: str, value: int | None) -> Verdict:
    """Refuses with `parameter.unset` when `value` is None, for `act.refuse` and for pages."""
    return ALLOW if value is not None else refuse("parameter.unset", label=KEYS[key].label, key=key)
