from __future__ import annotations

from datetime import date, timedelta

from jamstac.ledger.door import Act, action, store
from jamstac.ledger.records import GuardedRecord
from jamstac.parameters import rules
from jamstac.parameters.facts import ChangeFacts
from jamstac.parameters.keys import KEYS
from jamstac.parameters.models import ParameterValue


@action("parameter.set", access="parameter.set", policies=[rules.may_set_parameter])
def set_parameter(
    act: Act,
    body: GuardedRecord,
    *,
    key: str,
    value: str,
    reason: str,
    source_title: str,
    source_number: str = "",
    source_date: date | None = None,
    valid_from: date | None = None,
) -> ParameterValue:
    """A controlled change (HR-60): value, reason, source document, first day (today when not given).

    A later value already planned is replaced. Raises KeyError for an unknown key."""
    spec, start = KEYS[key], valid_from or act.day
    fits = value.isdecimal() and spec.minimum <= int(value) <= spec.maximum
    act.require(
        rules.may_set_parameter,
        ChangeFacts(
            label=spec.label,
            value_is_valid=fits,
            minimum=spec.minimum,
            maximum=spec.maximum,
            reason_given=bool(reason.strip()),
            source_given=bool(source_title.strip()),
            starts_in_past=start < act.day,
        ),
    )
    ParameterValue.objects.filter(body_id=body.pk, key=key, valid_from__gte=start).delete()
    current = (
        ParameterValue.objects.filter(body_id=body.pk, key=key, valid_from__lt=start)
        .exclude(valid_until__lt=start)
        .first()
    )
    if current is not None:
        current.valid_until = start - timedelta(days=1)
        store(current, "valid_until")
    row = ParameterValue(
        body_id=body.pk,
        key=key,
        value=str(int(value)),
        reason=reason,
        source_title=source_title,
        source_number=source_number,
        source_date=source_date,
        valid_from=start,
        set_by_person_id=act.actor.person_id,
        set_at=act.now,
    )
    store(row)
    act.record(row, key=key, value=row.value, valid_from=start)
    return row
