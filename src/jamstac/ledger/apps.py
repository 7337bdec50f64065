from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class LedgerConfig(AppConfig):
    name = "jamstac.ledger"
    verbose_name = "Buku besar"

    def ready(self) -> None:
        # Every app's registers are complete before the first request: permissions, sentences, doors, jobs.
        autodiscover_modules("access", "refusals", "wording", "notices", "actions", "jobs")
