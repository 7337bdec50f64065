"""Words of the reminders: whose turn it is, what is late, what is near."""

from jamstac.messaging.texts import Notice, register_notices

register_notices(
    {
        "turn.staff": Notice(
            "{count} hal baru menunggu Anda",
            "Di {lsp}:\n{lines}",
            fields=("count", "lsp", "lines"),
        ),
        "turn.overdue": Notice(
            "{count} hal melewati tenggat",
            "Di {lsp}:\n{lines}",
            fields=("count", "lsp", "lines"),
        ),
        "turn.asesi": Notice(
            "Giliran Anda: {act}",
            "{text}\n\nPermohonan {number}, {scheme}.",
            fields=("act", "text", "number", "scheme"),
        ),
        "event.near": Notice(
            "{days} hari lagi: asesmen {scheme}",
            "{date}, pukul {time}, di {venue}, {address}. Bawa dokumen identitas dan bukti asli.",
            fields=("days", "scheme", "date", "time", "venue", "address"),
        ),
        "event.near_assessor": Notice(
            "{days} hari lagi: Anda mengases {count} asesi",
            "Jadwal {number}, {scheme}. {date}, pukul {time}, di {venue}, {address}.",
            fields=("days", "count", "number", "scheme", "date", "time", "venue", "address"),
        ),
    }
)
