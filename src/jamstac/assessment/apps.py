from django.apps import AppConfig


class AssessmentConfig(AppConfig):
    name = "jamstac.assessment"
    verbose_name = "Asesmen"
