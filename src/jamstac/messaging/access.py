from jamstac.ledger.access import SELF, register_access

register_access(
    {
        "notice.word": {"director", "certification_manager", "admin"},
        "notice.view": {"director", "certification_manager", "admin", "quality_manager"},
        "whatsapp.connect": {"director", "system_admin"},
        "message.choose": {SELF},
    }
)
