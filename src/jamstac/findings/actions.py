"""Doors: asking for an exception to a rule, confirming it as the second person, withdrawing it."""

from __future__ import annotations

from datetime import date

from jamstac.bodies.models import TenantRecord
from jamstac.documents.models import StoredFile
from jamstac.findings import rules, selectors
from jamstac.findings.models import Waiver
from jamstac.findings.waivers import waivable
from jamstac.ledger.door import Act, action, store


@action("waiver.asked", access="waiver.ask", policies=[rules.may_ask_waiver])
def ask_waiver(
    act: Act,
    record: TenantRecord,
    *,
    rule: str,
    label: str,
    reason: str,
    valid_until: date,
    document_number: str = "",
    document_date: date | None = None,
    document: StoredFile | None = None,
) -> Waiver:
    """An exception to `rule` for `record`, called `label`, until a day. One that rests on a document holds at once;
    any other once a second person confirmed it."""
    subject_type = record._meta.label_lower
    known = waivable(rule, subject_type)
    whole = bool(document_number.strip()) and document_date is not None and document is not None
    act.require(
        rules.may_ask_waiver,
        selectors.ask_facts(
            record, rule, known=known, reason=reason, valid_until=valid_until, document_given=whole, today=act.day
        ),
    )
    assert known is not None
    assert act.actor.person_id is not None
    waiver = Waiver(
        body_id=record.body_id,
        rule=rule,
        subject_type=subject_type,
        subject_id=record.pk,
        subject_label=label[:200],
        kind=known.kind,
        reason=reason.strip(),
        document_number=document_number.strip(),
        document_date=document_date,
        document=document,
        valid_until=valid_until,
        asked_by_id=act.actor.person_id,
        asked_at=act.now,
    )
    store(waiver)
    act.record(waiver=waiver.pk, rule=rule, kind=waiver.kind, valid_until=valid_until)
    return waiver


@action("waiver.confirmed", access="waiver.confirm", policies=[rules.may_confirm_waiver])
def confirm_waiver(act: Act, waiver: Waiver) -> Waiver:
    """The second person: from now on the exception holds."""
    act.require(rules.may_confirm_waiver, selectors.confirm_facts(waiver, act.actor.person_id, act.day))
    waiver.confirmed_by_id, waiver.confirmed_at = act.actor.person_id, act.now
    store(waiver, "confirmed_by", "confirmed_at")
    act.record(rule=waiver.rule, subject_id=waiver.subject_id, valid_until=waiver.valid_until)
    return waiver


@action("waiver.withdrawn", access="waiver.withdraw", policies=[rules.may_withdraw_waiver])
def withdraw_waiver(act: Act, waiver: Waiver) -> Waiver:
    """The exception holds no longer. What was done under it stays."""
    act.require(rules.may_withdraw_waiver, selectors.withdraw_facts(waiver, act.day))
    waiver.withdrawn_at = act.now
    store(waiver, "withdrawn_at")
    act.record(rule=waiver.rule, subject_id=waiver.subject_id)
    return waiver
