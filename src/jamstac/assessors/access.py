from jamstac.ledger.access import register_access
from jamstac.people.states import Function

register_access(
    {
        "assessor.certify": {Function.DIRECTOR, Function.CERTIFICATION_MANAGER, Function.ADMIN},
        "assessor.authorise": {Function.DIRECTOR, Function.CERTIFICATION_MANAGER},
    }
)
