from django.apps import AppConfig


class MessagingConfig(AppConfig):
    name = "jamstac.messaging"
    verbose_name = "Pesan"
