from jamstac.ledger.wording import register_events, register_inner

register_events(
    {
        "meeting.opened": "Rapat pleno dibuka",
        "meeting.attended": "Anggota menyatakan hadir",
        "case.tabled": "Berkas dibekukan dan diajukan ke pleno",
        "case.recused": "Anggota menyatakan tidak ikut",
        "case.postponed": "Berkas ditunda dari pleno",
        "decision.made": "Keputusan sertifikasi dibuat",
        "case.sent_back": "Berkas dikembalikan ke asesor untuk koreksi",
        "committee.letter_signed": "Surat tugas komite ditandatangani",
        "meeting.closed": "Rapat pleno ditutup",
        "minutes.signed": "Berita acara ditandatangani",
        "decree.signed": "SK penetapan ditandatangani",
        "result.notified": "Surat hasil dibuat",
        "certificate.issued": "Sertifikat terbit",
    }
)
# The outcome is told by the letter, after the decree; who stood aside, and why, is the members' affair.
register_inner("case.recused", "decision.made")
