from django.db.models import TextChoices


class StandardKind(TextChoices):
    SKKNI = "skkni", "SKKNI"
    SPECIAL = "special", "Standar khusus"
    INTERNATIONAL = "international", "Standar internasional"
