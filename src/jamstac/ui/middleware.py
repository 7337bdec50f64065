"""Content security policy of every page: nothing inline, nothing from outside; no page of a person in a cache; no
body longer than a form."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

POLICY = "; ".join(
    [
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "manifest-src 'self'",
    ]
)


class BodyLimit:
    """What is longer than any form of ours with all its files is turned away before a byte of it is read."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) <= settings.BODY_LIMIT:
            return self.get_response(request)
        text = _("Kiriman lebih besar dari %(limit)d MB. Kembali, lalu unggah berkasnya beberapa kali.")
        sentence = text % {"limit": settings.BODY_LIMIT // 1024 // 1024}
        return HttpResponse(sentence, status=413, content_type="text/plain; charset=utf-8")


class ContentSecurityPolicy:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Content-Security-Policy", POLICY)
        if hasattr(request, "user") and request.user.is_authenticated:
            # A shared computer of a school keeps no page of the one who signed out.
            response.setdefault("Cache-Control", "private, no-store")
        response.setdefault("Permissions-Policy", "camera=(self), geolocation=(self), microphone=()")
        return response
