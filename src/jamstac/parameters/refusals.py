from jamstac.kernel.verdicts import register_refusals

register_refusals(
    {
        "parameter.unset": (
            "Parameter “{label}” belum ditetapkan LSP.",
            "Direktur, manajer mutu, atau manajer sertifikasi menetapkannya di Pengaturan, Parameter, "
            "beserta dokumen sumbernya.",
        ),
        "parameter.backwards": (
            "Perubahan parameter tidak berlaku surut.",
            "Pilih hari ini atau hari sesudahnya.",
        ),
        "parameter.no_source": (
            "Alasan atau dokumen sumber belum ditulis.",
            "Tulis alasan dan judul dokumen yang menetapkannya.",
        ),
        "parameter.value": (
            "Nilai harus bilangan bulat antara {minimum} dan {maximum}.",
            "Perbaiki nilainya.",
        ),
    }
)
