from django.urls import path

from jamstac.documents import views

app_name = "documents"
urlpatterns = [
    path("lembar/<uuid:pk>.pdf", views.sheet, name="sheet"),
    path("berkas/<uuid:pk>", views.file, name="file"),
    path("kertas/<uuid:pk>", views.paper, name="paper"),
]
