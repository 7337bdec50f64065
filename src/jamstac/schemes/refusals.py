from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "scheme.not_in_force": (
            "Skema ini tidak berlaku pada {day}.",
            "Pilih skema yang berlaku, atau minta komite skema mengesahkan versi yang berlaku pada hari itu.",
        ),
        "scheme.known": (
            "Skema dengan nomor dan judul ini sudah tercatat.",
            "Buka skema yang sudah ada.",
        ),
        "scheme.approved_before": (
            "Versi skema ini sudah disahkan, jadi isinya tidak berubah lagi.",
            "Susun versi baru bila ada yang harus diubah.",
        ),
        "scheme.name_fixed": (
            "Versi lain dari skema ini sudah disahkan, jadi judul Inggris dan kemasannya tidak berubah lagi.",
            "Ubah hanya isi versi ini, atau susun skema baru.",
        ),
        "scheme.no_units": (
            "Skema ini belum memuat unit kompetensi.",
            "Pilih sedikitnya satu unit dari standar acuannya.",
        ),
        "scheme.unit_unknown": (
            "Unit ini tidak ada pada standar yang diacu: {codes}.",
            "Periksa kode unit, atau pilih standar yang memuatnya.",
        ),
        "scheme.unit_twice": (
            "Unit ini dicantumkan lebih dari sekali: {codes}.",
            "Cantumkan setiap unit satu kali.",
        ),
        "scheme.standard_unnumbered": (
            "Keputusan yang menetapkan standar acuan skema ini belum dicatat.",
            "Isi nomor keputusan dan tanggal berlaku pada standar acuan.",
        ),
        "scheme.standard_not_in_force": (
            "Standar acuan skema ini tidak berlaku pada masa skema.",
            "Isi masa berlaku standar, atau acu standar yang berlaku.",
        ),
        "scheme.units_without_criteria": (
            "{count} unit belum mempunyai KUK: {codes}.",
            "Lengkapi standarnya, atau keluarkan unit itu dari skema.",
        ),
        "scheme.no_requirements": (
            "Persyaratan dasar pemohon belum ditulis.",
            "Tulis sedikitnya satu persyaratan dasar.",
        ),
        "scheme.no_validity": (
            "Masa berlaku sertifikat belum ditulis.",
            "Isi berapa tahun sertifikat berlaku, sesuai dokumen skema.",
        ),
        "scheme.period": (
            "Masa berlaku skema berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "scheme.overlap": (
            "Versi lain dari skema ini berlaku pada masa yang sama.",
            "Akhiri dulu versi yang lama.",
        ),
        "scheme.not_approved": (
            "Versi skema ini masih rancangan.",
            "Tidak ada yang perlu diakhiri.",
        ),
        "scheme.ended_already": (
            "Versi skema ini sudah berakhir.",
            "Tidak ada yang perlu dikerjakan.",
        ),
    }
)
