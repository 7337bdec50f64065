from django.apps import AppConfig


class ImpartialityConfig(AppConfig):
    name = "jamstac.impartiality"
    verbose_name = "Ketidakberpihakan"
