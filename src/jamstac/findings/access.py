from jamstac.ledger.access import register_access
from jamstac.people.states import Function

_GRANTERS = {Function.DIRECTOR, Function.CERTIFICATION_MANAGER, Function.QUALITY_MANAGER}

register_access(
    {
        "waiver.view": {*_GRANTERS, Function.ADMIN, Function.INTERNAL_AUDITOR},
        "waiver.ask": _GRANTERS,
        "waiver.confirm": _GRANTERS,
        "waiver.withdraw": _GRANTERS,
    }
)
