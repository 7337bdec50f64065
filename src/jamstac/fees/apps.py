from django.apps import AppConfig


class FeesConfig(AppConfig):
    name = "jamstac.fees"
    verbose_name = "Biaya"
