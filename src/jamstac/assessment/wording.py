from jamstac.ledger.wording import register_events

register_events(
    {
        "assessment.opened": "Asesmen dibuka oleh asesor",
        "assessment.self_assessment_reviewed": "FR.APL.02 ditinjau asesor",
        "assessment.identity_checked": "Identitas asesi diperiksa",
        "assessment.agreement_proposed": "FR.AK.01 ditandatangani asesor",
        "assessment.agreed": "FR.AK.01 disetujui asesi",
        "assessment.recommended": "Rekomendasi asesor ditandatangani",
        "assessment.acknowledged": "FR.IA.01 dan FR.AK.02 ditandatangani asesi",
        "evidence.added": "Bukti ditambahkan",
        "evidence.marked": "Bukti dinilai VATM",
        "evidence.linked": "KUK yang didukung bukti diubah",
        "evidence.removed": "Bukti tidak dipakai lagi",
    }
)
