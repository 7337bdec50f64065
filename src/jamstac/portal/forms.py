from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class JoinForm(forms.Form):
    name = forms.CharField(
        label=_("Nama lengkap Anda"),
        max_length=120,
        min_length=3,
        help_text=_("Tulis seperti pada KTP: nama ini nanti tercetak di sertifikat."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
