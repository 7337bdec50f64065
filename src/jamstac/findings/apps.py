from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class FindingsConfig(AppConfig):
    name = "jamstac.findings"
    verbose_name = "Penahanan dan pengecualian"

    def ready(self) -> None:
        # Which rules know exceptions, and for which records: told by the apps above.
        autodiscover_modules("waivers")
