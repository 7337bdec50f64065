from jamstac.ledger.access import register_access
from jamstac.people.states import Function

WRITERS = {Function.ASSESSOR, Function.SCHEME_COMMITTEE, Function.CERTIFICATION_MANAGER}

register_access(
    {
        "toolset.view": WRITERS | {Function.DIRECTOR, Function.QUALITY_MANAGER, Function.INTERNAL_AUDITOR},
        "toolset.write": WRITERS,
        "toolset.return": WRITERS,
        "toolset.validate": {Function.ASSESSOR, Function.SCHEME_COMMITTEE},
        "toolset.release": {Function.CERTIFICATION_MANAGER},
    }
)
