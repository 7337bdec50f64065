from django.db.models import TextChoices


class AssessmentState(TextChoices):
    OPENED = "opened", "Menunggu persetujuan FR.AK.01"
    AGREED = "agreed", "Disetujui, siap diases"
    RECOMMENDED = "recommended", "Menunggu tanda tangan asesi"
    SIGNED = "signed", "Menunggu pleno"
    RELEASED = "released", "Dilepas, menunggu dibuka lagi"


TRANSITIONS: dict[str, frozenset[str]] = {
    AssessmentState.OPENED: frozenset({AssessmentState.AGREED, AssessmentState.RELEASED}),
    AssessmentState.AGREED: frozenset({AssessmentState.RECOMMENDED, AssessmentState.RELEASED}),
    AssessmentState.RECOMMENDED: frozenset({AssessmentState.SIGNED, AssessmentState.AGREED}),
    AssessmentState.SIGNED: frozenset({AssessmentState.AGREED}),
    AssessmentState.RELEASED: frozenset({AssessmentState.OPENED}),
}
"""Back to AGREED is a reopening, with its reason (HR-50). RELEASED waits to be opened again, by the same assessor or
another, on the day of a surat tugas."""


class ReleaseCause(TextChoices):
    """Why a case is released, as the candidate is told. The reason in the manager's own words stands on the sheets."""

    ASSESSOR = "assessor", "Asesor berhalangan"
    CANDIDATE = "candidate", "Asesi berhalangan"
    AGREEMENT = "agreement", "FR.AK.01 belum ditandatangani pada harinya"
    PLACE = "place", "TUK atau peralatannya tidak dapat dipakai"
    OTHER = "other", "Keadaan lain"


class Method(TextChoices):
    """How a piece of evidence was got: the columns of FR.AK.02 (values are the keys of the sheet)."""

    OBSERVATION = "observasi", "Observasi demonstrasi"
    PORTFOLIO = "portofolio", "Portofolio"
    THIRD_PARTY = "pihak_ketiga", "Pernyataan pihak ketiga"
    INTERVIEW = "wawancara", "Pertanyaan wawancara"
    ORAL = "lisan", "Pertanyaan lisan"
    WRITTEN = "tertulis", "Pertanyaan tertulis"
    PROJECT = "proyek", "Proyek kerja"
    OTHER = "lainnya", "Lainnya"


class EvidenceKind(TextChoices):
    """What FR.AK.01 says will be collected, as the form prints it."""

    PORTFOLIO = "portofolio", "Hasil Verifikasi Portofolio"
    PRODUCT = "produk", "Hasil Reviu Produk"
    OBSERVATION = "observasi", "Hasil Observasi Langsung"
    STRUCTURED = "terstruktur", "Hasil Kegiatan Terstruktur"
    QUESTIONS = "tanya_jawab", "Hasil Tanya Jawab"


class IdentityDocument(TextChoices):
    """What the assessor looked at. Only the kind is kept, never a number or a copy."""

    KTP = "KTP", "KTP"
    KTP_DIGITAL = "IKD", "Identitas Kependudukan Digital"
    STUDENT = "Kartu pelajar", "Kartu pelajar atau mahasiswa"
    DRIVING = "SIM", "SIM"
    PASSPORT = "Paspor", "Paspor"


class FollowUp(TextChoices):
    """How a negative mark was resolved (penilaian lanjut)."""

    NONE = "", "Belum ada"
    ASKED_MET = "asked_met", "Ditanyakan lanjut, tercapai"
    CONFIRMED = "confirmed", "Dipastikan belum tercapai"


class Result(TextChoices):
    COMPETENT = "K", "Kompeten"
    NOT_YET = "BK", "Belum Kompeten"


class TakingState(TextChoices):
    """One instrument with one candidate."""

    PLANNED = "planned", "Belum dimulai"
    STARTED = "started", "Sedang dikerjakan"
    SUBMITTED = "submitted", "Menunggu dinilai"
    MARKED = "marked", "Sudah dinilai"


