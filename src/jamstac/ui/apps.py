from django.apps import AppConfig


class UiConfig(AppConfig):
    name = "jamstac.ui"
    verbose_name = "Tampilan"
