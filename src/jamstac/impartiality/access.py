from jamstac.ledger.access import register_access
from jamstac.people.states import Function

register_access(
    {
        "conflict.view": {
            Function.CERTIFICATION_MANAGER,
            Function.QUALITY_MANAGER,
            Function.DIRECTOR,
            Function.IMPARTIALITY_COMMITTEE,
            Function.INTERNAL_AUDITOR,
        },
        "conflict.propose": {Function.CERTIFICATION_MANAGER},
        "conflict.confirm": {Function.QUALITY_MANAGER},
        "relation.view": {Function.CERTIFICATION_MANAGER, Function.QUALITY_MANAGER, Function.ADMIN, Function.DIRECTOR},
        "relation.end": {Function.QUALITY_MANAGER},
    }
)
