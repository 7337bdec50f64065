from django.apps import AppConfig


class BodiesConfig(AppConfig):
    name = "jamstac.bodies"
    verbose_name = "LSP"
