from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "jamstac.registry"
    verbose_name = "Register"
