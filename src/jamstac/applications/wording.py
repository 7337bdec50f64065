from jamstac.ledger.wording import register_events

register_events(
    {
        "application.submitted": "Permohonan dikirim",
        "application.resubmitted": "Permohonan dikirim kembali setelah dilengkapi",
        "application.accepted": "Permohonan diterima",
        "application.returned": "Permohonan dikembalikan untuk dilengkapi",
        "application.rejected": "Permohonan tidak diterima",
        "guardian.asked": "Persetujuan wali diminta",
        "guardian.consented": "Wali menyetujui",
        "guardian.declined": "Wali tidak menyetujui",
        "guardian.paper_shown": "Surat persetujuan wali diunggah",
        "guardian.paper_confirmed": "Surat persetujuan wali dibenarkan",
        "guardian.paper_refused": "Surat persetujuan wali tidak diterima",
        "guardian.withdrawn": "Persetujuan wali ditarik",
        "special_need.told": "Kebutuhan khusus disampaikan",
        "special_need.decided": "Kebutuhan khusus diputus",
        "consent.withdrawn": "Persetujuan data pribadi ditarik",
        "consent.renewed": "Persetujuan data pribadi diberikan lagi",
        "reassessment.granted": "Hak asesmen ulang dicatat",
        "paper_sheet.entered": "Pindaian lembar kertas dimasukkan",
        "paper_sheet.confirmed": "Lembar kertas disahkan orang kedua",
        "paper_sheet.rejected": "Lembar kertas ditolak",
        "person.biodata_copied": "Data pemohon dicatat dari permohonan",
    }
)
