from django.urls import path

from jamstac.ui import views
from jamstac.ui.language import choose_language

app_name = "ui"
urlpatterns = [
    path("", views.gallery, name="gallery"),
    path("bahasa/", choose_language, name="language"),
]
