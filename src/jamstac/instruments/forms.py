from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jamstac.instruments.actions import OF_THE_INSTRUMENT, OF_THE_SET, ItemInput
from jamstac.instruments.models import Instrument, Item, ToolSet
from jamstac.instruments.states import WRITTEN, InstrumentCode, RelevantPerson
from jamstac.instruments.validation_states import RelevantRole, ValidationPart, ValidationPeriod
from jamstac.people.models import Person
from jamstac.ui.widgets import DayInput

OPTIONS = 5
FINDINGS = 4
FILE_LIMIT = 2 * 1024 * 1024


class PlanForm(forms.ModelForm[ToolSet]):
    """FR.MAPA.01 parts 1 and 3."""

    class Meta:
        model = ToolSet
        fields = OF_THE_SET
        widgets = {
            name: forms.Textarea(attrs={"rows": 2})
            for name in ("candidate_traits", "modification", "package_advice", "tool_adjustment", "integration")
        }

    def __init__(self, *args: Any, consulted: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for role in RelevantPerson:
            self.fields[f"orang_{role.value}"] = forms.CharField(
                label=gettext(str(role.label)), max_length=120, required=False, initial=consulted.get(role.value, "")
            )

    def consultations(self) -> dict[str, str]:
        return {role.value: self.cleaned_data[f"orang_{role.value}"] for role in RelevantPerson}

    def of_the_set(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in OF_THE_SET}


class InstrumentForm(forms.ModelForm[Instrument]):
    class Meta:
        model = Instrument
        fields = OF_THE_INSTRUMENT
        widgets = {
            "instruction": forms.Textarea(attrs={"rows": 4}),
            "scenario": forms.Textarea(attrs={"rows": 6}),
            "equipment": forms.Textarea(attrs={"rows": 3}),
        }

    SHOWN: dict[str, tuple[str, ...]] = {
        InstrumentCode.PRACTICE: ("title", "instruction", "scenario", "equipment", "minutes"),
        InstrumentCode.PROJECT: ("title", "instruction", "scenario", "equipment", "minutes"),
        InstrumentCode.CHOICE: ("title", "instruction", "minutes", "draw"),
        InstrumentCode.ESSAY: ("title", "instruction", "minutes", "draw"),
    }

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        shown = self.SHOWN.get(code, ("title", "instruction"))
        for name in [each for each in self.fields if each not in shown]:
            del self.fields[name]


class NewInstrumentForm(forms.Form):
    code = forms.ChoiceField(label=_("Instrumen"))
    group = forms.ChoiceField(label=_("Kelompok pekerjaan"), required=False)
    title = forms.CharField(label=_("Judul"), max_length=200)

    def __init__(self, *args: Any, groups: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        codes, places = self.fields["code"], self.fields["group"]
        assert isinstance(codes, forms.ChoiceField)
        assert isinstance(places, forms.ChoiceField)
        codes.choices = [(code.value, gettext(str(code.label))) for code in WRITTEN]
        places.choices = [("", gettext("Seluruh skema")), *[(group, group) for group in groups if group]]


class ItemForm(forms.Form):
    """One item. `criteria` are ticked beside it on the page."""

    text = forms.CharField(label=_("Pertanyaan atau butir"), widget=forms.Textarea(attrs={"rows": 3}))
    section = forms.CharField(label=_("Bagian"), max_length=120, required=False)
    key = forms.CharField(
        label=_("Kunci jawaban, atau hal yang harus ada pada jawaban"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    right = forms.ChoiceField(label=_("Pilihan yang benar"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, code: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.letters = "ABCDE"[:OPTIONS] if code == InstrumentCode.CHOICE else ""
        right = self.fields.pop("right")
        if self.letters:
            del self.fields["key"]
            for letter in self.letters:
                self.fields[f"option_{letter}"] = forms.CharField(
                    label=gettext("Pilihan %(letter)s") % {"letter": letter}, max_length=400, required=False
                )
            assert isinstance(right, forms.ChoiceField)
            right.choices = [(letter, letter) for letter in self.letters]
            self.fields["right"] = right

    @staticmethod
    def initial_of(item: Item) -> dict[str, str]:
        options = list(item.options.all())
        given = {f"option_{option.letter}": option.text for option in options}
        right = next((option.letter for option in options if option.correct), "")
        return {"text": item.text, "section": item.section, "key": item.key, "right": right, **given}

    def item(self, criteria: Iterable[UUID]) -> ItemInput:
        data = self.cleaned_data
        given: ItemInput = {
            "text": data["text"],
            "section": data["section"],
            "key": data.get("key", ""),
            "criteria": list(criteria),
        }
        if self.letters:
            given["options"] = [
                {"text": data[f"option_{letter}"], "correct": letter == data["right"]}
                for letter in self.letters
                if data[f"option_{letter}"]
            ]
        return given


class PasteForm(forms.Form):
    """Many questions at once: cells copied from a spreadsheet, or the file itself."""

    cells = forms.CharField(
        label=_("Tempel dari lembar kerja"), required=False, widget=forms.Textarea(attrs={"rows": 6})
    )
    file = forms.FileField(label=_("Berkas XLSX atau CSV"), required=False)
    replace = forms.BooleanField(label=_("Ganti semua butir yang sudah ada"), required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("cells", "").strip() and not data.get("file"):
            raise forms.ValidationError(_("Tempel baris soal, atau pilih berkasnya."))
        if data.get("file") and data["file"].size > FILE_LIMIT:
            self.add_error("file", _("Berkas lebih besar dari 2 MB."))
        return data


class SendForm(forms.Form):
    validator = forms.ModelChoiceField(Person.objects.none(), label=_("Validator"))

    def __init__(self, *args: Any, people: Sequence[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["validator"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Person.objects.filter(pk__in=[person.pk for person in people]).order_by("name")
        field.empty_label = gettext("Pilih")


class ReturnForm(forms.Form):
    reason = forms.CharField(
        label=_("Apa yang harus diperbaiki"), required=False, widget=forms.Textarea(attrs={"rows": 3})
    )


class ReleaseForm(forms.Form):
    valid_from = forms.DateField(label=_("Berlaku sejak"), widget=DayInput())
    valid_until = forms.DateField(label=_("Berlaku sampai"), required=False, widget=DayInput())


class EndForm(forms.Form):
    last_day = forms.DateField(label=_("Hari terakhir berlaku"), widget=DayInput())


class ValidationForm(forms.Form):
    """FR.VA beside its ticks: place, day, witnesses, findings, improvements, team."""

    held_on = forms.DateField(label=_("Hari/tanggal"), widget=DayInput())
    place = forms.CharField(label=_("Tempat"), max_length=200)
    members = forms.ModelMultipleChoiceField(
        Person.objects.none(),
        label=_("Anggota tim validasi lain"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, people: Sequence[Person], period: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["members"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        field.queryset = Person.objects.filter(pk__in=[person.pk for person in people]).order_by("name")
        if not people:
            del self.fields["members"]
        if period:
            self.fields["period"] = forms.ChoiceField(
                label=_("Periode"),
                choices=[(each.value, gettext(str(each.label))) for each in list(ValidationPeriod)[1:]],
            )
        for part in (ValidationPart.PURPOSE, ValidationPart.CONTEXT, ValidationPart.APPROACH):
            self.fields[f"other_{part.value}"] = forms.CharField(label=_("Lainnya"), max_length=200, required=False)
        for role in RelevantRole:
            self.fields[f"witness_{role.value}"] = forms.CharField(
                label=gettext(str(role.label)), max_length=120, required=False
            )
            self.fields[f"outcome_{role.value}"] = forms.CharField(
                label=_("Hasil konfirmasi"), max_length=300, required=False
            )
        for number in range(1, FINDINGS + 1):
            self._row(number)

    def _row(self, number: int) -> None:
        area = {"rows": 2}
        self.fields[f"finding_{number}"] = forms.CharField(
            label=_("Temuan"), required=False, widget=forms.Textarea(attrs=area)
        )
        self.fields[f"recommendation_{number}"] = forms.CharField(
            label=_("Rekomendasi"), required=False, widget=forms.Textarea(attrs=area)
        )
        self.fields[f"activity_{number}"] = forms.CharField(label=_("Kegiatan"), max_length=300, required=False)
        self.fields[f"due_{number}"] = forms.DateField(label=_("Waktu penyelesaian"), required=False, widget=DayInput())
        self.fields[f"responsible_{number}"] = forms.CharField(
            label=_("Penanggung jawab"), max_length=120, required=False
        )

    @property
    def witness_rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"witness_{role.value}"], self[f"outcome_{role.value}"]) for role in RelevantRole]

    @property
    def finding_rows(self) -> list[tuple[Any, Any]]:
        return [(self[f"finding_{n}"], self[f"recommendation_{n}"]) for n in range(1, FINDINGS + 1)]

    @property
    def improvement_rows(self) -> list[tuple[Any, Any, Any]]:
        return [(self[f"activity_{n}"], self[f"due_{n}"], self[f"responsible_{n}"]) for n in range(1, FINDINGS + 1)]

    def written(self) -> dict[str, Any]:
        """What the door is given, without the ticks."""
        data = self.cleaned_data
        numbers = range(1, FINDINGS + 1)
        return {
            "held_on": data["held_on"],
            "place": data["place"],
            "members": list(data.get("members", [])),
            "others": {part.value: data[f"other_{part.value}"] for part in list(ValidationPart)[:3]},
            "witnesses": [
                {"role": role.value, "name": data[f"witness_{role.value}"], "outcome": data[f"outcome_{role.value}"]}
                for role in RelevantRole
                if data[f"witness_{role.value}"]
            ],
            "findings": [
                {"finding": data[f"finding_{n}"], "recommendation": data[f"recommendation_{n}"]}
                for n in numbers
                if data[f"finding_{n}"]
            ],
            "improvements": [
                {
                    "activity": data[f"activity_{n}"],
                    "due": data[f"due_{n}"],
                    "responsible": data[f"responsible_{n}"],
                }
                for n in numbers
                if data[f"activity_{n}"] or data[f"due_{n}"] or data[f"responsible_{n}"]
            ],
        }
