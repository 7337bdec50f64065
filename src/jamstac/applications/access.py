from jamstac.ledger.access import GUEST, SELF, register_access
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
        "batch.manage": {Function.ADMIN},
        "batch.view": {Function.ADMIN, Function.CERTIFICATION_MANAGER, Function.DIRECTOR, Function.QUALITY_MANAGER},
        "batch.follow": {Function.SPONSOR},
        "application.submit": {SELF},
        "application.review": {Function.ADMIN},
        "application.list": READERS,
        "application.view": READERS | {Function.ASSESSOR},
        "guardian.ask": {SELF},
        "guardian.answer": {GUEST},
        "guardian.show_paper": {SELF, Function.ADMIN},
        "guardian.confirm": {Function.ADMIN},
        "blank_form.print": READERS | {Function.ASSESSOR, Function.SCHEME_COMMITTEE},
        "special_need.view": {Function.ADMIN, Function.CERTIFICATION_MANAGER, Function.ASSESSOR},
        "special_need.decide": {Function.CERTIFICATION_MANAGER},
        "consent.self": {SELF},
    }
)
