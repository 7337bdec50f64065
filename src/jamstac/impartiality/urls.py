from __future__ import annotations

from django.urls import URLPattern, path

from jamstac.impartiality import views

app_name = "impartiality"
urlpatterns: list[URLPattern] = [
    path("ketidakberpihakan/", views.conflicts, name="conflicts"),
    path("ketidakberpihakan/hubungan/", views.relations, name="relations"),
    path("ketidakberpihakan/hubungan/daftar", views.import_roster, name="import"),
    path("ketidakberpihakan/hubungan/<uuid:pk>/akhiri", views.end, name="end"),
    path("ketidakberpihakan/<uuid:pk>/", views.conflict, name="conflict"),
    path("ketidakberpihakan/<uuid:pk>/usul", views.propose, name="propose"),
    path("ketidakberpihakan/<uuid:pk>/sah", views.confirm, name="confirm"),
]
