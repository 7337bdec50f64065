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
            "Surat tugas jadwal ini sudah ditandatangani, sehingga asesi tidak dikeluarkan begitu saja.",
            "Keluarkan asesi dengan alasan pada bagian Ubah rencana; surat tugas baru menyusul.",
        ),
        "letter.signed": (
            "Surat tugas jadwal ini sudah ditandatangani dan masih berlaku.",
            "Bila rencananya berubah, catat perubahannya lebih dulu; surat tugas baru menyusul.",
        ),
        "change.begun": (
            "{count} asesmen yang terkena perubahan ini sudah dibuka.",
            "Yang belum dibuka masih dapat diubah. Yang dibuka dan belum direkomendasikan: Lepaskan asesmen dulu.",
        ),
        "change.no_reason": (
            "Alasan perubahan belum ditulis.",
            "Tulis mengapa rencana berubah; alasannya diberitahukan kepada yang terkena.",
        ),
        "change.nothing": (
            "Tidak ada yang berubah.",
            "Pilih tanggal, jam, TUK, atau asesor yang lain.",
        ),
        "change.not_theirs": (
            "Asesor yang diganti tidak memegang asesi itu dalam jadwal ini.",
            "Muat ulang halaman; pembagian asesi sudah berubah.",
        ),
        "lead.not_here": (
            "Lead asesor dipilih dari asesor jadwal ini.",
            "Masukkan asesinya lebih dulu, lalu pilih salah satu asesornya.",
        ),
        "booking.venue_taken": (
            "TUK ini sudah dipakai jadwal lain pada waktu yang sama.",
            "Pilih jam, tanggal, atau TUK lain.",
        ),
        "booking.venue_full": (
            "TUK ini menampung {capacity} asesi per hari; pada hari itu menjadi {count}.",
            "Kurangi asesinya, atau pilih TUK atau hari lain.",
        ),
        "booking.assessor_taken": (
            "{count} asesor sudah bertugas di jadwal lain pada waktu yang sama.",
            "Pilih asesor atau waktu lain.",
        ),
        "booking.candidate_taken": (
            "{count} asesi sudah berada di jadwal lain pada waktu yang sama.",
            "Pilih waktu lain untuk asesi itu.",
        ),
        "booking.unavailable": (
            "Asesor atau asesi ini tidak tersedia pada waktu itu.",
            "Pilih waktu atau orang lain.",
        ),
        "booking.load": (
            "Beban asesor pada hari itu menjadi {count} asesi; batas LSP {limit}.",
            "Bagi kepada asesor lain, pilih hari lain, atau minta pengecualian dua orang.",
        ),
        "verifier.not_appointed": (
            "Orang yang dipilih bukan verifikator TUK pada {day}.",
            "Pilih verifikator TUK dengan SK yang berlaku.",
        ),
        "verifier.bad_day": (
            "Hari pemeriksaan tidak di antara hari ini dan hari asesmen ({day}).",
            "Pilih hari paling lambat pada hari asesmen.",
        ),
        "verifier.letter_signed": (
            "Verifikator ini sudah mempunyai surat tugas untuk TUK dan jadwal ini.",
            "Buka surat tugas yang sudah ada.",
        ),
        "verifier.not_sent": (
            "Surat tugas verifikator untuk TUK dan jadwal ini tidak menyebut nama Anda.",
            "Direktur menandatangani surat tugas verifikator lebih dulu.",
        ),
        "invitation.no_letter": (
            "Surat tugas jadwal ini belum ditandatangani, sehingga asesi belum dapat diundang.",
            "Direktur menandatangani surat tugas lebih dulu.",
        ),
        "invitation.sent": (
            "Undangan untuk surat tugas ini sudah ditandatangani.",
            "Buka undangan yang sudah ada.",
        ),
        "recording.not_agreed": (
            "Asesi belum menyetujui perekaman asesmen jarak jauh.",
            "Asesi menyetujuinya pada halaman Jadwal saya.",
        ),
        "recording.not_remote": (
            "Asesmen ini luring dan tidak direkam.",
            "Tidak ada yang perlu disetujui.",
        ),
        "recording.agreed_before": (
            "Anda sudah menyetujui perekaman.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "feed.open_before": (
            "Alamat kalender Anda sudah ada.",
            "Pakai alamat itu, atau cabut dulu.",
        ),
        "feed.not_own": (
            "Alamat kalender ini milik asesor lain.",
            "Hanya pemiliknya yang mencabutnya.",
        ),
        "feed.revoked": (
            "Alamat kalender ini sudah dicabut.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "event.cancelled": (
            "Jadwal ini sudah dibatalkan.",
            "Susun jadwal baru.",
        ),
        "event.begun": (
            "{count} asesmen pada jadwal ini sudah dibuka.",
            "Selesaikan asesmen yang sudah dibuka, atau lepaskan yang belum direkomendasikan.",
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
        "day.not_checked_in": (
            "Kehadiran asesi ini belum dicatat.",
            "Lihat dokumen identitasnya, lalu catat hadir pada halaman Hari asesmen.",
        ),
        "day.came_before": (
            "Kehadiran asesi ini dicatat untuk tanggal {day}, sebelum jadwalnya diubah.",
            "Lihat dokumen identitasnya lagi, lalu catat hadir untuk hari ini pada halaman Hari asesmen.",
        ),
        "day.not_on_duty": (
            "Anda tidak bertugas pada jadwal ini.",
            "Asesor jadwal ini, admin LSP, atau ketua TUK yang mencatatnya.",
        ),
        "day.no_letter": (
            "Surat tugas jadwal ini belum ada atau tidak berlaku lagi.",
            "Direktur menandatangani surat tugas lebih dulu.",
        ),
        "day.other_day": (
            "Jadwal ini untuk tanggal {day}, bukan hari ini.",
            "Kehadiran dicatat pada harinya.",
        ),
        "day.too_early": (
            "Jadwal ini untuk tanggal {day}, yang belum tiba.",
            "Catat pada harinya.",
        ),
        "day.checked_in_before": (
            "Kehadiran asesi ini sudah dicatat.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "day.arrival_to_come": (
            "Jam tiba belum lewat.",
            "Perbaiki jam tiba.",
        ),
        "day.arrived": (
            "Asesi ini tercatat hadir.",
            "Batalkan dulu catatan hadirnya bila keliru.",
        ),
        "day.no_reason": (
            "Alasan tidak hadir belum ditulis.",
            "Tulis alasannya, atau “tanpa kabar”.",
        ),
        "day.opened": (
            "Asesmen asesi ini sudah dibuka.",
            "Kehadirannya tidak diubah lagi.",
        ),
        "day.nothing_noted": (
            "Kehadiran asesi ini belum dicatat.",
            "Tidak ada yang perlu dibatalkan.",
        ),
        "day.listed": (
            "Kehadiran asesi ini sudah ada pada daftar hadir yang ditandatangani.",
            "Catat yang keliru sebagai insiden; daftar yang ditandatangani tetap.",
        ),
        "day.not_assessor": (
            "Daftar hadir ditutup oleh asesor jadwal ini.",
            "Minta salah satu asesornya.",
        ),
        "day.unnoted": (
            "{count} asesi belum dicatat hadir atau tidak hadir.",
            "Catat setiap asesi lebih dulu.",
        ),
        "day.list_closed": (
            "Daftar hadir sudah ditandatangani.",
            "Versi berikutnya hanya ada bila asesi ditambahkan.",
        ),
        "day.no_part": (
            "Lembar ini ditandatangani asesor jadwal ini dan ketua TUK.",
            "Tidak ada yang perlu Anda kerjakan.",
        ),
        "incident.no_kind": (
            "Jenis insiden belum dipilih.",
            "Pilih salah satu jenis.",
        ),
        "incident.no_description": (
            "Kejadiannya belum ditulis.",
            "Tulis apa yang terjadi, apa adanya.",
        ),
        "incident.before_event": (
            "Waktu kejadian sebelum hari jadwal ini.",
            "Perbaiki waktunya.",
        ),
        "incident.to_come": (
            "Waktu kejadian belum lewat.",
            "Perbaiki waktunya.",
        ),
        "incident.strangers": (
            "{count} asesi yang dipilih tidak ada pada jadwal ini.",
            "Muat ulang halaman dan pilih lagi.",
        ),
        "incident.own_report": (
            "Anda yang melaporkan insiden ini.",
            "Manajer mutu yang lain menutupnya.",
        ),
        "incident.involved": (
            "Anda mengases pada jadwal insiden ini.",
            "Manajer mutu yang tidak terlibat menutupnya.",
        ),
        "incident.closed": (
            "Insiden ini sudah ditutup.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "incident.no_closing": (
            "Tindak lanjut belum ditulis.",
            "Tulis apa yang diperiksa dan apa yang dilakukan.",
        ),
        "incident.undecided": (
            "{count} asesi belum ditentukan akibatnya.",
            "Pilih akibat untuk setiap asesi.",
        ),
        "incident.no_reason": (
            "{count} asesi tetap ditahan tanpa alasan.",
            "Tulis mengapa asesi itu tetap ditahan.",
        ),
        "incident.still_open": (
            "Insiden ini belum ditutup.",
            "Tutup insidennya lebih dulu.",
        ),
        "incident.not_held": (
            "Asesi ini tidak ditahan lagi.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "incident.no_clearing_reason": (
            "Alasan pelepasan belum ditulis.",
            "Tulis mengapa asesi ini tidak perlu ditahan lagi.",
        ),
        "photo.no_picture": (
            "Berkas ini bukan foto.",
            "Pilih foto JPG atau PNG.",
        ),
        "photo.no_caption": (
            "Keterangan foto belum ditulis.",
            "Tulis apa yang terlihat.",
        ),
        "photo.before_event": (
            "Foto ini diambil sebelum hari jadwal.",
            "Pilih foto dari harinya, atau perbaiki waktunya.",
        ),
        "photo.to_come": (
            "Waktu foto belum lewat.",
            "Perbaiki waktunya.",
        ),
        "photo.no_place": (
            "Koordinat foto tidak lengkap atau tidak mungkin.",
            "Isi lintang dan bujur, atau kosongkan keduanya.",
        ),
        "photo.strangers": (
            "{count} asesi yang dipilih tidak ada pada jadwal ini.",
            "Muat ulang halaman dan pilih lagi.",
        ),
        "photo.no_consent": (
            "{count} asesi pada foto tidak menyetujui foto dan video.",
            "Pilih foto lain, tanpa asesi itu.",
        ),
        "card.none_due": (
            "Setiap asesi sudah mempunyai kartu peserta untuk surat tugas ini.",
            "Tidak ada yang perlu dikerjakan.",
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
        "withdrawal.is_absence": (
            "Asesi yang tidak datang dicatat pada daftar hadir, bukan dikeluarkan dari jadwal.",
            "Catat tidak hadir pada halaman hari asesmen.",
        ),
        "assignment.other_day": (
            "Surat tugas berlaku untuk tanggal {day}, bukan hari ini.",
            "Mulai asesmen pada tanggal surat tugas.",
        ),
        "candidate.needs_undecided": (
            "{count} kebutuhan khusus asesi belum diputus.",
            "Manajer sertifikasi memutusnya pada halaman Kebutuhan khusus permohonan ini.",
        ),
    }
)
