from django.apps import AppConfig


class AssuranceConfig(AppConfig):
    name = "jamstac.assurance"
    verbose_name = "Umpan balik"
