from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.bodies.models import Body
from jamstac.certification.models import Meeting
from jamstac.certification.selectors import deciders_from
from jamstac.certification.states import Outcome
from jamstac.people.models import Person


class MeetingForm(forms.ModelForm[Meeting]):
    """A new pleno. Who may be named is asked again by the door, for the meeting's own day."""

    members = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label=_("Anggota rapat"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Pilih anggota yang diundang.")},
    )
    chair = forms.ModelChoiceField(Person.objects.none(), label=_("Ketua rapat"), empty_label=_("Pilih ketua"))

    class Meta:
        model = Meeting
        fields = ("date", "time", "place")
        widgets = {"date": forms.DateInput(), "time": forms.TimeInput()}

    field_order = ("date", "time", "place", "members", "chair")

    def __init__(self, body: Body, day: Any, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Person.objects.filter(pk__in=deciders_from(body.pk, day)).order_by("name")
        for name in ("members", "chair"):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)
            field.queryset = found


class DecisionForm(forms.Form):
    """What the chair writes; the door says what is missing."""

    use_required_attribute = False

    outcome = forms.ChoiceField(label=_("keputusan"), choices=Outcome.choices, widget=forms.RadioSelect)
    reason = forms.CharField(label=_("Alasan tertulis"), widget=forms.Textarea(attrs={"rows": 4, "maxlength": 2000}))


class ReasonForm(forms.Form):
    why = forms.CharField(label=_("Alasan"), widget=forms.Textarea(attrs={"rows": 2, "maxlength": 300}))
