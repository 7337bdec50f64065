from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class DocumentsConfig(AppConfig):
    name = "jamstac.documents"
    verbose_name = "Dokumen"

    def ready(self) -> None:
        # Who was given which case, and which file belongs to which: told by the apps above.
        # What stands in an empty form of theirs, likewise.
        autodiscover_modules("readers", "blank_forms")
