from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "event.day_past": (
            "Tanggal jadwal ({day}) sudah lewat.",
            "Pilih hari ini atau hari sesudahnya.",
        ),
        "event.ends_before_start": (
            "Jam selesai tidak sesudah jam mulai.",
            "Perbaiki jam mulai atau jam selesai.",
        ),
        "event.letter_signed": (
            "Surat tugas jadwal ini sudah ditandatangani, sehingga asesi dan asesornya tetap.",
            "Bila harus berubah, batalkan jadwal ini lalu susun jadwal baru.",
        ),
        "event.cancelled": (
            "Jadwal ini sudah dibatalkan.",
            "Susun jadwal baru.",
        ),
        "event.begun": (
            "{count} asesmen pada jadwal ini sudah dibuka.",
            "Selesaikan asesmen yang sudah dibuka; jadwal ini tidak bisa dibatalkan lagi.",
        ),
        "event.no_reason": (
            "Alasan pembatalan belum ditulis.",
            "Tulis mengapa jadwal ini dibatalkan.",
        ),
        "candidate.not_accepted": (
            "Permohonan belum diterima, sehingga pemohon belum menjadi asesi.",
            "Admin LSP menyelesaikan peninjauan permohonan lebih dulu.",
        ),
        "candidate.other_scheme": (
            "Permohonan ini untuk skema atau versi skema lain.",
            "Pilih jadwal dengan skema yang dimohon.",
        ),
        "candidate.in_an_event": (
            "Asesi ini sudah berada dalam sebuah jadwal.",
            "Keluarkan dulu dari jadwal itu, atau batalkan jadwal itu.",
        ),
        "candidate.own_assessor": (
            "Asesor yang dipilih adalah asesi itu sendiri.",
            "Pilih asesor lain.",
        ),
        "candidate.not_in_event": (
            "Asesi ini tidak ada dalam jadwal ini.",
            "Muat ulang halaman; daftar asesi sudah berubah.",
        ),
        "letter.no_candidates": (
            "Jadwal ini belum mempunyai asesi.",
            "Manajer sertifikasi menambahkan asesi beserta asesornya.",
        ),
        "assignment.no_letter": (
            "Surat tugas jadwal ini belum ditandatangani.",
            "Direktur menandatangani surat tugas lebih dulu.",
        ),
        "assignment.other_scheme": (
            "Surat tugas jadwal ini tidak mencakup skema permohonan asesi.",
            "Manajer sertifikasi menyusun jadwal untuk skema itu.",
        ),
        "assignment.other_candidate": (
            "Surat tugas jadwal ini tidak mencakup asesi ini.",
            "Manajer sertifikasi menyusun jadwal yang memuat asesi ini.",
        ),
        "assignment.other_assessor": (
            "Surat tugas menugaskan asesor lain untuk asesi ini.",
            "Serahkan kepada asesor yang ditugaskan.",
        ),
        "assignment.other_day": (
            "Surat tugas berlaku untuk tanggal {day}, bukan hari ini.",
            "Mulai asesmen pada tanggal surat tugas.",
        ),
    }
)
