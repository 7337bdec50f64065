from django.apps import AppConfig


class ParametersConfig(AppConfig):
    name = "jamstac.parameters"
    verbose_name = "Parameter"
