from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "price.backwards": (
            "Perubahan biaya tidak berlaku surut.",
            "Pilih hari ini atau hari sesudahnya.",
        ),
        "price.before_the_last": (
            "Biaya yang tercatat terakhir mulai berlaku lebih lambat daripada tanggal ini.",
            "Pilih tanggal yang sama atau sesudahnya.",
        ),
        "price.no_source": (
            "Dasar penetapan biaya belum ditulis.",
            "Tulis SK yang menetapkan tarif ini.",
        ),
    }
)
