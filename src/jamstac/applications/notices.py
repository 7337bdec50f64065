"""Words told to applicants, their guardians, and those a school or sponsor enters."""

from jamstac.messaging.texts import Notice, register_notices

_CASE = ("number", "lsp", "scheme")

register_notices(
    {
        "application.submitted": Notice(
            "Permohonan Anda terkirim ({number})",
            "{lsp} menerima permohonan sertifikasi {scheme}. Anda mendapat kabar setelah ditinjau.",
            fields=_CASE,
        ),
        "application.accepted": Notice(
            "Permohonan Anda diterima ({number})",
            "Anda diterima sebagai peserta sertifikasi. LSP menetapkan jadwal, tempat, dan asesor, lalu memberi tahu.",
            fields=_CASE,
        ),
        "application.returned": Notice(
            "Permohonan Anda perlu dilengkapi ({number})",
            "LSP memberi catatan pada permohonan Anda. Buka permohonan, perbaiki yang ditandai, lalu kirim kembali.",
            fields=_CASE,
        ),
        "application.rejected": Notice(
            "Permohonan Anda tidak diterima ({number})",
            "Alasannya: {reason}",
            fields=(*_CASE, "reason"),
        ),
        "special_need.decided": Notice(
            "Kebutuhan khusus Anda sudah diputus ({number})",
            "Baca putusannya pada berkas permohonan Anda.",
            fields=_CASE,
        ),
        "guardian.asked": Notice(
            "Persetujuan wali untuk {name}",
            "{name} mendaftar sertifikasi {scheme} pada {lsp} dan menyebut Anda sebagai wali. Buka tautan ini untuk "
            "menyetujui atau menolak.",
            fields=("name", "scheme", "lsp"),
        ),
        "guardian.consented": Notice(
            "Wali Anda menyetujui",
            "Persetujuan wali sudah diterima. Anda dapat melanjutkan permohonan.",
        ),
        "guardian.declined": Notice(
            "Wali Anda tidak menyetujui",
            "Permohonan belum bisa dikirim. Bicarakan dengan wali Anda.",
        ),
        "guardian.paper_confirmed": Notice(
            "Surat wali diterima",
            "LSP menerima surat persetujuan wali. Anda dapat melanjutkan permohonan.",
        ),
        "guardian.paper_refused": Notice(
            "Surat wali tidak dapat diterima",
            "Alasannya: {reason}",
            fields=("reason",),
        ),
        "guardian.withdrawn": Notice(
            "Persetujuan wali ditarik",
            "Permohonan Anda tidak diteruskan tanpa persetujuan wali.",
        ),
        "batch.member_added": Notice(
            "Anda didaftarkan {institution} ke {lsp}",
            "{institution} mendaftarkan Anda untuk sertifikasi {scheme}. Belum ada yang dikirim: Anda sendiri yang "
            "memeriksa data, melengkapi bukti, dan menandatangani. {how}",
            fields=("institution", "lsp", "scheme", "how"),
        ),
    }
)
