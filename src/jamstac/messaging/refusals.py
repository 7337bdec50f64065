from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "notice.unknown": ("Pesan ini tidak dikenal.", "Pilih pesan dari daftar."),
        "notice.empty": ("Judul dan isi pesan harus ada.", "Isi keduanya, atau kembalikan ke kata-kata bawaan."),
        "notice.unknown_fields": (
            "Pesan menyebut isian yang tidak ada: {fields}.",
            "Pakai hanya isian yang tercantum di bawah kotak, ditulis dengan kurung kurawal.",
        ),
        "whatsapp.phone_number_id": (
            "ID nomor telepon WhatsApp terdiri atas angka.",
            "Salin Phone number ID dari WhatsApp Manager, bukan nomor teleponnya.",
        ),
        "whatsapp.no_template": (
            "Nama templat belum diisi.",
            "Tulis nama templat yang sudah disetujui, dengan tiga isian teks pada badannya.",
        ),
        "whatsapp.no_token": ("Token akses belum diisi.", "Tempel token akses tetap dari aplikasi Anda di Meta."),
        "whatsapp.no_app_secret": (
            "Rahasia aplikasi belum diisi.",
            "Tempel App secret: tanpa itu kabar sampai atau dibaca tidak dapat dipercaya.",
        ),
        "channel.no_phone": (
            "LSP belum mengetahui nomor ponsel Anda.",
            "Isi nomor ponsel pada data diri, lalu pilih WhatsApp lagi.",
        ),
        "channel.no_whatsapp": (
            "LSP ini belum mengirim kabar lewat WhatsApp.",
            "Pakai surel, atau baca pesan di halaman ini.",
        ),
    }
)
