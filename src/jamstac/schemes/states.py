from django.db.models import TextChoices


class SchemeKind(TextChoices):
    KKNI = "KKNI", "KKNI"
    OCCUPATION = "Okupasi", "Okupasi"
    CLUSTER = "Klaster", "Klaster"


class CertificateRule(TextChoices):
    """How unit results make the certificate's result. More rules come with schemes that need them."""

    ALL_UNITS = "all_units", "Semua unit harus kompeten"


class RequirementKind(TextChoices):
    BASIC = "basic", "Persyaratan dasar"
    ADMINISTRATIVE = "administrative", "Bukti administratif"


class ReassessmentScope(TextChoices):
    """What a reassessment after Belum Kompeten asks, as the scheme says."""

    UNMET_UNITS = "unmet_units", "Hanya unit yang belum kompeten"
    WHOLE = "whole", "Seluruh unit"
