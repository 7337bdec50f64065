from django.apps import AppConfig


class FindingsConfig(AppConfig):
    name = "jamstac.findings"
    verbose_name = "Penahanan dan pengecualian"
