"""The register of parameters: what each key is, why it is asked, what the sources say. No value lives here:
a key without a value of the LSP is unset, and unset refuses (requirements.md §6)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Key:
    """`proposal` is what the sources suggest, shown as a hint and never used by itself."""

    key: str
    label: str
    unit: str
    why: str
    source: str
    proposal: str = ""
    minimum: int = 1
    maximum: int = 3650
    only_warns: bool = False


KEYS = {
    key.key: key
    for key in [
        Key(
            "pleno_quorum",
            "Kuorum pleno",
            "anggota",
            "Jumlah anggota komite hadir, tanpa yang tidak ikut, untuk memutus satu berkas.",
            "ISO/IEC 17024 9.4; usulan",
            "3",
            2,
            15,
        ),
        Key(
            "training_conflict_window",
            "Jendela konflik pelatihan",
            "bulan",
            "Selama ini setelah melatih asesi, seseorang tidak ikut memutus.",
            "ISO/IEC 17024:2012 5.2.3 e",
            "24",
            1,
            120,
        ),
        Key(
            "appeal_submit_window",
            "Batas mengajukan banding",
            "hari kerja",
            "Tercantum pada surat hasil; dihitung sejak surat hasil.",
            "Berbeda antarsumber (1 hari; 14 hari kerja)",
            "14",
            1,
            90,
        ),
        Key(
            "assessor_daily_load",
            "Beban asesor per hari",
            "asesi",
            "Jadwal yang melewatinya ditolak, kecuali dua orang mengecualikannya; tanpa nilai hanya diperingatkan.",
            "Tidak ada angka nasional",
            "10",
            1,
            60,
            only_warns=True,
        ),
        Key(
            "review_reminder",
            "Pengingat tinjauan permohonan",
            "hari",
            "Permohonan yang menunggu lebih lama ditandai pada daftar kerja.",
            "Usulan",
            "3",
            1,
            30,
            only_warns=True,
        ),
        Key(
            "slip_validity",
            "Masa berlaku slip masuk",
            "hari",
            "Setelah itu kode sekali pakai bagi asesi tanpa surel tidak membuka apa pun, dan slip diterbitkan ulang.",
            "Usulan",
            "14",
            1,
            60,
        ),
        Key(
            "report_deadline",
            "Batas laporan asesor (FR.AK.05)",
            "hari kerja",
            "Dihitung sejak hari jadwal; laporan yang lewat ditandai pada daftar kerja.",
            "Berbeda antarsumber (3 atau 5 hari kerja; 2 hari kalender)",
            "5",
            1,
            30,
            only_warns=True,
        ),
        Key(
            "small_group",
            "Kelompok terkecil yang ditampilkan",
            "jawaban",
            "Ringkasan umpan balik dari jawaban yang lebih sedikit tidak ditampilkan, agar tidak menunjuk orangnya.",
            "Praktik umum publikasi statistik; usulan",
            "5",
            2,
            50,
            only_warns=True,
        ),
        Key(
            "appeal_decide_target",
            "Batas memutus banding",
            "hari kerja",
            "Dihitung sejak banding diterima; tercantum pada halaman banding.",
            "Berbeda antarsumber; usulan",
            "14",
            1,
            90,
            only_warns=True,
        ),
        Key(
            "third_party_validity",
            "Masa tautan pihak ketiga",
            "hari",
            "Selama ini pihak ketiga dapat mengisi FR.IA.10 lewat tautan yang dikirim asesor.",
            "Usulan",
            "7",
            1,
            60,
        ),
        Key(
            "quiet_from",
            "Jam tenang mulai",
            "jam (0–23)",
            "Sejak jam ini surel dan WhatsApp yang tidak mendesak menunggu sampai pagi.",
            "Usulan",
            "21",
            0,
            23,
            only_warns=True,
        ),
        Key(
            "quiet_until",
            "Jam tenang selesai",
            "jam (0–23)",
            "Pada jam ini pesan yang menunggu dikirim.",
            "Usulan",
            "6",
            0,
            23,
            only_warns=True,
        ),
        Key(
            "assessor_lapse_reminder",
            "Pengingat habis masa asesor",
            "hari",
            "Sertifikat dan kewenangan asesor yang berakhir lebih dekat dari ini ditandai pada daftar asesor.",
            "Usulan",
            "90",
            1,
            365,
            only_warns=True,
        ),
        Key(
            "late_after",
            "Batas terlambat hadir",
            "menit",
            "Sesudah mulai; yang tiba kemudian dicatat terlambat. Tanpa nilai tidak ada yang terlambat.",
            "Tata tertib LSP; usulan",
            "15",
            1,
            240,
            only_warns=True,
        ),
        Key(
            "guardian_link_validity",
            "Masa berlaku tautan wali",
            "hari",
            "Setelah itu tautan persetujuan wali tidak membuka apa pun, dan pemohon membuat yang baru.",
            "Usulan",
            "7",
            1,
            60,
        ),
        Key(
            "reassessment_wait",
            "Masa tunggu asesmen ulang",
            "hari",
            "Selama ini setelah keputusan Belum Kompeten asesi belum dapat mengajukan asesmen ulang, juga tidak "
            "permohonan baru untuk seluruh skema.",
            "Praktik LSP berbeda-beda",
            "14",
            0,
            365,
        ),
        Key(
            "reassessment_max",
            "Batas asesmen ulang",
            "kali",
            "Setelah sekian kali, asesi mengajukan permohonan baru untuk seluruh skema.",
            "Praktik LSP berbeda-beda",
            "2",
            0,
            10,
        ),
    ]
}
