"""Forms of the guided setup. They check what was typed; what may be done is the doors' matter."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from jamstac.assessors.models import AssessorCertificate, Pact
from jamstac.assessors.states import Standing
from jamstac.bodies.models import Body
from jamstac.bodies.states import NumberScope
from jamstac.documents.files import check
from jamstac.licensing.models import Licence
from jamstac.parameters.keys import Key
from jamstac.people.models import Appointment, Person
from jamstac.schemes.models import Scheme, SchemeVersion
from jamstac.standards.models import Standard
from jamstac.standards.states import UNKNOWN_NUMBER
from jamstac.ui.why import reasons
from jamstac.ui.widgets import DayInput
from jamstac.venues.models import Venue

LOGO_LIMIT = 300 * 1024


def day_field(label: Any, *, required: bool = True, hint: Any = "") -> forms.DateField:
    return forms.DateField(label=label, required=required, help_text=hint, widget=DayInput())


def use_day_inputs(form: forms.BaseForm) -> None:
    for field in form.fields.values():
        if isinstance(field, forms.DateField):
            field.widget = DayInput()


class ProfileForm(forms.ModelForm[Body]):
    logo_file = forms.FileField(
        label=_("Logo untuk kop surat"), required=False, help_text=_("PNG atau JPG, paling besar 300 KB.")
    )

    class Meta:
        model = Body
        fields = (
            "name",
            "full_name",
            "kind",
            "code",
            "address",
            "city",
            "phone",
            "email",
            "web",
            "time_zone",
            "open_for_applications",
        )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["open_for_applications"].label = _("Buka untuk permohonan baru")
        self.fields["open_for_applications"].help_text = _("LSP tercantum di halaman depan dan menerima permohonan.")
        for name in ("address", "city"):
            self.fields[name].required = True

    def clean_logo_file(self) -> Any:
        file = self.cleaned_data["logo_file"]
        if file is None:
            return None
        data = file.read(LOGO_LIMIT + 1)
        if len(data) > LOGO_LIMIT:
            raise forms.ValidationError(_("Logo lebih besar dari 300 KB. Perkecil dulu."))
        kind = _image_type(data)
        if not kind:
            raise forms.ValidationError(_("Isi berkas bukan PNG atau JPG. Simpan ulang sebagai PNG."))
        return data, kind


def _image_type(data: bytes) -> str:
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "image/png"
    return "image/jpeg" if data.startswith(b"\xff\xd8\xff") else ""


class LicenceForm(forms.ModelForm[Licence]):
    scan = forms.FileField(
        label=_("Pindaian SK lisensi"), required=False, help_text=_("PDF, JPG, atau PNG, paling besar 10 MB.")
    )

    class Meta:
        model = Licence
        fields = ("number", "decree_number", "decree_date", "valid_from", "valid_until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        use_day_inputs(self)
        self.fields["number"].help_text = _("Seperti tercetak pada sertifikat lisensi, misalnya BNSP-LSP-0000-ID.")

    def clean_scan(self) -> Any:
        file = self.cleaned_data["scan"]
        if file is not None:
            verdict = check(file.read(settings.UPLOAD_LIMIT + 1))
            file.seek(0)
            if verdict.refusals:
                raise forms.ValidationError([f"{each.sentence} {each.remedy}" for each in reasons(verdict)])
        return file


class RemoteApprovalForm(forms.Form):
    number = forms.CharField(label=_("Nomor surat persetujuan"), max_length=100)
    approved_on = day_field(_("Tanggal surat"))
    valid_from = day_field(_("Berlaku sejak"))
    valid_until = day_field(_("Berlaku sampai"))
    scan = forms.FileField(label=_("Pindaian surat"), help_text=_("PDF, JPG, atau PNG, paling besar 10 MB."))


class AnnexForm(forms.Form):
    scheme = forms.ModelChoiceField(Scheme.objects.none(), label=_("Skema"))
    valid_from = day_field(_("Berlaku sejak"))
    valid_until = day_field(_("Berlaku sampai"), required=False, hint=_("Kosong: selama lisensi berlaku."))

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].queryset = Scheme.objects.filter(body=body).order_by("title")  # type: ignore[attr-defined]


class LastDayForm(forms.Form):
    last_day = day_field(_("Hari terakhir"))


class EndAppointmentForm(LastDayForm):
    reason = forms.CharField(label=_("Alasan"), max_length=300)


class PersonForm(forms.Form):
    name = forms.CharField(label=_("Nama lengkap"), max_length=120, min_length=3)
    email = forms.EmailField(label=_("Surel"), help_text=_("Untuk masuk. Tautan membuat kata sandi dikirim ke sini."))


class AppointmentForm(forms.ModelForm[Appointment]):
    class Meta:
        model = Appointment
        fields = ("function", "decree_number", "decree_date", "valid_from", "valid_until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        use_day_inputs(self)
        self.fields["valid_until"].help_text = _("Kosong: sampai diakhiri.")


class AssessorCertificateForm(forms.ModelForm[AssessorCertificate]):
    class Meta:
        model = AssessorCertificate
        fields = ("met_number", "valid_from", "valid_until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        use_day_inputs(self)
        self.fields["met_number"].help_text = _("Seperti tercetak, misalnya MET.000.000000 2026.")


class AuthorisationForm(forms.Form):
    scheme = forms.ModelChoiceField(Scheme.objects.none(), label=_("Skema"))
    basis = forms.CharField(
        label=_("Bukti kompetensi teknis"),
        max_length=300,
        help_text=_("Misalnya sertifikat teknis dengan nomornya, atau pengalaman kerja dengan tahunnya."),
    )
    valid_from = day_field(_("Berlaku sejak"))
    valid_until = day_field(_("Berlaku sampai"), required=False, hint=_("Kosong: sampai diakhiri."))

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].queryset = Scheme.objects.filter(body=body).order_by("title")  # type: ignore[attr-defined]


class VenueForm(forms.ModelForm[Venue]):
    class Meta:
        model = Venue
        fields = ("code", "name", "kind", "address", "capacity")


class VerificationForm(forms.Form):
    scheme = forms.ModelChoiceField(Scheme.objects.none(), label=_("Untuk skema"))
    fit = forms.TypedChoiceField(
        label=_("Hasil verifikasi"),
        choices=[("ya", _("Layak")), ("tidak", _("Belum layak"))],
        coerce=lambda value: value == "ya",
        widget=forms.RadioSelect,
    )
    verified_on = day_field(_("Tanggal verifikasi"))
    valid_until = day_field(_("Berlaku sampai"))
    findings = forms.CharField(
        label=_("Catatan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Sarana yang diperiksa dan yang harus dilengkapi."),
    )

    def __init__(self, *args: Any, body: Body, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"].queryset = Scheme.objects.filter(body=body).order_by("title")  # type: ignore[attr-defined]


class PatternForm(forms.Form):
    pattern = forms.CharField(label=_("Pola"), max_length=120)
    scope = forms.ChoiceField(label=_("Urutan"), choices=NumberScope.choices)


class ParameterForm(forms.Form):
    value = forms.IntegerField(label=_("Nilai"))
    reason = forms.CharField(label=_("Alasan"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    source_title = forms.CharField(
        label=_("Dokumen sumber"),
        max_length=200,
        help_text=_("Dokumen yang menetapkannya, misalnya SK Direktur tentang Pleno."),
    )
    source_number = forms.CharField(label=_("Nomor dokumen"), max_length=100, required=False)
    source_date = day_field(_("Tanggal dokumen"), required=False)
    valid_from = day_field(_("Berlaku sejak"), hint=_("Hari ini atau sesudahnya: perubahan tidak berlaku surut."))

    def __init__(self, *args: Any, key: Key, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        value = self.fields["value"]
        value.label = f"{key.label} ({key.unit})"
        value.help_text = _("Antara %(min)d dan %(max)d. Usulan dari sumber: %(proposal)s.") % {
            "min": key.minimum,
            "max": key.maximum,
            "proposal": key.proposal or "–",
        }


class EditionForm(forms.Form):
    edition = forms.CharField(
        label=_("Edisi"), max_length=20, help_text=_("Seperti tercetak pada kepala formulir, misalnya 2023.")
    )
    source_title = forms.CharField(
        label=_("Dokumen sumber"), max_length=200, help_text=_("Dokumen yang menetapkan edisi itu dipakai.")
    )
    source_number = forms.CharField(label=_("Nomor dokumen"), max_length=100, required=False)
    source_date = day_field(_("Tanggal dokumen"), required=False)
    valid_from = day_field(
        _("Berlaku sejak"), hint=_("Hari ini atau sesudahnya. Rekaman yang sudah ada tetap pada edisinya.")
    )


class SchemeFileForm(forms.Form):
    file = forms.FileField(
        label=_("Berkas skema (JSON)"),
        help_text=_(
            "Skema dengan unit, elemen, dan KUK. Kejanggalan dalam berkas disebut satu per satu sesudah dimuat."
        ),
    )


class SchemeDraftForm(forms.ModelForm[SchemeVersion]):
    title_en = forms.CharField(label=_("Judul skema (Inggris)"), max_length=200, required=False)
    kind = Scheme._meta.get_field("kind").formfield()

    class Meta:
        model = SchemeVersion
        fields = (
            "field",
            "field_en",
            "kbli",
            "kbji",
            "level",
            "validity_years",
            "reassessment_scope",
            "reassessment_source",
        )


class StandardForm(forms.ModelForm[Standard]):
    class Meta:
        model = Standard
        fields = ("kind", "number", "year", "valid_from", "valid_until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        use_day_inputs(self)
        if self.initial.get("number") == UNKNOWN_NUMBER:
            self.initial["number"] = ""
        self.fields["valid_from"].required = True


class RequirementsForm(forms.Form):
    """One requirement per line; an empty line between two groups of the basic ones means "atau"."""

    basic = forms.CharField(
        label=_("Persyaratan dasar"),
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Satu per baris. Baris kosong memisahkan pilihan: asesi memenuhi salah satu kelompok."),
    )
    administrative = forms.CharField(
        label=_("Bukti administratif"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Satu per baris, semuanya diminta. Misalnya KTP dan pas foto."),
    )


class ApproveForm(forms.Form):
    valid_from = day_field(_("Berlaku sejak"))
    valid_until = day_field(_("Berlaku sampai"), required=False, hint=_("Kosong: sampai diakhiri."))


class PriceForm(forms.Form):
    amount = forms.IntegerField(label=_("Biaya (rupiah)"), min_value=0, max_value=1_000_000_000)
    source = forms.CharField(label=_("Dasar (SK tarif)"), max_length=200)
    valid_from = day_field(_("Berlaku sejak"))


class ExplanationForm(forms.Form):
    explanation = forms.CharField(
        label=_("Penjelasan"),
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Apa yang terjadi pada buku besar, dan apa yang sudah dilakukan. Ikut tercatat untuk selamanya."),
    )


class NoticeForm(forms.Form):
    heading = forms.CharField(label=_("Judul"), max_length=200)
    text = forms.CharField(label=_("Isi"), widget=forms.Textarea(attrs={"rows": 6}))


class WhatsAppForm(forms.Form):
    """The secrets are never shown again: they are typed anew at every change."""

    phone_number_id = forms.CharField(label=_("Phone number ID"), max_length=40, help_text=_("Dari WhatsApp Manager."))
    template = forms.CharField(
        label=_("Nama templat"),
        max_length=120,
        help_text=_("Templat yang sudah disetujui, dengan tiga isian teks: judul, isi, tautan."),
    )
    token = forms.CharField(
        label=_("Token akses"), widget=forms.PasswordInput(attrs={"autocomplete": "off"}), max_length=600
    )
    app_secret = forms.CharField(
        label=_("App secret"), widget=forms.PasswordInput(attrs={"autocomplete": "off"}), max_length=200
    )


class ChannelsForm(forms.Form):
    email = forms.BooleanField(label=_("Surel"), required=False)
    whatsapp = forms.BooleanField(label=_("WhatsApp"), required=False)


class PactForm(forms.ModelForm[Pact]):
    """The LSP's own text: typed or pasted, never proposed by the program."""

    class Meta:
        model = Pact
        fields = ("kind", "version", "title", "text", "source", "valid_from")
        widgets: ClassVar = {"text": forms.Textarea(attrs={"rows": 12})}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        use_day_inputs(self)
        self.fields["version"].help_text = _("Misalnya 1, atau 2026-1.")
        self.fields["text"].help_text = _("Naskah yang ditetapkan LSP Anda, seperti akan dibaca penanda tangan.")
        self.fields["source"].help_text = _("Keputusan yang menetapkannya, misalnya SK Direktur dengan nomornya.")


class AssessorStatusForm(forms.Form):
    standing = forms.ChoiceField(label=_("Status"), choices=Standing.choices, widget=forms.RadioSelect)
    companion = forms.ModelChoiceField(
        Person.objects.none(),
        label=_("Pendamping"),
        required=False,
        empty_label=_("Tidak ada"),
        help_text=_("Hanya untuk calon asesor."),
    )
    reason = forms.CharField(label=_("Alasan"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}))
    valid_from = day_field(_("Berlaku sejak"), hint=_("Hari ini atau sesudahnya: status tidak berlaku surut."))
    valid_until = day_field(_("Berlaku sampai"), required=False, hint=_("Kosong: sampai ditetapkan lain."))

    def __init__(self, *args: Any, companions: QuerySet[Person], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["companion"].queryset = companions  # type: ignore[attr-defined]
