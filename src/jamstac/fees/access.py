from jamstac.ledger.access import register_access
from jamstac.people.states import Function

register_access(
    {
        "price.set": {Function.DIRECTOR, Function.TREASURER, Function.ADMIN},
    }
)
