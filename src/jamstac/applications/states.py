from django.db.models import TextChoices


class ApplicationState(TextChoices):
    SUBMITTED = "submitted", "Menunggu ditinjau"
    RETURNED = "returned", "Dikembalikan untuk dilengkapi"
    ACCEPTED = "accepted", "Diterima"
    REJECTED = "rejected", "Tidak diterima"


TRANSITIONS: dict[str, frozenset[str]] = {
    ApplicationState.SUBMITTED: frozenset(
        {ApplicationState.RETURNED, ApplicationState.ACCEPTED, ApplicationState.REJECTED}
    ),
    ApplicationState.RETURNED: frozenset({ApplicationState.SUBMITTED}),
    ApplicationState.ACCEPTED: frozenset(),
    ApplicationState.REJECTED: frozenset(),
}


class Purpose(TextChoices):
    """Tujuan asesmen as FR.APL.01 prints it."""

    CERTIFICATION = "certification", "Sertifikasi"
    RECOGNITION = "pkt", "Pengakuan Kompetensi Terkini (PKT)"
    PRIOR_LEARNING = "rpl", "Rekognisi Pembelajaran Lampau (RPL)"
    OTHER = "other", "Lainnya"


class Answer(TextChoices):
    COMPETENT = "K", "Kompeten"
    NOT_YET = "BK", "Belum Kompeten"


class EvidenceState(TextChoices):
    """What the admin found of one evidence row of part 3."""

    UNREVIEWED = "unreviewed", "Belum ditinjau"
    MET = "met", "Memenuhi syarat"
    UNMET = "unmet", "Tidak memenuhi syarat"


class GuardianState(TextChoices):
    """Where the consent of a guardian stands (UU 27/2022 art. 25)."""

    ASKED = "asked", "Menunggu wali"
    CONSENTED = "consented", "Disetujui wali"
    DECLINED = "declined", "Tidak disetujui wali"
    REFUSED = "refused", "Surat tidak dapat diterima"
    REPLACED = "replaced", "Diganti permintaan baru"
    WITHDRAWN = "withdrawn", "Ditarik wali"


GUARDIAN_TRANSITIONS: dict[str, frozenset[str]] = {
    GuardianState.ASKED: frozenset(
        {GuardianState.CONSENTED, GuardianState.DECLINED, GuardianState.REFUSED, GuardianState.REPLACED}
    ),
    GuardianState.CONSENTED: frozenset({GuardianState.WITHDRAWN}),
    GuardianState.DECLINED: frozenset(),
    GuardianState.REFUSED: frozenset(),
    GuardianState.REPLACED: frozenset(),
    GuardianState.WITHDRAWN: frozenset(),
}


class GuardianMeans(TextChoices):
    LINK = "link", "Tautan sekali pakai"
    PAPER = "paper", "Surat bertanda tangan"


class NeedDecision(TextChoices):
    GRANTED = "granted", "Dikabulkan"
    REFUSED = "refused", "Tidak dikabulkan"


class Payer(TextChoices):
    """Who pays for the people of a batch."""

    SELF = "self", "Tiap asesi sendiri"
    INSTITUTION = "institution", "Sekolah atau lembaga"
    SPONSOR = "sponsor", "Sponsor atau program"
