from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "licence.not_in_force": (
            "Lisensi BNSP LSP ini tidak berlaku pada {day}.",
            "Catat lisensi yang berlaku, atau pilih hari di dalam masa lisensi.",
        ),
        "licence.scheme_not_in_annex": (
            "Skema ini tidak tercantum dalam ruang lingkup lisensi pada {day}.",
            "Tambahkan skema ke lampiran lisensi setelah BNSP menyetujuinya.",
        ),
        "licence.period": (
            "Masa berlaku lisensi berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "licence.overlap": (
            "Lisensi lain sudah tercatat untuk masa yang sama.",
            "Perbaiki lisensi yang sudah tercatat, atau periksa tanggalnya.",
        ),
        "remote.not_approved": (
            "LSP tidak mempunyai persetujuan BNSP untuk asesmen jarak jauh yang berlaku pada {day}.",
            "Direktur mencatat surat persetujuan yang berlaku, atau pilih cara luring.",
        ),
        "remote.in_future": (
            "Tanggal surat persetujuan belum tiba.",
            "Catat setelah surat persetujuan terbit.",
        ),
        "remote.period": (
            "Masa berlaku persetujuan berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "remote.ended_already": (
            "Persetujuan ini sudah berakhir, atau berakhir lebih awal daripada hari yang dipilih.",
            "Pilih hari di dalam masa persetujuan, atau catat persetujuan baru.",
        ),
        "remote.no_reason": (
            "Alasan mengakhiri persetujuan belum ditulis.",
            "Tulis mengapa persetujuan diakhiri.",
        ),
        "annex.period": (
            "Masa berlaku dalam lampiran berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "annex.outside_licence": (
            "Masa berlaku dalam lampiran keluar dari masa lisensinya.",
            "Pilih tanggal di dalam masa lisensi.",
        ),
        "annex.overlap": (
            "Skema ini sudah tercantum dalam lampiran pada masa yang sama.",
            "Tidak ada yang perlu ditambahkan, atau akhiri dulu yang lama.",
        ),
        "annex.ended_already": (
            "Skema ini sudah keluar dari ruang lingkup lisensi.",
            "Tidak ada yang perlu dikerjakan.",
        ),
    }
)
