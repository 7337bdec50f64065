from django.apps import AppConfig


class AppealsConfig(AppConfig):
    name = "jamstac.appeals"
    verbose_name = "Banding"
