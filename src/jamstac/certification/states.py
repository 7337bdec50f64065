from django.db.models import TextChoices


class MeetingState(TextChoices):
    OPEN = "open", "Berlangsung"
    CLOSED = "closed", "Ditutup"


TRANSITIONS: dict[str, frozenset[str]] = {
    MeetingState.OPEN: frozenset({MeetingState.CLOSED}),
    MeetingState.CLOSED: frozenset(),
}


class Outcome(TextChoices):
    COMPETENT = "K", "Kompeten"
    NOT_YET = "BK", "Belum Kompeten"


class CertificateStatus(TextChoices):
    """Derived from facts on a day, never stored (HR-46)."""

    NOT_YET_VALID = "not_yet_valid", "Belum berlaku"
    VALID = "valid", "Berlaku"
    EXPIRED = "expired", "Kedaluwarsa"
