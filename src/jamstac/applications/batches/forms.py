from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.applications.importing.columns import FIELDS
from jamstac.applications.models import Batch
from jamstac.applications.states import Payer
from jamstac.bodies.models import Body
from jamstac.people.actors import in_force
from jamstac.people.models import Appointment, Person
from jamstac.people.states import Function
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import versions_in_force


class BatchForm(forms.ModelForm[Batch]):
    """What is asked of a batch; the scheme only when it is opened."""

    class Meta:
        model = Batch
        fields = (
            "scheme_version",
            "title",
            "institution",
            "payer",
            "contact_name",
            "contact_phone",
            "contact_email",
            "sponsor",
        )
        widgets = {"payer": forms.RadioSelect}

    use_required_attribute = False

    def __init__(self, *args: Any, body: Body, day: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance._state.adding:
            version = self.fields["scheme_version"]
            assert isinstance(version, forms.ModelChoiceField)
            version.label = _("Skema")
            version.queryset = versions_in_force(body.pk, day)
            version.label_from_instance = _scheme  # type: ignore[method-assign, assignment]
        else:
            del self.fields["scheme_version"]
        sponsor = self.fields["sponsor"]
        assert isinstance(sponsor, forms.ModelChoiceField)
        held = Appointment.objects.filter(in_force(day), body=body, function=Function.SPONSOR)
        sponsor.queryset = Person.objects.filter(pk__in=held.values("person")).order_by("name")
        sponsor.label = _("Mitra yang mengikuti kemajuan kelompok")
        sponsor.help_text = _("Melihat kemajuan asesi yang menyetujuinya, tanpa NIK, berkas, dan hasil.")
        self.fields["institution"].help_text = _("Tercatat sebagai asal asesi yang tidak punya kolom sekolah sendiri.")
        payer = self.fields["payer"]
        assert isinstance(payer, forms.ChoiceField)
        payer.choices = Payer.choices


def _scheme(version: SchemeVersion) -> str:
    return version.scheme.title


class UploadForm(forms.Form):
    """A list to be imported outside any batch says where the people come from, if the list does not."""

    institution = forms.CharField(
        label=_("Sekolah atau lembaga"),
        required=False,
        max_length=160,
        help_text=_("Dipakai untuk baris yang tidak menyebut lembaganya."),
    )


class ColumnForm(forms.Form):
    """The select beside one column of the list."""

    use_required_attribute = False

    field = forms.ChoiceField(label=_("Berisi"), required=False)

    def __init__(self, position: int, heading: str, chosen: str) -> None:
        super().__init__(initial={"field": chosen}, prefix=f"kolom-{position}", auto_id="%s")
        field = self.fields["field"]
        assert isinstance(field, forms.ChoiceField)
        field.label = heading or str(_("Kolom tanpa judul"))
        field.required = True  # no "may be empty" beside each: leaving out is one of the choices
        field.choices = [("", _("Tidak dipakai")), *FIELDS.items()]
