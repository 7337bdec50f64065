from jamstac.ledger.wording import register_events, register_inner

register_events(
    {
        "conflict.found": "Benturan kepentingan dicatat",
        "conflict.revived": "Benturan kepentingan berlaku lagi bersama pasangannya",
        "conflict.lapsed": "Benturan kepentingan gugur: pasangannya tidak ada lagi",
        "conflict.disposition_proposed": "Penanganan benturan diusulkan",
        "conflict.disposition_confirmed": "Penanganan benturan disahkan",
        "conflict.disposition_returned": "Usulan penanganan benturan dikembalikan",
        "relation.ended": "Hubungan antarorang diakhiri",
    }
)
register_inner(
    "conflict.found",
    "conflict.revived",
    "conflict.lapsed",
    "conflict.disposition_proposed",
    "conflict.disposition_confirmed",
    "conflict.disposition_returned",
)
