from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "batch.no_sponsor": (
            "Orang yang dipilih tidak memegang fungsi Mitra/sponsor hari ini.",
            "Kosongkan pilihan itu, atau minta direktur mengangkatnya dengan SK.",
        ),
        "batch.member_already": (
            "Orang ini sudah ada dalam kelompok.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "batch.member_sent": (
            "Orang ini sudah mengirim permohonannya, jadi tetap tercatat dalam kelompok.",
            "Tinjau permohonannya; bila memang salah, tolak dengan alasan.",
        ),
        "application.data_unchecked": (
            "Data dari sekolah atau sponsor belum Anda periksa.",
            "Buka Data pemohon, baca datanya, lalu nyatakan benar.",
        ),
        "import.empty": (
            "Berkas ini kosong.",
            "Pilih berkas yang berisi daftar asesi.",
        ),
        "import.not_a_list": (
            "Berkas ini bukan lembar kerja.",
            "Simpan daftarnya sebagai .xlsx, .xls, .ods, atau .csv lalu unggah lagi.",
        ),
        "import.unreadable": (
            "Berkas ini tidak bisa dibuka: rusak, atau terkunci kata sandi.",
            "Buka di Excel atau LibreOffice, hapus kata sandinya, simpan ulang, lalu unggah lagi.",
        ),
        "import.unpacked_too_big": (
            "Isi berkas ini terlalu besar untuk sebuah daftar asesi.",
            "Salin daftar asesinya saja ke lembar kerja baru.",
        ),
        "import.too_big": (
            "Berkas lebih besar dari {limit} MB.",
            "Salin daftar asesinya saja, tanpa gambar, ke lembar kerja baru.",
        ),
        "import.no_rows": (
            "Tidak ada baris asesi di bawah judul kolom.",
            "Periksa lembar kerja yang diunggah.",
        ),
        "import.too_many_rows": (
            "Daftar ini memuat {count} baris, lebih dari {limit}.",
            "Bagi menjadi beberapa berkas.",
        ),
    }
)
