from django.db.models import TextChoices


class Function(TextChoices):
    """Functions of an LSP given by a dated appointment (SK). Values are the roles of `access.py`."""

    DIRECTOR = "director", "Direktur/Ketua LSP"
    CERTIFICATION_MANAGER = "certification_manager", "Manajer sertifikasi"
    QUALITY_MANAGER = "quality_manager", "Manajer mutu"
    ADMIN = "admin", "Admin LSP"
    TREASURER = "treasurer", "Bendahara"
    ASSESSOR = "assessor", "Asesor"
    DECIDER = "decider", "Anggota komite keputusan (pleno)"
    SCHEME_COMMITTEE = "scheme_committee", "Anggota komite skema"
    IMPARTIALITY_COMMITTEE = "impartiality_committee", "Anggota komite ketidakberpihakan"
    INTERNAL_AUDITOR = "internal_auditor", "Auditor internal"
    VENUE_VERIFIER = "venue_verifier", "Verifikator TUK"
    VENUE_HEAD = "venue_head", "Ketua TUK"
    SPONSOR = "sponsor", "Mitra/sponsor"
    CONTRACTOR = "contractor", "Kontraktor"
    SYSTEM_ADMIN = "system_admin", "Admin sistem"


NEVER_DECIDE = frozenset({Function.VENUE_HEAD, Function.SPONSOR, Function.CONTRACTOR, Function.SYSTEM_ADMIN})
"""Functions whose holders never have decision rights (HR-14)."""

DECISION_FUNCTIONS = frozenset({Function.DECIDER, Function.DIRECTOR})

REQUIRED_FUNCTIONS = (
    Function.DIRECTOR,
    Function.CERTIFICATION_MANAGER,
    Function.QUALITY_MANAGER,
    Function.ADMIN,
    Function.ASSESSOR,
    Function.DECIDER,
    Function.VENUE_VERIFIER,
)
"""Functions without which no certificate can come about; the setup shows those without an owner."""


class Sex(TextChoices):
    MALE = "L", "Laki-laki"
    FEMALE = "P", "Perempuan"


class RelationKind(TextChoices):
    """What `person` is to `other`, as a dated fact."""

    TRAINED = "trained", "melatih"
    TEACHES = "teaches", "guru atau dosen"
    EMPLOYS = "employs", "pemberi kerja"
    SUPERVISES = "supervises", "atasan langsung"
    KIN = "kin", "keluarga"
    ASSESSED = "assessed", "pernah mengases"
    DECIDED = "decided", "pernah memutus"


class ConsentPurpose(TextChoices):
    CERTIFICATION = "certification", "Pemrosesan data untuk sertifikasi"
    PUBLICATION = "publication", "Status sertifikat dapat diperiksa publik"
    SPECIAL_NEEDS = "special_needs", "Data kebutuhan khusus untuk penyesuaian asesmen"
    DOCUMENTATION = "documentation", "Foto dan video sebagai bukti asesmen"
    RECORDING = "recording", "Perekaman asesmen jarak jauh"
    PROGRESS = "progress", "Kemajuan permohonan dilihat sekolah atau sponsor"
