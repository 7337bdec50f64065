from jamstac.ledger.access import SELF, register_access
from jamstac.people.states import Function

READERS = {
    Function.ADMIN,
    Function.CERTIFICATION_MANAGER,
    Function.DIRECTOR,
    Function.QUALITY_MANAGER,
    Function.DECIDER,
    Function.INTERNAL_AUDITOR,
}
"""Who works with every case. An assessor reads the cases given to them (`documents.readers`), and no list."""

register_access(
    {
        "application.self": {SELF},
        "application.submit": {SELF},
        "application.review": {Function.ADMIN},
        "application.list": READERS,
        "application.view": READERS | {Function.ASSESSOR},
    }
)
