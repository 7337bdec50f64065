"""Sentences a signer reads, as they are kept with the signature."""

LETTER = (
    "Saya menugaskan asesor yang tercantum untuk mengases asesi pada daftar ini, pada tanggal dan tempat jadwal ini."
)
