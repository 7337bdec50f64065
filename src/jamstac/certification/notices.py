from jamstac.messaging.texts import Notice, register_notices

register_notices(
    {
        "result.told": Notice(
            "Hasil sertifikasi Anda sudah ditetapkan ({number})",
            "Baca surat hasil: keputusan, alasannya bila ada, dan hak Anda.",
            fields=("number",),
        ),
        "certificate.issued": Notice(
            "Sertifikat Anda terbit ({number})",
            "Sertifikat, kode pemeriksaan, dan tautan untuk dibagikan ada di halaman Anda.",
            fields=("number",),
        ),
        "case.sent_back": Notice(
            "Rekaman asesmen {number} perlu koreksi",
            "Alasannya: {reason}. Penilaian terbuka lagi; lembar yang sudah ditandatangani tetap tersimpan.",
            fields=("number", "reason"),
        ),
    }
)
