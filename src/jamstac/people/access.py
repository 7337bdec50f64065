from jamstac.ledger.access import SELF, SYSTEM, register_access
from jamstac.people.states import Function

STAFF = frozenset(str(f) for f in Function) - {Function.SPONSOR, Function.CONTRACTOR, Function.SYSTEM_ADMIN}
"""Whoever works inside the LSP: may see its worklist and record pages that name no other permission."""

register_access(
    {
        "person.register": {Function.ADMIN, Function.DIRECTOR, Function.CERTIFICATION_MANAGER, SYSTEM},
        "person.register_self": {SYSTEM},
        "person.view": {
            Function.ADMIN,
            Function.DIRECTOR,
            Function.CERTIFICATION_MANAGER,
            Function.QUALITY_MANAGER,
        },
        "person.appoint": {Function.DIRECTOR, SYSTEM},
        "person.relate": {
            Function.ADMIN,
            Function.DIRECTOR,
            Function.CERTIFICATION_MANAGER,
            Function.QUALITY_MANAGER,
            Function.ASSESSOR,
            Function.DECIDER,
        },
        "person.self": {SELF},
        "slip.issue": {Function.ADMIN},
        "slip.use": {SYSTEM},
        "home.view": STAFF,
    }
)
