from jamstac.ledger.access import SYSTEM, register_access
from jamstac.people.states import Function

register_access(
    {
        "standard.enter": {
            Function.DIRECTOR,
            Function.CERTIFICATION_MANAGER,
            Function.SCHEME_COMMITTEE,
            Function.ADMIN,
            SYSTEM,
        },
    }
)
