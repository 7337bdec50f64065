from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from jamstac.assessment.models import Assessment, Evidence, ThirdParty
from jamstac.assessment.states import (
    BY_PRINCIPLE,
    Dimension,
    EvidenceKind,
    IdentityDocument,
    Method,
    Principle,
    ReleaseCause,
    ReviewAspect,
)
from jamstac.events.forms import ReasonForm
from jamstac.instruments.states import Potential

CONTINUE = [("ya", _("Dapat dilanjutkan")), ("tidak", _("Tidak dapat dilanjutkan"))]


class ReviewForm(forms.Form):
    can_continue = forms.ChoiceField(
        label=_("Asesmen"),
        choices=CONTINUE,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )
    note = forms.CharField(
        label=_("Catatan"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 2})
    )


class ReleaseForm(ReasonForm):
    """Why a case is released: for the candidate by its kind, for the record in words."""

    cause = forms.ChoiceField(
        label=_("Sebab yang diberitahukan kepada asesi"),
        choices=ReleaseCause.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih salah satu.")},
    )


class IdentityForm(forms.Form):
    document = forms.ChoiceField(
        label=_("Dokumen yang ditunjukkan asesi"),
        choices=IdentityDocument.choices,
        initial=IdentityDocument.KTP,
        widget=forms.RadioSelect,
    )


def _potentials() -> list[tuple[str, str]]:
    return [(value, f"{value}. {gettext(label)}") for value, label in Potential.choices]


class PotentialForm(forms.Form):
    """The column of FR.MAPA.02 for several candidates at once."""

    potensi = forms.ChoiceField(
        label=_("Potensi asesi"),
        choices=_potentials,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih potensi asesi.")},
    )


class AgreementForm(forms.Form):
    evidence_kinds = forms.MultipleChoiceField(
        label=_("Bukti yang akan dikumpulkan"),
        choices=EvidenceKind.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )


class EvidenceForm(forms.ModelForm[Evidence]):
    class Meta:
        model = Evidence
        fields = ("title", "method", "note")
        labels = {"title": _("Apa buktinya"), "method": _("Diperoleh dengan")}
        widgets = {"method": forms.RadioSelect, "note": forms.TextInput}

    method = forms.ChoiceField(
        label=_("Diperoleh dengan"),
        choices=Method.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Pilih cara bukti diperoleh.")},
    )


class RecommendationForm(forms.ModelForm[Assessment]):
    class Meta:
        model = Assessment
        fields = ("feedback", "follow_up", "comment")
        widgets = {name: forms.Textarea(attrs={"rows": 3}) for name in ("feedback", "follow_up", "comment")}
        labels = {
            "feedback": _("Umpan balik bagi asesi"),
            "follow_up": _("Tindak lanjut yang dibutuhkan"),
            "comment": _("Komentar atau observasi asesor"),
        }


def _words(label: Any) -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=2000, widget=forms.Textarea(attrs={"rows": 3}))


class ReportForm(forms.Form):
    """The four boxes of FR.AK.05; all may stay empty."""

    aspects = _words(_("Aspek negatif dan positif dalam asesmen"))
    refusals = _words(_("Pencatatan penolakan hasil asesmen"))
    improvement = _words(_("Saran perbaikan (asesor/personil terkait)"))
    note = _words(_("Catatan"))


class ProcessReviewForm(forms.Form):
    """FR.AK.06. Whether a row without a tick stops the act is the door's to say."""

    principles = _words(_("Rekomendasi untuk peningkatan: prosedur asesmen"))
    dimensions = _words(_("Rekomendasi untuk peningkatan: pemenuhan dimensi kompetensi"))
    note = _words(_("Komentar"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for aspect in ReviewAspect:
            choices = Principle.choices if aspect in BY_PRINCIPLE else Dimension.choices
            self.fields[f"aspect_{aspect}"] = forms.MultipleChoiceField(
                label=aspect.label, choices=choices, required=False, widget=forms.CheckboxSelectMultiple
            )

    def boxes(self) -> Iterator[forms.BoundField]:
        return (self[f"aspect_{aspect}"] for aspect in ReviewAspect)

    def ticks(self) -> dict[str, list[str]]:
        return {str(aspect): self.cleaned_data[f"aspect_{aspect}"] for aspect in ReviewAspect}


class ThirdPartyForm(forms.ModelForm[ThirdParty]):
    """Who is asked (FR.IA.10)."""

    class Meta:
        model = ThirdParty
        fields = ("name", "workplace", "address", "phone", "email")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "pihak-%s", **kwargs})


class StatementForm(forms.ModelForm[ThirdParty]):
    """The open questions of FR.IA.10; any may stay empty."""

    class Meta:
        model = ThirdParty
        fields = ("relationship", "duration", "closeness", "experience", "consistent", "training_need", "comment")
        labels = {
            "relationship": _("Apa hubungan Anda dengan asesi?"),
            "duration": _("Berapa lama Anda bekerja dengan asesi?"),
            "closeness": _("Seberapa dekat Anda bekerja dengan asesi di area yang dinilai?"),
            "experience": _("Apa pengalaman teknis atau kualifikasi Anda di bidang yang dinilai?"),
            "consistent": _("Apakah Anda yakin asesi bekerja sesuai standar secara konsisten?"),
            "training_need": _("Kebutuhan pelatihan lebih lanjut bagi asesi"),
            "comment": _("Komentar lain"),
        }
        widgets = {"comment": forms.Textarea(attrs={"rows": 3})}


class MinutesForm(forms.Form):
    notes = forms.CharField(
        label=_("Catatan"), max_length=2000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
