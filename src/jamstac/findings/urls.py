from __future__ import annotations

from django.urls import URLPattern, path

from jamstac.findings import views

app_name = "findings"
urlpatterns: list[URLPattern] = [
    path("pengecualian/", views.waivers, name="waivers"),
    path("pengecualian/minta/<str:rule>/<str:subject_type>/<uuid:pk>", views.ask, name="ask"),
    path("pengecualian/<uuid:pk>/setujui", views.confirm, name="confirm"),
    path("pengecualian/<uuid:pk>/cabut", views.withdraw, name="withdraw"),
]
