from __future__ import annotations

from django.urls import URLPattern, path

from jamstac.assurance import views

app_name = "assurance"

urlpatterns: list[URLPattern] = [
    path("saya/umpan-balik/<uuid:application>/", views.give, name="give"),
    path("umpan-balik/", views.summary, name="summary"),
    path("umpan-balik/tentang-saya/", views.about_me, name="about_me"),
]
