from django.apps import AppConfig


class StandardsConfig(AppConfig):
    name = "jamstac.standards"
    verbose_name = "Standar"
