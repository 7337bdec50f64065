from jamstac.messaging.texts import Notice, register_notices

register_notices(
    {
        "case.sent_back": Notice(
            "Rekaman asesmen {number} perlu koreksi",
            "Alasannya: {reason}. Penilaian terbuka lagi; lembar yang sudah ditandatangani tetap tersimpan.",
            fields=("number", "reason"),
        ),
    }
)
