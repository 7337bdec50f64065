from django.urls import path

from jamstac.registry import views

app_name = "registry"
urlpatterns = [
    path("cek/", views.check, name="check"),
    path("cek/hasil", views.result, name="result"),
    path("cek/laporan", views.report, name="report"),
]
