from django.apps import AppConfig


class SchemesConfig(AppConfig):
    name = "jamstac.schemes"
    verbose_name = "Skema"
