from __future__ import annotations

from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.impartiality.roster import WORDS, person_named
from jamstac.impartiality.states import Disposition
from jamstac.ui.widgets import DayInput


def _day(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    widget = DayInput()
    return forms.DateField(label=label, required=required, help_text=hint, widget=widget)


class ProposalForm(forms.Form):
    disposition = forms.ChoiceField(label=_("Penanganan"), choices=Disposition.choices, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Alasan dan pengaman"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Misalnya asesor kedua mendampingi, atau mengapa datanya bukan benturan."),
    )


class ConfirmationForm(forms.Form):
    read = forms.DateTimeField(widget=forms.HiddenInput)
    confirm_reason = forms.CharField(
        label=_("Catatan Anda"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class RelationForm(forms.Form):
    """One relation between two people the LSP knows."""

    person = forms.CharField(label=_("Orang"), max_length=160, help_text=_("NIK, surel, atau nama lengkap."))
    kind = forms.ChoiceField(label=_("Hubungan"))
    other = forms.CharField(label=_("Terhadap"), max_length=160, help_text=_("NIK, surel, atau nama lengkap."))
    valid_from = _day(_("Sejak"))
    valid_until = _day(_("Sampai"), required=False, hint=_("Kosong: masih berlaku."))
    note = forms.CharField(label=_("Keterangan"), max_length=300, required=False)

    def __init__(self, *args: Any, body_id: UUID, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.body_id = body_id
        self.fields["kind"].choices = [(str(kind), kind.label) for kind in WORDS]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        data = self.cleaned_data
        for name in ("person", "other"):
            if name in data:
                data[name], wrong = person_named(self.body_id, data[name])
                if wrong:
                    self.add_error(name, wrong)
        if data.get("person") is not None and data.get("person") == data.get("other"):
            self.add_error("other", _("Kedua nama menunjuk orang yang sama."))
        start, end = data.get("valid_from"), data.get("valid_until")
        if start and end and end < start:
            self.add_error("valid_until", _("Tanggal sampai sebelum tanggal mulai."))
        return data


class RosterForm(forms.Form):
    rows = forms.CharField(
        label=_("Baris"),
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Tempel dari lembar sebar: pelatih, asesi, hubungan, sejak, sampai. Satu pasangan per baris."),
    )
    file = forms.FileField(label=_("Atau berkas CSV"), required=False)

    def text(self) -> str:
        """What was pasted, then what was uploaded. Call when valid."""
        upload = self.cleaned_data.get("file")
        uploaded = "" if upload is None else upload.read(400_000).decode("utf-8-sig", errors="replace")
        return f"{self.cleaned_data['rows']}\n{uploaded}" if uploaded else str(self.cleaned_data["rows"])


class EndingForm(forms.Form):
    last_day = _day(
        _("Hari terakhir"), hint=_("Satu hari sebelum hubungan dimulai: hubungan ini tidak pernah ada, salah catat.")
    )
    reason = forms.CharField(label=_("Alasan"), max_length=200, widget=forms.Textarea(attrs={"rows": 2}))
