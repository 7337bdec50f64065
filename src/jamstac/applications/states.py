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
