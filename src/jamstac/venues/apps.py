from django.apps import AppConfig


class VenuesConfig(AppConfig):
    name = "jamstac.venues"
    verbose_name = "TUK"
