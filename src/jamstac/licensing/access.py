from jamstac.ledger.access import register_access
from jamstac.people.states import Function

register_access(
    {
        "licence.enter": {Function.DIRECTOR, Function.CERTIFICATION_MANAGER, Function.ADMIN},
        "remote.approve": {Function.DIRECTOR},
    }
)
