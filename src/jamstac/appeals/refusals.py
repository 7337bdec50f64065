from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "appeal.no_decision": (
            "Belum ada keputusan yang dapat dibanding.",
            "Tunggu surat hasil; batas banding dihitung sejak surat itu.",
        ),
        "appeal.too_late": (
            "Batas mengajukan banding sudah lewat ({until}).",
            "Keberatan setelah batas disampaikan kepada LSP sebagai keluhan.",
        ),
        "appeal.filed_before": (
            "Banding atas keputusan ini sudah Anda ajukan.",
            "Baca tanda terimanya di halaman ini; LSP mengabari kelanjutannya.",
        ),
        "appeal.open": ("Ada pertanyaan yang belum dijawab.", "Jawab ketiganya dengan Ya atau Tidak."),
        "appeal.no_reason": (
            "Alasan banding belum ditulis.",
            "Tulis bagian mana dari proses atau keputusan yang Anda anggap tidak sesuai.",
        ),
    }
)
