"""Sentences that are signed, and words of the pages."""

AUTHOR = (
    "Saya menyusun materi uji kompetensi ini dan menyatakan bahwa rencana, peta, dan instrumennya sesuai dengan "
    "skema sertifikasi dan standar kompetensinya."
)
VALIDATOR = (
    "Saya memeriksa materi uji kompetensi ini dan menyatakan bahwa rencana, peta, dan instrumennya memenuhi aturan "
    "bukti dan prinsip asesmen."
)
MEMBER = "Saya ikut dalam validasi ini dan menyetujui temuan serta rekomendasinya."

LACKS = {
    "form": "belum dibuat",
    "scenario": "skenario belum ditulis",
    "minutes": "waktu belum diisi",
    "items": "belum ada butir",
    "options": "ada soal tanpa satu kunci di antara sedikitnya dua pilihan",
    "key": "ada butir tanpa kunci jawaban",
    "criteria": "ada butir yang belum dihubungkan dengan KUK",
}
"""What an unwritten instrument still lacks."""

SLIPS = {
    "columns": "kolomnya kurang: pertanyaan, sedikitnya dua pilihan, lalu kunci",
    "key": "kuncinya bukan huruf dan tidak sama dengan salah satu pilihan",
    "criterion": "KUK ini tidak ada pada skema",
    "too_many": "baris ini dan sesudahnya tidak dibaca: paling banyak 500 baris sekali tempel",
}
"""Why a pasted row was not taken."""
