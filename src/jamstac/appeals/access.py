from jamstac.ledger.access import SELF, register_access
from jamstac.people.states import Function

register_access(
    {
        "appeal.file": {SELF},
        "appeal.view": {
            Function.QUALITY_MANAGER,
            Function.CERTIFICATION_MANAGER,
            Function.DIRECTOR,
            Function.INTERNAL_AUDITOR,
        },
    }
)
