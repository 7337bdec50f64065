from jamstac.ledger.wording import register_events

register_events(
    {
        "assessment.opened": "Asesmen dibuka oleh asesor",
        "assessment.self_assessment_reviewed": "FR.APL.02 ditinjau asesor",
        "assessment.identity_checked": "Identitas asesi diperiksa",
        "assessment.planned": "FR.AK.07 ditandatangani asesor",
        "instrument.added_to_plan": "Instrumen ditambahkan pada rencana asesi",
        "instrument.left_out": "Instrumen ditiadakan dari rencana asesi",
        "taking.shown": "Instrumen diberikan kepada asesi",
        "taking.question_added": "Asesor mengajukan pertanyaan sendiri",
        "taking.marked": "Instrumen dinilai asesor",
        "portfolio.taken": "Portofolio dari FR.APL.02 diambil sebagai bukti",
        "third_party.asked": "Pihak ketiga diminta memberi pernyataan",
        "third_party.heard": "Pernyataan pihak ketiga dicatat asesor",
        "third_party.answered": "Pihak ketiga mengirim pernyataan",
        "assessment.agreement_proposed": "FR.AK.01 ditandatangani asesor",
        "assessment.agreed": "FR.AK.01 disetujui asesi",
        "assessment.recommended": "Rekomendasi asesor ditandatangani",
        "assessment.acknowledged": "Lembar hasil asesmen ditandatangani asesi",
        "assessment.reopened": "Penilaian dibuka kembali",
        "test.begun": "Asesi mulai mengerjakan tes tertulis",
        "test.handed_in": "Asesi menyerahkan jawaban tes tertulis",
        "test.time_over": "Waktu tes tertulis habis, jawaban dikumpulkan",
        "report.signed": "FR.AK.05 ditandatangani asesor",
        "process.reviewed": "FR.AK.06 ditandatangani lead asesor",
        "evidence.added": "Bukti ditambahkan",
        "evidence.marked": "Bukti dinilai VATM",
        "evidence.linked": "KUK yang didukung bukti diubah",
        "evidence.removed": "Bukti tidak dipakai lagi",
    }
)
