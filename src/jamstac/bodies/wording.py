from jamstac.ledger.wording import register_events

register_events(
    {
        "body.created": "LSP dibuat pada sistem",
        "body.changed": "Profil LSP diubah",
        "numbering.set": "Pola nomor ditetapkan",
    }
)
