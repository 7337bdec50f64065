from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "door.about_oneself": (
            "Berkas ini tentang Anda sendiri. Tidak seorang pun memproses berkasnya sendiri.",
            "Minta orang lain dengan tugas yang sama mengerjakannya.",
        ),
        "door.appointment_ended": (
            "Pengangkatan Anda untuk tugas ini sudah berakhir.",
            "Minta direktur menerbitkan SK pengangkatan baru.",
        ),
        "door.no_role": (
            "Tindakan ini bukan tugas jabatan Anda.",
            "Serahkan kepada pemegang tugas: {needed}.",
        ),
        "door.ledger_broken": (
            "Buku besar LSP ini tidak utuh, sehingga tidak ada tindakan yang bisa dicatat.",
            "Manajer mutu memeriksa buku besar dan menutup alarm dengan penjelasan.",
        ),
        "door.invalid_field": (
            "Isian “{field}” belum benar: {reason}",
            "Perbaiki isian itu, lalu kirim lagi.",
        ),
        "alarm.none_open": (
            "Tidak ada alarm buku besar yang terbuka.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "alarm.no_explanation": (
            "Penjelasan belum ditulis.",
            "Tulis apa yang terjadi pada buku besar dan apa yang sudah dilakukan.",
        ),
    }
)
