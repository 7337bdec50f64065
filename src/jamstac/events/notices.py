"""Words told to the asesi and asesor of an event."""

from jamstac.messaging.texts import Notice, register_notices

_ABOUT = ("number", "scheme", "date", "time", "venue", "address")
_WHERE = "{date}, pukul {time}, di {venue}, {address}."

register_notices(
    {
        "event.assigned": Notice(
            "Anda ditugaskan mengases {count} asesi pada {date}",
            f"Surat tugas {{letter}} untuk jadwal {{number}}, {{scheme}}. {_WHERE}",
            fields=(*_ABOUT, "letter", "count"),
        ),
        "event.invited": Notice(
            "Undangan asesmen {scheme}",
            f"{_WHERE} Asesor Anda: {{assessor}}. Bawa dokumen identitas dan bukti asli.",
            fields=(*_ABOUT, "assessor"),
        ),
        "event.postponed": Notice(
            "Waktu asesmen berubah: {date}",
            f"Jadwal {{number}}, {{scheme}}, sekarang {_WHERE} Alasan: {{reason}}",
            fields=(*_ABOUT, "reason"),
            urgent=True,
        ),
        "event.venue_moved": Notice(
            "Tempat asesmen berubah: {venue}",
            f"Jadwal {{number}}, {{scheme}}. {_WHERE} Alasan: {{reason}}",
            fields=(*_ABOUT, "reason"),
            urgent=True,
        ),
        "event.cancelled": Notice(
            "Asesmen pada {date} dibatalkan",
            "Jadwal {number}, {scheme}. Alasan: {reason} LSP menyusun jadwal lain dan memberi tahu Anda.",
            fields=(*_ABOUT, "reason"),
            urgent=True,
        ),
        "event.assessor_replaced": Notice(
            "Asesor Anda sekarang {assessor}",
            f"Jadwal {{number}}, {{scheme}}. {_WHERE} Waktu dan tempatnya tetap.",
            fields=(*_ABOUT, "assessor"),
        ),
        "event.handed_over": Notice(
            "{count} asesi diserahkan kepada asesor lain",
            "Jadwal {number}, {scheme}, {date}. Alasan: {reason}",
            fields=(*_ABOUT, "count", "reason"),
        ),
        "event.taken_over": Notice(
            "Anda menerima {count} asesi pada {date}",
            f"Jadwal {{number}}, {{scheme}}. {_WHERE} Alasan: {{reason}} Surat tugas baru menyusul.",
            fields=(*_ABOUT, "count", "reason"),
            urgent=True,
        ),
        "event.list_changed": Notice(
            "Daftar asesi Anda pada {date} berubah",
            "Jadwal {number}, {scheme}. Alasan: {reason} Surat tugas baru menyusul.",
            fields=(*_ABOUT, "reason"),
        ),
        "event.left": Notice(
            "Anda tidak lagi berada dalam jadwal {number}",
            "{scheme}, {date}. Alasan: {reason} Permohonan Anda tetap ada dan dapat dijadwalkan lagi.",
            fields=(*_ABOUT, "reason"),
        ),
        "event.absent": Notice(
            "Anda tercatat tidak hadir pada asesmen {date}",
            "Jadwal {number}, {scheme}. Alasan: {reason} Permohonan Anda tetap ada dan dapat dijadwalkan lagi.",
            fields=(*_ABOUT, "reason"),
        ),
        "event.verifier_sent": Notice(
            "Anda ditugaskan memverifikasi {venue}",
            "Surat tugas {letter} untuk jadwal {number}, {scheme}, {date}. Periksa TUK paling lambat {due}.",
            fields=(*_ABOUT, "letter", "due"),
        ),
    }
)
