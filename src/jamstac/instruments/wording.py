from jamstac.ledger.wording import register_events

register_events(
    {
        "toolset.drafted": "MUK mulai disusun",
        "toolset.plan_saved": "Rencana asesmen (FR.MAPA.01) diubah",
        "toolset.map_saved": "Peta instrumen (FR.MAPA.02) diubah",
        "toolset.instrument_saved": "Instrumen ditulis",
        "toolset.instrument_removed": "Instrumen dihapus",
        "toolset.sent": "MUK dikirim untuk divalidasi",
        "toolset.validated": "MUK divalidasi",
        "toolset.returned": "MUK dikembalikan kepada penyusun",
        "toolset.released": "MUK ditetapkan",
        "toolset.ended": "Masa berlaku MUK diakhiri",
        "validation.recorded": "Validasi asesmen (FR.VA) dicatat",
        "validation.signed": "Validasi asesmen (FR.VA) ditandatangani anggota tim",
    }
)
