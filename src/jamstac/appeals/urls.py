from __future__ import annotations

from django.urls import URLPattern, path

from jamstac.appeals import views

app_name = "appeals"

urlpatterns: list[URLPattern] = [
    path("saya/banding/<uuid:application>/", views.mine, name="mine"),
    path("banding/", views.listed, name="list"),
]
