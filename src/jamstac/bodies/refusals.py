from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "number.given_before": (
            "Nomor {number} sudah pernah diberikan. Nomor tidak dipakai dua kali.",
            "Periksa pola nomor di Pengaturan, Penomoran.",
        ),
        "number.pattern_unset": (
            "Pola nomor untuk keperluan ini belum ditetapkan.",
            "Tetapkan pola di Pengaturan, Penomoran.",
        ),
        "number.pattern_repeats": (
            "Pola ini akan memberi nomor yang sama dua kali.",
            "Tambahkan {{seq}}; bila urutan mulai lagi tiap tahun, tambahkan juga {{year}}.",
        ),
        "number.unknown_token": (
            "Pola memuat bagian yang tidak dikenal: {tokens}.",
            "Pakai hanya bagian yang tercantum di bawah kolom pola.",
        ),
        "body.slug_known": (
            "Alamat singkat ini sudah dipakai LSP lain.",
            "Pilih alamat singkat lain.",
        ),
    }
)
