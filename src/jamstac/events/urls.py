from django.urls import path

from jamstac.events import views

app_name = "events"
urlpatterns = [
    path("jadwal/", views.event_list, name="list"),
    path("jadwal/baru", views.plan, name="plan"),
    path("jadwal/<uuid:pk>/", views.record, name="event"),
    path("jadwal/<uuid:pk>/asesi", views.add, name="add"),
    path("jadwal/<uuid:pk>/asesi/<uuid:application>/keluarkan", views.remove, name="remove"),
    path("jadwal/<uuid:pk>/surat-tugas", views.letter, name="letter"),
    path("jadwal/<uuid:pk>/batal", views.cancel, name="cancel"),
]
