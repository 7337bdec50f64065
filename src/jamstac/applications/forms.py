from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.applications.guardians import Guardian
from jamstac.applications.models import ApplicationDraft
from jamstac.applications.selectors import BIODATA, IDENTITY, birth_date_is_possible
from jamstac.people.models import phone_validator
from jamstac.schemes.models import Scheme
from jamstac.ui.widgets import DayInput

_AUTOCOMPLETE = {
    "name": "name",
    "address": "street-address",
    "postcode": "postal-code",
    "phone": "tel",
    "email": "email",
    "institution": "organization",
    "position": "organization-title",
}
_HINTS = {
    "name": _("Seperti pada KTP; nama ini dicetak pada sertifikat."),
    "nik": _("16 angka, seperti pada KTP."),
    "phone": _("Untuk kabar jadwal. Tidak ditampilkan kepada umum."),
    "education": _("Jenjang dan jurusan terakhir, misalnya SMK Rekayasa Perangkat Lunak."),
}
PERSONAL = ("name", "nik", "birth_place", "birth_date", "sex", "nationality", "address", "postcode", "phone", "email")
WORK = ("education", "institution", "position", "office_address", "office_phone")


class BiodataForm(forms.ModelForm[ApplicationDraft]):
    """FR.APL.01 part 1. Shows what is wrong in what was typed; what is still missing is told before sending."""

    class Meta:
        model = ApplicationDraft
        fields = BIODATA
        widgets = {
            "birth_date": DayInput(),
            "sex": forms.RadioSelect,
            "nik": forms.TextInput(attrs={"inputmode": "numeric"}),
            "phone": forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
            "postcode": forms.TextInput(attrs={"inputmode": "numeric"}),
            "office_phone": forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
        }

    use_required_attribute = False

    def __init__(self, *args: Any, day: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.day = day
        for name, each in self.fields.items():
            each.required = name in IDENTITY
            if name in _AUTOCOMPLETE:
                each.widget.attrs["autocomplete"] = _AUTOCOMPLETE[name]
            each.help_text = _HINTS.get(name, "")
        self.fields["sex"].choices = [choice for choice in self.fields["sex"].choices if choice[0]]  # type: ignore[attr-defined]

    def full_clean(self) -> None:
        """An empty field is no mistake while the form is being filled."""
        super().full_clean()
        for name, found in self.errors.as_data().items():
            if all(error.code == "required" for error in found):
                del self.errors[name]

    def clean_birth_date(self) -> Any:
        born = self.cleaned_data["birth_date"]
        if not birth_date_is_possible(born, self.day):
            raise forms.ValidationError(_("Tanggal ini tidak mungkin: di masa depan atau lebih dari 100 tahun lalu."))
        return born

    def nik_hint(self) -> bool:
        """The date inside the NIK differs from the birth date: worth a second look, no reason to refuse.

        Digits 7 to 12 are day, month, year of birth; the day of a woman has 40 added."""
        draft = self.instance
        if len(draft.nik) != 16 or not draft.nik.isdecimal() or draft.birth_date is None:
            return False
        born = draft.birth_date
        days = {born.day, born.day + 40} if not draft.sex else {born.day + (40 if draft.sex == "P" else 0)}
        return draft.nik[6:12] not in {f"{day:02}{born:%m%y}" for day in days}


class ProofForm(forms.Form):
    """The words about evidence for one element; the field's name carries the element."""

    bukti = forms.CharField(
        label=_("Bukti yang relevan"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def add_prefix(self, field_name: str) -> str:
        return f"{field_name}-{self.prefix}"


class FindingForm(forms.Form):
    """The reviewer's words about one evidence row."""

    catatan = forms.CharField(
        label=_("Catatan untuk bukti ini"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def add_prefix(self, field_name: str) -> str:
        return f"{field_name}-{self.prefix}"


class ReviewForm(forms.Form):
    """The reviewer's words about the whole application."""

    catatan = forms.CharField(
        label=_("Catatan"),
        help_text=_("Dibaca pemohon, dan tercetak pada FR.APL.01. Wajib bila permohonan ditolak."),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class SchemeFilter(forms.Form):
    """The select of the list's filters."""

    use_required_attribute = False

    skema = forms.ChoiceField(label=_("Skema"))

    def __init__(self, schemes: list[Scheme], chosen: Scheme | None) -> None:
        super().__init__(initial={"skema": str(chosen.pk) if chosen else ""})
        field = self.fields["skema"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Semua skema")), *((str(each.pk), each.title) for each in schemes)]


class WishForm(forms.Form):
    """The words about one special need; the field's name carries its number in FR.AK.07."""

    harap = forms.CharField(
        label=_("Yang saya perlukan"), max_length=400, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def add_prefix(self, field_name: str) -> str:
        return f"{field_name}-{self.prefix}"


class PurposeForm(forms.Form):
    """The words of another purpose than those of FR.APL.01."""

    lainnya = forms.CharField(label=_("Tujuan lain"), max_length=120, required=False)


class GuardianForm(forms.Form):
    """Who the guardian is; with a link how to reach them."""

    nama = forms.CharField(label=_("Nama lengkap orang tua atau wali"), max_length=120)
    hubungan = forms.CharField(
        label=_("Hubungan"), max_length=60, help_text=_("Misalnya ibu kandung, ayah, atau wali.")
    )
    ponsel = forms.CharField(
        label=_("Nomor ponsel wali"),
        max_length=20,
        required=False,
        validators=[phone_validator],
        help_text=_("Untuk mengirim tautan lewat WhatsApp."),
        widget=forms.TextInput(attrs={"type": "tel", "inputmode": "tel"}),
    )
    surel = forms.EmailField(
        label=_("Surel wali"), required=False, help_text=_("Bila diisi, tautan juga dikirim ke sini.")
    )

    use_required_attribute = False

    def guardian(self) -> Guardian:
        """As typed; what is missing is for the door to refuse."""
        given = self.cleaned_data
        return Guardian(
            name=given.get("nama", ""),
            relationship=given.get("hubungan", ""),
            phone=given.get("ponsel", ""),
            email=given.get("surel", ""),
        )


class GuardianPaperForm(GuardianForm):
    """Who signed the paper, and its scan."""

    surat = forms.FileField(
        label=_("Surat yang ditandatangani"), help_text=_("Foto atau pindaian: PDF, JPEG, atau PNG.")
    )
    field_order = ("nama", "hubungan", "surat")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "surat_%s", **kwargs})
        del self.fields["ponsel"], self.fields["surel"]


class GuardianAnswerForm(forms.Form):
    """The guardian's own hand on the page behind the link."""

    nama = forms.CharField(label=_("Nama lengkap Anda"), max_length=120, required=False)
    setuju = forms.BooleanField(label=_("Saya menyetujui pernyataan di atas"), required=False)


class NoteForm(forms.Form):
    """Why a paper is refused, or a consent taken back."""

    alasan = forms.CharField(
        label=_("Alasan"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )


class NeedForm(forms.Form):
    """The decision about one special need; the field names carry the need."""

    tindakan = forms.CharField(
        label=_("Penyesuaian yang diberikan"),
        max_length=400,
        required=False,
        help_text=_("Bila dikabulkan. Terbaca asesor dan asesi."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    menit = forms.IntegerField(label=_("Tambahan waktu (menit)"), min_value=0, max_value=480, required=False)
    alasan = forms.CharField(
        label=_("Alasan"),
        max_length=400,
        required=False,
        help_text=_("Wajib bila tidak dikabulkan."),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
