"""Every app's own pages; those inside an LSP stand under `/lsp/<slug>/`."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, include, path

INSIDE = [
    "documents",
    "findings",
    "assessors",
    "venues",
    "instruments",
    "impartiality",
    "applications",
    "events",
    "assessment",
    "certification",
    "assurance",
    "appeals",
    "bodies",
    "people",
    "parameters",
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("jamstac.portal.urls")),
    path("", include("jamstac.registry.urls")),
    path("tampilan/", include("jamstac.ui.urls")),
    path("akun/", include("allauth.urls")),
    *[path("lsp/<slug:lsp>/", include(f"jamstac.{app}.urls")) for app in INSIDE],
]
