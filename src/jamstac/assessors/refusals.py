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
        "assessor.no_status": (
            "Status asesor belum ditetapkan untuk {day}.",
            "Manajer sertifikasi menetapkan status asesor, atau pilih asesor lain.",
        ),
        "assessor.restricted": (
            "Asesor ini sedang dibatasi pada {day}.",
            "Pilih asesor lain, atau manajer sertifikasi memulihkan statusnya setelah alasannya selesai.",
        ),
        "assessor.suspended": (
            "Asesor ini sedang dibekukan pada {day}.",
            "Pilih asesor lain, atau manajer sertifikasi memulihkan statusnya setelah alasannya selesai.",
        ),
        "assessor.no_companion": (
            "Asesor ini masih calon, dan pendampingnya tidak bertugas sebagai asesor aktif pada {day}.",
            "Manajer sertifikasi menetapkan pendamping yang aktif, atau pilih asesor lain.",
        ),
        "status.not_assessor": (
            "Orang ini tidak diangkat sebagai asesor pada tanggal itu.",
            "Minta direktur menerbitkan SK pengangkatan lebih dulu.",
        ),
        "status.no_reason": (
            "Alasan status belum ditulis.",
            "Tulis dasar penetapan status ini.",
        ),
        "status.backwards": (
            "Status tidak berlaku surut.",
            "Pilih hari ini atau hari sesudahnya.",
        ),
        "status.period": (
            "Status berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "status.no_companion": (
            "Calon asesor belum mempunyai pendamping.",
            "Pilih asesor aktif yang mendampinginya.",
        ),
        "status.companion_not_active": (
            "Pendamping yang dipilih bukan asesor lain yang aktif pada tanggal itu.",
            "Pilih asesor lain yang statusnya aktif.",
        ),
        "status.companion_for_trainee": (
            "Pendamping hanya untuk calon asesor.",
            "Kosongkan pendamping, atau pilih status calon.",
        ),
        "pact.none": (
            "LSP belum menetapkan naskah yang berlaku: {kinds}.",
            "Manajer mutu menetapkan naskahnya pada halaman Pakta dan kode etik.",
        ),
        "pact.unsigned": (
            "{count} orang yang bertugas belum menandatangani pakta dan kode etik versi yang berlaku.",
            "Yang bersangkutan menandatanganinya pada halaman Pakta saya.",
        ),
        "pact.no_text": (
            "Naskahnya masih kosong.",
            "Tulis atau tempel naskah milik LSP.",
        ),
        "pact.no_source": (
            "Dasar penetapan naskah belum ditulis.",
            "Tulis keputusan yang menetapkannya, misalnya nomor SK direktur.",
        ),
        "pact.version_known": (
            "Nomor versi ini sudah dipakai.",
            "Tulis nomor versi berikutnya.",
        ),
        "pact.backwards": (
            "Naskah tidak berlaku surut.",
            "Pilih hari ini atau hari sesudahnya.",
        ),
        "pact.not_after_last": (
            "Versi sebelumnya berlaku sejak tanggal yang sama atau sesudahnya.",
            "Pilih tanggal sesudah mulai berlakunya versi terakhir.",
        ),
        "pact.not_in_force": (
            "Versi ini tidak berlaku hari ini.",
            "Tandatangani versi yang berlaku.",
        ),
        "pact.signed_before": (
            "Anda sudah menandatangani versi ini.",
            "Tidak ada yang perlu dikerjakan.",
        ),
    }
)
