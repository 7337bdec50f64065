"""Sentences people agree to. They are kept word for word with what they agreed to."""

from jamstac.applications.states import Purpose
from jamstac.people.states import ConsentPurpose

STATEMENT = (
    "Saya menyatakan bahwa data dan bukti dalam permohonan ini benar, dan jawaban asesmen mandiri saya isi sendiri "
    "dengan jujur. Saya bersedia memenuhi persyaratan sertifikasi dan memberikan informasi yang diperlukan untuk "
    "penilaian."
)
"""What the applicant signs: FR.APL.01 and FR.APL.02."""

ACCEPTANCE = (
    "Saya telah memeriksa setiap bukti pemohon. Berdasarkan ketentuan persyaratan dasar, pemohon diterima sebagai "
    "peserta sertifikasi."
)
REJECTION = (
    "Saya telah memeriksa permohonan ini. Berdasarkan ketentuan persyaratan dasar, pemohon tidak diterima sebagai "
    "peserta sertifikasi."
)

CONSENTS = {
    ConsentPurpose.CERTIFICATION: (
        "Saya menyetujui LSP memproses data pribadi dan bukti saya untuk sertifikasi: peninjauan permohonan, asesmen, "
        "keputusan, penerbitan, dan pemeliharaan sertifikat."
    ),
    ConsentPurpose.PUBLICATION: (
        "Saya menyetujui nama, skema, dan status sertifikat saya dapat diperiksa oleh siapa pun yang memegang kode "
        "atau QR pada sertifikat saya."
    ),
    ConsentPurpose.DOCUMENTATION: (
        "Saya menyetujui saya difoto dan direkam video selama asesmen, sebagai bukti asesmen. Hanya petugas yang "
        "bertugas dan lembaga pengawas yang melihatnya."
    ),
    ConsentPurpose.SPECIAL_NEEDS: (
        "Saya menyetujui LSP memakai keterangan kebutuhan khusus saya hanya untuk menyesuaikan pelaksanaan asesmen. "
        "Yang membacanya hanya admin peninjau, manajer sertifikasi, dan asesor saya."
    ),
}
"""One sentence for one purpose; each is agreed to, and taken back, by itself."""

EFFECTS = {
    ConsentPurpose.CERTIFICATION: "Tanpa ini LSP tidak dapat memproses sertifikasi Anda.",
    ConsentPurpose.PUBLICATION: (
        "Bila ditarik, halaman pemeriksaan tidak lagi menampilkan nama Anda. Keaslian dan status sertifikat tetap "
        "dapat diperiksa dengan kodenya, karena LSP wajib melayaninya."
    ),
    ConsentPurpose.DOCUMENTATION: (
        "Bila ditarik, tidak ada foto atau video baru yang diambil. Yang sudah menjadi bukti asesmen tetap disimpan."
    ),
    ConsentPurpose.SPECIAL_NEEDS: (
        "Bila ditarik, keterangan itu tidak dipakai lagi pada permohonan berikutnya. Penyesuaian yang sudah "
        "diputuskan tetap tercatat pada berkas."
    ),
    ConsentPurpose.PROGRESS: "Bila ditarik, sekolah atau sponsor tidak lagi melihat kemajuan permohonan Anda.",
    ConsentPurpose.RECORDING: "Bila ditarik, asesmen jarak jauh tidak dapat dimulai; LSP menjadwalkan tatap muka.",
}
"""What changes when it is taken back."""

GUARDIAN_CONSENT = (
    "Saya orang tua atau wali dari {name}. Saya menyetujui {name} mengikuti sertifikasi {scheme} pada {lsp}, dan "
    "menyetujui {lsp} memproses data pribadi dan buktinya untuk peninjauan permohonan, asesmen, keputusan, "
    "penerbitan, dan pemeliharaan sertifikat."
)
"""What a guardian agrees to, on the screen and on paper."""

PURPOSE_HINTS = {
    Purpose.CERTIFICATION: "Diases terhadap seluruh unit skema.",
    Purpose.RECOGNITION: (
        "Untuk yang sudah bekerja di bidangnya: tunjukkan bukti pekerjaan terkini pada asesmen mandiri. Persyaratan "
        "skema tetap sama."
    ),
    Purpose.PRIOR_LEARNING: (
        "Untuk hasil belajar atau pengalaman terdahulu: tunjukkan buktinya, misalnya ijazah, sertifikat pelatihan, "
        "atau hasil kerja, pada asesmen mandiri. Persyaratan skema tetap sama."
    ),
    Purpose.OTHER: "Tulis tujuannya dengan kata-kata Anda.",
}
"""What a purpose means for the evidence an applicant brings."""

INFORMATION_EDITION = "1"
"""Edition of the information below, noted with each sending."""

INFORMATION = (
    (
        "Proses",
        "LSP meninjau permohonan dan bukti Anda. Bila diterima, LSP menetapkan tempat, hari, dan asesor. Asesor "
        "menilai Anda terhadap setiap kriteria unjuk kerja lalu memberi rekomendasi. Keputusan dibuat oleh tim lain "
        "yang tidak menguji dan tidak melatih Anda.",
    ),
    (
        "Hak Anda",
        "Anda boleh bertanya kapan saja, menyetujui atau menolak rencana asesmen, menerima umpan balik, mengajukan "
        "keluhan, dan mengajukan banding atas keputusan. Isi berkas Anda hanya dibaca petugas yang bertugas.",
    ),
    (
        "Penyesuaian",
        "Bila Anda memerlukan penyesuaian yang wajar saat asesmen, misalnya waktu lebih panjang atau pembaca soal, "
        "sampaikan kepada LSP. Permintaan ini dirahasiakan dan tidak memengaruhi keputusan.",
    ),
    (
        "Kewajiban Anda",
        "Anda memberikan data dan bukti yang benar, datang pada jadwal yang disepakati dengan kartu identitas asli, "
        "menjaga kerahasiaan materi asesmen, dan memakai sertifikat hanya sesuai ruang lingkupnya.",
    ),
)
"""What an applicant is told before applying (PBNSP 201 9.1.1): title, text."""
