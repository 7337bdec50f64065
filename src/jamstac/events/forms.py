from __future__ import annotations

import datetime
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.bodies.models import Body
from jamstac.events.models import EventCandidate
from jamstac.events.states import CaseOutcome, DepartureKind, EventState, IncidentKind, Mode
from jamstac.people.models import Person
from jamstac.schemes.models import SchemeVersion
from jamstac.schemes.selectors import versions_in_force
from jamstac.ui.widgets import DayInput
from jamstac.venues.models import Venue


def _day(label: Any) -> forms.DateField:
    return forms.DateField(label=label, widget=DayInput())


def _time(label: Any) -> forms.TimeField:
    return forms.TimeField(label=label, widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))


class CandidateField(forms.ModelChoiceField[EventCandidate]):
    """One of an event's candidates, by name."""

    def label_from_instance(self, obj: EventCandidate) -> str:
        return obj.application.name


class ReasonForm(forms.Form):
    """Why. Whether a reason must be there is asked by the door."""

    reason = forms.CharField(
        label=_("Alasan"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, asked: bool = False, **kwargs: Any) -> None:
        """`asked`: the form says that a reason is needed; what was posted without one goes to the door, which refuses
        and writes that down."""
        super().__init__(*args, **kwargs)
        self.asked = asked
        self.fields["reason"].required = asked and not self.is_bound

    def full_clean(self) -> None:
        super().full_clean()
        self.fields["reason"].required = self.asked  # as it is drawn again


class StateFilter(forms.Form):
    """Of the list of events."""

    use_required_attribute = False

    keadaan = forms.ChoiceField(
        label=_("Keadaan"),
        choices=[("", _("Semua keadaan")), *((value, _(label)) for value, label in EventState.choices)],
    )


class PlanForm(forms.Form):
    """A jadwal: what, where, when, how. Whether it is allowed is asked by the door, for the day chosen."""

    scheme_version = forms.ModelChoiceField(SchemeVersion.objects.none(), label=_("Skema"))
    venue = forms.ModelChoiceField(Venue.objects.none(), label=_("Tempat uji kompetensi (TUK)"))
    date = _day(_("Tanggal"))
    start_time = _time(_("Mulai"))
    end_time = _time(_("Selesai"))
    mode = forms.ChoiceField(label=_("Cara pelaksanaan"), choices=Mode.choices, required=False)

    def __init__(self, *args: Any, body: Body, day: datetime.date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        versions, venues = self.fields["scheme_version"], self.fields["venue"]
        assert isinstance(versions, forms.ModelChoiceField)
        assert isinstance(venues, forms.ModelChoiceField)
        versions.queryset = versions_in_force(body.pk, day)
        venues.queryset = Venue.objects.filter(body=body).order_by("name")
        versions.empty_label = venues.empty_label = _("Pilih")

    def clean_mode(self) -> str:
        return str(self.cleaned_data["mode"] or Mode.ONSITE)


class CancelForm(forms.Form):
    reason = forms.CharField(label=_("Alasan pembatalan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))


class PostponeForm(ReasonForm):
    date = _day(_("Tanggal baru"))
    start_time = _time(_("Mulai"))
    end_time = _time(_("Selesai"))
    field_order = ("date", "start_time", "end_time", "reason")


class MoveForm(ReasonForm):
    venue = forms.ModelChoiceField(Venue.objects.none(), label=_("TUK baru"), empty_label=_("Pilih"))
    field_order = ("venue", "reason")

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["venue"].queryset = Venue.objects.filter(body=body).order_by("name")  # type: ignore[attr-defined]


class ReplaceForm(ReasonForm):
    """Who is replaced, by whom, and whether for one candidate only."""

    before = forms.ModelChoiceField(Person.objects.none(), label=_("Asesor yang diganti"), empty_label=_("Pilih"))
    after = forms.ModelChoiceField(Person.objects.none(), label=_("Asesor pengganti"), empty_label=_("Pilih"))
    candidate = CandidateField(
        EventCandidate.objects.none(),
        label=_("Untuk asesi"),
        required=False,
        empty_label=_("Semua asesinya yang belum dibuka"),
    )
    field_order = ("before", "after", "candidate", "reason")

    def __init__(
        self, *args: Any, candidates: Iterable[EventCandidate], assessors: Iterable[Person], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        rows = list(candidates)
        here = [row.assessor_id for row in rows]
        for name, people in (("before", here), ("after", [person.pk for person in assessors])):
            self.fields[name].queryset = Person.objects.filter(pk__in=people).order_by("name")  # type: ignore[attr-defined]
        field = self.fields["candidate"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = _named(rows)


class WithdrawForm(forms.Form):
    candidate = CandidateField(EventCandidate.objects.none(), label=_("Asesi"), empty_label=_("Pilih"))
    kind = forms.ChoiceField(
        label=_("Sebab"),
        choices=[choice for choice in DepartureKind.choices if choice[0] != DepartureKind.ABSENT],
    )
    reason = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))

    def __init__(self, *args: Any, candidates: Iterable[EventCandidate], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["candidate"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = _named(candidates)


def _named(rows: Iterable[EventCandidate]) -> Any:
    found = EventCandidate.objects.filter(pk__in=[row.pk for row in rows if row.opened_at is None])
    return found.select_related("application").order_by("application__name")


class LeadForm(forms.Form):
    person = forms.ModelChoiceField(Person.objects.none(), label=_("Lead asesor"), empty_label=_("Pilih"))

    def __init__(self, *args: Any, assessors: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(pk__in=[person.pk for person in assessors]).order_by("name")
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class VerifierForm(forms.Form):
    verifier = forms.ModelChoiceField(Person.objects.none(), label=_("Verifikator"), empty_label=_("Pilih"))
    due_on = _day(_("Diperiksa paling lambat"))

    def __init__(self, *args: Any, verifiers: Iterable[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = Person.objects.filter(pk__in=[person.pk for person in verifiers]).order_by("name")
        self.fields["verifier"].queryset = people  # type: ignore[attr-defined]


class VerificationForm(forms.Form):
    """What the verifikator found."""

    verified_on = _day(_("Tanggal pemeriksaan"))
    fit = forms.TypedChoiceField(
        label=_("Hasil verifikasi"),
        choices=[("ya", _("Layak")), ("tidak", _("Belum layak"))],
        coerce=lambda value: value == "ya",
        widget=forms.RadioSelect,
    )
    findings = forms.CharField(
        label=_("Catatan"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Perlengkapan yang diperiksa: jumlah, baik atau rusak, dan yang harus dilengkapi."),
    )


# ---------------------------------------------------------------- the day


class ArrivalForm(forms.Form):
    arrived_at = forms.TimeField(
        label=_("Jam tiba"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Kosongkan untuk sekarang. Isi bila menyalin dari daftar kertas."),
    )


class AbsenceForm(forms.Form):
    reason = forms.CharField(label=_("Alasan tidak hadir"), max_length=300)


class OutcomeForm(forms.Form):
    """What an incident means for one case, told apart by the form's prefix."""

    outcome = forms.ChoiceField(
        label=_("Akibat"), choices=CaseOutcome.choices, required=False, widget=forms.RadioSelect
    )
    reason = forms.CharField(label=_("Alasan bila tetap ditahan"), max_length=300, required=False)


class ClearingForm(forms.Form):
    reason = forms.CharField(label=_("Alasan dilepas"), max_length=300, required=False)


class TicketForm(forms.Form):
    code = forms.CharField(
        label=_("Kode kartu peserta"),
        max_length=40,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false", "autofocus": True}
        ),
    )


class IncidentForm(forms.Form):
    kind = forms.ChoiceField(label=_("Jenis"), choices=IncidentKind.choices, widget=forms.RadioSelect)
    at = forms.TimeField(label=_("Jam kejadian"), widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"))
    day = _day(_("Hari kejadian"))
    description = forms.CharField(
        label=_("Apa yang terjadi"), max_length=2000, widget=forms.Textarea(attrs={"rows": 5})
    )


class ClosingForm(forms.Form):
    closing = forms.CharField(
        label=_("Tindak lanjut"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 4})
    )


class PhotoForm(forms.Form):
    """Time and place are asked only where the camera wrote none."""

    photo = forms.FileField(label=_("Foto"))
    caption = forms.CharField(label=_("Yang terlihat"), max_length=200)
    taken_at = forms.TimeField(
        label=_("Jam diambil"),
        required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        help_text=_("Kosongkan bila tercatat pada foto; tanpa catatan dipakai jam sekarang."),
    )
    latitude = forms.DecimalField(
        label=_("Lintang"), required=False, max_digits=9, decimal_places=6, min_value=-90, max_value=90
    )
    longitude = forms.DecimalField(
        label=_("Bujur"), required=False, max_digits=9, decimal_places=6, min_value=-180, max_value=180
    )
    place_source = forms.CharField(required=False, widget=forms.HiddenInput)
