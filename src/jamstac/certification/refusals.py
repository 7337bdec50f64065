from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "file.conflict_open": (
            "{count} benturan kepentingan antara asesor dan asesi berkas ini belum diselesaikan.",
            "Manajer sertifikasi dan manajer mutu menetapkan penanganannya pada halaman Ketidakberpihakan.",
        ),
        "file.on_hold": (
            "Berkas ini ditahan karena {count} hal yang belum selesai.",
            "Selesaikan insiden atau pemeriksaan mutunya, lalu lepaskan penahanannya.",
        ),
        "decision.examiner": (
            "{count} orang yang ikut memutus atau menandatangani pernah menguji asesi ini.",
            "Yang bersangkutan menyatakan tidak ikut pada berkas ini; tugas ketua rapat atau direktur dijalankan "
            "orang lain.",
        ),
        "decision.trainer": (
            "{count} orang yang ikut memutus atau menandatangani melatih asesi ini dalam jendela yang ditetapkan LSP.",
            "Yang bersangkutan menyatakan tidak ikut pada berkas ini; tugas ketua rapat atau direktur dijalankan "
            "orang lain.",
        ),
        "decision.assessor_acts": (
            "Anda asesor kasus ini. Asesor merekomendasikan, tidak memutus, menetapkan, atau menerbitkan.",
            "Orang lain dengan tugas yang sama mengerjakannya; berkas dapat ditunda ke rapat dengan ketua lain.",
        ),
        "decision.never_decides": (
            "{count} anggota yang hadir juga memegang fungsi TUK, mitra, kontraktor, atau admin sistem.",
            "Akhiri dulu pengangkatan yang bertentangan, atau adakan rapat tanpa anggota itu.",
        ),
        "decision.not_human": (
            "Keputusan K atau BK selalu dibuat orang, tidak pernah oleh program.",
            "Ketua rapat menuliskan keputusan.",
        ),
        "meeting.not_deciders": (
            "{count} orang yang dipilih bukan anggota komite keputusan pada tanggal rapat.",
            "Pilih hanya anggota komite yang SK pengangkatannya berlaku pada tanggal itu.",
        ),
        "meeting.day_past": (
            "Tanggal rapat {date} sudah lewat. Rapat tidak dibuka surut.",
            "Pilih hari ini atau sesudahnya.",
        ),
        "meeting.chair_not_member": (
            "Ketua rapat harus salah satu anggota yang dipilih.",
            "Pilih ketua dari daftar anggota rapat ini.",
        ),
        "meeting.closed": (
            "Rapat ini sudah ditutup.",
            "Berkas yang belum diputus dibawa ke rapat berikutnya.",
        ),
        "meeting.not_begun": (
            "Rapat ini baru berlangsung pada {date}.",
            "Lakukan pada hari rapat.",
        ),
        "meeting.not_member": (
            "Anda bukan anggota rapat ini.",
            "Hanya anggota yang tercantum pada rapat yang dapat melakukannya.",
        ),
        "meeting.not_chair": (
            "Hanya ketua rapat yang menuliskan keputusan dan menutup rapat.",
            "Serahkan kepada ketua rapat.",
        ),
        "meeting.present_already": (
            "Kehadiran Anda sudah dicatat.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "meeting.no_reason": (
            "Alasan belum ditulis.",
            "Tulis alasannya dengan satu kalimat.",
        ),
        "meeting.undecided": (
            "{count} berkas di meja rapat belum diputus.",
            "Putuskan, atau tunda ke rapat berikutnya dengan alasan.",
        ),
        "meeting.chair_absent": (
            "Ketua rapat belum menyatakan hadir.",
            "Ketua menyatakan hadir lebih dulu.",
        ),
        "file.assessment_open": (
            "Asesmen ini belum ditandatangani asesor dan asesi.",
            "Tunggu sampai asesi menandatangani FR.AK.02.",
        ),
        "file.missing": (
            "Keputusan hanya atas berkas yang lengkap. Belum ada: {sheets}.",
            "Lengkapi lembar itu pada kasusnya.",
        ),
        "file.unsigned": (
            "Belum ditandatangani kedua pihak: {sheets}.",
            "Asesi dan petugas menandatangani lembar itu.",
        ),
        "file.changed": (
            "Isi berkas berubah sejak dibekukan untuk rapat ini.",
            "Tunda berkas ini, lalu ajukan lagi agar dibekukan dengan isi yang baru.",
        ),
        "decision.before_assessment": (
            "Tanggal rapat ({date}) lebih awal daripada asesmennya ({assessed}).",
            "Ajukan berkas ke rapat yang bertanggal sesudah asesmen.",
        ),
        "case.on_a_table": (
            "Berkas ini sudah berada di meja sebuah rapat.",
            "Buka rapat itu, atau tunda berkasnya di sana lebih dulu.",
        ),
        "case.postponed": (
            "Berkas ini sudah ditunda dari rapat ini.",
            "Ajukan lagi ke rapat yang masih berlangsung.",
        ),
        "case.recused_already": (
            "Anda sudah menyatakan tidak ikut pada berkas ini.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "decision.made_already": (
            "Berkas ini sudah diputus. Keputusan tidak diubah.",
            "Muat ulang halaman untuk melihat keputusannya; keberatan asesi diajukan sebagai banding.",
        ),
        "decision.no_quorum": (
            "Kuorum berkas ini belum tercapai: {present} dari {needed} anggota.",
            "Tunggu anggota lain menyatakan hadir, atau tunda berkas ini.",
        ),
        "decision.chair_absent": (
            "Ketua rapat tidak ikut pada berkas ini atau belum menyatakan hadir.",
            "Ketua menyatakan hadir; bila ketua tidak boleh ikut, tunda ke rapat dengan ketua lain.",
        ),
        "decision.units_not_reached": (
            "Skema ini mensyaratkan semua unit kompeten; yang kompeten {reached} dari {needed} unit.",
            "Putuskan Belum Kompeten, atau tunda berkas ini.",
        ),
        "decision.no_reason": (
            "Keputusan ini berbeda dari rekomendasi asesor dan belum beralasan.",
            "Tulis alasan keputusan.",
        ),
        "decision.no_reason_for_candidate": (
            "Asesi berhak tahu mengapa hasilnya Belum Kompeten.",
            "Tulis alasannya; tercetak pada surat hasil.",
        ),
        "minutes.not_written": (
            "Berita acara baru ada setelah ketua menutup rapat.",
            "Ketua rapat menutup rapat lebih dulu.",
        ),
        "minutes.unsigned": (
            "{count} anggota yang hadir belum menandatangani berita acara.",
            "Anggota itu menandatangani pada halaman rapat ini.",
        ),
        "decree.empty": (
            "Rapat ini tidak memutus satu berkas pun, sehingga tidak ada yang ditetapkan.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "decree.signed_already": (
            "SK penetapan rapat ini sudah ditandatangani.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "certificate.not_competent": (
            "Sertifikat hanya terbit dari keputusan Kompeten.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "certificate.no_decree": (
            "SK penetapan untuk keputusan ini belum ditandatangani.",
            "Direktur menandatangani SK lebih dulu.",
        ),
        "certificate.issued_already": (
            "Sertifikat dari keputusan ini sudah terbit.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "certificate.missing_fields": (
            "Isi wajib sertifikat belum lengkap: {fields}.",
            "Lengkapi pada skema, lisensi, atau data orang, lalu terbitkan lagi.",
        ),
        "case.decided_already": (
            "Kasus ini sudah diputus.",
            "Keberatan atas keputusan ditangani sebagai banding; asesmen ulang diajukan asesi.",
        ),
        "case.on_table_now": (
            "Berkas ini ada di meja pleno.",
            "Tunda berkas itu dari pleno dengan alasannya, lalu kembalikan untuk koreksi.",
        ),
        "committee.signed_before": (
            "Surat tugas komite rapat ini sudah ditandatangani.",
            "Buka suratnya di halaman ini.",
        ),
        "committee.too_late": ("Rapat ini sudah lewat atau ditutup.", "Surat tugas ditandatangani sebelum rapat."),
    }
)
