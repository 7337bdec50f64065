"""Sentences a signer reads, as they are kept with the signature."""

LETTER = (
    "Saya menugaskan asesor yang tercantum untuk mengases asesi pada daftar ini, pada tanggal dan tempat jadwal ini."
)
VERIFIER_LETTER = "Saya menugaskan verifikator yang tercantum untuk memeriksa TUK jadwal ini sebelum dipakai."
INVITATION = "Saya mengundang asesi pada daftar ini untuk hadir pada tanggal, waktu, dan tempat jadwal ini."
RECORDING = (
    "Saya menyetujui asesmen jarak jauh ini direkam dengan gambar dan suara, disimpan sebagai rekaman sertifikasi, "
    "dan dilihat hanya oleh mereka yang berwenang di LSP dan BNSP."
)
ATTENDANCE = "Daftar ini benar: yang tercatat hadir saya lihat sendiri atau dilihat petugas yang mencatatnya."
