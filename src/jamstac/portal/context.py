"""What the shell of every page needs: who, where, which menu."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest


def shell(request: HttpRequest) -> dict[str, Any]:
    return {
        "demo": settings.DEMO,
        "body": getattr(request, "lsp", None),
        "actor": getattr(request, "actor", None),
    }
