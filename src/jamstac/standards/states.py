from django.db.models import TextChoices


class StandardKind(TextChoices):
    SKKNI = "skkni", "SKKNI"
    SPECIAL = "special", "Standar khusus"
    INTERNATIONAL = "international", "Standar internasional"


UNKNOWN_NUMBER = "belum dicatat"
"""Stands in the place of a deciding document nobody has named yet. No scheme is approved on it (HR-18)."""
