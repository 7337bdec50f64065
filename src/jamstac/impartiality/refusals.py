from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "pair.trainer": (
            "{count} pasangan: asesor pernah melatih asesinya dalam jendela konflik pelatihan.",
            "Pilih asesor lain, atau catat pengecualian HR-03 dengan dokumen bahwa ketidakberpihakan terjaga.",
        ),
        "pair.close": (
            "{count} pasangan: asesor keluarga, atasan atau bawahan langsung, atau pengajar asesi sekarang.",
            "Pilih asesor lain; tidak ada pengecualian untuk hubungan ini.",
        ),
        "pair.undeclared": (
            "{count} pasangan asesor dan asesi jadwal ini belum dinyatakan hubungannya.",
            "Setiap asesor jadwal ini mengisi pernyataan hubungan dari halaman tugasnya.",
        ),
        "pair.conflict_open": (
            "{count} benturan kepentingan pada jadwal ini belum ditetapkan penanganannya.",
            "Manajer sertifikasi mengusulkan penanganan pada halaman Ketidakberpihakan, manajer mutu mengesahkannya.",
        ),
        "pair.replaced": (
            "{count} pasangan sudah ditetapkan harus berganti asesor.",
            "Manajer sertifikasi mengganti asesornya.",
        ),
        "declaration.not_assigned": (
            "Anda bukan asesor jadwal ini.",
            "Pernyataan hubungan diisi asesor yang ditempatkan pada jadwal ini.",
        ),
        "declaration.not_candidate": (
            "Ada jawaban tentang orang yang bukan asesi jadwal ini.",
            "Muat ulang halaman; daftar asesi sudah berubah.",
        ),
        "declaration.unanswered": (
            "{count} asesi belum dijawab.",
            "Pilih ada atau tidak ada hubungan untuk setiap asesi.",
        ),
        "declaration.unexplained": (
            "{count} hubungan belum disebut jenisnya, atau belum dijelaskan.",
            "Pilih jenis hubungan; untuk kepentingan lain, tulis penjelasannya.",
        ),
        "declaration.taken_back": (
            "{count} hubungan sudah Anda nyatakan sebelumnya dan tidak ditarik kembali.",
            "Biarkan seperti semula; penanganannya ditetapkan manajer sertifikasi dan manajer mutu.",
        ),
        "conflict.lapsed": (
            "Pasangan ini tidak ada lagi pada jadwalnya.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "conflict.confirmed_before": (
            "Penanganan benturan ini sudah disahkan.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "conflict.no_disposition": (
            "Penanganan belum dipilih.",
            "Pilih salah satu penanganan.",
        ),
        "conflict.no_reason": (
            "Alasannya belum ditulis.",
            "Tulis alasan, dan pengamannya bila pasangan ini diteruskan.",
        ),
        "conflict.close_passes_never": (
            "Keluarga, atasan, bawahan langsung, dan pengajar asesi sekarang tidak menjadi asesornya.",
            "Pilih ganti asesor. Bila datanya salah, akhiri dulu hubungan yang tercatat.",
        ),
        "conflict.own_proposal": (
            "Anda sendiri yang mengusulkan penanganan ini.",
            "Orang kedua yang mengesahkannya.",
        ),
        "conflict.not_proposed": (
            "Penanganan belum diusulkan.",
            "Manajer sertifikasi mengusulkannya lebih dulu.",
        ),
        "conflict.proposal_changed": (
            "Usulannya berubah sejak Anda membukanya.",
            "Baca usulan yang sekarang, lalu sahkan atau kembalikan.",
        ),
        "relation.ended_already": (
            "Hubungan ini sudah berakhir.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "relation.period": (
            "Hubungan berakhir sebelum dimulai.",
            "Pilih hari terakhir sesudah hubungan itu dimulai.",
        ),
        "relation.no_reason": (
            "Alasan berakhirnya belum ditulis.",
            "Tulis mengapa hubungan ini tidak berlaku lagi.",
        ),
    }
)
