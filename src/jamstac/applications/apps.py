from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    name = "jamstac.applications"
    verbose_name = "Permohonan"
