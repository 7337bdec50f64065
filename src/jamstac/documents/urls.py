from django.urls import path

from jamstac.documents import resuming, views

app_name = "documents"
urlpatterns = [
    path("lembar/<uuid:pk>.pdf", views.sheet, name="sheet"),
    path("berkas/<uuid:pk>", views.file, name="file"),
    path("unggah/", resuming.begin, name="uploads"),
    path("unggah/<uuid:pk>", resuming.piece, name="upload"),
    path("kertas/<uuid:pk>", views.paper, name="paper"),
]
