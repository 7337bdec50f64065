from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "assessor.certificate_not_valid": (
            "Sertifikat asesor kompetensi (MET) tidak berlaku pada {day}.",
            "Catat sertifikat yang berlaku, atau pilih asesor lain.",
        ),
        "assessor.not_appointed": (
            "Orang ini tidak diangkat sebagai asesor pada {day}.",
            "Minta direktur menerbitkan SK pengangkatan, atau pilih asesor lain.",
        ),
        "assessor.not_authorised": (
            "Asesor ini tidak berwenang menguji skema ini pada {day}.",
            "Tetapkan kewenangannya dengan bukti kompetensi teknis, atau pilih asesor lain.",
        ),
        "assessor.met_form": (
            "Nomor MET tidak terbaca.",
            "Tulis seperti pada sertifikat, misalnya MET.000.000000 2024.",
        ),
        "assessor.met_known": (
            "Nomor MET dengan tahun ini sudah tercatat.",
            "Periksa nomor dan tahunnya pada sertifikat asesor.",
        ),
        "assessor.certificate_period": (
            "Masa berlaku sertifikat asesor berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "authorisation.no_basis": (
            "Bukti kompetensi teknis belum ditulis.",
            "Tulis sertifikat, ijazah, atau pengalaman yang menjadi dasar kewenangan.",
        ),
        "authorisation.period": (
            "Kewenangan berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "authorisation.overlap": (
            "Asesor ini sudah berwenang untuk skema ini pada masa yang sama.",
            "Tidak ada yang perlu ditambahkan, atau akhiri dulu yang lama.",
        ),
        "authorisation.ended_already": (
            "Kewenangan ini sudah berakhir.",
            "Tidak ada yang perlu dikerjakan.",
        ),
    }
)
