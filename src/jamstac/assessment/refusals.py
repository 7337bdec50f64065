from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "assessment.opened_before": (
            "Asesmen ini sudah dibuka.",
            "Lanjutkan asesmen yang sudah ada.",
        ),
        "assessment.reviewed_before": (
            "FR.APL.02 sudah ditinjau dan asesmen dapat dilanjutkan.",
            "Lanjutkan ke langkah berikut.",
        ),
        "assessment.no_document": (
            "Dokumen identitas yang diperiksa belum dipilih.",
            "Pilih dokumen yang ditunjukkan asesi.",
        ),
        "assessment.identity_checked_before": (
            "Identitas asesi sudah diperiksa.",
            "Lanjutkan ke langkah berikut.",
        ),
        "assessment.not_reviewed": (
            "FR.APL.02 belum ditinjau.",
            "Tinjau asesmen mandiri asesi dan nyatakan dapat dilanjutkan atau tidak.",
        ),
        "assessment.cannot_continue": (
            "FR.APL.02 dinyatakan tidak dapat dilanjutkan.",
            "Tinjau ulang setelah asesi melengkapi bukti, atau hubungi manajer sertifikasi.",
        ),
        "assessment.no_evidence_kinds": (
            "Bukti yang akan dikumpulkan belum dipilih.",
            "Pilih paling sedikit satu jenis bukti.",
        ),
        "assessment.proposed_before": (
            "FR.AK.01 sudah Anda tandatangani untuk asesi ini.",
            "Tunggu persetujuan asesi.",
        ),
        "assessment.agreed_before": (
            "FR.AK.01 sudah disetujui.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "assessment.not_proposed": (
            "Asesor belum menandatangani FR.AK.01.",
            "Tunggu asesor menyiapkan dan menandatangani FR.AK.01.",
        ),
        "assessment.not_agreed": (
            "FR.AK.01 belum ditandatangani asesor dan asesi.",
            "Asesor menandatangani FR.AK.01, lalu asesi menyetujuinya dari akunnya.",
        ),
        "assessment.identity_unchecked": (
            "Identitas asesi belum diperiksa.",
            "Asesor memeriksa dokumen identitas asesi.",
        ),
        "assessment.recommended_before": (
            "Rekomendasi sudah ditandatangani, sehingga penilaian dan bukti tetap seperti saat itu.",
            "Tidak ada yang perlu dikerjakan; keberatan disampaikan lewat banding.",
        ),
        "assessment.no_person": (
            "Kompeten atau belum kompeten selalu dinyatakan oleh manusia, bukan oleh program.",
            "Asesor yang ditugaskan memberi rekomendasi dari akunnya sendiri.",
        ),
        "recommendation.unjudged": (
            "{count} dari {total} KUK belum dinilai.",
            "Beri tanda Ya atau Tidak pada setiap KUK.",
        ),
        "recommendation.without_evidence": (
            "{count} KUK belum mempunyai bukti.",
            "Tambahkan bukti, lalu pilih KUK yang didukungnya.",
        ),
        "recommendation.unmarked": (
            "{count} bukti belum lengkap VATM.",
            "Nilai valid, asli, terkini, dan memadai pada setiap bukti.",
        ),
        "recommendation.unresolved": (
            "{count} KUK bertanda Tidak belum ditindaklanjuti.",
            "Isi penilaian lanjut: tercapai setelah ditanyakan, atau dipastikan belum tercapai.",
        ),
        "recommendation.unsound": (
            "{count} KUK dinilai tercapai hanya dengan bukti yang tidak memenuhi VATM.",
            "Tambahkan bukti yang memenuhi VATM, atau ubah penilaian KUK itu.",
        ),
        "recommendation.unit_contradicts": (
            "Hasil unit {units} tidak sesuai dengan penilaian KUK-nya.",
            "Unit kompeten hanya bila semua KUK-nya tercapai; periksa penilaian, jangan hasilnya.",
        ),
        "recommendation.contradicts": (
            "Rekomendasi tidak sesuai dengan aturan skema atas hasil unit, yaitu {result}.",
            "Periksa penilaian KUK; rekomendasi mengikuti hasil unit.",
        ),
        "assessment.acknowledged_before": (
            "FR.IA.01 dan FR.AK.02 sudah Anda tandatangani.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "assessment.not_recommended": (
            "Asesor belum memberi rekomendasi.",
            "Tunggu asesor menyelesaikan penilaian.",
        ),
    }
)
