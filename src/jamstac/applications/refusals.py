from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "application.sent_already": (
            "Permohonan ini sudah dikirim, jadi isinya tidak berubah lagi.",
            "Buka berkas permohonan untuk melihat apa yang dikirim. Bila LSP mengembalikannya, isian terbuka lagi.",
        ),
        "application.closed": (
            "LSP ini belum membuka permohonan.",
            "Hubungi LSP; draf Anda tetap tersimpan.",
        ),
        "application.no_price": (
            "Biaya skema ini belum ditetapkan LSP.",
            "Hubungi LSP; draf Anda tetap tersimpan.",
        ),
        "application.identity_missing": (
            "Data pemohon belum lengkap: {fields}.",
            "Lengkapi Data pemohon.",
        ),
        "application.nik_invalid": (
            "NIK harus terdiri atas 16 angka.",
            "Perbaiki NIK di Data pemohon, seperti tertulis pada KTP.",
        ),
        "application.nik_of_other": (
            "NIK ini sudah terdaftar atas orang lain di LSP ini.",
            "Periksa NIK di Data pemohon; bila benar, hubungi admin LSP.",
        ),
        "application.birth_date_impossible": (
            "Tanggal lahir tidak mungkin benar: di masa depan atau lebih dari 100 tahun yang lalu.",
            "Perbaiki tanggal lahir di Data pemohon.",
        ),
        "application.contact_invalid": (
            "Isian ini belum benar: {fields}.",
            "Perbaiki di Data pemohon.",
        ),
        "application.purpose_missing": (
            "Tujuan asesmen belum dipilih.",
            "Pilih tujuan asesmen di Data sertifikasi.",
        ),
        "application.basic_missing": (
            "Bukti persyaratan dasar belum lengkap: {items}.",
            "Unggah semua berkas dari salah satu pilihan di Bukti kelengkapan, 3.1.",
        ),
        "application.administrative_missing": (
            "Bukti administratif belum lengkap: {items}.",
            "Unggah berkasnya di Bukti kelengkapan, 3.2.",
        ),
        "application.elements_open": (
            "Asesmen mandiri belum selesai: {open} dari {total} elemen belum dijawab.",
            "Jawab Kompeten atau Belum Kompeten untuk setiap elemen.",
        ),
        "application.information_not_accepted": (
            "Informasi tentang proses, hak, dan kewajiban belum disetujui.",
            "Baca informasi sertifikasi lalu beri tanda setuju.",
        ),
        "application.consent_missing": (
            "Persetujuan pemrosesan data pribadi belum diberikan.",
            "Baca persetujuan data pribadi lalu beri tanda setuju.",
        ),
        "application.price_not_accepted": (
            "Biaya yang berlaku belum disetujui.",
            "Periksa biaya lalu beri tanda setuju.",
        ),
        "application.not_signed": (
            "Permohonan belum ditandatangani.",
            "Baca pernyataan lalu beri tanda setuju.",
        ),
        "application.not_under_review": (
            "Permohonan ini tidak sedang menunggu tinjauan.",
            "Muat ulang halaman untuk melihat keadaannya sekarang.",
        ),
        "application.unreviewed": (
            "{count} bukti belum dinilai.",
            "Lihat setiap berkas lalu pilih Memenuhi atau Tidak memenuhi.",
        ),
        "application.basic_unmet": (
            "Tidak satu pun pilihan persyaratan dasar terpenuhi seluruhnya.",
            "Kembalikan permohonan dengan catatan, atau tolak dengan alasan.",
        ),
        "application.administrative_unmet": (
            "Bukti administratif belum memenuhi syarat: {items}.",
            "Kembalikan permohonan dengan catatan pada bukti itu.",
        ),
        "application.unmet_without_note": (
            "{count} bukti yang tidak memenuhi belum diberi catatan.",
            "Tulis pada setiap bukti apa yang harus diperbaiki pemohon.",
        ),
        "application.return_without_reason": (
            "Belum ada alasan pengembalian.",
            "Beri catatan pada bukti yang tidak memenuhi, atau tulis catatan untuk pemohon.",
        ),
        "application.reject_without_reason": (
            "Alasan tidak diterima belum ditulis.",
            "Tulis alasannya pada catatan untuk pemohon.",
        ),
    }
)
