from jamstac.ledger.access import SYSTEM, register_access

register_access(
    {
        "body.create": {SYSTEM},
        "body.edit": {"director", "admin", "certification_manager"},
        "numbering.set": {"director", "certification_manager"},
    }
)
