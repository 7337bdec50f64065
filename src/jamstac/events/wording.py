from jamstac.ledger.wording import register_events

register_events(
    {
        "event.planned": "Jadwal disusun",
        "event.candidate_added": "Asesi dan asesornya dimasukkan ke jadwal",
        "event.candidate_removed": "Asesi dikeluarkan dari jadwal",
        "event.list_changed": "Daftar asesi jadwal diubah",
        "event.cancelled": "Jadwal dibatalkan",
        "event.letter_signed": "Surat tugas ditandatangani",
    }
)
