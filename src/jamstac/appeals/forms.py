from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

OPTIONS = [("ya", _("Ya")), ("tidak", _("Tidak"))]


class AppealForm(forms.Form):
    """The three questions and the reason. Whether one is open is the door's to say."""

    explained = forms.ChoiceField(
        label=_("Apakah proses banding sudah dijelaskan kepada Anda?"), choices=OPTIONS, required=False
    )
    discussed = forms.ChoiceField(
        label=_("Apakah Anda sudah membicarakannya dengan asesor?"), choices=OPTIONS, required=False
    )
    helper = forms.ChoiceField(
        label=_("Apakah Anda mau melibatkan orang lain untuk membantu?"), choices=OPTIONS, required=False
    )
    reason = forms.CharField(
        label=_("Alasan banding"),
        help_text=_("Bagian mana dari proses atau keputusan yang tidak sesuai, dan buktinya."),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )

    def said(self, name: str) -> bool | None:
        return {"ya": True, "tidak": False}.get(self.cleaned_data.get(name, ""))
