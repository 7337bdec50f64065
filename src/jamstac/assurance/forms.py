from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.assurance.sheets import Answers
from jamstac.assurance.texts import COMPONENTS
from jamstac.people.models import Person
from jamstac.ui.widgets import DayInput

OPTIONS = [("ya", _("Ya")), ("tidak", _("Tidak"))]


class FeedbackForm(forms.Form):
    """FR.AK.03 on a phone. Whether an open component stops the act is the door's to say."""

    comment = forms.CharField(label=_("Catatan lainnya"), required=False, widget=forms.Textarea(attrs={"rows": 3}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for number in range(1, len(COMPONENTS) + 1):
            self.fields[f"answer_{number}"] = forms.ChoiceField(choices=OPTIONS, required=False)
            self.fields[f"note_{number}"] = forms.CharField(label=_("Catatan"), max_length=400, required=False)

    def rows(self) -> Iterator[tuple[int, str, forms.BoundField, forms.BoundField]]:
        """number, text, the Ya/Tidak field, the note field."""
        for number, text in enumerate(COMPONENTS, 1):
            yield number, text, self[f"answer_{number}"], self[f"note_{number}"]

    def answers(self) -> Answers:
        """The components that were answered."""
        data = self.cleaned_data
        return {
            number: (data[f"answer_{number}"] == "ya", data[f"note_{number}"])
            for number in range(1, len(COMPONENTS) + 1)
            if data.get(f"answer_{number}")
        }


class SummaryForm(forms.Form):
    assessor = forms.ModelChoiceField(
        Person.objects.none(), label=_("Asesor"), required=False, empty_label=_("Semua asesor")
    )
    since = forms.DateField(label=_("Sejak"), required=False, widget=DayInput())
    until = forms.DateField(label=_("Sampai"), required=False, widget=DayInput())

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["assessor"].queryset = people  # type: ignore[attr-defined]
