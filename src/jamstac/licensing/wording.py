from jamstac.ledger.wording import register_events

register_events(
    {
        "licence.entered": "Lisensi BNSP dicatat",
        "licence.changed": "Data lisensi diubah",
        "annex.extended": "Skema masuk ruang lingkup lisensi",
        "annex.ended": "Skema keluar dari ruang lingkup lisensi",
    }
)
