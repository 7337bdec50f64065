from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "venue.not_verified": (
            "TUK ini tidak terverifikasi untuk skema ini pada {day}.",
            "Minta verifikator TUK memeriksanya untuk skema ini, atau pilih TUK lain.",
        ),
        "venue.not_verified_for_event": (
            "TUK sewaktu dan TUK tempat kerja harus diverifikasi untuk jadwal ini; itu belum dilakukan.",
            "Direktur menandatangani surat tugas verifikator, lalu verifikator memeriksa TUK dan mencatat hasilnya.",
        ),
        "venue.known": (
            "Kode TUK ini sudah dipakai.",
            "Buka TUK yang sudah ada, atau pakai kode lain.",
        ),
        "verification.in_future": (
            "Tanggal verifikasi belum tiba.",
            "Catat verifikasi setelah pemeriksaan dilakukan.",
        ),
        "verification.period": (
            "Masa berlaku verifikasi berakhir sebelum tanggal verifikasi.",
            "Perbaiki tanggal berakhirnya.",
        ),
        "verification.no_findings": (
            "TUK dinyatakan tidak layak, tetapi kekurangannya belum ditulis.",
            "Tulis apa yang harus dilengkapi TUK.",
        ),
    }
)
