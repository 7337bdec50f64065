from jamstac.ledger.access import SELF, SYSTEM, register_access
from jamstac.people.states import Function

_OFFICE = {Function.CERTIFICATION_MANAGER, Function.ADMIN}
_READERS = {
    *_OFFICE,
    Function.DIRECTOR,
    Function.DECIDER,
    Function.QUALITY_MANAGER,
    Function.INTERNAL_AUDITOR,
}

register_access(
    {
        "meeting.view": _READERS,
        "meeting.open": _OFFICE,
        "meeting.table": _OFFICE,
        "meeting.attend": {Function.DECIDER},
        "meeting.recuse": {Function.DECIDER},
        "meeting.postpone": {Function.DECIDER, Function.CERTIFICATION_MANAGER},
        "meeting.close": {Function.DECIDER},
        "minutes.sign": {Function.DECIDER},
        # A program may knock at this door, so that HR-40 turns it away and the refusal is on record.
        "decision.make": {Function.DECIDER, SYSTEM},
        "case.send_back": {Function.CERTIFICATION_MANAGER},
        "committee.sign": {Function.DIRECTOR},
        "decree.sign": {Function.DIRECTOR},
        "certificate.issue": {Function.DIRECTOR},
        "certificate.view": _READERS,
        "certificate.self": {SELF},
    }
)
