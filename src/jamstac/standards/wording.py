from jamstac.ledger.wording import register_events

register_events(
    {
        "standard.entered": "Standar dicatat",
        "standard.changed": "Data standar diubah",
    }
)
