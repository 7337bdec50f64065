from django.apps import AppConfig


class EventsConfig(AppConfig):
    name = "jamstac.events"
    verbose_name = "Jadwal"
