"""Doors: what is done about a conflict, said by one person and confirmed by another; the end of a relation.

Declaring and searching belong to an event and stand there."""

from __future__ import annotations

from datetime import date, datetime

from jamstac.impartiality import rules, selectors
from jamstac.impartiality.models import Conflict
from jamstac.impartiality.states import Disposition
from jamstac.ledger.door import Act, action, store
from jamstac.people.models import Relation


@action("conflict.disposition_proposed", access="conflict.propose", policies=[rules.may_propose_disposition])
def propose_disposition(act: Act, conflict: Conflict, *, disposition: str, reason: str) -> Conflict:
    """Say what is to be done about a conflict, and why (HR-06). Until it is confirmed it may be said anew."""
    act.require(rules.may_propose_disposition, selectors.proposal_facts(conflict, disposition, reason, act.day))
    conflict.disposition, conflict.reason = Disposition(disposition), reason.strip()
    conflict.proposed_by_id, conflict.proposed_at, conflict.confirm_reason = act.actor.person_id, act.now, ""
    store(conflict, "disposition", "reason", "proposed_by", "proposed_at", "confirm_reason")
    act.record(disposition=conflict.disposition, kind=conflict.kind)
    return conflict


@action("conflict.disposition_confirmed", access="conflict.confirm", policies=[rules.may_confirm_disposition])
def confirm_disposition(act: Act, conflict: Conflict, *, reason: str = "", read: datetime | None = None) -> Conflict:
    """A second person holds the proposed disposition right; from here on it stands (HR-06). `read`: when the
    proposal they read had been made."""
    act.require(
        rules.may_confirm_disposition, selectors.confirmation_facts(conflict, act.actor.person_id, reason, read)
    )
    conflict.confirmed_by_id, conflict.confirmed_at = act.actor.person_id, act.now
    conflict.confirm_reason = reason.strip()
    store(conflict, "confirmed_by", "confirmed_at", "confirm_reason")
    act.record(disposition=conflict.disposition, kind=conflict.kind, proposed_by=conflict.proposed_by_id)
    return conflict


@action("conflict.disposition_returned", access="conflict.confirm", policies=[rules.may_return_disposition])
def return_disposition(act: Act, conflict: Conflict, *, reason: str, read: datetime | None = None) -> Conflict:
    """The second person does not hold the proposal right, and says why: the conflict is open again."""
    act.require(rules.may_return_disposition, selectors.confirmation_facts(conflict, act.actor.person_id, reason, read))
    returned = conflict.disposition
    conflict.disposition, conflict.confirm_reason = "", reason.strip()
    store(conflict, "disposition", "confirm_reason")
    act.record(disposition=returned, kind=conflict.kind)
    return conflict


@action("relation.ended", access="relation.end", policies=[rules.may_end_relation])
def end_relation(act: Act, relation: Relation, *, last_day: date, reason: str) -> Relation:
    """The relation holds no longer after `last_day`; the day before it began: it never held."""
    act.require(
        rules.may_end_relation,
        selectors.ending_facts(relation, act.actor.person_id, last_day, reason, act.day),
    )
    relation.valid_until = last_day
    relation.note = "; ".join(part for part in (relation.note, reason.strip()) if part)[:300]
    store(relation, "valid_until", "note")
    act.record(person=relation.person_id, other=relation.other_id, kind=relation.kind, last_day=last_day)
    return relation
