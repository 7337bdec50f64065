from jamstac.ledger.access import GUEST, SELF, SYSTEM, register_access
from jamstac.people.states import Function

register_access(
    {
        "assessment.assess": {Function.ASSESSOR},
        # A program may reach the door only to be refused there by the rule that says why (HR-40).
        "assessment.recommend": {Function.ASSESSOR, SYSTEM},
        "assessment.self": {SELF},
        "assessment.release": {Function.CERTIFICATION_MANAGER},
        "third_party.answer": {GUEST},
        "report.write": {Function.ASSESSOR},
        "event_minutes.view": {
            Function.ASSESSOR,
            Function.VENUE_HEAD,
            Function.ADMIN,
            Function.CERTIFICATION_MANAGER,
            Function.DIRECTOR,
            Function.QUALITY_MANAGER,
            Function.INTERNAL_AUDITOR,
        },
        "event_minutes.draw_up": {Function.ASSESSOR},
        "event_minutes.sign": {Function.ASSESSOR, Function.VENUE_HEAD},
        "assessment.take_away": {SYSTEM},
        "assessment.view_case": {
            Function.CERTIFICATION_MANAGER,
            Function.QUALITY_MANAGER,
            Function.DECIDER,
            Function.DIRECTOR,
            Function.ADMIN,
            Function.INTERNAL_AUDITOR,
        },
    }
)
