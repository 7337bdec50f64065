from __future__ import annotations

import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.bodies.models import Body
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import versions_in_force
from jamstac.venues.models import Venue


class PlanForm(forms.Form):
    """A jadwal: what, where, when. Whether it is allowed is asked by the door, for the day chosen."""

    scheme_version = forms.ModelChoiceField(SchemeVersion.objects.none(), label=_("Skema"))
    venue = forms.ModelChoiceField(Venue.objects.none(), label=_("Tempat uji kompetensi (TUK)"))
    date = forms.DateField(label=_("Tanggal"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"))
    start_time = forms.TimeField(label=_("Mulai"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    end_time = forms.TimeField(label=_("Selesai"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))

    def __init__(self, *args: Any, body: Body, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions, venues = self.fields["scheme_version"], self.fields["venue"]
        assert isinstance(versions, forms.ModelChoiceField)
        assert isinstance(venues, forms.ModelChoiceField)
        versions.queryset = versions_in_force(body.pk, day)
        venues.queryset = Venue.objects.filter(body=body).order_by("name")
        versions.empty_label = venues.empty_label = _("Pilih")


class CancelForm(forms.Form):
    reason = forms.CharField(label=_("Alasan pembatalan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
