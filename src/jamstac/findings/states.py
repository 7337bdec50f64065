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


class RemarkSource(TextChoices):
    REPORT = "FR.AK.05", "Laporan asesmen"
    REVIEW = "FR.AK.06", "Tinjauan proses asesmen"


class RemarkKind(TextChoices):
    """What a remark of an assessor is about."""

    ASPECTS = "aspects", "Aspek negatif dan positif"
    REFUSALS = "refusals", "Penolakan hasil asesmen"
    IMPROVEMENT = "improvement", "Saran perbaikan"
    PRINCIPLES = "principles", "Prinsip asesmen"
    DIMENSIONS = "dimensions", "Dimensi kompetensi"
    NOTE = "note", "Catatan"
