from jamstac.ledger.wording import register_events

register_events(
    {
        "venue.entered": "TUK dicatat",
        "venue.changed": "Data TUK diubah",
        "venue.verified": "Verifikasi TUK dicatat",
    }
)
