"""Door: deciding a special need (HR-33). The decision is carried to plan, instrument, time and record."""

from __future__ import annotations

from jamstac.applications import needs, rules
from jamstac.applications.actions.telling import tell
from jamstac.applications.models import SpecialNeed
from jamstac.applications.states import NeedDecision
from jamstac.ledger.door import Act, action, store


@action("special_need.decided", access="special_need.decide", policies=[rules.may_decide_need])
def decide_need(
    act: Act, need: SpecialNeed, *, decision: str, measure: str = "", extra_minutes: int = 0, note: str = ""
) -> SpecialNeed:
    """Grant a special need with its measure and extra time, or refuse it with the reason. APL-04."""
    facts = needs.need_facts(need, decision=decision, measure=measure, extra_minutes=extra_minutes, note=note)
    act.require(rules.may_decide_need, facts)
    need.decision, need.note = decision, note.strip()
    if decision == NeedDecision.GRANTED:
        need.measure, need.extra_minutes = measure.strip(), extra_minutes
    need.decided_by_id, need.decided_at = act.actor.person_id, act.now
    store(need, "decision", "measure", "extra_minutes", "note", "decided_by", "decided_at")
    tell(act, need.application, "special_need.decided")
    act.record(decision=decision, characteristic=need.characteristic)
    return need
