from importlib import import_module

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "jamstac.applications"
    verbose_name = "Permohonan"

    def ready(self) -> None:
        """The doors and words of batches, beside those that every app has in its own modules."""
        for name in ("actions", "refusals", "wording"):
            import_module(f"jamstac.applications.batches.{name}")
