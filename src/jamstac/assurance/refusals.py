from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "feedback.too_early": (
            "FR.AK.03 diisi setelah hasil ditetapkan.",
            "Tunggu surat hasil; Anda diberi tahu begitu ada.",
        ),
        "feedback.given_before": (
            "Umpan balik Anda sudah diterima dan tidak diubah lagi.",
            "Bila ada yang perlu ditambahkan, sampaikan kepada LSP.",
        ),
        "feedback.open": (
            "{open} dari {total} butir belum dijawab.",
            "Jawab setiap butir dengan Ya atau Tidak.",
        ),
    }
)
