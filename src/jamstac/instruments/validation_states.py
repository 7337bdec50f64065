"""The ticks of FR.VA (forms.md §2.13)."""

from django.db.models import TextChoices


class ValidationPeriod(TextChoices):
    BEFORE = "before", "Sebelum asesmen"
    DURING = "during", "Pada saat asesmen"
    AFTER = "after", "Setelah asesmen"


class ValidationPart(TextChoices):
    """Lists of FR.VA part 1 and 2 in which boxes are ticked."""

    PURPOSE = "purpose", "Tujuan dan fokus validasi"
    CONTEXT = "context", "Konteks validasi"
    APPROACH = "approach", "Pendekatan validasi"
    REFERENCE = "reference", "Acuan pembanding"
    DOCUMENT = "document", "Dokumen terkait dan bahan"
    COMMUNICATION = "communication", "Keterampilan komunikasi"


BOXES: dict[str, dict[str, str]] = {
    ValidationPart.PURPOSE: {
        "assurance": "Bagian dari proses penjaminan mutu organisasi",
        "risk": "Mengantisipasi risiko",
        "regulator": "Memenuhi persyaratan BNSP",
        "evidence": "Memastikan kesesuaian bukti",
        "quality": "Meningkatkan kualitas asesmen",
        "tools": "Mengevaluasi kualitas perangkat asesmen",
    },
    ValidationPart.CONTEXT: {
        "internal": "Internal organisasi",
        "external": "Eksternal organisasi",
        "licence": "Proses lisensi/re lisensi",
        "colleague": "Dengan kolega asesor",
        "partner": "Kolega dari organisasi pelatihan atau asesmen",
    },
    ValidationPart.APPROACH: {
        "panel": "Panel asesmen",
        "moderation": "Pertemuan moderasi",
        "tools": "Mengkaji perangkat asesmen",
        "benchmark": "Acuan pembanding",
        "trial": "Pengujian lapangan dan uji coba perangkat asesmen",
        "clients": "Umpan balik dari klien",
        "evidence": "Mengkaji bukti-bukti",
    },
    ValidationPart.REFERENCE: {
        "standard": "Standar Kompetensi",
        "scheme": "Skema Sertifikasi",
        "procedure": "SOP/IK",
        "manual": "Manual",
        "performance": "Standar Kinerja",
    },
    ValidationPart.DOCUMENT: {
        "tools": "Perangkat asesmen",
        "regulations": "Peraturan/pedoman",
        "evidence": "Bukti-bukti hasil asesmen",
    },
    ValidationPart.COMMUNICATION: {
        "proactive": "Pro aktif",
        "listening": "Active listening",
        "empathy": "Empati",
    },
}
"""Box → its words, per list, in printed order."""


class ValidationAspect(TextChoices):
    PLAN = "plan", "Rencana asesmen"
    STANDARD = "standard", "Interpretasi standar kompetensi"
    BENCHMARK = "benchmark", "Interpretasi acuan pembanding lainnya"
    PROCESS = "process", "Proses asesmen"
    METHODS = "methods", "Penyeleksian dan penerapan metode asesmen"
    TOOLS = "tools", "Penyeleksian dan penerapan perangkat asesmen"
    EVIDENCE = "evidence", "Bukti-bukti yang dikumpulkan"
    DECISION = "decision", "Proses pengambilan keputusan"


class Quality(TextChoices):
    """Columns of FR.VA part 2: aturan bukti V A T M, prinsip asesmen V R F F."""

    VALID = "valid", "Valid"
    AUTHENTIC = "authentic", "Asli"
    CURRENT = "current", "Terkini"
    SUFFICIENT = "sufficient", "Memadai"
    VALIDITY = "validity", "Valid"
    RELIABILITY = "reliability", "Reliabel"
    FLEXIBILITY = "flexibility", "Fleksibel"
    FAIRNESS = "fairness", "Adil"


EVIDENCE_RULES = (Quality.VALID, Quality.AUTHENTIC, Quality.CURRENT, Quality.SUFFICIENT)
PRINCIPLES = (Quality.VALIDITY, Quality.RELIABILITY, Quality.FLEXIBILITY, Quality.FAIRNESS)


class RelevantRole(TextChoices):
    """FR.VA 1: orang yang relevan."""

    ASSESSOR = "assessor", "Asesor kompetensi (wajib)"
    LEAD = "lead", "Lead Asesor/Ketua TUK"
    MANAGER = "manager", "Manager, Supervisor"
    EXPERT = "expert", "Tenaga ahli di bidangnya"
    TRAINING = "training", "Koordinator Pelatihan"
    ASSOCIATION = "association", "Anggota asosiasi industri/profesi"
