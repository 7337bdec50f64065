from django.db.models import TextChoices


class SheetCode(TextChoices):
    """Code and official title of a sheet. Its template is in `documents.catalogue`."""

    APL01 = "FR.APL.01", "Permohonan Sertifikasi Kompetensi"
    APL02 = "FR.APL.02", "Asesmen Mandiri"
    AK01 = "FR.AK.01", "Persetujuan Asesmen dan Kerahasiaan"
    IA01 = "FR.IA.01", "Ceklis Observasi Aktivitas di Tempat Kerja atau Tempat Kerja Simulasi"
    AK02 = "FR.AK.02", "Rekaman Asesmen Kompetensi"
    ASSIGNMENT_LETTER = "SURAT-TUGAS", "Surat Tugas"
    MINUTES = "BA-PLENO", "Berita Acara Pleno"
    DECREE = "SK-PENETAPAN", "Surat Keputusan Penetapan Hasil"
    RESULT_LETTER = "SURAT-HASIL", "Surat Pemberitahuan Hasil"
    CERTIFICATE = "SERTIFIKAT", "Sertifikat Kompetensi"
    VERIFICATION_REPORT = "LAPORAN-CEK", "Laporan Pemeriksaan Sertifikat"


class MediaType(TextChoices):
    PDF = "application/pdf", "PDF"
    JPEG = "image/jpeg", "JPG"
    PNG = "image/png", "PNG"
