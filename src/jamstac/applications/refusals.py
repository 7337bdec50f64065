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
        "application.purpose_words_missing": (
            "Tujuan lain belum disebutkan.",
            "Tulis tujuan asesmen Anda di Data sertifikasi.",
        ),
        "guardian.not_agreed": (
            "Pemohon berusia di bawah 18 tahun, dan walinya belum memberi persetujuan.",
            "Minta persetujuan orang tua atau wali lewat tautan, atau unggah suratnya, di Persetujuan wali.",
        ),
        "guardian.birth_date_unknown": (
            "Tanggal lahir belum diisi.",
            "Isi tanggal lahir di Data pemohon lebih dulu.",
        ),
        "guardian.not_needed": (
            "Persetujuan wali hanya untuk pemohon di bawah 18 tahun.",
            "Lanjutkan permohonan tanpa langkah ini.",
        ),
        "guardian.agreed_already": (
            "Wali sudah memberi persetujuan.",
            "Tidak perlu meminta lagi.",
        ),
        "guardian.unnamed": (
            "Nama wali atau hubungannya belum ditulis.",
            "Tulis nama lengkap wali dan hubungannya, misalnya ibu kandung.",
        ),
        "guardian.is_applicant": (
            "Nama wali sama dengan nama pemohon.",
            "Tulis nama orang tua atau wali, bukan nama sendiri.",
        ),
        "guardian.own_contact": (
            "Nomor ponsel atau surel wali sama dengan milik pemohon, jadi tautannya sampai kepada pemohon sendiri.",
            "Tulis nomor atau surel wali sendiri, atau unggah surat persetujuan yang ditandatangani wali.",
        ),
        "guardian.link_used": (
            "Tautan ini sudah tidak berlaku: sudah dijawab, atau diganti tautan baru.",
            "Bila jawaban perlu diubah, hubungi LSP.",
        ),
        "guardian.link_expired": (
            "Masa berlaku tautan ini sudah lewat.",
            "Minta pemohon membuat tautan baru.",
        ),
        "guardian.answered_by_applicant": (
            "Persetujuan ini harus diberikan wali, bukan pemohon.",
            "Kirim tautannya kepada wali, dan minta wali membukanya di ponsel sendiri.",
        ),
        "guardian.not_ticked": (
            "Tanda setuju belum diberikan.",
            "Baca pernyataan lalu beri tanda setuju; bila tidak setuju, pilih Saya tidak setuju.",
        ),
        "guardian.no_name": (
            "Nama wali belum ditulis.",
            "Tulis nama lengkap Anda sebagai tanda tangan.",
        ),
        "guardian.no_paper_waiting": (
            "Tidak ada surat wali yang menunggu diperiksa.",
            "Muat ulang halaman untuk melihat keadaannya sekarang.",
        ),
        "guardian.no_reason": (
            "Alasannya belum ditulis.",
            "Tulis alasannya.",
        ),
        "guardian.not_in_force": (
            "Tidak ada persetujuan wali yang berlaku.",
            "Muat ulang halaman untuk melihat keadaannya sekarang.",
        ),
        "need.undescribed": (
            "{count} kebutuhan khusus belum dijelaskan.",
            "Tulis apa yang Anda perlukan, atau hapus tandanya, di Kebutuhan khusus.",
        ),
        "need.no_consent": (
            "Persetujuan untuk data kebutuhan khusus belum diberikan.",
            "Beri tanda setuju di Kebutuhan khusus, atau hapus kebutuhan yang Anda tulis.",
        ),
        "need.application_closed": (
            "Permohonan ini tidak sedang berjalan.",
            "Kebutuhan khusus diputus selama permohonan ditinjau atau sudah diterima.",
        ),
        "need.decided_already": (
            "Kebutuhan ini sudah diputus.",
            "Penyesuaian tambahan dicatat asesor pada FR.AK.07.",
        ),
        "need.outcome_unknown": (
            "Putusannya belum dipilih.",
            "Pilih Dikabulkan atau Tidak dikabulkan.",
        ),
        "need.no_measure": (
            "Penyesuaian yang diberikan belum ditulis.",
            "Tulis apa yang disediakan untuk asesi.",
        ),
        "need.no_reason": (
            "Alasan tidak dikabulkan belum ditulis.",
            "Tulis alasannya; asesi membacanya.",
        ),
        "need.minutes_refused": (
            "Tambahan waktu tidak bisa diberikan pada kebutuhan yang tidak dikabulkan.",
            "Kosongkan tambahan waktu, atau kabulkan kebutuhannya.",
        ),
        "consent.needed": (
            "Tanpa persetujuan ini LSP tidak dapat memproses sertifikasi Anda.",
            "Untuk mengakhiri permohonan atau meminta penghapusan data, hubungi LSP.",
        ),
        "consent.not_in_force": (
            "Persetujuan ini tidak sedang berlaku.",
            "Muat ulang halaman untuk melihat keadaannya sekarang.",
        ),
        "consent.in_force": (
            "Persetujuan ini sudah berlaku.",
            "Tidak perlu memberikannya lagi.",
        ),
        "reassessment.scope_unset": (
            "Skema ini belum mengatur asesmen ulang.",
            "LSP menetapkan cakupan asesmen ulang pada versi skema; hubungi LSP.",
        ),
        "reassessment.too_early": (
            "Masa tunggu asesmen ulang belum selesai.",
            "Anda dapat mengajukannya mulai {opens}.",
        ),
        "reassessment.whole_too_early": (
            "Masa tunggu sesudah keputusan Belum Kompeten berlaku juga untuk permohonan baru atas seluruh skema.",
            "Anda dapat mengirimnya mulai {opens}; isinya tetap tersimpan.",
        ),
        "reassessment.too_often": (
            "Batas asesmen ulang sudah tercapai: {maximum} kali.",
            "Ajukan permohonan baru untuk seluruh skema.",
        ),
        "reassessment.used": (
            "Hak asesmen ulang dari keputusan ini sudah dipakai.",
            "Lanjutkan permohonan asesmen ulang yang sudah dikirim.",
        ),
    }
)
