from jamstac.ledger.access import SYSTEM, register_access

register_access({"sheet.attach_pdf": {SYSTEM}})
