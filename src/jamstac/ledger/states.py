from django.db.models import TextChoices


class JobState(TextChoices):
    WAITING = "waiting", "Menunggu"
    RUNNING = "running", "Dikerjakan"
    DONE = "done", "Selesai"
    FAILED = "failed", "Gagal"
