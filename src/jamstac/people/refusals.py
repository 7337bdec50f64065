from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "appointment.never_decides": (
            "Pemegang fungsi TUK, mitra, kontraktor, atau admin sistem tidak boleh memegang hak keputusan.",
            "Akhiri dulu pengangkatan yang bertentangan, atau pilih orang lain.",
        ),
        "appointment.period": (
            "Pengangkatan berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "appointment.made_longer": (
            "Pengangkatan tidak diperpanjang dengan mengakhirinya.",
            "Pilih hari terakhir paling lambat hari berakhirnya, atau terbitkan SK pengangkatan baru.",
        ),
        "appointment.ended_already": (
            "Pengangkatan ini sudah berakhir.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "person.nik_known": (
            "NIK ini sudah terdaftar atas orang lain di LSP ini.",
            "Periksa NIK; bila benar, hubungi admin LSP.",
        ),
    }
)
