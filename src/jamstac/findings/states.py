from django.db.models import TextChoices


class HoldSource(TextChoices):
    """What put a case on hold (HR-41)."""

    INCIDENT = "incident", "Insiden pada jadwal"
    CONFLICT = "conflict", "Benturan kepentingan belum ditetapkan"
    QUALITY = "quality", "Pemeriksaan mutu"


class WaiverKind(TextChoices):
    """Override classes of requirements.md §5: `dual` needs a second person, `doc` a dated document."""

    DUAL = "dual", "Dua orang"
    DOCUMENT = "doc", "Dokumen"
