from jamstac.ledger.wording import register_events

register_events(
    {
        "batch.opened": "Kelompok dibuka",
        "batch.changed": "Data kelompok diubah",
        "batch.member_added": "Asesi dimasukkan ke kelompok",
        "batch.member_removed": "Asesi dikeluarkan dari kelompok",
        "application.data_checked": "Data dari sekolah atau sponsor dinyatakan benar oleh pemohon",
    }
)
