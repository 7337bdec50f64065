from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "appointment.never_decides": (
            "Pemegang fungsi TUK, mitra, kontraktor, atau admin sistem tidak boleh memegang hak keputusan.",
            "Akhiri dulu pengangkatan yang bertentangan, atau pilih orang lain.",
        ),
        "appointment.period": (
            "Pengangkatan berakhir sebelum dimulai.",
            "Perbaiki tanggal mulai atau tanggal berakhir.",
        ),
        "appointment.made_longer": (
            "Pengangkatan tidak diperpanjang dengan mengakhirinya.",
            "Pilih hari terakhir paling lambat hari berakhirnya, atau terbitkan SK pengangkatan baru.",
        ),
        "appointment.ended_already": (
            "Pengangkatan ini sudah berakhir.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "slip.holds_function": (
            "Orang ini pernah memegang fungsi di LSP, jadi akunnya tidak dibuka dengan slip.",
            "Minta yang bersangkutan memakai surel dan kata sandinya, atau Lupa kata sandi.",
        ),
        "slip.has_email": (
            "Akun orang ini mempunyai surel, jadi tidak dibuka dengan slip.",
            "Minta yang bersangkutan memakai Lupa kata sandi pada halaman masuk.",
        ),
        "slip.shared_account": (
            "Akun orang ini juga dipakai di LSP lain, jadi tidak dibuka dengan slip dari satu LSP.",
            "Minta yang bersangkutan masuk dengan kata sandinya, lalu menambahkan surel pada akunnya.",
        ),
        "slip.not_identified": (
            "NIK dan nomor ponsel orang ini belum dicatat, padahal salah satunya ditanya bersama kode slip.",
            "Lengkapi NIK atau nomor ponsel, misalnya dengan mengimpor daftar yang memuatnya.",
        ),
        "slip.used": (
            "Slip ini sudah dipakai. Satu slip hanya untuk satu kali masuk.",
            "Masuk dengan NIK atau nomor ponsel dan kata sandi Anda. Bila lupa, minta slip baru kepada LSP.",
        ),
        "slip.revoked": (
            "Slip ini tidak berlaku lagi karena LSP sudah menerbitkan slip yang lebih baru untuk Anda.",
            "Pakai slip yang terbaru, atau minta slip baru kepada LSP.",
        ),
        "slip.expired": (
            "Masa berlaku slip ini sudah habis.",
            "Minta slip baru kepada LSP.",
        ),
        "person.nik_known": (
            "NIK ini sudah terdaftar atas orang lain di LSP ini.",
            "Periksa NIK; bila benar, hubungi admin LSP.",
        ),
    }
)
