from django.db.models import TextChoices


class EventState(TextChoices):
    PLANNED = "planned", "Disusun"
    ASSIGNED = "assigned", "Surat tugas ditandatangani"
    CANCELLED = "cancelled", "Dibatalkan"


TRANSITIONS: dict[str, frozenset[str]] = {
    EventState.PLANNED: frozenset({EventState.ASSIGNED, EventState.CANCELLED}),
    EventState.ASSIGNED: frozenset({EventState.CANCELLED}),
    EventState.CANCELLED: frozenset(),
}
