"""Every official sheet, printed and read back."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import segno

from jamstac.documents import render
from jamstac.documents.catalogue import CATALOGUE
from jamstac.documents.render import RenderError, compile_record
from jamstac.documents.states import SheetCode
from tests.records import DIGEST, LONG_NAME, LSP, Content, blank, content, whole

ALL = list(SheetCode)
GROUPED = " ".join(re.findall("....", DIGEST))


class Read:
    """A PDF read back: its pages as text with single spaces."""

    def __init__(self, pdf: bytes) -> None:
        self.pdf = pypdfium2.PdfDocument(pdf)
        self.pages = [" ".join(page.get_textpage().get_text_range().split()) for page in self.pdf]

    @property
    def text(self) -> str:
        return " ".join(self.pages)


def printed(code: SheetCode, filled: Content, **more: Any) -> Read:
    return Read(compile_record(code, whole(code, filled, **more)))


SAID: dict[SheetCode, list[str]] = {
    SheetCode.APL01: [
        "FR.APL.01. PERMOHONAN SERTIFIKASI KOMPETENSI",
        "Bagian 1 : Rincian Data Pemohon Sertifikasi",
        "a. Data Pribadi",
        "No. KTP/NIK/Paspor",
        "Kualifikasi Pendidikan",
        "b. Data Pekerjaan Sekarang",
        "Bagian 2 : Data Sertifikasi",
        "☑ Sertifikasi",
        "☐ Pengakuan Kompetensi Terkini (PKT)",
        "☐ Rekognisi Pembelajaran Lampau (RPL)",
        "Daftar Unit Kompetensi sesuai kemasan:",
        "X.00CTH00.003.1",
        "Bagian 3 : Bukti Kelengkapan Pemohon",
        "3.1 Bukti Persyaratan Dasar Pemohon",
        "Memenuhi Syarat Tidak Memenuhi Syarat",
        "3.2 Bukti Administratif",
        "Rekomendasi (diisi oleh LSP):",
        "Berdasarkan ketentuan persyaratan dasar, maka pemohon:",
        "Pemohon/ Kandidat :",
        "Admin LSP :",
    ],
    SheetCode.APL02: [
        "FR.APL.02. ASESMEN MANDIRI",
        "PANDUAN ASESMEN MANDIRI",
        "Baca setiap pertanyaan di kolom sebelah kiri.",
        "Unit Kompetensi 1",
        "Dapatkah Saya",
        "Elemen: Menyiapkan pekerjaan rekaan 1.1",
        "Kriteria Unjuk Kerja:",
        "1.3 Bahan rekaan 1.1.3",
        "Unit Kompetensi 3",
        "Rekomendasi Untuk Asesi:",
        "dilanjutkan",
        "Ditinjau Oleh Asesor :",
    ],
    SheetCode.AK01: [
        "FR.AK.01. PERSETUJUAN ASESMEN DAN KERAHASIAAN",
        "Persetujuan Asesmen ini untuk menjamin bahwa Asesi telah diberi arahan secara rinci",
        "Bukti yang akan dikumpulkan",
        "☑ Hasil Observasi Langsung",
        "Pelaksanaan asesmen disepakati pada:",
        "Bahwa saya telah mendapatkan penjelasan terkait hak dan prosedur banding asesmen dari asesor.",
        "Menyatakan tidak akan membuka hasil pekerjaan yang saya peroleh",
        "Saya setuju mengikuti asesmen dengan pemahaman",
        "Tanda tangan Asesor :",
        "Tanda tangan Asesi :",
    ],
    SheetCode.IA01: [
        "FR.IA.01. CL - CEKLIS OBSERVASI AKTIVITAS DI TEMPAT KERJA ATAU TEMPAT KERJA SIMULASI",
        "PANDUAN BAGI ASESOR",
        "Kelompok Pekerjaan 1",
        "Unit Kompetensi 1",
        "Kriteria Unjuk Kerja",
        "Pencapaian",
        "Umpan balik bagi Asesi:",
        "Kelompok Pekerjaan 2",
        "Umpan balik bagi Asesi: –",
        "Rekomendasi:",
        "direkomendasikan BELUM KOMPETEN pada:",
        "KUK : 1.3",
    ],
    SheetCode.MAPA01: [
        "FR.MAPA.01. MERENCANAKAN AKTIVITAS DAN PROSES ASESMEN",
        "1. Menentukan Pendekatan Asesmen",
        "☑ Hasil pelatihan dan/atau pendidikan, di mana kurikulum dan fasilitas praktik mampu telusur",
        "☑ Pelatihan/belajar mandiri atau otodidak.",
        "☑ Tempat kerja simulasi",
        "Hubungan antara standar kompetensi dan:",
        "☑ Manajer sertifikasi LSP",
        "☑ Standar Kompetensi: Standar kompetensi kerja rekaan",
        "2. Mempersiapkan Rencana Asesmen",
        "DPL (Daftar Pertanyaan Lisan)",
        "Kelompok Pekerjaan 1",
        "Jenis Bukti",
        "2. Melaksanakan Pekerjaan Rekaan Bagian 2",
        "Peta hasil suntingan dan catatan pemeriksaan rekaan ✓ ✓ CL TPD DPT DPL VPK",
        "Kelompok Pekerjaan 2",
        "3. Mengidentifikasi Persyaratan Modifikasi dan Kontekstualisasi",
        "Contoh berkas disesuaikan dengan alat di TUK.",
        "Konfirmasi dengan orang yang relevan",
        "Manajer sertifikasi LSP Maya Umpama 3 November 2026",
        "PENYUSUN DAN VALIDATOR",
        "Budi Rekaan MET.000.000000 2099",
        "Rina Ibarat MET.000.000001 2099",
    ],
    SheetCode.MAPA02: [
        "FR.MAPA.02. PETA INSTRUMEN ASESMEN HASIL PENDEKATAN ASESMEN DAN PERENCANAAN ASESMEN",
        "Kelompok Pekerjaan 1",
        "Potensi Asesi **",
        "2. FR.IA.02. TPD - Tugas Praktik Demonstrasi ☑ ☑ ☐ ☐ ☑",
        "8. FR.IA.08. CVP - Ceklis Verifikasi Portofolio ☐ ☐ ☑ ☑ ☐",
        "11. FR.IA.11. CRP - Ceklis Reviu Produk ☐ ☐ ☐ ☐ ☐",
        "diisi berdasarkan hasil penentuan pendekatan asesmen dan perencanaan asesmen",
        "Kelompok Pekerjaan 2",
        "X.00CTH00.003.1",
        "Penyusun dan Validator",
        "Budi Rekaan",
        "Keterangan",
        "5. Pelatihan/belajar mandiri atau otodidak.",
    ],
    SheetCode.IA02: [
        "FR.IA.02. TPD - TUGAS PRAKTIK DEMONSTRASI",
        "Nama Asesi",
        "A. Petunjuk",
        "1. Baca dan pelajari setiap instruksi kerja di bawah ini",
        "B. Skenario Tugas Praktik Demonstrasi",
        "Kelompok Pekerjaan 1",
        "Anda menerima satu berkas peta rekaan dengan tiga kesalahan.",
        "Perlengkapan dan Peralatan 1. Laptop",
        "Waktu 60 menit",
        "Kelompok Pekerjaan 2",
        "Asesi :",
        "PENYUSUN DAN VALIDATOR",
        "2 November 2026, 09.15 WIB",
    ],
    SheetCode.IA03: [
        "FR.IA.03. PMO - PERTANYAAN UNTUK MENDUKUNG OBSERVASI",
        "PANDUAN BAGI ASESOR",
        "Tanggapan asesi ditulis pada kolom tanggapan.",
        "Kelompok Pekerjaan 1",
        "Pencapaian",
        "Tanggapan: Memakai salinan cadangan dan melapor. ☑ ☐",
        "Tanggapan: Belum dapat menjelaskan. ☐ ☑",
        "Kelompok Pekerjaan 2",
        "3. Bagaimana Anda menjaga keselamatan kerja?",
        "Pelajari tata nama berkas.",
        "Asesi :",
        "Asesor :",
    ],
    SheetCode.IA04A: [
        "FR.IA.04A. DIT - DAFTAR INSTRUKSI TERSTRUKTUR (PENJELASAN PROYEK SINGKAT/KEGIATAN TERSTRUKTUR LAINNYA)",
        "PANDUAN BAGI ASESOR",
        "Kelompok Pekerjaan 1",
        "Hal yang harus disiapkan atau dilakukan atau dihasilkan",
        "Merancang peta rekaan sebuah desa",
        "Waktu: 3 hari",
        "Hal yang perlu didemonstrasikan/ dipresentasikan",
        "Waktu: 30 menit",
        "Umpan balik untuk Asesi: Penyajian runtut.",
        "Asesi :",
        "Supervisor (jika ada) :",
        "Apabila asesi pada level 4 ke atas",
        "PENYUSUN DAN VALIDATOR",
    ],
    SheetCode.IA04B: [
        "FR.IA.04B. PENILAIAN PROYEK SINGKAT ATAU KEGIATAN TERSTRUKTUR LAINNYA",
        "PANDUAN BAGI ASESOR",
        "Judul Kegiatan Terstruktur : Merancang peta rekaan sebuah desa",
        "Aspek Penilaian",
        "1. Pendahuluan Jelaskan tujuan rancangan Anda.",
        "Tanggapan: Menunjukkan jalan dan sungai rekaan.",
        "X.00CTH00.002.1 KUK 2.1 ☐ ☑",
        "Rekomendasi Asesor:",
        "☐ Kompeten ☑ Belum Kompeten",
        "Asesi :",
        "PENYUSUN DAN VALIDATOR",
    ],
    SheetCode.IA05A: [
        "FR.IA.05A. DPT - PERTANYAAN TERTULIS PILIHAN GANDA",
        "Waktu : 15 menit",
        "Kelompok Pekerjaan",
        "Jawab semua pertanyaan berikut:",
        "1. Lambang sungai rekaan digambar dengan garis … A. pilihan rekaan A1 B. pilihan rekaan B1",
        "3. Skala rekaan ialah …",
        "D. pilihan rekaan D3",
        "PENYUSUN DAN VALIDATOR",
        "Budi Rekaan",
    ],
    SheetCode.IA05B: [
        "FR.IA.05B. LEMBAR KUNCI JAWABAN PERTANYAAN TERTULIS PILIHAN GANDA",
        "Menyunting peta 3. X.00CTH00.003.1",
        "Kunci Jawaban Pertanyaan Tertulis – Pilihan Ganda:",
        "1. B 4. C",
        "2. D 5. B",
        "PENYUSUN DAN VALIDATOR",
    ],
    SheetCode.IA05C: [
        "FR.IA.05C. LEMBAR JAWABAN PILIHAN GANDA",
        "Waktu : 15 menit",
        "Lembar Jawaban Pertanyaan Tertulis – Pilihan Ganda:",
        "No. soal FR.IA.05A",
        "1. 3 B. pilihan rekaan B3 ☑ ☐",
        "3. 5 Tidak dijawab ☐ ☑",
        "Umpan balik untuk asesi",
        "Aspek pengetahuan seluruh unit pada kelompok pekerjaan yang diujikan (tercapai / belum tercapai)*",
        "Tuliskan unit/elemen/KUK jika belum tercapai: X.00CTH00.001.1 elemen 1 KUK 1.3",
        "Ulangi lambang dan skala.",
        "Asesi :",
        "Asesor :",
    ],
    SheetCode.IA06A: [
        "FR.IA.06A. DPT - PERTANYAAN TERTULIS ESAI",
        "Waktu : 30 menit",
        "Jawab semua pertanyaan berikut:",
        "2. Berkas peta rekaan disimpan dengan …",
        "PENYUSUN DAN VALIDATOR",
    ],
    SheetCode.IA06B: [
        "FR.IA.06B. LEMBAR KUNCI JAWABAN PERTANYAAN TERTULIS ESAI",
        "Kunci Jawaban Pertanyaan Tertulis – Esai:",
        "2. Berkas peta rekaan disimpan dengan … Memuat hal rekaan 2a dan 2b.",
        "PENYUSUN DAN VALIDATOR",
    ],
    SheetCode.IA06C: [
        "FR.IA.06C. LEMBAR JAWABAN PERTANYAAN TERTULIS ESAI",
        "Lembar Jawaban Pertanyaan Tertulis – Esai:",
        "Garis biru. Tebalnya mengikuti lebar. ☑ ☐",
        "(soal 2) Tidak dijawab ☐ ☑",
        "Aspek pengetahuan seluruh unit pada kelompok pekerjaan yang diujikan",
        "jika belum tercapai: –",
        "Asesi :",
        "Asesor :",
    ],
    SheetCode.IA07: [
        "FR.IA.07. DPL - DAFTAR PERTANYAAN LISAN",
        "Kelompok Pekerjaan",
        "Pertanyaan: Lambang sungai rekaan digambar dengan garis …",
        "Kunci Jawaban: Garis biru",
        "Jawaban Asesi: Garis biru, tebal sesuai lebar. ☑ ☐",
        "Jawaban Asesi: Tidak tahu. ☐ ☑",
        "Aspek pengetahuan seluruh unit pada kelompok pekerjaan yang diujikan",
        "Asesi :",
        "PENYUSUN DAN VALIDATOR",
    ],
    SheetCode.IA08: [
        "FR.IA.08. CVP - CEKLIS VERIFIKASI PORTOFOLIO",
        "PANDUAN BAGI ASESOR",
        "Kelompok Pekerjaan",
        "Aturan Bukti",
        "Valid Asli Terkini Memadai",
        "1. Peta rekaan 2025 ☑ ☐ ☑ ☐ ☑ ☐ ☑ ☐",
        "2. Surat keterangan kerja rekaan ☑ ☐ ☐ ☑ ☑ ☐ ☐ ☐",
        "harus diklarifikasi selama wawancara:",
        "☑ X.00CTH00.001.1 1 KUK 1.3: tata nama berkas rekaan",
        "Bukti tambahan diperlukan pada unit/elemen kompetensi sebagai berikut:",
        "Bukti tambahan rekaan untuk unit X.00CTH00.003.1, elemen 2.",
        "Rekomendasi Asesor:",
        "direkomendasikan OBSERVASI LANGSUNG pada:",
        "KUK : 1.3",
        "Asesor",
    ],
    SheetCode.IA09: [
        "FR.IA.09. PW - PERTANYAAN WAWANCARA",
        "PANDUAN BAGI ASESOR",
        "Bukti Portofolio",
        "2. Surat keterangan kerja rekaan",
        "Kesimpulan Jawaban Asesi",
        "1. Sesuai dengan bukti no. 2 yang Anda ajukan:",
        "Memeriksa lambang dan nama tempat. ☑ ☐",
        "Asesi :",
        "PENYUSUN DAN VALIDATOR",
    ],
    SheetCode.IA10: [
        "FR.IA.10. VPK - VERIFIKASI PIHAK KETIGA",
        "INFORMASI RAHASIA",
        "PANDUAN BAGI ASESOR",
        "Nama Pengawas/penyelia/atasan/orang lain di perusahaan : Hendra Andai",
        "1. Apakah asesi bekerja dengan mempertimbangkan Kesehatan, Keamanan, dan Keselamatan Kerja? ☑ ☐",
        "4. Apakah asesi dapat dengan cepat beradaptasi dengan peralatan dan lingkungan yang baru? ☐ ☑",
        "Apa hubungan Anda dengan asesi? Atasan langsung",
        "INFORMASI RAHASIA",
        "Identifikasi kebutuhan pelatihan lebih lanjut untuk asesi: Tata nama berkas",
        "Ada komentar lain: –",
        "Dijawab sendiri oleh pihak ketiga melalui tautan pribadi pada 25 November 2026, 14.05 WIB.",
        "Asesor :",
    ],
    SheetCode.IA11: [
        "FR.IA.11. CRP - CEKLIS REVIU PRODUK",
        "PANDUAN BAGI ASESOR",
        "Rancangan Produk atau Data Teknis Produk",
        "Nama produk yang dihasilkan : Peta rekaan satu desa",
        "Gambar produk (jika ada) : –",
        "Hasil Reviu Produk*",
        "1. Spesifikasi produk Ukuran sesuai dengan rencana atau gambar kerja ☑ ☐",
        "Kesesuaian bentuk dengan gambar kerja Skala berbeda ☐ ☑",
        "diisi sesuai dengan jenis produk yang direviu",
        "direkomendasikan OBSERVASI LANGSUNG pada:",
        "Catatan: Tuliskan temuan asesmen",
        "Skala pada gambar berbeda dengan rencana.",
        "PENYUSUN DAN VALIDATOR",
    ],
    SheetCode.AK02: [
        "FR.AK.02. REKAMAN ASESMEN KOMPETENSI",
        "Tanggal Asesmen",
        "Beri tanda centang (√) di kolom yang sesuai",
        "X.00CTH00.001.1",
        "Rekomendasi hasil asesmen",
        "Tindak lanjut yang dibutuhkan",
        "Komentar/ Observasi oleh asesor",
        "No. Reg",
        "LAMPIRAN DOKUMEN:",
        "1. Dokumen APL 01 peserta",
        "4. Tinjauan proses asesmen",
    ],
    SheetCode.ASSIGNMENT_LETTER: [
        "SURAT TUGAS",
        "Nomor: 028/ST/LSP-CTH/XI/2026",
        "Berdasarkan:",
        "menugaskan:",
        "untuk melaksanakan asesmen kompetensi:",
        "Dalam melaksanakan tugas, asesor wajib:",
        "Demikian surat tugas ini dibuat",
        "Lampiran Surat Tugas Nomor",
        "Asesi Rekaan Nomor 36",
    ],
    SheetCode.AK07: [
        "FR.AK.07. CEKLIS PENYESUAIAN YANG WAJAR DAN BERALASAN",
        "Potensi Asesi",
        "☑ Hasil pelatihan dan/atau pendidikan, di mana kurikulum belum berbasis kompetensi.",
        "Bagian A. Penyesuaian sesuai karakteristik asesi",
        "1. Keterbatasan asesi terhadap persyaratan bahasa, literasi, numerasi ☑ ☐",
        "☑ Dukungan pembaca, penerjemah, pelayan, penulis",
        "Dibacakan oleh pendamping; soal tertulis diganti lisan.",
        "☑ Waktu yang lebih panjang",
        "8. Pertimbangan budaya/tradisi/agama ☐ ☑",
        "Bagian B. Penyesuaian rencana asesmen sesuai acuan pembanding, potensi asesi, dan konteks asesi",
        "Keputusan Penyesuaian",
        "SOP Penyuntingan Peta Rekaan 07",
        "Hasil penyesuaian Bagian A",
        "Asesor :",
        "Asesi :",
    ],
    SheetCode.AK03: [
        "FR.AK.03. UMPAN BALIK DAN CATATAN ASESMEN",
        "Umpan balik dari Asesi (diisi oleh Asesi setelah pengambilan keputusan):",
        "1. Saya mendapatkan penjelasan yang cukup memadai mengenai proses asesmen/uji kompetensi ☑ ☐",
        "Jadwal sudah ditetapkan sebelum saya ditanya.",
        "10. Asesor menggunakan keterampilan komunikasi yang efektif selama asesmen",
        "Catatan/komentar lainnya (apabila ada) :",
        "Ruangan nyaman",
        "Asesi :",
    ],
    SheetCode.AK04: [
        "FR.AK.04. BANDING ASESMEN",
        "Nama Asesi",
        "Jawablah dengan Ya atau Tidak pertanyaan-pertanyaan berikut ini :",
        "Apakah Anda mau melibatkan “orang lain” membantu Anda dalam Proses Banding? ☐ ☑",
        "Banding ini diajukan atas Keputusan Asesmen",
        "SKM/CTH/001/2026",
        "Banding ini diajukan atas alasan sebagai berikut :",
        "Unit ketiga dinilai dari contoh peta",
        "Anda mempunyai hak mengajukan banding",
        "Asesi :",
    ],
    SheetCode.AK05: [
        "FR.AK.05. LAPORAN ASESMEN",
        "Nama Asesi",
        "X.00CTH00.003.1 Melaksanakan Pekerjaan Rekaan Bagian 3",
        "Asesi Rekaan Nomor 12",
        "tuliskan Kode dan Judul Unit Kompetensi yang dinyatakan BK bila mengases satu skema",
        "Aspek Negatif dan Positif dalam Asesmen",
        "Pencatatan Penolakan Hasil Asesmen",
        "Saran Perbaikan :",
        "Catatan :",
        "Asesor :",
    ],
    SheetCode.AK06: [
        "FR.AK.06. MENINJAU PROSES ASESMEN",
        "Kesesuaian dengan prinsip asesmen",
        "Prosedur asesmen:",
        "Implementasi asesmen ☑ ☑ ☐ ☑",
        "Rekomendasi untuk peningkatan:",
        "Pemenuhan dimensi kompetensi",
        "Konsistensi keputusan asesmen ☑ ☑ ☑ ☑ ☑",
        "Rekomendasi untuk peningkatan:",
        "Nama Lead Asesor/ Asesor",
        "Rina Ibarat",
    ],
    SheetCode.VA: [
        "FR.VA. MEMBERIKAN KONTRIBUSI DALAM VALIDASI ASESMEN",
        "Tim Validasi",
        "☑ Sebelum asesmen",
        "1. Menyiapkan Proses Validasi",
        "☑ Bagian dari proses penjaminan mutu organisasi",
        "☑ Menyamakan tafsir dua asesor",
        "Orang yang relevan",
        "Setuju dengan susunan soal",
        "Acuan pembanding",
        "2. Memberikan Kontribusi dalam Proses Validasi",
        "Rencana asesmen ☑ ☑ ☐ ☐ ☑ ☑ ☐ ☑",
        "3. Memberikan Kontribusi untuk Hasil Asesmen",
        "Soal 3 dapat dijawab tanpa membaca peta.",
        "Rencana Implementasi Perubahan/Perbaikan Pelaksanaan Asesmen",
        "9 November 2026",
    ],
    SheetCode.VERIFIER_LETTER: [
        "SURAT TUGAS",
        "Nomor: 027/ST/LSP-CTH/XI/2026",
        "menugaskan:",
        "Dewi Misalnya",
        "untuk memverifikasi Tempat Uji Kompetensi (TUK):",
        "Demikian surat tugas ini dibuat",
        "Surya Andaian",
    ],
    SheetCode.COMMITTEE_LETTER: [
        "SURAT TUGAS",
        "Nomor: 030/ST/LSP-CTH/XI/2026",
        "Hendra Andai Ketua",
        "untuk memeriksa rekaman asesmen dan memutuskan hasilnya dalam pleno:",
        "36 asesi, daftar terlampir",
        "Lampiran Surat Tugas Nomor 030/ST/LSP-CTH/XI/2026",
        "Asesi Rekaan Nomor 36",
    ],
    SheetCode.INVITATION: [
        "029/UND/LSP-CTH/XI/2026",
        "UNDANGAN ASESMEN KOMPETENSI",
        "Para Asesi (daftar terlampir)",
        "mengundang Saudara untuk mengikuti asesmen kompetensi:",
        "Kamis, 26 November 2026",
        "Yang perlu dibawa:",
        "Lampiran Undangan Nomor 029/UND/LSP-CTH/XI/2026",
        "Asesi Rekaan Nomor 36",
    ],
    SheetCode.CANDIDATE_CARD: [
        "KARTU PESERTA ASESMEN",
        "Raden Ajeng Kusumaningtyas",
        "2026/0417",
        "Penyunting Peta Rekaan Muda",
        "J-2026-001",
        "Kamis, 26 November 2026",
        "TUK Balai Umpama",
        "Tunjukkan saat tiba",
        "Bawa kartu ini dan dokumen identitas asli.",
    ],
    SheetCode.ATTENDANCE: [
        "DAFTAR HADIR ASESMEN",
        "Nomor jadwal : J-2026-001",
        "Asesi Rekaan Nomor 1",
        "Hadir 07.11 WIB",
        "Tidak hadir Sakit",
        "Asesi Rekaan Nomor 36",
        "Daftar memuat 36 asesi: 34 tercatat hadir, 1 tidak hadir, 1 belum tercatat.",
        "Ketua TUK Tono Perumpamaan",
    ],
    SheetCode.EVENT_MINUTES: [
        "BERITA ACARA ASESMEN",
        "Pada hari ini Kamis, tanggal dua puluh enam bulan November",
        "36 Jumlah asesi",
        "31 Kompeten (K)",
        "4 Belum Kompeten (BK)",
        "1 Tidak hadir",
        "Asesi Rekaan Nomor 36",
        "Kejadian selama asesmen",
        "Listrik padam sepuluh menit",
        "ruang-asesmen.jpg, 08.05 WIB",
        "Demikian berita acara ini dibuat dengan sebenarnya.",
        "Ketua TUK Tono Perumpamaan",
    ],
    SheetCode.MINUTES: [
        "BERITA ACARA PLENO KOMITE TEKNIS",
        "Pada hari ini Senin, tanggal tiga puluh bulan November",
        "36 Jumlah asesi",
        "32 Kompeten (K)",
        "4 Belum Kompeten (BK)",
        "Asesi Rekaan Nomor 36",
        "Demikian berita acara ini dibuat dengan sebenarnya",
        "Anggota Komite Teknis",
    ],
    SheetCode.DECREE: [
        "KEPUTUSAN DIREKTUR LSP CONTOH",
        "tentang",
        "PENETAPAN HASIL SERTIFIKASI KOMPETENSI",
        "Menimbang : a. bahwa asesmen kompetensi terhadap 36 asesi",
        "Nomor 031/BA/LSP-CTH/XI/2026 tanggal 30 November 2026;",
        "Mengingat : 1. Undang-Undang Nomor 13 Tahun 2003",
        "MEMUTUSKAN:",
        "Menetapkan :",
        "KESATU : Menetapkan hasil",
        "32 Kompeten dan 4 Belum Kompeten",
        "KETIGA : Asesi yang ditetapkan Belum Kompeten berhak mengajukan banding",
        "Ditetapkan di Kota Misal pada tanggal 1 Desember 2026",
        "Lampiran Keputusan Nomor 012/SK/LSP-CTH/XII/2026",
        "Asesi Rekaan Nomor 36",
        "Akhir daftar: 36 asesi",
    ],
    SheetCode.RESULT_LETTER: [
        "Nomor : 044/SH/LSP-CTH/XII/2026",
        "Dengan ini kami beritahukan hasil sertifikasi kompetensi Anda:",
        "Anda dinyatakan BELUM KOMPETEN",
        "Alasan",
        "Unit kompetensi yang belum kompeten",
        "KUK 1.3 belum tercapai",
        "Tindak lanjut",
        "Hak banding",
        "paling lambat 14 (empat belas) hari kerja sejak tanggal surat ini, yaitu sampai dengan 21 Desember 2026.",
        "Banding diperiksa oleh orang yang tidak terlibat",
    ],
    SheetCode.CERTIFICATE: [
        "No. 99999 2622 5 0000417 2026",
        "Dengan ini menyatakan bahwa,",
        "No. Reg. CTH 0000 00417 2026",
        "telah kompeten pada bidang:",
        "dengan kualifikasi/kompetensi:",
        "Penyunting Peta Rekaan Muda",
        "Sertifikat ini berlaku untuk 3 (tiga) tahun, sampai dengan 30 November 2029",
        "Pindai untuk memeriksa",
        "contoh.test/cek 7Q4M-2XKD-9TRA-0000",
        "Atas nama Badan Nasional Sertifikasi Profesi",
        "Daftar Unit Kompetensi",
        "X.00CTH00.036.1",
        "Akhir daftar: 36 unit kompetensi",
    ],
    SheetCode.VERIFICATION_REPORT: [
        "LAPORAN PEMERIKSAAN SERTIFIKAT",
        "Diperiksa pada 25 November 2026, 14.05 WIB",
        "Status pada 25 November 2026",
        "Berlaku",
        "Isi sertifikat yang tercatat",
        "99999 2622 5 0000417 2026",
        "Kode pemeriksaan",
        "Yang diperiksa",
        "Tidak diperiksa",
        "Arti laporan ini",
    ],
}


@pytest.mark.parametrize("code", ALL)
def test_a_filled_sheet_says_its_title_and_sentences_in_order(code: SheetCode) -> None:
    text, place = printed(code, content(code)).text, 0
    for sentence in SAID[code]:
        found = text.find(sentence, place)
        assert found >= 0, f"{sentence!r} is not there, or not in its place"
        place = found + len(sentence)


@pytest.mark.parametrize("code", ALL)
def test_case_number_and_digest_stand_on_every_page(code: SheetCode) -> None:
    read = printed(code, content(code))
    assert read.pages
    for page in read.pages:
        assert GROUPED in page
        assert "2026/0417" in page


@pytest.mark.parametrize("code", ALL)
def test_a_sheet_without_answers_is_the_blank_form(code: SheetCode) -> None:
    read = printed(code, blank(code))
    assert GROUPED in read.text
    assert "none" not in read.text


ROWS = {SheetCode.APL01: 8, SheetCode.APL02: 6, SheetCode.AK02: 10, SheetCode.AK05: 16, SheetCode.ATTENDANCE: 20}


@pytest.mark.parametrize("code", ROWS)
def test_an_empty_form_of_no_scheme_has_rows_to_write_in(code: SheetCode) -> None:
    text = printed(code, {"lsp": dict(LSP), "scheme": None}).text
    if code == SheetCode.APL02:
        assert text.count("Elemen:") == ROWS[code]
    else:
        assert re.search(rf"\b{ROWS[code]}\.", text)
    assert "☑" not in text


def test_an_empty_agreement_has_every_statement() -> None:
    assert "hak dan prosedur banding asesmen dari asesor" in printed(SheetCode.AK01, blank(SheetCode.AK01)).text


ENDS = {
    SheetCode.IA02: "Skenario Tugas Praktik Demonstrasi",
    SheetCode.IA03: "Tanggapan: Mengatur jeda kerja.",
    SheetCode.IA04A: "Umpan balik untuk Asesi:",
    SheetCode.IA08: "Bukti tambahan diperlukan",
    SheetCode.IA09: "Daftar Pertanyaan Wawancara",
    SheetCode.AK05: "Saran Perbaikan",
    SheetCode.ATTENDANCE: "Asesi Rekaan Nomor 36",
}
"""What stands with the signatures on the last page."""


@pytest.mark.parametrize("code", ENDS)
def test_signatures_do_not_stand_alone_on_a_page(code: SheetCode) -> None:
    read = printed(code, content(code))
    assert len(read.pages) > 1
    assert ENDS[code] in read.pages[-1]


@pytest.mark.parametrize(
    ("code", "grows", "sentence"),
    [
        (SheetCode.ASSIGNMENT_LETTER, "duties", "Demikian surat tugas ini dibuat"),
        (SheetCode.COMMITTEE_LETTER, "duties", "Demikian surat tugas ini dibuat"),
        (SheetCode.INVITATION, "bring", "Atas perhatian dan kehadiran Saudara"),
        (SheetCode.DECREE, "recalling", "Keputusan ini berlaku sejak tanggal ditetapkan."),
    ],
)
def test_the_last_sentence_of_a_letter_stays_with_its_signature(code: SheetCode, grows: str, sentence: str) -> None:
    turned = set()
    for lines in range(4, 44, 3):
        filled = content(code)
        assert grows in filled
        filled[grows] = [f"Baris rekaan nomor {number}." for number in range(lines)]
        pages = printed(code, filled).pages
        signed = next(place for place, page in enumerate(pages) if "Surya Andaian" in page)
        assert sentence in pages[signed]
        turned.add(signed)
    assert turned == {0, 1}


@pytest.mark.parametrize("code", ALL)
def test_a_pdf_says_that_it_is_accessible_and_for_archives(code: SheetCode) -> None:
    pdf = compile_record(code, whole(code, content(code)))
    for claim in (b"pdfaid:part>3<", b"pdfaid:conformance>A<", b"pdfuaid:part>1<"):
        assert claim in pdf
    document = Read(pdf).pdf
    assert pdfium.FPDFCatalog_IsTagged(document)
    tags = set(_tags(document))
    assert "H1" in tags
    assert tags & {"Table", "L", "P"}


def _tags(document: pypdfium2.PdfDocument) -> Iterator[str]:
    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        roots = pdfium.FPDF_StructTree_CountChildren(tree)
        queue = [pdfium.FPDF_StructTree_GetChildAtIndex(tree, index) for index in range(roots)]
        while queue:
            element = queue.pop()
            size = pdfium.FPDF_StructElement_GetType(element, None, 0)
            buffer = ctypes.create_string_buffer(size)
            pdfium.FPDF_StructElement_GetType(element, buffer, size)
            yield buffer.raw.decode("utf-16-le").rstrip("\0")
            for index in range(pdfium.FPDF_StructElement_CountChildren(element)):
                child = pdfium.FPDF_StructElement_GetChildAtIndex(element, index)
                if child:
                    queue.append(child)
        pdfium.FPDF_StructTree_Close(tree)


@pytest.mark.parametrize("code", ALL)
def test_the_same_record_is_the_same_file(code: SheetCode, monkeypatch: pytest.MonkeyPatch) -> None:
    first = compile_record(code, whole(code, content(code)))
    monkeypatch.setattr(render, "_compilers", {})
    assert compile_record(code, whole(code, content(code))) == first


@pytest.mark.parametrize("name", ['#panic("x") *bold* <b> $x$ @y \\ /', "Ñuñez Żółć Đặng Lâm", "=Rumus(1) _a_ `b`"])
def test_a_name_is_printed_as_it_is_written(name: str) -> None:
    filled = content(SheetCode.APL01)
    filled["applicant"]["name"] = name
    assert name in printed(SheetCode.APL01, filled).text


def test_a_name_in_arabic_script_is_printed() -> None:
    filled = content(SheetCode.RESULT_LETTER)
    filled["recipient"]["name"] = "محمد Contoh"
    assert set("محمد") <= set(printed(SheetCode.RESULT_LETTER, filled).text)


def test_a_letter_no_font_has_is_named_with_its_field() -> None:
    filled = content(SheetCode.APL01)
    filled["applicant"]["name"] = "Sari 漢字 Contoh"
    with pytest.raises(RenderError) as error:
        compile_record(SheetCode.APL01, whole(SheetCode.APL01, filled))
    assert "漢 (U+6F22), 字 (U+5B57) pada applicant.name" in str(error.value)


@pytest.mark.parametrize("code", ALL)
def test_no_text_runs_out_of_the_page(code: SheetCode) -> None:
    """Long names, long file names and e-mail addresses break."""
    stays_on_its_pages(printed(code, content(code)))


def stays_on_its_pages(read: Read) -> None:
    """Nothing is wider than its page less 7 mm."""
    margin = 7 / 25.4 * 72
    for page in read.pdf:
        text = page.get_textpage()
        width, height = page.get_size()
        for index in range(text.count_rects()):
            left, bottom, right, top = text.get_rect(index)
            assert left >= margin
            assert right <= width - margin
            assert bottom >= margin
            assert top <= height - margin


@pytest.mark.parametrize("code", ALL)
def test_no_text_lies_on_another(code: SheetCode) -> None:
    for page in printed(code, content(code)).pdf:
        text = page.get_textpage()
        rects = [text.get_rect(index) for index in range(text.count_rects())]
        for place, (left, bottom, right, top) in enumerate(rects):
            for other_left, other_bottom, other_right, other_top in rects[place + 1 :]:
                wide = min(right, other_right) - max(left, other_left)
                high = min(top, other_top) - max(bottom, other_bottom)
                assert wide <= 2 or high <= 0.1 * min(top - bottom, other_top - other_bottom)


LISTS = [
    SheetCode.ASSIGNMENT_LETTER,
    SheetCode.COMMITTEE_LETTER,
    SheetCode.INVITATION,
    SheetCode.ATTENDANCE,
    SheetCode.EVENT_MINUTES,
    SheetCode.MINUTES,
    SheetCode.DECREE,
]


@pytest.mark.parametrize("code", LISTS)
def test_a_list_of_36_keeps_everybody_once_and_in_order(code: SheetCode) -> None:
    text = printed(code, content(code)).text
    numbers = [int(found) for found in re.findall(r"2026/(\d{4})\b", text)]
    listed = [number for number in numbers if number <= 36]
    assert listed == list(range(1, 37))
    assert LONG_NAME in text


def test_a_version_says_so_in_the_footer() -> None:
    assert "Versi 2" in printed(SheetCode.APL01, content(SheetCode.APL01), version=2).text
    assert "Versi" not in printed(SheetCode.APL01, content(SheetCode.APL01)).text


def test_a_letter_of_a_competent_asesi_names_the_certificate_and_asks_for_nothing() -> None:
    filled = content(SheetCode.RESULT_LETTER)
    filled |= {"reasons": [], "units_open": [], "follow_up": [], "appeal": None}
    filled["decision"]["result"] = "K"
    filled["certificate"] = {"number": "99999 2622 5 0000417 2026", "until": "30 November 2029"}
    text = printed(SheetCode.RESULT_LETTER, filled).text
    assert "Anda dinyatakan KOMPETEN" in text
    assert "99999 2622 5 0000417 2026 dan berlaku sampai dengan 30 November 2029" in text
    assert not re.search("Alasan|Tindak lanjut|banding", text)


def test_a_decree_prints_the_sentences_of_its_record_when_it_has_its_own() -> None:
    filled = content(SheetCode.DECREE)
    filled |= {"considering": ["bahwa pertimbangan rekaan;"], "decisions": ["Satu.", "Dua."], "noticing": ["Berita."]}
    text = printed(SheetCode.DECREE, filled).text
    assert "Menimbang : bahwa pertimbangan rekaan;" in text
    assert "KESATU : Satu. KEDUA : Dua." in text
    assert "berhak mengajukan banding" not in text


def test_minutes_of_several_schemes_leave_the_scheme_to_the_table() -> None:
    filled = content(SheetCode.MINUTES)
    filled["scheme"] = None
    assert "untuk skema sertifikasi yang disebut pada tabel" in printed(SheetCode.MINUTES, filled).text


def test_the_credential_travels_inside_the_certificate() -> None:
    document = printed(SheetCode.CERTIFICATE, content(SheetCode.CERTIFICATE)).pdf
    names = [document.get_attachment(index).get_name() for index in range(document.count_attachments())]
    assert names == ["kredensial.json"]
    assert bytes(document.get_attachment(0).get_data()) == b'{"contoh":true}'


def test_a_certificate_on_security_paper_prints_no_border_of_its_own() -> None:
    filled = content(SheetCode.CERTIFICATE)
    plain = compile_record(SheetCode.CERTIFICATE, whole(SheetCode.CERTIFICATE, filled))
    filled["paper"] = "blanko"
    blanko = compile_record(SheetCode.CERTIFICATE, whole(SheetCode.CERTIFICATE, filled))
    assert len(blanko) < len(plain)
    assert "Lembaga Sertifikasi Profesi Contoh" not in Read(blanko).pages[0]


def test_the_qr_on_the_certificate_is_the_one_of_its_address() -> None:
    """Module by module, as a scanner sees the printed page: a QR that reads as the same matrix reads the same."""
    filled = content(SheetCode.CERTIFICATE)
    page = printed(SheetCode.CERTIFICATE, filled).pdf[0]
    expected = [[bool(module) for module in row] for row in segno.make(filled["verify_url"], error="m").matrix]
    assert _qr(page, left_mm=(27, 61), top_mm=(222, 262), size_mm=25, modules=len(expected)) == expected


def test_the_qr_in_the_foot_of_a_form_is_the_one_of_its_page() -> None:
    record = whole(SheetCode.AK01, content(SheetCode.AK01))
    page = Read(compile_record(SheetCode.AK01, record)).pdf[0]
    address = record["document"]["verify_url"]
    expected = [[bool(module) for module in row] for row in segno.make(address, error="m").matrix]
    assert _qr(page, left_mm=(18, 34), top_mm=(270, 290), size_mm=13, modules=len(expected)) == expected


def _qr(
    page: pypdfium2.PdfPage, *, left_mm: tuple[float, float], top_mm: tuple[float, float], size_mm: float, modules: int
) -> list[list[bool]]:
    """The dark modules of the QR whose upper left corner is the first dark point of a region."""
    dots = 12  # a millimetre
    bitmap = page.render(scale=dots * 25.4 / 72, grayscale=True)
    pixels, stride = bytes(bitmap.buffer), bitmap.stride

    def dark(x: float, y: float) -> bool:
        return bool(pixels[int(y) * stride + int(x)] < 128)

    columns = range(int(left_mm[0] * dots), int(left_mm[1] * dots))
    top = next(y for y in range(int(top_mm[0] * dots), int(top_mm[1] * dots)) if any(dark(x, y) for x in columns))
    left = next(x for x in columns if dark(x, top + 3))
    step = size_mm * dots / modules
    return [
        [dark(left + (column + 0.5) * step, top + (row + 0.5) * step) for column in range(modules)]
        for row in range(modules)
    ]


NO_SHEETS = {"berkas-bukti", "isi-berkas", "pindaian", "slip-masuk", "surat-wali"}
"""Printed, but no record: the contents of a file, a photograph of a paper, a slip, a letter to be signed by hand."""


def test_every_sheet_has_a_template_of_its_own() -> None:
    templates = [kind.template for kind in CATALOGUE.values()]
    assert set(CATALOGUE) == set(SheetCode)
    assert len(set(templates)) == len(templates)
    on_disk = {path.stem for path in render.TEMPLATES.glob("*.typ")}
    assert on_disk == {*templates, "lib", *NO_SHEETS}
