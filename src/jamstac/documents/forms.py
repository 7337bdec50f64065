"""The form behind `<c-signing>`: agree to the sentence shown; staff give their password once more. And the forms of
paper sheets.
"""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.cache import cache
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from jamstac.documents.catalogue import CATALOGUE, is_of_a_case
from jamstac.documents.facts import Statement
from jamstac.people.models import Account
from jamstac.ui.widgets import DayInput

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


def _paper_choices() -> list[tuple[str, str]]:
    return [(code, f"{code} {_(code.label)}") for code in CATALOGUE if is_of_a_case(code)]


class PaperForm(forms.Form):
    """A form that was filled in on paper, with its scan."""

    formulir = forms.ChoiceField(label=gettext_lazy("Formulir"), choices=_paper_choices)
    tanggal = forms.DateField(
        label=gettext_lazy("Diisi pada"),
        help_text=gettext_lazy("Tanggal yang tertera pada kertas."),
        widget=DayInput(),
    )
    alasan = forms.CharField(
        label=gettext_lazy("Alasan memakai kertas"),
        max_length=300,
        help_text=gettext_lazy("Misalnya listrik padam selama asesmen."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    pindaian = forms.FileField(
        label=gettext_lazy("Pindaian (PDF, JPG, atau PNG)"),
        help_text=gettext_lazy("Semua halaman dalam satu PDF, atau foto satu halaman."),
    )


class PaperRejectionForm(forms.Form):
    alasan = forms.CharField(
        label=gettext_lazy("Apa yang salah"), max_length=300, widget=forms.Textarea(attrs={"rows": 2})
    )


class FrameForm(forms.Form):
    """For what an empty form is printed; what is chosen already stays on the list."""

    untuk = forms.ChoiceField(
        label=gettext_lazy("Kepala formulir diisi untuk"),
        help_text=gettext_lazy("Judul skema, TUK, nama, dan unit dicetak lebih dulu."),
        required=False,
    )

    def __init__(self, choices: list[tuple[str, str]], chosen: str, title: str) -> None:
        super().__init__(initial={"untuk": chosen})
        offered = [("", _("Tidak ada, kosong seluruhnya")), *choices]
        if chosen not in dict(offered):
            offered.append((chosen, title))
        self.fields["untuk"].choices = offered  # type: ignore[attr-defined]
