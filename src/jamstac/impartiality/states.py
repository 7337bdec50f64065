from django.db.models import TextChoices


class DeclaredKind(TextChoices):
    """What an assessor says they are to a candidate."""

    KIN = "kin", "Keluarga (sedarah, semenda, atau serumah)"
    TEACHES = "teaches", "Saya mengajarnya sekarang"
    TRAINED = "trained", "Saya pernah melatih atau mengajarnya"
    SUPERVISES = "supervises", "Saya atasannya langsung"
    SUPERVISED = "supervised", "Saya bawahannya langsung"
    EMPLOYS = "employs", "Saya pemberi kerjanya"
    COLLEAGUE = "colleague", "Kami bekerja atau belajar di tempat yang sama"
    OTHER = "other", "Kepentingan lain, saya jelaskan"


class ConflictKind(TextChoices):
    """Why a pair of assessor and candidate is looked at."""

    TRAINED = "trained", "Asesor melatih asesi dalam jendela konflik"
    TEACHES = "teaches", "Asesor mengajar asesi sekarang"
    KIN = "kin", "Keluarga"
    SUPERVISES = "supervises", "Atasan dan bawahan langsung"
    EMPLOYS = "employs", "Hubungan kerja antara keduanya"
    INSTITUTION = "institution", "Bekerja di lembaga yang sama"
    SCHOOL = "school", "Asesor bekerja di sekolah asal asesi"
    ASSESSED = "assessed", "Asesor pernah mengases asesi ini"
    DECIDED = "decided", "Asesor pernah ikut memutus asesi ini"
    OTHER = "other", "Kepentingan lain"


CLOSE_KINDS = frozenset({ConflictKind.KIN, ConflictKind.SUPERVISES, ConflictKind.TEACHES})
"""No disposition lets these pass (HR-04)."""


class ConflictSource(TextChoices):
    DECLARED = "declared", "Dinyatakan asesor"
    SYSTEM = "system", "Ditemukan sistem"


class Disposition(TextChoices):
    """What is done about a conflict. Holds once a second person confirmed it (HR-06)."""

    SAFEGUARD = "safeguard", "Lanjut dengan pengaman"
    REPLACE = "replace", "Ganti asesor"
    NONE = "none", "Bukan benturan"
