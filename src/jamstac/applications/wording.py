from jamstac.ledger.wording import register_events

register_events(
    {
        "application.submitted": "Permohonan dikirim",
        "application.resubmitted": "Permohonan dikirim kembali setelah dilengkapi",
        "application.accepted": "Permohonan diterima",
        "application.returned": "Permohonan dikembalikan untuk dilengkapi",
        "application.rejected": "Permohonan tidak diterima",
        "person.biodata_copied": "Data pemohon dicatat dari permohonan",
    }
)
