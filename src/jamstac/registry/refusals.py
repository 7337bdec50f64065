from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "report.not_valid": (
            "Pada {day} sertifikat ini {status}. Laporan hanya menyatakan sertifikat yang berlaku.",
            "Lihat status dan tanggalnya pada halaman hasil pemeriksaan.",
        ),
        "report.private_fields": (
            "Data ini tidak pernah ditampilkan kepada publik: {fields}.",
            "Periksa sertifikat tanpa data itu; pemegangnya dapat memberikannya sendiri.",
        ),
        "report.future_day": (
            "Status pada {day} belum bisa diketahui.",
            "Pilih hari ini atau hari sebelumnya.",
        ),
    }
)
