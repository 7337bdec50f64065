"""Sentences a signer agrees to. They are stored with the signature in Indonesian, whatever language the page has."""

CLOSING = "Saya menutup rapat pleno ini dan menyatakan berita acaranya sesuai dengan jalannya rapat."
MINUTES = "Saya hadir dalam rapat pleno ini dan menyatakan berita acaranya sesuai dengan keputusan rapat."
DECREE = (
    "Saya menetapkan hasil sertifikasi sesuai berita acara pleno ini dan menandatangani surat hasil untuk setiap asesi."
)
ISSUE = "Saya menerbitkan sertifikat kompetensi bagi asesi yang diputus kompeten dalam SK penetapan ini."
COMMITTEE = "Saya menugaskan komite pada surat ini untuk memutus berkas rapat pleno ini."
