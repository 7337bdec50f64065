from django.db.models import TextChoices


class Standing(TextChoices):
    """How an assessor stands with the LSP (HR-22)."""

    ACTIVE = "active", "Aktif"
    TRAINEE = "trainee", "Calon (didampingi)"
    RESTRICTED = "restricted", "Dibatasi"
    SUSPENDED = "suspended", "Dibekukan"


class PactKind(TextChoices):
    """What everybody with a function signs before it is used (HR-23)."""

    INTEGRITY = "integrity", "Pakta integritas"
    ETHICS = "ethics", "Kode etik"
