from jamstac.ledger.access import register_access
from jamstac.people.states import Function

register_access(
    {
        "setup.view": {
            Function.DIRECTOR,
            Function.ADMIN,
            Function.CERTIFICATION_MANAGER,
            Function.QUALITY_MANAGER,
            Function.VENUE_VERIFIER,
            Function.SCHEME_COMMITTEE,
            Function.INTERNAL_AUDITOR,
        },
        "ledger.view": {Function.QUALITY_MANAGER, Function.DIRECTOR, Function.INTERNAL_AUDITOR},
        "job.retry": {Function.QUALITY_MANAGER, Function.DIRECTOR, Function.ADMIN},
    }
)
