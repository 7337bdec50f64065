from jamstac.ledger.wording import register_events

register_events(
    {
        "hold.placed": "Berkas ditahan: belum dapat diputus",
        "hold.released": "Penahanan berkas dilepas",
    }
)
