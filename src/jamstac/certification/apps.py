from django.apps import AppConfig


class CertificationConfig(AppConfig):
    name = "jamstac.certification"
    verbose_name = "Sertifikasi"
