from django.db.models import TextChoices


class InstrumentCode(TextChoices):
    """The instruments of the 2023 edition, in the order of FR.MAPA.02 (forms.md §2.4)."""

    OBSERVATION = "IA.01", "FR.IA.01 Ceklis Observasi (CL)"
    PRACTICE = "IA.02", "FR.IA.02 Tugas Praktik Demonstrasi (TPD)"
    SUPPORTING = "IA.03", "FR.IA.03 Pertanyaan untuk Mendukung Observasi (PMO)"
    PROJECT = "IA.04A", "FR.IA.04A Daftar Instruksi Terstruktur (DIT)"
    PROJECT_ASSESSMENT = "IA.04B", "FR.IA.04B Penilaian Proyek Singkat (DIT)"
    CHOICE = "IA.05", "FR.IA.05 Pertanyaan Tertulis Pilihan Ganda (DPT)"
    ESSAY = "IA.06", "FR.IA.06 Pertanyaan Tertulis Esai (DPT)"
    ORAL = "IA.07", "FR.IA.07 Daftar Pertanyaan Lisan (DPL)"
    PORTFOLIO = "IA.08", "FR.IA.08 Ceklis Verifikasi Portofolio (CVP)"
    INTERVIEW = "IA.09", "FR.IA.09 Pertanyaan Wawancara (PW)"
    THIRD_PARTY = "IA.10", "FR.IA.10 Verifikasi Pihak Ketiga (VPK)"
    PRODUCT = "IA.11", "FR.IA.11 Ceklis Reviu Produk (CRP)"


COVERS_GROUP = frozenset(
    {InstrumentCode.OBSERVATION, InstrumentCode.PORTFOLIO, InstrumentCode.THIRD_PARTY, InstrumentCode.PRODUCT}
)
"""Instruments that look at every KUK of their kelompok pekerjaan; the others only at the KUK their items name."""

WITHOUT_FORM = frozenset({InstrumentCode.OBSERVATION, InstrumentCode.PORTFOLIO, InstrumentCode.THIRD_PARTY})
"""Instruments nobody writes: their rows come from the scheme (KUK) and from the case (portfolio, third party)."""

WRITTEN = tuple(code for code in InstrumentCode if code not in WITHOUT_FORM)
"""Instruments that a tool set holds as a filled form."""

TAKEN_BY_CANDIDATE = frozenset({InstrumentCode.CHOICE, InstrumentCode.ESSAY})
"""Instruments the candidate answers alone, on a phone."""


class Potential(TextChoices):
    """Potensi asesi (forms.md §2.0): the columns of FR.MAPA.02."""

    TRAINED_TRACEABLE = "1", "Hasil pelatihan/pendidikan, kurikulum dan fasilitas praktik mampu telusur"
    TRAINED_OTHER = "2", "Hasil pelatihan/pendidikan, kurikulum belum berbasis kompetensi"
    WORKER_TRACEABLE = "3", "Pekerja berpengalaman, operasional mampu telusur"
    WORKER_OTHER = "4", "Pekerja berpengalaman, operasional belum berbasis kompetensi"
    SELF_TAUGHT = "5", "Pelatihan/belajar mandiri atau otodidak"


class ToolSetState(TextChoices):
    DRAFT = "draft", "Disusun"
    SENT = "sent", "Menunggu validasi"
    VALIDATED = "validated", "Divalidasi"
    RELEASED = "released", "Ditetapkan"


TRANSITIONS: dict[str, frozenset[str]] = {
    ToolSetState.DRAFT: frozenset({ToolSetState.SENT}),
    ToolSetState.SENT: frozenset({ToolSetState.DRAFT, ToolSetState.VALIDATED}),
    ToolSetState.VALIDATED: frozenset({ToolSetState.DRAFT, ToolSetState.RELEASED}),
    ToolSetState.RELEASED: frozenset(),
}


class PlanMethod(TextChoices):
    """Columns "Metode dan Perangkat Asesmen" of FR.MAPA.01."""

    OBSERVATION = "observasi", "Observasi langsung"
    STRUCTURED = "terstruktur", "Kegiatan terstruktur"
    QUESTIONS = "tanya_jawab", "Tanya jawab"
    PORTFOLIO = "portofolio", "Verifikasi portofolio"
    PRODUCT = "produk", "Reviu produk"
    THIRD_PARTY = "pihak_ketiga", "Verifikasi pihak ketiga"


class Fit(TextChoices):
    """How well something supports the standard: the three faces of FR.MAPA.01 1.1."""

    GOOD = "good", "Mendukung"
    NEUTRAL = "neutral", "Cukup mendukung"
    POOR = "poor", "Kurang mendukung"


class RelevantPerson(TextChoices):
    """FR.MAPA.01: "Konfirmasi dengan orang yang relevan"."""

    MANAGER = "certification_manager", "Manajer sertifikasi LSP"
    LEAD = "lead_assessor", "Master Asesor / Master Trainer / Lead Asesor Kompetensi"
    TRAINING = "training_manager", "Manajer pelatihan Lembaga Training terakreditasi / Lembaga Training terdaftar"
    SUPERVISOR = "supervisor", "Manajer atau supervisor ditempat kerja"
