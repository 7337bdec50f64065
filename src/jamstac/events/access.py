from jamstac.ledger.access import register_access
from jamstac.people.states import Function

register_access(
    {
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
    }
)
