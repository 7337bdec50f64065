from django.apps import AppConfig


class InstrumentsConfig(AppConfig):
    name = "jamstac.instruments"
    verbose_name = "Materi uji kompetensi"
