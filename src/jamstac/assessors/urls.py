from __future__ import annotations

from django.urls import URLPattern, path

from jamstac.assessors import views

app_name = "assessors"
urlpatterns: list[URLPattern] = [
    path("pakta-saya/", views.mine, name="pacts"),
    path("pakta-saya/<uuid:pk>/tanda-tangan", views.sign, name="sign"),
]
