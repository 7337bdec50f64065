from django.db.models import TextChoices


class VenueKind(TextChoices):
    """As every FR form prints them."""

    TEMPORARY = "Sewaktu", "Sewaktu"
    WORKPLACE = "Tempat Kerja", "Tempat Kerja"
    INDEPENDENT = "Mandiri", "Mandiri"
