from jamstac.ledger.access import SELF, register_access
from jamstac.people.states import Function

register_access(
    {
        "event.declare": {Function.ASSESSOR},
        "event.view": {
            Function.CERTIFICATION_MANAGER,
            Function.DIRECTOR,
            Function.ADMIN,
            Function.QUALITY_MANAGER,
            Function.INTERNAL_AUDITOR,
        },
        "event.plan": {Function.CERTIFICATION_MANAGER},
        "event.cancel": {Function.CERTIFICATION_MANAGER, Function.DIRECTOR},
        "event.sign_letter": {Function.DIRECTOR},
        "event.invite": {Function.CERTIFICATION_MANAGER, Function.DIRECTOR},
        "event.verify_venue": {Function.VENUE_VERIFIER},
        "event.own": {Function.ASSESSOR},
        "event.self": {SELF},
        "event.day": {
            Function.ASSESSOR,
            Function.ADMIN,
            Function.VENUE_HEAD,
            Function.VENUE_VERIFIER,
            Function.CERTIFICATION_MANAGER,
            Function.DIRECTOR,
            Function.QUALITY_MANAGER,
            Function.INTERNAL_AUDITOR,
        },
        "event.check_in": {Function.ASSESSOR, Function.ADMIN, Function.VENUE_HEAD},
        "event.close_attendance": {Function.ASSESSOR},
        "event.sign_day": {Function.ASSESSOR, Function.VENUE_HEAD},
        "event.issue_cards": {Function.ADMIN, Function.CERTIFICATION_MANAGER},
        "event.report_incident": {
            Function.ASSESSOR,
            Function.ADMIN,
            Function.VENUE_HEAD,
            Function.VENUE_VERIFIER,
            Function.CERTIFICATION_MANAGER,
            Function.QUALITY_MANAGER,
        },
        "event.close_incident": {Function.QUALITY_MANAGER},
        "event.add_photo": {Function.ASSESSOR, Function.ADMIN, Function.VENUE_HEAD},
    }
)