TAKING_TRANSITIONS: dict[str, frozenset[str]] = {
    TakingState.PLANNED: frozenset({TakingState.STARTED, TakingState.MARKED}),
    TakingState.STARTED: frozenset({TakingState.SUBMITTED, TakingState.MARKED}),
    TakingState.SUBMITTED: frozenset({TakingState.MARKED}),
    TakingState.MARKED: frozenset({TakingState.SUBMITTED}),
}
"""Back to SUBMITTED when another assessor takes the case over, who marks it too."""


class PlanSource(TextChoices):
    """Why a candidate takes an instrument."""

    MAP = "map", "FR.MAPA.02"
    ADJUSTMENT = "adjustment", "FR.AK.07"
    ASSESSOR = "assessor", "Ditambahkan asesor"


METHOD_OF: dict[str, Method] = {
    "IA.01": Method.OBSERVATION,
    "IA.02": Method.OBSERVATION,
    "IA.03": Method.OBSERVATION,
    "IA.04A": Method.PROJECT,
    "IA.04B": Method.PROJECT,
    "IA.05": Method.WRITTEN,
    "IA.06": Method.WRITTEN,
    "IA.07": Method.ORAL,
    "IA.08": Method.PORTFOLIO,
    "IA.09": Method.INTERVIEW,
    "IA.10": Method.THIRD_PARTY,
    "IA.11": Method.OTHER,
}
"""Instrument to the column of FR.AK.02 (forms.md §9)."""

KIND_OF: dict[str, EvidenceKind] = {
    "IA.01": EvidenceKind.OBSERVATION,
    "IA.02": EvidenceKind.OBSERVATION,
    "IA.03": EvidenceKind.QUESTIONS,
    "IA.04A": EvidenceKind.STRUCTURED,
    "IA.04B": EvidenceKind.STRUCTURED,
    "IA.05": EvidenceKind.QUESTIONS,
    "IA.06": EvidenceKind.QUESTIONS,
    "IA.07": EvidenceKind.QUESTIONS,
    "IA.08": EvidenceKind.PORTFOLIO,
    "IA.09": EvidenceKind.QUESTIONS,
    "IA.10": EvidenceKind.PORTFOLIO,
    "IA.11": EvidenceKind.PRODUCT,
}
"""Instrument to the evidence FR.AK.01 names."""


class ReviewAspect(TextChoices):
    """Rows of FR.AK.06: five of the procedure (× principles), two of competence (× dimensions)."""

    PLAN = "plan", "Rencana asesmen"
    PREPARATION = "preparation", "Persiapan asesmen"
    IMPLEMENTATION = "implementation", "Implementasi asesmen"
    DECISION = "decision", "Keputusan asesmen"
    FEEDBACK = "feedback", "Umpan balik asesmen"
    DECISIONS = "decisions", "Konsistensi keputusan asesmen"
    EVIDENCE = "evidence", "Bukti dari berbagai asesmen diperiksa konsistensinya"


class Principle(TextChoices):
    VALIDITY = "validity", "Validitas"
    RELIABILITY = "reliability", "Reliabel"
    FLEXIBILITY = "flexibility", "Fleksibel"
    FAIRNESS = "fairness", "Adil"


class Dimension(TextChoices):
    TASK = "TS", "Task skills"
    MANAGEMENT = "TMS", "Task management skills"
    CONTINGENCY = "CMS", "Contingency management skills"
    ROLE = "JRES", "Job role/environment skills"
    TRANSFER = "TRS", "Transfer skills"


BY_PRINCIPLE = (
    ReviewAspect.PLAN,
    ReviewAspect.PREPARATION,
    ReviewAspect.IMPLEMENTATION,
    ReviewAspect.DECISION,
    ReviewAspect.FEEDBACK,
)
BY_DIMENSION = (ReviewAspect.DECISIONS, ReviewAspect.EVIDENCE)
