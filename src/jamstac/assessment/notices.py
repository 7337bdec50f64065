"""Words told to the candidate around an assessment."""

from jamstac.messaging.texts import Notice, register_notices

register_notices(
    {
        "assessment.released": Notice(
            "Asesmen Anda dihentikan dulu: {scheme}",
            "Jadwal {number}, {date}. Sebab: {cause}. LSP menetapkan waktu baru dan memberi tahu Anda. Jawaban dan "
            "bukti Anda tersimpan; FR.AK.01 Anda setujui lagi saat asesmen dilanjutkan.",
            fields=("number", "scheme", "date", "cause"),
            urgent=True,
        ),
    }
)
