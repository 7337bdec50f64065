"""What FR.AK.03 asks, in short, in the order of the form; and the sentence under which it is given."""

from __future__ import annotations

COMPONENTS: tuple[str, ...] = (
    "Proses asesmen dijelaskan dengan cukup",
    "Ada kesempatan mempelajari standar dan menilai diri sendiri",
    "Metode, instrumen, sumber, dan jadwal dapat dibicarakan",
    "Asesor menggali seluruh bukti pendukung yang sesuai",
    "Ada kesempatan menunjukkan kompetensi",
    "Keputusan dijelaskan dengan cukup",
    "Umpan balik dan tindak lanjut diberikan",
    "Semua dokumen dipelajari bersama lalu ditandatangani",
    "Kerahasiaan hasil dan penanganan dokumen dijamin",
    "Asesor berkomunikasi dengan baik",
)
STATEMENT = "Umpan balik ini saya isi sendiri, sesuai dengan yang saya alami."
