from django.apps import AppConfig


class AssessorsConfig(AppConfig):
    name = "jamstac.assessors"
    verbose_name = "Asesor"
