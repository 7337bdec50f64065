from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "assessment.opened_before": (
            "Asesmen ini sudah dibuka.",
            "Lanjutkan asesmen yang sudah ada.",
        ),
        "assessment.released": (
            "Asesmen ini dilepas manajer sertifikasi dan belum dibuka lagi.",
            "Asesor pada surat tugas yang berlaku membukanya lagi dari daftar tugasnya pada hari jadwalnya.",
        ),
        "release.released_before": (
            "Asesmen ini sudah dilepas.",
            "Ganti asesornya, ubah waktunya, atau pindahkan asesinya; lalu asesor membukanya lagi.",
        ),
        "release.recommended": (
            "Rekomendasinya sudah ditandatangani.",
            "Bila hasilnya keliru, kembalikan dengan Koreksi pada halaman Menunggu pleno.",
        ),
        "release.no_reason": (
            "Alasan melepas asesmen belum ditulis.",
            "Tulis mengapa; alasannya tercetak pada versi berikut FR.AK.07 dan FR.AK.01.",
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
        "assessment.not_planned": (
            "FR.AK.07 belum Anda tandatangani untuk asesi ini.",
            "Tentukan potensi asesi, penyesuaian, dan instrumen pada FR.AK.07 terlebih dahulu.",
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
        "assessment.agreement_paper_missing": (
            "Kertas bertanda tangan asesi yang sudah disahkan orang kedua belum ada: {sheets}.",
            "Masukkan pindaiannya pada berkas kasus, lalu orang kedua membandingkannya dengan kertasnya.",
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
        "assessment.reopened_without_reason": (
            "Alasan membuka kembali belum ditulis.",
            "Tulis alasannya; alasan itu tercantum pada versi lembar berikutnya.",
        ),
        "recommendation.unfinished": (
            "Instrumen yang direncanakan belum selesai dinilai: {instruments}.",
            "Nilai instrumen itu, atau tiadakan dengan alasan pada rencana asesi.",
        ),
        "plan.agreed_before": (
            "FR.AK.01 sudah diajukan kepada asesi, sehingga FR.AK.07 tetap.",
            "Ubah instrumen satu per satu dengan alasan pada rencana asesi.",
        ),
        "plan.no_tool_set": (
            "Skema ini belum mempunyai materi uji kompetensi yang berlaku pada hari asesmen.",
            "Minta manajer sertifikasi menetapkan MUK skema ini.",
        ),
        "plan.no_potential": (
            "Potensi asesi belum dipilih.",
            "Pilih satu dari lima potensi asesi.",
        ),
        "plan.unanswered": (
            "Karakteristik nomor {numbers} belum dijawab.",
            "Jawab Ya atau Tidak pada kedelapan karakteristik.",
        ),
        "plan.undescribed": (
            "Karakteristik nomor {numbers} memerlukan penyesuaian, tetapi penyesuaiannya belum disebut.",
            "Pilih bentuk penyesuaian atau tulis keterangannya.",
        ),
        "plan.no_benchmark": (
            "Bagian B nomor 1 dijawab Tidak, tetapi acuan lain belum ditulis.",
            "Tulis standar industri, SOP, atau regulasi teknik yang dipakai; bila standarnya dipakai, jawab Ya.",
        ),
        "plan.unadjusted": (
            "Bagian B nomor {numbers} dijawab Tidak, tetapi rencananya tidak disesuaikan.",
            "Tambah atau tiadakan instrumen, atau tulis penyesuaian pada bagian A; bila sudah sesuai, jawab Ya.",
        ),
        "plan.need_left": (
            "LSP sudah mengabulkan penyesuaian untuk karakteristik nomor {numbers}, tetapi belum ada pada rencana ini.",
            "Jawab Ya pada nomor itu dan tulis penyesuaian yang dikabulkan.",
        ),
        "plan.no_reason": (
            "Perubahan instrumen {instruments} belum beralasan.",
            "Tulis alasan untuk setiap instrumen yang ditambah atau ditiadakan.",
        ),
        "plan.unknown": (
            "Instrumen {instruments} tidak ada pada MUK atau pada rencana asesi ini.",
            "Pilih instrumen yang tersedia pada MUK skema ini.",
        ),
        "plan.change_without_reason": (
            "Alasan perubahan belum ditulis.",
            "Tulis mengapa instrumen itu ditambah atau ditiadakan.",
        ),
        "plan.change_unknown": (
            "Instrumen itu tidak tersedia, atau sudah ada pada rencana asesi ini.",
            "Pilih instrumen lain.",
        ),
        "plan.begun": (
            "Instrumen itu sudah dimulai.",
            "Nilai instrumen yang sudah dimulai; yang sudah dilihat asesi tidak ditiadakan.",
        ),
        "plan.gaps": (
            "{count} KUK tidak tercakup instrumen mana pun: {criteria}.",
            "Pertahankan atau tambahkan instrumen yang mencakup KUK itu.",
        ),
        "taking.marked_before": (
            "Instrumen ini sudah dinilai.",
            "Tidak ada yang perlu dikerjakan; catatan tambahan ditulis pada FR.IA.01.",
        ),
        "taking.started_before": (
            "Instrumen ini sudah dimulai.",
            "Lanjutkan, lalu nilai setelah selesai.",
        ),
        "taking.taken_alone": (
            "Instrumen ini dikerjakan asesi sendiri dari akunnya.",
            "Minta asesi memulainya dari halaman asesmennya.",
        ),
        "taking.no_own_question": (
            "Soal tertulis tidak ditambah di tempat.",
            "Ajukan pertanyaan tambahan pada FR.IA.03 atau FR.IA.07.",
        ),
        "taking.still_working": (
            "Asesi masih mengerjakan.",
            "Tunggu asesi menyerahkan jawaban atau waktunya habis.",
        ),
        "taking.unmarked": (
            "{count} butir belum dinilai.",
            "Beri tanda Ya atau Tidak pada setiap butir.",
        ),
        "taking.untied": (
            "{count} pertanyaan wawancara belum dihubungkan dengan bukti portofolio.",
            "Pilih bukti portofolio pada setiap pertanyaan.",
        ),
        "taking.no_product": (
            "Nama produk atau judul kegiatan belum ditulis.",
            "Tulis apa yang direviu.",
        ),
        "taking.unplanned": (
            "Instrumen ini tidak ada pada rencana asesi.",
            "Tambahkan pada rencana asesi dengan alasannya.",
        ),
        "portfolio.empty": (
            "Asesi tidak menyertakan bukti portofolio pada FR.APL.02.",
            "Tambahkan bukti sendiri, atau tiadakan FR.IA.08 dengan alasan.",
        ),
        "third_party.unnamed": (
            "Nama atau tempat kerja pihak ketiga belum diisi.",
            "Isi nama dan tempat kerjanya.",
        ),
        "third_party.oneself": (
            "Pihak ketiga bukan asesi itu sendiri.",
            "Isi nama, surel, atau telepon orang lain yang mengenal pekerjaan asesi.",
        ),
        "third_party.answered_before": (
            "Pernyataan ini sudah dikirim.",
            "Tidak ada yang perlu dikerjakan. Terima kasih.",
        ),
        "third_party.expired": (
            "Tautan ini sudah kedaluwarsa.",
            "Minta tautan baru kepada asesor yang menghubungi Anda.",
        ),
        "third_party.too_late": (
            "Penilaian asesi ini sudah selesai.",
            "Tidak ada yang perlu dikerjakan. Terima kasih.",
        ),
        "third_party.unanswered": (
            "{count} pertanyaan belum dijawab.",
            "Jawab Ya atau Tidak pada keenam pertanyaan.",
        ),
        "report.not_assessor": (
            "Anda tidak mengases siapa pun pada jadwal ini.",
            "Laporan FR.AK.05 ditulis asesor yang ditugaskan pada jadwal ini.",
        ),
        "report.too_early": ("Jadwal ini belum berlangsung ({day}).", "Tulis laporan setelah asesmen selesai."),
        "report.unfinished": (
            "{count} asesi Anda belum direkomendasikan.",
            "Selesaikan rekomendasinya, atau catat yang tidak hadir, lalu tandatangani laporan.",
        ),
        "report.signed_before": (
            "Laporan Anda untuk jadwal ini sudah ditandatangani.",
            "Buka lembarnya di halaman ini; catatan tambahan ditulis pada FR.AK.06.",
        ),
        "review.not_lead": (
            "FR.AK.06 ditinjau oleh lead asesor jadwal ini.",
            "Minta lead asesor meninjaunya, atau minta manajer sertifikasi menunjuk lead asesor.",
        ),
        "review.reports_missing": (
            "{count} asesor belum menandatangani FR.AK.05.",
            "Tunggu laporan semua asesor jadwal ini.",
        ),
        "review.open": (
            "{open} aspek belum diberi tanda.",
            "Beri tanda paling sedikit satu prinsip atau dimensi pada setiap aspek.",
        ),
        "review.signed_before": ("Proses jadwal ini sudah ditinjau.", "Buka lembar FR.AK.06 di halaman ini."),
        "sitting.asked_by_assessor": (
            "Instrumen ini ditanyakan asesor, bukan dikerjakan sendiri.",
            "Tunggu asesor memulainya bersama Anda.",
        ),
        "sitting.begun_before": ("Tes ini sudah dimulai.", "Lanjutkan mengerjakan; jawaban yang tersimpan masih ada."),
        "sitting.other_day": ("Tes ini dibuka pada hari asesmen ({day}).", "Buka halaman ini pada hari itu."),
        "sitting.case_closed": ("Penilaian kasus ini sudah selesai.", "Hubungi asesor Anda bila ini keliru."),
        "sitting.case_stopped": (
            "Asesmen ini sedang dihentikan, jadi tesnya tidak terbuka.",
            "Jawaban yang tersimpan tetap ada. Tunggu kabar LSP.",
        ),
        "sitting.not_begun": ("Tes ini belum dimulai.", "Mulai dahulu, lalu jawab."),
        "sitting.handed_in_before": (
            "Jawaban sudah diserahkan dan tidak diubah lagi.",
            "Bila ada kendala saat mengerjakan, sampaikan kepada asesor.",
        ),
        "sitting.time_over": ("Waktu mengerjakan sudah habis.", "Jawaban yang tersimpan sebelum itu tetap dinilai."),
        "sitting.time_left": ("Waktu mengerjakan belum habis.", "Tunggu sampai asesi menyerahkan atau waktunya habis."),
        "minutes.not_assessor": (
            "Berita acara asesmen dibuat oleh asesor jadwal ini.",
            "Minta salah satu asesornya.",
        ),
        "minutes.too_early": ("Jadwal ini untuk tanggal {day}, yang belum tiba.", "Buat berita acara sesudah asesmen."),
        "minutes.unfinished": (
            "{count} asesi yang hadir belum direkomendasikan.",
            "Asesornya menandatangani rekomendasi (FR.AK.02) lebih dulu.",
        ),
        "minutes.attendance_open": (
            "Daftar hadir belum memuat setiap asesi.",
            "Tutup dan tandatangani daftar hadir pada halaman Hari asesmen.",
        ),
        "minutes.attendance_unsigned": (
            "{count} asesor belum menandatangani daftar hadir.",
            "Setiap asesor jadwal ini menandatangani daftar hadir lebih dulu.",
        ),
        "minutes.drawn_up_before": (
            "Berita acara asesmen jadwal ini sudah dibuat.",
            "Buka berita acara yang sudah ada.",
        ),
    }
)
