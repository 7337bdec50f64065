"""Sentences people agree to. They are kept word for word with what they agreed to."""

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
}

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
