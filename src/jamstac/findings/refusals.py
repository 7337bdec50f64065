from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "waiver.not_possible": (
            "Aturan {rule} tidak mengenal pengecualian untuk catatan ini.",
            "Penuhi aturannya.",
        ),
        "waiver.open_already": (
            "Pengecualian aturan {rule} untuk catatan ini sudah berlaku atau sudah diminta.",
            "Buka daftar pengecualian.",
        ),
        "waiver.no_reason": (
            "Alasan pengecualian belum ditulis.",
            "Tulis mengapa aturan ini dikecualikan dan bagaimana mutunya tetap terjaga.",
        ),
        "waiver.ends_in_past": (
            "Hari berakhirnya pengecualian sudah lewat.",
            "Pilih hari ini atau hari sesudahnya.",
        ),
        "waiver.no_document": (
            "Pengecualian ini bersandar pada dokumen bertanggal, tetapi dokumennya belum lengkap.",
            "Isi nomor dan tanggal dokumen, lalu unggah berkasnya.",
        ),
        "waiver.in_force_already": (
            "Pengecualian ini sudah berlaku.",
            "Tidak ada yang perlu dikerjakan.",
        ),
        "waiver.withdrawn": (
            "Pengecualian ini sudah dicabut.",
            "Minta pengecualian baru bila masih diperlukan.",
        ),
        "waiver.over": (
            "Masa pengecualian ini sudah berakhir.",
            "Minta pengecualian baru bila masih diperlukan.",
        ),
        "waiver.same_person": (
            "Pengecualian ini Anda sendiri yang meminta.",
            "Orang kedua yang menyetujuinya.",
        ),
        "waiver.no_quality_manager": (
            "Pengecualian diberikan dua orang, satu di antaranya manajer mutu; di sini belum ada manajer mutu.",
            "Serahkan kepada manajer mutu.",
        ),
    }
)
