"""The one door of the ledger itself: closing an alarm (HR-51)."""

from __future__ import annotations

from jamstac.kernel.verdicts import refuse_if
from jamstac.ledger.chain import head_is_intact
from jamstac.ledger.door import Act, action
from jamstac.ledger.models import Alarm, Entry
from jamstac.ledger.records import GuardedRecord


@action("ledger.alarm_closed", access="ledger.close_alarm", closes_alarm=True)
def close_alarm(act: Act, body: GuardedRecord, *, explanation: str) -> Alarm:
    """Close the open alarm with an explanation. The chain goes on from the last entry that is really there,
    and the closing entry says so: the break stays visible for ever.

    `body` is the LSP. Only its manajer mutu may (HR-51)."""
    alarm = Alarm.objects.filter(chain=act.chain, closed_at=None).first()
    act.refuse(refuse_if(alarm is None, "alarm.none_open"))
    act.refuse(refuse_if(len(explanation.strip()) < 20, "alarm.no_explanation"))
    assert alarm is not None
    lost_head = act.chain.head_digest
    if not head_is_intact(act.chain):
        last = Entry.objects.filter(chain=act.chain).order_by("-seq").first()
        act.chain.head_seq, act.chain.head_digest = (last.seq, last.digest) if last else (0, "")
    alarm.closed_at, alarm.closed_by_person_id, alarm.explanation = act.now, act.actor.person_id, explanation
    alarm.save()
    act.record(body, alarm=str(alarm.pk), seq=alarm.seq, head_before=lost_head)
    return alarm
