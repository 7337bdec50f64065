from jamstac.ledger.wording import register_events

register_events(
    {
        "report.made": "Laporan pemeriksaan sertifikat dibuat untuk publik",
        "report.repeated": "Laporan pemeriksaan yang sama diminta lagi",
    }
)
