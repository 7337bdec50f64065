from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "jamstac.portal"
    verbose_name = "Beranda"
