from django.db.models import TextChoices


class SheetCode(TextChoices):
    """Code and official title of a sheet. Its template is in `documents.catalogue`."""

    APL01 = "FR.APL.01", "Permohonan Sertifikasi Kompetensi"
    APL02 = "FR.APL.02", "Asesmen Mandiri"
    MAPA01 = "FR.MAPA.01", "Merencanakan Aktivitas dan Proses Asesmen"
    MAPA02 = "FR.MAPA.02", "Peta Instrumen Asesmen Hasil Pendekatan Asesmen dan Perencanaan Asesmen"
    AK07 = "FR.AK.07", "Ceklis Penyesuaian yang Wajar dan Beralasan"
    AK01 = "FR.AK.01", "Persetujuan Asesmen dan Kerahasiaan"
    IA01 = "FR.IA.01", "Ceklis Observasi Aktivitas di Tempat Kerja atau Tempat Kerja Simulasi"
    IA02 = "FR.IA.02", "Tugas Praktik Demonstrasi"
    IA03 = "FR.IA.03", "Pertanyaan untuk Mendukung Observasi"
    IA04A = "FR.IA.04A", "Daftar Instruksi Terstruktur (Penjelasan Proyek Singkat/Kegiatan Terstruktur Lainnya)"
    IA04B = "FR.IA.04B", "Penilaian Proyek Singkat atau Kegiatan Terstruktur Lainnya"
    IA05A = "FR.IA.05A", "Pertanyaan Tertulis Pilihan Ganda"
    IA05B = "FR.IA.05B", "Lembar Kunci Jawaban Pertanyaan Tertulis Pilihan Ganda"
    IA05C = "FR.IA.05C", "Lembar Jawaban Pilihan Ganda"
    IA06A = "FR.IA.06A", "Pertanyaan Tertulis Esai"
    IA06B = "FR.IA.06B", "Lembar Kunci Jawaban Pertanyaan Tertulis Esai"
    IA06C = "FR.IA.06C", "Lembar Jawaban Pertanyaan Tertulis Esai"
    IA07 = "FR.IA.07", "Pertanyaan Lisan"
    IA08 = "FR.IA.08", "Ceklis Verifikasi Portofolio"
    IA09 = "FR.IA.09", "Pertanyaan Wawancara"
    IA10 = "FR.IA.10", "Verifikasi Pihak Ketiga"
    IA11 = "FR.IA.11", "Ceklis Reviu Produk"
    AK02 = "FR.AK.02", "Rekaman Asesmen Kompetensi"
    AK03 = "FR.AK.03", "Umpan Balik dan Catatan Asesmen"
    AK04 = "FR.AK.04", "Banding Asesmen"
    AK05 = "FR.AK.05", "Laporan Asesmen"
    AK06 = "FR.AK.06", "Meninjau Proses Asesmen"
    VA = "FR.VA", "Memberikan Kontribusi dalam Validasi Asesmen"
    ASSIGNMENT_LETTER = "SURAT-TUGAS", "Surat Tugas"
    VERIFIER_LETTER = "ST-VERIFIKATOR", "Surat Tugas Verifikator TUK"
    COMMITTEE_LETTER = "ST-KOMITE", "Surat Tugas Komite Keputusan"
    INVITATION = "UNDANGAN", "Undangan Asesmen"
    CANDIDATE_CARD = "KARTU-PESERTA", "Kartu Peserta Asesmen"
    ATTENDANCE = "DAFTAR-HADIR", "Daftar Hadir Asesmen"
    EVENT_MINUTES = "BA-ASESMEN", "Berita Acara Asesmen"
    MINUTES = "BA-PLENO", "Berita Acara Pleno"
    DECREE = "SK-PENETAPAN", "Surat Keputusan Penetapan Hasil"
    RESULT_LETTER = "SURAT-HASIL", "Surat Pemberitahuan Hasil"
    CERTIFICATE = "SERTIFIKAT", "Sertifikat Kompetensi"
    VERIFICATION_REPORT = "LAPORAN-CEK", "Laporan Pemeriksaan Sertifikat"

    @property
    def form_number(self) -> str:
        """The number of an official form. Letters and lists have only their title: their code is ours alone."""
        return self.value if self.value.startswith("FR.") else ""

    @property
    def short_name(self) -> str:
        """What people call it: a form by its number, anything else by its title."""
        return self.form_number or str(self.label)


class MediaType(TextChoices):
    PDF = "application/pdf", "PDF"
    JPEG = "image/jpeg", "JPG"
    PNG = "image/png", "PNG"
    MP4 = "video/mp4", "MP4"
    MOV = "video/quicktime", "MOV"
    WEBM = "video/webm", "WebM"


VIDEOS = frozenset({MediaType.MP4, MediaType.MOV, MediaType.WEBM})
"""Kept as files, played or downloaded, never printed."""


PRINTED_EDITION = "2023"
"""The edition of the official forms whose order and words the templates have; later ones are the LSP's own label."""


class FormFamily(TextChoices):
    """Official forms that have one dated edition together."""

    FR = "FR", "Formulir FR"


class PaperState(TextChoices):
    ENTERED = "entered", "Menunggu orang kedua"
    CONFIRMED = "confirmed", "Disahkan"
    REJECTED = "rejected", "Ditolak"


PAPER_TRANSITIONS: dict[str, frozenset[str]] = {
    PaperState.ENTERED: frozenset({PaperState.CONFIRMED, PaperState.REJECTED}),
    PaperState.CONFIRMED: frozenset(),
    PaperState.REJECTED: frozenset(),
}
