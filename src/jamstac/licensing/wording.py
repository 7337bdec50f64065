from jamstac.ledger.wording import register_events

register_events(
    {
        "licence.entered": "Lisensi BNSP dicatat",
        "licence.changed": "Data lisensi diubah",
        "remote_approval.recorded": "Persetujuan asesmen jarak jauh dicatat",
        "remote_approval.ended": "Persetujuan asesmen jarak jauh diakhiri",
        "annex.extended": "Skema masuk ruang lingkup lisensi",
        "annex.ended": "Skema keluar dari ruang lingkup lisensi",
    }
)
