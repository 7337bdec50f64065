from django.db.models import TextChoices


class Channel(TextChoices):
    EMAIL = "email", "Surel"
    WHATSAPP = "whatsapp", "WhatsApp"


class DeliveryState(TextChoices):
    """How far one notice came on one channel. WhatsApp tells of the last three by its webhook."""

    WAITING = "waiting", "Menunggu dikirim"
    SENT = "sent", "Terkirim"
    DELIVERED = "delivered", "Sampai"
    READ = "read", "Dibaca"
    FAILED = "failed", "Gagal"


ORDER = {
    DeliveryState.WAITING: 0,
    DeliveryState.SENT: 1,
    DeliveryState.DELIVERED: 2,
    DeliveryState.READ: 3,
    DeliveryState.FAILED: 4,
}
"""News of a delivery may come out of order: an earlier state never takes the place of a later one."""
