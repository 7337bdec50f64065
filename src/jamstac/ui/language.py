"""Which language a page speaks: Indonesian, unless the reader chose another (cookie). The browser's own setting
is not asked: official words must read the same on every screen of an LSP until somebody decides otherwise."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views import i18n


class Language:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
        language = chosen if chosen in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", language)
            return response


def choose_language(request: HttpRequest) -> HttpResponse:
    """POST language and next: the reader's choice, kept in a cookie for a year."""
    return i18n.set_language(request)


choose_language.access = "public"  # type: ignore[attr-defined]
