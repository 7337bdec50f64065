from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from jamstac.assessment.models import Assessment, Evidence
from jamstac.assessment.states import EvidenceKind, IdentityDocument, Method

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


class IdentityForm(forms.Form):
    document = forms.ChoiceField(
        label=_("Dokumen yang ditunjukkan asesi"), choices=IdentityDocument.choices, widget=forms.RadioSelect
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
