from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "signature.not_agreed": (
            "Pernyataan belum disetujui.",
            "Baca pernyataan lalu beri tanda setuju.",
        ),
        "signature.no_reauthentication": (
            "Kata sandi untuk menandatangani salah atau belum diisi.",
            "Isi kata sandi Anda sekali lagi.",
        ),
        "signature.signed_before": (
            "Lembar ini sudah Anda tandatangani.",
            "Tidak ada yang perlu dikerjakan; perbaikan dibuat sebagai versi baru.",
        ),
        "sheet.pdf_outdated": (
            "PDF ini memuat {printed} tanda tangan, sedangkan lembarnya sudah punya {signed}.",
            "Tidak ada yang perlu dikerjakan; PDF dibuat ulang dengan tanda tangan terbaru.",
        ),
        "file.too_many": (
            "Anda sudah mengunggah {count} berkas dalam sehari.",
            "Lanjutkan besok; berkas yang sudah terunggah tetap tersimpan.",
        ),
        "file.empty": ("Berkas kosong (0 bita).", "Pilih berkas lain."),
        "file.too_big": (
            "Berkas lebih besar dari {limit} MB.",
            "Perkecil berkas atau foto ulang dengan mutu lebih rendah.",
        ),
        "file.type": (
            "Isi berkas bukan PDF, JPG, atau PNG, apa pun nama berkasnya.",
            "Simpan ulang sebagai PDF, JPG, atau PNG.",
        ),
        "file.damaged": (
            "Berkas rusak atau terpotong sehingga tidak bisa dibuka.",
            "Unggah ulang dari berkas aslinya.",
        ),
    }
)
