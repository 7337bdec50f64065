from jamstac.ledger.access import SELF, SYSTEM, register_access
from jamstac.people.states import Function

CASE_READERS = frozenset(
    {
        Function.ADMIN,
        Function.DIRECTOR,
        Function.CERTIFICATION_MANAGER,
        Function.QUALITY_MANAGER,
        Function.ASSESSOR,
        Function.DECIDER,
        Function.INTERNAL_AUDITOR,
    }
)
"""Staff functions that work with case files. An assessor reads given cases only (`documents.readers`)."""

register_access(
    {
        "sheet.attach_pdf": {SYSTEM},
        "edition.set": {Function.DIRECTOR, Function.QUALITY_MANAGER, Function.CERTIFICATION_MANAGER, SYSTEM},
        "paper.enter": {Function.ADMIN, Function.ASSESSOR},
        "paper.settle": {
            Function.ADMIN,
            Function.ASSESSOR,
            Function.CERTIFICATION_MANAGER,
            Function.QUALITY_MANAGER,
        },
        "sheet.view": CASE_READERS | {Function.SCHEME_COMMITTEE, SELF},
        "file.view": CASE_READERS | {SELF},
        "file.upload": CASE_READERS | {Function.VENUE_HEAD, SELF},
    }
)
