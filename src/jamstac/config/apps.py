from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "jamstac.config"
    verbose_name = "Instalasi"
