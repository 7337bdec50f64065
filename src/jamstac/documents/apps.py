from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    name = "jamstac.documents"
    verbose_name = "Dokumen"
