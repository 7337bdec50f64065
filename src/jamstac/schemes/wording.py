from jamstac.ledger.wording import register_events

register_events(
    {
        "scheme.drafted": "Rancangan skema disusun",
        "scheme.version_drafted": "Versi baru skema disusun",
        "scheme.draft_changed": "Rancangan skema diubah",
        "scheme.loaded": "Skema dimuat dari berkas",
        "scheme.approved": "Skema disahkan",
        "scheme.retired": "Masa berlaku skema diakhiri",
    }
)
