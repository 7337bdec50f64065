from jamstac.ledger.access import SYSTEM, register_access
from jamstac.people.states import Function

register_access(
    {
        "scheme.draft": {
            Function.DIRECTOR,
            Function.CERTIFICATION_MANAGER,
            Function.SCHEME_COMMITTEE,
            Function.ADMIN,
            SYSTEM,
        },
        "scheme.approve": {Function.DIRECTOR, Function.SCHEME_COMMITTEE},
    }
)
