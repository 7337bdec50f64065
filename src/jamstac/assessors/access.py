from jamstac.ledger.access import register_access
from jamstac.people.access import STAFF
from jamstac.people.states import Function

register_access(
    {
        "assessor.certify": {Function.DIRECTOR, Function.CERTIFICATION_MANAGER, Function.ADMIN},
        "assessor.authorise": {Function.DIRECTOR, Function.CERTIFICATION_MANAGER},
        "assessor.set_status": {Function.CERTIFICATION_MANAGER},
        "assessor.view": {
            Function.CERTIFICATION_MANAGER,
            Function.QUALITY_MANAGER,
            Function.DIRECTOR,
            Function.ADMIN,
            Function.INTERNAL_AUDITOR,
            Function.IMPARTIALITY_COMMITTEE,
        },
        "pact.view": {Function.QUALITY_MANAGER, Function.DIRECTOR, Function.CERTIFICATION_MANAGER, Function.ADMIN},
        "pact.issue": {Function.QUALITY_MANAGER},
        "pact.sign": STAFF,
    }
)
