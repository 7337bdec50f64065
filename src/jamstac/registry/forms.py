from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """The printed code."""

    code = forms.CharField(
        label=_("Kode pemeriksaan"),
        max_length=60,
        help_text=_("16 huruf dan angka di bawah kode QR, misalnya ABCD-EFGH-JKMN-PQRS."),
        error_messages={"required": _("Tulis kode yang tercetak di bawah kode QR.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class NumberForm(forms.Form):
    """A number, alone or with the holder's name."""

    number = forms.CharField(
        label=_("Nomor sertifikat atau nomor registrasi"),
        max_length=120,
        help_text=_("Spasi dan titik boleh ditulis boleh tidak."),
        error_messages={"required": _("Tulis nomor yang tercetak di sertifikat.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    name = forms.CharField(
        label=_("Nama pemegang"),
        required=False,
        max_length=120,
        help_text=_("Seperti tercetak; gelar boleh ditinggalkan. Tanpa nama, hanya dijawab terdaftar atau tidak."),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
