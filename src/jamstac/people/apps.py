from django.apps import AppConfig


class PeopleConfig(AppConfig):
    name = "jamstac.people"
    verbose_name = "Orang"
