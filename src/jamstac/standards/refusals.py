from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "standard.known": (
            "Standar dengan nomor dan judul ini sudah tercatat.",
            "Pakai standar yang sudah ada, atau periksa nomor keputusannya.",
        ),
        "standard.period": (
            "Masa berlaku standar tidak masuk akal: berakhir sebelum dimulai, atau berakhir tanpa tanggal mulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "standard.no_units": (
            "Standar ini tidak memuat unit kompetensi.",
            "Tulis sedikitnya satu unit beserta elemen dan KUK-nya.",
        ),
        "standard.code_twice": (
            "Kode unit dipakai lebih dari sekali: {codes}.",
            "Periksa kode pada dokumen standar; setiap unit mempunyai kode sendiri.",
        ),
    }
)
