from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.findings.states import WaiverKind
from jamstac.ui.widgets import DayInput


class AskForm(forms.Form):
    """An exception: why, until when, and the document where it rests on one."""

    reason = forms.CharField(label=_("Alasan"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))
    valid_until = forms.DateField(label=_("Berlaku sampai"), widget=DayInput())
    document_number = forms.CharField(label=_("Nomor dokumen"), max_length=120)
    document_date = forms.DateField(label=_("Tanggal dokumen"), widget=DayInput())
    scan = forms.FileField(label=_("Berkas dokumen"))

    def __init__(self, *args: Any, kind: WaiverKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kind == WaiverKind.DUAL:
            for name in ("document_number", "document_date", "scan"):
                del self.fields[name]
