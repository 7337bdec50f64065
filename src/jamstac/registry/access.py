from jamstac.ledger.access import GUEST, register_access

register_access({"report.request": {GUEST}})
