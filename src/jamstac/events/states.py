from django.db.models import TextChoices


class EventState(TextChoices):
    PLANNED = "planned", "Disusun"
    ASSIGNED = "assigned", "Surat tugas ditandatangani"
    CHANGED = "changed", "Berubah, menunggu surat tugas baru"
    CANCELLED = "cancelled", "Dibatalkan"


LETTERED = frozenset({EventState.ASSIGNED, EventState.CHANGED})
"""A surat tugas was signed, once at least: from here on a change has its reason and is told to those concerned."""


TRANSITIONS: dict[str, frozenset[str]] = {
    EventState.PLANNED: frozenset({EventState.ASSIGNED, EventState.CANCELLED}),
    EventState.ASSIGNED: frozenset({EventState.CHANGED, EventState.CANCELLED}),
    EventState.CHANGED: frozenset({EventState.ASSIGNED, EventState.CANCELLED}),
    EventState.CANCELLED: frozenset(),
}


class Mode(TextChoices):
    """How an event is held. Daring and hybrid need BNSP's approval and consent to recording (HR-28)."""

    ONSITE = "onsite", "Luring"
    ONLINE = "online", "Daring"
    HYBRID = "hybrid", "Hybrid"


REMOTE = frozenset({Mode.ONLINE, Mode.HYBRID})


class DepartureKind(TextChoices):
    """Why a case left an event."""

    WITHDRAWN = "withdrawn", "Mengundurkan diri atau dikeluarkan"
    ABSENT = "absent", "Tidak hadir"
    MOVED = "moved", "Pindah ke jadwal lain"


class ChangeKind(TextChoices):
    """What changed in an event after its surat tugas was signed."""

    ASSESSOR = "assessor", "Asesor diganti"
    POSTPONED = "postponed", "Waktu diubah"
    VENUE = "venue", "TUK diganti"
    ADDED = "added", "Asesi ditambahkan"
    WITHDRAWN = "withdrawn", "Asesi keluar"
    CANCELLED = "cancelled", "Dibatalkan"


class AttendanceState(TextChoices):
    PRESENT = "present", "Hadir"
    LATE = "late", "Hadir, terlambat"
    ABSENT = "absent", "Tidak hadir"


ARRIVED = frozenset({AttendanceState.PRESENT, AttendanceState.LATE})


class CheckInVia(TextChoices):
    QR = "qr", "Kartu peserta"
    LIST = "list", "Daftar"


class IncidentKind(TextChoices):
    CHEATING = "cheating", "Kecurangan"
    LEAK = "leak", "Kebocoran materi"
    DISTURBANCE = "disturbance", "Gangguan"
    ACCIDENT = "accident", "Kecelakaan"
    OTHER = "other", "Lainnya"


class IncidentState(TextChoices):
    OPEN = "open", "Terbuka"
    CLOSED = "closed", "Ditutup"


class CaseOutcome(TextChoices):
    """What an incident means for one case: the hold goes, or stays until somebody lifts it with a reason."""

    UNAFFECTED = "unaffected", "Tanpa pengaruh"
    HELD = "held", "Tetap ditahan"


class PhotoSource(TextChoices):
    """Where time or place of a photo comes from."""

    CAMERA = "camera", "Tercatat pada foto"
    DEVICE = "device", "Lokasi perangkat"
    TYPED = "typed", "Diisi"
