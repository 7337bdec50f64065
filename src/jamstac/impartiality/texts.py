"""Sentences a signer reads, as they are kept with the signature."""

DECLARATION = (
    "Jawaban saya tentang setiap asesi pada daftar ini benar. Bila saya mengetahui hubungan atau kepentingan lain, "
    "saya segera menyatakannya sebelum asesmen dimulai."
)
