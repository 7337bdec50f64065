"""The form behind `<c-signing>`: agree to the sentence shown; staff give their password once more."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.cache import cache
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jamstac.documents.facts import Statement
from jamstac.people.models import Account

ATTEMPTS = 10
WINDOW = 10 * 60
"""Wrong passwords of one account in this many seconds, after which none is looked at."""


class SigningForm(forms.Form):
    """What is missing or wrong shows beside the field; whether that stops the act is the door's to say."""

    agree = forms.BooleanField(
        label=gettext_lazy("Saya menyetujui pernyataan ini"),
        error_messages={"required": gettext_lazy("Beri tanda setuju untuk menandatangani.")},
    )
    password = forms.CharField(
        label=gettext_lazy("Kata sandi"),
        help_text=gettext_lazy("Ditanya lagi, karena ini tanda tangan Anda."),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(
        self, data: QueryDict | dict[str, Any] | None = None, *, account: Account, staff: bool = True, **kwargs: Any
    ) -> None:
        super().__init__(data, **{"auto_id": "tanda_tangan_%s", **kwargs})
        self.account = account
        if not staff:
            del self.fields["password"]

    def clean_password(self) -> str:
        password: str = self.cleaned_data["password"]
        key = f"signing.wrong.{self.account.pk}"
        cache.add(key, 0, WINDOW)
        if cache.get(key, 0) >= ATTEMPTS:
            raise forms.ValidationError(_("Terlalu banyak kata sandi salah. Coba lagi sepuluh menit lagi."))
        if not self.account.check_password(password):
            cache.incr(key)
            raise forms.ValidationError(_("Kata sandi salah."))
        cache.delete(key)
        return password

    def statement(self, sentence: str) -> Statement:
        """What the signer saw and did. Never raises: a signature that is incomplete is refused by the door, so
        that the attempt is on record."""
        self.is_valid()
        given = self.cleaned_data if self.is_bound else {}
        return Statement(sentence, agreed=bool(given.get("agree")), reauthenticated="password" in given)
