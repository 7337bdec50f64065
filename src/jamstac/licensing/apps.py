from django.apps import AppConfig


class LicensingConfig(AppConfig):
    name = "jamstac.licensing"
    verbose_name = "Lisensi"
