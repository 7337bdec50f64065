from jamstac.ledger.wording import register_events

register_events(
    {
        "hold.placed": "Berkas ditahan: belum dapat diputus",
        "hold.released": "Penahanan berkas dilepas",
        "waiver.asked": "Pengecualian aturan diminta",
        "waiver.confirmed": "Pengecualian disetujui orang kedua dan berlaku",
        "waiver.withdrawn": "Pengecualian dicabut",
    }
)
