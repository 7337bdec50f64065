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
        "sheet.no_edition": (
            "Tidak ada edisi formulir {family} yang berlaku pada {day}.",
            "Direktur, manajer mutu, atau manajer sertifikasi menetapkan edisinya di Pengaturan, Edisi formulir, "
            "beserta dokumen sumbernya.",
        ),
        "edition.no_source": (
            "Nama edisi atau dokumen sumbernya belum ditulis.",
            "Tulis edisi, misalnya 2023, dan judul dokumen yang menetapkannya.",
        ),
        "edition.backwards": (
            "Pergantian edisi tidak berlaku surut.",
            "Pilih hari ini atau hari sesudahnya; rekaman lama tetap pada edisinya.",
        ),
        "sheet.edition_not_printed": (
            "Formulir edisi {edition} tidak dibuat di sini: JAMSTAC mencetak susunan dan kata-kata edisi {printed}.",
            "Direktur, manajer mutu, atau manajer sertifikasi menetapkan edisi {printed} di Pengaturan, Edisi "
            "formulir. Lembar kertas dari masa edisi lama tetap dicatat dengan edisinya.",
        ),
        "edition.not_printed": (
            "Edisi {edition} lebih lama daripada yang dicetak JAMSTAC (edisi {printed}): formulirnya disusun per unit, "
            "tanpa FR.AK.07, dengan kolom dan FR.IA.11 yang lain.",
            "Tetapkan edisi {printed} atau yang lebih baru. Untuk lembar kertas dari masa lalu, tetapkan edisi lama "
            "sejak tanggal mulainya dulu sebagai edisi pertama, lalu edisi yang berlaku sekarang.",
        ),
        "edition.same": ("Edisi {edition} sudah berlaku.", "Tidak ada yang perlu diubah."),
        "paper.not_given": (
            "Kasus ini tidak diberikan kepada Anda.",
            "Admin LSP atau asesor kasus ini yang memasukkan dan mengesahkan kertasnya.",
        ),
        "paper.not_of_a_case": (
            "{sheet} bukan formulir satu asesi.",
            "Pilih formulir yang diisi untuk asesi ini.",
        ),
        "paper.future": ("Tanggal pengisian belum tiba.", "Tulis tanggal yang tertera pada kertas."),
        "paper.no_reason": (
            "Alasan memakai kertas belum ditulis.",
            "Tulis alasannya, misalnya listrik padam selama asesmen.",
        ),
        "paper.settled": (
            "Lembar kertas ini sudah disahkan atau ditolak.",
            "Tidak ada yang perlu dikerjakan; pindaian yang lain dimasukkan sebagai lembar baru.",
        ),
        "paper.own_entry": (
            "Anda sendiri yang memasukkan pindaian ini.",
            "Orang kedua membandingkannya dengan kertas aslinya, lalu mengesahkan.",
        ),
        "paper.no_rejection_reason": (
            "Alasan menolak belum ditulis.",
            "Tulis apa yang salah, supaya pindaian yang benar dapat dimasukkan.",
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
        "file.type_or_video": (
            "Isi berkas bukan PDF, JPG, PNG, MP4, MOV, atau WebM, apa pun nama berkasnya.",
            "Simpan ulang sebagai salah satunya.",
        ),
        "file.heic": (
            "Foto ini berjenis HEIC, yang tidak bisa dibuka di semua komputer.",
            "Di iPhone pilih Pengaturan, Kamera, Format, Paling Kompatibel, lalu foto ulang; atau simpan sebagai JPG.",
        ),
        "file.too_much": (
            "Berkas Anda sehari ini sudah lebih dari {limit} MB.",
            "Lanjutkan besok, atau rekam video yang lebih pendek.",
        ),
        "upload.gone": (
            "Unggahan ini tidak ada lagi atau belum lengkap.",
            "Pilih berkasnya sekali lagi; yang sudah terkirim dilanjutkan.",
        ),
        "upload.too_many": (
            "Terlalu banyak unggahan yang belum dipakai; semuanya paling banyak {limit} MB.",
            "Simpan atau batalkan unggahan yang ada. Yang tidak dipakai dihapus setelah sehari.",
        ),
        "upload.too_long": (
            "Isi yang dikirim lebih panjang daripada berkasnya.",
            "Batalkan unggahan ini, lalu pilih berkasnya sekali lagi.",
        ),
        "file.damaged": (
            "Berkas rusak atau terpotong sehingga tidak bisa dibuka.",
            "Unggah ulang dari berkas aslinya.",
        ),
    }
)
