from jamstac.ledger.access import register_access

register_access(
    {
        "parameter.set": {"director", "quality_manager", "certification_manager"},
        "parameter.view": {"director", "quality_manager", "certification_manager", "admin"},
    }
)
