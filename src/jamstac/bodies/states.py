from django.db.models import TextChoices


class BodyKind(TextChoices):
    P1 = "P1", "P1, lembaga pendidikan atau pelatihan"
    P2 = "P2", "P2, industri atau instansi"
    P3 = "P3", "P3, asosiasi atau sektor"


class TimeZone(TextChoices):
    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


class NumberPurpose(TextChoices):
    """What is numbered. The patterns are the LSP's own (forms.md §4)."""

    APPLICATION = "application", "Nomor permohonan"
    EVENT = "event", "Nomor jadwal"
    ASSIGNMENT_LETTER = "assignment_letter", "Nomor surat tugas"
    VERIFIER_LETTER = "verifier_letter", "Nomor surat tugas verifikator TUK"
    COMMITTEE_LETTER = "committee_letter", "Nomor surat tugas komite"
    INVITATION = "invitation", "Nomor undangan asesmen"
    EVENT_MINUTES = "event_minutes", "Nomor berita acara asesmen"
    MEETING = "meeting", "Nomor pleno"
    MINUTES = "minutes", "Nomor berita acara pleno"
    DECREE = "decree", "Nomor SK penetapan"
    RESULT_LETTER = "result_letter", "Nomor surat hasil"
    CERTIFICATE = "certificate", "Nomor sertifikat"
    REGISTRATION = "registration", "Nomor registrasi"


class NumberScope(TextChoices):
    """When the sequence starts again at 1."""

    EVER = "ever", "Berjalan terus"
    YEAR = "year", "Mulai lagi tiap tahun"
