"""Sentences people agree to, kept word for word with what they agreed to."""

PROGRESS_CONSENT = (
    "Saya menyetujui {institution} melihat nama saya dan sejauh mana permohonan saya. NIK, berkas, jawaban, dan hasil "
    "asesmen saya tidak ditampilkan."
)
